//! What goes out to units about their reports: requests, forms, reminders, letters that urge.
use super::UnitReports;
use crate::acts::{letters, unit_reports as acts};
use crate::domain::id::Id;
use crate::domain::letter::{Letter, LetterKind, Receivers};
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::unit_report::UnitReport;
use crate::domain::value::{Lines, PeriodCode};
use crate::reports::unit_form;
use crate::screens::ask::Ask;
use crate::screens::edit::Edit;
use crate::screens::screen::{Cx, Flow};
use crate::screens::{path, period, print};
use crate::store::Result;
use crate::text::units as t;

impl UnitReports {
    /// The form of a request to every unit that is there in the period; saving it expects their reports. The cursor stays
    /// where it is: the form's row is no report.
    pub(super) fn request(&mut self, cx: &mut Cx) -> Result<Flow> {
        let units = acts::active(cx.store, &self.period)?;
        let letter = Letter {
            kind: LetterKind::Request,
            period: PeriodCode(self.period.code.clone()),
            due: Some(self.period.units_due_from(cx.store.today())),
            units: Receivers(units.iter().map(|unit| unit.0).collect()),
            content: Lines::default(),
            ..Letter::default()
        };
        Ok(Flow::Open(Box::new(Edit::new(cx, Letter::META, letter.row(), None).at("due").returning(0))))
    }

    /// Notes a call or a message to the chosen unit; what may be sent to it is in the clipboard.
    pub(super) fn remind(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some((unit, name)) = self.all.units.get(self.unit).cloned() else { return Ok(Flow::Stay) };
        *cx.clipboard = Some(letters::remind(cx.store, &self.period, unit)?);
        let sentence = t::REMINDED.with([name]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    /// One letter to all that owe something in the period.
    pub(super) fn urge(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.urge_them(cx, None)
    }

    /// A letter to the chosen unit alone.
    pub(super) fn urge_one(&mut self, cx: &mut Cx) -> Result<Flow> {
        let unit = self.all.units.get(self.unit).map(|(unit, _)| *unit);
        self.urge_them(cx, unit)
    }

    /// A letter of its own to each that owes something.
    pub(super) fn urge_each(&mut self, cx: &mut Cx) -> Result<Flow> {
        let count = letters::urge_each(cx.store, &self.period)?;
        cx.good(t::URGED_EACH.with([count]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn urge_them(&self, cx: &mut Cx, only: Option<Id<Unit>>) -> Result<Flow> {
        let letter = letters::urge(cx.store, &self.period, only)?;
        let units = cx.store.get(letter)?.units.0.len();
        cx.good(t::URGED_NOW.with([units]).say(cx.settings.lang));
        Ok(Flow::Go(Letter::TABLE, letter.0))
    }

    /// Asks for a folder, and writes the form of each unit there.
    pub(super) fn forms(&mut self, cx: &mut Cx) -> Result<Flow> {
        let period = self.period.clone();
        let folder = print::folder().join(period::stem("bieu", &period)).display().to_string();
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let folder = path::typed(answers.first().map_or("", String::as_str));
            let forms = unit_form::forms(cx.store, &period)?;
            cx.store.looked("print", UnitReport::TABLE, None, i64::try_from(forms.len()).ok())?;
            for (name, bytes) in &forms {
                print::put(&folder.join(name), bytes)?;
            }
            let said = t::FORMS_WRITTEN.with([forms.len().to_string(), folder.display().to_string()]);
            cx.good(said.say(cx.settings.lang));
            Ok(Flow::Back)
        };
        let ask = Ask::new(cx.say(t::PUT_FORMS).to_owned(), &[(t::ASK_FOLDER, &folder)], Box::new(done));
        Ok(Flow::Open(Box::new(ask)))
    }
}
