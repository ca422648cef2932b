//! What the office works with: records and their pure rules. No SQL, terminal, clock or files.
pub mod clean;
pub mod fold;
pub mod sex;
