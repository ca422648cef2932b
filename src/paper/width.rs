//! How wide a line of Times New Roman is, in twips (1/20 point). Rules, columns and balanced titles need it; the
//! figures hold for every font with the same metrics, as Liberation Serif.
use unicode_normalization::char::decompose_canonical;

/// Weight of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Bold,
}

/// Advances of the characters from space to tilde, in thousandths of the size.
const PLAIN: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];

/// The mark that makes ơ and ư of o and u.
const HORN: char = '\u{31b}';

/// The width of one line in twips, at a size in points.
pub(super) fn of(text: &str, points: u32, weight: Weight) -> u32 {
    let mut thousandths = 0;
    let mut base = ' ';
    for letter in text.chars() {
        decompose_canonical(letter, |part| {
            thousandths += if part == HORN { horn(base, weight) } else { advance(part, weight) };
            base = part;
        });
    }
    thousandths * points * 20 / 1000
}

/// The widest word in twips: no column may be narrower.
pub(super) fn of_widest_word(text: &str, points: u32, weight: Weight) -> u32 {
    text.split_whitespace().map(|word| of(word, points, weight)).max().unwrap_or(0)
}

/// Words that begin a new part of a title: a line is better cut before one of them than inside "giáo dục".
const JOINTS: [&str; 20] = [
    "và", "của", "về", "cho", "theo", "tại", "trên", "trong", "ở", "để", "với", "cùng", "từ", "đến", "nhân", "năm",
    "ngày", "đối", "do", "dành",
];

/// The measure, at most `limit` twips, that makes the lines of a centred title even and cuts them at joints: it takes
/// no more lines than `limit` does. Of the measures that cut the fewest compounds it is the narrowest.
pub(super) fn balanced(text: &str, points: u32, weight: Weight, limit: u32) -> u32 {
    let count = lines(text, points, weight, limit);
    if count < 2 {
        return limit;
    }
    let measures = (0..).map(|n| limit.saturating_sub(40 * n)).take_while(|measure| *measure > 400);
    let even = measures.take_while(|measure| lines(text, points, weight, *measure) == count);
    // A word processor that rounds otherwise must cut the same lines, so nothing may hang on a point.
    let sure = even.filter(|measure| {
        let cut = |measure| starts(text, points, weight, measure);
        cut(measure - 20) == cut(*measure) && cut(measure + 20) == cut(*measure)
    });
    let best = sure.map(|measure| (rough(text, &starts(text, points, weight, measure)), measure)).min();
    best.map_or(limit, |(_, measure)| measure)
}

/// The longest line of a centred title whose lines are even in a measure, in twips.
pub(super) fn longest(text: &str, points: u32, weight: Weight, measure: u32) -> u32 {
    let words: Vec<&str> = text.split_whitespace().collect();
    let even = balanced(text, points, weight, measure);
    let mut begun = vec![0];
    begun.extend(starts(text, points, weight, even));
    begun.push(words.len());
    let line = |pair: &[usize]| match pair {
        [from, to] => of(&words.get(*from..*to).unwrap_or_default().join(" "), points, weight),
        _ => 0,
    };
    begun.windows(2).map(line).max().unwrap_or(0)
}

/// How many of the lines that begin with these words are cut where no joint is.
fn rough(text: &str, starts: &[usize]) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joint = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
        let next = words.get(*at).map(|word| word.to_lowercase()).unwrap_or_default();
        before.ends_with([',', ';', ':', ')', '–', '-']) || next.starts_with('(') || JOINTS.contains(&next.as_str())
    };
    starts.iter().filter(|at| !joint(at)).count()
}

/// How many lines a text takes in a measure in twips.
pub(super) fn lines(text: &str, points: u32, weight: Weight, measure: u32) -> u32 {
    1 + u32::try_from(starts(text, points, weight, measure).len()).unwrap_or(u32::MAX - 1)
}

/// The words that begin the second and later lines of a text in a measure in twips.
fn starts(text: &str, points: u32, weight: Weight, measure: u32) -> Vec<usize> {
    let space = of(" ", points, weight);
    let mut starts = Vec::new();
    let mut used = 0;
    for (at, word) in text.split_whitespace().enumerate() {
        let wide = of(word, points, weight);
        if used > 0 && used + space + wide > measure {
            starts.push(at);
            used = wide;
        } else {
            used += if used > 0 { space + wide } else { wide };
        }
    }
    starts
}

/// What the horn adds to a letter.
const fn horn(base: char, weight: Weight) -> u32 {
    match (base, weight) {
        ('o', Weight::Plain) => 29,
        ('u', Weight::Plain) => 42,
        ('u', Weight::Bold) => 44,
        ('o', Weight::Bold) | ('U', Weight::Plain) => 54,
        ('U', Weight::Bold) => 74,
        _ => 0,
    }
}

fn advance(letter: char, weight: Weight) -> u32 {
    let table = if weight == Weight::Bold { &BOLD } else { &PLAIN };
    let ascii = |c: char| u32::from(table[c as usize - 32]);
    match letter {
        ' '..='~' => ascii(letter),
        'đ' => ascii('d'),
        'Đ' => ascii('D'),
        '\u{300}'..='\u{36f}' => 0,
        '—' | '…' => 1000,
        '“' | '”' => ascii('a'),
        _ => 500,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_lines_have_the_width_of_the_font() {
        // Measured in the font itself: 5,007 and 3,183 twips.
        let nation = of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, Weight::Bold);
        let motto = of("Độc lập - Tự do - Hạnh phúc", 13, Weight::Bold);
        assert!((4990..5030).contains(&nation), "{nation}");
        assert!((3170..3195).contains(&motto), "{motto}");
    }

    #[test]
    fn a_title_is_cut_into_even_lines() {
        let title = "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG";
        let measure = balanced(title, 12, Weight::Bold, 3700);
        assert!(measure >= of("SỞ NÔNG NGHIỆP", 12, Weight::Bold), "{measure}");
        assert!(measure < of("SỞ NÔNG NGHIỆP VÀ MÔI", 12, Weight::Bold), "{measure}");
        assert_eq!(balanced("SỞ Y TẾ", 12, Weight::Bold, 3700), 3700);
    }

    #[test]
    fn a_title_is_cut_before_a_joint_and_not_inside_a_compound() {
        let title = "Kết quả thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em 6 tháng đầu năm 2026";
        let measure = balanced(title, 14, Weight::Bold, 9355);
        let words: Vec<&str> = title.split(' ').collect();
        let begun: Vec<&str> = starts(title, 14, Weight::Bold, measure).into_iter().map(|at| words[at]).collect();
        assert_eq!(begun, ["và"], "{measure}");
    }
}
