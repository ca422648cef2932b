//! Units named within titles, on tabs and in file names.
use super::unit::{PLAIN_KINDS, Unit, is_kind, spelled};
use super::unit_case::sentence;
use crate::domain::clean::clean;
use crate::domain::fold::{fold, lower};

/// Those that name a unit within a title; the others are common words there.
#[rustfmt::skip]
const TITLE_KINDS: &[&str] = &[
    "văn phòng", "chi cục", "trung tâm", "thanh tra", "ban quản lý", "chi nhánh", "bệnh viện", "công ty", "phòng",
    "viện", "trường", "hạt", "trạm",
];

/// The unit named within a title: "DANH SÁCH CON CBCCVC PHÒNG ĐO ĐẠC NĂM 2026". The agency itself is none.
#[must_use]
pub fn in_title(text: &str) -> Option<Unit> {
    #[rustfmt::skip]
    const ENDS: &[&str] = &[
        "(", " năm 2", " năm học", " tính đến", " tại ", " nhân ", " đợt ", " dịp ", " quý ", ";", " được ", " có ",
        " đề nghị ", " nhận ",
    ];
    let text = clean(text);
    let small = lower(&text);
    if small.chars().count() != text.chars().count() {
        return None;
    }
    let from = TITLE_KINDS.iter().filter_map(|kind| kind_at(&small, kind)).min()?;
    let rest: String = small.chars().skip(from).collect();
    let length = ENDS.iter().filter_map(|end| rest.split_once(end)).map(|(before, _)| before.chars().count()).min();
    let part: String = text.chars().skip(from).take(length.unwrap_or(usize::MAX)).collect();
    // A year at the end is the list's, not the unit's.
    let part = part.trim_end_matches(|c: char| c.is_ascii_digit() || " -–_".contains(c));
    let unit = spelled(part)?;
    // A kind alone names no unit.
    (unit.name.split(' ').count() > 1 && !is_kind(&unit.name)).then_some(unit)
}

/// The unit a file's name tells, with marks or as a slug: "DS con CBCC Phòng Đo đạc.xlsx", "chi-cuc-dat-dai.xls".
#[must_use]
pub fn in_file_name(file_name: &str) -> Option<Unit> {
    let stem = std::path::Path::new(file_name).file_stem()?.to_str()?;
    let spaced = if stem.contains(' ') { stem.replace('_', " ") } else { stem.replace(['_', '-', '.'], " ") };
    if !spaced.is_ascii() {
        return in_title(&spaced);
    }
    let words: Vec<String> = fold(&spaced).split(' ').map(ToString::to_string).collect();
    let from = (0..words.len()).find(|from| {
        let rest = words[*from..].join(" ");
        let after = |kind: &str| rest.strip_prefix(kind).filter(|rest| rest.starts_with(' ')).map(str::trim);
        PLAIN_KINDS
            .iter()
            .any(|kind| after(kind).is_some_and(|rest| !rest.starts_with("chong") && !rest.starts_with("trao")))
    })?;
    let end = words[from..]
        .iter()
        .position(|word| word.bytes().any(|b| b.is_ascii_digit()) || word == "nam" || word == "thang");
    let name = words[from..end.map_or(words.len(), |end| from + end)].join(" ");
    (!is_kind(&name) && !PLAIN_KINDS.contains(&name.as_str())).then(|| Unit { name: sentence(&name), caps: true })
}

/// Where a kind stands in a title as whole words, counted in characters; not within words that only sound alike.
fn kind_at(small: &str, kind: &str) -> Option<usize> {
    small.match_indices(kind).find_map(|(at, found)| {
        let (before, rest) = (small.get(..at)?, small.get(at + found.len()..)?);
        let whole = !before.ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric);
        let next = rest.trim_start();
        let other = match kind {
            "phòng" => ["chống", "ngừa", "tránh", "trào"].iter().any(|word| next.starts_with(word)),
            "trường" => {
                ["môi", "thị", "hiện", "nhà", "đến", "tới"].iter().any(|word| before.trim_end().ends_with(word))
            }
            _ => false,
        };
        (whole && !other).then(|| before.chars().count())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(unit: Option<Unit>) -> String {
        unit.map_or_else(|| "none".to_string(), |unit| if unit.caps { format!("~{}", unit.name) } else { unit.name })
    }

    #[test]
    fn a_title_names_a_unit() {
        for (text, unit) in [
            ("DANH SÁCH CON CBCCVC PHÒNG ĐO ĐẠC, BẢN ĐỒ VÀ VIỄN THÁM", "~Phòng Đo đạc, bản đồ và viễn thám"),
            ("Danh sách con CBCCVC Văn phòng Sở năm 2026", "Văn phòng Sở"),
            ("DANH SÁCH TRẺ EM LÀ CON CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG", "none"),
            ("Danh sách trẻ em Sở Tài nguyên và Môi trường", "none"),
            ("Phòng chống tai nạn", "none"),
            ("Trung tâm", "none"),
            ("Danh sách các cháu Thanh tra Sở (đợt 1)", "Thanh tra Sở"),
        ] {
            assert_eq!(name(in_title(text)), unit, "{text}");
        }
    }

    #[test]
    fn a_file_name_tells_a_unit() {
        assert_eq!(name(in_file_name("DS con CBCC Văn phòng Sở 2026.xlsx")), "Văn phòng Sở");
        assert_eq!(name(in_file_name("danh-sach-chi-cuc-dat-dai-2026.xls")), "~Chi cuc Dat dai");
        for other in ["01-hai-dong-tieu-de.xlsx", "phong-chong-ma-tuy.csv", "ds.xlsx", "van_phong.xlsx", ""] {
            assert_eq!(name(in_file_name(other)), "none", "{other}");
        }
    }
}
