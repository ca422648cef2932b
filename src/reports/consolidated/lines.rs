//! The sentences around the parts: subject, opening, closing; and how plan and period are named in them.
use super::facts::Facts;
use crate::domain::period::{Kind, Period};
use crate::domain::plan::Plan;
use crate::domain::{day, words};
use crate::reports::letterhead;
use crate::text::{Lang, prose as t};

/// The subject a report of a period has unless another was written.
#[must_use]
pub fn subject(period: &Period) -> String {
    let text = if matches!(period.kind, Kind::Action(_)) { t::SUBJECT_MONTH } else { t::SUBJECT };
    text.with([named(period)]).say(Lang::Vi)
}

pub fn opening(facts: &Facts) -> String {
    let (from, to) = (day::show(facts.period.from), day::show(facts.period.to));
    let work = work(&facts.period);
    let work = if facts.period.kind == Kind::Days { work } else { t::SPAN.with([work, from, to]).say(Lang::Vi) };
    match &facts.plan {
        Some(plan) => t::OPENING.with([cited(plan, &facts.plan_issuer), facts.name().to_owned(), work]).say(Lang::Vi),
        None => t::OPENING_BARE.with([facts.name().to_owned(), work]).say(Lang::Vi),
    }
}

pub fn closing(facts: &Facts) -> String {
    let (work, name) = (work(&facts.period), facts.name().to_owned());
    let to = letterhead::addressees(&facts.agency).join(", ");
    if facts.agency.addressee.0.trim().is_empty() {
        t::CLOSING_BARE.with([work, name]).say(Lang::Vi)
    } else {
        t::CLOSING.with([work, name, to]).say(Lang::Vi)
    }
}

/// "công tác … trẻ em 6 tháng đầu năm 2026", or the Month of Action by its name.
fn work(period: &Period) -> String {
    match period.kind {
        Kind::Action(_) => named(period),
        _ => t::WORK.with([named(period)]).say(Lang::Vi),
    }
}

pub fn named(period: &Period) -> String {
    period.name().say(Lang::Vi)
}

/// A plan as it is cited: kind, number, day, issuer, subject (NĐ 30/2020, Phụ lục I, phần II, mục 5).
pub fn cited(plan: &Plan, issuer: &str) -> String {
    let word = crate::text::field::ONE_PLAN.vi;
    let named = words::capital(&plan.name);
    let Some(issued) = plan.issued.filter(|_| !plan.number.is_empty()).map(day::official) else { return named };
    let rest = named.strip_prefix(words::capital(word).as_str()).map(str::trim).unwrap_or_default();
    if rest.is_empty() || rest.starts_with(crate::text::period::YEAR.vi.trim_end_matches(" {0}")) {
        return t::PLAN_BARE.with([named.as_str(), &plan.number, &issued]).say(Lang::Vi);
    }
    // A noun follows "về", a verb "về việc".
    let text = if rest.starts_with(t::NOUN.vi) { t::PLAN_OF } else { t::PLAN_OF_DOING };
    text.with([plan.number.as_str(), &issued, issuer, rest]).say(Lang::Vi)
}

/// A plan as it is cited again: kind and number.
pub fn cited_again(plan: &Plan) -> String {
    if plan.number.is_empty() { words::capital(&plan.name) } else { t::PLAN_AGAIN.with([&plan.number]).say(Lang::Vi) }
}
