//! What the office works with: records and their pure rules. No SQL, terminal, clock or files.
pub mod born;
pub mod clean;
pub mod day;
pub mod fold;
pub mod group;
pub mod lunar;
pub mod money;
pub mod order;
pub mod period;
pub mod sex;
pub mod words;
pub mod workday;
pub(crate) mod written;
