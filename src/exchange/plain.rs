//! Reads text with separators (CSV, TSV) into a sheet, whatever its encoding: UTF-8, UTF-16, Windows-1258 or the
//! codes of old fonts.
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::legacy::{self, Charset};
use super::sheet::{Cell, MOST_CELLS, MOST_COLUMNS, Sheet};
use super::watch::Watch;
use crate::text::{Said, exchange as say};

/// A field with more lines than this comes from a quotation mark that was opened and never closed.
const MOST_LINES: usize = 100;

/// The one sheet of a text file; it has no name.
///
/// # Errors
/// A sentence when the file is not text, has too many cells, or its reading was stopped.
pub fn read(file_name: &str, bytes: &[u8], watch: &Watch) -> Result<Sheet, Said> {
    let text = decode(bytes).ok_or_else(|| say::NOT_A_SHEET.with([file_name]))?;
    let separator = separator(&text, file_name);
    let rows = match rows(&text, separator, true, watch) {
        Err(Fault::Open) => rows(&text, separator, false, watch),
        other => other,
    };
    let rows = match rows {
        Ok(rows) => rows,
        Err(Fault::Open) => Vec::new(),
        Err(Fault::Stopped) => return Err(say::STOPPED.into()),
        Err(Fault::Big) => return Err(say::TOO_BIG.with([file_name])),
    };
    Ok(Sheet { rows, ..Sheet::default() })
}

/// The text of a file; nothing when it is not text.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<String> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some(String::from_utf8_lossy(rest).into_owned());
    }
    let little = |pair: [u8; 2]| u16::from_le_bytes(pair);
    let big = |pair: [u8; 2]| u16::from_be_bytes(pair);
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some(wide(rest, little));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some(wide(rest, big));
    }
    let start = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd > start.len() / 5 && even < odd / 8 {
        return Some(wide(bytes, little));
    }
    if even > start.len() / 5 && odd < even / 8 {
        return Some(wide(bytes, big));
    }
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A);
    if start.iter().filter(control).count() > 1 + start.len() / 100 {
        return None;
    }
    Some(narrow(bytes))
}

fn wide(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Bytes without a mark of their encoding. UTF-8 with a few broken bytes is still UTF-8; otherwise the reading with
/// the most familiar words wins, the old fonts' being decoded later with the rest.
fn narrow(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let whole = text.chars().filter(|c| !c.is_ascii()).count() - broken;
    if broken * 20 <= whole || broken == 0 {
        return text.into_owned();
    }
    let western: String = bytes.iter().map(|b| western(*b)).collect();
    let vietnamese: String = bytes.iter().map(|b| vietnamese(*b)).nfc().collect();
    let old = [Charset::Tcvn3, Charset::Vni].into_iter();
    let best_old = old.map(|charset| legacy::decode(charset, &western).map_or(0, |text| legacy::familiar(&text))).max();
    if legacy::familiar(&vietnamese) >= best_old.unwrap_or(0) { vietnamese } else { western }
}

/// Windows-1252; its few letters below 0xA0 are of no use here.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// Windows-1258: as Windows-1252, but for Vietnamese letters and the five tones, which follow their vowel.
fn vietnamese(byte: u8) -> char {
    match byte {
        0xC3 => 'Ă',
        0xE3 => 'ă',
        0xD0 => 'Đ',
        0xF0 => 'đ',
        0xD5 => 'Ơ',
        0xF5 => 'ơ',
        0xDD => 'Ư',
        0xFD => 'ư',
        0xCC => '\u{300}',
        0xD2 => '\u{309}',
        0xDE => '\u{303}',
        0xEC => '\u{301}',
        0xF2 => '\u{323}',
        0xFE => '₫',
        other => western(other),
    }
}

/// The separator: named by Excel's first line "sep=;", else the one that splits the first lines most evenly.
fn separator(text: &str, file_name: &str) -> u8 {
    let named = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    if let Some(separator) = named.filter(|b| b.is_ascii() && !matches!(b, b'\r' | b'\n')) {
        return separator;
    }
    let tab = Path::new(file_name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"));
    let order = if tab { *b"\t;,|" } else { *b",;\t|" };
    let score = |separator: u8| {
        let counts: Vec<usize> = text.lines().take(40).map(|line| count(line, separator)).filter(|n| *n > 0).collect();
        let usual = counts.iter().copied().max_by_key(|n| counts.iter().filter(|m| *m == n).count() * *n);
        usual.map_or(0, |usual| usual * counts.iter().filter(|n| **n == usual).count())
    };
    // `max_by_key` gives the last of equals, and the usual separator should win.
    order.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b',')
}

fn count(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    let outside = line.bytes().filter(|b| {
        quoted ^= *b == b'"';
        *b == separator && !quoted
    });
    outside.count()
}

enum Fault {
    Big,
    Open,
    Stopped,
}

/// Records into rows. The reader skips blank lines, which a spreadsheet counts; they are put back.
fn rows(text: &str, separator: u8, quoting: bool, watch: &Watch) -> Result<Vec<Vec<Cell>>, Fault> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .quoting(quoting)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut filled, mut slots) = (0, 0);
    // The text is UTF-8 and records may have any length, so no record is refused.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        rows.extend((0..blank_lines(text.as_bytes(), start)).map(|_| Vec::new()));
        if quoting && record.iter().any(|field| field.matches('\n').count() > MOST_LINES) {
            return Err(Fault::Open);
        }
        let mut row: Vec<Cell> = record.iter().take(MOST_COLUMNS).map(|field| Cell::of(unguarded(field))).collect();
        row.truncate(row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        filled += row.iter().filter(|cell| !cell.is_empty()).count();
        slots += row.len();
        if filled > MOST_CELLS || slots > 4 * MOST_CELLS || rows.len() > 2 * MOST_CELLS {
            return Err(Fault::Big);
        }
        rows.push(row);
        watch.pass(rows.len());
        if watch.is_stopped() {
            return Err(Fault::Stopped);
        }
    }
    if rows.first().is_some_and(|row| row.first().and_then(Cell::as_text).is_some_and(|text| text.starts_with("sep=")))
    {
        rows[0].clear();
    }
    Ok(rows)
}

/// A text without the apostrophe that keeps a spreadsheet from running it, as our own files have it.
fn unguarded(field: &str) -> &str {
    let rest = field.strip_prefix('\'');
    rest.filter(|rest| rest.trim_start().starts_with(['=', '+', '-', '@', '%', '|'])).unwrap_or(field)
}

/// How many line ends stand at a place where a record is sought, but for the rest of the last record's own "\r\n".
fn blank_lines(text: &[u8], start: usize) -> usize {
    let mut last = start.checked_sub(1).and_then(|before| text.get(before)).copied();
    let mut blank = 0;
    for byte in text.get(start..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n')) {
        blank += usize::from(!(*byte == b'\n' && last == Some(b'\r')));
        last = Some(*byte);
    }
    blank
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = read("a.csv", bytes, &Watch::default()).unwrap();
        sheet.rows.iter().map(|row| row.iter().map(|cell| cell.shown().into_owned()).collect()).collect()
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_rows() {
        let text = "Họ tên,Giới tính\nNguyễn Văn Đạt,Nữ\n";
        let wanted = vec![vec!["Họ tên", "Giới tính"], vec!["Nguyễn Văn Đạt", "Nữ"]];
        assert_eq!(shown(text.as_bytes()), wanted);
        assert_eq!(shown(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()), wanted);
        assert_eq!(shown(&[b"\xFF\xFE".to_vec(), utf16(text, false)].concat()), wanted);
        assert_eq!(shown(&[b"\xFE\xFF".to_vec(), utf16(text, true)].concat()), wanted);
        assert_eq!(shown(&utf16(text, false)), wanted);
        let windows = b"Ho\xF2 t\xEAn,Gi\xF5\xECi ti\xECnh\nNguy\xEA\xDEn V\xE3n \xD0a\xF2t,N\xFD\xDE\n";
        assert_eq!(shown(windows), wanted);
    }

    #[test]
    fn old_fonts_in_text_files_are_left_for_later() {
        let old = "Hä vµ tªn,Giíi tÝnh\nTrÇn ThÞ N,N÷\n"
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect::<Vec<_>>();
        assert_eq!(shown(&old)[0], ["Hä vµ tªn", "Giíi tÝnh"]);
    }

    #[test]
    fn the_separator_is_found() {
        assert_eq!(shown(b"a;b,c;d\n1;2;3\n"), [vec!["a", "b,c", "d"], vec!["1", "2", "3"]]);
        assert_eq!(shown(b"a\tb\n1,5\t2\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(shown(b"sep=;\na;b\n"), [vec![], vec!["a", "b"]]);
        assert_eq!(shown(b"Danh sach\n\na,\"b;;;;c\"\n"), [vec!["Danh sach"], vec![], vec!["a", "b;;;;c"]]);
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let rows = shown(b"\r\na,b\r\n\r\n\r\n\"x\r\ny\",z\r\n\r\nlast\r\n");
        assert_eq!(rows, [vec![], vec!["a", "b"], vec![], vec![], vec!["x\r\ny", "z"], vec![], vec!["last"]]);
    }

    #[test]
    fn a_quotation_mark_never_closed_does_not_swallow_the_file() {
        let text = format!("a,b\n\"x,y\n{}", "c,d\n".repeat(300));
        assert_eq!(shown(text.as_bytes()).len(), 302);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read("a.csv", &bytes, &Watch::default());
        }
    }
}
