//! Files are what the screen shows, whatever is filtered and sorted; and a roster that was written reads back.
use std::cell::RefCell;

use proptest::prelude::*;
use ratatui::layout::Rect;

use super::*;
use crate::acts::demo;
use crate::acts::roster as taking;
use crate::acts::{sample, setup};
use crate::domain::born::Born;
use crate::domain::sex::Sex;
use crate::domain::tables::TABLES;
use crate::exchange::roster::{self, Options, Roster, Unit};
use crate::exchange::sheet;
use crate::screens::screen::{Notice, Screen, Settings};

/// A list of a table as it stands on screen, and its files.
struct Seen {
    lines: Vec<Vec<String>>,
    columns: Vec<&'static str>,
    grid: Grid,
    xlsx: Vec<u8>,
    csv: Vec<u8>,
}

thread_local! {
    static OFFICE: Office = const { Office(RefCell::new(None)) };
}

/// The sample office, made once: it takes its time.
struct Office(RefCell<Option<Store>>);

impl Office {
    fn take(&self) -> Store {
        self.0.take().unwrap_or_else(|| {
            let mut store = sample::store();
            setup::run(&mut store).unwrap();
            demo::fill(&mut store).unwrap();
            store
        })
    }

    fn set(&self, store: Store) {
        *self.0.borrow_mut() = Some(store);
    }
}

fn with_cx<T>(store: &mut Store, mask: bool, work: impl FnOnce(&mut Cx) -> T) -> T {
    let mut settings = Settings { mask, ..Settings::default() };
    let (mut notice, mut clipboard) = (Notice::default(), None);
    work(&mut Cx { store, settings: &mut settings, notice: &mut notice, clipboard: &mut clipboard })
}

fn seen(store: &mut Store, meta: &'static Meta, query: Query, mask: bool, sensitive: bool) -> Seen {
    with_cx(store, mask, |cx| {
        let mut list = List::new(meta, &[]);
        list.query = query;
        list.refresh(cx, Rect::new(0, 0, 100, 30)).unwrap();
        while list.settle(cx).unwrap() {}
        let rows = cx.store.lines(meta, list.ids()).unwrap();
        let lines = rows.iter().map(|row| list.cells(row, cx)).collect();
        let (outputs, covering) = outputs(cx, &list);
        covering.sensitive.set(sensitive);
        let listed = Listed {
            meta,
            title: String::new(),
            ids: list.ids().to_vec(),
            columns: list.columns(),
            query: list.query.clone(),
            held: [String::new(), String::new()],
            covering,
        };
        let grid = listed.grid(cx).unwrap();
        let columns = list.columns().into_iter().map(|at| meta.columns[at].name).collect();
        Seen { lines, columns, grid, xlsx: outputs[0].bytes(cx).unwrap(), csv: outputs[2].bytes(cx).unwrap() }
    })
}

/// What stands in a file below its heads, every row as long as the heads.
fn read_back(name: &str, bytes: &[u8], width: usize) -> Vec<Vec<String>> {
    let sheets = sheet::read(name, bytes).unwrap();
    let rows = sheets[0].rows.iter().skip(1);
    rows.map(|row| {
        (0..width).map(|at| row.get(at).map_or_else(String::new, |cell| cell.shown().into_owned())).collect()
    })
    .collect()
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Money(amount) => amount.to_string(),
        // Line breaks and spaces at the ends are read as they are.
        other if other.shown().trim().is_empty() => String::new(),
        other => other.shown(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_file_is_what_the_screen_shows(
        table in any::<prop::sample::Index>(),
        word in prop::sample::select(vec!["", "nguyen", "Hà", "van phong", "khong-co-ai", "a"]),
        sort in any::<Option<prop::sample::Index>>(),
        down in any::<bool>(),
        mask in any::<bool>(),
    ) {
        let mut store = OFFICE.with(Office::take);
        let meta = TABLES[table.index(TABLES.len())];
        let columns: Vec<&'static str> = meta.columns.iter().filter(|column| column.width > 0).map(|it| it.name).collect();
        let sort = sort.filter(|_| !columns.is_empty()).map(|at| (columns[at.index(columns.len())], down));
        let seen = seen(&mut store, meta, Query { filter: word.to_owned(), sort, ..Query::default() }, mask, true);
        OFFICE.with(|office| office.set(store));
        prop_assert_eq!(seen.grid.rows.len(), seen.lines.len());
        for (row, line) in seen.grid.rows.iter().zip(&seen.lines) {
            for ((cell, shown), column) in row.iter().zip(line).zip(&seen.columns) {
                let covered = mask && matches!(*column, "phone" | "note" | "address");
                // The signs that fold the plan's tree are the screen's own.
                let tree = |text: &str| text.trim_start_matches(['▾', '▸', ' ']).to_owned();
                let bare = |text: &str| if meta.table == "clause" { tree(text) } else { text.to_owned() };
                prop_assert_eq!(bare(&cell.shown()), bare(if covered { "" } else { shown }), "{} {}", meta.table, column);
            }
        }
        let wanted: Vec<Vec<String>> = seen.grid.rows.iter().map(|row| row.iter().map(written).collect()).collect();
        let blank = |rows: &[Vec<String>]| rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).cloned().collect::<Vec<_>>();
        for (name, bytes) in [("a.xlsx", &seen.xlsx), ("a.csv", &seen.csv)] {
            prop_assert_eq!(blank(&read_back(name, bytes, seen.grid.heads.len())), blank(&wanted), "{} {}", meta.table, name);
        }
    }
}

fn child(at: usize) -> impl Strategy<Value = roster::Row> {
    let person = |names: [&'static str; 3]| prop::option::of(prop::sample::select(names.to_vec()));
    let people = (
        person(["Lê Văn Bình", "Bế Lâm", "Đỗ Ý"]),
        person(["Vi Thị Hoa", "Hà Mỹ Anh", "Lý Ngà"]),
        person(["Trần Thị Cả", "Ma Văn Nội", "Hà Cô"]),
    );
    let born = prop::sample::select(vec!["2015-03-05", "2018-07", "2019", "2012-12-31", ""]);
    let unit = prop::option::of(prop::sample::select(vec!["Văn phòng Sở", "Thanh tra Sở", "Phòng Đo đạc, Bản đồ"]));
    let circumstance =
        prop::option::of(prop::sample::select(vec!["Trẻ em khuyết tật; hộ cận nghèo", "mồ côi cha", "hộ nghèo"]));
    let note =
        prop::option::of(prop::sample::select(vec!["-2 điểm", "+84 912 345 678", "@lop", "học giỏi", "'nháy", "%0"]));
    let sex = prop::option::of(prop::sample::select(vec![Sex::Male, Sex::Female]));
    ((born, sex, unit), people, (circumstance, note)).prop_map(move |(own, people, said)| {
        let text = |text: Option<&str>| text.map(ToOwned::to_owned);
        let ((born, sex, unit), (father, mother, carer), (circumstance, note)) = (own, people, said);
        roster::Row {
            row: u32::try_from(at).unwrap() + 2,
            // Each child has a name of its own, so that none is taken for another.
            name: format!("Nông Minh {}", ["An", "Bảo", "Chi", "Đức", "Giang", "Hà", "Khôi", "Linh"][at]),
            born: Born::from_iso(born),
            sex,
            father: text(father),
            mother: text(mother),
            carer: text(carer),
            unit: unit.map(|name| Unit { name: name.to_owned(), caps: false }),
            circumstance: text(circumstance),
            note: text(note),
            ..roster::Row::default()
        }
    })
}

fn children() -> impl Strategy<Value = Vec<roster::Row>> {
    (1..8_usize).prop_flat_map(|count| (0..count).map(child).collect::<Vec<_>>())
}

fn whole(store: &Store) -> Grid {
    let ids = store.ids(Child::META, &Query::default(), None).unwrap();
    table::roster(store, &ids, Cover::default()).unwrap()
}

fn take(store: &mut Store, name: &str, bytes: &[u8]) -> taking::Outcome {
    let options = Options { unit: None, as_of: None, today: store.today() };
    let roster = roster::read(name, bytes, &options).unwrap();
    taking::take(store, name, roster).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_roster_that_was_written_reads_back(rows in children()) {
        let mut store = sample::store();
        taking::take(&mut store, "a.xlsx", Roster { rows, ..Roster::default() }).unwrap();
        let grid = whole(&store);
        for (name, bytes) in [("a.xlsx", xlsx::table(&grid, "a").unwrap()), ("a.csv", crate::paper::csv::render(&grid).unwrap())] {
            let again = take(&mut store, name, &bytes);
            prop_assert_eq!((again.added, again.updated, again.refused.len()), (0, 0, 0), "{} {:?}", name, again.changes);
            let mut empty = sample::store();
            take(&mut empty, name, &bytes);
            prop_assert_eq!(&whole(&empty).rows, &grid.rows, "{}", name);
        }
        // What is on screen has fewer columns, and changes nothing either.
        let seen = seen(&mut store, Child::META, Query::default(), false, false);
        for (name, bytes) in [("a.xlsx", &seen.xlsx), ("a.csv", &seen.csv)] {
            let again = take(&mut store, name, bytes);
            prop_assert_eq!((again.added, again.updated, again.refused.len()), (0, 0, 0), "screen {} {:?}", name, again.changes);
        }
    }
}

#[test]
fn sensitive_groups_are_written_only_on_purpose() {
    let mut store = sample::store();
    let said = "Trẻ em khuyết tật; Trẻ em nhiễm HIV/AIDS; hộ nghèo";
    let row = roster::Row { name: "Lê An".into(), circumstance: Some(said.into()), ..roster::Row::default() };
    taking::take(&mut store, "a.xlsx", Roster { rows: vec![row], ..Roster::default() }).unwrap();
    let mut cell = |sensitive: bool| {
        let seen = seen(&mut store, Child::META, Query::default(), false, sensitive);
        let at = seen.columns.iter().position(|column| *column == "circumstances").unwrap();
        (seen.grid.rows[0][at].shown(), seen.grid.about.join("; "))
    };
    assert_eq!(cell(true).0, "d, đ, hộ nghèo");
    let (covered, about) = cell(false);
    assert!(covered == "d, hộ nghèo" && about.contains(words::ABOUT_NOT_SENSITIVE.vi), "{covered} {about}");
}

#[test]
fn a_masked_file_cannot_be_taken_for_a_roster() {
    let mut store = sample::store();
    let row = roster::Row { name: "Lê An".into(), born: Born::from_iso("2015"), ..roster::Row::default() };
    taking::take(&mut store, "a.xlsx", Roster { rows: vec![row], ..Roster::default() }).unwrap();
    let masked = seen(&mut store, Child::META, Query::default(), true, false);
    assert!(masked.grid.about.contains(&words::ABOUT_MASKED.vi.to_owned()));
    let again = take(&mut store, "a.xlsx", &masked.xlsx);
    assert_eq!((again.added, again.updated, again.refused.len()), (0, 0, 1));
}
