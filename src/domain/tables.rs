//! Every record type, in an order in which a row's references come before it.
use crate::domain::record::{Meta, Record};
use crate::domain::{
    agency, campaign, child, circumstance, commitment, contribution, disbursement, document, entry, event, fund, gift,
    person, plan, referral, report, review, session, support, trashed, unit, unit_report, ward,
};

/// The tables that hold the office's data.
pub const TABLES: &[&Meta] = &[
    ward::Ward::META,
    agency::Agency::META,
    unit::Unit::META,
    person::Person::META,
    commitment::Commitment::META,
    child::Child::META,
    circumstance::Hardship::META,
    circumstance::Circumstance::META,
    review::Round::META,
    review::Review::META,
    document::Document::META,
    plan::Plan::META,
    plan::Clause::META,
    session::Session::META,
    event::Event::META,
    gift::Gift::META,
    campaign::Campaign::META,
    contribution::Contribution::META,
    disbursement::Disbursement::META,
    support::Support::META,
    referral::Referral::META,
    unit_report::UnitReport::META,
    report::Report::META,
];

/// What is only looked at: it has no rows of its own.
pub const VIEWS: &[&Meta] = &[fund::FundLine::META, entry::Entry::META, trashed::Trashed::META];

/// The record type of a table or view.
#[must_use]
pub fn by_name(table: &str) -> Option<&'static Meta> {
    TABLES.iter().chain(VIEWS).copied().find(|meta| meta.table == table)
}
