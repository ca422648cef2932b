//! The marks that lines of a plan begin with, and how deep each kind of mark stands under the others.
use crate::domain::code::of_roman;
use crate::domain::fold::fold;

/// The words that count parts of a paper, without marks, from the outermost.
const NAMED: [(&str, u8); 4] = [("phan", 0), ("chuong", 1), ("muc", 1), ("dieu", 4)];

/// Bullets: of the first depth, and under those.
const BULLETS: [(&[char], u8); 2] = [(&['-', '–', '—', '•', '●', '*'], 22), (&['+', 'o', '○', '◦', '▪'], 24)];

/// Splits a line into its mark and its words: "1.1. Việc" into "1.1." and "Việc". The mark is blank if there is none.
pub fn split(line: &str) -> (&str, &str) {
    let word_end = line.find(' ').unwrap_or(line.len());
    let (first, rest) = line.split_at(word_end);
    let rest = rest.trim_start();
    if is_bullet(first) && !rest.is_empty() || counted(first) {
        return (first, rest);
    }
    // "-Việc" without its space.
    let dash = first.chars().next().filter(|c| matches!(c, '-' | '–' | '•' | '+'));
    if let Some(dash) = dash.filter(|dash| first.chars().nth(1).is_some_and(char::is_alphabetic) && *dash != '+') {
        return line.split_at(dash.len_utf8());
    }
    // "Điều 3. Việc", "Phần thứ nhất".
    if let Some(end) = named(line) {
        let (mark, rest) = line.split_at(end);
        return (mark, rest.trim_start());
    }
    ("", line)
}

/// How deep a clause with a mark stands: one goes under the last one of a smaller rank.
pub fn rank(mark: &str, words: &str) -> u8 {
    let bare = mark.trim_end_matches(['.', ')', ':', '/']);
    if mark.is_empty() {
        // What ends in a colon has the dashes after it under it.
        return if words.ends_with(':') { 21 } else { 22 };
    }
    if let Some((_, rank)) = BULLETS.iter().find(|(all, _)| bare.chars().all(|c| all.contains(&c)) && !bare.is_empty())
    {
        return *rank;
    }
    let folded = fold(bare);
    if let Some((_, rank)) = NAMED.iter().find(|(word, _)| folded.starts_with(&format!("{word} "))) {
        return *rank;
    }
    if of_roman(bare).is_some() {
        return 2;
    }
    if bare.starts_with(|c: char| c.is_ascii_digit()) {
        let parts = u8::try_from(bare.split('.').count()).unwrap_or(9).min(9);
        return if mark.ends_with(')') { 19 } else { 5 + parts };
    }
    if bare.chars().all(char::is_uppercase) { 1 } else { 20 }
}

/// What a mark gives to its clause's code; `None` for bullets and for no mark.
pub fn part(mark: &str) -> Option<String> {
    let bare = mark.trim_end_matches(['.', ')', ':', '/']);
    let counts = bare.chars().any(char::is_alphanumeric) && !is_bullet(mark);
    // Of "1.1" the last part counts: the first is its parent's.
    counts.then(|| bare.rsplit('.').next().unwrap_or(bare).to_owned())
}

fn is_bullet(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some(one), None) if BULLETS.iter().any(|(all, _)| all.contains(&one)))
}

/// Whether a word is "II.", "3.", "3)", "1.2", "1.2.", "a)", "đ.", "A.".
fn counted(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ')', '/']);
    let closed = bare.len() < word.len();
    let numbers = |text: &str| {
        text.split('.')
            .all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if numbers(bare) {
        // "1.2 Việc" needs no stop at its end, "3 việc" is no mark.
        return closed || bare.contains('.');
    }
    let mut letters = bare.chars();
    let one = matches!((letters.next(), letters.next()), (Some(one), None) if one.is_alphabetic());
    closed && (one || of_roman(bare).is_some())
}

/// Where "Điều 3.", "Phần II", "Phần thứ nhất" or "Chương 1" ends, if a line begins so.
fn named(line: &str) -> Option<usize> {
    let mut words = line.split_inclusive(' ');
    let first = words.next()?;
    let second = words.next()?;
    let name = fold(first);
    NAMED.iter().find(|(word, _)| *word == name)?;
    // "Mục đích" and "Phần lớn" are words of a sentence.
    let bare = second.trim_end().trim_end_matches(['.', ':']);
    if bare.bytes().all(|byte| byte.is_ascii_digit()) && !bare.is_empty() || of_roman(bare).is_some() {
        return Some((first.len() + second.trim_end().len()).min(line.len()));
    }
    let ordinal = fold(bare) == "thu";
    let third = words.next().filter(|_| ordinal)?;
    Some((first.len() + second.len() + third.trim_end().len()).min(line.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        for (line, mark) in [
            ("I. MỤC ĐÍCH", "I."),
            ("1. Công tác", "1."),
            ("1.1. Việc", "1.1."),
            ("1.1 Việc", "1.1"),
            ("a) Việc", "a)"),
            ("đ. Việc", "đ."),
            ("2) Việc", "2)"),
            ("- Việc", "-"),
            ("-Việc", "-"),
            ("+ Việc", "+"),
            ("• Việc", "•"),
            ("Điều 3. Việc", "Điều 3."),
            ("Phần II TỔ CHỨC", "Phần II"),
            ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT"),
            ("Mục đích, yêu cầu", ""),
            ("Phần lớn các cháu", ""),
            ("01/6 là ngày Quốc tế Thiếu nhi", ""),
            ("2020 là năm đầu", ""),
            ("15 cháu được tặng quà", ""),
            ("Tháng 6. Phát động", ""),
            ("-10 ngày", ""),
        ] {
            let (found, words) = split(line);
            assert_eq!(found, mark, "{line}");
            assert!(line.ends_with(words), "{line}");
        }
    }

    #[test]
    fn deeper_marks_have_larger_ranks() {
        let order = ["Phần II", "A.", "II.", "Điều 3.", "1.", "1.1.", "1.1.1.", "1)", "a)", "-", "+"];
        let ranks: Vec<u8> = order.iter().map(|mark| rank(mark, "Việc")).collect();
        assert!(ranks.is_sorted_by(|a, b| a < b), "{ranks:?}");
        assert!(rank("", "như sau:") < rank("-", "Việc") && rank("", "Việc.") == rank("-", "Việc"));
    }

    #[test]
    fn counting_marks_give_codes() {
        let parts = ["II.", "1.2.", "đ)", "Điều 3.", "-", ""].map(part);
        let wanted = [Some("II"), Some("2"), Some("đ"), Some("Điều 3"), None, None];
        assert_eq!(parts, wanted.map(|it| it.map(str::to_owned)));
    }
}
