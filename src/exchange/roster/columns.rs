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
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    own("number", &["=stt", "=tt", "=so tt", "=so thu tu", "=no", "^stt "], &[]),
    own("review", &["ra soat"], &["nguoi ra soat"]),
    own(
        "other",
        &[
            "dien thoai", "sdt", "so dt", "nghe nghiep", "chuc vu", "chuc danh", "cccd", "cmnd", "dinh danh",
            "can cuoc", "so tien", "muc qua", "gia tri", "^lop", "^truong", "^hoc lop", "noi sinh", "que quan",
            "nguyen quan", "dan toc", "ton giao", "ky nhan", "ky ten", "chu ky", "thanh tich", "ket qua", "hoc luc",
            "danh hieu", "^tuoi", "so tuoi", "do tuoi", "so con", "ma so", "bhyt", "bao hiem", "email", "tai khoan",
            "can nang", "chieu cao", "don vi tinh", "ngach", "luong", "ngay cap", "ly do",
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
            "ngay sinh", "nam sinh", "sinh ngay", "sinh nam", "thang sinh", "ngay thang nam", "=ns", "=ntns",
            "=sinh", "=dob", "date of birth", "birthday",
        ],
        PARENTS,
    ),
    own("carer", &["cham soc", "giam ho", "nuoi duong", "do dau"], &["sinh"]),
    own(
        "parents",
        &[
            "ten bo me", "ten cha me", "ten me cha", "ten me bo", "ten bo hoac me", "ten cha hoac me",
            "ten bo va me", "ten cha va me", "ten ba me", "ten phu huynh", "ten cbccvc", "ten can bo",
            "ten cong chuc", "ten vien chuc", "ten nguoi lao dong", "ten doan vien", "ten dong chi", "ten nhan vien",
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
            "xa phuong", "phuong xa", "noi o", "cho o", "dia chi", "cu tru", "thuong tru", "tam tru", "ho khau",
            "sinh song", "dia ban", "=xa", "=phuong", "thon", "khoi pho",
        ],
        &["co quan"],
    ),
    column(
        "unit",
        &[
            "don vi", "phong ban", "co quan", "bo phan", "noi cong tac", "noi lam viec", "cong tac tai", "=phong",
            "phong chuyen mon",
        ],
        &[],
    ),
    own(
        "child",
        &[
            "ten con", "ten chau", "ten tre", "ten cac chau", "ten cac con", "ten be", "ten thieu nhi",
            "ten hoc sinh", "ten em", "ten cua con", "ten cua chau", "=chau", "=con", "=tre em", "=tre", "=con chau",
            "=cac chau", "ten cac tre", "ten thieu nien",
        ],
        &["bo", "cha", "me", "phu huynh", "con ong", "con ba"],
    ),
    own(
        "parents",
        &[
            "bo me", "cha me", "me cha", "me bo", "bo hoac me", "cha hoac me", "bo va me", "cha va me", "me va bo",
            "me va cha", "ba me", "phu huynh", "ong ba", "=cbccvc", "=can bo", "con cua", "la con", "con dong chi",
            "can bo cong chuc", "cong chuc vien chuc",
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
            "=họ", "=ho", "=ho dem", "=ho va dem", "=ho lot", "=ho va lot", "=ho va ten dem", "=ho ten dem",
            "=ho va chu dem", "=ho chu dem", "=ho va ten lot", "=ho dem va",
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
