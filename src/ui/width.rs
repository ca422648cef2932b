//! Text in terminal cells: display widths, cut at a character as the user sees it.
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text cut to a number of cells, with `…` where something is missing.
#[must_use]
pub fn cut(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for piece in text.graphemes(true) {
        let wide = piece.width();
        if used + wide + 1 > cells {
            break;
        }
        out.push_str(piece);
        used += wide;
    }
    if cells > 0 {
        out.push('…');
    }
    out
}

/// A text cut or filled with spaces to exactly a number of cells.
#[must_use]
pub fn fit(text: &str, cells: usize) -> String {
    let wide = text.width();
    let mut out = if wide > cells { cut(text, cells) } else { text.to_owned() };
    let used = if wide > cells { out.width() } else { wide };
    out.extend(std::iter::repeat_n(' ', cells.saturating_sub(used)));
    out
}

/// Like [`fit`], set to the right.
#[must_use]
pub fn fit_right(text: &str, cells: usize) -> String {
    let out = cut(text, cells);
    let used = out.width();
    format!("{}{out}", " ".repeat(cells.saturating_sub(used)))
}

/// A text broken into lines of at most a number of cells, at spaces where it can be; line breaks are kept.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for word in part.split_inclusive(' ') {
            if line.width() + word.trim_end().width() > cells && !line.is_empty() {
                lines.push(line.trim_end().to_owned());
                line.clear();
            }
            if word.trim_end().width() > cells {
                for piece in word.graphemes(true) {
                    if line.width() + piece.width() > cells {
                        lines.push(std::mem::take(&mut line));
                    }
                    line.push_str(piece);
                }
            } else {
                line.push_str(word);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The same text whose points ("  • …") stand out: what goes on of one stands under its words.
#[must_use]
pub fn hang(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let point = part.split_once("• ").filter(|(before, _)| before.trim().is_empty());
        let Some((before, words)) = point.filter(|(before, _)| (before.len() + 2) * 2 <= cells) else {
            lines.extend(wrap(part, cells));
            continue;
        };
        let lead = before.len() + 2;
        let (mark, blank) = (format!("{before}• "), " ".repeat(lead));
        let wrapped = wrap(words, cells - lead).into_iter().enumerate();
        lines.extend(wrapped.map(|(at, line)| format!("{}{line}", if at == 0 { &mark } else { &blank })));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_stands_out() {
        assert_eq!(hang("Còn:\n  • một hai ba bốn", 14), ["Còn:", "  • một hai ba", "    bốn"]);
        assert_eq!(hang("  • một", 3), wrap("  • một", 3));
    }

    #[test]
    fn vietnamese_is_cut_between_characters() {
        assert_eq!(cut("Nguyễn", 6), "Nguyễn");
        assert_eq!(cut("Nguyễn Thị", 7), "Nguyễn…");
        assert_eq!(cut("Nguye\u{302}\u{303}n Thị", 6), "Nguye\u{302}\u{303}…");
        assert_eq!(cut("ab", 0), "");
        assert_eq!(fit("Đông", 6), "Đông  ");
        assert_eq!(fit_right("1.000", 7), "  1.000");
    }

    #[test]
    fn lines_break_at_spaces_and_no_word_is_lost() {
        assert_eq!(wrap("một hai ba", 7), ["một hai", "ba"]);
        assert_eq!(wrap("một hai.", 7), ["một", "hai."]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
    }
}
