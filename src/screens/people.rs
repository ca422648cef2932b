//! What the list of staff does beside every list: whether the chosen ones work here is said for all of them at once.
use crate::domain::act::{Act, Step};
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person, StaffKind};
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, screen as t};
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
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
