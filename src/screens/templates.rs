//! What the list of templates does beside every list: write a Word file to begin with, take one in, and tell what can be
//! filled in.
use crate::acts::template;
use crate::domain::period::Period;
use crate::reports::consolidated::{own, start};
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::path;
use crate::screens::print;
use crate::screens::reading::Reading;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{screen, template as t};
use crate::ui::key::Key;

/// The commands of the list of templates.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Insert, Key::Ctrl('n')], name: t::TAKE_IN, ready: |_, _| true, run: take_in },
    Command { keys: &[Key::Ctrl('u')], name: t::START, ready: |_, _| true, run: start },
    Command { keys: &[Key::Ctrl('w')], name: t::NAMES, ready: |_, _| true, run: names },
];

fn take_in(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let done = |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let path = path::typed(answers.first().map_or("", String::as_str));
        let bytes = std::fs::read(&path).map_err(|_| screen::NO_SUCH_FILE.with([path.display().to_string()]))?;
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let kept = template::take_in(cx.store, &name, &bytes)?;
        let period = Period::reported(cx.store.today());
        let faults = own::faults(cx.store, &period, &kept)?;
        let lang = cx.settings.lang;
        match faults.first() {
            None => cx.good(t::TAKEN.with([kept.name]).say(lang)),
            Some(first) => {
                let parts = [kept.name, faults.len().to_string(), String::new()];
                cx.bad(t::TAKEN_WITH.with(parts).saying(2, first.clone()).say(lang));
            }
        }
        Ok(Flow::Saved(kept.id.0))
    };
    Ok(Flow::Open(Box::new(Ask::new(cx.say(t::TAKE_IN).to_owned(), &[(t::ASK_FILE, "")], Box::new(done)))))
}

/// Asks where to, and writes the report as it is printed with its places instead of its words.
fn start(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let free = path::free(&print::folder().join("mau-bao-cao.docx")).display().to_string();
    let done = |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let path = path::typed(answers.first().map_or("", String::as_str));
        if path.exists() {
            return Err(t::EXISTS.with([path.display()]).into());
        }
        print::put(&path, &start::start()?)?;
        cx.good(t::START_WRITTEN.with([path.display()]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    Ok(Flow::Open(Box::new(Ask::new(cx.say(t::START).to_owned(), &[(t::ASK_START, &free)], Box::new(done)))))
}

/// Lists the names with what they stand for in the report that is due now.
fn names(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let period = Period::reported(cx.store.today());
    let lang = cx.settings.lang;
    let line = |(name, value): (String, String)| t::NAMED.with([format!("{{{{{name}}}}}"), value]).say(lang);
    let lines = own::names(cx.store, &period)?.into_iter().map(line).collect();
    Ok(Flow::Open(Box::new(Reading::new(cx.say(t::NAMES).to_owned(), lines))))
}
