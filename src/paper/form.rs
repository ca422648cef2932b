//! The measures of an official paper (Phụ lục I of Nghị định 30/2020/NĐ-CP) in twips (1/20 point): what DOCX and PDF share.
use super::Lie;
use super::width::{self, Weight};

/// A4.
pub(super) const SHORT: u32 = 11906;
pub(super) const LONG: u32 = 16838;
/// Margins: 20 mm above and below, 30 on the left, 15 on the right (mục I.2).
pub(super) const UPPER: u32 = 1134;
pub(super) const LEFT: u32 = 1701;
pub(super) const RIGHT: u32 = 850;
/// How far the page number stands from the upper edge: 10 mm.
pub(super) const NUMBER: u32 = 567;
/// The indent of a first line: 1.27 cm.
pub(super) const INDENT: u32 = 720;
/// The spacing of lines in 240ths of a line: between single and one and a half.
pub(super) const LEADING: u32 = 264;
/// The room for signature and seal.
pub(super) const ROOM: u32 = 1440;
/// Empty space on either side of a table's cell.
pub(super) const SIDE: u32 = 70;
/// The least height of a row that is signed: 0.92 cm.
pub(super) const SIGNING: u32 = 520;

/// The width and the height of a page.
pub(super) const fn page(lie: Lie) -> (u32, u32) {
    match lie {
        Lie::Portrait => (SHORT, LONG),
        Lie::Landscape => (LONG, SHORT),
    }
}

/// The width between the margins.
pub(super) const fn measure(lie: Lie) -> u32 {
    page(lie).0 - LEFT - RIGHT
}

/// The column of the issuing body; the rest is the state's, whose name, 5,007 twips at 12 pt, fits in one line.
pub(super) const fn issuer(measure: u32) -> u32 {
    measure * 5 / 12
}

/// What stands empty beside the day over a signer, in twips, so that it does not touch its neighbour.
pub(super) const AROUND_DAY: u32 = 240;

/// The column of the recipients.
pub(super) const fn recipients(measure: u32) -> u32 {
    measure * 47 / 100
}

/// Two fifths of a bold title's longest line in a measure: the rule under it is to be a third to a half of it.
pub(super) fn two_fifths(title: &str, points: u32, measure: u32) -> u32 {
    width::longest(title, points, Weight::Bold, measure) * 2 / 5
}
