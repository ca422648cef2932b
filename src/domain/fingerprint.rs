//! The fingerprint of texts: what tells later whether they still are what they were.
use sha2::{Digest, Sha256};

/// The SHA-256 of some texts, each on its own, in hexadecimal digits.
#[must_use]
pub fn of(texts: &[&str]) -> String {
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
    use super::*;

    #[test]
    fn every_letter_counts() {
        // The known hash of nothing.
        assert_eq!(of(&[]), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["Số 12"]), of(&["Số 13"]));
        assert_eq!(short(&of(&[])), "e3b0 c442");
    }
}
