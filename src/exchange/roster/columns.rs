//! The columns a roster of children may have and the words offices head them with.
use crate::exchange::header::{Column, Header};
use crate::exchange::sheet::Sheet;

const fn column(code: &'static str, words: &'static [&'static str], without: &'static [&'static str]) -> Column {
    Column { code, words, without, own: false }
}

const fn own(code: &'static str, words: &'static [&'static str], without: &'static [&'static str]) -> Column {
    Column { code, words, without, own: true }
}

/// Parents named in a head make it theirs, not the child's.
const PARENTS: &[&str] = &["bo", "cha", "me", "phu huynh", "can bo", "cbccvc"];

/// The first that fits wins: what is unmistakable stands before what is general.
pub const COLUMNS: &[Column] = &[
    own("number", &["=stt", "=tt", "=so tt", "=so thu tu", "=no", "^stt "], &[]),
    own(
        "other",
        &[
            "dien thoai",
            "sdt",
            "so dt",
            "nghe nghiep",
            "chuc vu",
            "chuc danh",
            "cccd",
            "cmnd",
            "dinh danh",
            "can cuoc",
            "so tien",
            "muc qua",
            "gia tri",
            "^lop",
            "^truong",
            "^hoc lop",
            "noi sinh",
            "que quan",
            "nguyen quan",
            "dan toc",
            "ton giao",
            "ky nhan",
            "ky ten",
            "chu ky",
            "thanh tich",
            "ket qua",
            "hoc luc",
            "danh hieu",
            "^tuoi",
            "so tuoi",
            "do tuoi",
            "so con",
            "ma so",
            "bhyt",
            "bao hiem",
            "email",
            "tai khoan",
            "can nang",
            "chieu cao",
            "don vi tinh",
            "ngach",
            "luong",
            "ngay cap",
            "ly do",
        ],
        &[],
    ),
    own("circumstance", &["hoan canh", "doi tuong", "=dien", "^dien ", "chinh sach", "kho khan", "dac biet"], &[]),
    own("note", &["ghi chu", "=chu thich", "=chu y", "=note", "=notes"], &[]),
    own("day", &["=ngay"], &[]),
    own("month", &["=thang"], &[]),
    own("year", &["=năm"], &[]),
    own("male", &["=nam", "=trai", "=con trai", "=be trai"], &[]),
    own("female", &["=nu", "=gai", "=con gai", "=be gai"], &[]),
    column(
        "sex",
        &["gioi tinh", "=gioi", "=gt", "=phai", "=phai tinh", "nam nu", "nu nam", "trai gai", "=sex", "=gender"],
        &[],
    ),
    column(
        "born",
        &[
            "ngay sinh",
            "nam sinh",
            "sinh ngay",
            "sinh nam",
            "thang sinh",
            "ngay thang nam",
            "=ns",
            "=ntns",
            "=sinh",
            "=dob",
            "date of birth",
            "birthday",
        ],
        PARENTS,
    ),
    own("carer", &["cham soc", "giam ho", "nuoi duong", "do dau"], &["sinh"]),
    own(
        "parents",
        &[
            "ten bo me",
            "ten cha me",
            "ten me cha",
            "ten me bo",
            "ten bo hoac me",
            "ten cha hoac me",
            "ten bo va me",
            "ten cha va me",
            "ten ba me",
            "ten phu huynh",
            "ten cbccvc",
            "ten can bo",
            "ten cong chuc",
            "ten vien chuc",
            "ten nguoi lao dong",
            "ten doan vien",
            "ten dong chi",
            "ten nhan vien",
            "ten cb",
        ],
        &["sinh", "tuoi"],
    ),
    // "Họ tên bố, đơn vị công tác" is a person's column, not a unit's.
    own("father", &["ten bo", "ten cha"], &["me", "sinh", "tuoi", "bộ"]),
    own("mother", &["ten me"], &["bo", "cha", "sinh", "tuoi"]),
    column(
        "ward",
        &[
            "xa phuong",
            "phuong xa",
            "noi o",
            "cho o",
            "dia chi",
            "cu tru",
            "thuong tru",
            "tam tru",
            "ho khau",
            "sinh song",
            "dia ban",
            "=xa",
            "=phuong",
            "thon",
            "khoi pho",
        ],
        &["co quan"],
    ),
    column(
        "unit",
        &[
            "don vi",
            "phong ban",
            "co quan",
            "bo phan",
            "noi cong tac",
            "noi lam viec",
            "cong tac tai",
            "=phong",
            "phong chuyen mon",
        ],
        &[],
    ),
    own(
        "child",
        &[
            "ten con",
            "ten chau",
            "ten tre",
            "ten cac chau",
            "ten cac con",
            "ten be",
            "ten thieu nhi",
            "ten hoc sinh",
            "ten em",
            "ten cua con",
            "ten cua chau",
            "=chau",
            "=con",
            "=tre em",
            "=tre",
            "=con chau",
            "=cac chau",
            "ten cac tre",
            "ten thieu nien",
        ],
        &["bo", "cha", "me", "phu huynh", "con ong", "con ba"],
    ),
    own(
        "parents",
        &[
            "bo me",
            "cha me",
            "me cha",
            "me bo",
            "bo hoac me",
            "cha hoac me",
            "bo va me",
            "cha va me",
            "me va bo",
            "me va cha",
            "ba me",
            "phu huynh",
            "ong ba",
            "=cbccvc",
            "=can bo",
            "con cua",
            "la con",
            "con dong chi",
            "can bo cong chuc",
            "cong chuc vien chuc",
        ],
        &["sinh", "tuoi"],
    ),
    own(
        "father",
        &["bo", "cha", "=ba", "=ông", "tên ba", "con ong", "con ông"],
        &["me", "sinh", "tuoi", "bộ", "can bo"],
    ),
    own("mother", &["me", "=bà", "=má", "tên má", "con bà"], &["sinh", "tuoi"]),
    own(
        "family",
        &[
            "=họ",
            "=ho",
            "=ho dem",
            "=ho va dem",
            "=ho lot",
            "=ho va lot",
            "=ho va ten dem",
            "=ho ten dem",
            "=ho va chu dem",
            "=ho chu dem",
            "=ho va ten lot",
            "=ho dem va",
        ],
        &["hộ", "hồ", "hổ"],
    ),
    own("given", &["=ten", "=ten goi"], &[]),
    column("name", &["ho va ten", "ho ten", "hovaten", "ten khai sinh", "=name", "full name"], &[]),
];

/// The next head of a roster at or below a row.
#[must_use]
pub fn find(sheet: &Sheet, from: usize) -> Option<Header> {
    Header::find(sheet, from, COLUMNS, is_roster)
}

/// Whether a head is one of a roster of children: names, and something only children's rosters tell. Lists of staff or
/// of money are none.
#[must_use]
pub fn is_roster(header: &Header) -> bool {
    let named = ["child", "name", "given"].iter().any(|code| header.has(code));
    let parents = ["father", "mother", "parents"].iter().any(|code| header.has(code));
    let born = ["born", "year", "male", "female", "sex"].iter().any(|code| header.has(code));
    let staff = header.heads.iter().any(|head| {
        let words = crate::exchange::header::words(&crate::domain::fold::fold(&head.text));
        ["chuc vu", "chuc danh", "so tien", "ngach", "luong"].iter().any(|word| words.contains(&format!(" {word} ")))
    });
    let child = header.has("child");
    named && header.score() >= 2 && (child || parents || born && !staff)
}

/// Where a roster keeps what.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The rows' numbers.
    pub number: Option<usize>,
    /// The child's name; two columns when family and given name stand apart.
    pub name: Vec<usize>,
    /// The birth date.
    pub born: Option<usize>,
    /// Day, month and year in columns of their own.
    pub parts: Option<[Option<usize>; 3]>,
    /// The sex as a word.
    pub sex: Option<usize>,
    /// A tick, or the birth date itself, under "Nam".
    pub male: Option<usize>,
    /// The same under "Nữ".
    pub female: Option<usize>,
    /// The father's name.
    pub father: Option<usize>,
    /// The mother's name.
    pub mother: Option<usize>,
    /// Both parents, or the one who works here.
    pub parents: Option<usize>,
    /// Whether the head of `parents` names the mother first.
    pub mother_first: bool,
    /// Who cares for the child.
    pub carer: Option<usize>,
    /// Units, where both parents' stand the first filled one counts.
    pub unit: Vec<usize>,
    /// Ward or address.
    pub ward: Option<usize>,
    /// Circumstances.
    pub circumstance: Option<usize>,
    /// Remarks.
    pub note: Option<usize>,
    /// Every other column with its head.
    pub extra: Vec<(usize, String)>,
    /// Whether all girls are ticked in a column and boys have none.
    pub ticks_girls_only: bool,
}

impl Layout {
    /// Reads where things stand from a head, and from the first rows below where heads leave it open.
    #[must_use]
    pub fn of(sheet: &Sheet, header: &Header) -> Self {
        let child = header.column("child");
        let general = header.column("name").or_else(|| header.column("given").filter(|_| !header.has("family")));
        let mut layout = Self {
            number: header.column("number"),
            born: header.column("born"),
            sex: header.column("sex"),
            male: header.column("male"),
            female: header.column("female"),
            father: header.column("father"),
            mother: header.column("mother"),
            // Beside the children's names, "Họ và tên" alone is the parent's.
            parents: header.column("parents").or_else(|| child.and(header.column("name"))),
            carer: header.column("carer"),
            unit: header.columns("unit").collect(),
            ward: header.column("ward"),
            circumstance: header.column("circumstance"),
            note: header.column("note"),
            ..Self::default()
        };
        layout.name = match (child.or(general), header.column("family"), header.column("given")) {
            (Some(name), _, _) => vec![name],
            (None, family, given) => family.into_iter().chain(given).collect(),
        };
        layout.place_parts(header);
        layout.place_given(sheet, header);
        let first = layout.parents.map(|at| crate::domain::fold::fold(header.text(at))).unwrap_or_default();
        let words = crate::exchange::header::words(&first);
        let place = |word: &str| words.find(&format!(" {word} "));
        layout.mother_first =
            matches!((place("me"), place("bo").or_else(|| place("cha"))), (Some(me), Some(bo)) if me < bo);
        let used: Vec<usize> = layout.used().collect();
        let width = (header.end..sheet.rows.len()).map(|row| sheet.rows[row].len()).max().unwrap_or(0);
        layout.extra = (0..width).filter(|at| !used.contains(at)).map(|at| (at, header.text(at).to_string())).collect();
        layout.ticks_girls_only = layout.male.is_none() && layout.sex.is_none() && layout.ticks(sheet, header);
        layout
    }

    /// Whether a column holds the child's name, a date, a sex or a person: what only rows of children fill.
    pub fn facts(&self) -> impl Iterator<Item = usize> + '_ {
        let parts = self.parts.into_iter().flatten().flatten();
        [self.born, self.sex, self.male, self.female, self.father, self.mother, self.parents, self.carer]
            .into_iter()
            .flatten()
            .chain(parts)
    }

    /// "Ngày", "Tháng", "Năm" side by side; without marks "Nam" is then the year.
    fn place_parts(&mut self, header: &Header) {
        let (day, month) = (header.column("day"), header.column("month"));
        let mut year = header.column("year");
        if year.is_none() && day.is_some() && month.is_some() && self.female.is_none() {
            year = self.male.take();
        }
        match (self.born, year) {
            (None, Some(year)) if day.is_none() && month.is_none() => self.born = Some(year),
            (None, Some(year)) => self.parts = Some([day, month, Some(year)]),
            _ => {}
        }
    }

    /// One head over two columns of a name: the second has no head and, below, single words.
    fn place_given(&mut self, sheet: &Sheet, header: &Header) {
        let [name] = self.name[..] else { return };
        let next = name + 1;
        let bare = (header.top..header.end).all(|row| sheet.cell(row, next).is_empty());
        let below = (header.end..sheet.rows.len()).filter(|row| !sheet.cell(*row, name).is_empty()).take(12);
        let words = below.filter_map(|row| sheet.cell(row, next).as_text());
        let (single, all) =
            words.fold((0, 0), |(single, all), text| (single + usize::from(!text.trim().contains(' ')), all + 1));
        if bare
            && all >= 1
            && single == all
            && sheet.rows.iter().skip(header.end).take(50).all(|row| is_word(row.get(next)))
        {
            self.name.push(next);
        }
    }

    fn ticks(&self, sheet: &Sheet, header: &Header) -> bool {
        self.female.is_some_and(|at| (header.end..sheet.rows.len()).any(|row| super::row::is_tick(sheet.cell(row, at))))
    }

    fn used(&self) -> impl Iterator<Item = usize> + '_ {
        let single = [self.number, self.ward, self.circumstance, self.note].into_iter().flatten();
        single.chain(self.name.iter().copied()).chain(self.unit.iter().copied()).chain(self.facts())
    }
}

fn is_word(cell: Option<&crate::exchange::sheet::Cell>) -> bool {
    use crate::exchange::sheet::Cell;
    match cell {
        None | Some(Cell::Empty) => true,
        Some(Cell::Text(text)) => !text.chars().any(|c| c.is_ascii_digit()),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::header::{Column, meaning};

    #[test]
    fn heads_as_offices_write_them() {
        for (text, code) in [
            ("STT", "number"),
            ("TT", "number"),
            ("Họ và tên cháu", "child"),
            ("Họ tên con", "child"),
            ("Tên cháu", "child"),
            ("Họ và tên trẻ", "child"),
            ("HỌ VÀ TÊN TRẺ EM", "child"),
            ("Họ tên con CBCCVC", "child"),
            ("Họ và tên", "name"),
            ("Họ tên", "name"),
            ("Tên", "given"),
            ("Họ đệm", "family"),
            ("Ngày sinh", "born"),
            ("Năm sinh", "born"),
            ("Ngày, tháng, năm sinh", "born"),
            ("Ngày/tháng/năm sinh", "born"),
            ("Sinh ngày", "born"),
            ("Giới tính", "sex"),
            ("Nam/Nữ", "sex"),
            ("Phái", "sex"),
            ("GT", "sex"),
            ("Nam", "male"),
            ("Nữ", "female"),
            ("Năm", "year"),
            ("Cha", "father"),
            ("Bố", "father"),
            ("Họ tên bố", "father"),
            ("Họ và tên cha", "father"),
            ("Tên cha", "father"),
            ("Họ tên mẹ", "mother"),
            ("Mẹ", "mother"),
            ("Bố/mẹ", "parents"),
            ("Họ tên bố, mẹ", "parents"),
            ("Họ tên bố (mẹ)", "parents"),
            ("Phụ huynh", "parents"),
            ("Họ và tên cán bộ", "parents"),
            ("Con ông/bà", "parents"),
            ("Họ tên cha/mẹ, đơn vị công tác", "parents"),
            ("Đơn vị", "unit"),
            ("Phòng/ban", "unit"),
            ("Bộ phận", "unit"),
            ("Cơ quan công tác", "unit"),
            ("Đơn vị công tác của bố (mẹ)", "unit"),
            ("Đơn vị (bố/mẹ công tác)", "unit"),
            ("Xã/phường", "ward"),
            ("Nơi ở", "ward"),
            ("Chỗ ở hiện nay", "ward"),
            ("Địa chỉ", "ward"),
            ("Hoàn cảnh đặc biệt", "circumstance"),
            ("Đối tượng", "circumstance"),
            ("Diện", "circumstance"),
            ("Ghi chú", "note"),
            ("Số điện thoại bố", "other"),
            ("Điện thoại", "other"),
            ("Lớp", "other"),
            ("Trường", "other"),
            ("Người chăm sóc", "carer"),
        ] {
            assert_eq!(meaning(COLUMNS, text).map(|Column { code, .. }| *code), Some(code), "{text}");
        }
        for text in ["Năm sinh của bố", "Ngày sinh mẹ", "Hộ", "Sở thích"] {
            assert_eq!(meaning(COLUMNS, text).map(|column| column.code), None, "{text}");
        }
    }

    #[test]
    fn lists_of_staff_or_money_are_no_rosters() {
        let is = |heads: &[&str]| find(&Sheet::of("a", &[heads]), 0).is_some();
        assert!(is(&["Họ và tên", "Ngày sinh"]) && is(&["Tên cháu", "Đơn vị"]) && is(&["Họ", "Tên", "Năm sinh"]));
        assert!(!is(&["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"]));
        assert!(!is(&["STT", "Họ và tên", "Đơn vị", "Số tiền"]));
        assert!(!is(&["Tháng", "Doanh thu"]));
    }
}
