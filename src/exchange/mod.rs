//! Files in and out: any spreadsheet an office sends → sheets → typed rows. Knows file formats; no terminal, no SQL.
pub mod archive;
pub mod biff;
pub mod birth;
pub mod book;
pub mod gifts;
pub mod header;
pub mod hidden;
pub mod legacy;
pub mod person;
pub mod plain;
pub mod roster;
pub mod sheet;
pub mod tidy;
pub mod unit;
pub mod unit_case;
pub mod unit_title;
pub mod watch;
