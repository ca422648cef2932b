//! The sample department's units and its staff.
use super::date;
use super::dice::Dice;
use super::names::Names;
use crate::domain::person::{Employed, Person, StaffKind};
use crate::domain::sex::Sex;
use crate::domain::unit::Unit;
use crate::store::{Result, Store};

/// A unit's name, code, number of people, how many of them are on the list, and the titles of its head and deputy.
type Spec = (&'static str, &'static str, i64, usize, &'static str, &'static str);

const UNITS: &[Spec] = &[
    ("Văn phòng Sở", "VP", 18, 16, "Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ("Phòng Kế hoạch - Tài chính", "KHTC", 10, 9, "Trưởng phòng", "Phó Trưởng phòng"),
    ("Phòng Tổ chức cán bộ", "TCCB", 8, 7, "Trưởng phòng", "Phó Trưởng phòng"),
    ("Phòng Tài nguyên nước và Khoáng sản", "TNNKS", 11, 10, "Trưởng phòng", "Phó Trưởng phòng"),
    ("Chi cục Bảo vệ môi trường", "BVMT", 17, 15, "Chi cục trưởng", "Phó Chi cục trưởng"),
    ("Chi cục Quản lý đất đai", "QLĐĐ", 15, 14, "Chi cục trưởng", "Phó Chi cục trưởng"),
    ("Trung tâm Quan trắc tài nguyên và môi trường", "QTTNMT", 19, 17, "Giám đốc Trung tâm", "Phó Giám đốc Trung tâm"),
    ("Trung tâm Công nghệ thông tin", "CNTT", 12, 11, "Giám đốc Trung tâm", "Phó Giám đốc Trung tâm"),
    ("Văn phòng Đăng ký đất đai", "VPĐK", 24, 21, "Giám đốc Văn phòng", "Phó Giám đốc Văn phòng"),
];
const OFFICE: &[&str] = &["Chuyên viên", "Chuyên viên", "Kế toán", "Văn thư", "Lái xe"];
const OFFICIALS: &[&str] = &["Chuyên viên", "Chuyên viên", "Chuyên viên", "Chuyên viên chính"];
const EMPLOYEES: &[&str] = &["Viên chức", "Viên chức", "Viên chức", "Kỹ sư", "Kế toán", "Nhân viên"];

/// Someone of the staff.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) person: Person,
    pub(super) sex: Sex,
}

/// Puts the units, each with a contact of its own staff, and the staff.
pub(super) fn fill(store: &mut Store, dice: &mut Dice, names: &mut Names) -> Result<(Vec<Unit>, Vec<Member>)> {
    let (mut units, mut staff) = (Vec::new(), Vec::new());
    for (at, spec) in UNITS.iter().enumerate() {
        let members: Vec<Member> = (0..spec.3).map(|rank| member(dice, names, spec, rank)).collect();
        // The third on the list, neither head nor deputy, keeps the unit's papers.
        let contact = members.get(2).map(|member| member.person.name.clone()).unwrap_or_default();
        let mut unit = Unit {
            name: spec.0.to_owned(),
            code: spec.1.to_owned(),
            contact,
            phone: format!("0205 000 {:03}", 101 + at),
            headcount: spec.2,
            since: Some(date("2025-03-01")),
            ..Unit::default()
        };
        store.put_record(&mut unit)?;
        for mut member in members {
            member.person.unit = unit.id;
            store.put_record(&mut member.person)?;
            staff.push(member);
        }
        units.push(unit);
    }
    retire(store, &mut staff)?;
    Ok((units, staff))
}

fn member(dice: &mut Dice, names: &mut Names, spec: &Spec, rank: usize) -> Member {
    let sex = if dice.chance(50) { Sex::Male } else { Sex::Female };
    let public_service = spec.0.starts_with("Trung tâm") || spec.1 == "VPĐK";
    let position = match (rank, spec.1) {
        (0, _) => spec.4,
        (1, _) => spec.5,
        (2, _) => {
            if public_service {
                "Viên chức"
            } else {
                "Chuyên viên"
            }
        }
        (3, "VP") => "Giám đốc Sở",
        (4 | 5, "VP") => "Phó Giám đốc Sở",
        (_, "VP") => dice.pick(OFFICE),
        _ => dice.pick(if public_service { EMPLOYEES } else { OFFICIALS }),
    };
    let since = dice.chance(60).then(|| {
        let year = i32::try_from(dice.between(2004, 2024)).unwrap_or(2020);
        let day = dice.day_of(year);
        dice.workday(day, day + chrono::Days::new(7))
    });
    let person = Person {
        name: names.adult(dice, sex),
        staff: Employed::Yes,
        kind: kind(position, public_service),
        position: position.to_owned(),
        phone: format!("0900 000 {:03}", dice.below(1000)),
        since,
        ..Person::default()
    };
    Member { person, sex }
}

/// What kind of staff holds a position: contracts for drivers, clerks and the like; else civil servants in offices,
/// public employees in units of service.
fn kind(position: &str, public_service: bool) -> StaffKind {
    match position {
        "Lái xe" | "Văn thư" | "Nhân viên" => StaffKind::Worker,
        _ if public_service => StaffKind::Public,
        _ => StaffKind::Civil,
    }
}

/// Two of the staff left during the year, and one came: their children are on one gift list and not on the other.
fn retire(store: &mut Store, staff: &mut [Member]) -> Result<()> {
    for (at, since, until) in
        [(30, None, Some("2026-07-31")), (64, None, Some("2026-08-31")), (90, Some("2026-07-01"), None)]
    {
        let Some(member) = staff.get_mut(at) else { continue };
        if let Some(since) = since {
            member.person.since = Some(date(since));
        }
        member.person.until = until.map(date);
        store.put_record(&mut member.person)?;
    }
    Ok(())
}
