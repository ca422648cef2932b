//! The same child twice in one file: both parents' units list it, or a sheet was pasted together.
use std::collections::HashMap;

use super::{Roster, Row, Warning};
use crate::domain::fold::fold;
use crate::text::exchange as say;

/// Keeps the first row of each child, filled up from the later ones, each of which leaves a warning.
pub fn merge(roster: &mut Roster) {
    let rows = &mut roster.rows;
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::with_capacity(rows.len());
    // Rows that are kept close up in their order.
    let mut kept = 0;
    for at in 0..rows.len() {
        let places = by_name.entry(fold(&rows[at].name)).or_default();
        let Some(first) = places.iter().copied().find(|place| is_same(&rows[*place], &rows[at])) else {
            places.push(kept);
            rows.swap(kept, at);
            kept += 1;
            continue;
        };
        let row = std::mem::take(&mut rows[at]);
        let earlier = &mut rows[first];
        let text = if earlier.sheet == row.sheet {
            say::TWICE.with([row.name.clone(), earlier.row.to_string()])
        } else {
            say::TWICE_IN.with([row.name.clone(), earlier.row.to_string(), earlier.sheet.clone()])
        };
        roster.warnings.push(Warning { sheet: row.sheet.clone(), row: row.row, text });
        fill(earlier, row);
    }
    roster.rows.truncate(kept);
}

/// The same name, births that agree, nothing against it, and a common unit or parent. Where a birth is not known, only a
/// common parent will do.
fn is_same(a: &Row, b: &Row) -> bool {
    // Cheap and most telling, so before the names of parents are compared.
    if matches!((a.born, b.born), (Some(a), Some(b)) if !a.agrees(b)) {
        return false;
    }
    let agree = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => Some(fold(a) == fold(b)),
        _ => None,
    };
    let (father, mother) = (agree(&a.father, &b.father), agree(&a.mother, &b.mother));
    let against =
        father == Some(false) || mother == Some(false) || matches!((a.sex, b.sex), (Some(a), Some(b)) if a != b);
    let parent = father == Some(true) || mother == Some(true);
    let unit = matches!((&a.unit, &b.unit), (Some(a), Some(b)) if fold(&a.name) == fold(&b.name));
    !against
        && match (a.born, b.born) {
            (Some(_), Some(_)) => parent || unit,
            _ => parent,
        }
}

fn fill(earlier: &mut Row, later: Row) {
    // The better known of two births that agree.
    earlier.born = match (earlier.born, later.born) {
        (Some(a), Some(b)) => Some(if b.iso().len() > a.iso().len() { b } else { a }),
        (a, b) => a.or(b),
    };
    earlier.sex = earlier.sex.or(later.sex);
    earlier.father = earlier.father.take().or(later.father);
    earlier.mother = earlier.mother.take().or(later.mother);
    earlier.carer = earlier.carer.take().or(later.carer);
    earlier.unit = earlier.unit.take().or(later.unit);
    earlier.ward = earlier.ward.take().or(later.ward);
    earlier.circumstance = earlier.circumstance.take().or(later.circumstance);
    earlier.note = earlier.note.take().or(later.note);
    for (head, value) in later.extra {
        if !earlier.extra.iter().any(|(known, _)| *known == head) {
            earlier.extra.push((head, value));
        }
    }
}
