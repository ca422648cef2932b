//! The way into what is sealed: its passphrase is asked for, or made the first time, and then the screen that was wanted
//! opens.
use std::rc::Rc;

use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::store::vault::{Cost, SHORTEST};
use crate::text::{screen as t, store as words};
use crate::ui::key::Key;

/// What is done once it is unsealed.
type Then = Rc<dyn Fn(&mut Cx) -> Result<Flow>>;

/// Opens what is sealed.
pub const UNSEAL: Command<List> = Command {
    keys: &[Key::Ctrl('u')],
    name: t::UNSEAL,
    ready: |_, cx| !cx.store.is_unsealed(),
    run: |_, cx| unsealed(cx, |_| Ok(Flow::Stay)),
};

/// Seals it again.
pub const RESEAL: Command<List> =
    Command { keys: &[Key::Ctrl('u')], name: t::RESEAL, ready: |_, cx| cx.store.is_unsealed(), run: reseal };

/// Changes the passphrase.
pub const CHANGE: Command<List> =
    Command { keys: &[], name: t::CHANGE_SEAL, ready: |_, cx| cx.store.has_inner_lock(), run: change };

/// Does something with what is sealed: at once if it is open, else after its passphrase.
///
/// # Errors
/// What it fails with.
pub fn unsealed(cx: &mut Cx, then: impl Fn(&mut Cx) -> Result<Flow> + 'static) -> Result<Flow> {
    if cx.store.is_unsealed() { then(cx) } else { Ok(Flow::Open(Box::new(question(cx, "", Rc::new(then), None)))) }
}

/// The same where something smaller can be done without the passphrase, if none is typed.
///
/// # Errors
/// What it fails with.
pub fn unsealed_or(
    cx: &mut Cx,
    note: &str,
    then: impl Fn(&mut Cx) -> Result<Flow> + 'static,
    less: impl Fn(&mut Cx) -> Result<Flow> + 'static,
) -> Result<Flow> {
    if cx.store.is_unsealed() {
        return then(cx);
    }
    if !cx.store.has_inner_lock() {
        return less(cx);
    }
    Ok(Flow::Open(Box::new(question(cx, note, Rc::new(then), Some(Rc::new(less))))))
}

fn question(cx: &Cx, note: &str, then: Then, less: Option<Then>) -> Ask {
    if !cx.store.has_inner_lock() {
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            cx.store.found_inner_lock(twice(answers)?, Cost::Full, "")?;
            go_on(cx, &then)
        };
        let fields = [(t::SEAL_FIRST, ""), (t::SEAL_AGAIN, "")];
        let ask = Ask::new(cx.say(t::UNSEAL).to_owned(), &fields, Box::new(done)).secret();
        return ask.noted(cx.say(t::SEAL_FOUND_NOTE).to_owned());
    }
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let typed = answers.first().map_or("", String::as_str);
        if let Some(less) = less.as_ref().filter(|_| typed.is_empty()) {
            return replaced(less(cx)?);
        }
        cx.store.unseal(typed)?;
        go_on(cx, &then)
    };
    let hint = cx.store.seal_hint();
    let sample = if hint.is_empty() { String::new() } else { t::SEAL_SAMPLE.with([hint]).say(cx.settings.lang) };
    let notes = [note, sample.as_str(), cx.say(t::SEAL_NOTE)];
    let notes: Vec<&str> = notes.into_iter().filter(|it| !it.is_empty()).collect();
    let ask = Ask::new(cx.say(t::UNSEAL).to_owned(), &[(t::SEAL_PASSPHRASE, "")], Box::new(done)).secret();
    ask.noted(notes.join("\n"))
}

fn go_on(cx: &mut Cx, then: &Then) -> Result<Flow> {
    let sentence = cx.say(t::UNSEALED_NOW);
    cx.good(sentence);
    replaced(then(cx)?)
}

/// The question gives way to what opens after it.
fn replaced(flow: Flow) -> Result<Flow> {
    Ok(match flow {
        Flow::Open(screen) => Flow::Replace(screen),
        Flow::Stay => Flow::Back,
        other => other,
    })
}

/// A new passphrase that was typed twice.
fn twice(answers: &[String]) -> Result<&str> {
    match answers {
        [first, ..] if first.chars().count() < SHORTEST => Err(words::WEAK_PASSPHRASE.into()),
        [first, second] if first == second => Ok(first),
        _ => Err(t::SEAL_DIFFERS.into()),
    }
}

fn reseal(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    cx.store.reseal();
    let sentence = cx.say(t::RESEALED);
    cx.good(sentence);
    Ok(Flow::Stay)
}

fn change(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let done = |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let Some((old, new)) = answers.split_first() else { return Ok(Flow::Back) };
        cx.store.change_inner_lock(old, twice(new)?)?;
        let sentence = cx.say(t::SEAL_CHANGED);
        cx.good(sentence);
        Ok(Flow::Back)
    };
    let fields = [(t::SEAL_OLD, ""), (t::SEAL_FIRST, ""), (t::SEAL_AGAIN, "")];
    let ask = Ask::new(cx.say(t::CHANGE_SEAL).to_owned(), &fields, Box::new(done)).secret();
    Ok(Flow::Open(Box::new(ask.noted(cx.say(t::SEAL_FOUND_NOTE).to_owned()))))
}
