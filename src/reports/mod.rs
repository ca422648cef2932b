//! What the office reads out of its data: figures with the rows behind them, papers filled with them, what is due,
//! exported lists. Reads only.
pub mod agenda;
pub mod appeal;
pub mod bodies;
pub mod bundle;
pub mod consent;
pub mod consolidated;
pub mod coverage;
pub mod due;
pub mod event_papers;
pub mod figure;
pub mod figures;
#[cfg(test)]
pub(crate) mod fixture;
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
pub mod papers;
pub mod plan;
pub mod plan_paper;
pub mod poster;
pub mod referral;
pub mod review;
pub mod sign_in;
pub mod support;
pub mod table;
pub mod twins;
pub mod unit_form;
pub mod unit_reports;
