//! Vì Trẻ Em.

pub mod acts;
pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod paper;
pub mod reports;
pub mod screens;
pub mod store;
pub mod text;
pub mod ui;
