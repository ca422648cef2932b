//! One row of a roster: which child it is, and what of it is new.
use super::Decision;
use super::alike;
use super::change::{self, Change, Fate, Twin};
use super::known::{Known, spelling};
use crate::domain::born::Born;
use crate::domain::child::{Child, ChildState};
use crate::domain::circumstance::{Circumstance, Hardship};
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::review::ReviewResult;
use crate::domain::unit::Unit;
use crate::exchange::roster::Row;
use crate::store::{Result, Store};
use crate::text::{Said, acts as t};

/// What taking a row did, and what its [`Change`] is told from.
pub struct Taken {
    /// What became of it.
    pub fate: Fate,
    folded: Folded,
    unit: Id<Unit>,
    /// Where the child stands.
    at: usize,
    before: Option<Child>,
    /// The names of circumstances that were added.
    held: Vec<String>,
    /// Whether a known child that it may speak of is looked for.
    open: bool,
    /// The child that it was remarked to be like.
    like: Option<usize>,
}

/// Takes a row within the running step: a child that is known is filled up, another is added. `None` if the office left
/// it out.
///
/// # Errors
/// If the store refuses.
pub fn take(
    store: &mut Store,
    known: &mut Known,
    row: &Row,
    decision: Option<Decision>,
    remarks: &mut Vec<Said>,
) -> Result<Option<Taken>> {
    if decision == Some(Decision::Leave) {
        return Ok(None);
    }
    let unit = match &row.unit {
        Some(unit) => known.unit(store, &unit.name)?,
        None => Id::NEW,
    };
    let folded = Folded::of(row);
    let found = match decision {
        Some(Decision::Same(child)) => known.place(child),
        Some(_) => None,
        None => find(known, row, &folded, unit),
    };
    let place = found.and_then(|at| known.standing(at));
    let before = place.map(|at| known.children[at].child.clone());
    let mut child = before.clone().unwrap_or_default();
    if child.state == ChildState::Left {
        remarks.push(t::CHILD_LEFT.with([child.name.clone()]));
    }
    // What a row says of a child that was merged into another was weighed when that was done.
    if place.is_none() || found == place {
        fill(known, &mut child, row, &folded, unit, remarks);
        parents(store, known, &mut child, row, &folded.parents, remarks)?;
    }
    let changed = before.as_ref() != Some(&child);
    if changed {
        store.put_record(&mut child)?;
    }
    let held = circumstances(store, known, &child, row, remarks)?;
    let answered = reviewed(store, known, &child, row, changed || !held.is_empty())?;
    let at = place.unwrap_or(known.children.len());
    match place {
        Some(at) => known.renew(at, child),
        None => known.keep(folded.name.clone(), child),
    }
    for at in [Some(at), found].into_iter().flatten() {
        known.children[at].taken = true;
    }
    let fate = match (&before, changed || !held.is_empty() || answered) {
        (None, _) => Fate::Added,
        (Some(_), true) => Fate::Updated,
        (Some(_), false) => Fate::Unchanged,
    };
    let open = decision.is_none() && place.is_none();
    let remark = alike::remark(known, at, &folded.name, fate).filter(|_| decision.is_none());
    let like = remark.map(|(other, said)| {
        remarks.push(said);
        other
    });
    Ok(Some(Taken { fate, folded, unit, at, before, held, open, like }))
}

/// What a row did, told in values before and after.
pub fn change(store: &Store, known: &Known, row: &Row, taken: &Taken) -> Change {
    let Taken { fate, folded, unit, at, before, held, open, like } = taken;
    let after = &known.children[*at].child;
    let differences = before.as_ref().map(|before| change::between(store, before, after, held)).unwrap_or_default();
    let free = |other: &usize| !known.children[*other].taken && known.children[*other].merged_into.is_none();
    let likely = if *open { twin(known, row, folded).or_else(|| like.filter(free)) } else { None };
    let twin = likely.map(|other| as_twin(store, known, row, folded, *unit, other));
    Change { fate: *fate, differences, twin, ..Change::default() }
}

/// A known child of the same name that the row may speak of, though not surely: their births agree but no parent or
/// unit does, or a parent is the same but the birth is not.
fn twin(known: &Known, row: &Row, folded: &Folded) -> Option<usize> {
    let names = &folded.parents;
    let likeness = |at: usize| {
        let kept = &known.children[at];
        let child = &kept.child;
        let same_name = kept.spelling == folded.spelling;
        if !same_name && known.is_spelled(&kept.spelling) {
            return None;
        }
        let parents = [child.father, child.mother, child.carer].map(|parent| known.person_name(parent));
        let shared = parents.iter().any(|name| names.iter().flatten().any(|other| other == name));
        let agree = match (child.born, row.born) {
            (Some(a), Some(b)) => a.agrees(b),
            _ => true,
        };
        (agree || shared).then_some((shared, agree, same_name, std::cmp::Reverse(at)))
    };
    let (.., std::cmp::Reverse(at)) = known.namesakes(&folded.name).filter_map(likeness).max()?;
    Some(at)
}

/// A known child as one that a row may speak of, with what would be new of it.
fn as_twin(store: &Store, known: &Known, row: &Row, folded: &Folded, unit: Id<Unit>, at: usize) -> Twin {
    let before = &known.children[at].child;
    let mut after = before.clone();
    fill(known, &mut after, row, folded, unit, &mut Vec::new());
    let mut differences = change::between(store, before, &after, &[]);
    let given = [(&row.father, before.father, "father"), (&row.mother, before.mother, "mother")];
    for ((name, person, column), plain) in given.into_iter().zip(&folded.parents) {
        if let Some(name) = name.as_ref().filter(|_| plain.as_deref() != Some(known.person_name(person))) {
            differences.extend(change::renamed(store, column, person, name));
        }
    }
    Twin { child: before.id, name: before.name.clone(), said: change::described(store, before), differences }
}

/// The known child that a row speaks of: the same folded name, births that may be one, and a common parent or unit.
/// Of several the one that fits best. Where both parents differ, only the very same birthday makes one child of them.
fn find(known: &Known, row: &Row, folded: &Folded, unit: Id<Unit>) -> Option<usize> {
    let names = &folded.parents;
    let fit = |at: usize| {
        let kept = &known.children[at];
        let child = &kept.child;
        let same_name = kept.spelling == folded.spelling;
        // Another row of the roster names this child just so.
        if !same_name && known.is_spelled(&kept.spelling) {
            return None;
        }
        let born = match (child.born, row.born) {
            (Some(a), Some(b)) if a == b => 2,
            (Some(a), Some(b)) if a.agrees(b) => 1,
            (Some(_), Some(_)) => return None,
            _ => 0,
        };
        let parents = [child.father, child.mother, child.carer].map(|parent| known.person_name(parent));
        let shared = parents.iter().any(|name| names.iter().flatten().any(|other| other == name));
        let housed = !unit.is_new() && child.unit == unit;
        let differs = |at: usize| names[at].as_ref().is_some_and(|name| !parents[at].is_empty() && parents[at] != name);
        let against = !shared && (differs(0) || differs(1));
        let birthday = born == 2 && matches!(child.born, Some(Born::Day(_)));
        // Where no unit is known on either side, the very same birth, or none, must do: a file taken in twice adds nothing.
        let homeless = unit.is_new() && child.unit.is_new() && child.born == row.born && !against;
        let fits = shared || homeless || (housed && (!against || birthday));
        fits.then_some((shared, born, same_name, housed, child.sex == row.sex))
    };
    let fits = known.namesakes(&folded.name).filter_map(|at| Some((fit(at)?, std::cmp::Reverse(at))));
    fits.max().map(|(_, std::cmp::Reverse(at))| at)
}

/// What a row tells of the child itself. A blank cell tells nothing.
fn fill(known: &Known, child: &mut Child, row: &Row, folded: &Folded, unit: Id<Unit>, remarks: &mut Vec<Said>) {
    // A name without marks is no better than one with them.
    if spelling(&child.name) != folded.spelling && (child.name.is_ascii() || !row.name.is_ascii()) {
        child.name.clone_from(&row.name);
    }
    child.born = match (child.born, row.born) {
        // Only where the office says that it is the same child may births differ.
        (Some(old), Some(new)) if old.agrees(new) && new.iso().len() <= old.iso().len() => Some(old),
        (old, new) => new.or(old),
    };
    child.sex = row.sex.or(child.sex);
    if !unit.is_new() && child.unit != unit {
        if !child.unit.is_new() {
            let (old, new) = (known.unit_name(child.unit), known.unit_name(unit));
            remarks.push(t::MOVED_UNIT.with([row.name.as_str(), old, new]));
        }
        child.unit = unit;
    }
    if let Some(note) = &row.note {
        child.note.clone_from(note);
    }
    if let Some(text) = &row.ward {
        ward(known, child, text, remarks);
    }
}

fn ward(known: &Known, child: &mut Child, text: &str, remarks: &mut Vec<Said>) {
    let folded = fold(text);
    if folded == fold(known.wards.name(child.ward)) || folded == fold(&child.address) {
        return;
    }
    let found = known.wards.find(text);
    if let Some(ward) = found {
        child.ward = ward.id;
    } else {
        remarks.push(t::NO_SUCH_WARD.with([text]));
    }
    if found.is_none_or(|ward| ward.more) {
        text.clone_into(&mut child.address);
    }
}

/// Father, mother and carer. A name that the child's other parent has is that parent: where a sheet does not say
/// whose it is, it may stand in the wrong place.
fn parents(
    store: &mut Store,
    known: &mut Known,
    child: &mut Child,
    row: &Row,
    folded: &[Option<String>; 3],
    remarks: &mut Vec<Said>,
) -> Result<()> {
    let (father, mother) = (child.father, child.mother);
    let has = [father, mother, child.carer].map(|person| known.person_name(person).to_owned());
    let given = [&row.father, &row.mother, &row.carer];
    let slots = [&mut child.father, &mut child.mother, &mut child.carer];
    for (at, (name, slot)) in given.into_iter().zip(slots).enumerate() {
        let Some((name, plain)) = name.as_ref().zip(folded[at].as_deref()) else { continue };
        if at == MOTHER && folded[FATHER] == folded[MOTHER] {
            remarks.push(t::SAME_PARENTS.with([name]));
            continue;
        }
        let other = [MOTHER, FATHER].get(at).filter(|other| folded[**other].is_none());
        let is = |place: usize| plain == has[place];
        // A column of parents may name the carer alone.
        let cares = at != CARER && folded[CARER].is_none() && is(CARER);
        if !is(at) && !cares && !other.is_some_and(|other| is(*other)) {
            *slot = known.person(store, name, plain, child.unit, remarks)?;
        }
    }
    if !child.father.is_new() && child.father == child.mother {
        (child.father, child.mother) = (father, mother);
    }
    Ok(())
}

/// Adds the circumstances that are not known yet, and gives their names, from before the office's records. One that has ended stays so.
fn circumstances(
    store: &mut Store,
    known: &mut Known,
    child: &Child,
    row: &Row,
    remarks: &mut Vec<Said>,
) -> Result<Vec<String>> {
    let mut added = Vec::new();
    let Some(text) = &row.circumstance else { return Ok(added) };
    for finding in known.findings(text).iter() {
        let (hardship, name) = known.hardship(store, finding)?;
        let held = known.held(child.id);
        let ends = held.iter().filter(|(kind, _)| *kind == hardship).map(|(_, until)| *until);
        // An open end is after every day.
        let last = ends.reduce(|a, b| a.and_then(|a| b.map(|b| a.max(b))));
        match last {
            Some(None) => {}
            Some(Some(end)) => {
                if end < store.today() {
                    remarks.push(t::ENDED.with([child.name.clone(), name, day::show(end)]));
                }
            }
            None => {
                let hardship = Id::<Hardship>::of(hardship);
                let mut found = Circumstance { child: child.id, hardship, ..Circumstance::default() };
                store.put_record(&mut found)?;
                held.push((found.hardship.0, None));
                added.push(name);
            }
        }
    }
    Ok(added)
}

/// Notes the answer of a sheet of review in the round that is going on: unchanged where the row brought nothing new and
/// says no more than that; `false` if it is no such sheet or the child was reviewed already.
fn reviewed(store: &mut Store, known: &mut Known, child: &Child, row: &Row, fresh: bool) -> Result<bool> {
    let Some(answer) = &row.review else { return Ok(false) };
    let folded = fold(answer);
    let plain = UNCHANGED.contains(&folded.as_str());
    let result = if fresh || !plain { ReviewResult::Changed } else { ReviewResult::Same };
    known.reviews.answer(store, child, result, if plain { "" } else { answer })
}

/// How units write that nothing has changed, folded; a signed sheet that says nothing of a child says so too.
const UNCHANGED: [&str; 8] = ["", "x", "v", "khong", "khong doi", "khong thay doi", "khong co thay doi", "giu nguyen"];

const FATHER: usize = 0;
const MOTHER: usize = 1;
const CARER: usize = 2;

/// A row's names, folded.
struct Folded {
    name: String,
    /// The name as [`spelling`] has it.
    spelling: String,
    /// Father, mother and carer.
    parents: [Option<String>; 3],
}

impl Folded {
    fn of(row: &Row) -> Self {
        let parents = [&row.father, &row.mother, &row.carer].map(|name| name.as_deref().map(fold));
        Self { name: fold(&row.name), spelling: spelling(&row.name), parents }
    }
}
