//! Text typed in the fonts used before Unicode: TCVN3 (.VnTime, .VnTimeH) and VNI. It reaches us as Latin letters
//! and signs ("Hä vµ tªn", "Hoï vaø teân") and is turned into Vietnamese here.
use std::collections::HashSet;

use bamboo_core::{Charset as Table, decode_charset};

use super::sheet::{Cell, Sheet};

/// The two encodings of old fonts that are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// TCVN 5712:1993, third table, the northern one.
    Tcvn3,
    /// VNI for Windows, the southern one.
    Vni,
}

impl Charset {
    /// The name people know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        }
    }
}

/// The old encoding of a file, judged over all its text: enough words must be no Vietnamese as they stand and
/// become so when decoded. A lone sign ("©", "m²") decides nothing in a file with Unicode letters.
pub fn detect<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Charset> {
    let (mut tcvn3, mut vni, mut unicode) = (0_usize, 0_usize, 0_usize);
    for text in texts.into_iter().filter(|text| !text.is_ascii()) {
        // Without a byte of the signs, a text with modern letters is modern; this is most of a Unicode file.
        if !text.as_bytes().contains(&0xC2) && text.chars().any(is_modern) {
            unicode += 1;
            continue;
        }
        for word in words(text).filter(|word| !word.is_ascii()) {
            if word.chars().any(is_modern) {
                unicode += 1;
            } else if has_tcvn3(word) {
                tcvn3 += 1;
            } else if has_vni(word) {
                vni += 1;
            }
        }
    }
    let enough = if unicode == 0 { 1 } else { 3 };
    match (tcvn3 >= enough, vni >= enough) {
        (true, _) if tcvn3 >= vni => Some(Charset::Tcvn3),
        (_, true) => Some(Charset::Vni),
        _ => None,
    }
}

/// Decodes every sheet in place when the file is in an old encoding, which is then returned.
pub fn decode_sheets(sheets: &mut [Sheet]) -> Option<Charset> {
    let texts = sheets.iter().flat_map(|sheet| {
        let cells = sheet.rows.iter().flatten().filter_map(Cell::as_text);
        cells.chain(std::iter::once(sheet.name.as_str()))
    });
    let charset = detect(texts)?;
    for sheet in sheets {
        if let Some(name) = decode(charset, &sheet.name) {
            sheet.name = name;
        }
        for cell in sheet.rows.iter_mut().flatten() {
            if let Some(text) = cell.as_text().and_then(|text| decode(charset, text)) {
                *cell = Cell::Text(text);
            }
        }
    }
    Some(charset)
}

/// A text of a file in an old encoding, as Vietnamese; nothing when the text is in Unicode already.
#[must_use]
pub fn decode(charset: Charset, text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let marked = |word: &str| match charset {
        Charset::Tcvn3 => has_tcvn3(word),
        Charset::Vni => has_vni(word),
    };
    let modern = text.chars().any(is_modern);
    if modern && !words(text).any(marked) {
        return None;
    }
    let parts: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let decoded: Vec<String> = match charset {
        Charset::Vni => parts.iter().map(|part| vni(part)).collect(),
        Charset::Tcvn3 => tcvn3(&parts),
    };
    Some(decoded.concat())
}

/// How many words of a text are common Vietnamese ones with marks: tells which of several readings of the same bytes
/// is the right one.
#[must_use]
pub fn familiar(text: &str) -> usize {
    const COMMON: &str = "họ tên và ngày tháng năm sinh giới tính nữ bố mẹ con cháu trẻ đơn vị phòng văn thị nguyễn \
        trần lê phạm hoàng đặng bùi đỗ vũ võ lý nông lương xã phường địa chỉ ghi chú hoàn cảnh số thứ tự danh sách cục \
        trung tâm môi trường đất đai tài nguyên";
    let common: HashSet<&str> = COMMON.split_whitespace().collect();
    let lower = text.to_lowercase();
    words(&lower).filter(|word| !word.is_ascii() && common.contains(word)).count()
}

/// Splits at everything that is neither a letter nor a sign an old font shows as a letter.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()).filter(|word| !word.is_empty())
}

/// A letter of Vietnamese Unicode text that no old font uses.
fn is_modern(c: char) -> bool {
    matches!(c, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{300}'..='\u{323}' | '\u{1EA0}'..='\u{1EF9}')
}

/// Whether a word can be TCVN3 only: a sign beside a letter, or a capital with a mark after a small letter.
fn has_tcvn3(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.iter().enumerate().any(|(at, c)| {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        let inside = before.or(after).is_some_and(|c| c.is_ascii_alphabetic() || tcvn3_letter(c));
        match c {
            // Quotation marks at a word's edge are themselves.
            '«' | '»' => before.is_some() && after.is_some(),
            '\u{A1}'..='\u{BE}' | '×' | '÷' => tcvn3_letter(*c) && inside,
            'Æ' | 'Ç' | 'Ë' | 'Î' | 'Ï' | 'Ñ' | 'Ö' | 'Ø' | 'Ü' | 'Þ' | 'È' | 'É' | 'Ê' | 'Ì' | 'Ð' | 'Ò' | 'Ó'
            | 'Ô' | 'Õ' | 'Ý' => before.is_some_and(|c| c.is_ascii_lowercase()),
            _ => false,
        }
    })
}

fn tcvn3_letter(c: char) -> bool {
    matches!(c, '\u{A1}'..='\u{A7}' | '\u{A8}'..='\u{AE}' | '\u{B5}'..='\u{B9}' | '\u{BB}'..='\u{BE}' | '\u{C6}'..='\u{FE}')
}

/// Whether a word can be VNI only: a vowel followed by a letter that VNI uses as its mark and Vietnamese does not
/// write there.
fn has_vni(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(2).any(|pair| {
        let vowel = matches!(pair[0].to_ascii_lowercase(), 'a' | 'e' | 'o' | 'u' | 'y')
            || matches!(pair[0], 'ö' | 'Ö' | 'ô' | 'Ô');
        let mark = lower(pair[1]);
        let base = lower(pair[0]);
        vowel
            && (matches!(mark, 'ø' | 'û' | 'ï' | 'å' | 'ä' | 'ë' | 'ü')
                || matches!(
                    (base, mark),
                    ('a' | 'e' | 'o', 'â') | ('a', 'ê' | 'ù' | 'õ' | 'á' | 'à' | 'ã' | 'é' | 'è' | 'ú')
                )
                || matches!((base, mark), ('e' | 'o' | 'ö' | 'ô', 'ù' | 'õ') | ('e', 'á' | 'à' | 'ã') | ('u', 'õ')))
    })
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// VNI writes the mark after its vowel; a capital vowel may be followed by a small mark ("Aùnh"), which the table
/// does not know.
fn vni(word: &str) -> String {
    let mut even = String::with_capacity(word.len());
    let mut capital = false;
    for c in word.chars() {
        let vowel = matches!(c, 'A' | 'E' | 'O' | 'U' | 'Y' | 'Ö' | 'Ô');
        let mark = !c.is_ascii() && !matches!(c, 'ñ' | 'ö' | 'ô' | 'æ' | 'ó' | 'ò' | 'î' | 'í' | 'ì');
        if capital && mark {
            even.extend(c.to_uppercase());
        } else {
            even.push(c);
        }
        capital = vowel;
    }
    decode_charset(Table::VniWindows, &even).into_owned()
}

/// TCVN3 has one code for a small and a capital vowel with a tone; the capitals stood in another font (.VnTimeH). They
/// are given back where the rest of the word, or of the phrase, is in capitals.
fn tcvn3(parts: &[&str]) -> Vec<String> {
    let shout = parts.iter().any(|part| capitals(part) > 1);
    let calm = parts.iter().any(|part| part.chars().filter(char::is_ascii_lowercase).count() > 0);
    let phrase_is_capital = shout && !calm;
    let phrase_is_name = {
        let starts = parts.iter().filter_map(|part| part.chars().next());
        let plain: Vec<char> = starts.filter(|c| c.is_ascii_alphabetic() || "¡¢£¤¥¦§".contains(*c)).collect();
        !plain.is_empty() && plain.iter().all(|c| !c.is_ascii_lowercase())
    };
    parts.iter().map(|part| tcvn3_word(part, phrase_is_capital, phrase_is_name && parts.len() > 1)).collect()
}

fn tcvn3_word(part: &str, phrase_is_capital: bool, phrase_is_name: bool) -> String {
    if part.is_ascii() || part.chars().any(is_modern) {
        return part.to_string();
    }
    let first = part.chars().next().unwrap_or_default();
    // No word starts with these vowels in small letters, so the letter is a Unicode capital that was left among
    // the old ones.
    if matches!(first, 'Ý' | 'Ì' | 'Ò' | 'Õ') && part.chars().nth(1).is_none_or(|c| !c.is_ascii_uppercase()) {
        let rest: String = part.chars().skip(1).collect();
        return format!("{first}{}", decode_charset(Table::Tcvn3, &rest));
    }
    let word = decode_charset(Table::Tcvn3, part);
    let small = part.chars().any(|c| c.is_ascii_lowercase());
    if !small && (phrase_is_capital || capitals(part) > 1) {
        return word.to_uppercase();
    }
    let starts_small = word.chars().next().is_some_and(char::is_lowercase) && !first.is_ascii();
    if phrase_is_name && starts_small && !"®©¨ª«¬\u{AD}".contains(first) {
        let rest: String = word.chars().skip(1).collect();
        return word.chars().take(1).flat_map(char::to_uppercase).chain(rest.chars()).collect();
    }
    word.into_owned()
}

/// Capitals of a word that an old font keeps as such.
fn capitals(word: &str) -> usize {
    word.chars().filter(|c| c.is_ascii_uppercase() || ('\u{A1}'..='\u{A7}').contains(c)).count()
}

#[cfg(test)]
mod tests {
    use bamboo_core::encode_charset;
    use proptest::prelude::*;

    use super::*;

    /// The table of TCVN 5712:1993 as the office's papers give it.
    const TCVN3: &str = "à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB đ AE è CC ẻ CE \
        ẽ CF é D0 ẹ D1 ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 \
        ố E8 ộ E9 ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD \
        ỵ FE Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7";

    fn tcvn3(text: &str) -> String {
        decode(Charset::Tcvn3, text).unwrap_or_else(|| text.to_string())
    }

    fn vni(text: &str) -> String {
        decode(Charset::Vni, text).unwrap_or_else(|| text.to_string())
    }

    #[test]
    fn every_code_of_tcvn3_is_its_letter() {
        let parts: Vec<&str> = TCVN3.split_whitespace().collect();
        for pair in parts.chunks(2) {
            let code = char::from(u8::from_str_radix(pair[1], 16).unwrap());
            assert_eq!(decode_charset(Table::Tcvn3, &code.to_string()), pair[0], "{}", pair[1]);
        }
    }

    #[test]
    fn tcvn3_is_read() {
        assert_eq!(tcvn3("Hä vµ tªn"), "Họ và tên");
        assert_eq!(tcvn3("Chi côc B¶o vÖ m«i tr\u{AD}êng"), "Chi cục Bảo vệ môi trường");
        assert_eq!(tcvn3("Lý Đình C\u{AD}êng"), "Lý Đình Cường");
        assert_eq!(tcvn3("Phßng §o ®¹c, B¶n ®å vµ ViÔn th¸m"), "Phòng Đo đạc, Bản đồ và Viễn thám");
        assert_eq!(tcvn3("N÷"), "Nữ");
    }

    #[test]
    fn capitals_are_given_back() {
        assert_eq!(tcvn3("Hoµng Kh¸nh Ánh"), "Hoàng Khánh Ánh");
        assert_eq!(tcvn3("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        assert_eq!(tcvn3("Lª ThÞ ¸nh"), "Lê Thị Ánh");
        assert_eq!(tcvn3("§ç Hµ"), "Đỗ Hà");
        assert_eq!(tcvn3("Hoµng Ý Nhi"), "Hoàng Ý Nhi");
    }

    #[test]
    fn vni_is_read() {
        assert_eq!(vni("Hoï vaø teân"), "Họ và tên");
        assert_eq!(vni("Nguyeãn Thò AÙnh"), "Nguyễn Thị Ánh");
        assert_eq!(vni("Ñaëng Vaên Aùnh"), "Đặng Văn Ánh");
        assert_eq!(vni("Tröôøng Sôû Nöõ"), "Trường Sở Nữ");
        assert_eq!(vni("COÄNG HOØA"), "CỘNG HÒA");
    }

    #[test]
    fn the_encoding_of_a_file_is_told() {
        assert_eq!(detect(["Hä vµ tªn", "Ngµy sinh"]), Some(Charset::Tcvn3));
        assert_eq!(detect(["Hoï vaø teân", "Ngaøy sinh", "Giôùi tính"]), Some(Charset::Vni));
        assert_eq!(detect(["Họ và tên", "Hoàng Thúy", "25 m²", "© 2026", "«Vườn ươm»"]), None);
        assert_eq!(detect(["Ho ten", "Ngay sinh"]), None);
        assert_eq!(detect(["Hoa\u{300}ng", "Thu\u{301}y"]), None);
        assert_eq!(detect(["Hoàng Lê Thúy", "Lò Văn Toán", "Lý Á Sín", "Hoàng Quý", "Quê", "Bế Thuỳ"]), None);
    }

    #[test]
    fn unicode_cells_of_an_old_file_stay() {
        assert_eq!(decode(Charset::Tcvn3, "Lò Văn Tám"), None);
        assert_eq!(decode(Charset::Tcvn3, "Lo Van Tam"), None);
    }

    #[test]
    fn names_typed_in_unicode_are_never_taken_for_old_ones() {
        let names = [
            "Hoàng",
            "Thúy",
            "Toán",
            "Hoà",
            "Thuý",
            "Quý",
            "Yến",
            "Khuê",
            "Oánh",
            "Toà",
            "Mai Á",
            "Lưu Ý",
            "ÁNH",
            "LÊ",
            "ÂU Á",
            "BÙI HÒA",
            "Liên Ý",
            "HUÊ",
            "THUÝ",
            "TOÁN",
            "Khoát",
        ];
        for name in names {
            assert_eq!(detect([name]), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn what_an_old_font_wrote_is_read_back(text in "[A-Z][a-zàảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]{0,6}") {
            let old = encode_charset(Table::Tcvn3, &text).into_owned();
            prop_assume!(capitals(&old) < 2);
            prop_assert_eq!(tcvn3(&old), text.clone());
        }

        #[test]
        fn any_text_can_be_judged(text in "\\PC{0,12}|[¡-ÿa-zA-Z ]{0,12}") {
            detect([text.as_str()]);
            let _ = decode(Charset::Tcvn3, &text);
            let _ = decode(Charset::Vni, &text);
            let _ = familiar(&text);
        }
    }
}
