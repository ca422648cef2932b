//! A page as it is printed: words and rules in their places, in points from the upper left corner.
use super::super::block::Style;
use super::super::{Lie, Picture, form};

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// How it lies; it is always A4.
    pub lie: Lie,
    /// The words of the paper, in the order of reading.
    pub runs: Vec<Run>,
    /// What the page adds to them: its number, and the heads of a table that goes on.
    pub again: Vec<Run>,
    /// The rules under titles and around cells.
    pub rules: Vec<Rule>,
    /// The photos.
    pub photos: Vec<Placed>,
}

/// Words of one style on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Where they begin.
    pub x: f32,
    /// Their baseline.
    pub y: f32,
    /// How wide they are.
    pub width: f32,
    /// The size of the letters.
    pub points: f32,
    /// How they are set.
    pub style: Style,
    /// The words; letters that a page cannot show are left out.
    pub text: String,
    /// How much wider each space is, so that both edges of a paragraph are straight.
    pub gap: f32,
}

/// A photo in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its upper left corner.
    pub at: (f32, f32),
    /// Its width and height.
    pub size: (f32, f32),
    /// The photo.
    pub photo: Picture,
}

/// A thin line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Where it begins.
    pub from: (f32, f32),
    /// Where it ends: to the right of its beginning, or under it.
    pub to: (f32, f32),
}

impl Page {
    /// An empty page.
    pub(super) const fn new(lie: Lie) -> Self {
        Self { lie, runs: Vec::new(), again: Vec::new(), rules: Vec::new(), photos: Vec::new() }
    }

    /// Its width and height.
    #[must_use]
    pub const fn size(&self) -> (f32, f32) {
        let (width, height) = form::page(self.lie);
        (points(width), points(height))
    }
}

/// Twips in points.
pub(super) const fn points(twips: u32) -> f32 {
    twips as f32 / 20.0
}

/// The place between the upper and the lower margin, in points.
pub(super) const fn depth(lie: Lie) -> f32 {
    points(form::page(lie).1 - 2 * form::UPPER)
}
