//! Vì Trẻ Em.

pub mod domain;
pub mod paper;
pub mod reports;
pub mod store;
pub mod text;
pub mod ui;
