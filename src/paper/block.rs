//! The pieces of a body: headings, paragraphs, bullets, tables.
use super::{Picture, Table};
use serde::{Deserialize, Serialize};

/// The mark that ends an official paper.
pub(super) const END: &str = "./.";

/// Part of a paragraph in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The words; `\n` breaks the line.
    pub text: String,
    /// How they are set.
    pub style: Style,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// Upright.
    #[default]
    Plain,
    /// Bold.
    Bold,
    /// Italic, as the lines of "Căn cứ".
    Italic,
    /// Bold italic.
    BoldItalic,
}

impl Span {
    /// Upright words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Plain }
    }

    /// Bold words.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Bold }
    }

    /// Italic words.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::Italic }
    }
}

/// The depth of a heading (Phụ lục I, mục II.6 of Nghị định 30/2020).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// "I. …" in bold capitals.
    Part,
    /// "1. …" in bold.
    Item,
    /// "a) …" upright.
    Point,
}

impl Level {
    /// The mark of the `n`th heading of a level, from 1: "IV.", "4." or "d)", in the Vietnamese order of letters.
    #[must_use]
    pub fn mark(self, n: usize) -> String {
        match self {
            Self::Part => format!("{}.", roman(n)),
            Self::Item => format!("{n}."),
            Self::Point => {
                let letters: Vec<char> = "abcdđeghiklmnopqrstuvxy".chars().collect();
                letters.get(n.wrapping_sub(1)).map_or_else(|| format!("{n})"), |letter| format!("{letter})"))
            }
        }
    }
}

/// A piece of a body, in the order of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading with its mark, as "1. Công tác tuyên truyền"; a part is printed in capitals.
    Heading(Level, String),
    /// A paragraph with its first line indented, justified but where it has dots to be written on.
    Paragraph(Vec<Span>),
    /// A centred line.
    Centred(Vec<Span>),
    /// A centred line in bold letters of so many points, to be read from afar.
    Poster(String, u32),
    /// A paragraph that begins with a dash, which is added in print.
    Bullet(Vec<Span>),
    /// A table.
    Table(Table),
    /// A photo in the middle, on the page of what follows: its caption.
    Picture(Picture),
    /// What follows begins a new page.
    PageBreak,
}

/// The words before the dots that a text ends with, if somebody is to write there: the dots reach to the line's end.
pub(super) fn before_dots(text: &str) -> Option<&str> {
    let words = text.trim_end_matches('…');
    (text.chars().count() - words.chars().count() >= 4).then_some(words)
}

/// Whether a block is the sentence that closes a table at the end of a body: it and the table's end stand on the page of
/// the signatures, which are not to stand there alone.
pub(super) fn is_closing(blocks: &[Block], at: usize) -> bool {
    at + 1 == blocks.len()
        && matches!(blocks.get(at), Some(Block::Paragraph(_)))
        && at.checked_sub(1).is_some_and(|before| matches!(blocks.get(before), Some(Block::Table(_))))
}

/// Whether a paragraph has room for somebody's hand: its dots are not to stretch the words before them.
pub(super) fn is_filled_in(spans: &[Span]) -> bool {
    spans.iter().any(|span| span.text.contains("……"))
}

impl Block {
    /// A paragraph of upright words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Span::plain(text)])
    }

    /// A paragraph of italic words: a "Căn cứ" line, a note.
    pub fn italic(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Span::italic(text)])
    }

    /// A bullet of upright words.
    pub fn bullet(text: impl Into<String>) -> Self {
        Self::Bullet(vec![Span::plain(text)])
    }

    /// Puts the end mark after the words, in the place of a stop. `false` where the block has no words to end.
    pub(super) fn end(&mut self) -> bool {
        let text = match self {
            Self::Paragraph(spans) | Self::Bullet(spans) => match spans.last_mut() {
                Some(span) => &mut span.text,
                None => return false,
            },
            Self::Heading(_, text) => text,
            Self::Centred(_) | Self::Poster(..) | Self::Table(_) | Self::Picture(_) | Self::PageBreak => return false,
        };
        let bare = text.trim_end();
        let bare = bare.strip_suffix(END).unwrap_or(bare).trim_end_matches(['.', ';', ' ']);
        *text = format!("{bare}{END}");
        true
    }
}

/// A Roman numeral, from 1.
#[must_use]
pub fn roman(n: usize) -> String {
    const PARTS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = n;
    let mut out = String::new();
    for (worth, letters) in PARTS {
        while rest >= worth {
            out.push_str(letters);
            rest -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_follow_the_decree() {
        assert_eq!([1, 4, 9, 14, 40].map(roman), ["I", "IV", "IX", "XIV", "XL"]);
        assert_eq!((1..=6).map(|n| Level::Point.mark(n)).collect::<String>(), "a)b)c)d)đ)e)");
        assert_eq!(Level::Point.mark(99), "99)");
        assert_eq!(Level::Item.mark(3), "3.");
    }
}
