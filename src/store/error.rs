//! What the store and the layers above it can fail with, and how it is said.
use crate::domain::act::{self, Act};
use crate::domain::record::Fault;
use crate::domain::words;
use crate::store::journal::Line;
use crate::text::{Lang, Said, Text, store as t, units};

/// Why something was not done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule was broken, in words.
    #[error("{}", .0.say(Lang::En))]
    Invalid(Said),
    /// A record's columns break rules, each at its column.
    #[error("{}", faults_line(.0, Lang::En))]
    Faults(Vec<Fault>),
    /// The step that undo has come to is final: it has left the office.
    #[error("step {} is final", .0.id)]
    Final(Box<Line>),
    /// SQLite refused.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// The result of all that can fail in and above the store.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether the stock of gifts would not be enough.
    #[must_use]
    pub fn is_stock_short(&self) -> bool {
        matches!(self, Self::Sql(error) if error.to_string().contains("stock_short"))
    }

    /// The sentence for the user.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Invalid(said) => said.say(lang),
            Self::Faults(faults) => faults_line(faults, lang),
            Self::Final(line) => {
                let way = match Act::of_code(&line.act) {
                    Some(Act::Approve) => t::USE_UNAPPROVE,
                    Some(Act::Number | Act::Issue) => t::USE_WITHDRAW,
                    Some(Act::Post | Act::PostBatch | Act::Reverse | Act::Correct) => t::USE_REVERSE,
                    Some(Act::NumberLetter) => units::USE_TAKE_BACK,
                    Some(Act::CloseDay) => t::USE_OPEN_DAY,
                    _ => t::USE_NOTHING,
                };
                let words = act::words(&line.act, &line.kind, &line.object, lang);
                t::UNDO_STOPS.with([words.as_str(), way.say(lang)]).say(lang)
            }
            Self::Sql(error) => sql_said(error).say(lang),
            Self::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => t::DISK_FULL.say(lang).to_owned(),
            Self::Io(error) => t::IO.with([error]).say(lang),
        }
    }
}

impl From<Said> for Error {
    fn from(said: Said) -> Self {
        Self::Invalid(said)
    }
}

impl From<Text> for Error {
    fn from(text: Text) -> Self {
        Self::Invalid(text.into())
    }
}

fn faults_line(faults: &[Fault], lang: Lang) -> String {
    let line = |fault: &Fault| {
        let label = fault.label.map_or(fault.column, |label| label.say(lang));
        words::labelled(label, &fault.said.say(lang))
    };
    faults.iter().map(line).collect::<Vec<_>>().join(" ")
}

fn sql_said(error: &rusqlite::Error) -> Said {
    use rusqlite::ErrorCode;
    let text = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => t::DISK_FULL.into(),
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => t::STORE_BROKEN.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("event_frozen") => t::EVENT_FROZEN.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("budget_frozen") => t::BUDGET_FROZEN.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("stock_short") => t::STOCK_SHORT.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("stock_source") => t::STOCK_SOURCE.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("report_issued") => t::REPORT_ISSUED.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("period_closed") => units::PERIOD_CLOSED.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("letter_numbered") => units::LETTER_NUMBERED.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("day_closed") => t::DAY_CLOSED.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("support_paid") => t::SUPPORT_PAID.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("fund_never_negative") => t::FUND_NEGATIVE.into(),
        Some(ErrorCode::ConstraintViolation) if text == "receipt" => t::RECEIPT_STANDS.into(),
        Some(ErrorCode::ConstraintViolation) if text == "campaign_kept" => t::CAMPAIGN_KEPT.into(),
        Some(ErrorCode::ConstraintViolation) if text == "campaign_gone" => t::CAMPAIGN_GONE.into(),
        Some(ErrorCode::ConstraintViolation) if text == "campaign_named" => t::CAMPAIGN_NAMED.into(),
        Some(ErrorCode::ConstraintViolation) if text == "campaign_bound" => t::CAMPAIGN_BOUND.into(),
        Some(ErrorCode::ConstraintViolation) if text == "earmarked" => t::EARMARKED.into(),
        // After the others: "posted" is a part of many names.
        Some(ErrorCode::ConstraintViolation) if text == "posted" => t::POSTED.into(),
        Some(ErrorCode::ConstraintViolation) if text == "batch_posted" => t::BATCH_FULL.into(),
        Some(ErrorCode::ConstraintViolation) if text == "reversal" => t::REVERSAL_UNLIKE.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("UNIQUE") => t::TAKEN.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("FOREIGN KEY") => t::STILL_NEEDED.into(),
        Some(ErrorCode::ConstraintViolation) if text.contains("change.step") => t::OUTSIDE_STEP.into(),
        Some(ErrorCode::ConstraintViolation) if is_uncommitted(error) => t::OUTSIDE_STEP.into(),
        Some(ErrorCode::ConstraintViolation) => t::NOT_ALLOWED.into(),
        _ => t::SQL.with([text]),
    }
}

/// Whether the store's watch let nothing be committed.
fn is_uncommitted(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_COMMITHOOK)
}
