//! Why a command did not do what it was told.
use std::io;

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
        match error {
            Error::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => Self::Deaf,
            error => Self::Refused(error),
        }
    }
}

/// Within a step what fails is an error of the store, so that the step is dropped.
impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Usage(said) => said.into(),
            Failure::Refused(error) => error,
            Failure::Deaf => io::Error::from(io::ErrorKind::BrokenPipe).into(),
        }
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
