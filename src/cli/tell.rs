//! `figures` and `due`: what the office can be told at a glance.
use super::Cx;
use super::fail::{Answer, Failure};
use super::office::Office;
use super::out::Out;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::reports::{due as duties, figures as sums};
use crate::text::cli as t;

/// Every figure of the consolidated report of a period.
pub fn figures(cx: &Cx<'_>, period: &str, json: bool, out: &mut Out<'_>) -> Answer<()> {
    let period = Period::parse(period).map_err(Failure::Usage)?;
    let office = Office::open(cx, out.lang)?;
    let found = sums::figures(&office.store, &period)?;
    if json {
        return out.json(&found.to_json());
    }
    for (figure, value) in found.iter() {
        let (label, unit) = (figure.label.say(out.lang), figure.unit.say(out.lang));
        out.line(&format!("{label}: {} {unit}", Vnd(value).show()))?;
    }
    Ok(())
}

/// What is due, late or missing on the program's day.
pub fn due(cx: &Cx<'_>, json: bool, out: &mut Out<'_>) -> Answer<()> {
    let office = Office::open(cx, out.lang)?;
    let all = duties::due(&office.store, office.store.today())?;
    if json {
        return out.json(&duties::to_json(&all, out.lang));
    }
    if all.is_empty() {
        return out.say(t::NOTHING_DUE);
    }
    for it in &all {
        let unit = it.unit.as_ref().map(|unit| format!(" · {unit}")).unwrap_or_default();
        let day = crate::domain::day::show(it.due);
        out.line(&format!("{day}  {}  {}{unit}", it.state.text().say(out.lang), it.what.say(out.lang)))?;
    }
    Ok(())
}
