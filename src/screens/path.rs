//! Paths as people type them, and where their files mostly lie.
use std::path::{Path, PathBuf};

use crate::domain::clean::clean;

/// The endings of sheets that can be taken in.
const SHEETS: &[&str] = &["xlsx", "xls", "ods", "csv"];

/// How many sheets are offered.
const OFFERED: usize = 40;

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

/// The sheets in the folder used last and where downloads and documents lie; those of the last folder first.
#[must_use]
pub fn sheets(last: Option<&Path>) -> Vec<String> {
    let home = home();
    let own = ["", "Downloads", "Tải xuống", "Documents", "Desktop"].iter();
    let own = own.filter_map(|name| home.as_ref().map(|home| home.join(name)));
    let mut found: Vec<String> = Vec::new();
    for folder in last.map(Path::to_path_buf).into_iter().chain(own) {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().filter_map(std::result::Result::ok);
        let ending = |path: &Path| path.extension().and_then(|it| it.to_str()).map(str::to_lowercase);
        let is_sheet = |path: &PathBuf| ending(path).is_some_and(|it| SHEETS.contains(&it.as_str()));
        let mut here: Vec<String> = entries
            .map(|entry| entry.path())
            .filter(is_sheet)
            // What a spreadsheet leaves beside a file that is open is no sheet.
            .filter(|path| path.file_name().is_some_and(|name| !name.to_string_lossy().starts_with(['~', '.'])))
            .map(|path| clean(&path.to_string_lossy()))
            .collect();
        here.sort();
        here.retain(|path| !found.contains(path));
        found.extend(here);
    }
    found.truncate(OFFERED);
    found
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
    fn sheets_of_the_last_folder_come_first() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.XLSX", "a.csv", "~$a.xlsx", "thu.docx"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let found = sheets(Some(folder.path()));
        let names: Vec<&str> = found.iter().take(2).filter_map(|path| path.rsplit(['/', '\\']).next()).collect();
        assert_eq!(names, ["a.csv", "b.XLSX"]);
    }

    #[test]
    fn quotes_around_a_path_fall_off() {
        assert_eq!(typed("  \"/tmp/danh sách.xlsx\" "), PathBuf::from("/tmp/danh sách.xlsx"));
    }
}
