//! Whether two children on the roster may be one: what speaks for it and against it, in words. Twins, brothers and
//! sisters are two.
pub mod birth;
mod given;
pub mod glance;
pub mod name;
pub mod pairs;

use self::birth::Birth;
use self::name::{Likeness, Name};
use crate::domain::born::Born;
use crate::domain::fold::fold;
use crate::domain::sex::Sex;
use crate::text::{Said, Text, twin as t};

/// What is known of a child for comparing it with others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The row number; 0 for a child that is not saved yet.
    pub id: i64,
    /// The name as it is written.
    pub text: String,
    /// The name, ready to be compared.
    pub name: Name,
    /// The birth date as far as it is known.
    pub born: Option<Born>,
    /// The sex, if known.
    pub sex: Option<Sex>,
    /// The names of father, mother and carer; blank if not known.
    pub kin: [Name; 3],
    /// The unit's folded name; blank if not known.
    pub unit: String,
}

impl Facts {
    /// Facts from texts as they are written; blank ones are not known.
    #[must_use]
    pub fn new(name: &str, born: Option<Born>, sex: Option<Sex>, kin: [&str; 3], unit: &str) -> Self {
        Self {
            id: 0,
            text: name.to_owned(),
            name: Name::new(name),
            born,
            sex,
            kin: kin.map(Name::new),
            unit: fold(unit),
        }
    }
}

/// Two children who may be one, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspicion {
    /// How much speaks for it: [`ENOUGH`] and more.
    pub points: i32,
    /// What speaks for it, and against it, in words.
    pub reasons: Vec<Text>,
}

impl Suspicion {
    /// The reasons as one phrase.
    #[must_use]
    pub fn said(&self) -> Option<Said> {
        let said = self.reasons.iter().copied().map(Said::from);
        said.reduce(|before, reason| t::REASONS_LIST.with([""; 2]).saying(0, before).saying(1, reason))
    }
}

/// From this many points on two children are suspected to be one. The points were weighed so that a name with a birth
/// date is enough, a name with a year needs a parent or the unit, and what differs takes away as much as it gives.
pub const ENOUGH: i32 = 60;

/// Whether two children may be one; the same whichever is asked. Where all that is known is the same they always may.
#[must_use]
pub fn compare(a: &Facts, b: &Facts) -> Option<Suspicion> {
    let likeness = a.name.like(&b.name);
    let (mut points, reason) = name_points(likeness)?;
    let mut reasons = vec![reason];
    let birth = Birth::of(a.born, b.born);
    // Two usual names in one family are two children, unless the birth dates look like one that was written wrong.
    let two = matches!(likeness, Likeness::Marks { two: true } | Likeness::Typo { two: true });
    if two && birth.may_be_siblings() {
        return None;
    }
    for (more, reason) in [birth_points(birth), kin_points(kin(a, b)), unit_points(a, b), sex_points(a, b)] {
        points += more;
        reasons.extend(reason);
    }
    let same = (&a.name, a.born, a.sex, &a.kin, &a.unit) == (&b.name, b.born, b.sex, &b.kin, &b.unit);
    (points >= ENOUGH || same).then_some(Suspicion { points: points.max(ENOUGH), reasons })
}

fn name_points(likeness: Likeness) -> Option<(i32, Text)> {
    Some(match likeness {
        Likeness::Same => (40, t::NAME_SAME),
        Likeness::Bare => (38, t::NAME_BARE),
        Likeness::Marks { two } => (if two { 25 } else { 34 }, t::NAME_MARKS),
        Likeness::Spaced => (29, t::NAME_SPACED),
        Likeness::Typo { two } => (if two { 25 } else { 29 }, t::NAME_TYPO),
        Likeness::Part => (26, t::NAME_PART),
        Likeness::Other => return None,
    })
}

const fn birth_points(birth: Birth) -> (i32, Option<Text>) {
    match birth {
        Birth::Same => (35, Some(t::BORN_SAME)),
        Birth::Within => (18, Some(t::BORN_WITHIN)),
        Birth::Swapped => (28, Some(t::BORN_SWAPPED)),
        Birth::Digit => (22, Some(t::BORN_DIGIT)),
        Birth::Unknown => (5, None),
        Birth::Other => (-10, Some(t::BORN_OTHER)),
    }
}

/// What the parents have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kin {
    Both,
    One,
    Mixed,
    Unknown,
    Against,
}

const fn kin_points(kin: Kin) -> (i32, Option<Text>) {
    match kin {
        Kin::Both => (30, Some(t::KIN_BOTH)),
        Kin::One => (22, Some(t::KIN_ONE)),
        Kin::Mixed => (5, Some(t::KIN_MIXED)),
        Kin::Unknown => (0, None),
        Kin::Against => (-40, None),
    }
}

/// Father with father and mother with mother; a name in the wrong place, or among the carers, is in common too, since
/// sheets often do not say whose it is. Two names in one place are against it unless one of them is in common so.
fn kin(a: &Facts, b: &Facts) -> Kin {
    let same = |one: usize, other: usize| a.kin[one].like(&b.kin[other]) != Likeness::Other;
    let straight = (0..2).filter(|at| same(*at, *at)).count();
    if straight == 2 || same(0, 1) && same(1, 0) {
        return Kin::Both;
    }
    let elsewhere = |at: usize| (0..3).any(|other| same(at, other) || same(other, at));
    let against = (0..2).any(|at| !a.kin[at].is_blank() && !b.kin[at].is_blank() && !elsewhere(at));
    let shared = (0..3).any(elsewhere);
    match (shared, against) {
        (true, false) => Kin::One,
        (true, true) => Kin::Mixed,
        (false, false) => Kin::Unknown,
        (false, true) => Kin::Against,
    }
}

fn unit_points(a: &Facts, b: &Facts) -> (i32, Option<Text>) {
    match (a.unit.is_empty() || b.unit.is_empty(), a.unit == b.unit) {
        (true, _) => (0, None),
        (_, true) => (5, Some(t::UNIT_SAME)),
        (_, false) => (-5, None),
    }
}

fn sex_points(a: &Facts, b: &Facts) -> (i32, Option<Text>) {
    match (a.sex, b.sex) {
        (Some(a), Some(b)) if a == b => (3, None),
        (Some(_), Some(_)) => (-25, Some(t::SEX_OTHER)),
        _ => (0, None),
    }
}

#[cfg(test)]
mod tests;
