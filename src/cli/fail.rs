//! Why a command did not do what it was told.
use crate::paper::PaperError;
use crate::store::Error;
use crate::text::{Said, Text, cli as t};

/// Why a command failed. Nothing was changed.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong (exit code 2).
    Usage(Said),
    /// It was refused (exit code 1).
    Refused(Error),
    /// Whoever reads the answer has gone away; nobody is left to tell.
    Deaf,
}

/// What a command gives, or why it failed.
pub type Answer<T> = Result<T, Failure>;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<Said> for Failure {
    fn from(said: Said) -> Self {
        Self::Refused(said.into())
    }
}

impl From<Text> for Failure {
    fn from(text: Text) -> Self {
        Self::Refused(text.into())
    }
}

impl From<PaperError> for Failure {
    fn from(error: PaperError) -> Self {
        t::PAPER.with([error]).into()
    }
}
