//! The office's acts over several records, each one step. Shared by command line and screens.
pub mod demo;
pub mod setup;
