//! What the office said of a unit's columns, kept for the unit's next file.
use crate::domain::fold::fold;
use crate::exchange::roster::{File, Frame};
use crate::store::{Error, Result, Store};

/// Applies what was kept for the units of a file's sheets; tells which frames it changed.
///
/// # Errors
/// If the store cannot be read.
pub fn apply(store: &Store, file: &File, frames: &mut [Frame]) -> Result<Vec<bool>> {
    let mut applied = Vec::with_capacity(frames.len());
    for frame in frames {
        let changes = recall(store, frame.unit.as_deref())?;
        let sheet = file.sheets.get(frame.sheet);
        applied.push(sheet.is_some_and(|sheet| !changes.is_empty() && frame.apply(sheet, &changes)));
    }
    Ok(applied)
}

/// Keeps what was changed in the frames that are taken: for a unit, the words over columns and what they are read as.
/// Where nothing differs from what the program finds by itself, nothing is kept.
///
/// # Errors
/// If the store refuses.
pub fn keep(store: &Store, file: &File, frames: &[Frame]) -> Result<()> {
    for frame in frames.iter().filter(|frame| frame.taken) {
        let Some(sheet) = file.sheets.get(frame.sheet) else { continue };
        let changes = frame.changes(sheet);
        if changes.is_empty() {
            forget(store, frame.unit.as_deref())?;
        } else {
            keep_pairs(store, &key(frame.unit.as_deref()), &changes)?;
        }
    }
    Ok(())
}

/// Forgets what was kept for a unit, or for files that name none.
///
/// # Errors
/// If the store refuses.
pub fn forget(store: &Store, unit: Option<&str>) -> Result<()> {
    if recall(store, unit)?.is_empty() {
        return Ok(());
    }
    store.forget(&key(unit))
}

fn recall(store: &Store, unit: Option<&str>) -> Result<Vec<(String, String)>> {
    recall_pairs(store, &key(unit))
}

/// What words were said to mean, under a key.
///
/// # Errors
/// If the store cannot be read.
pub(super) fn recall_pairs(store: &Store, key: &str) -> Result<Vec<(String, String)>> {
    // What an older program kept in another form is as good as nothing.
    let text = store.recall(key)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps what words were said to mean.
///
/// # Errors
/// If the store refuses.
pub(super) fn keep_pairs(store: &Store, key: &str, pairs: &[(String, String)]) -> Result<()> {
    let text = serde_json::to_string(pairs).map_err(|error| Error::Io(error.into()))?;
    store.remember(key, &text)
}

fn key(unit: Option<&str>) -> String {
    format!("columns {}", fold(unit.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;
    use crate::exchange::roster::Options;
    use crate::exchange::sheet::Sheet;

    #[test]
    fn a_units_next_file_is_read_as_the_last_one() {
        let store = sample::store();
        let options = Options { unit: None, as_of: None, today: store.today() };
        let file = |unit: &str| {
            let rows: &[&[&str]] = &[&[unit], &["Tên cháu", "Năm sinh", "A"], &["Lê An", "2015", "Lê Bình"]];
            File::of("a.xlsx", vec![Sheet::of("Sheet1", rows)])
        };
        let (first, other) = (file("Đơn vị: Văn phòng Sở"), file("Đơn vị: Thanh tra Sở"));
        let mut frames = first.frames(&options);
        assert_eq!(apply(&store, &first, &mut frames).unwrap(), [false]);
        frames[0].read_as(&first.sheets[0], 2, Some("father"));
        keep(&store, &first, &frames).unwrap();
        let mut next = first.frames(&options);
        assert_eq!((apply(&store, &first, &mut next).unwrap(), &next), (vec![true], &frames));
        assert_eq!(apply(&store, &other, &mut other.frames(&options)).unwrap(), [false]);
        keep(&store, &first, &first.frames(&options)).unwrap();
        assert_eq!(apply(&store, &first, &mut first.frames(&options)).unwrap(), [false]);
    }
}
