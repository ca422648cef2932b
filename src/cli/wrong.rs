//! Wrong command lines, said in one language.
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::{Said, cli as t};

/// What is wrong with a command line, and what to do about it.
pub fn said(error: &clap::Error) -> Said {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let valid = context(ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => t::UNKNOWN_ARGUMENT.with([argument]),
        ErrorKind::InvalidSubcommand => t::UNKNOWN_COMMAND.with([context(ContextKind::InvalidSubcommand)]),
        ErrorKind::MissingRequiredArgument => t::ARGUMENT_NEEDED.with([argument]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => t::COMMAND_NEEDED.into(),
        ErrorKind::InvalidValue if value.is_empty() => t::VALUE_NEEDED.with([argument]),
        ErrorKind::InvalidValue if !valid.is_empty() => t::NOT_ONE_OF.with([value, argument, valid]),
        ErrorKind::ArgumentConflict => t::TWICE.with([argument]),
        ErrorKind::InvalidValue
        | ErrorKind::ValueValidation
        | ErrorKind::TooManyValues
        | ErrorKind::WrongNumberOfValues => t::WRONG_VALUE.with([value, argument]),
        ErrorKind::InvalidUtf8 => t::NOT_TEXT.into(),
        _ => t::WRONG_USAGE.into(),
    }
}
