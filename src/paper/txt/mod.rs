//! A paper as plain text of a given width: `.txt` files and previews in the terminal.
mod pages;
mod table;
mod wrap;

use super::block::{Block, Level, Span};
use super::foot::{columns, dashed};
use super::{Annex, Foot, Head, Paper, Sign, Signer};
use crate::text::paper as text;
use unicode_width::UnicodeWidthStr;
use wrap::{beside, centred, wrapped};

pub use pages::pages;

/// The narrowest text that is still laid out in columns.
const LEAST: usize = 40;

/// A paper as lines of at most `width` terminal cells (at least 40), each ended by a line feed.
#[must_use]
pub fn render(paper: &Paper, width: usize) -> String {
    let width = width.max(LEAST);
    let lines = paper.each().enumerate().flat_map(|(n, paper)| {
        let mut lines = if n == 0 { Vec::new() } else { vec!["═".repeat(width)] };
        lines.extend(lines_of(paper, width));
        lines
    });
    lines.fold(String::new(), |out, line| out + line.trim_end() + "\n")
}

fn lines_of(paper: &Paper, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(head) = &paper.head {
        lines.extend(letterhead(head, paper, width));
        lines.push(String::new());
    }
    if let Some(kind) = &paper.kind {
        lines.extend(centred(&kind.to_uppercase(), width));
        lines.extend(centred(&paper.subject, width * 4 / 5).iter().map(|line| middle(line, width, width * 4 / 5)));
        lines.extend(centred(&"─".repeat(width / 5), width));
        lines.push(String::new());
    }
    lines.extend(addressees(&paper.addressee, width));
    lines.extend(body(&paper.ended_body(), width));
    lines.extend(foot(&paper.foot, width));
    for (n, annex) in paper.annexes.iter().enumerate() {
        lines.push("═".repeat(width));
        lines.extend(centred(&Annex::mark(n, paper.annexes.len()), width));
        lines.extend(centred(&annex.title.to_uppercase(), width));
        lines.extend(centred(&annex.reference, width));
        lines.push(String::new());
        lines.extend(body(&annex.blocks, width));
    }
    lines
}

fn letterhead(head: &Head, paper: &Paper, width: usize) -> Vec<String> {
    let left = (width * 2 / 5).min(width.saturating_sub(text::NATION.vi.width() + 2)).max(width / 3);
    let right = width - left;
    let agency = head.agency.to_uppercase();
    let mut issuer = centred(&head.parent.to_uppercase(), left - 2);
    issuer.extend(centred(&agency, left - 2));
    issuer.extend(centred(&"─".repeat(agency.width().min(left) * 2 / 5), left - 2));
    let mut state = centred(text::NATION.vi, right);
    state.extend(centred(text::MOTTO.vi, right));
    state.extend(centred(&"─".repeat(text::MOTTO.vi.width().min(right)), right));
    let mut lines = beside(&[(left, issuer), (right, state)]);
    let mut number = centred(&head.number_line(), left - 2);
    if paper.kind.is_none() && !paper.subject.is_empty() {
        number.extend(centred(&text::ABOUT.with([&paper.subject]).say(crate::text::Lang::Vi), left - 2));
    }
    lines.extend(beside(&[(left, number), (right, centred(&head.date_line(), right))]));
    lines
}

fn addressees(addressees: &[String], width: usize) -> Vec<String> {
    let call = format!("        {}", text::TO.vi);
    let mut lines = match addressees {
        [] => return Vec::new(),
        [one] => wrapped(&format!("{} {one}", text::TO.vi), width - 8, "", "  ")
            .iter()
            .map(|l| format!("        {l}"))
            .collect(),
        several => {
            let mut lines = vec![call.clone()];
            let indent = " ".repeat(call.width() - 1);
            lines.extend(dashed(several).iter().flat_map(|line| wrapped(line, width, &indent, &format!("{indent}  "))));
            lines
        }
    };
    lines.push(String::new());
    lines
}

fn body(blocks: &[Block], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(Level::Part, text) => lines.extend(wrapped(&text.to_uppercase(), width, "", "")),
            Block::Heading(_, text) => lines.extend(wrapped(text, width, "", "")),
            Block::Paragraph(spans) => lines.extend(wrapped(&joined(spans), width, "    ", "")),
            Block::Bullet(spans) => lines.extend(wrapped(&format!("- {}", joined(spans)), width, "    ", "      ")),
            Block::Centred(spans) => lines.extend(centred(&joined(spans), width)),
            Block::Poster(text, _) => lines.extend(centred(text, width)),
            Block::Table(table) => lines.extend(table::lines(table, width)),
            Block::Picture(_) => lines.extend(centred(text::PICTURE.vi, width)),
            Block::PageBreak => lines.push("─".repeat(width)),
        }
        lines.push(String::new());
    }
    lines
}

fn foot(foot: &Foot, width: usize) -> Vec<String> {
    match foot {
        Foot::Sign(sign) => official(sign, width),
        Foot::Signers(signers) => internal(signers, width),
    }
}

fn official(sign: &Sign, width: usize) -> Vec<String> {
    let half = width / 2;
    let mut left = Vec::new();
    if !sign.recipients.is_empty() {
        left.push(text::RECIPIENTS.vi.to_owned());
    }
    left.extend(sign.recipient_lines().iter().flat_map(|line| wrapped(line, half - 2, "", "  ")));
    let mut right: Vec<String> =
        sign.office.iter().flat_map(|line| centred(&line.to_uppercase(), width - half)).collect();
    right.extend([String::new(), String::new(), String::new()]);
    right.extend(centred(&sign.name, width - half));
    beside(&[(half, left), (width - half, right)])
}

fn internal(signers: &[Signer], width: usize) -> Vec<String> {
    if signers.is_empty() {
        return Vec::new();
    }
    let wide = |day: &str| u32::try_from(day.width() + 2).unwrap_or(u32::MAX);
    let columns: Vec<(usize, Option<&Signer>)> = columns(signers, u32::try_from(width).unwrap_or(u32::MAX), wide)
        .into_iter()
        .map(|(width, signer)| (usize::try_from(width).unwrap_or(LEAST), signer))
        .collect();
    let dated = signers.iter().any(|signer| !signer.dated.is_empty());
    let rows: [fn(&Signer) -> String; 4] =
        [|s| s.dated.clone(), |s| s.title.to_uppercase(), |s| s.note.clone(), |s| s.name.clone()];
    let mut lines = Vec::new();
    for (n, row) in rows.iter().enumerate().skip(usize::from(!dated)) {
        if n == 3 {
            lines.extend([String::new(), String::new(), String::new()]);
        }
        let cell = |(width, signer): &(usize, Option<&Signer>)| {
            (*width, signer.map_or_else(Vec::new, |signer| centred(&row(signer), width - 1)))
        };
        lines.extend(beside(&columns.iter().map(cell).collect::<Vec<_>>()));
    }
    lines
}

fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// A line of a narrower measure, moved to the middle of a wider one.
fn middle(line: &str, wide: usize, narrow: usize) -> String {
    format!("{}{line}", " ".repeat((wide - narrow) / 2))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked() {
        for paper in [sample::report(), sample::letter()] {
            for width in [40, 64, 80, 120] {
                for line in render(&paper, width).lines() {
                    assert!(line.width() <= width, "{width}: {line}");
                }
            }
        }
    }

    #[test]
    fn a_report_reads_from_head_to_annex() {
        let text = render(&sample::report(), 80);
        let parts =
            ["CỘNG HÒA XÃ HỘI", "Số:       /BC-SNNMT", "BÁO CÁO", "Kính gửi: Ủy ban", "I. CÔNG TÁC", "- Tổng đài"];
        let rest = ["60.500.000", "trân trọng báo cáo./.", "Nơi nhận:", "(họ tên người ký)", "Phụ lục I", "Phụ lục II"];
        let mut from = text.as_str();
        for part in parts.iter().chain(&rest) {
            from = from.split_once(part).unwrap_or_else(|| panic!("{part} is missing or too early:\n{text}")).1;
        }
        assert_eq!(text.matches("./.").count(), 1);
    }
}
