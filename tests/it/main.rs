//! The stories of the program, as tests.
// Helpers of tests stand outside of the tests themselves, and fail like them.
#![allow(clippy::unwrap_used)]
mod children;
mod cli;
mod doubles;
mod durability;
mod frozen;
mod harness;
mod journal;
mod layers;
mod list;
mod looks;
mod migrate;
mod money;
#[cfg(unix)]
mod pictures;
mod printed;
mod pty;
mod readme;
mod rules;
mod shell;
mod smoke;
mod texts;
mod trash;
mod typist;
mod undo;
mod vault;
mod year;
