//! Vì Trẻ Em.

pub mod acts;
pub mod domain;
pub mod exchange;
pub mod paper;
pub mod store;
pub mod text;
pub mod ui;
