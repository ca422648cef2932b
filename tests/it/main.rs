//! The stories of the program, as tests.
// Helpers of tests stand outside of the tests themselves, and fail like them.
#![allow(clippy::unwrap_used)]
mod appeal;
mod children;
mod cli;
mod durability;
mod frozen;
mod harness;
mod journal;
mod layers;
mod list;
mod looks;
mod migrate;
mod money;
mod movement;
#[cfg(unix)]
mod pictures;
mod pty;
mod readme;
mod review;
mod rules;
mod shell;
mod smoke;
mod support;
mod texts;
mod trash;
mod typist;
mod undo;
mod vault;
mod year;
