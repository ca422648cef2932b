//! What the box of filters offers: what holds and can go, saved views, what is ready, each column's values; and what
//! it makes of what is typed.
use chrono::{Datelike, NaiveDate};

use crate::domain::day;
use crate::domain::filter::{self, Filter, Test};
use crate::domain::fold::fold;
use crate::domain::record::Column;
use crate::domain::value::{Kind, Value};
use crate::screens::ages;
use crate::screens::list::List;
use crate::screens::list::chip::{target, words};
use crate::screens::list::sift::{Pick, Sifter};
use crate::screens::list::views;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::text::{Said, Text, sift as t};
use crate::ui::finder::Item;

/// The most values of a column that are offered at once; of more, some letters are asked for.
const OFFERED: usize = 60;

impl List {
    /// Brings what a box that asks for something can offer for what is typed.
    pub(super) fn bring(&mut self, cx: &Cx) -> Result<()> {
        let (meta, veil) = (self.meta, self.veil);
        let Some(Sifter { finder, asking: Some(asking) }) = &mut self.sifter else { return Ok(()) };
        let typed = finder.typed();
        let today = cx.store.today();
        let add = |column: &'static Column, test: Test| {
            let filter = Filter { column: column.name, test };
            Item { label: words(cx, meta, veil, &filter), aside: String::new(), pick: Pick::Add(filter) }
        };
        let items = match asking {
            Pick::Range(column) if typed.trim().is_empty() && is_day(column.kind) => {
                let spans = spans(today).into_iter();
                let named = |(name, (from, to)): (Text, (NaiveDate, NaiveDate))| {
                    let test = Test::Between(Some(iso(from)), Some(iso(to)));
                    Item { aside: cx.say(name).to_owned(), ..add(column, test) }
                };
                spans.map(named).collect()
            }
            Pick::Range(column) => filter::range(column.kind, &typed, today)
                .map(|(from, to)| add(column, Test::Between(from, to)))
                .into_iter()
                .collect(),
            Pick::Among(column) => {
                let Some(table) = target(column.kind) else { return Ok(()) };
                let found = cx.store.suggest(table, &typed, 12)?;
                let one = |(id, _, aside)| Item { aside, ..add(column, Test::Is(Value::Int(id))) };
                found.into_iter().map(one).collect()
            }
            Pick::Save => {
                let name = typed.trim().to_owned();
                let item = Item { label: name.clone(), aside: String::new(), pick: Pick::Named(name.clone()) };
                Some(item).filter(|_| !name.is_empty()).into_iter().collect()
            }
            _ => {
                let on = day::parse(&typed, today).ok();
                let one = |on: NaiveDate| Item { label: day::show(on), aside: String::new(), pick: Pick::Day(on) };
                on.map(one).into_iter().collect()
            }
        };
        finder.bring(items);
        Ok(())
    }

    /// All that the box offers: what holds and can go, saved views, what is ready, and each column's values.
    pub(super) fn picks(&self, cx: &Cx) -> Result<Vec<Item<Pick>>> {
        let lang = cx.settings.lang;
        let item = |said: Said, pick: Pick| Item { label: said.say(lang), aside: String::new(), pick };
        let mut items = Vec::new();
        for (at, chip) in self.chips.iter().enumerate() {
            items.push(item(t::PICK_DROP.with([words(cx, self.meta, self.veil, chip)]), Pick::Drop(at)));
        }
        let filtered = self.is_sifted() || !self.query.filter.is_empty();
        if filtered {
            items.push(item(t::PICK_CLEAR.into(), Pick::Clear));
            items.push(item(t::PICK_SAVE.into(), Pick::Save));
        }
        let views = views::read(cx.store, self.meta)?;
        for (name, view) in &views {
            items.push(item(t::PICK_VIEW.with([name]), Pick::View(view.clone())));
        }
        let ready = filter::ready(self.meta.table).iter().enumerate();
        for (at, ready) in ready.filter(|(at, _)| self.is_own_tab() && *at != self.ready) {
            items.push(item(t::PICK_READY.with([ready.name.say(lang)]), Pick::Ready(at)));
        }
        if self.meta.columns.iter().any(|column| column.kind == Kind::Age) {
            items.push(item(t::PICK_DAY.into(), Pick::AskDay));
        }
        // What is sealed can be told apart by nobody but who reads it.
        for column in self.meta.columns.iter().filter(|column| !column.sealed) {
            self.picks_of(cx, column, &mut items)?;
        }
        for (name, _) in views {
            items.push(item(t::PICK_FORGET.with([&name]), Pick::Forget(name)));
        }
        Ok(items)
    }

    /// What the box offers of one column.
    fn picks_of(&self, cx: &Cx, column: &'static Column, items: &mut Vec<Item<Pick>>) -> Result<()> {
        let (lang, label) = (cx.settings.lang, column.label.say(cx.settings.lang));
        let twin = |other: &&Column| !other.shown && other.label == column.label;
        let doubled = column.shown && !self.meta.is_view() && self.meta.columns.iter().any(|it| twin(&it));
        // What is shown already keeps to one answer of this column: another would find nothing.
        let answered = |it: &Filter| it.column == column.name && matches!(it.test, Test::Is(_));
        let settled = self.query.filters.iter().any(|it| answered(it) && !self.chips.contains(it));
        if doubled || settled || self.query.scope.iter().any(|(name, _)| *name == column.name) {
            return Ok(());
        }
        let add = |test: Test| {
            let filter = Filter { column: column.name, test };
            Item { label: words(cx, self.meta, self.veil, &filter), aside: String::new(), pick: Pick::Add(filter) }
        };
        let ask = |text: Text, pick: Pick| Item { label: text.with([label]).say(lang), aside: String::new(), pick };
        match column.kind {
            Kind::Choice(choices) => items.extend(choices.iter().map(|it| add(Test::Is(it.code.into())))),
            Kind::Bool => items.extend([1, 0].map(|is| add(Test::Is(Value::Int(is))))),
            Kind::Born => {
                items.extend(
                    ages::bands(cx.store).spans().into_iter().map(|(from, to)| add(Test::Aged(from, Some(to)))),
                );
                items.push(ask(t::PICK_RANGE, Pick::Range(column)));
            }
            kind if filter::ranges(kind) => items.push(ask(t::PICK_RANGE, Pick::Range(column))),
            Kind::Many(_) | Kind::Ref("person" | "child" | "ward") => {
                items.push(ask(t::PICK_AMONG, Pick::Among(column)));
            }
            Kind::Ref(_) | Kind::Text if !column.shown && column.name != "name" => {
                let found = cx.store.values(self.meta, column, OFFERED)?;
                let mut values: Vec<Item<Pick>> = found.into_iter().map(|it| add(Test::Is(it))).collect();
                values.sort_by_key(|item| fold(&item.label));
                if values.is_empty() && column.kind != Kind::Text {
                    values.push(ask(t::PICK_AMONG, Pick::Among(column)));
                }
                items.append(&mut values);
            }
            _ => {}
        }
        if matches!(column.kind, Kind::Text | Kind::Lines | Kind::Date | Kind::Born | Kind::Ref(_) | Kind::Many(_))
            && column.name != "name"
        {
            items.extend([Test::Blank, Test::Filled].map(add));
        }
        Ok(())
    }
}

const fn is_day(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::Born | Kind::Moment)
}

fn iso(day: NaiveDate) -> Value {
    Value::Text(day.to_string())
}

/// Spans of days that are offered before anything is typed.
fn spans(today: NaiveDate) -> Vec<(Text, (NaiveDate, NaiveDate))> {
    let year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
    let first = today.with_day(1);
    let month = first.and_then(|first| {
        let next = first.checked_add_months(chrono::Months::new(1))?;
        Some((first, next.pred_opt()?))
    });
    let all = [(t::THIS_YEAR, year(today.year())), (t::THIS_MONTH, month), (t::LAST_YEAR, year(today.year() - 1))];
    all.into_iter().filter_map(|(name, span)| Some((name, span?))).collect()
}
