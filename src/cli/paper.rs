//! `paper`: every other paper to print, each from the data.
use std::path::{Path, PathBuf};

use chrono::Datelike;

use super::Cx;
use super::args::PaperKind;
use super::fail::{Answer, Failure};
use super::import::has_ending;
use super::office::{self, Office};
use super::out::Out;
use crate::acts::review;
use crate::domain::fold::fold;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::unit::Unit;
use crate::paper::{docx, xlsx};
use crate::reports::{appeal, referral, review as sheet};
use crate::store::Store;
use crate::text::cli as t;

/// What is asked for.
pub struct Asked {
    /// The paper.
    pub kind: PaperKind,
    /// What it is about; for a concern the latest if nothing is named.
    pub about: Option<String>,
    /// Where the passphrase of what is sealed is written.
    pub sealing: Option<PathBuf>,
    /// Where to.
    pub file: PathBuf,
}

/// Writes a paper to a file, with a line in the log of who looked.
pub fn paper(cx: &Cx<'_>, asked: &Asked, out: &mut Out<'_>) -> Answer<()> {
    let endings: &[&str] = match asked.kind {
        PaperKind::PhieuRaSoat => &["docx", "xlsx"],
        PaperKind::BanCamKet | PaperKind::PhieuThongTin => &["docx"],
    };
    if !endings.iter().any(|ending| has_ending(&asked.file, ending)) {
        let all = endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ");
        return Err(Failure::Usage(t::ENDING.with([asked.file.display().to_string(), all])));
    }
    let mut office = Office::open(cx, out.lang)?;
    let about = asked.about.as_deref();
    let (bytes, table, row) = match asked.kind {
        PaperKind::PhieuThongTin => {
            let referral = find_referral(&office.store, about)?;
            unseal(&mut office.store, asked.sealing.as_deref(), cx, out)?;
            let bytes = docx::render(&referral::sheet(&office.store, referral.id)?)?;
            (bytes, Referral::TABLE, referral.id.0)
        }
        PaperKind::PhieuRaSoat => {
            let unit = find_unit(&office.store, about)?;
            let bytes = review_sheet(&office.store, &unit, has_ending(&asked.file, "xlsx"))?;
            (bytes, Unit::TABLE, unit.id.0)
        }
        PaperKind::BanCamKet => {
            let unit = find_unit(&office.store, about)?;
            let year = i64::from(office.store.today().year());
            let bytes = docx::render(&appeal::paper(&office.store, unit.id, year)?)?;
            (bytes, Unit::TABLE, unit.id.0)
        }
    };
    out.file(&asked.file, &bytes)?;
    Ok(office.store.looked("print", table, Some(row), None)?)
}

/// The sheet of review of a unit, of the round that is going on if there is one.
fn review_sheet(store: &Store, unit: &Unit, as_workbook: bool) -> Answer<Vec<u8>> {
    let round = review::open_round(store)?;
    Ok(if as_workbook {
        xlsx::render(&sheet::sheet(store, unit.id, round)?)?
    } else {
        docx::render(&sheet::paper(store, unit.id, round)?)?
    })
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

/// The unit that was named.
fn find_unit(store: &Store, typed: Option<&str>) -> Answer<Unit> {
    let typed = typed.unwrap_or_default();
    match sheet::find_unit(store, typed)? {
        Some(unit) => Ok(unit),
        None => {
            let names: Vec<String> = store.all::<Unit>()?.into_iter().map(|unit| unit.name).collect();
            Err(t::NO_UNIT.with([typed.to_owned(), names.join("; ")]).into())
        }
    }
}
