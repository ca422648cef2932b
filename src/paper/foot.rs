//! The end of a paper: who signs it and who gets it.
use serde::{Deserialize, Serialize};

/// What stands under the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Foot {
    /// "Nơi nhận" on the left and one signer on the right: every official paper.
    Sign(Sign),
    /// Up to four signers side by side: internal lists, minutes. None at all leaves the foot empty.
    Signers(Vec<Signer>),
}

impl Default for Foot {
    fn default() -> Self {
        Self::Signers(Vec::new())
    }
}

/// The signer of an official paper and the bodies it goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// Authority and office, a line each, as "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC" (printed in capitals).
    pub office: Vec<String>,
    /// The signer's name, or the words that stand for it in a draft; may be empty.
    pub name: String,
    /// "Nơi nhận", a body a line, without dashes and stops; the last is the file copy, as "Lưu: VT, VP".
    pub recipients: Vec<String>,
}

impl Sign {
    /// The recipients as printed: "- Như trên;", the last with a stop.
    #[must_use]
    pub fn recipient_lines(&self) -> Vec<String> {
        dashed(&self.recipients)
    }
}

/// One signer of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The line above, as "Lạng Sơn, ngày … tháng … năm 2026"; may be empty.
    pub dated: String,
    /// The part played, as "Người lập" (printed in capitals).
    pub title: String,
    /// The note under it, as "(Ký, ghi rõ họ tên)"; may be empty.
    pub note: String,
    /// The name under the signature; may be empty.
    pub name: String,
}

/// The columns of signers side by side in a measure, each with its width: one alone stands on the right, and nobody's line
/// of the day, as wide as `wide` says, is broken if the others can give way.
#[must_use]
pub(super) fn columns(signers: &[Signer], measure: u32, wide: impl Fn(&str) -> u32) -> Vec<(u32, Option<&Signer>)> {
    let half = measure / 2;
    let wish = |signer: &Signer| if signer.dated.is_empty() { 0 } else { wide(&signer.dated) };
    match signers {
        [] => Vec::new(),
        [one] => {
            let width = wish(one).clamp(half, measure);
            vec![(measure - width, None), (width, Some(one))]
        }
        many => {
            let count = u32::try_from(many.len()).unwrap_or(u32::MAX);
            let even = measure / count;
            let extra = |signer: &Signer| wish(signer).min(half).saturating_sub(even);
            let given: u32 = many.iter().map(extra).sum();
            let others = u32::try_from(many.iter().filter(|one| extra(one) == 0).count()).unwrap_or(0);
            if others == 0 {
                return many.iter().map(|one| (even, Some(one))).collect();
            }
            let width =
                |one: &Signer| if extra(one) > 0 { even + extra(one) } else { even.saturating_sub(given / others) };
            many.iter().map(|one| (width(one), Some(one))).collect()
        }
    }
}

/// Lines with a dash before each, ";" after each and "." after the last: recipients and addressees.
#[must_use]
pub(super) fn dashed(lines: &[String]) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    let line = |(n, line): (usize, &String)| {
        let bare = line.trim().trim_start_matches("- ").trim_end_matches([';', '.']);
        format!("- {bare}{}", if n == last { '.' } else { ';' })
    };
    lines.iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_stands_over_who_signs_and_one_alone_on_the_right() {
        let signer = |dated: &str| Signer { dated: dated.into(), ..Signer::default() };
        let widths = |signers: &[Signer]| -> Vec<u32> {
            columns(signers, 120, |day| u32::try_from(day.len()).unwrap()).iter().map(|(width, _)| *width).collect()
        };
        let day = "Lang Son, ngay 01 thang 6 nam 2026, tai day";
        assert_eq!(widths(&[signer(day)]), [60, 60]);
        assert_eq!(widths(&[signer(""), signer(day)]), [60, 60]);
        assert_eq!(widths(&[signer(""), signer(""), signer(day)]), [39, 39, 43]);
        assert_eq!(widths(&[signer(day), signer(day), signer(day)]), [40, 40, 40]);
        assert!(widths(&[]).is_empty());
    }

    #[test]
    fn dashes_and_stops_are_put_once() {
        let lines = ["Như trên".to_owned(), "- Sở Y tế;".to_owned(), "Lưu: VT, VP.".to_owned()];
        assert_eq!(dashed(&lines), ["- Như trên;", "- Sở Y tế;", "- Lưu: VT, VP."]);
        assert!(dashed(&[]).is_empty());
    }
}
