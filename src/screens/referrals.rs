//! Concerns and their hand-overs: noted in a minute, handed on at once, followed until somebody has answered. What is
//! sealed opens by its passphrase first.
use crate::domain::consent::Purpose;
use crate::domain::day;
use crate::domain::handover::{Answer, Handover};
use crate::domain::id::Id;
use crate::domain::record::{Meta, Record};
use crate::domain::referral::{Referral, elapsed};
use crate::domain::value::Value;
use crate::reports::consent;
use crate::reports::referral::{self, Words};
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::print::{Output, Print};
use crate::screens::reading::Reading;
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::sealed::{self, unsealed, unsealed_or};
use crate::store::Result;
use crate::text::screen as t;
use crate::ui::key::Key;

/// The commands of the list of concerns.
pub const COMMANDS: &[Command<List>] = &[
    // While it is sealed, how to open it is what is hinted first.
    sealed::UNSEAL,
    Command { keys: &[Key::Enter], name: t::HANDOVERS_OF, ready: |list, _| list.has_row(), run: open },
    Command {
        keys: &[Key::Insert, Key::Ctrl('n')],
        name: t::NOTE_REFERRAL,
        ready: |_, _| true,
        run: |_, cx| unsealed(cx, |cx| Ok(Flow::Open(Box::new(new_note(cx))))),
    },
    sealed::RESEAL,
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::HAND_OVER,
        ready: |list, _| list.has_row(),
        run: |list, cx| hand_over(cx, list.current_id(), list.current_id()),
    },
    Command {
        keys: &[Key::Ctrl('x')],
        name: t::TIMELINE,
        ready: |list, _| list.has_row(),
        run: |list, cx| timeline(cx, list.current_id()),
    },
    Command {
        keys: &[Key::F(2), Key::Ctrl('e')],
        name: t::EDIT,
        ready: |list, _| list.has_row(),
        run: |list, cx| edit(cx, Referral::META, list.current_id(), ""),
    },
    Command {
        keys: &[Key::F(7), Key::Ctrl('p')],
        name: t::PRINT,
        ready: |list, _| list.has_row(),
        run: |list, cx| print(list, cx, list.current_id()),
    },
    sealed::CHANGE,
];

/// The commands of a concern's hand-overs.
const HANDOVERS: &[Command<List>] = &[
    sealed::UNSEAL,
    Command {
        keys: &[Key::Insert, Key::Ctrl('n')],
        name: t::HAND_OVER,
        ready: |_, _| true,
        run: |list, cx| hand_over(cx, referral_of(list), None),
    },
    Command {
        keys: &[Key::Enter],
        name: t::NOTE_ANSWER,
        ready: |list, _| list.has_row(),
        run: |list, cx| edit(cx, Handover::META, list.current_id(), "answer"),
    },
    sealed::RESEAL,
    Command {
        keys: &[Key::Ctrl('x')],
        name: t::TIMELINE,
        ready: |_, _| true,
        run: |list, cx| timeline(cx, referral_of(list)),
    },
    Command {
        keys: &[Key::F(2), Key::Ctrl('e')],
        name: t::EDIT,
        ready: |list, _| list.has_row(),
        run: |list, cx| edit(cx, Handover::META, list.current_id(), ""),
    },
    Command {
        keys: &[Key::F(7), Key::Ctrl('p')],
        name: t::PRINT,
        ready: |_, _| true,
        run: |list, cx| print(list, cx, referral_of(list)),
    },
    sealed::CHANGE,
];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let referral = cx.store.get::<Referral>(Id::of(id))?;
    cx.store.looked("open", Referral::TABLE, Some(id), None)?;
    let title = t::REFERRAL_TITLE.with([referral.code.clone(), day::moment(referral.noted())]).say(cx.settings.lang);
    let handovers = List::new(Handover::META, HANDOVERS).scoped(title, "referral", Value::Int(id)).captioned(caption);
    Ok(Flow::Open(Box::new(handovers)))
}

/// The concern that a list of hand-overs is of.
fn referral_of(list: &List) -> Option<i64> {
    list.query.scope.first().map(|(_, value)| value.int())
}

/// Where the concern stands, and how long ago it was noted.
fn caption(list: &List, cx: &Cx) -> String {
    let found = referral_of(list).and_then(|id| cx.store.get::<Referral>(Id::of(id)).ok());
    let Some(referral) = found else { return String::new() };
    let state = cx.say(referral.state.text()).to_owned();
    let since = elapsed(referral.noted(), cx.store.now());
    t::REFERRAL_CLOCK.with([state, String::new()]).saying(1, since).say(cx.settings.lang)
}

fn new_note(cx: &mut Cx) -> Edit {
    List::new(Referral::META, &[]).new_form(cx, &[]).at("seen")
}

/// Opens the form of a hand-over; the list below goes back to a row of its own, where the form is not of its record.
fn hand_over(cx: &mut Cx, referral: Option<i64>, back: Option<i64>) -> Result<Flow> {
    let Some(id) = referral else { return Ok(Flow::Stay) };
    unsealed(cx, move |cx| {
        let given = [("referral", Value::Int(id)), ("sender", Value::from(cx.store.user()))];
        say_consent(cx, id)?;
        let form = List::new(Handover::META, &[]).new_form(cx, &given).at("receiver");
        Ok(Flow::Open(Box::new(match back {
            Some(row) => form.returning(row),
            None => form,
        })))
    })
}

/// Says what the ledger of consents knows of the child, before its data are shared.
fn say_consent(cx: &mut Cx, referral: i64) -> Result<()> {
    let child = cx.store.get::<Referral>(Id::of(referral))?.child;
    if !child.is_new() {
        let agreed = consent::permits(cx.store, child, Purpose::Share, cx.store.today())?;
        let sentence = cx.say(if agreed { t::SHARE_AGREED } else { t::SHARE_NOT_AGREED });
        cx.good(sentence);
    }
    Ok(())
}

fn edit(cx: &mut Cx, meta: &'static Meta, row: Option<i64>, column: &'static str) -> Result<Flow> {
    let Some(id) = row else { return Ok(Flow::Stay) };
    unsealed(cx, move |cx| {
        let Some(mut row) = cx.store.row(meta, id)? else { return Ok(Flow::Stay) };
        cx.store.looked("open", meta.table, Some(id), None)?;
        // Whoever notes an answer mostly does so on its day.
        if column == "answer" && meta.value(&row, "answer").text() == Answer::Waiting.code() {
            meta.set(&mut row, "answered_on", Value::Text(cx.store.today().to_string()));
        }
        Ok(Flow::Open(Box::new(Edit::new(cx, meta, row, None).at(column))))
    })
}

fn timeline(cx: &mut Cx, referral: Option<i64>) -> Result<Flow> {
    let Some(id) = referral else { return Ok(Flow::Stay) };
    unsealed(cx, move |cx| {
        let lines =
            referral::timeline(cx.store, Id::of(id), if cx.settings.mask { Words::Covered } else { Words::Told })?;
        cx.store.looked("open", Referral::TABLE, Some(id), None)?;
        let said = |event: &referral::Event| format!("{}  {}", event.at, event.what.say(cx.settings.lang));
        let lines = lines.iter().map(said).collect();
        Ok(Flow::Open(Box::new(Reading::new(cx.say(t::TIMELINE).to_owned(), lines))))
    })
}

fn print(list: &List, cx: &mut Cx, referral: Option<i64>) -> Result<Flow> {
    let Some(id) = referral else { return Ok(Flow::Stay) };
    let (meta, ids, scope) = (list.meta, list.ids().to_vec(), list.query.scope.clone());
    let rows = move |cx: &mut Cx| -> Result<Print> {
        let mut of_rows = List::new(meta, &[]).of_rows(String::new(), ids.clone());
        of_rows.query.scope.clone_from(&scope);
        of_rows.read_all(cx)?;
        Ok(Print::of_list(cx, &of_rows))
    };
    let note = cx.say(t::SEAL_PRINT_NOTE);
    let all = rows.clone();
    unsealed_or(
        cx,
        note,
        move |cx| Ok(Flow::Open(Box::new(all(cx)?.with(cx, outputs(id), "vu-viec")))),
        move |cx| Ok(Flow::Open(Box::new(rows(cx)?))),
    )
}

fn outputs(id: i64) -> Vec<Output> {
    let id = Id::<Referral>::of(id);
    let mut outputs = Output::forms(t::OUT_REFERRAL_SHEET, move |cx| referral::sheet(cx.store, id));
    outputs.extend(Output::forms(t::OUT_REFERRAL_TIMELINE, move |cx| referral::timeline_paper(cx.store, id)));
    outputs
}
