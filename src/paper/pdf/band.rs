//! The pieces that pages are filled with: bands as wide as the measure, which are never split.
use super::super::Picture;
use super::super::block::{Span, Style};
use super::super::table::Align;
use super::face::Fonts;
use super::line::{self, Setting};
use super::page::{Placed, Rule, Run};

/// Words and rules with their height; places are counted from the left margin and from the band's own top, in points.
#[derive(Clone, Debug, Default)]
pub(super) struct Band {
    /// Empty space above, which a new page swallows.
    pub before: f32,
    pub height: f32,
    pub runs: Vec<Run>,
    pub rules: Vec<Rule>,
    pub photos: Vec<Placed>,
    /// Stays on the page of what comes next.
    pub keep: bool,
    /// Begins a new page.
    pub fresh: bool,
    /// The place among the heads of the table it is a row of.
    pub head: Option<usize>,
}

/// What a section is built of.
#[derive(Default)]
pub(super) struct Bands {
    pub all: Vec<Band>,
    /// The heads of its tables, printed again on every page on which rows follow.
    pub heads: Vec<Band>,
}

impl Bands {
    /// Adds a text a line a band, `before` points under what is above it. Its first two and its last two lines stay
    /// together, and with `keep` the last stays with what comes next.
    pub fn text(&mut self, fonts: &Fonts, spans: &[Span], setting: &Setting, before: f32, keep: bool) {
        let lines = line::set(fonts, spans, setting);
        let count = lines.len();
        for (n, runs) in lines.into_iter().enumerate() {
            let (first, last) = (n == 0, n + 1 == count);
            self.all.push(Band {
                before: if first { before } else { 0.0 },
                height: setting.height(),
                runs,
                keep: if last { keep } else { first || n + 2 == count },
                ..Band::default()
            });
        }
    }

    /// Adds a photo in the middle that stays with what comes next.
    pub fn picture(&mut self, photo: &Picture, measure: f32) {
        let (width, height) = photo.printed(measure);
        let placed = Placed { at: ((measure - width) / 2.0, 0.0), size: (width, height), photo: photo.clone() };
        self.all.push(Band { before: 12.0, height, photos: vec![placed], keep: true, ..Band::default() });
    }

    /// Adds empty space that stays with what comes next.
    pub fn air(&mut self, height: f32) {
        self.all.push(Band { before: height, keep: true, ..Band::default() });
    }

    /// Keeps the last band on the page of what comes next.
    pub fn keep_last(&mut self) {
        if let Some(last) = self.all.last_mut() {
            last.keep = true;
        }
    }
}

/// A column of lines that is put together from the top: letterhead and signatures stand side by side in such columns.
pub(super) struct Stack<'a> {
    fonts: &'a Fonts,
    left: f32,
    width: f32,
    pub band: Band,
}

impl<'a> Stack<'a> {
    /// An empty column, from `left` and `width` points wide.
    pub fn new(fonts: &'a Fonts, left: f32, width: f32) -> Self {
        Self { fonts, left, width, band: Band::default() }
    }

    /// Adds lines of one style; an empty text takes a line too.
    pub fn line(&mut self, text: &str, points: f32, style: Style, align: Align) {
        self.within(text, points, style, align, self.width);
    }

    /// Adds centred lines in a narrower measure.
    pub fn even(&mut self, text: &str, points: f32, style: Style, measure: f32) {
        self.within(text, points, style, Align::Centre, measure);
    }

    fn within(&mut self, text: &str, points: f32, style: Style, align: Align, measure: f32) {
        let setting = Setting::new(points, align, measure);
        let left = self.left + (self.width - measure) / 2.0;
        let lines = line::set(self.fonts, &[Span { text: text.to_owned(), style }], &setting);
        if lines.is_empty() {
            self.band.height += setting.height();
        }
        for runs in lines {
            let top = self.band.height;
            self.band.runs.extend(runs.into_iter().map(|run| Run { x: run.x + left, y: run.y + top, ..run }));
            self.band.height += setting.height();
        }
    }

    /// Adds empty space.
    pub fn space(&mut self, height: f32) {
        self.band.height += height;
    }

    /// Adds a rule of a length in the middle.
    pub fn rule(&mut self, length: f32) {
        self.band.height += 3.0;
        let (x, y) = (self.left + (self.width - length) / 2.0, self.band.height);
        self.band.rules.push(Rule { from: (x, y), to: (x + length, y) });
    }
}

/// Columns side by side in one band, as high as the highest.
pub(super) fn beside(columns: impl IntoIterator<Item = Band>) -> Band {
    columns.into_iter().fold(Band::default(), |mut all, column| {
        all.height = all.height.max(column.height);
        all.runs.extend(column.runs);
        all.rules.extend(column.rules);
        all
    })
}
