//! What the tests share: a store with a fixed day, rows that fit their columns, and the whole of a store as text.
use std::collections::BTreeMap;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use vitreem::domain::record::{Meta, Row};
use vitreem::domain::tables::TABLES;
use vitreem::domain::unit::Unit;
use vitreem::domain::value::{Kind, Value};
use vitreem::store::Store;
use vitreem::store::clock::Clock;
use vitreem::store::open::Folder;
use vitreem::store::vault::{Cost, Keys};
use vitreem::text::Lang;

/// The day of all tests.
pub const TODAY: &str = "2026-05-20";

/// A clock that stands at half past eight on the day of all tests.
pub fn clock() -> Clock {
    Clock { day: None, now: || day(TODAY).and_hms_opt(8, 30, 0).map_or(NaiveDateTime::MIN, |now| now) }
}

/// A store in memory.
pub fn store() -> Store {
    unsealed(Store::memory("vân", clock()).unwrap())
}

/// A new store in a folder, without encryption; with its keys, to open it again.
pub fn file_store(path: &Path) -> (Store, Keys) {
    let (folder, keys) = Folder::create(path, "vân", None).unwrap();
    (unsealed(Store::open(folder, &keys, "vân", clock()).unwrap()), keys)
}

/// The store of a folder once more.
pub fn reopen(path: &Path, keys: &Keys) -> Store {
    unsealed(Store::open(Folder::open(path).unwrap(), keys, "vân", clock()).unwrap())
}

/// The passphrase of what is sealed.
pub const SEALING: &str = "mật khẩu niêm phong";

/// A store whose sealed records can be read; the lock is made the first time.
pub fn unsealed(mut store: Store) -> Store {
    if store.has_inner_lock() {
        store.unseal(SEALING).unwrap();
    } else {
        store.found_inner_lock(SEALING, Cost::Least, "").unwrap();
    }
    store
}

/// The store of a folder that no passphrase guards.
pub fn reopen_plain(path: impl AsRef<Path>) -> Store {
    let folder = Folder::open(path.as_ref()).unwrap();
    let keys = folder.vault.unlock("vân", "").unwrap();
    Store::open(folder, &keys, "vân", clock()).unwrap()
}

/// A date in ISO form.
pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// A unit that is saved.
pub fn unit(store: &mut Store, name: &str) -> Unit {
    let mut unit = Unit { name: name.to_owned(), ..Unit::default() };
    store.save(&mut unit).unwrap();
    unit
}

/// What an error says in Vietnamese.
pub fn said<T>(result: Result<T, vitreem::store::Error>) -> String {
    result.err().map_or_else(|| "nothing went wrong".to_owned(), |error| error.say(Lang::Vi))
}

/// Every row of every table of the office, the search and sort columns too, and the kept totals that are not 0.
pub fn dump(store: &Store) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for table in vitreem::store::journal::tables(store.reader()).unwrap() {
        all.insert(table.clone(), rows(store, &format!("select * from \"{table}\" order by id")));
    }
    let totals = "select * from kept_total where amount <> 0 order by campaign, unit, month";
    all.insert("kept_total".to_owned(), rows(store, totals));
    let balances = "select * from kept_balance where received <> 0 or spent <> 0 order by campaign";
    let days = "select * from kept_day where received <> 0 or spent <> 0 order by campaign, date";
    all.insert("kept_day".to_owned(), rows(store, days));
    all.insert("kept_balance".to_owned(), rows(store, balances));
    all
}

fn rows(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.reader().prepare(sql).unwrap();
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut found = statement.query([]).unwrap();
    let mut out = Vec::new();
    while let Some(row) = found.next().unwrap() {
        let cells = names.iter().enumerate().map(|(at, name)| format!("{name}={:?}", row.get_ref(at).unwrap()));
        out.push(cells.collect::<Vec<_>>().join(" "));
    }
    out
}

/// One number that a query finds.
pub fn number(store: &Store, sql: &str) -> i64 {
    store.reader().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Random numbers that are the same each time.
pub struct Dice(u64);

impl Dice {
    /// Dice that begin at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number under `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }

    /// One of some things.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.roll(from.len())])
    }

    /// A name of two or three words.
    pub fn name(&mut self) -> String {
        let words = ["Nguyễn", "Đỗ", "Thị", "Hòa", "Đông", "Ánh", "An", "Hoàng", "Ước", "Lê", "Quỳnh", "Đức", "Bình"];
        (0..2 + self.roll(2)).filter_map(|_| self.pick(&words)).collect::<Vec<_>>().join(" ")
    }
}

/// The ids of a table, those in the trash too.
pub fn ids(store: &Store, table: &str) -> Vec<i64> {
    numbers(store, &format!("select id from \"{table}\" order by id"))
}

/// The numbers that a query finds.
fn numbers(store: &Store, sql: &str) -> Vec<i64> {
    let mut statement = store.reader().prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// The smallest photo: two dots beside each other.
pub const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x02\x00\x00\x00\x01\x08\x02\x00\x00\x00{@\xe8\xdd\x00\x00\x00\x0fIDATx\x9cc\xf8\xff\xff\x7fCC\x03\x00\x11\xf8\x04~\xc9\x17T\x09\x00\x00\x00\x00IEND\xaeB`\x82";

/// The tables that are written with what can be made up: a file's row hangs on bytes that were taken in.
pub fn written() -> impl Iterator<Item = &'static Meta> {
    TABLES.iter().copied().filter(|meta| !matches!(meta.table, "ward" | "attachment" | "photo"))
}

/// A random row of a table: a new one, or some columns of one that is there changed. With references to rows that are
/// there or new names; most break no rule.
pub fn random_row(store: &Store, meta: &Meta, dice: &mut Dice) -> Row {
    let old = match dice.roll(3) {
        0 => dice.pick(&ids(store, meta.table)),
        _ => None,
    };
    let start = match old {
        Some(id) => store.row(meta, id).unwrap().unwrap(),
        None => Row { id: 0, values: (meta.blank)() },
    };
    let mut row = start.clone();
    for _ in 0..20 {
        row = start.clone();
        fill(store, meta, dice, &mut row);
        if meta.table == "gift" {
            meta.set(&mut row, "count", Value::Int(1));
        }
        if meta.table == "gift_rule" {
            meta.set(&mut row, "kind", "hardship".into());
            for (column, value) in [("low", Value::Null), ("high", Value::Null), ("result", "".into())] {
                meta.set(&mut row, column, value);
            }
        }
        if (meta.check)(&row).is_empty() {
            break;
        }
    }
    // Nobody pays out of a campaign that has nothing.
    if meta.table == "disbursement" && row.id == 0 {
        let full = numbers(store, "select campaign from kept_balance where received > spent + 1000");
        if let Some(campaign) = dice.pick(&full) {
            meta.set(&mut row, "campaign", Value::Int(campaign));
            meta.set(&mut row, "amount", Value::Int(1000));
        }
    }
    // A fingerprint is taken by the act that gives a report its number; without it nothing is said about the report.
    if meta.table == "report" {
        meta.set(&mut row, "print", "".into());
    }
    if meta.table == "gift" && meta.value(&row, "included").int() == 0 {
        meta.set(&mut row, "value", Value::Int(0));
        meta.set(&mut row, "extra", Value::Int(0));
        meta.set(&mut row, "state", "pending".into());
    }
    row
}

fn fill(store: &Store, meta: &Meta, dice: &mut Dice, row: &mut Row) {
    for column in meta.columns.iter().filter(|column| !column.shown) {
        if row.id != 0 && dice.roll(3) > 0 {
            continue;
        }
        let value = random_value(store, column.name, column.kind, dice);
        meta.set(row, column.name, value);
    }
}

fn random_value(store: &Store, name: &str, kind: Kind, dice: &mut Dice) -> Value {
    let date = |dice: &mut Dice| format!("2026-{:02}-{:02}", 1 + dice.roll(12), 1 + dice.roll(28));
    match kind {
        Kind::Text if name == "name" => Value::Text(dice.name()),
        Kind::Text if name == "year" => {
            let first = 2020 + dice.roll(9);
            Value::Text(format!("{first}-{}", first + 1))
        }
        Kind::Text if name == "letter" => Value::Text(String::new()),
        Kind::Text if dice.roll(3) == 0 => Value::Text(String::new()),
        Kind::Text => Value::Text(dice.name()),
        Kind::Lines => Value::Text(format!("{}\n{}", dice.name(), dice.name())),
        Kind::Int if name == "year" => Value::Int(2020 + dice.roll(9) as i64),
        Kind::Int => Value::Int(dice.roll(90) as i64),
        Kind::Money => Value::Int(1000 * (1 + dice.roll(900) as i64)),
        Kind::Date | Kind::Clock if dice.roll(4) == 0 => Value::Null,
        Kind::Date => Value::Text(date(dice)),
        Kind::Clock => Value::Text(format!("{:02}:{:02}", dice.roll(24), dice.roll(60))),
        Kind::Born | Kind::Age => match dice.roll(4) {
            0 => Value::Null,
            1 => Value::from("2015"),
            2 => Value::from("2015-03"),
            _ => Value::Text(date(dice).replace("2026", "2014")),
        },
        Kind::Bool => Value::Int(dice.roll(2) as i64),
        Kind::Choice(choices) => dice.pick(choices).map_or(Value::Null, |choice| Value::from(choice.code)),
        Kind::Period => Value::Text(format!("{}-{:02}", 2020 + dice.roll(9), 1 + dice.roll(12))),
        Kind::Ref("ward") => Value::Int(1 + dice.roll(3000) as i64),
        Kind::Ref(table) => match dice.roll(12) {
            0 => Value::Null,
            1 | 2 => Value::New(dice.name()),
            _ => dice.pick(&ids(store, table)).map_or(Value::Null, Value::Int),
        },
        Kind::Many(link) => {
            let from = ids(store, link.target);
            Value::Ids((0..dice.roll(4)).filter_map(|_| dice.pick(&from)).collect())
        }
        Kind::Rule => Value::Text(dice.pick(&["", "1/6", "15/8 âm -10", "năm +1"]).unwrap_or_default().to_owned()),
        Kind::Deadline | Kind::Standing | Kind::Moment | Kind::Step | Kind::Table | Kind::Lacks => Value::Null,
    }
}
