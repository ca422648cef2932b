//! The shape of the command line. Its words are put in by [`super::words`], in the language that is asked for.
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::reports::papers;

/// What stands on the command line.
#[derive(Debug, Parser)]
#[command(name = "vitreem", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub struct Args {
    /// Where the office's data lives.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Whether a sample office is worked with.
    #[arg(long, global = true)]
    pub demo: bool,
    /// The clock.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// The language.
    #[arg(long, global = true, value_name = "vi|en")]
    pub lang: Option<String>,
    /// Where the passphrase is written.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Who signs the steps.
    #[arg(long, global = true, value_name = "NAME")]
    pub user: Option<String>,
    /// What is done; the interface if nothing.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What is done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// A new store.
    Init {
        /// Without a passphrase.
        #[arg(long)]
        no_encryption: bool,
        /// The agency it begins with.
        #[arg(long, value_name = "lang-son")]
        preset: Option<Preset>,
    },
    /// Files in.
    #[command(subcommand_required = true)]
    Import {
        /// What they hold.
        #[command(subcommand)]
        what: Import,
    },
    /// A list out.
    Export {
        /// Which one.
        what: Listed,
        /// Only rows with this text.
        #[arg(long, value_name = "TEXT")]
        filter: Option<String>,
        /// Names cut short.
        #[arg(long)]
        masked: bool,
        /// Without the groups that are hidden unless asked for.
        #[arg(long)]
        without_sensitive: bool,
        /// Where to.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// A gift list to print.
    Gifts {
        /// The event.
        event: String,
        /// Where to.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// A form for each unit.
    Forms {
        /// Of which period.
        period: String,
        /// Which folder they go to.
        #[arg(long = "out", id = "folder", value_name = "DIR")]
        out: PathBuf,
    },
    /// Every paper of a period.
    Papers {
        /// Of which period.
        period: String,
        /// The folder, which must not be there yet.
        #[arg(long = "out", id = "new_folder", value_name = "DIR")]
        out: PathBuf,
    },
    /// Filled forms, and units' own sheets.
    Collect {
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Whose they are, where they do not say so.
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
        /// Of which period, where they do not say so.
        #[arg(long = "period", id = "of_period", value_name = "PERIOD")]
        period: Option<String>,
        /// Whether it is only said what would become of them.
        #[arg(long)]
        dry_run: bool,
        /// As one document.
        #[arg(long)]
        json: bool,
    },
    /// The consolidated report.
    Report {
        /// Of which period.
        period: String,
        /// Where to.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Every other paper.
    Paper {
        /// Which one.
        #[arg(value_parser = PossibleValuesParser::new(papers::codes()))]
        kind: String,
        /// What it is about.
        #[arg(long = "for", value_name = "VP|CT1|2026-H1")]
        about: Option<String>,
        /// Where the passphrase of what is sealed is written.
        #[arg(long = "sealing-file", value_name = "FILE")]
        sealing: Option<PathBuf>,
        /// Where to.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Every figure of the report.
    Figures {
        /// Of which period.
        period: String,
        /// As one document.
        #[arg(long)]
        json: bool,
    },
    /// What is due, late, missing.
    Due {
        /// As one document.
        #[arg(long)]
        json: bool,
    },
    /// Who changed what.
    Journal {
        /// As one document.
        #[arg(long)]
        json: bool,
    },
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Whether the store is whole.
    Check {
        /// As one document.
        #[arg(long)]
        json: bool,
    },
    /// The lunar date of a day.
    Lunar {
        /// The day.
        #[arg(allow_hyphen_values = true)]
        date: String,
        /// Whether the day is lunar and the solar one is asked for.
        #[arg(long)]
        to_solar: bool,
    },
    /// An amount in words.
    Words {
        /// The amount.
        #[arg(required = true, allow_negative_numbers = true)]
        amount: Vec<String>,
    },
    /// A script that completes command lines.
    Completions {
        /// For which shell.
        shell: Shell,
    },
    /// The manual page.
    Man,
}

/// What files hold.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Rosters of children.
    Children {
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The unit of rows for which a file names none.
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
        /// The day the lists speak of.
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
        /// Whether it is only said what would become of them.
        #[arg(long)]
        dry_run: bool,
        /// Whether one refused row refuses all.
        #[arg(long)]
        strict: bool,
        /// Where the refused rows go.
        #[arg(long, value_name = "OUT.xlsx")]
        rejects: Option<PathBuf>,
        /// As one document.
        #[arg(long)]
        json: bool,
    },
    /// Sheets of contributions.
    Contributions {
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The campaign that they were given to.
        #[arg(long, value_name = "CAMPAIGN")]
        campaign: String,
        /// Whether it is only said what would become of them.
        #[arg(long)]
        dry_run: bool,
        /// Whether the sheets are posted too.
        #[arg(long, conflicts_with = "dry_run")]
        post: bool,
        /// Where the refused rows go.
        #[arg(long, value_name = "OUT.xlsx")]
        rejects: Option<PathBuf>,
        /// As one document.
        #[arg(long)]
        json: bool,
    },
}

/// A list that can go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    /// The roster.
    Children,
    /// Parents and others.
    Staff,
    /// What was given.
    Contributions,
    /// Sessions held.
    Sessions,
    /// Events.
    Events,
}

/// An agency that a new store may begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Preset {
    /// The department that issued the plan.
    LangSon,
}
