//! A paper as it is kept once it was signed: its words as JSON.
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
}
