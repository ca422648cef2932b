//! Consent to the use of a child's data, purpose by purpose: from the representative, and from the child too where its
//! private life is made public and it is 7 or older (Điều 24 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Silence is none.
use chrono::NaiveDate;

use crate::domain::born::{Born, Under};
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{field as t, rule};

/// From this many completed years on the child itself must agree (Điều 24 Luật 91/2025/QH15).
pub const OWN_CONSENT_AGE: u32 = 7;

choices! {
    /// What a child's data are used for.
    pub enum Purpose {
        #[default] Gifts "gifts" = t::PURPOSE_GIFTS;
        Support "support" = t::PURPOSE_FILES;
        Photo "photo" = t::PURPOSE_PHOTO;
        Publish "publish" = t::PURPOSE_PUBLISH;
        Share "share" = t::PURPOSE_SHARE;
    }
}

impl Purpose {
    /// Every purpose, in the order of the sheet.
    pub const ALL: [Self; 5] = [Self::Gifts, Self::Support, Self::Photo, Self::Publish, Self::Share];

    /// Whether it makes the child's private life known to others, so that a child of 7 must agree itself.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Photo | Self::Publish | Self::Share)
    }
}

record! {
    /// A signed sheet of a unit: what the consents of its children stand on.
    pub struct ConsentSheet {
        table: "consent_sheet", source: "consent_sheet_shown", title: t::CONSENT_SHEETS, one: t::ONE_CONSENT_SHEET,
        search: &["kept", "note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::SIGNED_ON, 10;
        unit: Id<Unit> => t::UNIT, 28;
        kept: String => t::KEPT_AT, 20;
        note: String => t::NOTE, 0;
    }
    shown {
        given: i64 => t::CONSENTS_GIVEN, 8;
        withdrawn: i64 => t::CONSENTS_WITHDRAWN, 7;
    }
}

impl ConsentSheet {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("date", self.date == NaiveDate::default()), ("unit", self.unit.is_new())])
    }
}

record! {
    /// One consent: to one purpose, for one child. A withdrawn one stays as proof of what held until then.
    pub struct Consent {
        table: "consent", source: "consent", title: t::CONSENTS, one: t::ONE_CONSENT,
        search: &[], order: Order::Row,
    }
    columns {}
    stamped {
        child: Id<Child> => t::CHILD, 24;
        purpose: Purpose => t::PURPOSE, 28;
        given_on: NaiveDate => t::CONSENT_ON, 10;
        representative: Id<Person> => t::REPRESENTATIVE, 22;
        own: bool => t::CHILD_AGREED, 9;
        withdrawn_on: Option<NaiveDate> => t::WITHDRAWN_ON, 10;
        sheet: Id<ConsentSheet> => t::CONSENT_SHEETS, 0;
    }
}

impl Consent {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("child", self.child.is_new()),
            ("sheet", self.sheet.is_new()),
            ("given_on", self.given_on == NaiveDate::default()),
        ]);
        if self.withdrawn_on.is_some_and(|on| on < self.given_on) {
            faults.push(Fault::at("withdrawn_on", rule::ENDS_BEFORE));
        }
        faults
    }
}

/// How a consent stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody agreed.
    None,
    /// It holds on the representative's word alone, which is enough.
    Holds,
    /// It holds, and the child has agreed too.
    HoldsBoth,
    /// The representative agreed, but the child, who is 7 or may be, has not: it does not hold.
    Half,
    /// It was withdrawn, and holds no more.
    Withdrawn,
}

impl Standing {
    /// Whether the data may be used.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Holds | Self::HoldsBoth)
    }
}

/// Whether a child must agree itself on a day: it is 7 or older, or may be.
#[must_use]
pub fn must_agree(born: Option<Born>, day: NaiveDate) -> bool {
    born.is_none_or(|born| born.under(OWN_CONSENT_AGE, day) != Under::Yes)
}

/// How a child's last consent to a purpose stands on a day. A consent given for a child under 7 holds no more once the
/// child is 7 and has not agreed itself; a withdrawal counts from its own day on.
#[must_use]
pub fn standing(consent: Option<&Consent>, born: Option<Born>, day: NaiveDate) -> Standing {
    let Some(consent) = consent.filter(|consent| consent.given_on <= day) else { return Standing::None };
    if consent.withdrawn_on.is_some_and(|on| on <= day) {
        return Standing::Withdrawn;
    }
    match (consent.own, consent.purpose.is_public() && must_agree(born, day)) {
        (true, _) => Standing::HoldsBoth,
        (false, true) => Standing::Half,
        (false, false) => Standing::Holds,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn from_seven_on_the_child_agrees_itself_to_what_is_made_public() {
        let born = Born::from_iso("2019-06-10");
        let consent = |purpose, own| Consent { purpose, own, given_on: day("2026-06-01"), ..Consent::default() };
        let on = |purpose, own, at: &str| standing(Some(&consent(purpose, own)), born, day(at));
        assert_eq!(on(Purpose::Publish, false, "2026-06-09"), Standing::Holds);
        assert_eq!(on(Purpose::Publish, false, "2026-06-10"), Standing::Half, "the birthday asks for the child's word");
        assert_eq!(on(Purpose::Publish, true, "2026-06-10"), Standing::HoldsBoth);
        assert_eq!(on(Purpose::Gifts, false, "2026-06-10"), Standing::Holds);
        assert_eq!(on(Purpose::Photo, true, "2026-05-31"), Standing::None, "not before it was given");
        assert!(must_agree(None, day("2026-06-10")) && must_agree(Born::from_iso("2019"), day("2026-06-10")));
        assert!(!must_agree(Born::from_iso("2020"), day("2026-06-10")));
    }

    #[test]
    fn a_withdrawal_counts_from_its_own_day() {
        let consent = Consent {
            given_on: day("2026-06-01"),
            withdrawn_on: Some(day("2026-07-01")),
            own: true,
            ..Consent::default()
        };
        let on = |at: &str| standing(Some(&consent), None, day(at));
        assert_eq!((on("2026-06-30"), on("2026-07-01")), (Standing::HoldsBoth, Standing::Withdrawn));
        assert!(on("2026-06-30").holds() && !on("2026-07-01").holds() && !Standing::Half.holds());
        assert_eq!(standing(None, None, day("2026-06-30")), Standing::None);
    }
}
