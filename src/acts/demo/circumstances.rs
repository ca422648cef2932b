//! What the sample review of children found: groups of the law, other hardships, some that have ended.
use super::{Office, date, first};
use crate::domain::child::Child;
use crate::domain::circumstance::{Circumstance, Hardship};
use crate::store::{Result, Store};

/// Whose children a circumstance is about.
enum Whose {
    /// All of the n-th family without a father.
    Fatherless(usize),
    /// All of the n-th family without a mother.
    Motherless(usize),
    /// All of the n-th family with both parents.
    All(usize),
    /// The eldest of that family.
    Eldest(usize),
}
use Whose::{All, Eldest, Fatherless, Motherless};

/// A point of the law or a hardship's name, first day, last day (blank: not known, still so) and note.
type Found = (Whose, &'static str, &'static str, &'static str, &'static str);

const FOUND: &[Found] = &[
    (Fatherless(0), "mồ côi cha", "2023-04-12", "", "Giấy chứng tử của bố"),
    (Fatherless(1), "mồ côi cha", "2026-02-03", "", "Rà soát quý I"),
    (Fatherless(2), "bố hoặc mẹ đơn thân", "", "", ""),
    (Motherless(0), "mồ côi mẹ", "2024-08-19", "", "Ở với bà nội"),
    (Motherless(1), "bố hoặc mẹ đơn thân", "2026-04-10", "", "Rà soát quý II"),
    (Eldest(3), "d", "2019-05-20", "", "Giấy xác nhận khuyết tật, mức độ nhẹ"),
    (Eldest(8), "d", "2022-09-14", "", "Giấy xác nhận khuyết tật, mức độ nặng"),
    (Eldest(15), "d", "2026-03-10", "", "Giấy xác nhận khuyết tật, mức độ nhẹ"),
    (All(11), "hộ cận nghèo", "2026-01-01", "", "Giấy chứng nhận năm 2026"),
    (Eldest(11), "n", "2026-04-02", "", "Điều trị dài ngày, khám lại hằng tháng"),
    (Eldest(20), "đ", "2021-06-01", "", ""),
    (All(24), "hộ cận nghèo", "2024-01-01", "2025-12-31", "Đã thoát cận nghèo"),
    (All(27), "hộ nghèo", "2026-01-01", "", "Giấy chứng nhận năm 2026"),
    (All(6), "bố hoặc mẹ bệnh nặng", "2026-02-16", "", "Bố chạy thận"),
    (All(30), "bố hoặc mẹ bệnh nặng", "2025-05-08", "2026-08-20", "Mẹ đã khỏi bệnh"),
    (All(33), "thiên tai", "2025-10-07", "2026-03-31", "Nhà ngập; đã sửa xong"),
    (All(36), "thiên tai", "2026-08-27", "", "Nhà sạt ta-luy sau mưa lớn"),
    (All(38), "thiên tai", "2026-08-27", "", "Nhà ngập"),
];

/// Puts the circumstances.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    for (whose, what, since, until, note) in FOUND {
        let hardship: Hardship = first(store, if what.chars().count() == 1 { "letter" } else { "name" }, what)?;
        for child in whose.of(&office.families) {
            let mut circumstance = Circumstance {
                child: child.id,
                hardship: hardship.id,
                since: (!since.is_empty()).then(|| date(since)),
                until: (!until.is_empty()).then(|| date(until)),
                note: (*note).to_owned(),
                ..Circumstance::default()
            };
            store.put_record(&mut circumstance)?;
        }
    }
    Ok(())
}

impl Whose {
    fn of<'a>(&self, families: &'a [Vec<Child>]) -> &'a [Child] {
        let (n, parents, all) = match self {
            Fatherless(n) => (*n, (false, true), true),
            Motherless(n) => (*n, (true, false), true),
            All(n) => (*n, (true, true), true),
            Eldest(n) => (*n, (true, true), false),
        };
        let has = |child: &Child| (!child.father.is_new(), !child.mother.is_new());
        let mut found = families.iter().filter(|family| family.first().is_some_and(|child| has(child) == parents));
        let family = found.nth(n).map_or(&[][..], Vec::as_slice);
        if all { family } else { family.get(..1).unwrap_or_default() }
    }
}
