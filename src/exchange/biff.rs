//! Looks over an Excel 97–2003 file before it is read in earnest: a broken or hostile one may claim a sheet of billions
//! of cells, for which memory would be asked at once.

/// The most cells of the rectangle that one sheet may span; filled ones are counted later.
const WIDEST: u64 = 16 * 1024 * 1024;

/// Whether every sheet spans an area that fits in memory. A file whose parts cannot be found is left to its reader.
#[must_use]
pub fn is_safe(bytes: &[u8]) -> bool {
    let Some(stream) = workbook(bytes) else { return true };
    let sheets = records(&stream, 0).filter(|(kind, _)| *kind == 0x0085);
    let mut starts = sheets.filter_map(|(_, data)| long(data, 0)).map(|start| start as usize);
    starts.all(|start| spans_little(&stream, start))
}

/// The hidden rows of each sheet in the order of the workbook, counted from 0 and rising; none where they cannot be told.
#[must_use]
pub fn hidden_rows(bytes: &[u8]) -> Vec<Vec<usize>> {
    let Some(stream) = workbook(bytes) else { return Vec::new() };
    let starts = records(&stream, 0).filter(|(kind, _)| *kind == 0x0085).filter_map(|(_, data)| long(data, 0));
    let hidden = |start: u32| {
        let rows = records(&stream, start as usize).filter(|(kind, _)| *kind == 0x0208);
        let mut hidden: Vec<usize> = rows
            .filter(|(_, data)| long(data, 12).is_some_and(|signs| signs & 0x20 != 0))
            .filter_map(|(_, data)| word(data, 0).map(usize::from))
            .collect();
        hidden.sort_unstable();
        hidden
    };
    starts.map(hidden).collect()
}

/// Whether a sheet's claimed and real area are small enough, and its claim no nonsense.
fn spans_little(stream: &[u8], start: usize) -> bool {
    let (mut top, mut bottom, mut left, mut right) = (u64::MAX, 0, u64::MAX, 0);
    for (kind, data) in records(stream, start) {
        match kind {
            0x0200 if !is_claim_sound(data) => return false,
            // Number, label, rich string, boolean, RK, shared string, several RKs, formula.
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x00BD | 0x0006 => {
                let (Some(row), Some(column)) = (word(data, 0), word(data, 2)) else { return false };
                let last = if kind == 0x00BD { data.len().checked_sub(2).and_then(|at| word(data, at)) } else { None };
                (top, bottom) = (top.min(row.into()), bottom.max(row.into()));
                (left, right) = (left.min(column.into()), right.max(last.unwrap_or(column).max(column).into()));
            }
            _ => {}
        }
    }
    top == u64::MAX || (bottom - top + 1) * (right - left + 1) <= WIDEST
}

/// The area a sheet claims: its first row, row after the last, first column, column after the last.
fn is_claim_sound(data: &[u8]) -> bool {
    let claim = if data.len() == 10 {
        [word(data, 0), word(data, 2), word(data, 4), word(data, 6)].map(|number| number.map(u64::from))
    } else {
        [long(data, 0), long(data, 4), word(data, 8).map(u32::from), word(data, 10).map(u32::from)]
            .map(|n| n.map(u64::from))
    };
    let [Some(top), Some(bottom), Some(left), Some(right)] = claim else { return true };
    bottom == 0
        || right == 0
        || (top < bottom && (bottom - top) * right.saturating_sub(if left > 0xFF { 0 } else { left }) <= WIDEST)
}

/// Records from a place to the end of the sub-stream or of the file.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = start;
    let mut depth = 0_usize;
    std::iter::from_fn(move || {
        let (kind, length) = (word(stream, at)?, usize::from(word(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        match kind {
            0x0809 => depth += 1,
            0x000A if depth <= 1 => return None,
            0x000A => depth -= 1,
            _ => {}
        }
        Some((kind, data))
    })
}

/// The stream of the workbook within its compound file.
fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let file = Compound::open(bytes)?;
    let directory = file.chain(long(bytes, 48)?)?;
    let entry = |name: &str| {
        let spelled: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        directory.chunks_exact(128).find(|entry| entry.starts_with(&spelled))
    };
    let entry = entry("Workbook").or_else(|| entry("Book"))?;
    let (start, size) = (long(entry, 116)?, long(entry, 120)? as usize);
    let mut stream = if size >= long(bytes, 56)? as usize {
        file.chain(start)?
    } else {
        let root = directory.get(..128)?;
        file.small_chain(start, &file.chain(long(root, 116)?)?, &file.chain(long(bytes, 60)?)?)?
    };
    stream.truncate(size);
    Some(stream)
}

/// A compound file: sectors, and the table that chains them.
struct Compound<'a> {
    bytes: &'a [u8],
    size: usize,
    table: Vec<u32>,
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let size = match word(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self { bytes, size, table: Vec::new() };
        let mut places: Vec<u32> = (0..109).filter_map(|at| long(bytes, 76 + 4 * at)).collect();
        let mut next = long(bytes, 68)?;
        for _ in 0..bytes.len() / size {
            let Some(sector) = file.sector(next) else { break };
            places.extend((0..size / 4 - 1).filter_map(|at| long(sector, 4 * at)));
            next = long(sector, size - 4)?;
        }
        for place in places {
            let Some(sector) = file.sector(place) else { continue };
            let links: Vec<u32> = (0..size / 4).filter_map(|at| long(sector, 4 * at)).collect();
            file.table.extend(links);
        }
        Some(file)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let from = (number as usize).checked_add(1)?.checked_mul(self.size)?;
        let to = from.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(from..to)
    }

    /// The sectors of one stream, one after the other.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut next = start;
        while next < 0xFFFF_FFFA {
            out.extend_from_slice(self.sector(next)?);
            // A chain longer than the file goes in circles.
            if out.len() > self.bytes.len() {
                return None;
            }
            next = *self.table.get(next as usize)?;
        }
        Some(out)
    }

    /// Likewise for the sectors of 64 bytes that small streams lie in.
    fn small_chain(&self, start: u32, home: &[u8], table: &[u8]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut next = start;
        while next < 0xFFFF_FFFA {
            let from = (next as usize).checked_mul(64)?;
            out.extend_from_slice(home.get(from..from.checked_add(64)?.min(home.len()))?);
            if out.len() > self.bytes.len() {
                return None;
            }
            next = long(table, 4 * next as usize)?;
        }
        Some(out)
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &[u8] = include_bytes!("../../tests/data/rosters/02-font-tcvn3.xls");

    #[test]
    fn an_ordinary_file_is_safe() {
        let stream = workbook(SHEET).unwrap();
        assert!(records(&stream, 0).any(|(kind, _)| kind == 0x0085));
        assert!(is_safe(SHEET));
    }

    #[test]
    fn a_claim_of_billions_of_cells_is_not() {
        let claim = [0x00, 0x02, 14, 0];
        let at = SHEET.windows(4).position(|bytes| bytes == claim).unwrap();
        let mut bytes = SHEET.to_vec();
        bytes[at + 8..at + 12].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0x7F]);
        assert!(!is_safe(&bytes));
        assert!(crate::exchange::sheet::read("a.xls", &bytes).is_err());
    }

    #[test]
    fn a_row_of_no_height_is_hidden() {
        assert!(hidden_rows(SHEET).iter().all(Vec::is_empty));
        let row = SHEET.windows(4).position(|bytes| bytes == [0x08, 0x02, 16, 0]).unwrap();
        let mut bytes = SHEET.to_vec();
        bytes[row + 16] |= 0x20;
        assert_eq!(hidden_rows(&bytes)[0], [usize::from(bytes[row + 4])]);
    }

    #[test]
    fn what_is_no_compound_file_is_left_to_its_reader() {
        assert!(is_safe(b"") && is_safe(&SHEET[..600]));
    }
}
