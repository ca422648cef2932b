//! Data that papers and lists cannot do without and that are not entered yet.
use chrono::{Datelike, NaiveDate};

use super::{Due, State};
use crate::domain::plan::Plan;
use crate::domain::record::Record;
use crate::domain::signer::Signer;
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Said, report as t};

pub fn lacking(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let mut all: Vec<Due> = Vec::new();
    let mut lack = |what: Said, open| {
        all.push(Due { what, due: today, state: State::Lacking, unit: None, days: 0, open, legal: false });
    };
    let agency = letterhead::agency_on(store, today)?;
    if agency.id.is_new() {
        lack(t::SETUP_AGENCY.into(), ("agency", 0));
    } else {
        let needed = [
            (&agency.symbol, t::SETUP_SYMBOL),
            (&agency.place, t::SETUP_PLACE),
            (&agency.signer, t::SETUP_SIGNER),
            (&agency.addressee.0, t::SETUP_ADDRESSEE),
        ];
        for (value, text) in needed {
            if value.trim().is_empty() {
                lack(text.into(), ("agency", agency.id.0));
            }
        }
    }
    if store.count(Unit::META)? == 0 {
        lack(t::SETUP_UNITS.into(), ("unit", 0));
    } else if let Some(signer) = letterhead::nameless(store)? {
        lack(t::SETUP_LETTERS.with([signer.office]), (Signer::TABLE, signer.id.0));
    }
    if store.find::<Plan>("year", &Value::Int(i64::from(today.year())))?.is_empty() {
        lack(t::SETUP_PLAN.with([today.year()]), ("plan", 0));
    }
    Ok(all)
}
