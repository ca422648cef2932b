//! What the figures say about the results: part II of the report.
use super::draft::{live, vi};
use super::facts::Facts;
use super::lookups::EventLine;
use crate::domain::day;
use crate::text::{inspection, prose as t, rally, welfare};

pub fn propaganda(facts: &Facts) -> Vec<String> {
    let sessions = facts.get("sessions");
    if sessions == 0 {
        return std::iter::once(t::TOLD_NOTHING.vi.to_owned()).chain(rallies(facts)).collect();
    }
    let codes =
        ["sessions", "sessions.so_sanh", "attendances", "attendances.so_sanh", "units_with_sessions", "units_expected"];
    let mut lines = vec![vi(t::TOLD, codes.map(live))];
    lines.push(vi(t::TOLD_FORMS, [live("hinh_thuc")]));
    if !facts.documents.is_empty() {
        lines.push(vi(t::TOLD_DOCUMENTS, [live("van_ban")]));
    }
    let mut more = Vec::new();
    if facts.get("hotline_sessions") > 0 {
        more.push(vi(t::TOLD_HOTLINE, [live("hotline_sessions")]));
    }
    if facts.get("leaflets") > 0 {
        more.push(vi(t::TOLD_LEAFLETS, [live("leaflets")]));
    }
    if !more.is_empty() {
        lines.push(more.join(" "));
    }
    if facts.get("appeal_sessions") > 0 {
        lines.push(vi(t::TOLD_APPEAL, ["appeal_sessions", "appeal_attendances"].map(live)));
    }
    if facts.get("commitments") > 0 {
        lines.push(vi(t::TOLD_COMMITMENTS, [live("commitments")]));
    }
    lines.extend(rallies(facts));
    lines
}

/// The movements that units joined.
fn rallies(facts: &Facts) -> Option<String> {
    (!facts.rallies.is_empty()).then(|| vi(rally::TOLD, ["rallies", "phong_trao", "rally_units"].map(live)))
}

/// The movements, each with who launched it.
pub fn rally_names(facts: &Facts) -> String {
    let one = |(name, launcher): &(String, String)| {
        let by = if launcher.is_empty() { String::new() } else { vi(rally::TOLD_BY, [launcher]) };
        vi(rally::TOLD_ONE, [name.clone(), by])
    };
    facts.rallies.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The inspections held and what they recommended.
pub fn inspections(facts: &Facts) -> Option<String> {
    if facts.get("inspections") == 0 {
        return None;
    }
    let more = match facts.get("recommendations") {
        0 => inspection::TOLD_NOTHING.vi.to_owned(),
        _ => vi(inspection::TOLD_RECOMMENDED, ["recommendations", "recommendations_open"].map(live)),
    };
    Some(format!("{}{more}", vi(inspection::TOLD, ["co_quan", "units_inspected", "inspections"].map(live))))
}

/// The forms of the sessions, each with its number.
pub fn forms(facts: &Facts) -> String {
    let one = |(form, n): &(String, i64)| vi(t::TOLD_FORM, [form.clone(), n.to_string()]);
    facts.forms.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The events, each with its day.
pub fn event_names(facts: &Facts) -> String {
    let one = |event: &EventLine| vi(t::EVENT_ON, [event.name.clone(), day::show(event.date)]);
    facts.events.iter().map(one).collect::<Vec<_>>().join(", ")
}

pub fn events(facts: &Facts) -> Vec<String> {
    if facts.events.is_empty() {
        return vec![t::EVENTS_NOTHING.vi.to_owned()];
    }
    let present = facts.get("children_present") > 0;
    let present = if present { vi(t::EVENTS_PRESENT, [live("children_present")]) } else { String::new() };
    let mut lines = vec![vi(t::EVENTS_HELD, [live("events"), live("chuong_trinh"), present])];
    if facts.get("gifts") > 0 {
        let args = ["gifts", "gifts_value", "gifts_value.chu", "gifts_received"].map(live);
        let text = if facts.get("gifts_pending") == 0 { t::EVENTS_GIFTS_ALL } else { t::EVENTS_GIFTS };
        lines.push(vi(text, args));
    }
    if facts.get("event_cost") > 0 {
        lines.push(vi(t::EVENTS_COST, [live("event_cost")]));
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
        known.map(|(text, code)| vi(*text, [live(code)])).collect::<Vec<_>>().join(", ")
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
    let mut lines = vec![vi(t::ROSTER, [at, facts.short.to_owned(), live("children"), sexes, ages])];
    if facts.get("reviewed_children") > 0 {
        lines.push(vi(t::REVIEWED, [live("reviewed_children")]));
    }
    lines.push(if facts.get("special_children") > 0 {
        vi(t::SPECIAL, ["special_children", "hardship_children"].map(live))
    } else {
        vi(t::SPECIAL_NONE, [live("hardship_children")])
    });
    lines.push(if facts.get("supports") > 0 && !facts.guard.is_full("supports") {
        vi(t::SUPPORTED_FEW, [live("supported_children")])
    } else if facts.get("supports") > 0 {
        vi(t::SUPPORTED, ["supported_children", "supports", "support_value"].map(live))
    } else {
        t::SUPPORTED_NONE.vi.to_owned()
    });
    lines
}

pub fn contributions(facts: &Facts) -> Vec<String> {
    let mut lines = Vec::new();
    if facts.get("contributed") > 0 {
        let goods = facts.get("contributed_goods") > 0;
        let parts = ["contributed_money", "contributed_goods"].map(live);
        let parts = if goods { vi(t::CONTRIBUTED_PARTS, parts) } else { String::new() };
        let [all, words, people, compared] =
            ["contributed", "contributed.chu", "contributors", "contributed.so_sanh"].map(live);
        lines.push(vi(t::CONTRIBUTED, [all, words, parts, people, compared]));
    } else {
        lines.push(t::CONTRIBUTED_NONE.vi.to_owned());
    }
    if facts.get("transferred") > 0 {
        lines.push(vi(t::TRANSFERRED, [live("transferred")]));
    }
    let spent = [
        (t::SPENT_EVENT, "disbursed_event"),
        (t::SPENT_SUPPORT, "disbursed_support"),
        (t::SPENT_WORK, "disbursed_work"),
    ];
    let spent: Vec<String> =
        spent.iter().filter(|(_, code)| facts.get(code) > 0).map(|(text, code)| vi(*text, [live(code)])).collect();
    if !spent.is_empty() {
        lines.push(vi(t::SPENT, [spent.join("; ")]));
    }
    if facts.get("works") > 0 {
        lines.push(vi(welfare::REPORTED, ["works", "works_handed", "work_value", "work_days"].map(live)));
    }
    if !facts.campaigns.is_empty() {
        lines.push(vi(t::BALANCE, [day::show(facts.period.to), live("fund_balance")]));
    }
    lines
}

pub fn protection(facts: &Facts) -> Vec<String> {
    let incidents = facts.get("incidents");
    let mut lines = vec![if incidents > 0 {
        vi(t::INCIDENTS, ["incidents", "incidents_sent"].map(live))
    } else {
        t::INCIDENTS_NONE.vi.to_owned()
    }];
    if facts.get("hotline_sessions") > 0 {
        lines.push(vi(t::HOTLINE_KNOWN, [live("hotline_sessions")]));
    }
    lines
}
