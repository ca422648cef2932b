//! The way of a report out of the office, a key a move: shown to its signer, signed, numbered, issued; and back.
use super::FigureList;
use crate::acts::issue;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::report::{Report, ReportState};
use crate::reports::consolidated::{self, Faults, own};
use crate::reports::guard;
use crate::screens::ask::Ask;
use crate::screens::confirm::Confirm;
use crate::screens::reading::Reading;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Lang, Said, Text, issue as t, screen};
use crate::ui::key::Key;

impl FigureList {
    /// The moves that the report's state allows, forwards on one key and back on another.
    pub(super) const MOVES: &'static [Command<Self>] = &[
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::CHECK,
            ready: |it, _| !it.standing().is_frozen(),
            run: Self::check,
        },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::VERIFY,
            ready: |it, _| it.report.as_ref().is_some_and(|report| !report.print.is_empty()),
            run: Self::verify,
        },
        Command {
            keys: &[Key::Ctrl('u')],
            name: t::SUBMIT,
            ready: |it, _| it.standing() == ReportState::Draft,
            run: Self::submit,
        },
        Command {
            keys: &[Key::Ctrl('u')],
            name: t::SIGN,
            ready: |it, _| it.standing() == ReportState::Submitted,
            run: |it, cx| it.done(cx, issue::sign, t::SIGNED_NOW),
        },
        Command {
            keys: &[Key::Ctrl('u')],
            name: t::GIVE_NUMBER,
            ready: |it, _| it.standing() == ReportState::Signed,
            run: Self::number,
        },
        Command {
            keys: &[Key::Ctrl('u')],
            name: t::ISSUE,
            ready: |it, _| it.standing() == ReportState::Numbered,
            run: |it, cx| it.done(cx, issue::issue, t::ISSUED_NOW),
        },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::SEND_BACK,
            ready: |it, _| matches!(it.standing(), ReportState::Submitted | ReportState::Signed),
            run: |it, cx| it.done(cx, issue::send_back, t::SENT_BACK),
        },
        Command {
            keys: &[Key::Ctrl('x')],
            name: screen::WITHDRAW,
            ready: |it, _| matches!(it.standing(), ReportState::Numbered | ReportState::Issued),
            run: Self::withdraw,
        },
        Command {
            keys: &[],
            name: t::UNGUARD,
            ready: |it, _| it.report.as_ref().is_some_and(Report::is_guarded) && !it.standing().is_frozen(),
            run: Self::unguard,
        },
        Command { keys: &[], name: t::SET_MINIMUM, ready: |_, _| true, run: Self::minimum },
    ];

    /// Asks why a guarded report is to say small counts.
    fn unguard(&mut self, cx: &mut Cx) -> Result<Flow> {
        let period = self.period.clone();
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            issue::unguard(cx.store, &period, answers.first().map_or("", String::as_str))?;
            let sentence = cx.say(t::UNGUARDED_NOW);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        Ok(Flow::Open(Box::new(Ask::new(cx.say(t::UNGUARD).to_owned(), &[(t::ASK_REASON, "")], Box::new(done)))))
    }

    /// Asks for the least count that is said to the public.
    fn minimum(&mut self, cx: &mut Cx) -> Result<Flow> {
        let now = guard::minimum(cx.store)?.to_string();
        let done = |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let typed = answers.first().map_or("", String::as_str).parse().unwrap_or(0);
            guard::set_minimum(cx.store, typed)?;
            let sentence = t::MINIMUM_SET.with([typed]).say(cx.settings.lang);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        Ok(Flow::Open(Box::new(Ask::new(cx.say(t::SET_MINIMUM).to_owned(), &[(t::ASK_MINIMUM, &now)], Box::new(done)))))
    }

    fn done(
        &self,
        cx: &mut Cx,
        act: fn(&mut crate::store::Store, &crate::domain::period::Period) -> Result<()>,
        text: Text,
    ) -> Result<Flow> {
        act(cx.store, &self.period)?;
        let sentence = cx.say(text);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn faults(&self, cx: &Cx) -> Result<Faults> {
        let mut found = consolidated::writing(cx.store, &self.period, self.report.as_ref())?.faults();
        if let Some(template) = own::template_of(cx.store, &self.period)? {
            found.faults.extend(own::faults(cx.store, &self.period, &template)?);
        }
        Ok(found)
    }

    /// Lists what is to be mended or looked at.
    fn check(&mut self, cx: &mut Cx) -> Result<Flow> {
        let found = self.faults(cx)?;
        Ok(list(&found, cx))
    }

    fn submit(&mut self, cx: &mut Cx) -> Result<Flow> {
        let found = self.faults(cx)?;
        if !found.faults.is_empty() {
            return Ok(list(&found, cx));
        }
        if found.doubts.is_empty() {
            return self.done(cx, issue::submit, t::SUBMITTED_NOW);
        }
        let lang = cx.settings.lang;
        let points: Vec<String> = found.doubts.iter().map(|doubt| point(doubt, lang)).collect();
        let question = t::DOUBTFUL.with([found.doubts.len().to_string(), points.join("\n")]).say(lang);
        let period = self.period.clone();
        let done = move |cx: &mut Cx| {
            issue::submit(cx.store, &period)?;
            let sentence = cx.say(t::SUBMITTED_NOW);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        Ok(Flow::Open(Box::new(Confirm::new(t::SUBMIT, question, Box::new(done)))))
    }

    fn number(&mut self, cx: &mut Cx) -> Result<Flow> {
        let period = self.period.clone();
        let today = day::show(cx.store.today());
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let number = clean(answers.first().map_or("", String::as_str));
            let date = day::parse(answers.get(1).map_or("", String::as_str), cx.store.today())?;
            issue::number(cx.store, &period, &number, date)?;
            let sentence = t::NUMBERED_NOW.with([number]).say(cx.settings.lang);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        let fields = [(screen::ASK_NUMBER, ""), (screen::ASK_SIGNED, today.as_str())];
        Ok(Flow::Open(Box::new(Ask::new(cx.say(t::GIVE_NUMBER).to_owned(), &fields, Box::new(done)))))
    }

    fn withdraw(&mut self, cx: &mut Cx) -> Result<Flow> {
        issue::withdraw(cx.store, &self.period)?;
        let words = cx.say(screen::WITHDRAW);
        let sentence = screen::DONE_FINAL.with([words]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    /// Says whether the report is still what it was when it was numbered.
    fn verify(&mut self, cx: &mut Cx) -> Result<Flow> {
        let print = self.report.as_ref().map(|report| report.print.clone()).unwrap_or_default();
        let lang = cx.settings.lang;
        match issue::is_whole(cx.store, &self.period)? {
            Some(true) => cx.good(t::IS_WHOLE.with([print]).say(lang)),
            Some(false) => cx.bad(t::IS_CHANGED.with([print]).say(lang)),
            None => {}
        }
        Ok(Flow::Stay)
    }
}

/// The lines that are to be mended, then those to look at; a sentence if there are none.
fn list(found: &Faults, cx: &mut Cx) -> Flow {
    let lang = cx.settings.lang;
    let mut lines = Vec::new();
    for (title, points) in [(t::TO_MEND, &found.faults), (t::TO_LOOK_AT, &found.doubts)] {
        if !points.is_empty() {
            lines.push(title.with([points.len()]).say(lang));
            lines.extend(points.iter().map(|it| point(it, lang)));
        }
    }
    if lines.is_empty() {
        let sentence = cx.say(t::ALL_READY);
        cx.good(sentence);
        return Flow::Stay;
    }
    Flow::Open(Box::new(Reading::new(cx.say(t::CHECK).to_owned(), lines)))
}

fn point(said: &Said, lang: Lang) -> String {
    t::POINT.with([said.say(lang)]).say(lang)
}
