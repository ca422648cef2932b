//! Days that the calendar itself marks: public holidays and children's feasts.
use chrono::{Datelike, NaiveDate};

use super::{Item, Leads, Sort, Standing};
use crate::domain::lunar::{self, Lunar};
use crate::domain::workday;
use crate::text::{Lang, Text, calendar as t};

/// The days without work, each with its reason (Bộ luật Lao động 2019, Điều 112).
pub fn free(from: NaiveDate, to: NaiveDate, lang: Lang) -> Vec<Item> {
    let mut all = Vec::new();
    for year in from.year()..=to.year() {
        let holidays = workday::holidays(year);
        for day in workday::days_off(year).into_iter().filter(|day| (from..=to).contains(day)) {
            let name = if holidays.contains(&day) { holiday(day) } else { t::INSTEAD };
            all.push(item(day, Sort::Holiday, name, lang));
        }
    }
    all
}

/// Children's Day and the Mid-Autumn Festival (15/8 lunar).
pub fn feasts(from: NaiveDate, to: NaiveDate, lang: Lang) -> Vec<Item> {
    let mut all = Vec::new();
    for year in from.year()..=to.year() {
        let days = [(NaiveDate::from_ymd_opt(year, 6, 1), t::CHILDRENS_DAY), (lunar::mid_autumn(year), t::MID_AUTUMN)];
        for (day, name) in days {
            all.extend(day.filter(|day| (from..=to).contains(day)).map(|day| item(day, Sort::Feast, name, lang)));
        }
    }
    all
}

/// What a public holiday is called.
fn holiday(day: NaiveDate) -> Text {
    match (day.month(), day.day()) {
        (1, 1) => t::NEW_YEARS_DAY,
        (4, 30) => t::REUNIFICATION,
        (5, 1) => t::LABOUR,
        (9, _) => t::NATIONAL,
        _ if Lunar::of(day).is_some_and(|lunar| (lunar.day, lunar.month, lunar.leap) == (10, 3, false)) => t::KINGS,
        _ => t::TET,
    }
}

fn item(day: NaiveDate, sort: Sort, name: Text, lang: Lang) -> Item {
    Item {
        day,
        sort,
        what: name.say(lang).to_owned(),
        state: String::new(),
        standing: Standing::Open,
        leads: Leads::Nowhere,
    }
}
