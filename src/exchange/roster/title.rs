//! What stands above a roster's head, on its tab and in the file's name: the unit and the day the list speaks of.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Options, Roster, Unit};
use crate::domain::fold::fold;
use crate::exchange::birth;
use crate::exchange::header::{has_words, words};
use crate::exchange::sheet::Sheet;
use crate::exchange::{unit, unit_case, unit_title};

/// What a sheet says about all its rows.
#[derive(Clone, Debug)]
pub struct Title {
    /// The unit of rows that name none and stand in no section.
    pub unit: Option<Unit>,
    /// The day ages are judged at.
    pub at: NaiveDate,
}

impl Title {
    /// Reads the rows above the head at row `top`, then the tab, the option, the file's name and the letterhead.
    #[must_use]
    pub fn read(file_name: &str, sheet: &Sheet, top: usize, options: &Options) -> Self {
        let above: Vec<(usize, &str)> = (0..top)
            .flat_map(|row| sheet.rows[row].iter().filter_map(move |cell| Some((row, cell.as_text()?))))
            .collect();
        let title = above.iter().find(|(_, text)| is_title(text)).map(|(row, _)| *row);
        let below: Vec<&str> =
            above.iter().filter(|(row, _)| title.is_some_and(|title| *row >= title)).map(|(_, text)| *text).collect();
        let labelled = || above.iter().find_map(|(_, text)| unit::labelled(text));
        let titled = || below.iter().find_map(|text| unit_title::in_title(text));
        let tab = || {
            if unit::looks_like(&sheet.name) { unit::spelled(&sheet.name) } else { unit_title::in_title(&sheet.name) }
        };
        let given = || options.unit.as_deref().and_then(given);
        let letterhead = || {
            let above = above.iter().filter(|(row, _)| title.is_none_or(|title| *row < title));
            above.rev().find_map(|(_, text)| unit::spelled(text).filter(|_| is_letterhead(text)))
        };
        let found = labelled()
            .or_else(titled)
            .or_else(tab)
            .or_else(given)
            .or_else(|| unit_title::in_file_name(file_name))
            .or_else(letterhead);
        let day = above.iter().find_map(|(_, text)| day_of(text));
        Self {
            unit: found.map(|unit| unit_case::cased(unit, &[sheet.name.as_str(), file_name])),
            at: options.as_of.or(day).unwrap_or(options.today),
        }
    }
}

/// Gives units whose small letters were guessed the spelling that the same file has elsewhere.
pub fn spell_units(roster: &mut Roster, sheets: &[Sheet]) {
    if !roster.rows.iter().any(|row| row.unit.as_ref().is_some_and(|unit| unit.caps)) {
        return;
    }
    let sure = roster.rows.iter().filter_map(|row| row.unit.as_ref()).filter(|unit| !unit.caps);
    let mut known: HashMap<String, String> = sure.map(|unit| (fold(&unit.name), unit.name.clone())).collect();
    for sheet in sheets {
        if let Some(unit) = unit::spelled(&sheet.name).filter(|unit| !unit.caps) {
            known.entry(fold(&unit.name)).or_insert(unit.name);
        }
    }
    for unit in roster.rows.iter_mut().filter_map(|row| row.unit.as_mut()).filter(|unit| unit.caps) {
        if let Some(name) = known.get(&fold(&unit.name)) {
            *unit = Unit { name: name.clone(), caps: false };
        }
    }
}

/// The option names a unit as the caller means it.
fn given(text: &str) -> Option<Unit> {
    let name = crate::domain::clean::clean(text);
    (!name.is_empty()).then_some(Unit { name, caps: false })
}

/// The day a line names: "(Tính đến ngày 15 tháng 5 năm 2026)", "Số liệu đến hết 31/12/2025". A month or year means
/// its last day.
fn day_of(text: &str) -> Option<NaiveDate> {
    #[rustfmt::skip]
    const MARKS: &[&str] = &[
        "tinh den", "tinh toi", "den ngay", "den het", "toi ngay", "den thoi diem", "thoi diem", "den thang",
        "co mat den", "chot den", "chot ngay", "chot so lieu",
    ];
    let folded = fold(text);
    let from = MARKS.iter().filter_map(|mark| folded.find(mark).map(|at| at + mark.len())).min()?;
    birth::first_in(folded.get(from..)?).map(crate::domain::born::Born::last)
}

fn is_title(text: &str) -> bool {
    let words = words(&fold(text));
    ["danh sach", "bang tong hop", "tong hop", "bieu", "thong ke", "bang ke", "ds"]
        .iter()
        .any(|word| has_words(&words, word))
}

/// A unit in the letterhead; the agency and the state's motto are none.
fn is_letterhead(text: &str) -> bool {
    let folded = fold(text);
    unit::looks_like(text) && !["so ", "uy ban", "ubnd", "bo "].iter().any(|start| folded.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(name: &str, rows: &[&[&str]], unit: Option<&str>) -> Title {
        let today = NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
        let options = Options { unit: unit.map(ToString::to_string), as_of: None, today };
        Title::read("ds.xlsx", &Sheet::of(name, rows), rows.len(), &options)
    }

    #[test]
    fn the_day_of_the_list() {
        for (text, day) in [
            ("(Tính đến ngày 15 tháng 5 năm 2026)", "2026-05-15"),
            ("Tính đến 15/5/2026", "2026-05-15"),
            ("Tính đến hết ngày 31/12/2025", "2025-12-31"),
            ("Số liệu tính tới ngày 01.6.2026", "2026-06-01"),
            ("TÍNH ĐẾN THÁNG 5/2026", "2026-05-31"),
            ("Thời điểm: 1/6/2026", "2026-06-01"),
            ("tính đến năm 2025", "2025-12-31"),
        ] {
            assert_eq!(title("a", &[&[text]], None).at.to_string(), day, "{text}");
        }
        assert_eq!(title("a", &[&["Tính đến ngày … tháng … năm …"]], None).at.to_string(), "2026-05-20");
    }

    #[test]
    fn the_unit_of_the_sheet() {
        let name = |title: Title| title.unit.map(|unit| unit.name).unwrap_or_default();
        let head: &[&[&str]] = &[
            &["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "CỘNG HÒA XÃ HỘI"],
            &["TRUNG TÂM CÔNG NGHỆ", "Độc lập"],
            &["DANH SÁCH TRẺ EM"],
        ];
        assert_eq!(name(title("Sheet1", head, None)), "Trung tâm Công nghệ");
        assert_eq!(name(title("Sheet1", head, Some("Văn phòng"))), "Văn phòng");
        assert_eq!(name(title("Thanh tra Sở", head, Some("Văn phòng"))), "Thanh tra Sở");
        assert_eq!(name(title("Thanh tra", &[&["DANH SÁCH CHÁU PHÒNG A B"]], None)), "Phòng A b");
        assert_eq!(name(title("Sheet1", &[&["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"], &["DANH SÁCH"]], None)), "");
        assert_eq!(name(title("Sheet1", &[&["Danh sách"], &["Đơn vị: Chi cục X"]], Some("Y"))), "Chi cục X");
    }
}
