//! Lines cut, centred and put side by side by their width on the screen.
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A text in lines of at most `width` cells, with one indent for its first line and another for the rest. A word wider
/// than a line is cut; a line break in the text begins a new line. An empty text makes no line.
pub(super) fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.lines() {
        let mut line = if lines.is_empty() { first.to_owned() } else { rest.to_owned() };
        let mut fresh = true;
        for word in part.split(' ').map(clean) {
            if !fresh && line.width() + 1 + word.width() > width {
                lines.push(std::mem::replace(&mut line, rest.to_owned()));
                fresh = true;
            }
            if !fresh {
                line.push(' ');
            }
            fresh = false;
            for letter in word.graphemes(true) {
                if line.width() + letter.width() > width && line.width() > rest.width() {
                    lines.push(std::mem::replace(&mut line, rest.to_owned()));
                }
                line.push_str(letter);
            }
        }
        lines.push(line);
    }
    lines
}

/// A text in centred lines.
pub(super) fn centred(text: &str, width: usize) -> Vec<String> {
    let middle = |line: String| format!("{}{line}", " ".repeat(width.saturating_sub(line.width()) / 2));
    wrapped(text, width, "", "").into_iter().map(middle).collect()
}

/// Columns of lines beside each other; each is as wide as said, and its lines are no wider.
pub(super) fn beside(columns: &[(usize, Vec<String>)]) -> Vec<String> {
    let height = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let line = |n: usize| {
        columns.iter().map(|(width, lines)| padded(lines.get(n).map_or("", String::as_str), *width)).collect()
    };
    (0..height).map(line).collect()
}

/// A line with blanks after it up to a width.
pub(super) fn padded(line: &str, width: usize) -> String {
    format!("{line}{}", " ".repeat(width.saturating_sub(line.width())))
}

/// Without control characters: a text in a record must not steer the terminal.
fn clean(word: &str) -> String {
    word.chars().filter(|letter| !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_by_width_on_the_screen() {
        assert_eq!(wrapped("Chăm sóc trẻ em", 9, "", " "), ["Chăm sóc", " trẻ em"]);
        assert_eq!(wrapped("ngoằnngoèo", 4, "", ""), ["ngoằ", "nngo", "èo"]);
        assert_eq!(wrapped("a\nb\u{1b}[2J", 9, "-", "+"), ["-a", "+b[2J"]);
        assert!(wrapped("", 9, "", "").is_empty());
    }

    #[test]
    fn blanks_inside_a_line_are_kept() {
        assert_eq!(wrapped("Số:      /BC", 20, "", ""), ["Số:      /BC"]);
    }

    #[test]
    fn columns_stand_beside_each_other() {
        let left = vec!["ờ".to_owned()];
        let right = vec!["x".to_owned(), "y".to_owned()];
        assert_eq!(beside(&[(3, left), (2, right)]), ["ờ  x ", "   y "]);
    }
}
