//! What the list of letters does beside every list: a letter gets its number from the clerical office, or gives it back; and
//! what the list of checks does: the rules that most offices want.
use crate::acts::{letters, unit_reports};
use crate::domain::act::{Act, Step};
use crate::domain::check_rule::CheckRule;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::letter::{Letter, LetterState};
use crate::domain::record::Record;
use crate::reports::papers::Subject;
use crate::reports::{bundle, letterhead};
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{issue, screen as s, units as t};
use crate::ui::key::Key;

/// The commands of the list of letters.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Ctrl('u')], name: t::NUMBER, ready: |list, _| is(list, LetterState::Draft), run: number },
    Command {
        keys: &[Key::Ctrl('x')],
        name: t::TAKE_BACK,
        ready: |list, _| is(list, LetterState::Numbered),
        run: withdraw,
    },
    Command { keys: &[Key::Ctrl('w')], name: t::PRINT_LETTER, ready: |list, _| list.has_row(), run: print },
];

/// The commands of the list of checks.
pub const RULES: &[Command<List>] =
    &[Command { keys: &[Key::Ctrl('u')], name: t::PUT_RULES, ready: |list, _| list.ids().is_empty(), run: put_rules }];

fn is(list: &List, state: LetterState) -> bool {
    list.current().is_some_and(|row| Letter::META.value(row, "state").text() == state.code())
}

fn number(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let today = day::show(cx.store.today());
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let date = day::parse(answers.get(1).map_or("", String::as_str), cx.store.today())?;
        letters::number(cx.store, Id::of(id), answers.first().map_or("", String::as_str), date)?;
        let sentence = cx.say(t::IS_NUMBERED);
        cx.good(sentence);
        Ok(Flow::Back)
    };
    let fields = [(s::ASK_NUMBER, ""), (s::ASK_SIGNED, today.as_str())];
    let ask = Ask::new(cx.say(t::NUMBER).to_owned(), &fields, Box::new(done));
    Ok(Flow::Open(Box::new(ask.noted(nameless(cx)?))))
}

/// The letter as a paper, without the outputs of the whole list.
fn print(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let mut papers = Output::papers(&Subject::Row(Letter::TABLE, id));
    // A letter's file is called after whom it goes to.
    papers.iter_mut().for_each(|output| output.stem = "");
    let stem = bundle::letter_stem(cx.store, Id::of(id))?;
    let lack = nameless(cx)?;
    if !lack.is_empty() {
        cx.bad(lack);
    }
    Ok(Flow::Open(Box::new(Print::new(cx, &stem, papers, (Letter::TABLE, 0)))))
}

/// What is said where letters would be printed without the name of whoever signs them; else nothing.
fn nameless(cx: &Cx) -> Result<String> {
    let signer = letterhead::nameless(cx.store)?;
    Ok(signer.map(|it| issue::SIGNER_NAMELESS.with([it.office]).say(cx.settings.lang)).unwrap_or_default())
}

fn withdraw(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    letters::withdraw(cx.store, Id::of(id))?;
    let words = cx.say(t::TAKE_BACK);
    cx.good(s::DONE_FINAL.with([words]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

fn put_rules(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    cx.store.write(Step::new(Act::Add, CheckRule::TABLE, cx.say(t::PUT_RULES)), unit_reports::put_rules_within)?;
    let words = cx.say(t::PUT_RULES);
    cx.good(s::DONE.with([words]).say(cx.settings.lang));
    Ok(Flow::Stay)
}
