//! Vì Trẻ Em.
pub mod domain;
pub mod text;
