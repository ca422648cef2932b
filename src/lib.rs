//! Vì Trẻ Em: the yearly plan on the care, education and protection of children, in the terminal. This page is the
//! map: where things are, what may know what, and what always holds.
//!
//! # The floor plan
//!
//! ```text
//! main.rs      arguments → a batch command or the interface. Nothing else.
//! cli/         the batch commands; each is a few lines over the layers below
//! app/         the shell: loop, frame, tabs, overlays, undo, lock
//! screens/     list.rs and edit.rs for any record; a file for each screen with a shape of its own; tabs.rs lists them
//! ui/          widgets: values in, cells out
//! acts/        office acts over several records, each one step: import, gift list, period, issue; setup and sample data
//! reports/     figures with the rows behind them, papers filled with them, what is due
//! exchange/    files in: any spreadsheet → rows of a roster with their faults
//! paper/       what a printed paper is (NĐ 30/2020/NĐ-CP) and its renderings: DOCX, PDF, XLSX, CSV, text
//! store/       the only door to the data: rows from columns, journal, undo, search, keys
//! domain/      records (a struct, its columns, its rules) and pure rules: money, dates, lunar calendar, names, periods
//! text/        every word in Vietnamese and English, a file per area
//! ```
//!
//! Who may use whom: `main → {cli, app → screens} → {ui, acts} → {exchange, reports} → {store, paper} → domain → text`.
//! `ui` and `paper` know only `domain` and `text`. Only `app` and `ui::key` name the terminal's library, only `store`
//! and `reports` speak SQL, only `exchange` and `paper` name a file format. A test reads the source and says so.
//!
//! # What always holds
//!
//! - **A record is written once.** Its columns ([`domain::record`]) make its SQL, list, form, search, export and audit;
//!   a new table is a file in `domain`, a migration in `assets/migrations`, and a line in [`domain::tables`] and
//!   [`screens::tabs`].
//! - **One door to the data.** [`store::Store::write`] takes a step: named, journaled by triggers made from the schema,
//!   sealed to the step before it, durable when it returns. A write outside a step is refused by the file itself.
//! - **Undo is a new step** that puts the old values back; it stops at what has left the office ([`domain::act`]).
//! - **What a concern tells of a child is sealed:** ciphertext under a key of its own in the row and in the journal; search,
//!   lists, exports and papers have it only while it is unsealed ([`store::Store::unseal`]).
//! - **Search and sort columns and kept totals are derived** by the store, never by its callers, and compared by
//!   [`store::Store::check`].
//! - **Keys go down once, one answer comes back** ([`screens::screen::Flow`]). Hints, help and palette are read from the
//!   same table of commands that dispatches the keys.
//! - **A letter is never a command** where an input method may be on: on a list it filters, in a field it is text.
//! - **No clock, no globals below `main`:** the day and the moment come in with the store ([`store::clock`]).
//! - **Text from outside is cleaned** ([`domain::clean`]) before it is kept; control characters never reach the terminal.
//! - **A paper is Vietnamese** whatever the language of the screens.

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
