//! Papers that confirm contributions: each takes the next number of its year once, and every print is counted. What is
//! printed goes out within the step, so that a number is taken and a print is counted only where a paper came out.
use chrono::Datelike;

use crate::domain::act::{Act, Step};
use crate::domain::campaign::Campaign;
use crate::domain::contribution::Contribution;
use crate::domain::day;
use crate::domain::donor::Donor;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::posting::Standing;
use crate::domain::receipt::{Confirmed, Receipt, Validity};
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};
use crate::reports::named;
use crate::store::{Result, Store};
use crate::text::receipt as t;

/// Writes the papers out, as they are numbered and counted by then.
pub type Deliver<'a> = &'a mut dyn FnMut(&Store, &[Id<Receipt>]) -> Result<()>;

/// Prints a paper for each of some posted contributions: the one it has, else a new one under the next number. One
/// final step.
///
/// # Errors
/// If there is none, one is a draft or was taken back, nothing could be delivered, or the store refuses.
pub fn print_each(store: &mut Store, gifts: &[Id<Contribution>], deliver: Deliver<'_>) -> Result<()> {
    let mut wanted = Vec::new();
    for id in gifts {
        let gift = store.get(*id)?;
        match gift.standing {
            Standing::Posted => {}
            Standing::Draft => return Err(t::NOT_POSTED.with([gift.donor_name]).into()),
            Standing::Reversed | Standing::Reversal => return Err(t::TAKEN_BACK.with([gift.voucher]).into()),
        }
        wanted.push((vec![gift], None));
    }
    print_all(store, &wanted, deliver)
}

/// Prints the paper that confirms all that some donors gave in a year, same-day gifts each by itself. A new paper is
/// made where what stands has changed since the last. One final step.
///
/// # Errors
/// If one gave nothing in that year, nothing could be delivered, or the store refuses.
pub fn print_year(store: &mut Store, donors: &[Donor], year: i32, deliver: Deliver<'_>) -> Result<()> {
    let mut wanted = Vec::new();
    let all = of_year(store, year)?;
    for donor in donors {
        let gifts: Vec<Contribution> = all.iter().filter(|gift| Donor::of(gift) == *donor).cloned().collect();
        if gifts.is_empty() {
            let name = match donor {
                Donor::Person(id) => store.name_of("person", id.0),
                Donor::Unit(id) => store.name_of("unit", id.0),
                Donor::Outside(name) => name.clone(),
            };
            return Err(t::NONE_OF_DONOR.with([name, year.to_string()]).into());
        }
        wanted.push((gifts, Some(i64::from(year))));
    }
    print_all(store, &wanted, deliver)
}

/// Prints some papers again, as one final step.
///
/// # Errors
/// If one confirms what was taken back since, nothing could be delivered, or the store refuses.
pub fn print_again(store: &mut Store, papers: &[Id<Receipt>], deliver: Deliver<'_>) -> Result<()> {
    let mut found = Vec::new();
    for id in papers {
        let paper = store.get(*id)?;
        if paper.validity == Validity::Void {
            return Err(t::IS_VOID.with([paper.code]).into());
        }
        found.push(paper);
    }
    let name = match found.as_slice() {
        [] => return Err(t::NOTHING.into()),
        [one] => one.code.clone(),
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::Certify, Receipt::TABLE, name), |store| {
        for paper in &found {
            store.set(Receipt::META, paper.id.0, "prints", &(paper.prints + 1).value())?;
        }
        deliver(store, papers)
    })
}

/// Prints what somebody asks for in words: a posted line ("T12/2026"), a paper ("05/2026"), all lines of a
/// campaign, all donors of a year ("2026"), or one donor's year ("Nguyễn Văn Bình", "Nguyễn Văn Bình 2025").
///
/// # Errors
/// If it is none of these, what it is cannot be confirmed, or nothing could be delivered.
pub fn print_asked(store: &mut Store, typed: Option<&str>, deliver: Deliver<'_>) -> Result<()> {
    let typed = typed.unwrap_or_default().trim();
    let wanted = fold(typed);
    if let Some(paper) = store.all::<Receipt>()?.into_iter().find(|paper| paper.code == typed) {
        return print_again(store, &[paper.id], deliver);
    }
    if let Some(year) = as_year(typed) {
        let mut donors = Vec::new();
        for gift in of_year(store, year)? {
            let donor = Donor::of(&gift);
            if !donors.contains(&donor) {
                donors.push(donor);
            }
        }
        return print_year(store, &donors, year, deliver);
    }
    let gifts = store.all::<Contribution>()?;
    if let Some(gift) = gifts.iter().find(|gift| !gift.voucher.is_empty() && fold(&gift.voucher) == wanted) {
        return print_each(store, &[gift.id], deliver);
    }
    let (name, year) = match typed.rsplit_once([' ', ',']).and_then(|(name, last)| Some((name, as_year(last)?))) {
        Some((name, year)) => (fold(name.trim_end_matches([' ', ','])), year),
        None => (wanted.clone(), store.today().year()),
    };
    if let Some(gift) = gifts.iter().find(|gift| !name.is_empty() && fold(&gift.donor_name) == name) {
        return print_year(store, &[Donor::of(gift)], year, deliver);
    }
    let Ok(campaign) = named::find(store, Campaign::META, Some(typed)) else {
        return Err(t::NO_SUCH.with([typed]).into());
    };
    let mut given = store.find::<Contribution>("campaign", &Value::Int(campaign))?;
    given.retain(|gift| gift.standing == Standing::Posted);
    given.sort_by_key(|gift| (gift.date, gift.id.0));
    let ids: Vec<Id<Contribution>> = given.iter().map(|gift| gift.id).collect();
    print_each(store, &ids, deliver)
}

fn as_year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| day::YEARS.contains(year))
}

/// What stands of the contributions of a calendar year, the earliest first.
///
/// # Errors
/// If the store cannot be read.
pub fn of_year(store: &Store, year: i32) -> Result<Vec<Contribution>> {
    let mut all = store.all::<Contribution>()?;
    all.retain(|gift| gift.standing == Standing::Posted && gift.date.year() == year);
    all.sort_by_key(|gift| (gift.date, gift.id.0));
    Ok(all)
}

fn print_all(store: &mut Store, wanted: &[(Vec<Contribution>, Option<i64>)], deliver: Deliver<'_>) -> Result<()> {
    let papers = store.all::<Receipt>()?;
    let today = store.today();
    let mut next = papers.iter().filter(|it| it.date.year() == today.year()).map(|it| it.number).max().unwrap_or(0);
    let object = match wanted {
        [] => return Err(t::NOTHING.into()),
        [(gifts, year)] => match same(&papers, gifts, *year) {
            Some(paper) => paper.code.clone(),
            None => format!("{:02}/{}", next + 1, today.year()),
        },
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::Certify, Receipt::TABLE, object), |store| {
        let mut done = Vec::new();
        for (gifts, year) in wanted {
            let (id, prints) = match same(&papers, gifts, *year) {
                Some(paper) => (paper.id, paper.prints),
                None => {
                    next += 1;
                    let donor_name = gifts.last().map(|gift| gift.donor_name.clone()).unwrap_or_default();
                    let mut paper = Receipt {
                        date: today,
                        number: next,
                        donor_name,
                        year: *year,
                        amount: gifts.iter().map(|gift| gift.amount).sum::<Vnd>(),
                        lines: Confirmed(gifts.iter().map(|gift| gift.id.0).collect()),
                        ..Receipt::default()
                    };
                    (store.put_record(&mut paper)?, 0)
                }
            };
            store.set(Receipt::META, id.0, "prints", &(prints + 1).value())?;
            done.push(id);
        }
        deliver(store, &done)
    })
}

/// The paper that confirms just these, if there is one.
fn same<'a>(papers: &'a [Receipt], gifts: &[Contribution], year: Option<i64>) -> Option<&'a Receipt> {
    let mut ids: Vec<i64> = gifts.iter().map(|gift| gift.id.0).collect();
    ids.sort_unstable();
    papers.iter().find(|paper| {
        let mut has = paper.lines.0.clone();
        has.sort_unstable();
        paper.year == year && has == ids
    })
}

#[cfg(test)]
mod tests;
