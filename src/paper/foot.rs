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

/// The date line where only the last of the signers has one: it then needs no column and stands on the right of the
/// whole foot.
#[must_use]
pub(super) fn closing_date(signers: &[Signer]) -> Option<&str> {
    let (last, others) = signers.split_last()?;
    let alone = others.iter().all(|signer| signer.dated.is_empty()) && !last.dated.is_empty();
    alone.then_some(last.dated.as_str())
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
    fn dashes_and_stops_are_put_once() {
        let lines = ["Như trên".to_owned(), "- Sở Y tế;".to_owned(), "Lưu: VT, VP.".to_owned()];
        assert_eq!(dashed(&lines), ["- Như trên;", "- Sở Y tế;", "- Lưu: VT, VP."]);
        assert!(dashed(&[]).is_empty());
    }
}
