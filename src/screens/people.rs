//! What the list of staff does beside every list: whether the chosen ones work here is said for all of them at once.
use crate::domain::act::{Act, Step};
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
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
];

fn say(list: &mut List, cx: &mut Cx, staff: Employed, words: Text) -> Result<Flow> {
    let chosen = list.chosen();
    let name = cx.store.rows_name(list.meta, &chosen);
    cx.store.write(Step::new(Act::Edit, list.meta.table, name.clone()), |store| {
        for id in &chosen {
            let mut person = store.get::<Person>(Id::of(*id))?;
            person.staff = staff;
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
