//! What the list of staff does beside every list: whether the chosen ones work here is said for all of them at once.
use crate::acts;
use crate::domain::act::{Act, Step};
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person, StaffKind};
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::mask;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, family, field, rule, screen as t};
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Ctrl('u')], name: family::TRANSFER, ready: |list, _| list.has_row(), run: transfer },
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::CONFIRM_STAFF,
        ready: |list, _| list.has_row(),
        run: |list, cx| say(list, cx, Employed::Yes, t::CONFIRM_STAFF),
    },
    Command {
        keys: &[Key::Ctrl('x')],
        name: t::NOT_STAFF,
        ready: |list, _| list.has_row(),
        run: |list, cx| say(list, cx, Employed::No, t::NOT_STAFF),
    },
    Command {
        keys: &[],
        name: t::KIND_IS_CADRE,
        ready: |list, _| list.has_row(),
        run: |list, cx| sort(list, cx, StaffKind::Cadre, t::KIND_IS_CADRE),
    },
    Command {
        keys: &[],
        name: t::KIND_IS_CIVIL,
        ready: |list, _| list.has_row(),
        run: |list, cx| sort(list, cx, StaffKind::Civil, t::KIND_IS_CIVIL),
    },
    Command {
        keys: &[],
        name: t::KIND_IS_PUBLIC,
        ready: |list, _| list.has_row(),
        run: |list, cx| sort(list, cx, StaffKind::Public, t::KIND_IS_PUBLIC),
    },
    Command {
        keys: &[],
        name: t::KIND_IS_WORKER,
        ready: |list, _| list.has_row(),
        run: |list, cx| sort(list, cx, StaffKind::Worker, t::KIND_IS_WORKER),
    },
];

/// Asks for the new unit, then for the day, and moves the person under the cursor with the children who follow.
fn transfer(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let lang = cx.settings.lang;
    let person = cx.store.get::<Person>(Id::of(id))?;
    let name = if cx.settings.mask { mask::initials(&person.name) } else { person.name };
    let units: Vec<String> = cx.store.all::<Unit>()?.into_iter().map(|unit| unit.name).collect();
    let title = family::ASK_UNIT.with([&name]).say(lang);
    let asked = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let typed = answers.first().map(String::as_str).unwrap_or_default();
        let found = cx.store.suggest(Unit::TABLE, typed, 9)?;
        let same = found.iter().filter(|(_, unit, _)| fold(unit) == fold(typed));
        let unit = match (same.collect::<Vec<_>>().as_slice(), found.as_slice()) {
            ([(id, unit, _)], _) | ([], [(id, unit, _)]) if !typed.is_empty() => (*id, unit.clone()),
            _ => return Err(rule::NOT_IN_LIST.with([typed]).into()),
        };
        Ok(Flow::Replace(Box::new(ask_day(cx, id, name.clone(), unit))))
    };
    Ok(Flow::Open(Box::new(Ask::new(title, &[(field::UNIT, "")], Box::new(asked)).among(units))))
}

fn ask_day(cx: &Cx, person: i64, name: String, unit: (i64, String)) -> Ask {
    let title = format!("{name} → {}", unit.1);
    let today = day::show(cx.store.today());
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let typed = answers.first().map(String::as_str).unwrap_or_default();
        let from = day::parse(typed, cx.store.today())?;
        let moved = acts::transfer::run(cx.store, Id::of(person), Id::of(unit.0), from)?;
        let parts = [name.clone(), unit.1.clone(), day::show(from), moved.to_string()];
        cx.good(family::TRANSFERRED.with(parts).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    Ask::new(title, &[(family::ASK_DAY, &today)], Box::new(done))
}

/// Says of what kind of staff the chosen ones are; who is of a kind works here.
fn sort(list: &mut List, cx: &mut Cx, kind: StaffKind, words: Text) -> Result<Flow> {
    change(list, cx, words, |person| (person.kind, person.staff) = (kind, Employed::Yes))
}

fn say(list: &mut List, cx: &mut Cx, staff: Employed, words: Text) -> Result<Flow> {
    change(list, cx, words, |person| person.staff = staff)
}

/// Changes the chosen ones as one step, and says so.
fn change(list: &mut List, cx: &mut Cx, words: Text, how: impl Fn(&mut Person)) -> Result<Flow> {
    let chosen = list.chosen();
    let name = cx.store.rows_name(list.meta, &chosen);
    cx.store.write(Step::new(Act::Edit, list.meta.table, name.clone()), |store| {
        for id in &chosen {
            let mut person = store.get::<Person>(Id::of(*id))?;
            how(&mut person);
            store.put_record(&mut person)?;
        }
        Ok(())
    })?;
    list.unmark();
    list.step(1);
    let sentence = format!("{} · {name}", cx.say(words));
    cx.good(t::DONE.with([sentence]).say(cx.settings.lang));
    Ok(Flow::Stay)
}
