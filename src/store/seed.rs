//! The wards of Vietnam, put into a store once: a table that is never written afterwards, and so not journaled.
use std::collections::HashMap;
use std::sync::OnceLock;

use rusqlite::{Connection, params};

use crate::domain::fold::fold;
use crate::domain::order::Order;
use crate::store::error::Result;

const PROVINCES: &str = include_str!("../../assets/provinces.csv");
const LINES: &str = include_str!("../../assets/wards.csv");

/// Fills the table of wards if it is empty; whether it was, as in a new store alone.
///
/// # Errors
/// If SQLite refuses.
pub fn run(conn: &mut Connection, order: &Order) -> Result<bool> {
    let filled: bool = conn.query_row("select exists (select 1 from ward)", [], |row| row.get(0))?;
    if filled {
        return Ok(false);
    }
    let tx = conn.transaction()?;
    {
        let mut insert =
            tx.prepare("insert into ward (name, province, code, fold, sort) values (?1, ?2, ?3, ?4, ?5)")?;
        for ward in wards(order) {
            insert.execute(params![ward.name, ward.province, ward.code, ward.fold, ward.sort])?;
        }
    }
    tx.commit()?;
    Ok(true)
}

/// A ward as it is stored.
struct Ward {
    name: &'static str,
    province: &'static str,
    code: &'static str,
    fold: String,
    sort: Vec<u8>,
}

/// All wards: the same in every store, so that they are made once for all that this process founds.
fn wards(order: &Order) -> &'static [Ward] {
    static WARDS: OnceLock<Vec<Ward>> = OnceLock::new();
    WARDS.get_or_init(|| {
        let provinces: HashMap<&str, &str> =
            PROVINCES.lines().skip(1).filter_map(|line| line.split_once(',')).collect();
        let ward = |line: &'static str| {
            let (code, rest) = line.split_once(',')?;
            let (name, province_code) = rest.rsplit_once(',')?;
            let province = provinces.get(province_code).copied().unwrap_or_default();
            let fold = format!("{}\n{}", fold(name), fold(province));
            Some(Ward { name, province, code, fold, sort: order.plain_key(name) })
        };
        LINES.lines().skip(1).filter_map(ward).collect()
    })
}
