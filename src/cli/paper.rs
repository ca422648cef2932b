//! `paper`: every other paper to print.
use std::path::{Path, PathBuf};

use super::Cx;
use super::args::PaperKind;
use super::fail::{Answer, Failure};
use super::import::has_ending;
use super::office::{self, Office};
use super::out::Out;
use crate::domain::fold::fold;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::paper::docx;
use crate::reports::referral;
use crate::store::Store;
use crate::text::cli as t;

/// What is asked for.
pub struct Asked {
    /// The paper.
    pub kind: PaperKind,
    /// What it is about; the latest if nothing is named.
    pub about: Option<String>,
    /// Where the passphrase of what is sealed is written.
    pub sealing: Option<PathBuf>,
    /// Where to.
    pub file: PathBuf,
}

/// Writes a paper to a file.
pub fn paper(cx: &Cx<'_>, asked: &Asked, out: &mut Out<'_>) -> Answer<()> {
    if !has_ending(&asked.file, "docx") {
        return Err(Failure::Usage(t::ENDING.with([asked.file.display().to_string(), ".docx".to_owned()])));
    }
    let mut office = Office::open(cx, out.lang)?;
    match asked.kind {
        PaperKind::PhieuThongTin => {
            let referral = find_referral(&office.store, asked.about.as_deref())?;
            unseal(&mut office.store, asked.sealing.as_deref(), cx, out)?;
            let bytes = docx::render(&referral::sheet(&office.store, referral.id)?)?;
            office.store.looked("print", Referral::TABLE, Some(referral.id.0), None)?;
            out.file(&asked.file, &bytes)
        }
    }
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

/// The concern of a code ("VV3"), or the latest one.
fn find_referral(store: &Store, typed: Option<&str>) -> Answer<Referral> {
    let mut all = store.all::<Referral>()?.into_iter();
    let found = match typed.map(fold) {
        Some(code) => all.find(|it| fold(&it.code) == code),
        None => all.next(),
    };
    Ok(found.ok_or_else(|| t::NO_REFERRAL.with([typed.unwrap_or_default()]))?)
}
