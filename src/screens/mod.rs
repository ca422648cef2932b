//! The screens: any record's list and form, and a file for each screen with a shape of its own.
pub mod edit;
pub mod field;
pub mod list;
pub mod mask;
pub mod pane;
pub mod print;
pub mod question;
pub mod screen;
pub mod tabs;
