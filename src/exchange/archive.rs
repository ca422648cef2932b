//! What a zip archive says it holds, read from its list of files alone: names and sizes, so that a bomb is refused
//! before anything is unpacked.

/// The most an archive may unpack to, in bytes: a million cells take about a third.
pub const MOST_UNPACKED: u64 = 400 * 1024 * 1024;

/// One file inside an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path.
    pub name: String,
    /// Its size once unpacked, in bytes.
    pub size: u64,
    /// How it is packed: 0 not at all, 8 deflated.
    pub method: u16,
    /// Its size as packed, in bytes.
    packed: u32,
    /// Where its own head stands.
    start: u32,
}

/// The files of an archive, or nothing when its list cannot be found or is cut. Archives over 4 GB (zip64) are
/// read as if each file had the largest size, hence refused by whoever adds up the sizes.
#[must_use]
pub fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let end = end_record(bytes)?;
    let count = usize::from(word(bytes, end + 10)?);
    let mut at = usize::try_from(long(bytes, end + 16)?).ok()?;
    let mut found = Vec::new();
    for _ in 0..count {
        if long(bytes, at)? != 0x0201_4B50 {
            return None;
        }
        let name = usize::from(word(bytes, at + 28)?);
        let extra = usize::from(word(bytes, at + 30)?);
        let comment = usize::from(word(bytes, at + 32)?);
        let path = bytes.get(at + 46..at + 46 + name)?;
        found.push(Entry {
            name: String::from_utf8_lossy(path).into_owned(),
            size: u64::from(long(bytes, at + 24)?),
            method: word(bytes, at + 10)?,
            packed: long(bytes, at + 20)?,
            start: long(bytes, at + 42)?,
        });
        at += 46 + name + extra + comment;
    }
    Some(found)
}

/// The bytes of one file as they are packed; nothing when they lie outside of the archive.
#[must_use]
pub fn packed<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let start = usize::try_from(entry.start).ok()?;
    if long(bytes, start)? != 0x0403_4B50 {
        return None;
    }
    let name = usize::from(word(bytes, start.checked_add(26)?)?);
    let extra = usize::from(word(bytes, start.checked_add(28)?)?);
    let from = start.checked_add(30 + name + extra)?;
    bytes.get(from..from.checked_add(usize::try_from(entry.packed).ok()?)?)
}

/// Whether the archive unpacks to more than is taken in.
#[must_use]
pub fn too_big(entries: &[Entry]) -> bool {
    entries.iter().map(|entry| entry.size).sum::<u64>() > MOST_UNPACKED
}

/// Where the last record starts: it is sought backwards, since a comment of up to 64 KB may follow it.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(22 + 65_536);
    (from..=bytes.len().checked_sub(22)?).rev().find(|at| long(bytes, *at) == Some(0x0605_4B50))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &[u8] = include_bytes!("../../tests/data/rosters/01-hai-dong-tieu-de.xlsx");

    #[test]
    fn the_list_of_an_archive_is_read() {
        let entries = entries(SHEET).unwrap();
        assert!(entries.iter().any(|entry| entry.name == "xl/workbook.xml" && entry.size > 100));
        assert!(!too_big(&entries));
        let list = entries.iter().find(|entry| entry.name == "xl/workbook.xml").unwrap();
        assert!(list.method == 8 && packed(SHEET, list).is_some_and(|packed| packed.len() > 100));
    }

    #[test]
    fn a_cut_archive_has_no_list() {
        assert_eq!(entries(&SHEET[..SHEET.len() - 30]), None);
        assert_eq!(entries(b""), None);
    }

    #[test]
    fn a_bomb_is_seen_by_its_sizes() {
        let mut bytes = SHEET.to_vec();
        let at = (0..bytes.len() - 4).find(|at| long(&bytes, *at) == Some(0x0201_4B50)).unwrap();
        bytes[at + 24..at + 28].copy_from_slice(&[0, 0, 0, 0x7F]);
        assert!(too_big(&entries(&bytes).unwrap()));
    }
}
