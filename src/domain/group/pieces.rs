//! A cell cut into the things it names.
use crate::domain::clean::{clean, clean_lines};
use crate::domain::fold::{fold, lower};

/// The cell cut at its marks, but not inside "HIV/AIDS", "cha, mẹ" or the long name of group o.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for hard in clean_lines(text).split([';', '+', '\n']) {
        let mut rest = hard;
        let mut open = String::new();
        while let Some(at) = rest.find([',', '/']) {
            let (piece, tail) = rest.split_at(at);
            let (mark, tail) = tail.split_at(1);
            open.push_str(piece);
            if glued(&open, tail) {
                open.push_str(mark);
            } else {
                out.push(std::mem::take(&mut open));
            }
            rest = tail;
        }
        open.push_str(rest);
        out.push(open);
    }
    out.iter().map(|piece| bullet_off(&clean(piece)).to_string()).filter(|piece| !piece.is_empty()).collect()
}

/// Whether a mark between two parts does not part them.
fn glued(before: &str, after: &str) -> bool {
    let parent = |word: &str| matches!(word, "cha" | "bố" | "mẹ" | "ba" | "má");
    let (before, after) = (lower(before), lower(after));
    let next = after.split([',', '/', ';']).next().unwrap_or_default().trim().to_string();
    let last = before.rsplit([' ', ',', '/']).next().unwrap_or_default();
    let first = next.split(' ').next().unwrap_or_default();
    let parents = parent(last) && parent(first) && (parent(&next) || parent(&before));
    let (from, to) = (fold(&before), fold(&next));
    let refuge = (from.contains("di cu") || from.contains("lanh nan"))
        && ["tre em lanh nan", "lanh nan", "tre em ti nan", "ti nan", "ty nan"].iter().any(|word| to.starts_with(word));
    parents || refuge || (from.ends_with("hiv") && to.starts_with("aids"))
}

/// Without "- ", "• ", "1. ", "2) " before it.
fn bullet_off(piece: &str) -> &str {
    let piece = piece.trim_start_matches(['-', '–', '•', '*', ' ']).trim_end_matches(['.', ' ']);
    let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
    let text = rest.trim_start_matches(['.', ')']);
    // "2,5" and "1.5" are numbers, not the second and the first thing.
    if rest.len() < piece.len() && text.len() < rest.len() && !text.starts_with(|c: char| c.is_ascii_digit()) {
        return bullet_off(text);
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cut_at_marks_and_lines() {
        for (cell, cut) in [
            ("", &[][..]),
            ("một; hai,ba + bốn / năm\nsáu", &["một", "hai", "ba", "bốn", "năm", "sáu"]),
            ("- một\r\n• hai\n3. ba\n4) bốn.", &["một", "hai", "ba", "bốn"]),
            ("2 cháu; 1.5 tuổi", &["2 cháu", "1.5 tuổi"]),
        ] {
            assert_eq!(pieces(cell), cut, "{cell}");
        }
    }

    #[test]
    fn words_that_belong_together_stay_so() {
        for cell in [
            "nhiễm HIV/AIDS",
            "mồ côi cha/mẹ",
            "mồ côi cha, mẹ",
            "bố/mẹ bệnh nặng",
            "Trẻ em di cư, trẻ em lánh nạn, tị nạn chưa xác định được cha mẹ",
        ] {
            assert_eq!(pieces(cell), [cell]);
        }
        assert_eq!(pieces("mồ côi cha, mẹ bệnh nặng"), ["mồ côi cha", "mẹ bệnh nặng"]);
        assert_eq!(pieces("HIV/AIDS, hộ nghèo"), ["HIV/AIDS", "hộ nghèo"]);
    }
}
