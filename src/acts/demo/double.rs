//! A child whom two units have entered: what the office finds under suspected doubles.
use super::Office;
use crate::domain::born::Born;
use crate::domain::child::Child;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::twin::birth::swapped;
use crate::store::{Result, Store};

/// Puts a child of two parents here once more, as the mother's unit wrote it: without marks, with day and month in each
/// other's place.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    let both = |child: &&Child| !child.father.is_new() && !child.mother.is_new();
    for child in office.families.iter().flatten().filter(both) {
        let Some(Born::Day(day)) = child.born else { continue };
        let unit = store.get(child.mother)?.unit;
        let turned = swapped(day).filter(|turned| *turned != day && !unit.is_new() && unit != child.unit);
        let Some(turned) = turned else { continue };
        let words: Vec<String> = child.name.split(' ').map(|word| capital(&fold(word))).collect();
        let (name, born) = (words.join(" "), Some(Born::Day(turned)));
        store.put_record(&mut Child { id: Id::NEW, name, born, unit, father: Id::NEW, ..child.clone() })?;
        break;
    }
    Ok(())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
