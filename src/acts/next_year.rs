//! Opening the next year: its plan is made from this year's, days moved by their rules, programmes copied as drafts,
//! whoever has left no longer in charge. It is looked at first, and kept as one step.
use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::domain::act::{Act, Step};
use crate::domain::body::Body;
use crate::domain::due::{Due, same_day};
use crate::domain::event::{Event, EventKind};
use crate::domain::fold::same;
use crate::domain::id::Id;
use crate::domain::lunar;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::plan::{Clause, Plan};
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::value::{Cell, RuleCode};
use crate::store::{Result, Store};
use crate::text::{Text, next_year as t};

/// One thing that the next year's plan has, beside what it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The clause with its code, or the programme.
    pub what: String,
    /// Its day this year.
    pub before: Option<NaiveDate>,
    /// Its day next year.
    pub after: Option<NaiveDate>,
    /// What is left out, and whom it was: an officer, a body.
    pub dropped: Vec<(Text, String)>,
}

/// The next year as it would be kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NextYear {
    /// The plan, without number and day.
    pub plan: Plan,
    /// The clauses, each under the id of the one it was made from.
    pub clauses: Vec<Clause>,
    /// The programmes, without an approved list; their clauses by the ids of this year's.
    pub events: Vec<Event>,
    /// What a reader looks at, clauses first.
    pub changes: Vec<Change>,
}

/// Makes the year after a plan's, and writes nothing.
///
/// # Errors
/// If there is a plan of that year already, or the store cannot be read.
pub fn draft(store: &Store, from: Id<Plan>) -> Result<NextYear> {
    let old = store.get(from)?;
    let year = i32::try_from(old.year + 1).unwrap_or(i32::MAX);
    if store.all::<Plan>()?.iter().any(|plan| plan.year == i64::from(year)) {
        return Err(crate::text::plan::YEAR_TAKEN.with([year]).into());
    }
    let plan = Plan {
        id: Id::NEW,
        name: moved_words(&old.name, year),
        year: i64::from(year),
        number: String::new(),
        issued: None,
        ..old.clone()
    };
    let mut next = NextYear { plan, ..NextYear::default() };
    let gone = Gone::by(store, year)?;
    for clause in store.find::<Clause>("plan", &from.value())? {
        next.clause(&clause, year, &gone);
    }
    let kept: HashSet<Id<Clause>> = next.clauses.iter().map(|clause| clause.id).collect();
    let there = store.all::<Event>()?;
    let mut events: Vec<&Event> = there
        .iter()
        .filter(|it| kept.contains(&it.clause) || it.clause.is_new() && i64::from(it.date.year()) == old.year)
        .collect();
    events.sort_by_key(|event| event.date);
    for event in events {
        let copy = moved_event(event, year);
        let known = there.iter().any(|it| it.kind == copy.kind && (same(&it.name, &copy.name) || it.date == copy.date));
        if !known {
            let (before, after) = (Some(event.date), Some(copy.date));
            next.changes.push(Change { what: copy.name.clone(), before, after, dropped: Vec::new() });
            next.events.push(copy);
        }
    }
    Ok(next)
}

/// Keeps the next year as one step; the answer is its plan.
///
/// # Errors
/// If a plan of that year has come meanwhile, or the store refuses; then nothing was written.
pub fn keep(store: &mut Store, next: &NextYear) -> Result<Id<Plan>> {
    if store.all::<Plan>()?.iter().any(|plan| plan.year == next.plan.year) {
        return Err(crate::text::plan::YEAR_TAKEN.with([next.plan.year]).into());
    }
    store.write(Step::new(Act::OpenYear, Plan::TABLE, next.plan.name.clone()), |store| {
        let plan = store.put_record(&mut next.plan.clone())?;
        let mut made: HashMap<Id<Clause>, Id<Clause>> = HashMap::new();
        // In their order a clause comes after the one it is under.
        for clause in &next.clauses {
            let parent = made.get(&clause.parent).copied().unwrap_or_default();
            let mut copy = Clause { id: Id::NEW, plan, parent, ..clause.clone() };
            made.insert(clause.id, store.put_record(&mut copy)?);
        }
        for event in &next.events {
            let clause = made.get(&event.clause).copied().unwrap_or_default();
            store.put_record(&mut Event { clause, ..event.clone() })?;
        }
        Ok(plan)
    })
}

impl NextYear {
    fn clause(&mut self, old: &Clause, year: i32, gone: &Gone) {
        let rule = Due::parse(&old.due.0);
        let next = rule.map(Due::next_year);
        let mut dropped = Vec::new();
        let mut copy = Clause {
            name: moved_words(&old.name, year),
            due: RuleCode(next.map_or_else(|| old.due.0.clone(), Due::code)),
            ..old.clone()
        };
        copy.words.0 = moved_words(&old.words.0, year);
        if let Some(name) = gone.people.get(&old.officer.0) {
            dropped.push((t::OFFICER_LEFT, name.clone()));
            copy.officer = Id::NEW;
        }
        if let Some(name) = gone.bodies.get(&old.lead.0) {
            dropped.push((t::LEAD_GONE, name.clone()));
            copy.lead = Id::NEW;
        }
        copy.partners.0.retain(|id| match gone.bodies.get(id) {
            Some(name) => {
                dropped.push((t::PARTNER_GONE, name.clone()));
                false
            }
            None => true,
        });
        self.changes.push(Change {
            what: format!("{} {}", copy.code, copy.name).trim().to_owned(),
            before: rule.and_then(|rule| rule.day(year - 1)),
            after: next.and_then(|rule| rule.day(year)),
            dropped,
        });
        self.clauses.push(copy);
    }
}

/// Who is no longer there when a year begins, by row, with names.
struct Gone {
    people: HashMap<i64, String>,
    bodies: HashMap<i64, String>,
}

impl Gone {
    fn by(store: &Store, year: i32) -> Result<Self> {
        let start = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let over = |until: Option<NaiveDate>| until.is_some_and(|until| until < start);
        let people =
            store.all::<Person>()?.into_iter().filter(|it| over(it.until)).map(|it| (it.id.0, it.name)).collect();
        let units = store.all::<Unit>()?;
        let ended = |body: &Body| {
            let unit = units
                .iter()
                .find(|it| if body.unit.is_new() { same(&it.name, &body.name) } else { it.id == body.unit });
            unit.is_some_and(|unit| over(unit.until))
        };
        let bodies = store.all::<Body>()?.into_iter().filter(ended).map(|it| (it.id.0, it.name)).collect();
        Ok(Self { people, bodies })
    }
}

/// A programme a year later: feasts keep their distance to the lunar day, all else its date; nothing of what was spent
/// or handed out comes along.
fn moved_event(event: &Event, year: i32) -> Event {
    let feast = match event.kind {
        EventKind::MidAutumn => lunar::mid_autumn(event.date.year()).zip(lunar::mid_autumn(year)),
        EventKind::NewYear => lunar::new_year(event.date.year()).zip(lunar::new_year(year)),
        _ => None,
    };
    let date = match feast {
        Some((before, after)) => after + TimeDelta::days((event.date - before).num_days()),
        None => same_day(event.date, year),
    };
    Event {
        id: Id::NEW,
        name: moved_words(&event.name, year),
        date,
        cost: Vnd(0),
        children_present: 0,
        approved_on: None,
        approval: String::new(),
        approver: String::new(),
        ..event.clone()
    }
}

/// Words whose "năm 2026" becomes the next year's; years in the dates and numbers of other papers stay.
fn moved_words(words: &str, year: i32) -> String {
    ["năm", "Năm", "NĂM"].iter().fold(words.to_owned(), |words, word| {
        let (before, after) = (format!("{word} {}", year - 1), format!("{word} {year}"));
        let mut out = String::with_capacity(words.len());
        let mut rest = words.as_str();
        while let Some((head, tail)) = rest.split_once(&before) {
            out.push_str(head);
            // "ngày 12 tháng 1 năm 2026" is the day of a paper.
            let of_day =
                head.trim_end().rsplit_once("tháng ").is_some_and(|(_, month)| month.trim().parse::<u32>().is_ok());
            out.push_str(if of_day { &before } else { &after });
            rest = tail;
        }
        out.push_str(rest);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{sample, setup};
    use crate::domain::value::Value;

    fn office() -> (Store, Id<Plan>) {
        let mut store = sample::store();
        setup::run(&mut store).unwrap();
        let plan = store.all::<Plan>().unwrap().remove(0).id;
        (store, plan)
    }

    fn clause(store: &Store, code: &str, year: i64) -> Clause {
        store.all::<Clause>().unwrap().into_iter().find(|it| it.code == code && it.year == year).unwrap()
    }

    #[test]
    fn the_next_year_is_the_same_tree_with_its_days_moved() {
        let (mut store, plan) = office();
        let mut event = Event {
            name: "Đêm hội trăng rằm năm 2026".into(),
            kind: EventKind::MidAutumn,
            date: sample::day("2026-09-24"),
            clause: clause(&store, "II.2.c", 2026).id,
            cost: Vnd(3_000_000),
            children_present: 90,
            ..Event::default()
        };
        store.save(&mut event).unwrap();
        let next = draft(&store, plan).unwrap();
        assert_eq!(store.all::<Plan>().unwrap().len(), 1, "a draft writes nothing");
        let change = |code: &str| next.changes.iter().find(|it| it.what.starts_with(code)).unwrap();
        assert_eq!(change("II.2.a").after, Some(sample::day("2027-06-01")));
        assert_eq!(change("II.2.c").after, Some(sample::day("2027-09-15")));
        assert_eq!(change("Đêm hội").after, Some(sample::day("2027-09-14")));
        let made = keep(&mut store, &next).unwrap();
        let plan = store.get(made).unwrap();
        assert!(plan.name.ends_with("năm 2027") && plan.number.is_empty());
        let of = |year| store.all::<Clause>().unwrap().into_iter().filter(move |it| it.year == year);
        let shape = |year: i64| of(year).map(|it| (it.line, it.lead_name, it.partner_names)).collect::<Vec<_>>();
        assert_eq!(shape(2027), shape(2026));
        let copy = store.find::<Event>("name", &"Đêm hội trăng rằm năm 2027".into()).unwrap().remove(0);
        assert_eq!((copy.cost, copy.children_present, copy.is_frozen()), (Vnd(0), 0, false));
        assert_eq!(copy.clause, clause(&store, "II.2.c", 2027).id);
        // What is only planned proves nothing.
        assert!(clause(&store, "II.2.c", 2027).bare && !clause(&store, "II.2.c", 2026).bare);
        assert!(draft(&store, plan.id).is_ok() && keep(&mut store, &next).is_err());
        store.undo().unwrap();
        assert_eq!(of_count(&store), (1, 1));
        assert_eq!(store.check().unwrap(), []);
    }

    fn of_count(store: &Store) -> (usize, usize) {
        (store.all::<Plan>().unwrap().len(), store.all::<Event>().unwrap().len())
    }

    #[test]
    fn whoever_has_left_is_not_in_charge_and_is_named() {
        let (mut store, plan) = office();
        let unit = sample::unit(&mut store, "Văn phòng Sở");
        let person = sample::staff(&mut store, "Lê Văn An", unit);
        let mut left = store.get(person).unwrap();
        left.until = Some(sample::day("2026-10-01"));
        store.save(&mut left).unwrap();
        let mut ended = store.get(unit).unwrap();
        ended.until = Some(sample::day("2026-12-31"));
        store.save(&mut ended).unwrap();
        let mut led = clause(&store, "II.2.a", 2026);
        led.officer = person;
        store.save(&mut led).unwrap();
        let next = draft(&store, plan).unwrap();
        let change = next.changes.iter().find(|it| it.what.starts_with("II.2.a")).unwrap();
        let said: Vec<String> = change.dropped.iter().map(|(_, name)| name.clone()).collect();
        assert_eq!(said, ["Lê Văn An", "Văn phòng Sở"]);
        keep(&mut store, &next).unwrap();
        let copy = clause(&store, "II.2.a", 2027);
        assert!(copy.lead.is_new() && copy.officer.is_new() && copy.partner_names.contains("Công đoàn"));
        assert_eq!(
            store.find::<Clause>("plan", &Value::Int(plan.0)).unwrap().iter().filter(|it| !it.lead.is_new()).count(),
            15
        );
    }

    #[test]
    fn only_the_plan_s_own_year_moves_in_words() {
        let moved = |words: &str| moved_words(words, 2027);
        assert_eq!(moved("Kế hoạch năm 2026 theo Luật năm 2016"), "Kế hoạch năm 2027 theo Luật năm 2016");
        assert_eq!(moved("Công văn ngày 12 tháng 1 năm 2026"), "Công văn ngày 12 tháng 1 năm 2026");
        assert_eq!(moved("số 846 ngày 20/7/2026"), "số 846 ngày 20/7/2026");
    }
}
