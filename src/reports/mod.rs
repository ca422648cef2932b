//! What the office reads out of its data: figures with the rows behind them, papers filled with them, what is due,
//! exported lists. Reads only.
//!
//! Whose figures the department's report takes where a unit tells otherwise: [`consolidated`].
pub mod agenda;
pub mod appeal;
pub mod balances;
pub mod bodies;
pub mod bundle;
pub mod citations;
pub mod collection;
pub mod consent;
pub mod consolidated;
pub mod coverage;
pub mod due;
pub mod event_papers;
pub mod figure;
pub mod figures;
#[cfg(test)]
pub(crate) mod fixture;
pub mod fund_book;
pub mod gift_closure;
pub mod gift_list;
pub mod goods;
pub mod guard;
pub mod inspection;
pub mod late;
pub mod letterhead;
pub mod letters;
pub mod monthly;
pub mod movement;
pub mod named;
pub mod outdated;
pub mod papers;
pub mod photos;
pub mod plan;
pub mod plan_paper;
pub mod poster;
pub mod progress;
pub mod receipt;
pub mod referral;
pub mod review;
pub mod sign_in;
pub mod statement;
pub mod support;
pub mod table;
pub mod twins;
pub mod unit_form;
pub mod unit_reports;
