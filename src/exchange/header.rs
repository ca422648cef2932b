//! Finds the head of a table by its words, wherever it stands: one to three rows, group heads over sub-heads.
//! Which words mean which column is a value given by the caller, so rosters, contributions and forms share this.
use super::sheet::{Cell, Sheet};
use crate::domain::fold::{fold, lower};

/// A head is sought no farther down than this many rows.
const DEEPEST: usize = 300;
/// A longer cell is a sentence, not a head.
const LONGEST: usize = 120;

/// One meaning a column may have, and the words that tell it. The first column of a list that matches wins.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The meaning.
    pub code: &'static str,
    /// Words, any of which will do: `"ten chau"` anywhere in the head, `"=ten"` the whole head, `"^lop"` its start.
    /// Words without marks match with and without; words with marks match only so ("=năm" is not "nam").
    pub words: &'static [&'static str],
    /// Words that forbid it.
    pub without: &'static [&'static str],
    /// Whether a sub-head with this meaning keeps it whatever the head above says: "Nữ" under "Giới tính".
    pub own: bool,
}

/// The head of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The column, from 0.
    pub at: usize,
    /// What it means, when the words are known.
    pub code: Option<&'static str>,
    /// What is written, a sub-head after its group head.
    pub text: String,
}

/// The head of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its first row, from 0.
    pub top: usize,
    /// The row after its last, from 0.
    pub end: usize,
    /// Its columns with any words, from left to right.
    pub heads: Vec<Head>,
}

impl Header {
    /// The first head at or below a row that the caller finds good enough.
    pub fn find(sheet: &Sheet, from: usize, columns: &[Column], enough: impl Fn(&Self) -> bool) -> Option<Self> {
        let last = sheet.rows.len().min(from + DEEPEST);
        let mut best: Option<Self> = None;
        for top in from..last {
            if best.as_ref().is_some_and(|found| top >= found.end) {
                break;
            }
            let here = Self::at(sheet, top, columns).filter(|header| enough(header));
            // A title right above a head joins it to no gain, so of equals the lower wins.
            if here.as_ref().map_or(0, Self::score) >= best.as_ref().map_or(1, Self::score) {
                best = here;
            }
        }
        best
    }

    /// The head that starts at a row, with as many sub-head rows as add to it.
    #[must_use]
    pub fn at(sheet: &Sheet, top: usize, columns: &[Column]) -> Option<Self> {
        if !plausible(sheet.rows.get(top)?, 2) {
            return None;
        }
        let mut best = Self::joined(sheet, top, 1, columns);
        for count in 2..=3 {
            let row = top + count - 1;
            if !is_below(sheet, top, row, columns) {
                break;
            }
            let longer = Self::joined(sheet, top, count, columns);
            if longer.score() < best.score() {
                break;
            }
            best = longer;
        }
        (best.score() > 0).then_some(best)
    }

    /// The head that someone says stands at a row, whatever it holds: with its sub-heads if it has any.
    #[must_use]
    pub fn told(sheet: &Sheet, top: usize, columns: &[Column]) -> Self {
        let top = top.min(sheet.rows.len().saturating_sub(1));
        Self::at(sheet, top, columns).unwrap_or_else(|| {
            let count = usize::from(top < sheet.rows.len());
            Self::joined(sheet, top, count, columns)
        })
    }

    /// Gives a column a meaning, or none, whatever its head says; a column without a head gets a blank one.
    pub fn mean(&mut self, at: usize, code: Option<&'static str>) {
        match self.heads.binary_search_by_key(&at, |head| head.at) {
            Ok(place) => self.heads[place].code = code,
            Err(place) => self.heads.insert(place, Head { at, code, text: String::new() }),
        }
    }

    /// How many different meanings were found.
    #[must_use]
    pub fn score(&self) -> usize {
        let codes: std::collections::HashSet<_> = self.heads.iter().filter_map(|head| head.code).collect();
        codes.len()
    }

    /// The column of a meaning, the leftmost if there are several.
    #[must_use]
    pub fn column(&self, code: &str) -> Option<usize> {
        self.columns(code).next()
    }

    /// Every column of a meaning.
    pub fn columns<'a>(&'a self, code: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.heads.iter().filter(move |head| head.code == Some(code)).map(|head| head.at)
    }

    /// Whether a meaning is among the columns.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.column(code).is_some()
    }

    /// What is written over a column.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.heads.iter().find(|head| head.at == column).map_or("", |head| head.text.as_str())
    }

    /// Whether a row repeats the first row of this head, as at the top of each printed page.
    #[must_use]
    pub fn repeats(&self, sheet: &Sheet, row: usize) -> bool {
        let mut same = 0;
        for head in &self.heads {
            let (first, here) = (sheet.cell(self.top, head.at), sheet.cell(row, head.at));
            match (first.as_text(), here.as_text()) {
                (Some(first), Some(here)) if first == here => same += 1,
                (_, None) if here.is_empty() => {}
                _ => return false,
            }
        }
        same >= 2
    }

    fn joined(sheet: &Sheet, top: usize, count: usize, columns: &[Column]) -> Self {
        let width = (top..top + count).map(|row| sheet.rows[row].len()).max().unwrap_or(0);
        let mut heads = Vec::new();
        for at in 0..width {
            let mut head = own_text(sheet, top, at);
            let mut code = head.as_deref().and_then(|text| meaning(columns, text)).map(|column| column.code);
            for row in top + 1..top + count {
                let Some(sub) = own_text(sheet, row, at) else { continue };
                let above = head.clone().or_else(|| carried(sheet, top, row, at));
                let whole = above.as_ref().map_or_else(|| sub.clone(), |above| format!("{above} {sub}"));
                let alone = meaning(columns, &sub);
                let both = meaning(columns, &whole).or(alone).map(|column| column.code);
                code = alone.filter(|column| column.own).map_or(both, |column| Some(column.code)).or(code);
                head = Some(whole);
            }
            if let Some(text) = head {
                heads.push(Head { at, code, text });
            }
        }
        Self { top, end: top + count, heads }
    }
}

/// What a head means: the first column of the list whose words it has.
#[must_use]
pub fn meaning<'a>(columns: &'a [Column], text: &str) -> Option<&'a Column> {
    // What stands in brackets explains; it decides only when the rest says nothing.
    let bare = without_brackets(text);
    let parts = if bare == text { vec![bare] } else { vec![bare, text.to_string()] };
    parts.iter().find_map(|part| {
        let (plain, marked) = (words(&fold(part)), words(&lower(part)));
        let has = |pattern: &str| {
            let hay = if pattern.is_ascii() { &plain } else { &marked };
            match pattern.as_bytes().first() {
                Some(b'=') => hay.strip_prefix(' ').and_then(|hay| hay.strip_suffix(' ')) == pattern.strip_prefix('='),
                Some(b'^') => pattern.strip_prefix('^').is_some_and(|start| hay.trim_start().starts_with(start)),
                _ => has_words(hay, pattern),
            }
        };
        let fits = |column: &&Column| {
            column.words.iter().any(|word| has(word)) && !column.without.iter().any(|word| has(word))
        };
        (plain.len() > 1).then(|| columns.iter().find(fits)).flatten()
    })
}

/// Words alone, each with a space before and after: letters and digits kept, everything else a space.
#[must_use]
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// Whether whole words stand in a text made by [`words`].
#[must_use]
pub fn has_words(hay: &str, needle: &str) -> bool {
    hay.match_indices(needle).any(|(at, found)| {
        let (before, after) = (hay.as_bytes().get(at.wrapping_sub(1)), hay.as_bytes().get(at + found.len()));
        before == Some(&b' ') && after == Some(&b' ')
    })
}

/// Whether a row only numbers the columns, as under a head: "(1) (2) (3)", "A B 1 2".
#[must_use]
pub fn is_numbering(row: &[Cell]) -> bool {
    let mut digits = 0;
    let mut last = 0;
    for cell in row.iter().filter(|cell| !cell.is_empty()) {
        let shown = cell.shown();
        let inner = shown.trim().trim_matches(|c| matches!(c, '(' | ')' | '[' | ']'));
        match inner.parse::<u32>() {
            Ok(number) if number == last + 1 || last == 0 && number <= 3 => {
                last = number;
                digits += 1;
            }
            _ if inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_uppercase()) && last == 0 => {}
            // "(8=6+7)" tells how a column is reckoned.
            _ if inner.starts_with(|c: char| c.is_ascii_digit()) && inner.contains('=') => {}
            _ => return false,
        }
    }
    digits >= 3
}

/// Whether a row may be part of a head: texts alone, none of them long.
fn plausible(row: &[Cell], least: usize) -> bool {
    let mut texts = 0;
    for cell in row {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if text.len() <= 3 * LONGEST => texts += 1,
            _ => return false,
        }
    }
    texts >= least
}

/// Whether a row holds sub-heads of the head at `top`: each of its cells is a known word or a sign below a head that
/// spans several columns, and at least one word is known.
fn is_below(sheet: &Sheet, top: usize, row: usize, columns: &[Column]) -> bool {
    let Some(cells) = sheet.rows.get(row).filter(|cells| plausible(cells, 1)) else { return false };
    let mut known = 0;
    for (at, cell) in cells.iter().enumerate() {
        let Some(text) = cell.as_text() else { continue };
        let spans = (top..row).all(|above| sheet.cell(above, at).is_empty() || sheet.cell(above, at + 1).is_empty());
        if !spans {
            return false;
        }
        let above = carried(sheet, top, row, at).or_else(|| own_text(sheet, top, at)).unwrap_or_default();
        if meaning(columns, text).is_some() {
            known += 1;
        } else if above.is_empty() || text.chars().any(|c| c.is_ascii_digit()) || text.chars().count() > 30 {
            return false;
        }
    }
    known > 0
}

fn own_text(sheet: &Sheet, row: usize, at: usize) -> Option<String> {
    let text = sheet.cell(row, at).as_text()?;
    (text.len() <= 3 * LONGEST).then(|| crate::domain::clean::clean(text)).filter(|text| !text.is_empty())
}

/// The group head over a sub-head whose own cell above is empty: the nearest to the left, within the merged area
/// where the file tells of merged areas.
fn carried(sheet: &Sheet, top: usize, row: usize, at: usize) -> Option<String> {
    (top..row).rev().find_map(|above| {
        let from = (0..=at).rev().find(|column| !sheet.cell(above, *column).is_empty())?;
        let merged = |merge: &&super::sheet::Merge| merge.top <= above && above <= merge.bottom && merge.left == from;
        let inside = from == at
            || sheet.merges.is_empty()
            || sheet.merges.iter().find(merged).is_some_and(|merge| at <= merge.right);
        own_text(sheet, above, from).filter(|_| inside)
    })
}

/// The text outside brackets; a single short word in them belongs to it, as in "Họ tên bố (mẹ)".
fn without_brackets(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(['(', '[']) {
        let (inner, tail) = after.split_once([')', ']']).unwrap_or((after, ""));
        out.push_str(before);
        let word = inner.trim();
        if word.chars().count() <= 4 && word.chars().all(char::is_alphabetic) {
            out.push(' ');
            out.push_str(word);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column { code: "number", words: &["=stt"], without: &[], own: true },
        Column { code: "money", words: &["so tien", "ung ho"], without: &[], own: false },
        Column { code: "unit", words: &["don vi"], without: &[], own: false },
        Column { code: "year", words: &["=năm"], without: &[], own: true },
        Column { code: "male", words: &["=nam"], without: &[], own: true },
        Column { code: "female", words: &["=nu"], without: &[], own: true },
        Column { code: "sex", words: &["gioi tinh"], without: &[], own: false },
        Column { code: "father", words: &["bo", "cha"], without: &["me"], own: true },
        Column { code: "name", words: &["ho ten", "ho va ten"], without: &[], own: false },
    ];

    fn found(rows: &[&[&str]]) -> Option<(usize, usize, Vec<Option<&'static str>>)> {
        let header = Header::find(&Sheet::of("a", rows), 0, COLUMNS, |header| header.has("name"))?;
        Some((header.top, header.end, header.heads.iter().map(|head| head.code).collect()))
    }

    #[test]
    fn a_head_is_found_by_its_words() {
        let rows: &[&[&str]] = &[
            &["SỞ A", "", "CỘNG HÒA"],
            &["DANH SÁCH ỦNG HỘ"],
            &[],
            &["STT", "HỌ VÀ TÊN", "Đơn vị", "Số tiền (đồng)", "Ký nộp"],
        ];
        assert_eq!(found(rows), Some((3, 4, vec![Some("number"), Some("name"), Some("unit"), Some("money"), None])));
        assert_eq!(found(&[&["Đơn vị", "Số tiền"]]), None);
    }

    #[test]
    fn sub_heads_join_their_group() {
        let rows: &[&[&str]] = &[&["STT", "Họ tên", "Giới tính", "", "Bố"], &["", "", "Nam", "Nữ"], &["1", "A", "x"]];
        let codes = vec![Some("number"), Some("name"), Some("male"), Some("female"), Some("father")];
        assert_eq!(found(rows), Some((0, 2, codes)));
        let rows: &[&[&str]] = &[&["STT", "Cháu", "", "Bố", ""], &["", "Họ tên", "Năm", "Họ tên", "Đơn vị"]];
        let codes = vec![Some("number"), Some("name"), Some("year"), Some("father"), Some("unit")];
        assert_eq!(found(rows), Some((0, 2, codes)));
    }

    #[test]
    fn a_title_or_a_section_is_no_part_of_it() {
        let rows: &[&[&str]] =
            &[&["DANH SÁCH", "ỦNG HỘ"], &["Họ tên", "Đơn vị", "Bố"], &["Văn phòng"], &["A", "B", "C"]];
        assert_eq!(found(rows).map(|(top, end, _)| (top, end)), Some((1, 2)));
    }

    #[test]
    fn a_row_of_column_numbers_is_known() {
        let row = |texts: &[&str]| texts.iter().map(|text| Cell::of(text)).collect::<Vec<_>>();
        assert!(is_numbering(&row(&["(1)", "(2)", "(3)"])));
        assert!(is_numbering(&row(&["A", "B", "1", "2", "3", "4=2+3"])));
        assert!(!is_numbering(&row(&["1", "Nguyễn Văn A", "3"])));
        assert!(!is_numbering(&row(&["1", "", "2015"])));
    }

    #[test]
    fn a_repeated_head_is_known() {
        let rows: &[&[&str]] = &[&["STT", "Họ tên", "Đơn vị"], &["1", "A", "B"], &["STT", "Họ tên", "Đơn vị"]];
        let sheet = Sheet::of("a", rows);
        let header = Header::at(&sheet, 0, COLUMNS).unwrap();
        assert!(header.repeats(&sheet, 2) && !header.repeats(&sheet, 1));
    }

    #[test]
    fn words_stand_alone() {
        assert_eq!(words("a/b - c"), " a b c ");
        assert!(has_words(" ho ten bo ", "bo") && !has_words(" ho ten bong ", "bo"));
        assert_eq!(meaning(COLUMNS, "Họ tên (của bố)").map(|column| column.code), Some("name"));
        assert_eq!(meaning(COLUMNS, "Họ tên (bố)").map(|column| column.code), Some("father"));
        assert!(meaning(COLUMNS, "()").is_none());
    }
}
