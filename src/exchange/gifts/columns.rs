//! The columns that a sheet of contributions may have and the words units head them with.
use crate::exchange::header::{Column, Header};
use crate::exchange::sheet::Sheet;

const fn own(code: &'static str, words: &'static [&'static str], without: &'static [&'static str]) -> Column {
    Column { code, words, without, own: true }
}

/// The first that fits wins.
#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    own("number", &["=stt", "=tt", "=so tt", "=so thu tu", "=no", "^stt "], &[]),
    own("measure", &["don vi tinh", "=dvt", "=d v t"], &[]),
    own("quantity", &["so luong", "=sl"], &["nguoi", "can bo", "cbccvc"]),
    own("note", &["ghi chu", "=note", "=notes"], &[]),
    own(
        "other",
        &[
            "ky nop", "ky nhan", "ky ten", "chu ky", "dien thoai", "sdt", "chuc vu", "chuc danh", "so tai khoan",
            "he so", "luong", "dia chi", "don gia", "so phieu", "bien lai", "chung tu", "bang chu",
        ],
        &[],
    ),
    own("people", &["so nguoi", "so cbccvc", "so luot nguoi", "tong so nguoi", "so can bo", "so cb"], &[]),
    own("worth", &["quy ra tien", "quy doi", "tri gia", "gia tri hien vat", "hien vat quy"], &[]),
    own("means", &["hinh thuc", "=loai", "phuong thuc"], &[]),
    own("cash", &["tien mat"], &[]),
    own("transfer", &["chuyen khoan", "=ck"], &[]),
    own("date", &["=ngay", "ngay nop", "ngay ung ho", "ngay thang", "thoi gian", "ngay chuyen", "^ngay "], &["sinh"]),
    own(
        "amount",
        &[
            "so tien", "thanh tien", "tien ung ho", "muc ung ho", "muc dong gop", "tien dong gop", "so tien nop",
            "tong tien", "tong cong", "=tien", "=cong", "gia tri", "muc nop", "=amount",
        ],
        &["nguoi"],
    ),
    own("goods", &["hien vat", "ten hang", "=noi dung ung ho"], &[]),
    own(
        "donor",
        &[
            "ho va ten", "ho ten", "ho va", "=ten", "nguoi ung ho", "nguoi dong gop", "nguoi nop", "ca nhan",
            "nha tai tro", "nha hao tam", "don vi ca nhan", "ca nhan don vi", "ten don vi ca nhan", "tap the ca nhan",
            "to chuc ca nhan", "don vi tai tro", "ten cbccvc", "=cbccvc", "=can bo",
        ],
        &[],
    ),
    own("unit", &["don vi", "phong ban", "co quan", "bo phan", "=phong", "noi cong tac", "tap the"], &[]),
];

/// The head of a sheet of contributions: an amount, and who gave it.
pub fn find(sheet: &Sheet) -> Option<Header> {
    Header::find(sheet, 0, COLUMNS, |header| {
        let paid = ["amount", "cash", "transfer", "worth"].iter().any(|code| header.has(code));
        paid && (header.has("donor") || header.has("unit"))
    })
}
