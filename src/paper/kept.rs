//! A paper as it is kept once it was signed: its words as JSON, and the fingerprint that tells whether they still are
//! what they were.
use sha2::{Digest, Sha256};

use super::Paper;

/// A paper as text to keep; [`taken`] makes the same paper of it.
///
/// # Errors
/// Never for a paper; serde's signature.
pub fn kept(paper: &Paper) -> Result<String, serde_json::Error> {
    serde_json::to_string(paper)
}

/// The paper that was kept; `None` if the text is none.
#[must_use]
pub fn taken(text: &str) -> Option<Paper> {
    serde_json::from_str(text).ok()
}

/// The SHA-256 of some texts, each on its own, in hexadecimal digits.
#[must_use]
pub fn fingerprint(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        // The length before each text keeps words from moving from one to the next unseen.
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first digits of a fingerprint, as people compare it.
#[must_use]
pub fn short(print: &str) -> String {
    let digits: Vec<char> = print.chars().take(8).collect();
    digits.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_kept_paper_is_the_same_paper() {
        for paper in [sample::report(), sample::letter(), Paper::default()] {
            assert_eq!(taken(&kept(&paper).unwrap()), Some(paper));
        }
        assert_eq!(taken("không phải"), None);
    }

    #[test]
    fn every_letter_counts_in_the_fingerprint() {
        // The known hash of nothing but a length.
        assert_eq!(fingerprint(&[]), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_ne!(fingerprint(&["ab", "c"]), fingerprint(&["a", "bc"]));
        assert_ne!(fingerprint(&["Số 12"]), fingerprint(&["Số 13"]));
        assert_eq!(short(&fingerprint(&[])), "e3b0 c442");
    }
}
