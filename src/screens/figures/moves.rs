//! The way of a report out of the office, a key a move: shown to its signer, signed, numbered, issued; and back.
use super::FigureList;
use crate::acts::issue;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::report::{Report, ReportState};
use crate::reports::guard;
use crate::screens::ask::Ask;
use crate::screens::confirm::Confirm;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, issue as t, screen};
use crate::ui::key::Key;

impl FigureList {
    /// The moves that the report's state allows, forwards on one key and back on another.
    pub(super) const MOVES: &'static [Command<Self>] = &[
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::CHECK,
            ready: |it, _| it.standing() == ReportState::Draft,
            run: Self::check,
        },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::CHECK_SUBMITTED,
            ready: |it, _| it.standing() == ReportState::Submitted,
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
            run: Self::sign,
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
            run: Self::issue,
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

    pub(super) fn done(
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

    /// Asks for the day of the signature.
    fn sign(&mut self, cx: &mut Cx) -> Result<Flow> {
        let period = self.period.clone();
        let today = day::show(cx.store.today());
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let date = day::parse(answers.first().map_or("", String::as_str), cx.store.today())?;
            issue::sign(cx.store, &period, date)?;
            let sentence = cx.say(t::SIGNED_NOW);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        let ask = Ask::new(cx.say(t::SIGN).to_owned(), &[(t::ASK_SIGNATURE, today.as_str())], Box::new(done));
        Ok(Flow::Open(Box::new(ask.noted(cx.say(t::SIGN_HOW).to_owned()))))
    }

    /// Asks whether the numbered report goes out.
    fn issue(&mut self, cx: &mut Cx) -> Result<Flow> {
        let period = self.period.clone();
        let done = move |cx: &mut Cx| {
            issue::issue(cx.store, &period)?;
            let sentence = cx.say(t::ISSUED_NOW);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        Ok(Flow::Open(Box::new(Confirm::new(t::ISSUE, self.asked(cx, t::ISSUE_ASKED), Box::new(done)))))
    }

    /// A question about the report by its period, number and day.
    fn asked(&self, cx: &Cx, question: Text) -> String {
        let report = self.report.clone().unwrap_or_default();
        let on = report.signed_on.map(day::show).unwrap_or_default();
        question.with([String::new(), report.number, on]).saying(0, self.period.name()).say(cx.settings.lang)
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
        let fields = [(screen::ASK_NUMBER, ""), (t::ASK_ISSUED, today.as_str())];
        let ask = Ask::new(cx.say(t::GIVE_NUMBER).to_owned(), &fields, Box::new(done));
        Ok(Flow::Open(Box::new(ask.noted(cx.say(t::NUMBER_HOW).to_owned()))))
    }

    /// Asks whether what has a number comes back.
    fn withdraw(&mut self, cx: &mut Cx) -> Result<Flow> {
        let period = self.period.clone();
        let done = move |cx: &mut Cx| {
            issue::withdraw(cx.store, &period)?;
            let words = cx.say(screen::WITHDRAW);
            let sentence = screen::DONE_FINAL.with([words]).say(cx.settings.lang);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        Ok(Flow::Open(Box::new(Confirm::new(screen::WITHDRAW, self.asked(cx, t::WITHDRAW_ASKED), Box::new(done)))))
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
