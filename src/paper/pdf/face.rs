//! The four faces of Liberation Serif, whose letters are as wide as those of Times New Roman: advances and glyphs.
use super::super::block::Style;

/// The fonts as published, whole.
const FILES: [&[u8]; 4] = [
    include_bytes!("../../../assets/fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../../assets/fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../../assets/fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../../assets/fonts/LiberationSerif-BoldItalic.ttf"),
];

/// The height of a line, and what of it lies under the baseline, in parts of the size.
pub(super) const LINE: f32 = 1.149;
pub(super) const BELOW: f32 = 0.258;

/// The fonts, read.
pub(super) struct Fonts([ttf_parser::Face<'static>; 4]);

impl Fonts {
    pub fn new() -> Self {
        Self(FILES.map(|file| ttf_parser::Face::parse(file, 0).expect("the fonts are part of the program")))
    }

    /// The number of a letter's glyph; 0, an empty box, for a letter the font has not.
    pub fn glyph(&self, style: Style, letter: char) -> u16 {
        self.face(style).glyph_index(letter).map_or(0, |glyph| glyph.0)
    }

    /// How wide a letter is, in parts of the size.
    pub fn advance(&self, style: Style, letter: char) -> f32 {
        let face = self.face(style);
        let glyph = ttf_parser::GlyphId(self.glyph(style, letter));
        f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / f32::from(face.units_per_em())
    }

    fn face(&self, style: Style) -> &ttf_parser::Face<'static> {
        &self.0[place(style)]
    }
}

/// The faces for embedding, in the order of [`place`].
pub(super) fn files() -> [&'static [u8]; 4] {
    FILES
}

/// Where the face of a style stands.
pub(super) const fn place(style: Style) -> usize {
    match style {
        Style::Plain => 0,
        Style::Bold => 1,
        Style::Italic => 2,
        Style::BoldItalic => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::width::{self, Weight};
    use super::*;

    /// Every Vietnamese letter, small and capital, and the signs of the office's papers.
    fn letters() -> Vec<char> {
        let vowels = "aăâeêioôơuưy";
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        let mut all: Vec<char> = "bcdđghklmnpqrstvxfjwz0123456789.,;:/-–—…“”()%+₫".chars().collect();
        for vowel in vowels.chars() {
            for tone in tones {
                use unicode_normalization::UnicodeNormalization;
                let made: Vec<char> = format!("{vowel}{tone}").nfc().collect();
                assert_eq!(made.len(), 1, "{vowel}{tone}");
                all.extend(made);
            }
        }
        let capitals: Vec<char> = all.iter().flat_map(|letter| letter.to_uppercase()).collect();
        all.extend(capitals);
        all
    }

    #[test]
    fn every_face_has_every_vietnamese_letter() {
        let fonts = Fonts::new();
        for style in [Style::Plain, Style::Bold, Style::Italic, Style::BoldItalic] {
            for letter in letters() {
                assert_ne!(fonts.glyph(style, letter), 0, "{letter} {style:?}");
            }
        }
        assert_eq!(fonts.glyph(Style::Plain, '☐'), 0);
    }

    #[test]
    fn the_widths_that_columns_are_made_by_are_those_of_the_font() {
        let fonts = Fonts::new();
        for (style, weight) in [(Style::Plain, Weight::Plain), (Style::Bold, Weight::Bold)] {
            for letter in letters().into_iter().filter(|letter| letter.is_alphanumeric()) {
                // In twips at 50 points, a unit is a thousandth of the size.
                let (real, told) = (fonts.advance(style, letter) * 1000.0, width::of(&letter.to_string(), 50, weight));
                assert!((-2.0..2.0).contains(&(told as f32 - real)), "{letter}: {real} {told} {style:?}");
            }
        }
    }

    #[test]
    fn a_line_is_as_high_as_the_font_says() {
        for face in &Fonts::new().0 {
            let em = f32::from(face.units_per_em());
            let high = f32::from(face.ascender()) - f32::from(face.descender()) + f32::from(face.line_gap());
            assert!((high / em - LINE).abs() < 0.002, "{}", high / em);
            assert!(((f32::from(face.line_gap()) - f32::from(face.descender())) / em - BELOW).abs() < 0.002);
        }
    }
}
