//! What is open about a period when its report is to be shown to its signer: units that are silent, warnings without an
//! answer, figures of which units say otherwise, what is counted before its day has come.
use std::collections::HashSet;

use super::facts::Facts;
use crate::domain::check_rule::{CheckKind, CheckRule};
use crate::domain::day;
use crate::domain::period::{Kind, Period};
use crate::domain::submission::{Basis, Item};
use crate::domain::tables;
use crate::domain::unit::Unit;
use crate::domain::unit_report::{UnitReport, UnitReportState};
use crate::domain::value::{self, Cell, PeriodCode};
use crate::reports::figure::{Figure, numbers};
use crate::reports::figures::FIGURES;
use crate::reports::{letterhead, unit_reports};
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, issue as t, units as u};

/// What sort of thing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// A unit's report is not in.
    Silent,
    /// A warning about a unit's report is neither mended nor explained.
    Warned,
    /// A unit's figure is not the office's own.
    Clash,
    /// Something is counted whose day is still to come.
    Ahead,
    /// A number was typed that is no figure.
    Typed,
    /// Letters go out without the name of whoever signs them.
    Unsigned,
}

impl Concern {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] = [Self::Silent, Self::Warned, Self::Clash, Self::Ahead, Self::Typed, Self::Unsigned];

    /// How many there are: "{0} đơn vị chưa có báo cáo".
    #[must_use]
    pub const fn counted(self) -> Text {
        match self {
            Self::Silent => t::OPEN_SILENT,
            Self::Warned => t::OPEN_WARNED,
            Self::Clash => t::OPEN_CLASH,
            Self::Ahead => t::OPEN_AHEAD,
            Self::Typed => t::OPEN_TYPED,
            Self::Unsigned => t::OPEN_UNSIGNED,
        }
    }
}

/// One open thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What sort of thing it is.
    pub concern: Concern,
    /// Whom or what it is about, in a few words: the unit, the event, the number.
    pub about: String,
    /// The whole of it.
    pub said: Said,
}

/// A figure that a unit told and of which the office's own records say otherwise; the department's report has the
/// office's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The unit's name.
    pub unit: String,
    /// The figure.
    pub item: Item,
    /// What the unit told.
    pub told: i64,
    /// What the office has.
    pub own: i64,
    /// Whether the unit estimated it.
    pub estimated: bool,
    /// Whether the unit gave a reason.
    pub is_answered: bool,
}

impl Clash {
    /// "Số buổi tuyên truyền: đơn vị báo 3, Văn phòng ghi nhận 2".
    #[must_use]
    pub fn said(&self) -> Said {
        let text = if self.estimated { t::CLASH_ESTIMATED } else { t::CLASH };
        let shown = [self.told, self.own].map(|value| self.item.show(Some(value)));
        text.with([self.unit.clone(), String::new()].into_iter().chain(shown)).saying(1, self.item.text().into())
    }
}

/// What is open about a period on the store's day, but for what people typed into the report.
pub fn doubts(store: &Store, facts: &Facts) -> Result<Vec<Doubt>> {
    let mut all = silent(facts);
    all.extend(warned(store, &facts.period)?);
    let clash = |it: &Clash| Doubt { concern: Concern::Clash, about: it.unit.clone(), said: it.said() };
    all.extend(facts.clashes.iter().map(clash));
    all.extend(ahead(store, &facts.period)?);
    if let Some(signer) = letterhead::nameless(store)? {
        let said = t::SIGNER_NAMELESS.with([&signer.office]);
        all.push(Doubt { concern: Concern::Unsigned, about: signer.office, said });
    }
    Ok(all)
}

/// Every figure of a period that a unit told and of which the office has another, unit by unit in their order. That there
/// is nothing to report tells 0 of all that a unit does itself.
///
/// # Errors
/// If the store cannot be read.
pub fn clashes(store: &Store, period: &Period) -> Result<Vec<Clash>> {
    let rules: Vec<CheckRule> = store.all()?;
    let mut all = Vec::new();
    for (unit, report) in reports(store, period)? {
        let nothing = report.state == UnitReportState::Nothing;
        let latest = unit_reports::versions(store, report.id)?.pop().filter(|_| !nothing);
        let told = |item: Item| match &latest {
            Some(latest) => latest.figure(item),
            None => (nothing && IS_ITS_OWN.contains(&item)).then_some(0),
        };
        for (item, own) in Item::ALL.into_iter().zip(unit_reports::own(store, report.unit, period)?) {
            let Some(told) = told(item).filter(|told| *told != own) else { continue };
            all.push(Clash {
                unit: unit.clone(),
                item,
                told,
                own,
                estimated: latest.as_ref().is_some_and(|latest| latest.basis == Basis::Estimate),
                is_answered: answered(store, &report, &rules, item)?,
            });
        }
    }
    Ok(all)
}

/// What a unit does itself: of that it tells 0 if it has nothing to report. The office reviews and supports children.
const IS_ITS_OWN: [Item; 7] = [
    Item::Sessions,
    Item::Attendances,
    Item::Hotline,
    Item::Appealed,
    Item::Contributors,
    Item::Contributed,
    Item::Incidents,
];

/// Whether the unit gave a reason wherever a rule found that its figure is not the office's.
fn answered(store: &Store, report: &UnitReport, rules: &[CheckRule], item: Item) -> Result<bool> {
    let of_own = |id| rules.iter().any(|rule| rule.id == id && rule.kind == CheckKind::Own);
    let mut found = unit_reports::checked(store, report)?;
    found.retain(|it| it.warning.item == item && of_own(it.warning.rule));
    Ok(!found.is_empty() && found.iter().all(|it| it.answer.is_some()))
}

/// The reports of a period that are in, with their unit's name, in the order of units.
fn reports(store: &Store, period: &Period) -> Result<Vec<(String, UnitReport)>> {
    let found = store.find::<UnitReport>("period", &PeriodCode(period.code.clone()).value())?;
    let units = store.all::<Unit>()?.into_iter();
    Ok(units
        .filter_map(|unit| Some((unit.name, found.iter().find(|it| it.unit == unit.id && it.is_in())?.clone())))
        .collect())
}

/// Units whose report is not in. Of a half-year and a year nobody may have been asked at all.
fn silent(facts: &Facts) -> Vec<Doubt> {
    if !facts.asked {
        let regular = matches!(facts.period.kind, Kind::Year(_) | Kind::Half(..)) && !facts.units.is_empty();
        let said = || t::NOBODY_ASKED.with([facts.units.len()]);
        let one = || Doubt { concern: Concern::Silent, about: String::new(), said: said() };
        return if regular { vec![one()] } else { Vec::new() };
    }
    let one = |line: &super::lookups::UnitLine| {
        let text = match line.state {
            _ if !line.asked => t::UNIT_NOT_ASKED,
            UnitReportState::Expected => t::UNIT_SILENT,
            UnitReportState::Returned => t::UNIT_RETURNED,
            _ => return None,
        };
        let said = text.with([line.unit.clone(), day::show(line.due)]);
        Some(Doubt { concern: Concern::Silent, about: line.unit.clone(), said })
    };
    facts.units.iter().filter_map(one).collect()
}

/// Warnings about what came in that have no answer; those about the office's own figures are clashes.
fn warned(store: &Store, period: &Period) -> Result<Vec<Doubt>> {
    let rules = store.all::<CheckRule>()?;
    let of_own = |id| rules.iter().any(|rule| rule.id == id && rule.kind == CheckKind::Own);
    let mut all = Vec::new();
    for (unit, report) in reports(store, period)?.into_iter().filter(|(_, it)| it.state != UnitReportState::Nothing) {
        let open = unit_reports::checked(store, &report)?;
        let open = open.into_iter().filter(|it| it.answer.is_none() && !of_own(it.warning.rule));
        all.extend(open.map(|it| {
            let said = u::WARNING_OPEN.with([unit.clone(), String::new()]).saying(1, it.warning.said);
            Doubt { concern: Concern::Warned, about: unit.clone(), said }
        }));
    }
    Ok(all)
}

/// What is counted in a figure though its day is still to come, each row once; and a period that is not over, whose stock
/// is told as of a day to come.
fn ahead(store: &Store, period: &Period) -> Result<Vec<Doubt>> {
    let today = store.today();
    let mut all = Vec::new();
    if period.to <= today {
        return Ok(all);
    }
    let said = t::PERIOD_RUNS.with([day::show(period.to)]);
    let about = t::PERIOD_TO.with([day::show(period.to)]).say(Lang::Vi);
    all.push(Doubt { concern: Concern::Ahead, about, said });
    let mut seen = HashSet::new();
    for figure in FIGURES {
        let Some(meta) = tables::by_name(figure.table).filter(|_| is_dated(figure)) else { continue };
        let sql = format!("select id from \"{}\" where id in ({}) and date > '{today}'", figure.table, figure.rows);
        let ids: Vec<i64> =
            numbers(store, &sql, period)?.into_iter().filter(|id| seen.insert((meta.table, *id))).collect();
        for row in store.lines(meta, &ids)? {
            let (name, on) = (store.row_name(meta, &row), meta.value(&row, "date").text().parse().unwrap_or(today));
            let said = t::ROW_AHEAD.with([String::new(), name.clone(), day::show(on)]).saying(0, meta.title.into());
            all.push(Doubt { concern: Concern::Ahead, about: name, said });
        }
    }
    Ok(all)
}

fn is_dated(figure: &Figure) -> bool {
    let columns = tables::by_name(figure.table).map(|meta| meta.columns);
    columns.is_some_and(|all| all.iter().any(|column| column.name == "date" && column.kind == value::Kind::Date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::id::Id;
    use crate::domain::submission::Submission;
    use crate::reports::fixture::{add, at, h1, office};

    fn told(store: &Store, concern: Concern) -> Vec<String> {
        let facts = Facts::read(store, &h1()).unwrap();
        let all = doubts(store, &facts).unwrap().into_iter().filter(|it| it.concern == concern);
        all.map(|it| it.said.say(Lang::Vi)).collect()
    }

    #[test]
    fn what_a_unit_tells_otherwise_is_found_with_both_numbers() {
        let mut store = office();
        let before = clashes(&store, &h1()).unwrap().len();
        let report =
            store.all::<UnitReport>().unwrap().into_iter().find(|it| it.state == UnitReportState::Sent).unwrap();
        let own = unit_reports::own(&store, report.unit, &h1()).unwrap();
        let mut version =
            Submission { report: report.id, received_on: at("2026-06-12"), version: 9, ..Submission::default() };
        for (item, value) in Item::ALL.into_iter().zip(own) {
            version.set_figure(item, Some(value));
        }
        add(&mut store, version.clone());
        assert_eq!(
            clashes(&store, &h1()).unwrap().iter().filter(|it| it.unit == store.name_of("unit", report.unit.0)).count(),
            0
        );
        version.set_figure(Item::Sessions, Some(own[0] + 3));
        (version.id, version.version) = (Id::NEW, 10);
        add(&mut store, version);
        let unit = store.name_of("unit", report.unit.0);
        let found: Vec<Clash> = clashes(&store, &h1()).unwrap().into_iter().filter(|it| it.unit == unit).collect();
        let [clash] = found.as_slice() else { panic!("{found:?} {before}") };
        assert_eq!((clash.item, clash.told, clash.own), (Item::Sessions, own[0] + 3, own[0]));
        let said = format!("{unit}, Số buổi tuyên truyền: đơn vị báo {}, Văn phòng ghi nhận {}.", own[0] + 3, own[0]);
        assert!(told(&store, Concern::Clash).contains(&said), "{said} {:?}", told(&store, Concern::Clash));
        // The annex that has the unit's figure says so.
        let paper = crate::paper::txt::render(&crate::reports::consolidated::paper(&store, &h1()).unwrap(), 4000);
        assert!(paper.contains("Số đơn vị báo khác số Văn phòng theo dõi") && paper.contains(&said), "{paper}");
    }

    #[test]
    fn units_that_are_silent_are_named() {
        let store = office();
        let silent = told(&store, Concern::Silent);
        assert!(silent.iter().any(|said| said.starts_with("Trung tâm Khuyến nông")), "{silent:?}");
    }

    #[test]
    fn what_is_counted_before_its_day_is_named_with_it() {
        let mut store = office();
        let last = store.today() + chrono::Days::new(1);
        let to = last + chrono::Days::new(30);
        let period = Period::days(at("2026-01-01"), to);
        add(&mut store, Event { name: "Hội trại hè".into(), date: last, ..Event::default() });
        let facts = Facts::read(&store, &period).unwrap();
        let ahead: Vec<Doubt> =
            doubts(&store, &facts).unwrap().into_iter().filter(|it| it.concern == Concern::Ahead).collect();
        assert!(ahead.iter().any(|it| it.about == "Hội trại hè"), "{ahead:?}");
        assert!(ahead[0].said.say(Lang::Vi).contains("chưa hết"), "{ahead:?}");
    }
}
