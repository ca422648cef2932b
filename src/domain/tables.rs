//! Every record type, in an order in which a row's references come before it.
use crate::domain::record::{Meta, Record};
use crate::domain::{
    agency, apart, attachment, attendee, batch, body, budget, campaign, cash_count, check_rule, child, circumstance,
    commitment, consent, contribution, disbursement, document, donor, entry, event, event_step, fund, gift, gift_rule,
    handover, incoming, inspection, letter, look, merge, participant, person, photo, plan, pledge, programme, rally,
    receipt, recommendation, referral, report, review, schooling, session, signer, snooze, stay, stock, submission,
    supplement, support, task, template, topic, trashed, turnout, unit, unit_report, urging, ward, work,
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
    stay::Stay::META,
    schooling::Schooling::META,
    review::Round::META,
    review::Review::META,
    document::Document::META,
    body::Body::META,
    plan::Plan::META,
    plan::Clause::META,
    incoming::Incoming::META,
    task::Task::META,
    topic::Topic::META,
    session::Session::META,
    turnout::Turnout::META,
    attendee::Attendee::META,
    inspection::Inspection::META,
    recommendation::Recommendation::META,
    rally::Rally::META,
    event::Event::META,
    attachment::Attachment::META,
    participant::Participant::META,
    photo::Photo::META,
    event_step::EventStep::META,
    programme::ProgrammeItem::META,
    budget::BudgetLine::META,
    gift_rule::GiftRule::META,
    supplement::Supplement::META,
    gift::Gift::META,
    work::Work::META,
    work::WorkPart::META,
    campaign::Campaign::META,
    pledge::Pledge::META,
    batch::Batch::META,
    contribution::Contribution::META,
    receipt::Receipt::META,
    stock::GiftItem::META,
    stock::Intake::META,
    disbursement::Disbursement::META,
    cash_count::CashCount::META,
    support::Support::META,
    referral::Referral::META,
    handover::Handover::META,
    consent::ConsentSheet::META,
    consent::Consent::META,
    unit_report::UnitReport::META,
    submission::Submission::META,
    check_rule::CheckRule::META,
    check_rule::Explanation::META,
    letter::Letter::META,
    urging::Urging::META,
    signer::Signer::META,
    report::Report::META,
    template::Template::META,
    merge::Merge::META,
    apart::Apart::META,
    snooze::Snooze::META,
];

/// What is only looked at: it has no rows of its own.
pub const VIEWS: &[&Meta] =
    &[fund::FundLine::META, donor::DonorLine::META, entry::Entry::META, look::Look::META, trashed::Trashed::META];

/// The record type of a table or view.
#[must_use]
pub fn by_name(table: &str) -> Option<&'static Meta> {
    TABLES.iter().chain(VIEWS).copied().find(|meta| meta.table == table)
}
