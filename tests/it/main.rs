//! The stories of the program, as tests.
// Helpers of tests stand outside of the tests themselves, and fail like them.
#![allow(clippy::unwrap_used)]
mod appeal;
mod books;
mod children;
mod cli;
mod consents;
mod doubles;
mod durability;
mod export;
mod frozen;
mod gifts_in;
mod go;
mod grid;
mod harness;
mod import;
mod inspections;
mod journal;
mod layers;
mod list;
mod looks;
mod migrate;
mod money;
mod movement;
#[cfg(unix)]
mod page;
mod pictures;
mod printed;
mod pty;
mod quick;
mod readme;
mod review;
mod rules;
mod sealed;
mod sessions;
mod shelf;
mod shell;
mod sift;
mod smoke;
mod support;
mod texts;
mod trash;
mod typist;
mod undo;
mod unit_reports;
mod vault;
mod year;
