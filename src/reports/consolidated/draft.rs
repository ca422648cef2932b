//! What the figures say about the parts that judge and look ahead; the parts that tell results are beside.
use crate::domain::day;
use crate::domain::due::Due;
use crate::domain::money::Vnd;
use crate::domain::place;
use crate::domain::plan::{Clause, Evidence};
use crate::text::{Lang, Text, prose as t};
use chrono::Datelike;

use super::facts::Facts;
use super::lines::named;
use super::{Part, results};

pub fn part(facts: &Facts, part: Part) -> String {
    let lines = match part {
        Part::Direction => direction(facts),
        Part::Propaganda => results::propaganda(facts),
        Part::Events => results::events(facts),
        Part::Circumstances => results::circumstances(facts),
        Part::Contributions => results::contributions(facts),
        Part::Protection => results::protection(facts),
        Part::Strengths => strengths(facts),
        Part::Limits => or(limits(facts), t::LIMITS_NONE),
        Part::Causes => vec![(if limits(facts).is_empty() { t::CAUSES_NONE } else { t::BLANK_CAUSES }).vi.to_owned()],
        Part::Next => next(facts),
        Part::Proposals => vec![vi(t::PROPOSALS_NONE, [facts.name()])],
    };
    lines.join("\n")
}

/// A sentence with its places filled.
pub fn vi<S: ToString, const N: usize>(text: Text, args: [S; N]) -> String {
    text.with(args).say(Lang::Vi)
}

/// A figure as a place of the text, so that its number stays live.
pub fn live(code: &str) -> String {
    place::written(code)
}

/// An amount in đồng, with dots.
pub fn dong(amount: i64) -> String {
    Vnd(amount).show()
}

/// A count, with dots.
pub fn count(n: i64) -> String {
    Vnd(n).show()
}

fn direction(facts: &Facts) -> Vec<String> {
    let mut lines = Vec::new();
    if facts.plan.is_some() {
        let text = if tasks(facts) == 0 { t::DIRECTION_PLAN_BARE } else { t::DIRECTION_PLAN };
        lines.push(vi(text, ["ke_hoach", "nhiem_vu"].map(live)));
    }
    if facts.asked {
        let [expected, on_time, late, missing] =
            ["units_expected", "units_on_time", "units_late", "units_missing"].map(live);
        lines.push(vi(
            t::DIRECTION_UNITS,
            [facts.name().to_owned(), expected, named(&facts.period), on_time, late, missing],
        ));
    }
    lines.extend(results::inspections(facts));
    or(lines, t::BLANK_DIRECTION)
}

fn strengths(facts: &Facts) -> Vec<String> {
    let get = |code| facts.get(code);
    let mut points = Vec::new();
    if facts.asked && get("units_on_time") > 0 {
        points.push(vi(t::STRONG_UNITS, ["units_on_time", "units_expected"].map(live)));
    }
    if get("sessions") > 0 {
        points.push(vi(t::STRONG_TOLD, ["units_with_sessions", "units_expected", "attendances"].map(live)));
    }
    if get("gifts_received") > 0 {
        points.push(vi(t::STRONG_GIFTS, [live("gifts_received")]));
    }
    if get("supported_children") > 0 && facts.guard.is_full("support_value") {
        points.push(vi(t::STRONG_SUPPORT, ["supported_children", "support_value"].map(live)));
    }
    if get("contributed") > 0 {
        points.push(vi(t::STRONG_MONEY, ["contributed", "transferred"].map(live)));
    }
    if points.is_empty() {
        return vec![t::BLANK_STRENGTHS.vi.to_owned()];
    }
    points.insert(0, t::STRENGTHS.vi.to_owned());
    points
}

fn limits(facts: &Facts) -> Vec<String> {
    let points = [
        (t::LIMIT_MISSING, "units_missing"),
        (t::LIMIT_LATE, "units_late"),
        (t::LIMIT_TOLD, "units_without_sessions"),
        (t::LIMIT_GIFTS, "gifts_pending"),
        (t::LIMIT_BORN, "children_age_unknown"),
        (t::LIMIT_CASES, "incidents_unsent"),
    ];
    let holds = |code: &str| facts.get(code) > 0 && (facts.asked || code != "units_missing");
    points.into_iter().filter(|(_, code)| holds(code)).map(|(text, code)| vi(text, [live(code)])).collect()
}

fn next(facts: &Facts) -> Vec<String> {
    let mut lines = vec![vi(t::NEXT, [facts.name()])];
    let coming = facts.period.next();
    let due = |clause: &Clause| {
        // What this report and those it sums up ask for is done with it.
        let reported = matches!(clause.evidence, Evidence::Report | Evidence::UnitReport);
        let rule = Due::parse(&clause.due.0)?;
        let years = [coming.from.year(), coming.to.year()];
        years
            .into_iter()
            .filter_map(|year| rule.day(year))
            .find(|day| coming.contains(*day) && !(reported && *day <= facts.period.default_due()))
    };
    let mut clauses: Vec<_> = facts.clauses.iter().filter_map(|clause| Some((due(clause)?, clause))).collect();
    clauses.sort_by_key(|(day, clause)| (*day, clause.id));
    lines.extend(clauses.iter().map(|(on, clause)| {
        let lead = (!clause.lead.is_new()).then(|| vi(t::NEXT_LEAD, [&clause.lead_name]));
        let aside: Vec<String> = lead.into_iter().chain([vi(t::NEXT_DUE, [day::show(*on)])]).collect();
        vi(t::NEXT_CLAUSE, [clause.flat(), format!(" ({})", aside.join("; "))])
    }));
    if clauses.is_empty() {
        lines.extend([t::NEXT_TOLD, t::NEXT_REVIEW, t::NEXT_MONEY].map(|text| text.vi.to_owned()));
    }
    if facts.asked && facts.get("units_missing") > 0 {
        lines.push(vi(t::NEXT_MISSING, [live("units_missing")]));
    }
    if facts.get("gifts_pending") > 0 {
        lines.push(vi(t::NEXT_GIFTS, [live("gifts_pending")]));
    }
    lines
}

/// How many clauses of the plan are work to do.
pub fn tasks(facts: &Facts) -> usize {
    facts.clauses.iter().filter(|clause| is_task(clause)).count()
}

/// Whether a clause is work to do, not a heading of the plan.
pub fn is_task(clause: &Clause) -> bool {
    !clause.lead.is_new() && !clause.due.0.is_empty()
}

fn or(lines: Vec<String>, blank: Text) -> Vec<String> {
    if lines.is_empty() { vec![blank.vi.to_owned()] } else { lines }
}
