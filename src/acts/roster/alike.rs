//! Whom a row of a roster may be besides the child it was taken for: children who were entered twice are remarked upon.
use std::cmp::Reverse;
use std::collections::HashSet;

use super::Fate;
use super::known::Known;
use crate::domain::born::Born;
use crate::domain::twin::compare;
use crate::domain::twin::pairs::Index;
use crate::text::{Said, twin as t};

/// Who looks like whom. A roster has many rows and few doubles: facts are put together only where two names look alike
/// at a glance.
#[derive(Debug, Default)]
pub struct Alike {
    index: Index,
    /// Pairs that somebody has told apart.
    apart: HashSet<(i64, i64)>,
    /// Pairs that were remarked upon.
    said: HashSet<(i64, i64)>,
}

impl Alike {
    /// Two children whom somebody has told apart: nothing is remarked upon them.
    pub fn tell_apart(&mut self, one: i64, other: i64) {
        self.apart.insert(ordered(one, other));
    }

    /// Notes what the child at a place is found by: its folded name, those of its parents and carer, its birth.
    pub fn note(&mut self, at: usize, name: &str, kin: [&str; 3], born: Option<Born>) {
        self.index.note(at, name, kin, born);
    }
}

/// A remark if the child at a place, of which this became and whose folded name this is, may be another one too: the
/// likeliest, which nobody has told apart from it and which was not remarked upon yet. Its place, and the remark.
pub fn remark(known: &mut Known, at: usize, name: &str, fate: Fate) -> Option<(usize, Said)> {
    let mut index = std::mem::take(&mut known.alike.index);
    let child = &known.children[at].child;
    let kin = known.kin(child);
    let places = match fate {
        Fate::Unchanged | Fate::Left => index.like(at, name, kin, child.born),
        Fate::Added | Fate::Updated => index.meet(at, name, kin, child.born),
    };
    known.alike.index = index;
    if places.is_empty() {
        return None;
    }
    let own = known.facts(at);
    let child = &known.children[at].child;
    let pair = |other: usize| ordered(child.id.0, known.children[other].child.id.0);
    let doubted = places.into_iter().filter(|other| !known.alike.apart.contains(&pair(*other)));
    let found = doubted.filter_map(|other| Some((other, compare(&own, &known.facts(other))?)));
    let (other, suspicion) = found.max_by_key(|(other, suspicion)| (suspicion.points, Reverse(*other)))?;
    let pair = pair(other);
    if !known.alike.said.insert(pair) {
        return None;
    }
    let place = other;
    let (child, other) = (&known.children[at].child, &known.children[other].child);
    let born = other.born.map(Born::show).unwrap_or_default();
    let parts = [other.name.clone(), born, known.unit_name(other.unit).to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let said = t::WARN_CHILD.with([child.name.clone(), parts.join(", ")]);
    Some((place, suspicion.said().into_iter().fold(said, |said, reasons| said.saying(2, reasons))))
}

fn ordered(one: i64, other: i64) -> (i64, i64) {
    (one.min(other), one.max(other))
}

#[cfg(test)]
mod tests {
    use crate::acts::roster::{Outcome, take};
    use crate::acts::{merge, sample};
    use crate::domain::born::Born;
    use crate::domain::child::Child;
    use crate::exchange::roster::{Roster, Row, Unit};
    use crate::store::Store;
    use crate::text::{Lang, twin as t};

    fn row(name: &str, born: &str, mother: &str, unit: &str) -> Row {
        let unit = Some(Unit { name: unit.into(), caps: false });
        let mother = (!mother.is_empty()).then(|| mother.to_owned());
        Row { row: 5, name: name.into(), born: Born::from_iso(born), mother, unit, ..Row::default() }
    }

    fn taken(store: &mut Store, rows: &[Row]) -> Outcome {
        take(store, "ds.xlsx", Roster { rows: rows.to_vec(), ..Roster::default() }).unwrap()
    }

    /// What is remarked of doubles.
    fn remarks(outcome: &Outcome) -> Vec<String> {
        let doubles = outcome.warnings.iter().filter(|warning| warning.text.text == t::WARN_CHILD);
        doubles.map(|warning| warning.text.say(Lang::Vi)).collect()
    }

    #[test]
    fn a_double_is_taken_in_and_remarked_upon_once() {
        let mut store = sample::store();
        let first = row("Lê Thị Hòa", "2015-03-05", "Vũ Hà", "Văn phòng");
        let twin = row("Lê Thị Hoa", "2015-03-05", "Vũ Hà", "Văn phòng");
        assert_eq!(remarks(&taken(&mut store, &[first.clone(), twin])), [] as [String; 0]);
        let double = row("Lê Thị Hoà", "2015-05-03", "Vũ Hà", "Thanh tra");
        let said = taken(&mut store, std::slice::from_ref(&double));
        assert_eq!(said.added, 1);
        let words = "Cháu Lê Thị Hoà có thể là Lê Thị Hòa, 05/03/2015, Văn phòng đã có trong danh sách: cùng họ tên, ngày và tháng sinh đảo chỗ, cùng bố hoặc mẹ. Cần xem lại ở thẻ Nghi trùng.";
        assert_eq!(remarks(&said), [words]);
        // Both in one sheet: the pair is told of once.
        assert_eq!(remarks(&taken(&mut store, &[first, double])).len(), 1);
    }

    #[test]
    fn what_was_told_apart_is_not_remarked_upon_again() {
        let mut store = sample::store();
        let rows = [row("Lê Thị Hòa", "2015-03-05", "", "Văn phòng"), row("Lê Thị Hoà", "2015-03-05", "", "Thanh tra")];
        assert_eq!(remarks(&taken(&mut store, &rows)).len(), 1);
        let children = store.all::<Child>().unwrap();
        merge::tell_apart(&mut store, children[0].id, children[1].id).unwrap();
        let again = taken(&mut store, &rows);
        assert_eq!((again.unchanged, remarks(&again).len()), (2, 0));
    }

    #[test]
    fn a_row_of_a_merged_child_is_the_kept_one() {
        let mut store = sample::store();
        let rows = [
            row("Lê Thị Hòa", "2015-03-05", "Vũ Hà", "Văn phòng"),
            row("Lê Thị Hoà", "2015-05-03", "Vũ Hà", "Thanh tra"),
        ];
        taken(&mut store, &rows);
        let children = store.all::<Child>().unwrap();
        merge::merge(&mut store, &children[0], children[1].id).unwrap();
        let before = store.all::<Child>().unwrap();
        let again = taken(&mut store, &rows);
        assert_eq!((again.added, again.updated, again.unchanged, remarks(&again).len()), (0, 0, 2, 0));
        assert_eq!(store.all::<Child>().unwrap(), before);
        // With a new circumstance it is the kept child's.
        let held = Row { circumstance: Some("mồ côi cha".into()), ..rows[1].clone() };
        assert_eq!(taken(&mut store, &[held]).updated, 1);
        assert_eq!(store.all::<Child>().unwrap()[0].id, before[0].id);
        assert!(!store.all::<Child>().unwrap()[0].circumstances.is_empty());
        // The kept child is in the trash: the row is a child again.
        store.trash(<Child as crate::domain::record::Record>::META, &[before[0].id.0]).unwrap();
        assert_eq!(taken(&mut store, &[rows[1].clone()]).added, 1);
    }
}
