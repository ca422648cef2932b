//! Where the sheets of a file keep their rosters: the head of each and what its columns mean, as found in the file or
//! as the office says.
use super::columns::{self, COLUMNS};
use super::layout::Layout;
use super::title::Title;
use super::{Options, Roster, Unit, Warning, table, title, twice};
use crate::domain::fold::fold;
use crate::exchange::header::{Head, Header};
use crate::exchange::legacy::{self, Charset};
use crate::exchange::sheet::{self, Sheet};
use crate::exchange::watch::Watch;
use crate::text::{Said, exchange as say};

/// What a column may be read as: the codes of its meanings, in the order they are offered.
pub const ROLES: [&str; 19] = [
    "child",
    "family",
    "given",
    "born",
    "day",
    "month",
    "year",
    "sex",
    "male",
    "female",
    "father",
    "mother",
    "parents",
    "carer",
    "unit",
    "ward",
    "circumstance",
    "note",
    "number",
];

/// The meaning of a column that is left out.
const LEFT: &str = "other";

/// A file that was read, its text in Unicode.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
    /// The old font it was typed in.
    pub charset: Option<Charset>,
}

/// A sheet and how it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Which sheet of the file, from 0.
    pub sheet: usize,
    /// Whether it is read at all.
    pub taken: bool,
    /// Its head.
    pub header: Header,
    /// The unit that the sheet as a whole speaks of.
    pub unit: Option<String>,
    /// The unit that the office says it speaks of, whatever the sheet says.
    told: Option<String>,
    /// The head as it was found, before anyone changed what columns mean.
    found: Header,
}

/// A column of a frame, as it is shown to the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The column, from 0.
    pub at: usize,
    /// What is written over it.
    pub head: String,
    /// What it is read as; nothing if it is left out.
    pub role: Option<&'static str>,
    /// What stands in its first filled row.
    pub example: String,
}

impl File {
    /// Reads a file of any spreadsheet format.
    ///
    /// # Errors
    /// A sentence when it cannot be read or the reading was stopped.
    pub fn open(name: &str, bytes: &[u8], watch: &Watch) -> Result<Self, Said> {
        Ok(Self::of(name, sheet::read_watched(name, bytes, watch)?))
    }

    /// Sheets that were read, old fonts decoded.
    #[must_use]
    pub fn of(name: &str, mut sheets: Vec<Sheet>) -> Self {
        let charset = legacy::decode_sheets(&mut sheets);
        Self { name: name.to_owned(), sheets, charset }
    }

    /// How each sheet that is not empty would be read: those with a roster's head are taken, but for hidden ones.
    #[must_use]
    pub fn frames(&self, options: &Options) -> Vec<Frame> {
        let filled = self.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.is_empty());
        let frame = |(at, sheet): (usize, &Sheet)| {
            let found = columns::find(sheet, 0);
            let taken = found.is_some() && !sheet.hidden;
            let header = found.unwrap_or_else(|| Header::told(sheet, 0, COLUMNS));
            let title = Title::read(&self.name, sheet, header.top, options);
            let unit = title.unit.map(|unit| unit.name);
            Frame { sheet: at, taken, unit, told: None, found: header.clone(), header }
        };
        filled.map(frame).collect()
    }

    /// Reads the sheets that are taken.
    ///
    /// # Errors
    /// A sentence when none is taken, one has no column of names, or the reading was stopped.
    pub fn read(&self, frames: &[Frame], options: &Options, watch: &Watch) -> Result<Roster, Said> {
        let mut roster = Roster::default();
        if let Some(charset) = self.charset {
            let sheet = self.sheets.first().map(|sheet| sheet.name.clone()).unwrap_or_default();
            roster.warnings.push(Warning { sheet, row: 0, text: say::DECODED.with([charset.name()]) });
        }
        let mut rows = 0;
        for frame in frames {
            let Some(sheet) = self.sheets.get(frame.sheet) else { continue };
            if frame.taken {
                if !frame.is_whole(sheet) {
                    return Err(say::NO_NAMES.with([sheet.name.as_str()]));
                }
                let mut title = Title::read(&self.name, sheet, frame.header.top, options);
                if let Some(name) = frame.told.clone() {
                    title.unit = Some(Unit { name, caps: false });
                }
                table::Table::new(sheet, frame, &title, &mut roster).read(rows, watch);
                rows += sheet.rows.len();
            } else if sheet.hidden && columns::is_roster(&frame.header) {
                let text = say::HIDDEN.with([sheet.name.as_str()]);
                roster.warnings.push(Warning { sheet: sheet.name.clone(), row: 0, text });
            }
        }
        if watch.is_stopped() {
            return Err(say::STOPPED.into());
        }
        if !frames.iter().any(|frame| frame.taken) {
            return Err(say::NO_ROSTER.with([self.name.as_str()]));
        }
        title::spell_units(&mut roster, &self.sheets);
        twice::merge(&mut roster);
        Ok(roster)
    }
}

impl Frame {
    /// Whether the sheet can be read so: a column of names is known.
    #[must_use]
    pub fn is_whole(&self, sheet: &Sheet) -> bool {
        !Layout::of(sheet, &self.header).name.is_empty()
    }

    /// The columns with a head or a value, from left to right.
    #[must_use]
    pub fn shown(&self, sheet: &Sheet) -> Vec<Shown> {
        let layout = Layout::of(sheet, &self.header);
        let below = sheet.rows.get(self.header.end..).unwrap_or_default();
        let width = below.iter().take(200).map(Vec::len).max().unwrap_or(0);
        let width = width.max(self.header.heads.last().map_or(0, |head| head.at + 1));
        let column = |at: usize| {
            let example = below.iter().filter_map(|row| row.get(at)).find(|cell| !cell.is_empty());
            let example = example.map(|cell| crate::domain::clean::clean(&cell.shown())).unwrap_or_default();
            let head = self.header.text(at).to_owned();
            (!head.is_empty() || !example.is_empty()).then(|| Shown { at, head, role: layout.role(at), example })
        };
        (0..width).filter_map(column).collect()
    }

    /// Takes the sheet to speak of a unit; rows that name their own keep it.
    pub fn speak_of(&mut self, unit: &str) {
        self.unit = Some(unit.to_owned());
        self.told = Some(unit.to_owned());
    }

    /// Reads a column as something else, or leaves it out. What only one column can be, another column ceases to be.
    pub fn read_as(&mut self, sheet: &Sheet, at: usize, role: Option<&str>) {
        let code = role.and_then(known);
        // What the others are read as stays so, whatever the new meaning does to the layout.
        for other in self.shown(sheet).into_iter().filter(|other| other.at != at) {
            let same = other.role == code && code != Some("unit");
            self.header.mean(other.at, Some(other.role.filter(|_| !same).unwrap_or(LEFT)));
        }
        if matches!(code, Some("family" | "given")) {
            self.leave("child");
        }
        if code == Some("child") {
            self.leave("family");
            self.leave("given");
        }
        self.header.mean(at, Some(code.unwrap_or(LEFT)));
    }

    /// Takes the head to stand at another row, and its columns to mean what it says.
    pub fn move_head(&mut self, sheet: &Sheet, top: usize) {
        self.header = Header::told(sheet, top, COLUMNS);
        self.found = self.header.clone();
    }

    /// What the office changed: the words over a column (blank heads by their place) and what it is read as.
    #[must_use]
    pub fn changes(&self, sheet: &Sheet) -> Vec<(String, String)> {
        let found = Layout::of(sheet, &self.found);
        let changed = self.shown(sheet).into_iter().filter(|column| column.role != found.role(column.at));
        let pair = |column: Shown| {
            let role = column.role.unwrap_or(LEFT).to_owned();
            (key(&Head { at: column.at, code: None, text: column.head }), role)
        };
        changed.map(pair).collect()
    }

    /// Applies what was changed in another file; `true` if any of its words stand over a column here.
    pub fn apply(&mut self, sheet: &Sheet, changes: &[(String, String)]) -> bool {
        let mut applied = false;
        for column in self.shown(sheet) {
            let head = Head { at: column.at, code: None, text: column.head };
            let Some((_, code)) = changes.iter().find(|(words, _)| *words == key(&head)) else { continue };
            self.header.mean(column.at, Some(known(code).unwrap_or(LEFT)));
            applied = true;
        }
        applied
    }

    /// Gives the columns of a further head on the same sheet the meanings that the office gave to the same words.
    pub(super) fn tell(&self, sheet: &Sheet, header: &mut Header) {
        if self.header == self.found {
            return;
        }
        let changes = self.changes(sheet);
        for head in &mut header.heads {
            if let Some((_, code)) = changes.iter().find(|(words, _)| *words == key(head)) {
                head.code = Some(known(code).unwrap_or(LEFT));
            }
        }
    }

    fn leave(&mut self, code: &str) {
        for head in self.header.heads.iter_mut().filter(|head| head.code == Some(code)) {
            head.code = Some(LEFT);
        }
    }
}

/// A head's words as they are remembered.
fn key(head: &Head) -> String {
    if head.text.is_empty() { format!("#{}", head.at) } else { fold(&head.text) }
}

fn known(code: &str) -> Option<&'static str> {
    ROLES.into_iter().find(|role| *role == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::born::Born;

    fn options() -> Options {
        Options { unit: None, as_of: None, today: chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap() }
    }

    fn read(file: &File, frames: &[Frame]) -> Roster {
        file.read(frames, &options(), &Watch::default()).unwrap()
    }

    fn roles(file: &File, frame: &Frame) -> Vec<(String, Option<&'static str>)> {
        frame.shown(&file.sheets[frame.sheet]).into_iter().map(|column| (column.head, column.role)).collect()
    }

    #[test]
    fn columns_are_shown_with_what_they_are_read_as() {
        let rows: &[&[&str]] = &[
            &["TT", "Họ và tên cháu", "Sinh", "Lớp", "", "Họ và tên"],
            &["1", "Lê An", "2015", "5A", "lẻ", "Lê Bình"],
        ];
        let file = File::of("a.xlsx", vec![Sheet::of("Sheet1", rows)]);
        let frames = file.frames(&options());
        let wanted = [
            ("TT", Some("number")),
            ("Họ và tên cháu", Some("child")),
            ("Sinh", Some("born")),
            ("Lớp", None),
            ("", None),
            ("Họ và tên", Some("parents")),
        ];
        assert_eq!(roles(&file, &frames[0]), wanted.map(|(head, role)| (head.to_owned(), role)));
        assert_eq!(frames[0].shown(&file.sheets[0])[4].example, "lẻ");
    }

    #[test]
    fn a_column_can_be_read_as_something_else() {
        let rows: &[&[&str]] = &[
            &["Họ và tên", "Ngày sinh", "A", "", "Ngày vào"],
            &["Lê An", "4/3/2015", "Lê Bình", "Văn phòng", "1/2/2016"],
        ];
        let file = File::of("a.xlsx", vec![Sheet::of("Sheet1", rows)]);
        let mut frames = file.frames(&options());
        frames[0].read_as(&file.sheets[0], 2, Some("father"));
        frames[0].read_as(&file.sheets[0], 3, Some("unit"));
        let roster = read(&file, &frames);
        let row = &roster.rows[0];
        assert_eq!((row.father.as_deref(), row.unit.as_ref().unwrap().name.as_str()), (Some("Lê Bình"), "Văn phòng"));
        frames[0].read_as(&file.sheets[0], 4, Some("born"));
        let row = &read(&file, &frames).rows[0];
        assert_eq!((row.born, row.name.as_str()), (Born::from_iso("2016-02-01"), "Lê An"));
        frames[0].read_as(&file.sheets[0], 4, None);
        assert_eq!(read(&file, &frames).rows[0].born, None);
    }

    #[test]
    fn what_was_changed_goes_for_the_next_file() {
        let rows: &[&[&str]] = &[&["Họ và tên", "Ngày sinh", "A", ""], &["Lê An", "2015", "Lê Bình", "Văn phòng"]];
        let file = File::of("a.xlsx", vec![Sheet::of("Sheet1", rows)]);
        let mut frames = file.frames(&options());
        assert_eq!(frames[0].changes(&file.sheets[0]), []);
        frames[0].read_as(&file.sheets[0], 2, Some("father"));
        frames[0].read_as(&file.sheets[0], 3, Some("unit"));
        let changes = frames[0].changes(&file.sheets[0]);
        assert_eq!(changes, [("a".to_owned(), "father".to_owned()), ("#3".to_owned(), "unit".to_owned())]);
        let mut next = file.frames(&options());
        assert!(next[0].apply(&file.sheets[0], &changes) && next[0].changes(&file.sheets[0]) == changes);
        assert_eq!(read(&file, &next), read(&file, &frames));
        let other = File::of("b.xlsx", vec![Sheet::of("b", &[&["Tên cháu", "Năm sinh"], &["Lê An", "2015"]])]);
        assert!(!other.frames(&options())[0].apply(&other.sheets[0], &changes));
    }

    #[test]
    fn the_head_may_stand_elsewhere_than_was_found() {
        let rows: &[&[&str]] = &[&["Tên cháu", "Năm sinh"], &["X", "Y"], &["Lê An", "2015"], &["Vi Hoa", "2016"]];
        let file = File::of("a.xlsx", vec![Sheet::of("Sheet1", rows)]);
        let mut frames = file.frames(&options());
        frames[0].move_head(&file.sheets[0], 1);
        assert_eq!(file.read(&frames, &options(), &Watch::default()).unwrap_err().text, say::NO_NAMES);
        frames[0].read_as(&file.sheets[0], 0, Some("child"));
        frames[0].read_as(&file.sheets[0], 1, Some("born"));
        assert_eq!(read(&file, &frames).rows.len(), 2);
    }

    #[test]
    fn the_unit_of_a_sheet_can_be_told() {
        let rows: &[&[&str]] = &[
            &["DANH SÁCH PHÒNG A"],
            &["Họ và tên", "Năm sinh", "Đơn vị"],
            &["Lê An", "2015"],
            &["Vi Hoa", "2016", "Chi cục X"],
        ];
        let file = File::of("a.xlsx", vec![Sheet::of("Sheet1", rows)]);
        let mut frames = file.frames(&options());
        frames[0].speak_of("Văn phòng Sở");
        let units: Vec<String> =
            read(&file, &frames).rows.into_iter().filter_map(|row| row.unit).map(|it| it.name).collect();
        assert_eq!(units, ["Văn phòng Sở", "Chi cục X"]);
    }

    #[test]
    fn sheets_are_chosen() {
        let rows: &[&[&str]] = &[&["Họ và tên", "Ngày sinh"], &["Lê An", "4/3/2015"]];
        let hidden = Sheet { hidden: true, ..Sheet::of("Cũ", rows) };
        let notes = Sheet::of("Ghi chú", &[&["Liên hệ"]]);
        let file = File::of("a.xlsx", vec![Sheet::default(), Sheet::of("Thanh tra Sở", rows), hidden, notes]);
        let mut frames = file.frames(&options());
        let taken: Vec<(usize, bool)> = frames.iter().map(|frame| (frame.sheet, frame.taken)).collect();
        assert_eq!(taken, [(1, true), (2, false), (3, false)]);
        assert_eq!(frames[0].unit.as_deref(), Some("Thanh tra Sở"));
        frames[0].taken = false;
        frames[1].taken = true;
        assert_eq!(read(&file, &frames).rows[0].sheet, "Cũ");
        frames[1].taken = false;
        assert_eq!(file.read(&frames, &options(), &Watch::default()).unwrap_err().text, say::NO_ROSTER);
    }
}
