//! Made-up offices in encrypted stores: so many children, or so many contributions. The same names each time; made once
//! in a run, the first time they are asked for.
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{Days, NaiveDate, NaiveDateTime};
use vitreem::acts::setup;
use vitreem::domain::act::{Act, Step};
use vitreem::domain::born::Born;
use vitreem::domain::campaign::Campaign;
use vitreem::domain::child::Child;
use vitreem::domain::circumstance::{Circumstance, Hardship};
use vitreem::domain::contribution::{Contribution, Means};
use vitreem::domain::id::Id;
use vitreem::domain::money::Vnd;
use vitreem::domain::person::Person;
use vitreem::domain::record::Record;
use vitreem::domain::sex::Sex;
use vitreem::domain::unit::Unit;
use vitreem::store::clock::Clock;
use vitreem::store::open::Folder;
use vitreem::store::vault::Keys;
use vitreem::store::{Result, Store};

/// The sizes of the office whose growth is watched.
pub const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// The largest.
pub const MOST: usize = 100_000;

/// The sizes that offices are made in.
const MADE: [usize; 6] = [0, 1_000, 10_000, 20_000, 50_000, 100_000];
const UNITS: usize = 60;
const CAMPAIGNS: usize = 10;

static PLACE: OnceLock<PathBuf> = OnceLock::new();

/// Sets the folder that all offices lie in; it is removed at the end.
pub fn place(folder: &Path) {
    let _ = PLACE.set(folder.to_owned());
}

/// A path in the benchmarks' folder.
pub fn path(name: &str) -> PathBuf {
    PLACE.get().unwrap().join(name)
}

/// The day of all benchmarks.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 20).unwrap()
}

fn clock() -> Clock {
    Clock { day: None, now: || today().and_hms_opt(8, 30, 0).map_or(NaiveDateTime::MIN, |now| now) }
}

/// A data folder that can be opened without its passphrase.
pub struct Office {
    path: PathBuf,
    keys: Keys,
}

impl Office {
    fn new(name: &str, fill: impl FnOnce(&mut Store) -> Result<()>) -> Self {
        let path = path(name);
        let (folder, keys) = Folder::create(&path, "vân", Some("mật khẩu của phòng")).unwrap();
        let mut store = Store::open(folder, &keys, "vân", clock()).unwrap();
        setup::run(&mut store).unwrap();
        store.write(Step::new(Act::Import, Child::TABLE, name), fill).unwrap();
        Self { path, keys }
    }

    /// Opens its store.
    pub fn open(&self) -> Store {
        Store::open(Folder::open(&self.path).unwrap(), &self.keys, "vân", clock()).unwrap()
    }

    /// A copy to write into.
    pub fn copy(&self, name: &str) -> Self {
        let to = path(name);
        let _ = std::fs::remove_dir_all(&to);
        std::fs::create_dir_all(&to).unwrap();
        for file in ["store.db", "vault.json"] {
            std::fs::copy(self.path.join(file), to.join(file)).unwrap();
        }
        Self { path: to, keys: self.keys.clone() }
    }
}

/// An office with a number of children.
pub fn children(count: usize) -> &'static Office {
    static OFFICES: [OnceLock<Office>; MADE.len()] = [const { OnceLock::new() }; MADE.len()];
    let at = MADE.iter().position(|size| *size == count).unwrap();
    OFFICES[at].get_or_init(|| Office::new(&format!("{count} children"), |store| fill_children(store, count)))
}

/// An office with a number of contributions over three years.
pub fn contributions(count: usize) -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| Office::new("contributions", |store| fill_contributions(store, count)))
}

/// A child before it is a record.
pub struct Person9 {
    pub name: String,
    pub born: NaiveDate,
    pub male: bool,
    pub father: String,
    pub mother: String,
    pub unit: usize,
    pub circumstance: &'static str,
}

/// An office with 20,000 children and 200,000 contributions.
pub fn whole() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        Office::new("whole", |store| {
            fill_children(store, 20_000)?;
            fill_contributions(store, 200_000)
        })
    })
}

/// Made-up families, two children each.
pub fn families(count: usize) -> impl Iterator<Item = Person9> {
    let mut dice = Dice::new(7);
    let mut parents = (String::new(), String::new());
    let mut unit = 0;
    (0..count).map(move |at| {
        if at % 2 == 0 {
            parents = (dice.name(true), dice.name(false));
            unit = dice.roll(UNITS);
        }
        let male = dice.roll(2) == 0;
        let born = today() - Days::new(30 + dice.roll(5_700) as u64);
        let circumstance = if dice.roll(5) == 0 { HARDSHIPS[dice.roll(HARDSHIPS.len())] } else { "" };
        Person9 {
            name: dice.name(male),
            born,
            male,
            father: parents.0.clone(),
            mother: parents.1.clone(),
            unit,
            circumstance,
        }
    })
}

/// The name of a unit.
pub fn unit_name(at: usize) -> String {
    let kinds = ["Phòng Nghiệp vụ", "Công đoàn cơ sở", "Đội Quản lý", "Chi cục Vùng"];
    format!("{} {}", kinds[at % kinds.len()], at + 1)
}

fn fill_units(store: &mut Store) -> Result<Vec<Id<Unit>>> {
    (0..UNITS).map(|at| store.put_record(&mut Unit { name: unit_name(at), ..Unit::default() })).collect()
}

fn fill_children(store: &mut Store, count: usize) -> Result<()> {
    let units = fill_units(store)?;
    let hardships: Vec<Hardship> = store.all()?;
    let mut parents = (Id::NEW, Id::NEW);
    for (at, child) in families(count).enumerate() {
        let unit = units[child.unit];
        if at % 2 == 0 {
            let mut parent = |name: String| store.put_record(&mut Person { name, unit, ..Person::default() });
            parents = (parent(child.father)?, parent(child.mother)?);
        }
        let sex = Some(if child.male { Sex::Male } else { Sex::Female });
        let (father, mother) = parents;
        let mut record = Child {
            name: child.name,
            born: Some(Born::Day(child.born)),
            sex,
            father,
            mother,
            unit,
            ward: Id::of(1 + at as i64 % 3_000),
            ..Child::default()
        };
        store.put_record(&mut record)?;
        if !child.circumstance.is_empty() {
            let hardship = hardships[at % hardships.len()].id;
            store.put_record(&mut Circumstance { child: record.id, hardship, ..Circumstance::default() })?;
        }
    }
    Ok(())
}

fn fill_contributions(store: &mut Store, count: usize) -> Result<()> {
    let units = fill_units(store)?;
    let mut dice = Dice::new(11);
    let campaigns: Vec<Id<Campaign>> = (0..CAMPAIGNS)
        .map(|at| {
            let since = today() - Days::new(1_200);
            store.put_record(&mut Campaign { name: format!("Vận động {at}"), since, ..Campaign::default() })
        })
        .collect::<Result<_>>()?;
    for _ in 0..count {
        let mut record = Contribution {
            date: today() - Days::new(dice.roll(1_095) as u64),
            campaign: campaigns[dice.roll(CAMPAIGNS)],
            unit: units[dice.roll(UNITS)],
            people: 1 + dice.roll(20) as i64,
            means: if dice.roll(3) == 0 { Means::Transfer } else { Means::Cash },
            amount: Vnd(10_000 * (1 + dice.roll(90) as i64)),
            ..Contribution::default()
        };
        store.put_record(&mut record)?;
        store.post_row(Contribution::META, record.id.0, record.date)?;
    }
    Ok(())
}

const HARDSHIPS: [&str; 4] = ["Hộ nghèo", "Mồ côi cha", "Khuyết tật", "Hộ cận nghèo"];
const FAMILY: &str =
    "Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Hoàng Nông Vi";
const MALE: &str = "Văn Hữu Đức Công Quang Minh Gia Bảo Quốc Thành Đình Xuân Trọng Tiến Anh";
const FEMALE: &str = "Thị Ngọc Thùy Phương Thanh Kim Mỹ Diệu Khánh Bích Hồng Như Tuyết Cẩm Quỳnh";
const GIVEN: &str = "An Ân Ấn Bách Bằng Bình Cường Chiến Dũng Duy Đạt Đông Giang Hải Hậu Hòa Hoàng Hùng Huy Khánh Khôi Kiên \
    Lâm Long Mạnh Nam Phong Phúc Quân Sơn Tài Thắng Thịnh Tuấn Ánh Châu Chi Diễm Dung Đào Gấm Hạnh Hoa Hương Lan Liên Linh \
    Mai Nga Ngân Nhi Oanh Phượng Quyên Tâm Thảo Thu Thúy Trâm Trang Uyên Vân Yến";

/// Random numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn word(&mut self, words: &'static str) -> &'static str {
        let count = words.split_whitespace().count();
        words.split_whitespace().nth(self.roll(count)).unwrap()
    }

    fn name(&mut self, male: bool) -> String {
        let middle = if male { MALE } else { FEMALE };
        let two = if self.roll(3) == 0 { format!(" {}", self.word(middle)) } else { String::new() };
        format!("{} {}{two} {}", self.word(FAMILY), self.word(middle), self.word(GIVEN))
    }
}
