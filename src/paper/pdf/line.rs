//! Words cut into lines of a measure and put in their places on them.
use super::super::block::{Span, Style, before_dots};
use super::super::table::Align;
use super::face::{BELOW, Fonts, LINE};
use super::page::Run;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Rounding may not push a word to the next line.
const HAIR: f32 = 0.02;

/// How lines stand between their edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    To(Align),
    /// To both edges; the last line to the left one.
    Both,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// The size of its letters, in points.
    pub points: f32,
    pub set: Set,
    /// The measure, and how far into it the first line and the others begin, in points.
    pub measure: f32,
    pub first: f32,
    pub rest: f32,
    /// The height of a line in parts of a single-spaced one.
    pub leading: f32,
}

impl Setting {
    /// Single-spaced lines without indents.
    pub const fn new(points: f32, align: Align, measure: f32) -> Self {
        Self { points, set: Set::To(align), measure, first: 0.0, rest: 0.0, leading: 1.0 }
    }

    /// The height of a line, in points.
    pub fn height(&self) -> f32 {
        self.points * LINE * self.leading
    }
}

/// A letter with its style and how wide it is in points.
struct Letter {
    sign: char,
    style: Style,
    wide: f32,
}

/// A text in lines: what stands on each, from the left edge of the measure and with the line's own top at 0. A line
/// break in the text begins a new line; an empty text has no line.
pub(super) fn set(fonts: &Fonts, spans: &[Span], setting: &Setting) -> Vec<Vec<Run>> {
    let mut out = Vec::new();
    for letters in broken(fonts, spans, setting.points) {
        let begin = if out.is_empty() { setting.first } else { setting.rest };
        let lines = cut(&letters, setting.measure - begin, setting.measure - setting.rest);
        let last = lines.len().saturating_sub(1);
        for (n, line) in lines.into_iter().enumerate() {
            let indent = if out.is_empty() { setting.first } else { setting.rest };
            out.push(place(letters.get(line).unwrap_or_default(), setting, indent, n == last));
        }
    }
    out
}

/// A text whose dots at the end reach as far as its last line does; where the words leave no room they have a line of
/// their own.
pub(super) fn dotted(fonts: &Fonts, spans: &[Span], setting: &Setting) -> Vec<Span> {
    let mut spans = spans.to_vec();
    let Some(last) = spans.last_mut() else { return spans };
    let Some(words) = before_dots(&last.text) else { return spans };
    let (words, dot) = (words.to_owned(), fonts.advance(last.style, '…') * setting.points);
    last.text = format!("{words}|");
    let lines = set(fonts, &spans, setting);
    let end = lines.last().and_then(|line| line.last()).map_or(0.0, |run| run.x + run.width);
    let fit = |from: f32| ((setting.measure - from - HAIR) / dot).max(0.0) as usize;
    let count = if fit(end) < 4 { fit(setting.rest) } else { fit(end) };
    if let Some(last) = spans.last_mut() {
        last.text = format!("{words}{}", "…".repeat(count));
    }
    spans
}

/// The letters of each part between line breaks, composed and without what a page cannot show.
fn broken(fonts: &Fonts, spans: &[Span], points: f32) -> Vec<Vec<Letter>> {
    let mut parts: Vec<Vec<Letter>> = Vec::new();
    for span in spans {
        for (n, part) in span.text.split('\n').enumerate() {
            if n > 0 || parts.is_empty() {
                parts.push(Vec::new());
            }
            let shown = part.nfc().map(|sign| if sign == '\t' { ' ' } else { sign }).filter(|sign| !hidden(*sign));
            let style = span.style;
            let letters = shown.map(|sign| Letter { sign, style, wide: fonts.advance(style, sign) * points });
            if let Some(last) = parts.last_mut() {
                last.extend(letters);
            }
        }
    }
    if parts.iter().all(Vec::is_empty) { Vec::new() } else { parts }
}

/// Signs that steer instead of being seen.
fn hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Which letters each line takes: as many words as its measure holds. A number as "28/2019/TT-BLĐTBXH" is cut after a
/// stroke where the line would else stay a quarter empty; any other word only if it is wider than a line.
fn cut(letters: &[Letter], first: f32, rest: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used, mut at) = (0, 0.0, 0);
    // Where the next line may begin, and how full the line is before it: after a blank, after a stroke.
    let (mut blank, mut stroke) = (None, None);
    while let Some(letter) = letters.get(at) {
        let measure = if lines.is_empty() { first } else { rest };
        if letter.sign != ' ' && used + letter.wide > measure + HAIR && at > start {
            let full = |place: &(usize, f32)| place.1 > measure * 0.75;
            let next = blank.filter(full).or(stroke).or(blank).map_or(at, |(next, _)| next);
            lines.push(trimmed(letters, start..next));
            (start, at, used) = (next, next, 0.0);
            (blank, stroke) = (None, None);
            continue;
        }
        match letter.sign {
            // Blanks at the beginning of a text are kept; no line consists of them alone.
            ' ' if at > start => (blank, stroke) = (Some((at + 1, used)), None),
            '/' => stroke = Some((at + 1, used)),
            _ => {}
        }
        used += letter.wide;
        at += 1;
    }
    lines.push(trimmed(letters, start..letters.len()));
    lines
}

/// Without the blanks at the end.
fn trimmed(letters: &[Letter], line: Range<usize>) -> Range<usize> {
    let mut end = line.end;
    while end > line.start && letters.get(end - 1).is_some_and(|letter| letter.sign == ' ') {
        end -= 1;
    }
    line.start..end
}

fn place(letters: &[Letter], setting: &Setting, indent: f32, last: bool) -> Vec<Run> {
    let wide: f32 = letters.iter().map(|letter| letter.wide).sum();
    let free = (setting.measure - indent - wide).max(0.0);
    let spaces = letters.iter().filter(|letter| letter.sign == ' ').count();
    let (before, gap) = match setting.set {
        Set::To(Align::Left) => (0.0, 0.0),
        Set::To(Align::Centre) => (free / 2.0, 0.0),
        Set::To(Align::Right) => (free, 0.0),
        Set::Both if last || spaces == 0 => (0.0, 0.0),
        Set::Both => (0.0, free / spaces as f32),
    };
    let y = setting.height() - setting.points * BELOW;
    let mut x = indent + before;
    let mut runs: Vec<Run> = Vec::new();
    for letter in letters {
        let wide = letter.wide + if letter.sign == ' ' { gap } else { 0.0 };
        match runs.last_mut().filter(|run| run.style == letter.style) {
            Some(run) => {
                run.text.push(letter.sign);
                run.width += wide;
            }
            None => runs.push(Run {
                x,
                y,
                width: wide,
                points: setting.points,
                style: letter.style,
                text: letter.sign.to_string(),
                gap,
            }),
        }
        x += wide;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Vec<Run>]) -> Vec<String> {
        lines.iter().map(|runs| runs.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    fn lines(text: &str, measure: f32) -> Vec<String> {
        texts(&set(&Fonts::new(), &[Span::plain(text)], &Setting::new(14.0, Align::Left, measure)))
    }

    #[test]
    fn words_fill_lines_and_long_ones_are_cut() {
        assert_eq!(lines("Chăm sóc trẻ em", 60.0), ["Chăm sóc", "trẻ em"]);
        assert_eq!(lines("ngoằnngoèo", 22.0).concat(), "ngoằnngoèo");
        assert_eq!(lines("a\n\nb", 60.0), ["a", "", "b"]);
        assert!(lines("", 60.0).is_empty());
        assert_eq!(lines("Thông tư 28/2019/TT-BLĐTBXH", 120.0), ["Thông tư 28/2019/", "TT-BLĐTBXH"]);
        assert_eq!(lines("Kế hoạch số 05/KH", 90.0), ["Kế hoạch số", "05/KH"]);
        assert_eq!(lines("Số:       /BC", 200.0), ["Số:       /BC"], "blanks inside a line are kept");
        assert_eq!(
            lines("A\u{302}\u{301}\u{200b}\u{1}", 60.0),
            ["Ấ"],
            "letters are composed, steering signs are not printed"
        );
    }

    #[test]
    fn dots_to_be_written_on_reach_to_the_end_of_the_line() {
        let fonts = Fonts::new();
        let setting = Setting { first: 36.0, ..Setting::new(14.0, Align::Left, 300.0) };
        let told = |text: &str| {
            let lines = set(&fonts, &dotted(&fonts, &[Span::plain(text)], &setting), &setting);
            let end = lines.last().unwrap().last().map(|run| run.x + run.width).unwrap();
            (lines.len(), end)
        };
        for text in ["Điện thoại: ………………", "Điện thoại: ………………………………………………………………………………………………………………………………"]
        {
            let (lines, end) = told(text);
            assert!(lines == 1 && (280.0..=300.0).contains(&end), "{text}: {lines}, {end}");
        }
        assert_eq!(told("Điều cần lưu ý khi chăm sóc trẻ em: …………").0, 2, "where there is no room, a line of its own");
        assert_eq!(dotted(&fonts, &[Span::plain("không…")], &setting), [Span::plain("không…")]);
    }

    #[test]
    fn a_justified_line_ends_at_the_edge_and_the_last_where_its_words_end() {
        let setting = Setting { set: Set::Both, first: 36.0, ..Setting::new(14.0, Align::Left, 200.0) };
        let spans = [Span::plain("Đã tổ chức "), Span::bold("24 buổi"), Span::plain(" với 1.250 lượt người tham dự.")];
        let lines = set(&Fonts::new(), &spans, &setting);
        let end = |runs: &[Run]| runs.last().map(|run| run.x + run.width).unwrap();
        assert!((end(&lines[0]) - 200.0).abs() < 0.01, "{lines:?}");
        assert!(end(lines.last().unwrap()) < 190.0, "{lines:?}");
        assert_eq!((lines[0][0].x, lines[1][0].x), (36.0, 0.0));
        assert_eq!(texts(&lines).join(" "), "Đã tổ chức 24 buổi với 1.250 lượt người tham dự.");
    }
}
