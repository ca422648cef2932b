//! Paths as people type them, and where their files mostly lie.
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::clean::clean;
use crate::domain::fold::fold;
use crate::text::{Lang, Text, import as t};

/// The endings of sheets that can be taken in.
const SHEETS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

/// The most files of one folder that are listed.
const LISTED: usize = 2000;

/// A folder or a sheet that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name; of a file used lately and of the folder above, what stands for it.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// What is said beside it.
    kind: Option<Text>,
    /// The day it was changed, as day/month/year at UTC+7, and its size in bytes; blank for folders.
    changed: String,
    size: u64,
}

impl Entry {
    /// A file that was used lately.
    #[must_use]
    pub fn recent(path: &Path) -> Self {
        Self { kind: Some(t::RECENT), ..Self::of(path, false) }
    }

    /// The folder above the one that is listed.
    #[must_use]
    pub fn above(path: &Path) -> Self {
        Self { name: "..".to_owned(), kind: Some(t::UP), ..Self::of(path, true) }
    }

    fn of(path: &Path, is_folder: bool) -> Self {
        let about = path.metadata().ok().filter(|_| !is_folder);
        let changed = about.as_ref().and_then(|about| about.modified().ok()).map(|moment| {
            let moment = DateTime::<Utc>::from(moment) + TimeDelta::hours(7);
            moment.format("%d/%m/%Y").to_string()
        });
        Self {
            name: path.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy())),
            path: path.to_path_buf(),
            is_folder,
            kind: is_folder.then_some(t::IS_FOLDER),
            changed: changed.unwrap_or_default(),
            size: about.map_or(0, |about| about.len()),
        }
    }

    /// Its name, what it is, the day it was changed, its size.
    #[must_use]
    pub fn cells(&self, lang: Lang) -> Vec<String> {
        let kind = self.kind.map(|kind| kind.say(lang).to_owned()).unwrap_or_default();
        let size = if self.is_folder { String::new() } else { t::SIZE.with([self.size.div_ceil(1024)]).say(lang) };
        vec![self.name.clone(), kind, self.changed.clone(), size]
    }
}

/// The folders and sheets of a folder: folders by name, then sheets, those changed last first.
#[must_use]
pub fn list(folder: &Path) -> Vec<Entry> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(std::result::Result::ok);
    let ending = |path: &Path| path.extension().and_then(|it| it.to_str()).map(str::to_lowercase);
    let is_sheet = |path: &Path| ending(path).is_some_and(|it| SHEETS.contains(&it.as_str()));
    // What a spreadsheet leaves beside a file that is open is no sheet; folders with a dot are the system's.
    let own = |entry: &std::fs::DirEntry| !entry.file_name().to_string_lossy().starts_with(['~', '.']);
    let paths = entries.filter(own).map(|entry| entry.path()).take(LISTED);
    let (folders, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let mut folders: Vec<Entry> = folders.iter().map(|path| Entry::of(path, true)).collect();
    folders.sort_by_cached_key(|entry| fold(&entry.name));
    let mut files: Vec<PathBuf> = files.into_iter().filter(|path| is_sheet(path)).collect();
    files.sort_by_cached_key(|path| {
        let changed = path.metadata().and_then(|about| about.modified()).ok();
        (std::cmp::Reverse(changed), path.clone())
    });
    folders.extend(files.iter().map(|path| Entry::of(path, false)));
    folders
}

/// Where downloads lie, else the own folder.
#[must_use]
pub fn downloads() -> PathBuf {
    let Some(home) = home() else { return PathBuf::from(".") };
    let known = ["Downloads", "Tải xuống", "Documents"].iter().map(|name| home.join(name));
    known.into_iter().find(|folder| folder.is_dir()).unwrap_or(home)
}

/// The user's own folder, if the system names one.
#[must_use]
pub fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from)
}

/// The path that was typed: without the quotes that terminals and Explorer put around it, `~` as the own folder.
#[must_use]
pub fn typed(text: &str) -> PathBuf {
    let text = text.trim().trim_matches(['"', '\'']);
    match (text.strip_prefix("~/").or_else(|| text.strip_prefix("~\\")), home()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(text),
    }
}

/// A path that no file has yet: "a.docx", else "a (2).docx" and so on, so that what was edited is not written over.
#[must_use]
pub fn free(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|it| format!(".{}", it.to_string_lossy())).unwrap_or_default();
    let other = |n: u32| path.with_file_name(format!("{stem} ({n}){ending}"));
    std::iter::once(path.to_path_buf())
        .chain((2..1000).map(other))
        .find(|path| !path.exists())
        .unwrap_or_else(|| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bao-cao.docx");
        assert_eq!(free(&path), path);
        std::fs::write(&path, "a").unwrap();
        assert_eq!(free(&path), folder.path().join("bao-cao (2).docx"));
    }

    #[test]
    fn folders_come_first_and_only_sheets_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.XLSX", "a.csv", "~$a.xlsx", "thu.docx"] {
            std::fs::write(folder.path().join(name), "abc").unwrap();
        }
        std::fs::create_dir(folder.path().join("Đơn vị")).unwrap();
        let found = list(folder.path());
        let mut names: Vec<&str> = found.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!((names.remove(0), found[0].is_folder), ("Đơn vị", true));
        names.sort_unstable();
        assert_eq!(names, ["a.csv", "b.XLSX"]);
        assert_eq!(found[1].cells(Lang::Vi)[3], "1 KB");
    }

    #[test]
    fn quotes_around_a_path_fall_off() {
        assert_eq!(typed("  \"/tmp/danh sách.xlsx\" "), PathBuf::from("/tmp/danh sách.xlsx"));
    }
}
