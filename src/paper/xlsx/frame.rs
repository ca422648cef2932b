//! What stands around the table of a printed sheet: letterhead and title above, words and signers below.
use super::super::width::{self, Weight};
use super::super::{Head, Sheet, Signer};
use super::cell::FONT;
use super::measure;
use crate::text::paper as text;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

/// A page written from above, row by row.
pub(super) struct Frame<'a> {
    pub page: &'a mut Worksheet,
    /// The next row.
    pub row: u32,
    widths: &'a [f64],
}

impl<'a> Frame<'a> {
    pub const fn new(page: &'a mut Worksheet, widths: &'a [f64]) -> Self {
        Self { page, row: 0, widths }
    }

    /// Letterhead and title, and an empty row where there is either.
    pub fn top(&mut self, sheet: &Sheet) -> Result<(), XlsxError> {
        if let Some(head) = &sheet.head {
            self.letterhead(head)?;
            self.blank(8.0)?;
        }
        for title in &sheet.titles {
            let height =
                measure::height([(title.as_str(), self.widths.iter().sum::<f64>() * 0.85)].into_iter(), Weight::Bold);
            self.line(&[(0, self.last())], &[title], &font(14).set_bold().set_text_wrap(), height + 4.0)?;
        }
        if !sheet.titles.is_empty() {
            self.blank(10.0)?;
        }
        Ok(())
    }

    /// The words under the table and the signers.
    pub fn bottom(&mut self, sheet: &Sheet) -> Result<(), XlsxError> {
        if !sheet.words.is_empty() {
            let height = measure::height([(sheet.words.as_str(), self.widths.iter().sum())].into_iter(), Weight::Plain);
            let format = font(13).set_italic().set_align(FormatAlign::Left).set_text_wrap();
            self.line(&[(0, self.last())], &[&sheet.words], &format, height + 4.0)?;
        }
        for signers in sheet.signers.chunks(self.widths.len().max(1)) {
            self.blank(10.0)?;
            self.signers(signers)?;
        }
        Ok(())
    }

    fn letterhead(&mut self, head: &Head) -> Result<(), XlsxError> {
        let two = self.halves();
        let bold = font(12).set_bold().set_shrink();
        let parent = head.parent.to_uppercase();
        let agency = head.agency.to_uppercase();
        let plain = font(12).set_shrink();
        if let [left, right] = two[..] {
            self.pair([left, right], [&parent, text::NATION.vi], [&plain, &bold], 17.0)?;
            self.pair([left, right], [&agency, text::MOTTO.vi], [&bold, &font(13).set_bold().set_shrink()], 18.0)?;
            // A cell's border cannot be shorter than the cell; the rules are rows of underscores.
            let short = dashes(width::of(&agency, 12, Weight::Bold) * 2 / 5);
            let long = dashes(width::of(text::MOTTO.vi, 13, Weight::Bold));
            let thin = font(RULE).set_bold().set_align(FormatAlign::Top);
            self.pair([left, right], [&short, &long], [&thin, &thin], 10.0)?;
            if !head.symbol.is_empty() {
                let plain = font(13).set_shrink();
                let italic = plain.clone().set_italic();
                self.pair([left, right], [&head.number_line(), &head.date_line()], [&plain, &italic], 18.0)?;
            }
        } else {
            self.line(&two, &[&parent], &plain, 17.0)?;
            self.line(&two, &[&agency], &bold, 17.0)?;
        }
        Ok(())
    }

    fn signers(&mut self, signers: &[Signer]) -> Result<(), XlsxError> {
        let titles: Vec<String> = signers.iter().map(|signer| signer.title.to_uppercase()).collect();
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let need = |(signer, title): (&Signer, &&str)| {
            let day = measure::line(&signer.dated, 13, Weight::Plain);
            day.max(measure::line(title, 13, Weight::Bold)).max(measure::line(&signer.note, 12, Weight::Plain))
        };
        let mut needs: Vec<f64> = signers.iter().zip(&titles).map(need).collect();
        // One alone stands on the right.
        let alone = needs.len() == 1 && self.widths.len() > 1;
        if alone {
            needs.insert(0, 0.0);
        }
        let groups = measure::groups(self.widths, &needs).split_off(usize::from(alone));
        let of = |part: fn(&Signer) -> &str| signers.iter().map(part).collect::<Vec<_>>();
        if signers.iter().any(|signer| !signer.dated.is_empty()) {
            self.line(&groups, &of(|signer| &signer.dated), &font(13).set_italic().set_shrink(), 18.0)?;
        }
        self.line(&groups, &titles, &font(13).set_bold().set_shrink(), 18.0)?;
        if signers.iter().any(|signer| !signer.note.is_empty()) {
            self.line(&groups, &of(|signer| &signer.note), &font(12).set_italic().set_shrink(), 17.0)?;
        }
        self.blank(64.0)?;
        self.line(&groups, &of(|signer| &signer.name), &font(13).set_bold().set_shrink(), 18.0)
    }

    /// Left and right columns of the letterhead, the right one wide enough for the state's name.
    fn halves(&self) -> Vec<(u16, u16)> {
        measure::groups(self.widths, &[0.0, NATION])
    }

    fn pair(
        &mut self,
        groups: [(u16, u16); 2],
        words: [&str; 2],
        formats: [&Format; 2],
        height: f64,
    ) -> Result<(), XlsxError> {
        self.page.set_row_height(self.row, height)?;
        for n in 0..2 {
            self.across(groups[n], words[n], formats[n])?;
        }
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, groups: &[(u16, u16)], words: &[&str], format: &Format, height: f64) -> Result<(), XlsxError> {
        self.page.set_row_height(self.row, height)?;
        for (group, words) in groups.iter().zip(words) {
            self.across(*group, words, format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn across(&mut self, (first, last): (u16, u16), words: &str, format: &Format) -> Result<(), XlsxError> {
        let format = if super::super::guard::risky(words) { &format.clone().set_quote_prefix() } else { format };
        if first == last {
            self.page.write_string_with_format(self.row, first, words, format)?;
        } else {
            self.page.merge_range(self.row, first, self.row, last, words, format)?;
        }
        Ok(())
    }

    fn blank(&mut self, height: f64) -> Result<(), XlsxError> {
        self.page.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn last(&self) -> u16 {
        u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }
}

/// The size of the rules' underscores, in points.
const RULE: u32 = 8;
/// The room the state's name takes, in units of columns' widths.
const NATION: f64 = 43.0;

fn font(points: u32) -> Format {
    let format = Format::new().set_font_name(FONT).set_font_size(points).set_align(FormatAlign::Center);
    format.set_align(FormatAlign::VerticalCenter)
}

fn dashes(twips: u32) -> String {
    "_".repeat((twips / width::of("_", RULE, Weight::Bold).max(1)) as usize)
}
