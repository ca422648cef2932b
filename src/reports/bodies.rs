//! Whom to call at a unit or a partner.
use rusqlite::OptionalExtension;

use crate::store::{Result, Store};

/// The contact person and telephone of a unit or a body by its name: a unit's own, else a body's. `None` if neither is
/// known.
///
/// # Errors
/// If SQLite refuses.
pub fn reach(store: &Store, name: &str) -> Result<Option<String>> {
    let sql = "select concat_ws(', ', nullif(contact, ''), nullif(phone, '')) as reach from unit
            where name = ?1 and trashed is null and contact || phone <> ''
        union all select reach from body_shown where name = ?1 and trashed is null and reach <> '' limit 1";
    Ok(store.reader().prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;
    use crate::domain::body::Body;

    #[test]
    fn a_body_without_a_contact_has_that_of_the_unit_it_is() {
        let mut store = sample::store();
        let id = sample::unit(&mut store, "Văn phòng Sở");
        assert_eq!(reach(&store, "Văn phòng Sở").unwrap(), None);
        let mut unit = store.get(id).unwrap();
        (unit.contact, unit.phone) = ("Lê Văn An".into(), "0900 000 001".into());
        store.save(&mut unit).unwrap();
        let mut body = Body { name: "Văn phòng Sở".into(), ..Body::default() };
        store.save(&mut body).unwrap();
        assert_eq!(body.reach, "Lê Văn An, 0900 000 001");
        assert_eq!(reach(&store, "Văn phòng Sở").unwrap().as_deref(), Some("Lê Văn An, 0900 000 001"));
        let mut union = Body { name: "Công đoàn".into(), phone: "0900 000 002".into(), ..Body::default() };
        store.save(&mut union).unwrap();
        assert_eq!(reach(&store, "Công đoàn").unwrap().as_deref(), Some("0900 000 002"));
    }
}
