//! What the figures say about the results: part II of the report.
use super::draft::{count, dong, vi};
use super::facts::Facts;
use crate::domain::money::Vnd;
use crate::domain::{day, words};
use crate::text::{inspection, prose as t, rally};

pub fn propaganda(facts: &Facts) -> Vec<String> {
    let sessions = facts.get("sessions");
    if sessions == 0 {
        return std::iter::once(t::TOLD_NOTHING.vi.to_owned()).chain(rallies(facts)).collect();
    }
    let mut lines = vec![vi(
        t::TOLD,
        [
            count(sessions),
            count(facts.get("attendances")),
            change(facts),
            count(facts.get("units_with_sessions")),
            count(facts.get("units_expected")),
        ],
    )];
    let forms: Vec<String> =
        facts.forms.iter().map(|(form, n)| vi(t::TOLD_FORM, [form.clone(), n.to_string()])).collect();
    lines.push(vi(t::TOLD_FORMS, [forms.join(", ")]));
    if !facts.documents.is_empty() {
        lines.push(vi(t::TOLD_DOCUMENTS, [facts.documents.join("; ")]));
    }
    let mut more = Vec::new();
    if facts.get("hotline_sessions") > 0 {
        more.push(vi(t::TOLD_HOTLINE, [count(facts.get("hotline_sessions"))]));
    }
    if facts.get("leaflets") > 0 {
        more.push(vi(t::TOLD_LEAFLETS, [count(facts.get("leaflets"))]));
    }
    if !more.is_empty() {
        lines.push(more.join(" "));
    }
    lines.extend(rallies(facts));
    lines
}

/// The movements that units joined.
fn rallies(facts: &Facts) -> Option<String> {
    let named = |(name, launcher): &(String, String)| {
        let by = if launcher.is_empty() { String::new() } else { vi(rally::TOLD_BY, [launcher]) };
        vi(rally::TOLD_ONE, [name.clone(), by])
    };
    let names: Vec<String> = facts.rallies.iter().map(named).collect();
    let told = [count(facts.get("rallies")), names.join("; "), count(facts.get("rally_units"))];
    (!names.is_empty()).then(|| vi(rally::TOLD, told))
}

/// The inspections held and what they recommended.
pub fn inspections(facts: &Facts) -> Option<String> {
    if facts.get("inspections") == 0 {
        return None;
    }
    let held = [facts.name().to_owned(), count(facts.get("units_inspected")), count(facts.get("inspections"))];
    let more = match facts.get("recommendations") {
        0 => inspection::TOLD_NOTHING.vi.to_owned(),
        made => vi(inspection::TOLD_RECOMMENDED, [count(made), count(facts.get("recommendations_open"))]),
    };
    Some(format!("{}{more}", vi(inspection::TOLD, held)))
}

fn change(facts: &Facts) -> String {
    let Some(before) = &facts.before else { return String::new() };
    match facts.get("sessions") - before.get("sessions") {
        0 => t::LEVEL.vi.to_owned(),
        more @ 1.. => vi(t::UP, [more]),
        fewer => vi(t::DOWN, [-fewer]),
    }
}

pub fn events(facts: &Facts) -> Vec<String> {
    if facts.events.is_empty() {
        return vec![t::EVENTS_NOTHING.vi.to_owned()];
    }
    let names: Vec<String> =
        facts.events.iter().map(|event| vi(t::EVENT_ON, [event.name.clone(), day::show(event.date)])).collect();
    let present = facts.get("children_present");
    let present = if present > 0 { vi(t::EVENTS_PRESENT, [count(present)]) } else { String::new() };
    let mut lines = vec![vi(t::EVENTS_HELD, [count(facts.get("events")), names.join(", "), present])];
    if facts.get("gifts") > 0 {
        let value = facts.get("gifts_value");
        let args =
            [count(facts.get("gifts")), dong(value), words::dong(Vnd(value)), count(facts.get("gifts_received"))];
        let text = if facts.get("gifts_pending") == 0 { t::EVENTS_GIFTS_ALL } else { t::EVENTS_GIFTS };
        lines.push(vi(text, args));
    }
    if facts.get("event_cost") > 0 {
        lines.push(vi(t::EVENTS_COST, [dong(facts.get("event_cost"))]));
    }
    let drafts = facts.events.iter().filter(|event| !event.approved && event.gift_value > 0);
    lines.extend(drafts.map(|event| vi(t::EVENTS_UNAPPROVED, [&event.name])));
    lines
}

pub fn circumstances(facts: &Facts) -> Vec<String> {
    let children = facts.get("children");
    if children == 0 {
        return vec![t::ROSTER_NOTHING.vi.to_owned()];
    }
    let some = |parts: &[(crate::text::Text, &str)]| -> String {
        let known = parts.iter().filter(|(_, code)| facts.get(code) > 0);
        known.map(|(text, code)| vi(*text, [count(facts.get(code))])).collect::<Vec<_>>().join(", ")
    };
    let sexes = some(&[
        (t::ROSTER_BOYS, "children_male"),
        (t::ROSTER_GIRLS, "children_female"),
        (t::ROSTER_NO_SEX, "children_sex_unknown"),
    ]);
    let ages = some(&[
        (t::ROSTER_6, "children_under_6"),
        (t::ROSTER_11, "children_6_to_10"),
        (t::ROSTER_16, "children_11_to_15"),
        (t::ROSTER_NO_AGE, "children_age_unknown"),
    ]);
    let at = day::show(facts.period.to);
    let (special, other) = (facts.get("special_children"), facts.get("hardship_children"));
    vec![
        vi(t::ROSTER, [at, facts.short.to_owned(), count(children), sexes, ages]),
        if special > 0 { vi(t::SPECIAL, [count(special), count(other)]) } else { vi(t::SPECIAL_NONE, [count(other)]) },
        if facts.get("supports") > 0 {
            let args = [
                count(facts.get("supported_children")),
                count(facts.get("supports")),
                dong(facts.get("support_value")),
            ];
            vi(t::SUPPORTED, args)
        } else {
            t::SUPPORTED_NONE.vi.to_owned()
        },
    ]
}

pub fn contributions(facts: &Facts) -> Vec<String> {
    let mut lines = Vec::new();
    let all = facts.get("contributed");
    if all > 0 {
        let (money, goods) = (facts.get("contributed_money"), facts.get("contributed_goods"));
        let parts = if goods > 0 { vi(t::CONTRIBUTED_PARTS, [dong(money), dong(goods)]) } else { String::new() };
        let people = count(facts.get("contributors"));
        lines.push(vi(t::CONTRIBUTED, [dong(all), words::dong(Vnd(all)), parts, people]));
    } else {
        lines.push(t::CONTRIBUTED_NONE.vi.to_owned());
    }
    if facts.get("transferred") > 0 {
        lines.push(vi(t::TRANSFERRED, [dong(facts.get("transferred"))]));
    }
    let spent = [
        (t::SPENT_EVENT, facts.get("disbursed_event")),
        (t::SPENT_SUPPORT, facts.get("disbursed_support")),
        (t::SPENT_WORK, facts.get("disbursed_work")),
    ];
    let sum: i64 = spent.iter().map(|(_, amount)| amount).sum();
    if sum > 0 {
        let parts = spent.iter().filter(|(_, amount)| *amount > 0).map(|(text, amount)| vi(*text, [dong(*amount)]));
        lines.push(vi(t::SPENT, [dong(sum), parts.collect::<Vec<_>>().join("; ")]));
    }
    if !facts.campaigns.is_empty() {
        lines.push(vi(t::BALANCE, [day::show(facts.period.to), dong(facts.get("fund_balance"))]));
    }
    lines
}

pub fn protection(facts: &Facts) -> Vec<String> {
    let incidents = facts.get("incidents");
    let mut lines = vec![if incidents > 0 {
        vi(t::INCIDENTS, [count(incidents), count(facts.get("incidents_sent"))])
    } else {
        t::INCIDENTS_NONE.vi.to_owned()
    }];
    if facts.get("hotline_sessions") > 0 {
        lines.push(vi(t::HOTLINE_KNOWN, [count(facts.get("hotline_sessions"))]));
    }
    lines
}
