//! The wards of Vietnam, put into a store once: a table that is never written afterwards, and so not journaled.
use rusqlite::{Connection, params};

use crate::domain::fold::fold;
use crate::domain::order::Order;
use crate::store::error::Result;

const PROVINCES: &str = include_str!("../../assets/provinces.csv");
const WARDS: &str = include_str!("../../assets/wards.csv");

/// Fills the table of wards if it is empty; whether it was, as in a new store alone.
///
/// # Errors
/// If SQLite refuses.
pub fn run(conn: &mut Connection, order: &Order) -> Result<bool> {
    let filled: bool = conn.query_row("select exists (select 1 from ward)", [], |row| row.get(0))?;
    if filled {
        return Ok(false);
    }
    let provinces: Vec<(&str, &str)> = PROVINCES.lines().skip(1).filter_map(|line| line.split_once(',')).collect();
    let tx = conn.transaction()?;
    {
        let mut insert =
            tx.prepare("insert into ward (name, province, code, fold, sort) values (?1, ?2, ?3, ?4, ?5)")?;
        for line in WARDS.lines().skip(1) {
            let Some((code, rest)) = line.split_once(',') else { continue };
            let Some((name, province_code)) = rest.rsplit_once(',') else { continue };
            let province = provinces.iter().find(|(code, _)| *code == province_code).map_or("", |(_, name)| name);
            let folded = format!("{}\n{}", fold(name), fold(province));
            insert.execute(params![name, province, code, folded, order.plain_key(name)])?;
        }
    }
    tx.commit()?;
    Ok(true)
}
