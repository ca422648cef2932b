//! The topics of the plan, put into the office's list.
use crate::domain::act::{Act, Step};
use crate::domain::fold::fold;
use crate::domain::record::Record;
use crate::domain::topic::{SEEDED, Topic};
use crate::store::{Result, Store};

/// Adds the plan's topics that the list does not have yet, as one step; how many.
///
/// # Errors
/// If the store refuses.
pub fn seed(store: &mut Store) -> Result<usize> {
    store.write(Step::new(Act::SeedTopics, Topic::TABLE, ""), |store| {
        let added = seed_within(store)?;
        store.name_step(added.to_string());
        Ok(added)
    })
}

/// The same within the running step.
///
/// # Errors
/// If the store refuses.
pub fn seed_within(store: &mut Store) -> Result<usize> {
    let known: Vec<String> = store.all::<Topic>()?.iter().map(|topic| fold(&topic.name)).collect();
    let missing = SEEDED.iter().filter(|name| !known.contains(&fold(name)));
    let mut added = 0;
    for name in missing {
        store.put_record(&mut Topic { name: (*name).to_owned(), ..Topic::default() })?;
        added += 1;
    }
    Ok(added)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;

    #[test]
    fn what_the_office_has_already_is_not_added_again() {
        let mut store = sample::store();
        store.save(&mut Topic { name: "Đuối nước trẻ em".into(), ..Topic::default() }).unwrap();
        assert_eq!((seed(&mut store).unwrap(), seed(&mut store).unwrap()), (SEEDED.len() - 1, 0));
        assert_eq!(store.all::<Topic>().unwrap().len(), SEEDED.len());
    }
}
