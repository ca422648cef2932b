//! Which rows of a workbook its office hid, told from the file itself, since the reader of cells does not say.
use std::io::{BufRead, BufReader, Read};

use flate2::read::DeflateDecoder;
use memchr::memmem;

use super::book::Kind;
use super::{archive, biff};

/// A part of a file that is read as text is never longer than this, in bytes.
const MOST_LISTED: u64 = 16 * 1024 * 1024;

/// The most rows that are told to be hidden; a sheet that hides a million empty rows below its table tells nothing.
const MOST_ROWS: usize = 1_048_576;

/// The hidden rows of each sheet, in the order of the workbook, rows counted from 0 and rising. What cannot be told is
/// left out.
#[must_use]
pub fn rows(kind: Kind, bytes: &[u8]) -> Vec<Vec<usize>> {
    match kind {
        Kind::Xlsx => xlsx(bytes).unwrap_or_default(),
        Kind::Ods => ods(bytes).unwrap_or_default(),
        Kind::Ole => biff::hidden_rows(bytes),
        _ => Vec::new(),
    }
}

fn xlsx(bytes: &[u8]) -> Option<Vec<Vec<usize>>> {
    let text = |name: &str| {
        let mut text = String::new();
        part(bytes, name)?.take(MOST_LISTED).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let (book, links) = (text("xl/workbook.xml")?, text("xl/_rels/workbook.xml.rels")?);
    let targets: Vec<(&str, &str)> = tags(&links, "Relationship")
        .filter_map(|tag| Some((attribute(tag, "Id")?, attribute(tag, "Target")?)))
        .collect();
    let sheets = tags(&book, "sheet").map(|tag| {
        let id = attribute(tag, "r:id").or_else(|| attribute(tag, "id"));
        let target = targets.iter().find(|(known, _)| Some(*known) == id).map(|(_, target)| *target);
        let path =
            target.map(|target| target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), ToOwned::to_owned));
        let path = path.filter(|path| part(bytes, path).is_some_and(|sheet| mentions(sheet, b"hidden")));
        path.and_then(|path| part(bytes, &path)).map(hidden_in_sheet).unwrap_or_default()
    });
    Some(sheets.collect())
}

/// Whether a long text holds a word. Most sheets hide nothing, which is seen in a fraction of the time of reading tags.
fn mentions(mut text: impl Read, word: &[u8]) -> bool {
    let mut piece = vec![0; 64 * 1024];
    let mut kept = 0;
    while let Ok(read @ 1..) = text.read(&mut piece[kept..]) {
        let filled = kept + read;
        if memmem::find(&piece[..filled], word).is_some() {
            return true;
        }
        // The word may begin where this piece ends.
        kept = filled.min(word.len() - 1);
        piece.copy_within(filled - kept..filled, 0);
    }
    false
}

/// Rows are numbered from 1 by `r`; one without a number follows the one before.
fn hidden_in_sheet(sheet: impl Read) -> Vec<usize> {
    let (mut found, mut next) = (Vec::new(), 0_usize);
    for_tags(sheet, |tag| {
        let Some(rest) = tag.strip_prefix("row ") else { return tag != "/sheetData" };
        let number = attribute(rest, "r").and_then(|number| number.parse::<usize>().ok());
        let at = number.and_then(|number| number.checked_sub(1)).unwrap_or(next);
        next = at + 1;
        if matches!(attribute(rest, "hidden"), Some("1" | "true")) {
            found.push(at);
        }
        found.len() < MOST_ROWS
    });
    found
}

fn ods(bytes: &[u8]) -> Option<Vec<Vec<usize>>> {
    let mut sheets: Vec<(Vec<usize>, usize)> = Vec::new();
    for_tags(part(bytes, "content.xml")?, |tag| {
        if tag.starts_with("table:table ") {
            sheets.push((Vec::new(), 0));
        }
        if let (Some(rest), Some((found, next))) = (tag.strip_prefix("table:table-row"), sheets.last_mut())
            && !rest.starts_with('-')
        {
            let times = attribute(rest, "table:number-rows-repeated").and_then(|times| times.parse().ok());
            let times: usize = times.unwrap_or(1).min(MOST_ROWS);
            if matches!(attribute(rest, "table:visibility"), Some("collapse" | "filter")) && found.len() < MOST_ROWS {
                found.extend(*next..*next + times);
            }
            *next += times;
        }
        true
    });
    Some(sheets.into_iter().map(|(found, _)| found).collect())
}

/// Goes through the tags of a long XML text, each without its brackets, until told to stop.
fn for_tags(text: impl Read, mut each: impl FnMut(&str) -> bool) {
    let mut reader = BufReader::with_capacity(64 * 1024, text);
    let mut piece = Vec::new();
    loop {
        piece.clear();
        // An archive that breaks off here breaks the reader of cells too, which says so.
        if reader.read_until(b'>', &mut piece).unwrap_or(0) == 0 {
            return;
        }
        let Some(start) = piece.iter().rposition(|byte| *byte == b'<') else { continue };
        let tag = piece.get(start + 1..piece.len() - 1).and_then(|tag| std::str::from_utf8(tag).ok());
        if tag.is_some_and(|tag| !each(tag)) {
            return;
        }
    }
}

fn tags<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    text.split('<').filter_map(move |piece| {
        let tag = piece.split('>').next()?;
        tag.strip_prefix(name).filter(|rest| rest.starts_with([' ', '\n', '\r', '\t']))
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let (before, after) = (rest.get(..at)?, rest.get(at + name.len()..)?);
        let stands = before.is_empty() || before.ends_with(|c: char| c.is_whitespace());
        if let Some(value) = after.strip_prefix("=\"").filter(|_| stands) {
            return value.split('"').next();
        }
        rest = after;
    }
    None
}

/// A file within an archive, unpacked as it is read.
fn part<'a>(bytes: &'a [u8], name: &str) -> Option<Box<dyn Read + 'a>> {
    let entry = archive::entries(bytes)?.into_iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
    let packed = archive::packed(bytes, &entry)?;
    Some(match entry.method {
        0 => Box::new(packed),
        8 => Box::new(DeflateDecoder::new(packed).take(archive::MOST_UNPACKED)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::*;

    #[test]
    fn a_word_is_found_across_pieces() {
        for before in [0, 1, 65_530, 65_531, 65_535, 65_536, 131_066] {
            let text = format!("{}hidden", "x".repeat(before));
            assert!(mentions(text.as_bytes(), b"hidden"), "{before}");
            assert!(!mentions(&text.as_bytes()[..text.len() - 1], b"hidden"), "{before}");
        }
        assert!(!mentions(&b""[..], b"hidden"));
    }

    #[test]
    fn hidden_rows_of_a_workbook_are_told() {
        let mut book = Workbook::new();
        let first = book.add_worksheet();
        first.write(0, 0, "a").unwrap();
        book.add_worksheet().set_row_hidden(1).unwrap().set_row_hidden(3).unwrap().write(3, 0, "b").unwrap();
        assert_eq!(rows(Kind::Xlsx, &book.save_to_buffer().unwrap()), [vec![], vec![1, 3]]);
        assert!(rows(Kind::Xlsx, b"PK\x03\x04").is_empty());
    }

    /// An archive of one file, not packed; its check sum is not looked at here.
    fn archive_of(name: &str, text: &str) -> Vec<u8> {
        let (length, size) = (u16::try_from(name.len()).unwrap(), u32::try_from(text.len()).unwrap());
        let sizes = [[0; 4], size.to_le_bytes(), size.to_le_bytes()].concat();
        let mut bytes = [b"PK\x03\x04".as_slice(), &[0; 10], &sizes, &length.to_le_bytes(), &[0; 2]].concat();
        bytes.extend([name.as_bytes(), text.as_bytes()].concat());
        let list = u32::try_from(bytes.len()).unwrap();
        bytes.extend(
            [b"PK\x01\x02".as_slice(), &[0; 12], &sizes, &length.to_le_bytes(), &[0; 16], name.as_bytes()].concat(),
        );
        let end = [b"PK\x05\x06".as_slice(), &[0; 4], &[1, 0, 1, 0], &[0; 4], &list.to_le_bytes(), &[0; 2]];
        bytes.extend(end.concat());
        bytes
    }

    #[test]
    fn hidden_and_filtered_rows_of_a_free_office_are_told() {
        let text = r#"<office:spreadsheet><table:table table:name="A"><table:table-row-group>
            <table:table-row table:style-name="ro1"><table:table-cell/></table:table-row>
            <table:table-row table:number-rows-repeated="2" table:visibility="collapse"><table:table-cell/></table:table-row>
            </table:table-row-group><table:table-row/><table:table-row table:visibility="filter"/></table:table>
            <table:table table:name="B"><table:table-row/></table:table></office:spreadsheet>"#;
        assert_eq!(rows(Kind::Ods, &archive_of("content.xml", text)), [vec![1, 2, 4], vec![]]);
    }

    #[test]
    fn the_samples_hide_no_row() {
        let sample: &[u8] = include_bytes!("../../tests/data/rosters/04-nhieu-trang.ods");
        let found = rows(Kind::Ods, sample);
        assert!(found.len() > 1 && found.iter().all(Vec::is_empty), "{found:?}");
        let old: &[u8] = include_bytes!("../../tests/data/rosters/02-font-tcvn3.xls");
        assert!(rows(Kind::Ole, old).iter().all(Vec::is_empty));
    }

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        assert_eq!(attribute(r#" spans="1:2" r="5" hidden="1""#, "r"), Some("5"));
        assert_eq!(attribute(r#" collapsed="1""#, "hidden"), None);
    }
}
