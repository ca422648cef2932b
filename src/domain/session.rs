//! A propaganda session: which unit, on what topics and documents, in what form, whether it is planned or held, how
//! many came.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, choices, links, record};
use crate::domain::topic::Topics;
use crate::domain::turnout::Turnout;
use crate::domain::unit::Unit;
use crate::domain::value::{Cell, Choice, Kind, Value};
use crate::text::{field as t, rule, session as ts};

choices! {
    /// How the session was held (TT 28/2019/TT-BLĐTBXH Điều 3 and practice).
    pub enum Form {
        #[default] Meeting "meeting" = t::FORM_MEETING;
        Conference "conference" = t::FORM_CONFERENCE;
        Talk "talk" = t::FORM_TALK;
        Article "article" = t::FORM_ARTICLE;
        Notice "notice" = t::FORM_NOTICE;
        Leaflet "leaflet" = t::FORM_LEAFLET;
        Online "online" = t::FORM_ONLINE;
        Loudspeaker "loudspeaker" = ts::FORM_LOUDSPEAKER;
        Website "website" = ts::FORM_WEBSITE;
        Contest "contest" = ts::FORM_CONTEST;
        Other "other" = ts::FORM_OTHER;
    }
}

impl Form {
    /// Whether people come together for it, so that they can be counted; an article or a notice has readers nobody counts.
    #[must_use]
    pub const fn gathers(self) -> bool {
        matches!(self, Self::Meeting | Self::Conference | Self::Talk | Self::Contest)
    }
}

choices! {
    /// Whether it took place. What is only planned counts in no figure.
    pub enum SessionState {
        #[default] Held "held" = ts::HELD;
        Planned "planned" = ts::PLANNED;
    }
}

links! {
    /// The documents a session spoke of.
    pub struct Documents { table: "session_document", from: "session", to: "document", target: "document" }
}

record! {
    /// Attendance counts people who came, each time anew ("lượt người"). What each of several units sent stands in
    /// [`crate::domain::turnout::Turnout`], and who came by name in [`crate::domain::attendee::Attendee`].
    pub struct Session {
        table: "session", source: "session_shown", title: t::SESSIONS, one: t::ONE_SESSION,
        search: &["name", "speaker", "place"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        unit: Id<Unit> => t::UNIT, 15;
        /// What it was about; from the topics where nothing is written.
        name: String => ts::CONTENT, 34;
        topics: Topics => t::TOPIC, 0;
        documents: Documents => t::DOCUMENTS, 0;
        hotline: bool => t::HOTLINE_TOLD, 0;
        form: Form => t::FORM, 13;
        speaker: String => t::SPEAKER, 0;
        place: String => t::PLACE, 0;
        state: SessionState => ts::STATE, 0;
        attendance: i64 => t::ATTENDANCE, 10;
        /// How many of them were men and women; both nothing where it was not counted.
        men: i64 => ts::MEN, 0;
        women: i64 => ts::WOMEN, 0;
        leaflets: i64 => t::LEAFLETS, 0;
        /// Whether staff were urged to look after their own children (kế hoạch, mục II.2).
        appeal: bool => t::APPEAL, 0;
        clause: Id<Clause> => t::CLAUSE, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        mark: Mark => ts::MARK, 11;
        documents_count: i64 => t::DOCUMENTS_COUNT, 7;
        units_count: i64 => ts::UNITS_COUNT, 0;
        named: i64 => ts::NAMED, 0;
        files: i64 => crate::text::shelf::FILES_COUNT, 0;
        code: String => ts::CODE, 6;
    }
}

impl Session {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("date", self.date == NaiveDate::default()), ("unit", self.unit.is_new())]);
        if self.name.is_empty() && self.topics.0.is_empty() {
            faults.push(Fault::at("name", ts::NAME_OR_TOPIC));
        }
        if self.attendance < 0 {
            faults.push(Fault::at("attendance", rule::NEGATIVE));
        }
        if self.leaflets < 0 {
            faults.push(Fault::at("leaflets", rule::NEGATIVE));
        }
        faults.extend(self.sexes());
        faults
    }

    /// Whether it took place; else it is planned and counts nowhere.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.state == SessionState::Held
    }

    /// Whether it was held before people of whom nobody has been counted yet, by number, by unit or by name.
    #[must_use]
    pub fn is_uncounted(&self) -> bool {
        self.is_held() && self.form.gathers() && self.attendance + self.named == 0 && !self.mark.is_uneven()
    }

    /// How many people of a unit came, by what the units sent; `None` if the unit was not there. Where no unit's count
    /// is written down, all who came are of the unit that held it.
    #[must_use]
    pub fn of_unit(&self, unit: Id<Unit>, turnouts: &[Turnout]) -> Option<i64> {
        let mut here = turnouts.iter().filter(|it| it.session == self.id).peekable();
        match here.peek() {
            Some(_) => here.find(|it| it.unit == unit).map(|it| it.people),
            None => (self.unit == unit).then_some(self.attendance),
        }
    }

    /// Men and women are the attendance, where both are counted; one of them is not more than it.
    fn sexes(&self) -> Option<Fault> {
        let counts = [("men", self.men), ("women", self.women)];
        if let Some((column, _)) = counts.iter().find(|(_, count)| *count < 0) {
            return Some(Fault::at(column, rule::NEGATIVE));
        }
        let (both, most) = (self.men + self.women, self.men.max(self.women));
        if self.men > 0 && self.women > 0 && self.attendance > 0 && both != self.attendance {
            return Some(Fault::at("attendance", ts::SEXES_DIFFER.with([self.men, self.women, both])));
        }
        let exceeds = self.attendance > 0 && most > self.attendance;
        exceeds.then(|| Fault::at("attendance", ts::SEX_EXCEEDS.with([most])))
    }
}

/// What a list says of a session beside its values: that it is planned, or "≠ 45", what the units' counts add up to
/// where that is not the attendance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark(pub String);

impl Mark {
    /// Whether the units' counts do not add up to the attendance.
    #[must_use]
    pub fn is_uneven(&self) -> bool {
        self.0.starts_with('≠')
    }
}

impl Cell for Mark {
    const KIND: Kind = Kind::Choice(&[Choice { code: "planned", text: ts::PLANNED }]);
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(attendance: i64, men: i64, women: i64) -> Vec<&'static str> {
        let date = "2026-05-20".parse().unwrap();
        let session = Session { date, unit: Id::of(1), name: "a".into(), attendance, men, women, ..Session::default() };
        session.rules().into_iter().map(|fault| fault.column).collect()
    }

    #[test]
    fn men_and_women_are_all_who_came() {
        assert_eq!(columns(45, 20, 25), [""; 0]);
        assert_eq!(columns(50, 20, 25), ["attendance"]);
        assert_eq!(columns(0, 20, 25), [""; 0], "the sum is filled in");
        assert_eq!(columns(20, 0, 25), ["attendance"]);
        assert_eq!(columns(50, 20, 0), [""; 0], "one of them may stand alone");
        assert_eq!(columns(5, -1, 6), ["men"]);
    }

    #[test]
    fn people_who_come_together_are_counted() {
        let session = |form, attendance| Session { form, attendance, ..Session::default() };
        assert!(session(Form::Conference, 0).is_uncounted() && !session(Form::Conference, 9).is_uncounted());
        assert!(!session(Form::Article, 0).is_uncounted(), "nobody counts the readers of an article");
        let planned = Session { state: SessionState::Planned, ..session(Form::Conference, 0) };
        assert!(!planned.is_uncounted(), "it has not taken place");
        assert!(!Session { named: 2, ..session(Form::Talk, 0) }.is_uncounted());
    }

    #[test]
    fn a_topic_stands_for_what_it_was_about() {
        let date = "2026-05-20".parse().unwrap();
        let session = |topics| Session { date, unit: Id::of(1), topics: Topics(topics), ..Session::default() };
        assert!(session(vec![3]).rules().is_empty());
        assert_eq!(session(Vec::new()).rules()[0].column, "name");
    }
}
