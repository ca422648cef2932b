//! What the office does in one go over several records: each act is one named step. Shared by the command line and the
//! screens; knows no terminal and no SQL.
pub mod attendance;
pub mod bundle;
pub mod clause;
pub mod closing;
pub mod collect;
pub mod columns;
pub mod commitments;
pub mod consent;
pub mod contributions;
pub mod demo;
pub mod events;
pub mod files;
pub mod found;
pub mod gifts;
pub mod inspections;
pub mod issue;
pub mod keep;
pub mod letters;
pub mod merge;
pub mod next_year;
pub mod plan_text;
pub mod posting;
pub mod preview;
pub mod receipts;
pub mod rejects;
pub mod review;
pub mod roster;
#[cfg(test)]
pub(crate) mod sample;
pub mod setup;
pub mod support;
pub mod task;
pub mod template;
pub mod topics;
pub mod transfer;
pub mod unit_reports;
