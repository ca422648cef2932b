//! What an event will cost as it is being typed: how many gifts by the roster of today, worth how much, and whether the
//! budget has it. Said beneath the field, before anything is saved.
use crate::domain::budget::BudgetLine;
use crate::domain::event::Event;
use crate::domain::gift_rule::GiftRule;
use crate::domain::money::Vnd;
use crate::domain::record::{Meta, Record, Row};
use crate::domain::value::Value;
use crate::reports::gift_list::{self, Roster};
use crate::screens::field::Field;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::text::{Lang, Said, event as t, programme as p};

/// The columns beneath which it is said, of events and of their rules.
const SAID_UNDER: &[&str] =
    &["gift_value", "age_limit", "age_rule", "budget", "value", "low", "high", "date", "quantity", "price", "actual"];

/// What is expected of the form.
#[derive(Default)]
pub struct Forecast {
    roster: Option<Roster>,
    asked: Option<Row>,
    said: Option<Said>,
}

impl Forecast {
    /// Reckons again if something was typed that matters; whether it now says something else.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn look(&mut self, cx: &Cx, meta: &'static Meta, row: &Row, fields: &[Field]) -> Result<bool> {
        if !matches!(meta.table, Event::TABLE | GiftRule::TABLE | BudgetLine::TABLE) {
            return Ok(false);
        }
        let mut typed = row.clone();
        for field in fields {
            if let Ok(value) = field.value(cx.store) {
                meta.set(&mut typed, field.column.name, value);
            }
        }
        if self.asked.as_ref() == Some(&typed) {
            return Ok(false);
        }
        if let Some(line) = BudgetLine::of(&typed).filter(|_| meta.table == BudgetLine::TABLE) {
            let said = paid(cx, &line)?;
            let changed = said != self.said;
            (self.asked, self.said) = (Some(typed), said);
            return Ok(changed);
        }
        let roster = match self.roster.take() {
            Some(roster) => roster,
            None => Roster::read(cx.store)?,
        };
        let said = match meta.table {
            Event::TABLE => match Event::of(&typed) {
                Some(event) => expected(cx, &roster, &event, &gift_list::rules(cx.store, event.id)?)?,
                None => None,
            },
            _ => match GiftRule::of(&typed) {
                Some(rule) => {
                    let mut rules = gift_list::rules(cx.store, rule.event)?;
                    rules.retain(|it| it.id != rule.id);
                    let event = cx.store.get(rule.event)?;
                    rules.push(rule);
                    expected(cx, &roster, &event, &rules)?
                }
                None => None,
            },
        };
        let changed = said != self.said;
        (self.asked, self.said, self.roster) = (Some(typed), said, Some(roster));
        Ok(changed)
    }

    /// What stands beneath a column.
    #[must_use]
    pub fn beneath(&self, column: &str, lang: Lang) -> Option<String> {
        self.said.as_ref().filter(|_| SAID_UNDER.contains(&column)).map(|said| said.say(lang))
    }
}

/// What a budget line makes of its event's budget: what is over, else what is planned in all and for each child.
fn paid(cx: &Cx, line: &BudgetLine) -> Result<Option<Said>> {
    if line.event.is_new() {
        return Ok(None);
    }
    let mut lines = cx.store.find::<BudgetLine>("event", &Value::Int(line.event.0))?;
    lines.retain(|it| it.id != line.id);
    let planned = lines.iter().map(BudgetLine::plan).sum::<Vnd>() + line.plan();
    let spent = lines.iter().map(|it| it.actual).sum::<Vnd>() + line.actual;
    let over = spent.0 - planned.0;
    if over > 0 {
        return Ok(Some(p::ALL_OVER.with([spent, planned, Vnd(over)].map(Vnd::show))));
    }
    if line.actual > line.plan() {
        return Ok(Some(p::LINE_OVER.with([(line.actual - line.plan()).show()])));
    }
    let event = cx.store.get(line.event)?;
    let each = planned.0.checked_div(event.gifts.max(event.children_present)).unwrap_or(planned.0);
    Ok((planned.0 > 0).then(|| p::ALL_PLANNED.with([planned, Vnd(each)].map(Vnd::show))))
}

/// How many gifts an event has to expect, and what they are worth; nothing where it gives none.
fn expected(cx: &Cx, roster: &Roster, event: &Event, rules: &[GiftRule]) -> Result<Option<Said>> {
    if event.is_frozen() || event.date == chrono::NaiveDate::default() {
        return Ok(None);
    }
    let lines = roster.lines(event, rules, &gift_list::former(cx.store, event.id)?);
    let gifts: i64 = lines.iter().map(|gift| gift.count).sum();
    let sum: Vnd = lines.iter().map(|gift| gift.value + gift.extra).sum();
    if sum.0 == 0 {
        return Ok(None);
    }
    // Where there are budget lines, they are the budget.
    let budget = if event.id.is_new() || event.planned.0 == 0 { event.budget } else { event.planned };
    let over = sum.0 - budget.0;
    Ok(Some(if budget.0 > 0 && over > 0 {
        t::FORECAST_OVER.with([gifts.to_string(), sum.show(), Vnd(over).show()])
    } else {
        t::FORECAST.with([gifts.to_string(), sum.show()])
    }))
}
