use super::super::super::{Block, Paper, sample};
use super::*;

/// The words of a text in alphabetical order, without what is drawn.
fn sorted(text: &str) -> Vec<String> {
    let drawn = |c: char| "─│┌┬┐├┼┤└┴┘".contains(c);
    let mut words: Vec<String> = text.replace(drawn, " ").split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// The words that a printed page has.
fn printed(page: &Page) -> Vec<String> {
    let mut text = String::new();
    let mut end = (0.0, 0.0);
    for run in page.again.iter().chain(&page.runs) {
        let touch = (run.x - end.0).abs() < 0.6_f32 && run.y == end.1;
        // A number that was cut after its stroke is one word again.
        if !touch && !text.ends_with('/') {
            text.push(' ');
        }
        text.push_str(&run.text);
        end = (run.x + run.width, run.y);
    }
    sorted(&text)
}

#[test]
fn a_page_has_the_words_of_the_printed_page_in_lines_that_fit() {
    for paper in [sample::report(), sample::letter()] {
        for width in [78, 118] {
            let shown = pages(&paper, width);
            let print = pdf::layout(&paper);
            assert_eq!(shown.len(), print.len());
            for (lines, page) in shown.iter().zip(&print) {
                assert_eq!(sorted(&lines.join("\n")), printed(page), "{}", lines.join("\n"));
                assert!(lines.iter().all(|line| line.width() <= width), "{}", lines.join("\n"));
            }
        }
    }
}

#[test]
fn a_narrow_page_still_has_every_letter() {
    let letters = |words: &[String]| {
        let mut all: Vec<char> = words.concat().chars().collect();
        all.sort_unstable();
        all
    };
    for (lines, page) in pages(&sample::report(), 40).iter().zip(&pdf::layout(&sample::report())) {
        assert_eq!(letters(&sorted(&lines.join("\n"))), letters(&printed(page)));
        assert!(lines.iter().all(|line| line.width() <= 40));
    }
}

#[test]
fn heads_are_centred_numbers_stand_on_top_and_tables_are_drawn() {
    let shown = pages(&sample::report(), 78);
    let middle = |page: usize, words: &str| {
        let line = shown[page]
            .iter()
            .find(|line| line.trim() == words)
            .unwrap_or_else(|| panic!("{words}\n{}", shown[page].join("\n")));
        let before = line.width() - line.trim_start().width();
        before + line.trim().width() / 2
    };
    assert!((37..=41).contains(&middle(0, "BÁO CÁO")), "{}", middle(0, "BÁO CÁO"));
    assert!((37..=41).contains(&middle(1, "2")));
    assert_eq!(shown[1][0].trim(), "2");
    let first = shown[0].join("\n");
    assert!(first.lines().next().unwrap().contains("UBND TỈNH LẠNG SƠN"), "{first}");
    assert!(first.lines().next().unwrap().contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "{first}");
    let all = shown.concat().join("\n");
    assert!(all.contains("┌") && all.contains("┼") && all.contains("└"), "{all}");
    // The rows of a table keep their borders under each other.
    for page in &shown {
        let bars = |line: &String| line.chars().filter(|c| "│├┌└".contains(*c)).count();
        assert!(page.iter().filter(|line| line.starts_with('│')).all(|line| line.ends_with('│') && bars(line) > 1));
    }
}

#[test]
fn what_steers_a_terminal_is_not_shown() {
    let paper = Paper { body: vec![Block::text("a\u{1b}[31mb")], ..Paper::default() };
    assert_eq!(pages(&paper, 78)[0], ["      a[31mb"]);
    assert_eq!(pages(&Paper::default(), 78), [Vec::<String>::new()]);
}
