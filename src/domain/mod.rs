//! What the office works with: records and their pure rules. No SQL, terminal, clock or files.
pub mod born;
pub mod clean;
pub mod day;
pub mod fold;
pub mod lunar;
pub mod money;
pub mod sex;
pub mod words;
pub(crate) mod written;
