//! A plan as text, told apart line by line: letterhead, title, grounds, clauses with their depth, recipients, signer.
//! Nothing is lost: the lines of an outline are those of its text.
pub mod guess;
mod mark;
mod part;

use crate::domain::clean::clean;
use crate::domain::code;
pub use part::Part;

/// A line of a plan, or several that are one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub part: Part,
    /// How deep a clause stands, from 0; 0 for all else.
    pub depth: usize,
    /// The mark that a clause begins with: "II.", "1.1.", "a)", "-", "Điều 3."; mostly blank for all else.
    pub mark: String,
    /// The words after the mark; a paragraph that was broken keeps its lines.
    pub words: String,
}

impl Entry {
    /// The entry as its lines in the text.
    #[must_use]
    pub fn text(&self) -> String {
        [self.mark.as_str(), self.words.as_str()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The words as one line, for a list or a name.
    #[must_use]
    pub fn flat(&self) -> String {
        clean(&self.words.replace('\n', " "))
    }
}

/// A text of one paragraph is taken for a heading if it is no longer than this, in letters, and does not end as a
/// sentence does.
const HEADING: usize = 120;

/// A line this long, in letters, may have been broken by the width of a page.
const BROKEN: usize = 60;

/// Tells a plan's text apart.
#[must_use]
pub fn read(text: &str) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    let mut open: Vec<u8> = Vec::new();
    let mut gap = true;
    let has_title = text.lines().take(40).any(part::is_title);
    let mut here = if has_title { Part::Letterhead } else { Part::Ground };
    for line in text.lines() {
        let line = clean(line);
        if line.is_empty() {
            gap = true;
            continue;
        }
        let before = all.last();
        here = part::next(here, before, &line, gap);
        if here == Part::Clause {
            let (mark, words) = mark::split(&line);
            if mark.is_empty() && before.is_some_and(|it| it.part == Part::Clause && goes_on(it, words, gap)) {
                join(&mut all, words);
            } else {
                let rank = mark::rank(mark, words);
                while open.last().is_some_and(|above| *above >= rank) {
                    open.pop();
                }
                let depth = open.len();
                open.push(rank);
                all.push(Entry { part: here, depth, mark: mark.to_owned(), words: words.to_owned() });
            }
        } else if before.is_some_and(|it| it.part == here && here == Part::Ground && goes_on(it, &line, gap)) {
            join(&mut all, &line);
        } else {
            let (mark, words) = if here == Part::Recipient { mark::split(&line) } else { ("", line.as_str()) };
            all.push(Entry { part: here, depth: 0, mark: mark.to_owned(), words: words.to_owned() });
        }
        gap = false;
    }
    all
}

/// The lines of an outline, in their order.
#[must_use]
pub fn lines(all: &[Entry]) -> Vec<String> {
    all.iter().flat_map(|entry| entry.text().lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The codes of the clauses, "II.1.a", beside the entries in their order; blank for all else. A mark gives its own part
/// of the code; what has none, or a dash, is lettered among its brothers.
#[must_use]
pub fn codes(all: &[Entry]) -> Vec<String> {
    let mut codes = Vec::with_capacity(all.len());
    // The code at each depth, and how many unmarked brothers stand there.
    let mut above: Vec<(String, u32)> = Vec::new();
    let mut top = 0;
    for entry in all {
        if entry.part != Part::Clause {
            codes.push(String::new());
            continue;
        }
        above.truncate(entry.depth);
        let stem = above.last().map_or("", |(stem, _)| stem.as_str()).to_owned();
        let part = mark::part(&entry.mark).unwrap_or_else(|| {
            let count = above.last_mut().map_or(&mut top, |(_, count)| count);
            *count += 1;
            code::letter(*count).unwrap_or_else(|| count.to_string())
        });
        let code = code::under(&stem, &part);
        above.push((code.clone(), 0));
        codes.push(code);
    }
    codes
}

/// Whether a clause is only a heading: short, no sentence, and something stands under it.
#[must_use]
pub fn is_heading(all: &[Entry], at: usize) -> bool {
    let Some(entry) = all.get(at) else { return false };
    let branch = all.get(at + 1).is_some_and(|next| next.part == Part::Clause && next.depth > entry.depth);
    let sentence = entry.words.ends_with(['.', ';', '/']);
    entry.part == Part::Clause && branch && !sentence && entry.words.chars().count() <= HEADING
}

/// Whether a line without a mark goes on with the paragraph before it: it begins in lower case, or the paragraph's last
/// line was broken off by the width of a page.
fn goes_on(before: &Entry, line: &str, gap: bool) -> bool {
    let ended = before.words.ends_with(['.', ';', ':', '!', '?', '/']);
    let small = line.chars().next().is_some_and(char::is_lowercase);
    let last = before.words.lines().last().unwrap_or_default().chars().count();
    // A mark alone in its line is no paragraph that a line could go on with.
    !ended && !before.words.is_empty() && (small || !gap && last >= BROKEN)
}

fn join(all: &mut [Entry], line: &str) {
    if let Some(last) = all.last_mut() {
        last.words.push('\n');
        last.words.push_str(line);
    }
}

#[cfg(test)]
mod tests;
