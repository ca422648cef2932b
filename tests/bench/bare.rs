//! The floor: a bare program that pages children straight out of a plain SQLite file onto the same terminal. No rules, no
//! journal, no encryption, nine columns of text.
use std::path::PathBuf;
use std::sync::OnceLock;

use ratatui::layout::Constraint;
use ratatui::style::Stylize;
use ratatui::widgets::{Block, Row, Table};
use rusqlite::{Connection, params};
use vitreem::domain::fold::fold;
use vitreem::domain::order::Order;

use crate::office;
use crate::screen::{Sink, sink};

const PAGE: usize = 36;
const HEADS: [&str; 9] = ["id", "họ tên", "ngày sinh", "giới", "cha", "mẹ", "đơn vị", "hoàn cảnh", "ghi chú"];
const WIDTHS: [u16; 9] = [6, 21, 10, 3, 21, 21, 15, 11, 8];
const TABLE: &str = "create table child (id integer primary key, name text, born text, sex text, father text,
    mother text, unit text, hardship text, note text, fold text, sort blob);
    create index child_sort on child (sort); create index child_fold on child (fold);";
const INSERT: &str = "insert into child values (null, ?1, ?2, ?3, ?4, ?5, ?6, ?7, '', ?8, ?9)";

/// A file with a number of children.
pub fn file(count: usize) -> PathBuf {
    static FILES: [OnceLock<PathBuf>; 3] = [const { OnceLock::new() }; 3];
    let at = office::SIZES.iter().position(|size| *size == count).unwrap();
    let made = FILES[at].get_or_init(|| {
        let path = office::path(&format!("bare-{count}.db"));
        let order = Order::new();
        let mut conn = Connection::open(&path).unwrap();
        conn.execute_batch(TABLE).unwrap();
        let tx = conn.transaction().unwrap();
        for it in office::families(count) {
            let (sex, unit) = (if it.male { "nam" } else { "nữ" }, office::unit_name(it.unit));
            let (folded, key) = (fold(&it.name), order.person_key(&it.name));
            let born = it.born.to_string();
            tx.prepare_cached(INSERT)
                .unwrap()
                .execute(params![it.name, born, sex, it.father, it.mother, unit, it.circumstance, folded, key])
                .unwrap();
        }
        tx.commit().unwrap();
        path
    });
    made.clone()
}

/// Puts rows of eight texts into a new file, found and sorted by name, durably.
pub fn insert(rows: &[Vec<String>]) {
    let path = office::path("bare-insert.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
    let order = Order::new();
    let mut conn = Connection::open(&path).unwrap();
    conn.execute_batch("pragma journal_mode = wal; pragma synchronous = full").unwrap();
    conn.execute_batch(TABLE).unwrap();
    let tx = conn.transaction().unwrap();
    for row in rows {
        let (folded, key) = (fold(&row[0]), order.person_key(&row[0]));
        tx.prepare_cached(INSERT)
            .unwrap()
            .execute(params![row[0], row[1], row[2], row[3], row[4], row[5], row[6], folded, key])
            .unwrap();
    }
    tx.commit().unwrap();
}

/// The bare program.
pub struct Bare {
    conn: Connection,
    terminal: Sink,
    rows: Vec<[String; 9]>,
    count: usize,
    top: usize,
    cursor: usize,
    sorted: bool,
    typed: String,
    hits: Vec<i64>,
    /// The folded names with the place where each begins; read after the first frame.
    names: Option<(String, Vec<usize>)>,
}

impl Bare {
    /// Opens a file and draws.
    pub fn start(count: usize) -> Self {
        let conn = Connection::open(file(count)).unwrap();
        let terminal = sink();
        let mut bare = Self {
            conn,
            terminal,
            rows: Vec::new(),
            count,
            top: 0,
            cursor: 0,
            sorted: false,
            typed: String::new(),
            hits: Vec::new(),
            names: None,
        };
        bare.show();
        bare
    }

    /// One row down.
    pub fn down(&mut self) {
        if self.cursor + 1 < PAGE {
            self.cursor += 1;
        } else {
            self.top += 1;
        }
        self.show();
    }

    /// One page down; from the end, back to the top.
    pub fn page_down(&mut self) {
        self.top = if self.top + 2 * PAGE > self.count { 0 } else { self.top + PAGE };
        self.show();
    }

    /// To the first row.
    pub fn home(&mut self) {
        (self.top, self.cursor) = (0, 0);
        self.show();
    }

    /// To the last row.
    pub fn end(&mut self) {
        (self.top, self.cursor) = (self.count - PAGE, PAGE - 1);
        self.show();
    }

    /// Sorts by name, or by number again.
    pub fn sort(&mut self, sorted: bool) {
        self.sorted = sorted;
        self.home();
    }

    /// Filters by a text without marks.
    pub fn filter(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        (self.top, self.cursor) = (0, 0);
        let (text, starts) = self.names.get_or_insert_with(|| read_names(&self.conn));
        self.hits.clear();
        for (at, _) in text.match_indices(typed) {
            let row = starts.partition_point(|start| *start <= at) as i64;
            if self.hits.last() != Some(&row) {
                self.hits.push(row);
            }
        }
        self.show();
    }

    fn show(&mut self) {
        self.read();
        let rows = self.rows.iter().enumerate().map(|(at, cells)| {
            let row = Row::new(cells.iter().map(String::as_str));
            if at == self.cursor { row.reversed() } else { row }
        });
        let table = Table::new(rows, WIDTHS.map(Constraint::Length));
        let table = table.header(Row::new(HEADS).bold()).block(Block::bordered());
        let status = format!("{}/{} {}", self.top + self.cursor + 1, self.count, self.typed);
        self.terminal
            .draw(|frame| {
                let area = frame.area();
                frame.render_widget(status.as_str(), area);
                frame.render_widget(table, ratatui::layout::Rect { y: 1, height: area.height - 1, ..area });
            })
            .unwrap();
    }

    fn read(&mut self) {
        let get = |row: &rusqlite::Row<'_>| -> rusqlite::Result<[String; 9]> {
            let mut cells: [String; 9] = Default::default();
            cells[0] = row.get::<_, i64>(0)?.to_string();
            for (at, cell) in cells.iter_mut().enumerate().skip(1) {
                *cell = row.get(at)?;
            }
            Ok(cells)
        };
        if !self.typed.is_empty() {
            let mut one = self.conn.prepare_cached("select * from child where id = ?1").unwrap();
            self.rows =
                self.hits.iter().skip(self.top).take(PAGE).map(|id| one.query_row([id], get).unwrap()).collect();
            return;
        }
        let sql = if self.sorted {
            "select * from child where id in (select id from child order by sort limit ?2 offset ?1) order by sort"
        } else {
            "select * from child where id > ?1 order by id limit ?2"
        };
        let mut page = self.conn.prepare_cached(sql).unwrap();
        let found = page.query_map(params![self.top as i64, PAGE as i64], get).unwrap();
        self.rows = found.collect::<Result<_, _>>().unwrap();
    }
}

fn read_names(conn: &Connection) -> (String, Vec<usize>) {
    let (mut text, mut starts) = (String::new(), Vec::new());
    let mut names = conn.prepare("select fold from child order by id").unwrap();
    let mut rows = names.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        starts.push(text.len());
        text.push_str(row.get_ref(0).unwrap().as_str().unwrap());
        text.push('\n');
    }
    (text, starts)
}
