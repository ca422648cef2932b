//! A printed paper says what the same paper says on the screen, and a reader finds every word of it in the file.
use vitreem::domain::period::Period;
use vitreem::paper::{Paper, pdf, txt};
use vitreem::reports::consolidated;

use crate::smoke::demo_store;

/// So wide that no cell of a table is cut.
const WIDE: usize = 900;

fn half_year() -> Paper {
    consolidated::paper(&demo_store(), &Period::parse("2026-H1").unwrap()).unwrap()
}

/// The words of a text in alphabetical order, without the lines drawn in it: columns that stand beside each other are
/// read in different orders.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().filter(|word| !word.starts_with(['│', '─', '═'])).collect();
    words.sort_unstable();
    words
}

/// A number that was cut after a stroke is read as one.
fn joined(lines: &[String]) -> String {
    let mut out = String::new();
    for line in lines {
        out.push_str(line.trim());
        // Of the office's texts, only such a number ends a line with a stroke.
        if !line.trim().ends_with('/') {
            out.push('\n');
        }
    }
    out
}

#[test]
fn the_pages_of_a_report_have_the_words_of_its_text() {
    let paper = half_year();
    let mut lines: Vec<String> = Vec::new();
    let mut end = (0.0, 0.0);
    for run in pdf::layout(&paper).iter().flat_map(|page| &page.runs) {
        match lines.last_mut().filter(|_| end.1 == run.y && (run.x - end.0).abs() < 0.5_f32) {
            Some(line) => line.push_str(&run.text),
            None => lines.push(run.text.clone()),
        }
        end = (run.x + run.width, run.y);
    }
    let text = txt::render(&paper, WIDE);
    assert!(words(&text).len() > 1000);
    assert_eq!(words(&joined(&lines)), words(&text));
}

#[test]
fn the_words_of_a_file_come_out_as_they_went_in() {
    let paper = half_year();
    let bytes = pdf::render(&paper).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let pages = pdf::layout(&paper);
    assert_eq!(file.get_pages().len(), pages.len());
    for (number, page) in (1..).zip(&pages) {
        let text = file.extract_text(&[number]).unwrap();
        let meant: Vec<&str> = page.again.iter().chain(&page.runs).map(|run| run.text.as_str()).collect();
        assert_eq!(words(&text), words(&meant.join("\n")), "page {number}");
    }
}
