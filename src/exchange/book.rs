//! Reads workbooks (xlsx, xlsb, xls, ods) into sheets. The only place that names calamine.
use std::io::Cursor;
use std::thread;

use calamine::{
    Data, DataRef, DataType, Dimensions, Error, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb,
    Xlsx, XlsxError,
};

use super::sheet::{Cell, MOST_CELLS, MOST_COLUMNS, Merge, Sheet};
use super::watch::Watch;
use super::{archive, biff, hidden};
use crate::text::{Said, exchange as say};

/// The name of the thread that reads a workbook: a panic there means a broken file, and the caller gets a sentence.
pub const READER: &str = "read-workbook";

/// Merged areas are listed after the cells, which costs a second pass; a sheet of more cells than this is a machine's
/// export and has none.
const MOST_CELLS_WITH_MERGES: usize = 100_000;

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Office Open XML.
    Xlsx,
    /// Its binary sister.
    Xlsb,
    /// OpenDocument.
    Ods,
    /// Excel 97–2003, or an xlsx locked by a password.
    Ole,
    /// Text with separators.
    Text,
    /// HTML or XML that Excel opens as if it were a sheet.
    Page,
    /// An archive or a file of another program.
    Other,
    /// An archive whose list of files cannot be read.
    Broken,
    /// An archive that unpacks to too much.
    Bomb,
}

impl Kind {
    /// Tells the kind from the content; the ending may lie.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::of_archive(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return Self::Ole;
        }
        let others: [&[u8]; 8] =
            [b"%PDF", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"Rar!", b"7z\xBC\xAF", b"{\\rtf", b"\x1F\x8B"];
        if others.iter().any(|start| bytes.starts_with(start)) {
            return Self::Other;
        }
        let start: Vec<u8> = bytes.iter().copied().skip_while(|b| !b.is_ascii_graphic()).take(9).collect();
        let start = start.to_ascii_lowercase();
        let pages: [&[u8]; 5] = [b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta"];
        if pages.iter().any(|page| start.starts_with(page)) { Self::Page } else { Self::Text }
    }

    fn of_archive(bytes: &[u8]) -> Self {
        let Some(entries) = archive::entries(bytes) else { return Self::Broken };
        let has = |name: &str| entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
        if archive::too_big(&entries) {
            Self::Bomb
        } else if has("xl/workbook.bin") {
            Self::Xlsb
        } else if has("xl/workbook.xml") || entries.iter().any(|entry| entry.name.starts_with("xl/")) {
            Self::Xlsx
        } else if has("content.xml") {
            Self::Ods
        } else {
            Self::Other
        }
    }
}

/// Every sheet of a workbook. A file so broken that the reader panics is a sentence too: it is read on a thread of
/// its own, named [`READER`].
///
/// # Errors
/// A sentence when the file is broken, locked by a password, or too big, or when the watch stopped the reading.
pub fn read(kind: Kind, file_name: &str, bytes: &[u8], watch: &Watch) -> Result<Vec<Sheet>, Said> {
    let open = || match kind {
        Kind::Xlsx => xlsx(bytes, watch),
        Kind::Xlsb => xlsb(bytes, watch),
        Kind::Ods => ods(bytes, watch),
        Kind::Ole => xls(bytes, watch).or_else(|fault| locked(bytes).map_or(Err(fault), Err)),
        Kind::Bomb => Err(Fault::Big),
        Kind::Text | Kind::Page | Kind::Other | Kind::Broken => Err(Fault::Broken),
    };
    let read = thread::scope(|scope| {
        let reader = thread::Builder::new().name(READER.to_string()).spawn_scoped(scope, open);
        reader.map_or(Err(Fault::Broken), |reader| reader.join().unwrap_or(Err(Fault::Broken)))
    });
    read.map_err(|fault| match fault {
        Fault::Locked => say::LOCKED.with([file_name]),
        Fault::Big => say::TOO_BIG.with([file_name]),
        Fault::Broken => say::BROKEN.with([file_name]),
        Fault::Stopped => say::STOPPED.into(),
    })
}

/// Why a workbook could not be read.
enum Fault {
    Locked,
    Big,
    Broken,
    Stopped,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Xlsx(XlsxError::Password) | Error::Xls(XlsError::Password) | Error::Ods(OdsError::Password) => {
                Self::Locked
            }
            Error::Ods(OdsError::CellLimitExceeded { .. }) => Self::Big,
            _ => Self::Broken,
        }
    }
}

/// Cells as they come, into rows.
#[derive(Default)]
struct Rows {
    rows: Vec<Vec<Cell>>,
    filled: usize,
    slots: usize,
    /// How many rows the sheets before have.
    before: usize,
}

impl Rows {
    fn put(&mut self, row: usize, column: usize, cell: Cell, watch: &Watch) -> Result<(), Fault> {
        if cell.is_empty() || column >= MOST_COLUMNS {
            return Ok(());
        }
        if row >= self.rows.len() {
            // Rows are mostly as long as those above them.
            let width = self.rows.last().map_or(0, Vec::len);
            self.rows.resize_with(row + 1, Vec::new);
            self.rows[row].reserve_exact(width);
            watch.pass(self.before + row);
            if watch.is_stopped() {
                return Err(Fault::Stopped);
            }
        }
        let cells = &mut self.rows[row];
        if column >= cells.len() {
            self.slots += column + 1 - cells.len();
            cells.resize_with(column + 1, || Cell::Empty);
        }
        cells[column] = cell;
        self.filled += 1;
        if self.filled > MOST_CELLS || self.slots > 8 * MOST_CELLS { Err(Fault::Big) } else { Ok(()) }
    }
}

/// An xlsx is streamed: a stray cell at the far corner costs nothing, and a bomb stops at the limit.
fn xlsx(bytes: &[u8], watch: &Watch) -> Result<Vec<Sheet>, Fault> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| Fault::from(Error::Xlsx(error)))?;
    let mut unseen = hidden::rows(Kind::Xlsx, bytes);
    let (mut filled, mut before) = (0, 0);
    let mut sheets: Vec<Sheet> = Vec::new();
    for (at, name, hidden) in worksheets(book.sheets_metadata()) {
        let mut rows = Rows { filled, before, ..Rows::default() };
        let mut reader = book.worksheet_cells_reader(&name).map_err(|error| Fault::from(Error::Xlsx(error)))?;
        while let Some(cell) = reader.next_cell().map_err(|error| Fault::from(Error::Xlsx(error)))? {
            let (row, column) = cell.get_position();
            rows.put(row as usize, column as usize, borrowed(cell.get_value()), watch)?;
        }
        let long = rows.filled - filled > MOST_CELLS_WITH_MERGES;
        filled = rows.filled;
        drop(reader);
        let areas = if long { Vec::new() } else { book.merge_cells_by_sheet_name(&name).unwrap_or_default() };
        before += rows.rows.len();
        let hidden_rows = unseen.get_mut(at).map(std::mem::take).unwrap_or_default();
        sheets.push(Sheet { name, hidden, rows: rows.rows, merges: merges(&areas), hidden_rows });
    }
    Ok(sheets)
}

fn xlsb(bytes: &[u8], watch: &Watch) -> Result<Vec<Sheet>, Fault> {
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|error| Fault::from(Error::Xlsb(error)))?;
    ranges(&mut book, watch, Vec::new(), |_, _| Vec::new())
}

fn xls(bytes: &[u8], watch: &Watch) -> Result<Vec<Sheet>, Fault> {
    if !biff::is_safe(bytes) {
        return Err(Fault::Broken);
    }
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| Fault::from(Error::Xls(error)))?;
    ranges(&mut book, watch, hidden::rows(Kind::Ole, bytes), |book, name| {
        book.merge_cells_by_sheet_name(name).unwrap_or_default()
    })
}

fn ods(bytes: &[u8], watch: &Watch) -> Result<Vec<Sheet>, Fault> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| Fault::from(Error::Ods(error)))?;
    ranges(&mut book, watch, hidden::rows(Kind::Ods, bytes), |_, _| Vec::new())
}

/// Whether a compound file is an xlsx under a password, which its own reader tells.
fn locked(bytes: &[u8]) -> Option<Fault> {
    match Xlsx::new(Cursor::new(bytes)) {
        Err(XlsxError::Password) => Some(Fault::Locked),
        _ => None,
    }
}

fn ranges<'a, B: Reader<Cursor<&'a [u8]>>>(
    book: &mut B,
    watch: &Watch,
    mut unseen: Vec<Vec<usize>>,
    areas: impl Fn(&B, &str) -> Vec<Dimensions>,
) -> Result<Vec<Sheet>, Fault> {
    let (mut filled, mut before) = (0, 0);
    let mut sheets: Vec<Sheet> = Vec::new();
    for (at, name, hidden) in worksheets(book.sheets_metadata()) {
        let range = book.worksheet_range(&name).map_err(|_| Fault::Broken)?;
        let (top, left) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        let mut rows = Rows { filled, before, ..Rows::default() };
        for (row, column, value) in range.used_cells() {
            rows.put(top + row, left + column, owned(value), watch)?;
        }
        filled = rows.filled;
        let merges = merges(&areas(book, &name));
        before += rows.rows.len();
        let hidden_rows = unseen.get_mut(at).map(std::mem::take).unwrap_or_default();
        sheets.push(Sheet { name, hidden, rows: rows.rows, merges, hidden_rows });
    }
    Ok(sheets)
}

/// The sheets that hold cells: their place in the workbook, their names, and whether each is hidden.
fn worksheets(sheets: &[calamine::Sheet]) -> Vec<(usize, String, bool)> {
    let cells = sheets.iter().enumerate().filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
    cells.map(|(at, sheet)| (at, sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

fn merges(areas: &[Dimensions]) -> Vec<Merge> {
    let merge = |area: &Dimensions| Merge {
        top: area.start.0 as usize,
        left: area.start.1 as usize,
        bottom: area.end.0 as usize,
        right: area.end.1 as usize,
    };
    areas.iter().map(merge).collect()
}

fn borrowed(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::String(text) => Cell::of(text),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(flag) => Cell::Bool(*flag),
        other => owned(&Data::from(other.clone())),
    }
}

fn owned(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::of(text),
        Data::Float(number) => Cell::Number(*number),
        #[expect(clippy::cast_precision_loss, reason = "a cell's whole number is far below 2^53")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Bool(flag) => Cell::Bool(*flag),
        Data::DateTime(date) if date.is_datetime() => {
            value.as_date().map_or_else(|| Cell::Number(date.as_f64()), Cell::Date)
        }
        Data::DateTime(date) => Cell::Number(date.as_f64()),
        Data::DateTimeIso(text) => value.as_date().map_or_else(|| Cell::of(text), Cell::Date),
        // A failed formula must be seen as unreadable, not as an empty cell.
        Data::Error(error) => Cell::Text(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    /// A compound file of one directory sector that lists the root and one stream.
    fn compound(stream: &str) -> Vec<u8> {
        let mut header = vec![0; 512];
        header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        for (at, number) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6), (44, 1), (48, 1), (57, 16)] {
            header[at..at + 2].copy_from_slice(&number.to_le_bytes());
        }
        header[60..64].fill(0xFE);
        header[61..64].fill(0xFF);
        header[68..72].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
        header[76..512].fill(0xFF);
        header[76..80].fill(0);
        let mut table = vec![0xFF; 512];
        table[..8].copy_from_slice(&[0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF]);
        let mut directory = vec![0; 512];
        for (at, name) in ["Root Entry", stream].iter().enumerate() {
            let letters: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
            let entry = &mut directory[128 * at..128 * (at + 1)];
            entry[..letters.len()].copy_from_slice(&letters);
            entry[64] = u8::try_from(letters.len()).unwrap();
            entry[66] = if at == 0 { 5 } else { 2 };
            entry[116..120].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
        }
        [header, table, directory].concat()
    }

    #[test]
    fn a_password_is_told_from_a_broken_file() {
        let sentence =
            |bytes: &[u8]| read(Kind::of(bytes), "a.xlsx", bytes, &Watch::default()).unwrap_err().say(Lang::Vi);
        assert!(sentence(&compound("EncryptedPackage")).contains("mật khẩu"));
        assert!(sentence(&compound("WordDocument")).contains("hỏng"));
    }

    #[test]
    fn kinds_are_told_by_content() {
        let kind = |bytes: &[u8]| Kind::of(bytes);
        assert_eq!(kind(include_bytes!("../../tests/data/rosters/01-hai-dong-tieu-de.xlsx")), Kind::Xlsx);
        assert_eq!(kind(include_bytes!("../../tests/data/rosters/02-font-tcvn3.xls")), Kind::Ole);
        assert_eq!(kind(include_bytes!("../../tests/data/rosters/04-nhieu-trang.ods")), Kind::Ods);
        assert_eq!(kind(b"a,b"), Kind::Text);
        assert_eq!(kind(b"\xEF\xBB\xBF<?xml version"), Kind::Page);
    }
}
