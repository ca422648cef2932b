//! Vì Trẻ Em.
pub mod domain;
pub mod exchange;
pub mod text;
