//! `paper`: every paper of the table, each from the data.
use std::path::{Path, PathBuf};

use super::Cx;
use super::fail::{Answer, Failure};
use super::import::has_ending;
use super::office::{self, Office};
use super::out::Out;
use crate::acts::receipts;
use crate::domain::period::Period;
use crate::domain::receipt::Receipt;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::tables;
use crate::paper::{docx, file, pdf};
use crate::reports::papers::{Fill, PAPERS, Printable, RECEIPT, Subject};
use crate::reports::{named, receipt};
use crate::store::Store;
use crate::text::cli as t;

/// What is asked for.
pub struct Asked {
    /// The code of the paper.
    pub kind: String,
    /// What it is about; the latest of what is kept by date if nothing is named.
    pub about: Option<String>,
    /// Where the passphrase of what is sealed is written.
    pub sealing: Option<PathBuf>,
    /// Where to.
    pub file: PathBuf,
}

/// Writes a paper to a file, with a line in the log of who looked.
pub fn paper(cx: &Cx<'_>, asked: &Asked, out: &mut Out<'_>) -> Answer<()> {
    let kinds: Vec<&Printable> = PAPERS.iter().filter(|paper| paper.code == asked.kind).collect();
    let ends = |paper: &Printable| paper.endings().iter().copied().find(|ending| has_ending(&asked.file, ending));
    let Some(ending) = kinds.iter().find_map(|paper| ends(paper)) else {
        let endings = kinds.first().map_or(&[][..], |paper| paper.endings());
        let all = endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ");
        return Err(Failure::Usage(t::ENDING.with([asked.file.display().to_string(), all])));
    };
    let mut office = Office::open(cx, out.lang)?;
    if asked.kind == RECEIPT {
        return receipts(&mut office.store, asked, ending, out);
    }
    let (paper, subject) = meant(&office.store, &kinds, asked.about.as_deref())?;
    if matches!(subject, Subject::Row(table, _) if table == Referral::TABLE) {
        unseal(&mut office.store, asked.sealing.as_deref(), cx, out)?;
    }
    out.file(&asked.file, &paper.file(&office.store, &subject, ending)?)?;
    let (table, row) = match subject {
        Subject::Row(table, id) => (table, Some(id)),
        Subject::Period(_) => ("report", None),
        Subject::Office => ("agency", None),
    };
    Ok(office.store.looked("print", table, row, None)?)
}

/// The papers that confirm what was given: each print is an act, which gives a new one its number once it is written.
fn receipts(store: &mut Store, asked: &Asked, ending: &str, out: &mut Out<'_>) -> Answer<()> {
    let mut printed = Vec::new();
    file::within(&asked.file, |is_out| {
        receipts::print_asked(store, asked.about.as_deref(), &mut |store, papers| {
            let paper = receipt::receipts(store, papers)?;
            let bytes = if ending == "pdf" { pdf::render(&paper) } else { docx::render(&paper) };
            out.file(&asked.file, &bytes.map_err(|error| error.said())?)?;
            *is_out = asked.file.as_os_str() != "-";
            printed = papers.to_vec();
            Ok(())
        })
    })?;
    for id in printed {
        store.looked("print", Receipt::TABLE, Some(id.0), None)?;
    }
    Ok(())
}

/// Which of the papers of one code is meant, by what it is said to be about: a period where it reads as one, else a row.
fn meant<'a>(store: &Store, kinds: &[&'a Printable], about: Option<&str>) -> Answer<(&'a Printable, Subject)> {
    let mut refused = Failure::Usage(t::PAPER_ABOUT.into());
    for paper in kinds {
        let subject = match &paper.fill {
            Fill::Office(_) | Fill::Act => Ok(Subject::Office),
            Fill::Period(..) => about
                .map_or_else(|| Err(t::PAPER_PERIOD.into()), |typed| Period::parse(typed).map(Subject::Period))
                .map_err(Failure::Usage),
            Fill::Row(table, ..) => tables::by_name(table)
                .ok_or_else(|| Failure::Usage(t::PAPER_ABOUT.into()))
                .and_then(|meta| Ok(Subject::Row(table, named::find(store, meta, about)?))),
        };
        match subject {
            Ok(subject) => return Ok((paper, subject)),
            Err(why) => refused = why,
        }
    }
    Err(refused)
}

/// Opens what is sealed, where its passphrase is given or can be asked for; else the paper tells its open part only.
fn unseal(store: &mut Store, file: Option<&Path>, cx: &Cx<'_>, out: &Out<'_>) -> Answer<()> {
    if !store.has_inner_lock() {
        return Ok(());
    }
    let passphrase = match file {
        Some(path) => office::passphrase_in(path)?.into(),
        None if cx.world.keyboard => office::ask(t::ASK_SEALING.say(out.lang))?,
        None => return Ok(()),
    };
    if passphrase.is_empty() { Ok(()) } else { Ok(store.unseal(passphrase.trim())?) }
}
