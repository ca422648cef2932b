//! What a row below a roster's head is: a child, the name of a unit, a total, a signature, a remark.
use super::Unit;
use super::table::Table;
use crate::domain::fold::{fold, lower};
use crate::exchange::header;
use crate::exchange::sheet::Cell;
use crate::exchange::tidy::tidy;
use crate::exchange::{person, unit, unit_case};

/// What a row is.
pub enum Line {
    /// A child, whole or faulty.
    Child,
    /// The unit of the rows below.
    Section(Unit),
    /// A sum.
    Total,
    /// The signatures: the table is over.
    End,
    /// A blank of the form, a group's heading, a foot-note.
    Nothing,
    /// Something else, which the office is told of.
    Remark,
}

impl Table<'_> {
    /// Tells what a row is that is neither empty nor a head.
    pub fn line(&self, at: usize) -> Line {
        let layout = &self.layout;
        let cells = &self.sheet.rows[at];
        let number = layout.number.map_or(&Cell::Empty, |column| self.sheet.cell(at, column));
        let numbered = match number {
            Cell::Number(_) => true,
            Cell::Text(text) => text.trim().trim_end_matches('.').parse::<u32>().is_ok(),
            _ => false,
        };
        let named = layout.name.iter().any(|column| !self.cell(at, *column).is_empty());
        let (facts, counts) = self.facts(at);
        // Most rows are children with a number, a name and a date; they are told at once.
        if numbered && named && facts > counts {
            return Line::Child;
        }
        let texts: Vec<&str> = cells.iter().filter_map(Cell::as_text).collect();
        let first =
            texts.iter().copied().find(|text| !unit::is_number(text.trim().trim_end_matches('.'))).unwrap_or_default();
        if facts == counts && is_total(first) {
            return Line::Total;
        }
        if !numbered && !self.has_birth_or_sex(at) && texts.iter().any(|text| is_end(text)) {
            return Line::End;
        }
        if facts == counts
            && let Some(line) = self.section_line(at, first, numbered)
        {
            return line;
        }
        if facts > 0 {
            return Line::Child;
        }
        if named {
            let name = self.name(at);
            let likely = numbered || layout.number.is_none() && !self.totalled;
            return if likely && (numbered || person::is_name(&name)) { Line::Child } else { Line::Remark };
        }
        let about = [layout.ward, layout.circumstance].into_iter().flatten();
        if numbered && about.into_iter().any(|column| !self.sheet.cell(at, column).is_empty()) {
            return Line::Child;
        }
        let unit = |column: &usize| layout.unit.contains(column) || layout.number == Some(*column);
        let only_template = cells
            .iter()
            .enumerate()
            .all(|(column, cell)| cell.is_empty() || unit(&column) || !matches!(cell, Cell::Text(_)));
        let folded = fold(first);
        let note = ["ghi chu", "luu y", "chu thich", "*", "(*"].iter().any(|start| folded.starts_with(start));
        if only_template || note { Line::Nothing } else { Line::Remark }
    }

    /// A row with one text and no child's facts: the unit or group of the rows below.
    fn section_line(&self, at: usize, first: &str, numbered: bool) -> Option<Line> {
        let layout = &self.layout;
        let texts = self.sheet.rows[at].iter().filter_map(Cell::as_text);
        let others = texts.filter(|text| *text != first && !unit::is_number(text.trim().trim_end_matches('.'))).count();
        if first.is_empty() || others > 0 {
            return None;
        }
        let column = self.sheet.rows[at].iter().position(|cell| cell.as_text() == Some(first))?;
        let in_front = column <= layout.name.iter().copied().max().unwrap_or(0)
            || self.sheet.merges.iter().any(|merge| merge.top == at && merge.left == column && merge.right > column);
        if !in_front {
            return None;
        }
        let letter = layout.number.and_then(|column| self.sheet.cell(at, column).as_text()).is_some_and(|text| {
            let text = text.trim().trim_end_matches('.');
            unit::is_number(text) && !text.bytes().all(|b| b.is_ascii_digit())
        });
        let own_letter = unit::without_number(first) != first.trim()
            && !first.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if unit::looks_like(first) {
            return unit::spelled(first).map(|unit| Line::Section(unit_case::cased(unit, &[self.sheet.name.as_str()])));
        }
        if (letter || own_letter) && !numbered {
            let group = is_group(&fold(first));
            return if group { Some(Line::Nothing) } else { unit::spelled(first).map(Line::Section) };
        }
        if is_group(&fold(first)) && !numbered && !person::is_name(first) {
            return Some(Line::Nothing);
        }
        // A name across the whole table heads the rows below.
        let wide = self.sheet.merges.iter().any(|merge| {
            merge.top == at && merge.left <= column && merge.right >= layout.name.first().copied().unwrap_or(0) + 2
        });
        if wide && !numbered {
            unit::spelled(first).filter(|_| first.chars().count() < 80).map(Line::Section)
        } else {
            None
        }
    }

    /// How many cells only children's rows fill, and how many of them hold a mere count.
    fn facts(&self, at: usize) -> (usize, usize) {
        let (mut facts, mut counts) = (0, 0);
        for column in self.layout.facts() {
            match self.cell(at, column) {
                Cell::Empty => {}
                Cell::Number(number) => {
                    facts += 1;
                    counts += usize::from(*number < 1000.0);
                }
                Cell::Text(text) => {
                    facts += 1;
                    counts += usize::from(text.trim().parse::<u32>().is_ok_and(|number| number < 1000));
                }
                Cell::Date(_) | Cell::Bool(_) => facts += 1,
            }
        }
        (facts, counts)
    }

    fn has_birth_or_sex(&self, at: usize) -> bool {
        let layout = &self.layout;
        let columns = [layout.born, layout.sex, layout.male, layout.female].into_iter().flatten();
        let parts = layout.parts.into_iter().flatten().flatten();
        columns.chain(parts).any(|column| match self.sheet.cell(at, column) {
            Cell::Empty => false,
            // A date's line or a signature may stand across these columns.
            Cell::Text(text) => !is_end(text),
            _ => true,
        })
    }

    fn name(&self, at: usize) -> String {
        let parts = self.layout.name.iter().map(|column| self.cell(at, *column).shown());
        tidy(&parts.collect::<Vec<_>>().join(" "))
    }
}

fn is_total(text: &str) -> bool {
    starts(text, &["tổng cộng", "tổng số", "cộng", "tổng", "tổng chung"])
}

/// Whether a text belongs to the signatures below a table.
fn is_end(text: &str) -> bool {
    #[rustfmt::skip]
    const STARTS: &[&str] = &[
        "người lập", "người tổng hợp", "lãnh đạo", "thủ trưởng", "trưởng phòng", "giám đốc", "phó giám đốc", "phó trưởng phòng",
        "chi cục trưởng", "chánh văn phòng", "chánh thanh tra", "chủ tịch", "xác nhận", "ký tên", "ký ghi rõ", "ký và ghi",
        "người kiểm tra", "kế toán trưởng", "thủ quỹ", "nơi nhận", "tm", "kt", "tl", "t m", "k t", "t l", "cán bộ lập",
    ];
    if text.len() > 200 {
        return false;
    }
    let words = header::words(&fold(text));
    let dated =
        [" ngay ", " thang ", " nam "].iter().all(|word| words.contains(word)) && !words.starts_with(" ngay sinh ");
    starts(text, STARTS) || dated
}

/// Whether a text starts with one of some words; a text without any marks may have lost them. "Trương Phong" is a
/// person, "Trưởng phòng" is not.
fn starts(text: &str, starts: &[&str]) -> bool {
    let plain = text.is_ascii();
    let words = header::words(&if plain { fold(text) } else { lower(text) });
    let words = words.trim_start();
    starts.iter().any(|start| {
        let rest = if plain { words.strip_prefix(fold(start).as_str()) } else { words.strip_prefix(start) };
        rest.is_some_and(|rest| rest.starts_with(' '))
    })
}

/// Whether a heading within the table names a group of children, not a unit.
fn is_group(folded: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "tuoi", "tre", "chau", "hoc sinh", "dien", "hoan canh", "con", "mam non", "tieu hoc", "thcs", "thpt", "nhom", "lop", "cap",
        "thieu nhi", "thieu nien", "doi tuong", "danh sach", "nam", "nu", "be",
    ];
    let words = header::words(folded);
    WORDS.iter().any(|word| header::has_words(&words, word))
}
