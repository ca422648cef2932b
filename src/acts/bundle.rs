//! Putting every paper of a period into one folder: a piece at a time, whole or not at all.
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::domain::period::Period;
use crate::paper::xlsx;
use crate::reports::bundle::{self, Outcome, Piece};
use crate::store::{Error, Result, Store};
use crate::text::{Lang, bundle as t};

/// The name of the index's file.
const INDEX: &str = "00-muc-luc.xlsx";

/// The work: what was made, and what is still to be made. Dropping it leaves nothing.
pub struct Bundle {
    period: Period,
    target: PathBuf,
    /// Where the files are until all are there, beside the target.
    aside: TempDir,
    waiting: std::vec::IntoIter<Piece>,
    made: Vec<Outcome>,
    total: usize,
}

impl Bundle {
    /// Begins with a folder that does not exist yet.
    ///
    /// # Errors
    /// If it exists, or cannot be made.
    pub fn begin(store: &Store, period: &Period, target: &Path) -> Result<Self> {
        if target.exists() {
            return Err(t::EXISTS.with([target.display().to_string()]).into());
        }
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(parent)?;
        let pieces = bundle::pieces(store, period)?;
        Ok(Self {
            period: period.clone(),
            target: target.to_path_buf(),
            aside: TempDir::with_prefix_in(".vitreem-", parent)?,
            total: pieces.len(),
            waiting: pieces.into_iter(),
            made: Vec::new(),
        })
    }

    /// How many pieces are made, of how many.
    #[must_use]
    pub const fn progress(&self) -> (usize, usize) {
        (self.made.len(), self.total)
    }

    /// What the data were not enough for, and why.
    pub fn missing(&self) -> impl Iterator<Item = (&str, &str)> {
        let missing = self.made.iter().filter(|it| it.file.is_none());
        missing.map(|it| (it.piece.file.as_str(), it.note.as_str()))
    }

    /// How many files there are so far.
    fn count(&self) -> usize {
        self.made.iter().filter(|it| it.file.is_some()).count()
    }

    /// Makes the next piece; `false` once there is none. What the data are not enough for is noted, not made.
    ///
    /// # Errors
    /// If a file cannot be written or the store cannot be read.
    pub fn step(&mut self, store: &Store) -> Result<bool> {
        let Some(piece) = self.waiting.next() else { return Ok(false) };
        let (file, note) = match piece.bytes(store, &self.period) {
            Ok(bytes) => {
                let file = piece.numbered(self.count() + 1, self.total);
                std::fs::write(self.aside.path().join(&file), bytes)?;
                (Some(file), String::new())
            }
            Err(error @ (Error::Sql(_) | Error::Io(_))) => return Err(error),
            Err(error) => (None, t::NOT_MADE.with([error.say(Lang::Vi)]).say(Lang::Vi)),
        };
        self.made.push(Outcome { piece, file, note });
        Ok(true)
    }

    /// Writes the index and puts the folder in its place, with a line in the log of who looked. Returns how many papers
    /// are in it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self, store: &Store) -> Result<usize> {
        let index = bundle::index(store, &self.period, &self.made)?;
        let bytes = xlsx::render(&index).map_err(|error| error.said())?;
        std::fs::write(self.aside.path().join(INDEX), bytes)?;
        let count = self.count();
        store.looked("print", "report", None, i64::try_from(count).ok())?;
        let aside = self.aside.keep();
        if let Err(error) = std::fs::rename(&aside, &self.target) {
            // What could not be put in its place is not left beside it.
            std::fs::remove_dir_all(&aside)?;
            return Err(error.into());
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;

    #[test]
    fn the_folder_is_there_whole_or_not_at_all() {
        let mut store = sample::store();
        let unit = sample::unit(&mut store, "Văn phòng Sở");
        let father = sample::staff(&mut store, "Lộc Văn Hà", unit);
        sample::child(&mut store, "Lộc Văn Đông", "2015-03-05", father, unit);
        let period = Period::parse("2026-H1").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("bộ văn bản");
        let listed = || std::fs::read_dir(folder.path()).unwrap().count();
        let mut stopped = Bundle::begin(&store, &period, &target).unwrap();
        assert!(stopped.step(&store).unwrap());
        drop(stopped);
        assert_eq!(listed(), 0, "what was stopped leaves nothing");
        let mut bundle = Bundle::begin(&store, &period, &target).unwrap();
        while bundle.step(&store).unwrap() {}
        let (done, total) = bundle.progress();
        assert!(done == total && total >= 3, "{total}");
        let count = bundle.finish(&store).unwrap();
        assert_eq!(std::fs::read_dir(&target).unwrap().count(), count + 1);
        let mut names: Vec<String> = std::fs::read_dir(&target)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        let numbers: Vec<usize> = names.iter().map(|name| name.split('-').next().unwrap().parse().unwrap()).collect();
        assert_eq!(numbers, (0..=count).collect::<Vec<_>>(), "no number is left out: {names:?}");
        assert!(target.join(INDEX).exists() && target.join("01-bao-cao.docx").exists());
        assert_eq!(listed(), 1);
        assert!(Bundle::begin(&store, &period, &target).is_err(), "what is there is not written over");
    }
}
