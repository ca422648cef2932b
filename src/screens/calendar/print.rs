//! What lies on the days of a month or a year, as a file for other calendars.
use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::{Calendar, Span};
use crate::paper::ics::{self, Entry};
use crate::reports::agenda::{Item, Leads, Sort, agenda};
use crate::reports::letterhead;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Cx, Flow};
use crate::store::Result;
use crate::text::calendar as t;

impl Calendar {
    /// Offers the month or year that is seen, without the days of the months beside it, as an iCalendar file.
    pub(super) fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let year = self.day.year();
        let within = |day: NaiveDate, (span, seen): (Span, NaiveDate)| {
            day.year() == seen.year() && (span == Span::Year || day.month() == seen.month())
        };
        let (seen, span, (from, to)) = (self.day, self.span, self.seen());
        let agency = letterhead::agency_on(cx.store, cx.store.today())?;
        let parts = [letterhead::name(&agency).to_owned(), self.status_words(cx)];
        let name = t::ICS_NAME.with(parts).say(cx.settings.lang);
        let make = move |cx: &mut Cx| {
            let items = agenda(cx.store, from, to, cx.settings.lang)?;
            let kept = items.iter().filter(|item| item.sort != Sort::Holiday && within(item.day, (span, seen)));
            Ok(ics::render(&name, cx.store.now(), &entries(kept)))
        };
        let stem = match span {
            Span::Month => format!("lich-{year}-{:02}", seen.month()),
            Span::Year => format!("lich-{year}"),
        };
        let output = Output::new(t::OUT_ICS, "ics", make);
        Ok(Flow::Open(Box::new(Print::new(cx, &stem, vec![output], ("event", 0)))))
    }
}

/// An entry for each thing, none with the key of another: a calendar takes those for one and the same.
fn entries<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<Entry> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let one = |item: &Item| {
        let entry = entry(item);
        let times = seen.entry(entry.key.clone()).or_default();
        *times += 1;
        if *times == 1 { entry } else { Entry { key: format!("{}-{times}", entry.key), ..entry } }
    };
    items.map(one).collect()
}

fn entry(item: &Item) -> Entry {
    let place = match &item.leads {
        Leads::Nowhere => String::new(),
        Leads::Row(table, row) => format!("-{table}-{row}"),
        Leads::Rows(table, rows) => format!("-{table}-{}", rows.first().copied().unwrap_or_default()),
    };
    let key = format!("{}-{:?}{place}", item.day, item.sort).to_lowercase();
    Entry { day: item.day, name: item.what.clone(), note: item.state.clone(), key }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::agenda::Standing;

    #[test]
    fn two_steps_of_an_event_on_one_day_are_two_entries() {
        let step = |what: &str| Item {
            day: NaiveDate::default(),
            sort: Sort::Deadline,
            what: what.into(),
            state: String::new(),
            standing: Standing::Open,
            leads: Leads::Row("event", 3),
        };
        let items = [step("Mua quà"), step("Gửi giấy mời")];
        let found = entries(items.iter());
        assert_eq!(found[0].key, "1970-01-01-deadline-event-3");
        assert_eq!(found[1].key, "1970-01-01-deadline-event-3-2");
    }
}
