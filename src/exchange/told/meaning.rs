//! Which figure or words of a report a head means.
use crate::domain::fold::fold;
use crate::domain::submission::Item;
use crate::exchange::header::{self, Column, words};

/// What a head means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A figure.
    Figure(Item),
    /// Words, by their column.
    Words(&'static str),
    /// Whose report it is.
    Unit,
    /// A number of rows, what is counted, a target, a figure of another period: nothing that is told.
    Aside,
}

const fn column(code: &'static str, words: &'static [&'static str], without: &'static [&'static str]) -> Column {
    Column { code, words, without, own: false }
}

/// The first that fits wins: what is said more narrowly stands before.
#[rustfmt::skip]
pub(super) const COLUMNS: &[Column] = &[
    column("aside", &["=stt", "=tt", "=so tt", "don vi tinh", "dvt", "=muc", "ke hoach", "chi tieu giao", "ky truoc", "cung ky", "ghi chu", "ty le", "thoi gian"], &[]),
    column("unit", &["=don vi", "ten don vi", "phong don vi", "=phong", "phong ban", "=phong don vi"], &[]),
    column("proposals", &["kien nghi", "de xuat"], &[]),
    column("difficulties", &["kho khan vuong mac", "kho khan han che", "vuong mac", "ton tai han che", "han che", "kho khan va nguyen nhan"], &["tre", "chau"]),
    column("results", &["ket qua noi bat", "danh gia chung", "ket qua dat duoc"], &[]),
    column("hotline_sessions", &["111", "tong dai"], &["to roi", "niem yet"]),
    column("support_value", &["gia tri ho tro", "so tien ho tro", "kinh phi ho tro", "tien ho tro", "tri gia ho tro"], &[]),
    column("supported_children", &["duoc ho tro", "duoc giup do", "ho tro cho tre", "ho tro giup do"], &["tien", "kinh phi", "dong"]),
    column("contributors", &["nguoi ung ho", "luot ung ho", "nguoi dong gop", "nguoi quyen gop", "to chuc ung ho", "nguoi tham gia ung ho"], &["tien"]),
    column("contributed", &["tien ung ho", "ung ho quy", "tong so van dong", "van dong duoc", "tien van dong", "quyen gop", "tien dong gop", "quy bao tro", "kinh phi van dong"], &[]),
    column("incidents", &["vu viec", "so vu", "bi xam hai", "vu xam hai"], &["buoi", "tuyen truyen"]),
    column("appeal_attendances", &["duoc van dong", "ky cam ket", "van dong can bo", "van dong cbccvc"], &[]),
    column("reviewed_children", &["duoc ra soat", "tre ra soat", "chau ra soat", "da ra soat", "ra soat"], &["dac biet", "kho khan"]),
    column("special_children", &["hoan canh dac biet", "hcdb", "dac biet kho khan"], &[]),
    column("hardship_children", &["hoan canh kho khan", "kho khan khac", "hckk"], &[]),
    column("attendances", &["luot nguoi", "nguoi tham du", "nguoi nghe", "nguoi tham gia", "so nguoi duoc tuyen truyen", "so nguoi du", "luot tham du", "nguoi du"], &[]),
    column("sessions", &["buoi tuyen truyen", "so buoi", "cuoc tuyen truyen", "hoi nghi tuyen truyen", "so cuoc", "so hoi nghi", "tuyen truyen pho bien"], &[]),
    column("children", &["tong so tre", "tre em tong so", "so tre em", "so chau", "tong so chau", "con cbccvc", "con em cbccvc", "tre duoi 16", "tre em duoi 16", "so con em"], &["qua", "tham gia", "tham du"]),
];

/// What words over a value mean, by what the office said of them, else by themselves.
#[must_use]
pub fn meaning_of(text: &str, mapping: &super::Mapping) -> Option<Meaning> {
    let folded = fold(text);
    match mapping.iter().find(|(words, _)| *words == folded) {
        Some((_, code)) => Some(of_code(code)),
        None => header::meaning(COLUMNS, &without_number(text)).map(|column| of_code(column.code)),
    }
}

fn of_code(code: &str) -> Meaning {
    match code {
        "unit" => Meaning::Unit,
        "results" => Meaning::Words("results"),
        "difficulties" => Meaning::Words("difficulties"),
        "proposals" => Meaning::Words("proposals"),
        code => Item::of_code(code).filter(|item| *item != Item::Any).map_or(Meaning::Aside, Meaning::Figure),
    }
}

/// A head without the number before it: "1. Số buổi", "a) Số buổi".
fn without_number(text: &str) -> String {
    crate::exchange::unit::without_number(text.trim_start_matches(['-', '+', ' '])).to_owned()
}

/// Whether a head says that its column holds what was done: of several columns of numbers this is the one.
pub(super) fn is_result(text: &str) -> bool {
    let said = words(&fold(text));
    ["ket qua", "so lieu", "thuc hien", "so luong", "ky nay", "ky bao cao", "so thuc hien"]
        .iter()
        .any(|word| header::has_words(&said, word))
        && !header::has_words(&said, "ky truoc")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_words_mean_the_figures() {
        let figure = |text: &str| match meaning_of(text, &[]) {
            Some(Meaning::Figure(item)) => item.code(),
            Some(Meaning::Words(column)) => column,
            Some(Meaning::Unit) => "unit",
            Some(Meaning::Aside) => "aside",
            None => "?",
        };
        for (text, code) in [
            ("Số buổi tuyên truyền", "sessions"),
            ("1. Số cuộc tuyên truyền, phổ biến", "sessions"),
            ("Lượt người tham dự", "attendances"),
            ("Số người được tuyên truyền", "attendances"),
            ("Số buổi có giới thiệu Tổng đài 111", "hotline_sessions"),
            ("- Số trẻ em có hoàn cảnh đặc biệt", "special_children"),
            ("Số trẻ có hoàn cảnh đặc biệt được hỗ trợ", "supported_children"),
            ("Số tiền hỗ trợ (đồng)", "support_value"),
            ("Tổng số trẻ em dưới 16 tuổi", "children"),
            ("Số tiền ủng hộ Quỹ Bảo trợ trẻ em", "contributed"),
            ("Số người ủng hộ", "contributors"),
            ("Khó khăn, vướng mắc", "difficulties"),
            ("Kiến nghị, đề xuất", "proposals"),
            ("Đơn vị tính", "aside"),
            ("Đơn vị", "unit"),
            ("Số suất quà đã tặng", "?"),
        ] {
            assert_eq!(figure(text), code, "{text}");
        }
        let said = [
            (fold("Số suất quà đã tặng"), "supported_children".to_owned()),
            (fold("Lượt người tham dự"), String::new()),
        ];
        assert_eq!(meaning_of("Số suất quà đã tặng", &said), Some(Meaning::Figure(Item::Supported)));
        assert_eq!(meaning_of("Lượt người tham dự", &said), Some(Meaning::Aside));
    }

    #[test]
    fn every_code_is_a_meaning_of_its_own() {
        for column in COLUMNS {
            assert!(column.code == "aside" || of_code(column.code) != Meaning::Aside, "{}", column.code);
        }
    }
}
