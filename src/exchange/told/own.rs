//! A unit's own sheet: a figure a line, its words before it; or a figure a column under a head, a unit a line.
use super::meaning::{COLUMNS, is_result};
use super::{Mapping, Meaning, TellFault, Told, Unknown, meaning_of, number};
use crate::domain::clean::{clean, clean_lines};
use crate::domain::fold::fold;
use crate::domain::period::Period;
use crate::exchange::header::{Header, is_numbering, words};
use crate::exchange::sheet::{Cell, Sheet};
use crate::exchange::unit;

/// What a sheet tells, unit by unit; nothing if no figure is found.
pub fn read(file: &str, sheet: &Sheet, mapping: &Mapping) -> Vec<Told> {
    let about = about(file, sheet);
    let found = match across(sheet, mapping) {
        Some(header) => lines(sheet, &header, mapping, &about),
        None => vec![down(sheet, mapping, &about)],
    };
    found.into_iter().filter(|told| !told.figures.is_empty() || told.is_nothing).collect()
}

/// What the sheet says above and beside its figures: whose it is, of which period, whether there is anything to report.
fn about(file: &str, sheet: &Sheet) -> Told {
    let texts = || sheet.rows.iter().take(60).flatten().filter_map(Cell::as_text);
    let unit = texts()
        .find_map(unit::labelled)
        .or_else(|| texts().take(12).filter(|text| unit::looks_like(text)).find_map(unit::spelled));
    let period = texts().find_map(period_in).or_else(|| period_in(file));
    let nothing = texts().any(|text| words(&fold(text)).contains(" khong phat sinh "));
    let estimated = texts().any(|text| words(&fold(text)).contains(" so uoc ")).then_some(true);
    Told { unit: unit.map(|unit| unit.name), period, is_nothing: nothing, estimated, ..Told::default() }
}

/// The code of the period that a title names: "6 tháng đầu năm 2026", "quý II/2026", "năm 2026".
fn period_in(text: &str) -> Option<String> {
    let said = words(&fold(text));
    let year = said
        .split(' ')
        .find(|word| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit()))?;
    let has = |part: &str| said.contains(&format!(" {part} "));
    let code = if has("thang hanh dong") {
        format!("{year}-thang-hanh-dong")
    } else if has("6 thang dau nam") || has("sau thang dau nam") || has("06 thang dau nam") {
        format!("{year}-H1")
    } else if has("6 thang cuoi nam") || has("sau thang cuoi nam") || has("06 thang cuoi nam") {
        format!("{year}-H2")
    } else if let Some(quarter) = [("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("1", 1), ("2", 2), ("3", 3), ("4", 4)]
        .iter()
        .find(|(name, _)| has(&format!("quy {name}")))
    {
        format!("{year}-Q{}", quarter.1)
    } else if has(&format!("nam {year}")) && (has("ket qua") || has("bao cao") || has("bieu")) {
        year.to_owned()
    } else {
        return None;
    };
    Period::parse(&code).ok().map(|period| period.code)
}

/// The head of a sheet that has a figure a column, with at least two figures known.
fn across(sheet: &Sheet, mapping: &Mapping) -> Option<Header> {
    let figures = |header: &Header| {
        header.heads.iter().filter(|head| matches!(meaning_of(&head.text, mapping), Some(Meaning::Figure(_)))).count()
    };
    Header::find(sheet, 0, COLUMNS, |header| figures(header) >= 2)
}

fn lines(sheet: &Sheet, header: &Header, mapping: &Mapping, about: &Told) -> Vec<Told> {
    let unit_at =
        header.heads.iter().find(|head| meaning_of(&head.text, mapping) == Some(Meaning::Unit)).map(|head| head.at);
    let mut found = Vec::new();
    for row in header.end..sheet.rows.len() {
        let cells = &sheet.rows[row];
        let named = unit_at.and_then(|at| unit::spelled(&sheet.cell(row, at).shown())).map(|unit| unit.name);
        let is_sum = cells
            .iter()
            .filter_map(Cell::as_text)
            .any(|text| matches!(fold(text).as_str(), "tong" | "cong" | "tong cong" | "tong so"));
        let empty = cells.iter().all(Cell::is_empty);
        if empty || is_sum || is_numbering(cells) || header.repeats(sheet, row) || unit_at.is_some() && named.is_none()
        {
            continue;
        }
        let mut told = Told { unit: named.or_else(|| about.unit.clone()), ..about.clone() };
        // Under a head each line speaks for itself.
        told.is_nothing = cells.iter().any(|cell| words(&fold(&cell.shown())).contains(" khong phat sinh "));
        for head in &header.heads {
            told.take(sheet, row, head.at, &head.text, mapping);
        }
        if !told.figures.is_empty() || told.is_nothing {
            found.push(told);
            if unit_at.is_none() {
                break;
            }
        }
    }
    found
}

/// A figure a line: its words stand left of it.
fn down(sheet: &Sheet, mapping: &Mapping, about: &Told) -> Told {
    let mut told = about.clone();
    let result = sheet.rows.iter().take(40).enumerate().find_map(|(row, cells)| {
        let texts = cells.iter().filter(|cell| cell.as_text().is_some()).count();
        let at = cells.iter().position(|cell| cell.as_text().is_some_and(is_result));
        at.filter(|at| texts >= 2 && *at > 0).map(|at| (row, at))
    });
    for row in result.map_or(0, |(head, _)| head + 1)..sheet.rows.len() {
        let cells = &sheet.rows[row];
        if is_numbering(cells) {
            continue;
        }
        let is_label = |cell: &Cell| {
            cell.as_text().is_some_and(|text| clean(text).chars().filter(|c| c.is_alphabetic()).count() > 2)
        };
        let Some(label_at) = cells.iter().position(is_label) else { continue };
        let label = clean(&cells[label_at].shown());
        let value_at = match result {
            Some((_, at)) => (at > label_at).then_some(at),
            None => (label_at + 1..cells.len()).find(|at| is_value(sheet.cell(row, *at), &label, mapping)),
        };
        if let Some(at) = value_at {
            told.take(sheet, row, at, &label, mapping);
        }
    }
    // What says that nothing happened has no figures.
    told.is_nothing = about.is_nothing && told.figures.iter().all(|(_, value)| *value == 0);
    told
}

/// Whether a cell may be the value of words: a number, or words where words are asked for.
fn is_value(cell: &Cell, label: &str, mapping: &Mapping) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => {
            matches!(meaning_of(label, mapping), Some(Meaning::Words(_)))
                || text.trim().starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

impl Told {
    /// Takes a value under words: into a figure, into words, or as something unknown.
    fn take(&mut self, sheet: &Sheet, row: usize, at: usize, label: &str, mapping: &Mapping) {
        let cell = sheet.cell(row, at);
        if cell.is_empty() {
            return;
        }
        match meaning_of(label, mapping) {
            Some(Meaning::Figure(item)) => match number(cell, item) {
                Ok(Some(value)) => match self.figures.iter_mut().find(|(known, _)| *known == item) {
                    // A figure that is told in parts is their sum.
                    Some((_, sum)) => *sum = sum.saturating_add(value),
                    None => self.figures.push((item, value)),
                },
                Ok(None) => {}
                Err(reason) => self.faults.push(TellFault {
                    sheet: sheet.name.clone(),
                    row: u32::try_from(row + 1).unwrap_or(0),
                    label: label.to_owned(),
                    value: clean(&cell.shown()),
                    reason,
                }),
            },
            Some(Meaning::Words(column)) => self.words.push((column, clean_lines(&cell.shown()))),
            Some(Meaning::Unit | Meaning::Aside) => {}
            None => self.unknown.push(Unknown { label: label.to_owned(), value: clean(&cell.shown()) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::submission::Item;

    #[test]
    fn a_figure_a_line_is_read_from_the_column_of_results() {
        let rows: &[&[&str]] = &[
            &["Đơn vị: Thanh tra Sở"],
            &["BÁO CÁO KẾT QUẢ CÔNG TÁC TRẺ EM 6 THÁNG ĐẦU NĂM 2026"],
            &["TT", "Nội dung", "ĐVT", "Kế hoạch", "Kết quả"],
            &["1", "Số buổi tuyên truyền", "buổi", "3", "2 buổi"],
            &["2", "Lượt người tham dự", "lượt", "50", "1.045"],
            &["3", "Số suất quà", "suất", "", "12"],
            &["4", "Khó khăn, vướng mắc", "", "", "Ít người"],
            &["5", "Số tiền ủng hộ", "đồng", "", "nhiều"],
        ];
        let told = read("bc.xlsx", &Sheet::of("S", rows), &[]).remove(0);
        assert_eq!(told.figures, [(Item::Sessions, 2), (Item::Attendances, 1045)]);
        assert_eq!((told.unit.as_deref(), told.period.as_deref()), (Some("Thanh tra Sở"), Some("2026-H1")));
        assert_eq!(told.words, [("difficulties", "Ít người".to_owned())]);
        assert_eq!(told.unknown, [Unknown { label: "Số suất quà".into(), value: "12".into() }]);
        assert_eq!(
            told.faults.iter().map(|fault| (fault.row, fault.value.as_str())).collect::<Vec<_>>(),
            [(8, "nhiều")]
        );
        let said = [(fold("Số suất quà"), "supported_children".to_owned())];
        let told = read("bc.xlsx", &Sheet::of("S", rows), &said).remove(0);
        assert!(told.figures.contains(&(Item::Supported, 12)) && told.unknown.is_empty());
    }

    #[test]
    fn a_unit_a_line_under_a_head_tells_of_each() {
        let rows: &[&[&str]] = &[
            &["Tổng hợp quý II/2026"],
            &["STT", "Đơn vị", "Số buổi tuyên truyền", "Số người tham dự", "Ghi chú"],
            &["1", "Văn phòng Sở", "2", "40", ""],
            &["2", "Thanh tra Sở", "", "", "không phát sinh"],
            &["", "Tổng cộng", "2", "40", ""],
        ];
        let told = read("q2.csv", &Sheet::of("", rows), &[]);
        let units: Vec<_> = told.iter().map(|it| (it.unit.clone().unwrap(), it.figures.len(), it.is_nothing)).collect();
        assert_eq!(units, [("Văn phòng Sở".to_owned(), 2, false), ("Thanh tra Sở".to_owned(), 0, true)]);
        assert!(told.iter().all(|it| it.period.as_deref() == Some("2026-Q2")));
    }

    #[test]
    fn a_head_of_two_rows_is_read_as_one() {
        let rows: &[&[&str]] = &[
            &["BIỂU TỔNG HỢP 6 tháng đầu năm 2026"],
            &["STT", "Đơn vị", "Tuyên truyền", "", "Trẻ em", ""],
            &["", "", "Số buổi", "Lượt người", "Tổng số", "HCĐB"],
            &["1", "Văn phòng Sở", "2", "40", "15", "1"],
        ];
        let told = read("th.xlsx", &Sheet::of("S", rows), &[]);
        let figures = [(Item::Sessions, 2), (Item::Attendances, 40), (Item::Children, 15), (Item::Special, 1)];
        assert_eq!((told.len(), told[0].figures.as_slice()), (1, &figures[..]));
    }

    #[test]
    fn periods_are_named_in_many_ways() {
        for (text, code) in [
            ("Kết quả 06 tháng cuối năm 2026", Some("2026-H2")),
            ("Quý IV năm 2026", Some("2026-Q4")),
            ("Báo cáo năm 2026", Some("2026")),
            ("Tháng hành động vì trẻ em năm 2026", Some("2026-thang-hanh-dong")),
            ("Số 12/2026", None),
            ("Kế hoạch", None),
        ] {
            assert_eq!(period_in(text).as_deref(), code, "{text}");
        }
    }
}
