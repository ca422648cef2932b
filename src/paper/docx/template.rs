//! An office's own DOCX with places like `{{so}}`: what they are called, and the file with them filled. Only words are
//! changed; whatever else the file holds stays as it is.
use super::super::block::Block;
use super::super::{Lie, Paper, PaperError};
use super::pack;

/// What a place is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filling {
    /// Words; `\n` breaks the line.
    Words(String),
    /// Paragraphs and tables. The place must stand in a paragraph of its own.
    Blocks(Vec<Block>),
}

/// A place of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What stands between the braces.
    pub name: String,
    /// Whether it stands in paragraphs of its own only, so that paragraphs can take its place.
    pub alone: bool,
}

/// The places of a template, each once, in the order of reading: main text, then headers and footers.
///
/// # Errors
/// [`PaperError::Docx`] if the file is no DOCX.
pub fn places(bytes: &[u8]) -> Result<Vec<Place>, PaperError> {
    let mut found: Vec<Place> = Vec::new();
    let parts = pack::parts(bytes)?;
    if !parts.iter().any(|(name, _)| name == MAIN) {
        return Err(PaperError::Docx(MAIN.to_owned()));
    }
    let mut texts: Vec<&pack::Part> = parts.iter().filter(|(name, _)| is_text(name)).collect();
    texts.sort_by_key(|(name, _)| name != MAIN);
    for (_, content) in texts {
        for paragraph in paragraphs(&String::from_utf8_lossy(content)) {
            let text = paragraph.text();
            for (from, to, name) in marks(&text) {
                let alone = text.trim().len() == to - from;
                match found.iter_mut().find(|place| place.name == name) {
                    Some(place) => place.alone &= alone,
                    None => found.push(Place { name, alone }),
                }
            }
        }
    }
    Ok(found)
}

/// The file of a template with its places filled; those that get nothing stay as they are.
///
/// # Errors
/// [`PaperError::Docx`] if the file is no DOCX, or cannot be packed again.
pub fn fill(bytes: &[u8], filling: impl Fn(&str) -> Option<Filling>) -> Result<Vec<u8>, PaperError> {
    let mut parts = pack::parts(bytes)?;
    for (name, content) in &mut parts {
        if is_text(name)
            && let Ok(xml) = std::str::from_utf8(content)
        {
            *content = filled(xml, &filling)?.into_bytes();
        }
    }
    pack::packed(&parts)
}

/// A paper as a file in which some of its words are others: its places, where the paper had made one line of several.
///
/// # Errors
/// [`PaperError::Docx`] if it cannot be packed.
pub fn begun(paper: &Paper, swaps: &[(String, String)]) -> Result<Vec<u8>, PaperError> {
    let mut parts = pack::parts(&super::render(paper)?)?;
    for (name, content) in &mut parts {
        if name == MAIN {
            let xml = String::from_utf8_lossy(content).into_owned();
            let swapped =
                |xml: String, (words, place): &(String, String)| xml.replace(&escaped(words), &escaped(place));
            *content = swaps.iter().fold(xml, swapped).into_bytes();
        }
    }
    pack::packed(&parts)
}

const MAIN: &str = "word/document.xml";

/// Whether a part holds text that people read.
fn is_text(name: &str) -> bool {
    let file = name.strip_prefix("word/").unwrap_or_default();
    let text = ["document", "header", "footer", "footnotes", "endnotes"].iter().any(|kind| file.starts_with(kind));
    text && file.ends_with(".xml") && !file.contains('/')
}

/// Words of a paragraph that stand in one element: where the element stands in the XML, and what it says.
struct Piece {
    from: usize,
    to: usize,
    text: String,
}

/// A paragraph: where its element stands, and its words.
struct Paragraph {
    from: usize,
    to: usize,
    pieces: Vec<Piece>,
}

impl Paragraph {
    fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// The paragraphs of a part that have words. One inside another, as in a text box, stands for itself; the outer one then
/// ends where the inner begins and goes on after it.
fn paragraphs(xml: &str) -> Vec<Paragraph> {
    let mut all = Vec::new();
    // The paragraphs that are open, from the outermost.
    let mut open: Vec<Paragraph> = Vec::new();
    let mut at = 0;
    while let Some(start) = xml.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let Some(end) = xml.get(start..).and_then(|rest| rest.find('>')).map(|found| start + found + 1) else { break };
        let tag = xml.get(start + 1..end - 1).unwrap_or_default();
        let name = tag.split([' ', '/', '\t', '\n', '\r']).next().unwrap_or_default();
        at = end;
        match name {
            "w:p" if !tag.ends_with('/') => open.push(Paragraph { from: start, to: end, pieces: Vec::new() }),
            "" if tag == "/w:p" => {
                if let Some(mut paragraph) = open.pop() {
                    paragraph.to = end;
                    all.push(paragraph);
                }
            }
            "w:t" if !tag.ends_with('/') => {
                let Some(close) = xml.get(end..).and_then(|rest| rest.find("</w:t>")).map(|found| end + found) else {
                    break;
                };
                let text = unescaped(xml.get(end..close).unwrap_or_default());
                at = close + "</w:t>".len();
                if let Some(paragraph) = open.last_mut() {
                    paragraph.pieces.push(Piece { from: start, to: at, text });
                }
            }
            _ => {}
        }
    }
    all.retain(|paragraph| !paragraph.pieces.is_empty());
    all
}

/// The places of a text: from which byte to which, and what each is called.
fn marks(text: &str) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("{{")).map(|n| at + n) {
        let Some(close) = text.get(open..).and_then(|rest| rest.find("}}")).map(|n| open + n) else { break };
        // The innermost braces count.
        let open = text.get(..close).and_then(|before| before.rfind("{{")).unwrap_or(open);
        let name = text.get(open + 2..close).unwrap_or_default().trim();
        if !name.is_empty() {
            found.push((open, close + 2, name.to_owned()));
        }
        at = close + 2;
    }
    found
}

/// A part with its places filled.
fn filled(xml: &str, filling: &impl Fn(&str) -> Option<Filling>) -> Result<String, PaperError> {
    // From which byte to which of the XML, and what stands there instead.
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for paragraph in paragraphs(xml) {
        let text = paragraph.text();
        let places = marks(&text);
        let alone = |mark: &(usize, usize, String)| text.trim().len() == mark.1 - mark.0;
        if let [mark] = places.as_slice()
            && alone(mark)
            && let Some(Filling::Blocks(blocks)) = filling(&mark.2)
        {
            edits.push(instead(xml, &paragraph, &blocks)?);
            continue;
        }
        let mut words: Vec<(usize, usize, String)> = Vec::new();
        for (from, to, name) in places {
            if let Some(Filling::Words(value)) = filling(&name) {
                words.push((from, to, value));
            }
        }
        if !words.is_empty() {
            edits.extend(rewritten(&paragraph, &words));
        }
    }
    edits.sort_by_key(|(from, ..)| *from);
    let mut out = String::with_capacity(xml.len());
    let mut at = 0;
    for (from, to, text) in edits {
        out.push_str(xml.get(at..from).unwrap_or_default());
        out.push_str(&text);
        at = to.max(at);
    }
    out.push_str(xml.get(at..).unwrap_or_default());
    Ok(out)
}

/// Blocks in the place of a paragraph. A paragraph that ends a section stays, without its words.
fn instead(xml: &str, paragraph: &Paragraph, blocks: &[Block]) -> Result<(usize, usize, String), PaperError> {
    let whole = xml.get(paragraph.from..paragraph.to).unwrap_or_default();
    let mut made = super::fragment(blocks, lie_of(xml, paragraph.from))?;
    if made.is_empty() || whole.contains("<w:sectPr") {
        let mut kept = String::new();
        let mut at = paragraph.from;
        for piece in &paragraph.pieces {
            kept.push_str(xml.get(at..piece.from).unwrap_or_default());
            at = piece.to;
        }
        kept.push_str(xml.get(at..paragraph.to).unwrap_or_default());
        made.push_str(&kept);
    }
    Ok((paragraph.from, paragraph.to, made))
}

/// How the page of a place in a part lies: its section is told where it ends.
fn lie_of(xml: &str, at: usize) -> Lie {
    let page = xml.get(at..).and_then(|rest| rest.split_once("<w:pgSz ")).and_then(|(_, rest)| rest.split_once('>'));
    if page.is_some_and(|(told, _)| told.contains("w:orient=\"landscape\"")) { Lie::Landscape } else { Lie::Portrait }
}

/// The words of a paragraph with values in their places: a value stands where its place began, in that place's style;
/// `words` says from which byte to which of the paragraph's text, and the value.
fn rewritten(paragraph: &Paragraph, words: &[(usize, usize, String)]) -> Vec<(usize, usize, String)> {
    let mut edits = Vec::new();
    let mut begin = 0;
    for piece in &paragraph.pieces {
        let end = begin + piece.text.len();
        if words.iter().any(|(from, to, _)| *from < end && *to > begin) {
            let mut text = String::new();
            let mut at = begin;
            for (from, to, value) in words.iter().filter(|(from, to, _)| *from < end && *to > begin) {
                let kept = at.max(begin)..(*from).clamp(at, end);
                text.push_str(piece.text.get(kept.start - begin..kept.end - begin).unwrap_or_default());
                if *from >= begin {
                    text.push_str(value);
                }
                at = (*to).min(end);
            }
            text.push_str(piece.text.get(at - begin..).unwrap_or_default());
            edits.push((piece.from, piece.to, element(&text)));
        }
        begin = end;
    }
    edits
}

/// Words as elements of a run; a line break is one of its own.
fn element(text: &str) -> String {
    let lines = text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)));
    lines.collect::<Vec<_>>().join("<w:br/>")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' => out.push(' '),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => out.push(sign),
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once(';').filter(|(name, _)| name.len() < 10) else {
            out.push('&');
            rest = after;
            continue;
        };
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        match (name, number.and_then(char::from_u32)) {
            (_, Some(sign)) => out.push(sign),
            ("amp", _) => out.push('&'),
            ("lt", _) => out.push('<'),
            ("gt", _) => out.push('>'),
            ("quot", _) => out.push('"'),
            ("apos", _) => out.push('\''),
            _ => {
                out.push('&');
                rest = after;
                continue;
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
