//! What an event will cost as it is being typed: how many gifts by the roster of today, worth how much, and whether the
//! budget has it. Said beneath the field, before anything is saved.
use crate::domain::event::Event;
use crate::domain::gift_rule::GiftRule;
use crate::domain::money::Vnd;
use crate::domain::record::{Meta, Record, Row};
use crate::reports::gift_list::{self, Roster};
use crate::screens::field::Field;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::text::{Lang, Said, event as t};

/// The columns beneath which it is said, of events and of their rules.
const SAID_UNDER: &[&str] = &["gift_value", "age_limit", "age_rule", "budget", "value", "low", "high", "date"];

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
        if !matches!(meta.table, Event::TABLE | GiftRule::TABLE) {
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
    let over = sum.0 - event.budget.0;
    Ok(Some(if event.budget.0 > 0 && over > 0 {
        t::FORECAST_OVER.with([gifts.to_string(), sum.show(), Vnd(over).show()])
    } else {
        t::FORECAST.with([gifts.to_string(), sum.show()])
    }))
}
