//! The sample families: who is married to whom, and their children.
use chrono::NaiveDate;

use super::dice::Dice;
use super::names::{self, Names};
use super::units::Member;
use crate::domain::born::Born;
use crate::domain::child::{Child, ChildState};
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::sex::Sex;
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::domain::ward::Ward;
use crate::store::{Result, Store};

/// How many children the sample office has.
pub(super) const CHILDREN: usize = 140;

/// Couples of whom both work here.
const COUPLES: usize = 9;

/// Birth dates of only children: turning 16 during the year, around 1 June and 25 September; born during the year;
/// known by year or month alone.
const ONLY: &[&str] = &[
    "2010-03-12",
    "2010-06-01",
    "2010-06-02",
    "2010-08-20",
    "2010-09-25",
    "2010-09-26",
    "2010-11-30",
    "2010",
    "2026-02-03",
    "2026-07-14",
    "2011",
    "2012-10",
    "2014",
    "2016-05",
    "2017-08",
    "2020",
];
const JOBS: &[&str] = &["Giáo viên", "Kinh doanh", "Công nhân", "Điều dưỡng", "Bộ đội", "Làm nông", ""];

/// Two parents, of whom one may be missing.
struct Parents {
    father: Option<Person>,
    mother: Option<Person>,
}

/// Puts the families of two thirds of the staff; each answer is one family's children, the eldest first.
pub(super) fn fill(store: &mut Store, dice: &mut Dice, names: &mut Names, staff: &[Member]) -> Result<Vec<Vec<Child>>> {
    let wards = store.find::<Ward>("province", &Value::from("Tỉnh Lạng Sơn"))?;
    let mut families: Vec<Vec<Child>> = Vec::new();
    let (mut only, mut twins, mut left) = (ONLY.iter(), 2, CHILDREN);
    for (at, parents) in couples(store, dice, names, staff)?.into_iter().enumerate() {
        let size = [2, 1, 2, 3, 2, 1, 2, 3, 3, 1][at % 10].min(left);
        let known = if size == 1 { only.next().and_then(|born| Born::from_iso(born)) } else { None };
        let mut births = known.map_or_else(|| births(dice, size), |born| vec![born]);
        if size == 3 && twins > 0 {
            births[2] = births[1];
            twins -= 1;
        }
        let home = home(dice, &wards);
        let mut family = Vec::new();
        for born in births {
            let mut child = child(dice, names, &parents, born, &home);
            store.put_record(&mut child)?;
            family.push(child);
        }
        left -= family.len();
        if !family.is_empty() {
            families.push(family);
        }
    }
    special(store, dice, names, &mut families)?;
    Ok(families)
}

/// The parents: couples of the staff, staff with a husband or wife from outside, some alone, two whose work here is
/// not confirmed.
fn couples(store: &mut Store, dice: &mut Dice, names: &mut Names, staff: &[Member]) -> Result<Vec<Parents>> {
    let with_children = staff.iter().enumerate().filter(|(at, _)| at % 3 != 2).map(|(_, member)| member);
    let (men, women): (Vec<&Member>, Vec<&Member>) = with_children.partition(|member| member.sex == Sex::Male);
    let mut couples: Vec<Parents> = men
        .iter()
        .zip(women.iter().rev())
        .take(COUPLES)
        .map(|(man, woman)| Parents { father: Some(man.person.clone()), mother: Some(woman.person.clone()) })
        .collect();
    let rest = men.iter().skip(COUPLES).chain(women.iter().rev().skip(COUPLES));
    for (at, member) in rest.enumerate() {
        // A person of a unit who came with a sheet, and of whom nobody has said yet that they work here.
        let confirmed = !matches!(at, 20 | 33);
        let mut own = member.person.clone();
        if !confirmed {
            own = Person { name: names.adult(dice, member.sex), unit: own.unit, ..Person::default() };
            store.put_record(&mut own)?;
        }
        let alone = matches!(at, 4 | 12 | 40 | 46 | 52);
        let other = if alone { None } else { Some(spouse(store, dice, names, member.sex, confirmed)?) };
        couples.push(match member.sex {
            Sex::Male => Parents { father: Some(own), mother: other },
            Sex::Female => Parents { father: other, mother: Some(own) },
        });
    }
    Ok(couples)
}

fn spouse(store: &mut Store, dice: &mut Dice, names: &mut Names, of: Sex, known: bool) -> Result<Person> {
    let sex = if of == Sex::Male { Sex::Female } else { Sex::Male };
    let staff = if known && dice.chance(70) { Employed::No } else { Employed::Unknown };
    let position = if staff == Employed::No { dice.pick(JOBS).to_owned() } else { String::new() };
    let mut person = Person { name: names.adult(dice, sex), staff, position, ..Person::default() };
    store.put_record(&mut person)?;
    Ok(person)
}

/// Birthdays two to three years apart, all of them of children who stay under 16 in the sample year.
fn births(dice: &mut Dice, size: usize) -> Vec<Born> {
    let room = 3 * i64::try_from(size).unwrap_or(1);
    let mut year = i32::try_from(dice.between(2011, 2027 - room)).unwrap_or(2015);
    let mut births = Vec::new();
    for _ in 0..size {
        births.push(Born::Day(dice.day_of(year)));
        year += if dice.chance(50) { 2 } else { 3 };
    }
    births
}

struct Home {
    ward: Id<Ward>,
    address: String,
}

/// Most live in the four wards of the town.
fn home(dice: &mut Dice, wards: &[Ward]) -> Home {
    let (town, country): (Vec<&Ward>, Vec<&Ward>) = wards.iter().partition(|ward| ward.name.starts_with("Phường"));
    let town = dice.chance(70) && !town.is_empty() || country.is_empty();
    let ward = wards.iter().filter(|ward| ward.name.starts_with("Phường") == town);
    let ward: Vec<Id<Ward>> = ward.map(|ward| ward.id).collect();
    let address = format!("{} {}", if town { "Khối" } else { "Thôn" }, dice.between(1, 12));
    Home { ward: if ward.is_empty() { Id::NEW } else { dice.pick(&ward) }, address }
}

fn child(dice: &mut Dice, names: &mut Names, parents: &Parents, born: Born, home: &Home) -> Child {
    let Parents { father, mother } = parents;
    let family = father.as_ref().or(mother.as_ref()).map_or("Hoàng", |parent| names::family(&parent.name)).to_owned();
    let sex = if dice.chance(50) { Sex::Male } else { Sex::Female };
    let unit = [father, mother].into_iter().flatten().map(|parent| parent.unit).find(|unit| !unit.is_new());
    Child {
        name: names.child(dice, &family, sex),
        born: Some(born),
        sex: Some(sex),
        father: father.as_ref().map_or(Id::NEW, |person| person.id),
        mother: mother.as_ref().map_or(Id::NEW, |person| person.id),
        unit: unit.unwrap_or(Id::<Unit>::NEW),
        ward: home.ward,
        address: home.address.clone(),
        ..Child::default()
    }
}

/// A half-orphan whom the grandmother looks after, and a child who has moved away.
fn special(store: &mut Store, dice: &mut Dice, names: &mut Names, families: &mut [Vec<Child>]) -> Result<()> {
    if let Some(child) = families.iter_mut().flatten().find(|child| child.mother.is_new()) {
        let name = names.adult(dice, Sex::Female);
        let mut carer = Person { name, staff: Employed::No, note: "Bà nội".to_owned(), ..Person::default() };
        child.carer = store.put_record(&mut carer)?;
        store.put_record(child)?;
    }
    if let Some(child) = families.last_mut().and_then(|family| family.first_mut()) {
        child.state = ChildState::Left;
        child.left_on = NaiveDate::from_ymd_opt(2025, 8, 15);
        child.note = "Theo gia đình chuyển đi tỉnh khác từ năm 2025".to_owned();
        store.put_record(child)?;
    }
    Ok(())
}
