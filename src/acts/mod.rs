//! What the office does in one go over several records: each act is one named step. Shared by the command line and the
//! screens; knows no terminal and no SQL.
pub mod clause;
pub mod columns;
pub mod consent;
pub mod demo;
pub mod found;
pub mod gifts;
pub mod issue;
pub mod keep;
pub mod merge;
pub mod rejects;
pub mod roster;
#[cfg(test)]
pub(crate) mod sample;
pub mod setup;
pub mod transfer;
pub mod unit_reports;
