//! What is said before a report is shown to its signer: what is to be mended, what is only open, and the one question
//! that names what is open.
use super::FigureList;
use crate::acts::issue;
use crate::domain::report::ReportState;
use crate::reports::consolidated::{self, Concern, Doubt, Faults};
use crate::screens::confirm::Confirm;
use crate::screens::reading::Reading;
use crate::screens::screen::{Cx, Flow};
use crate::store::Result;
use crate::text::{Lang, Said, issue as t};

impl FigureList {
    fn faults(&self, cx: &Cx) -> Result<Faults> {
        consolidated::faults(cx.store, &self.period, self.report.as_ref())
    }

    /// Lists what is to be mended or looked at.
    pub(super) fn check(&mut self, cx: &mut Cx) -> Result<Flow> {
        let found = self.faults(cx)?;
        Ok(self.list(&found, cx))
    }

    /// Shows the report to its signer; asks first where anything is open.
    pub(super) fn submit(&mut self, cx: &mut Cx) -> Result<Flow> {
        let found = self.faults(cx)?;
        if !found.faults.is_empty() {
            return Ok(self.list(&found, cx));
        }
        if found.doubts.is_empty() {
            return self.done(cx, issue::submit, t::SUBMITTED_NOW);
        }
        let lang = cx.settings.lang;
        let question = t::DOUBTFUL.with([counted(&found.doubts, lang).join("\n")]).say(lang);
        let period = self.period.clone();
        let done = move |cx: &mut Cx| {
            issue::submit(cx.store, &period)?;
            let sentence = cx.say(t::SUBMITTED_NOW);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        Ok(Flow::Open(Box::new(Confirm::new(t::SUBMIT, question, Box::new(done)))))
    }

    /// The lines that are to be mended, then those to look at; a sentence if there are none.
    fn list(&self, found: &Faults, cx: &mut Cx) -> Flow {
        let lang = cx.settings.lang;
        let is_draft = self.standing() == ReportState::Draft;
        let (name, mend, ready) = if is_draft {
            (t::CHECK, t::TO_MEND, t::ALL_READY)
        } else {
            (t::CHECK_SUBMITTED, t::TO_MEND_SUBMITTED, t::STILL_READY)
        };
        let doubts: Vec<Said> = found.doubts.iter().map(|doubt| doubt.said.clone()).collect();
        let mut lines = Vec::new();
        for (title, points) in [(mend, &found.faults), (t::TO_LOOK_AT, &doubts)] {
            if !points.is_empty() {
                lines.push(title.with([points.len()]).say(lang));
                lines.extend(points.iter().map(|it| point(it.say(lang), lang)));
            }
        }
        if lines.is_empty() {
            let sentence = cx.say(ready);
            cx.good(sentence);
            return Flow::Stay;
        }
        Flow::Open(Box::new(Reading::new(cx.say(name).to_owned(), lines)))
    }
}

/// How many of whom the question names of one concern.
const NAMED: usize = 3;

/// A line for each concern: how many, and whom or what the first ones are about.
fn counted(doubts: &[Doubt], lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for concern in Concern::ALL {
        let own: Vec<&Doubt> = doubts.iter().filter(|doubt| doubt.concern == concern).collect();
        let mut about: Vec<&str> = own.iter().map(|doubt| doubt.about.as_str()).filter(|it| !it.is_empty()).collect();
        about.dedup();
        let counted = concern.counted().with([own.len()]).say(lang);
        let named = about.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
        let named = if about.len() > NAMED { t::OPEN_MORE.with([named]).say(lang) } else { named };
        match (own.len(), named.is_empty()) {
            (0, _) => {}
            (_, true) => lines.push(point(counted, lang)),
            (_, false) => lines.push(point(t::OPEN_LINE.with([counted, named]).say(lang), lang)),
        }
    }
    lines
}

fn point(said: String, lang: Lang) -> String {
    t::POINT.with([said]).say(lang)
}
