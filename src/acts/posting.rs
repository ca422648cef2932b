//! Posting into the books, and the one way to put right what is posted: its opposite, and the entry made anew.
use chrono::NaiveDate;

use crate::acts::support;
use crate::domain::act::{Act, Step};
use crate::domain::batch::{Batch, BatchStanding};
use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::child::Child;
use crate::domain::contribution::Contribution;
use crate::domain::day;
use crate::domain::disbursement::Disbursement;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::posting::Standing;
use crate::domain::record::{Meta, Record, Row};
use crate::domain::stock::Intake;
use crate::domain::support::Support;
use crate::domain::value::{Cell, Value};
use crate::store::{Result, Store};
use crate::text::{Lang, book as t};

/// What was posted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted {
    /// How many entries.
    pub lines: usize,
    /// Their sum, goods too, in đồng.
    pub sum: Vnd,
    /// Their numbers, from the first to the last of each year: "T12/2026–T20/2026".
    pub numbers: String,
}

/// What a reversal left: the number of the opposite entry, and of the one made anew if there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrected {
    /// The number of what was taken back.
    pub old: String,
    /// The number of its opposite.
    pub opposite: String,
    /// The number of what stands in its place; blank if nothing does.
    pub new: String,
    /// The row that stands in its place, else its opposite.
    pub row: i64,
}

/// Whether rows of a table are entries of the books.
#[must_use]
pub fn is_entry(meta: &Meta) -> bool {
    matches!(meta.table, "contribution" | "disbursement")
}

/// Posts drafts of contributions or payments, the earliest day first, as one final step. What is posted already is
/// left alone; money comes in before it goes out if both are posted one after the other.
///
/// # Errors
/// If none is a draft, one lies in the future, in a closed day or on a sheet that is not posted, or a campaign would be
/// below nothing at the end of a day.
pub fn post(store: &mut Store, meta: &'static Meta, ids: &[i64]) -> Result<Posted> {
    let drafts = drafts(store, meta, ids)?;
    let object = match drafts.as_slice() {
        [only] => store.row_name(meta, only),
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::Post, meta.table, object), |store| post_rows(store, meta, &drafts))
}

/// Posts drafts within the running step; see [`post`].
///
/// # Errors
/// The same.
pub fn post_within(store: &mut Store, meta: &'static Meta, ids: &[i64]) -> Result<Posted> {
    let drafts = drafts(store, meta, ids)?;
    post_rows(store, meta, &drafts)
}

/// What posting some rows would post.
///
/// # Errors
/// If the store cannot be read.
pub fn asked(store: &Store, meta: &'static Meta, ids: &[i64]) -> Result<Posted> {
    let rows = rows(store, meta, ids)?;
    let drafts: Vec<&Row> = rows.iter().filter(|row| standing(meta, row) == Standing::Draft).collect();
    let sum = drafts.iter().map(|row| Vnd(meta.value(row, "amount").int())).sum();
    Ok(Posted { lines: drafts.len(), sum, numbers: String::new() })
}

/// Posts a sheet with all its lines, once they are as many and as much as its paper says, as one final step.
///
/// # Errors
/// If they do not fit, a line is of another campaign, or posting is refused.
pub fn post_batch(store: &mut Store, batch: Id<Batch>) -> Result<Posted> {
    let name = store.get(batch)?.name;
    store.write(Step::new(Act::PostBatch, Batch::TABLE, name), |store| post_batch_within(store, batch))
}

/// Posts a sheet within the running step; see [`post_batch`].
///
/// # Errors
/// The same.
pub fn post_batch_within(store: &mut Store, batch: Id<Batch>) -> Result<Posted> {
    let found = fitting(store, batch)?;
    let lines = store.find::<Contribution>("batch", &batch.value())?;
    if let Some(other) = lines.iter().find(|line| line.campaign != found.campaign) {
        return Err(t::OTHER_CAMPAIGN.with([&other.donor_name]).into());
    }
    let today = store.today();
    store.set(Batch::META, batch.0, "posted_on", &today.value())?;
    let ids: Vec<i64> = lines.iter().map(|line| line.id.0).collect();
    let posted = post_within(store, Contribution::META, &ids)?;
    Ok(posted)
}

/// A sheet that is to be posted, if its lines are as many and as much as its paper says.
///
/// # Errors
/// If they are not, or it is posted already.
pub fn fitting(store: &Store, batch: Id<Batch>) -> Result<Batch> {
    let found = store.get(batch)?;
    match found.standing {
        BatchStanding::Fits => Ok(found),
        BatchStanding::Posted => Err(t::BATCH_POSTED.with([found.name]).into()),
        BatchStanding::Open => {
            let (lines, total) = (found.lines.to_string(), found.total.show());
            let said = [lines, total, found.entered.to_string(), found.summed.show()];
            Err(t::BATCH_UNFIT.with(said).into())
        }
    }
}

/// Takes a posted entry back by its opposite, on its own day, or today where that day is closed. Final.
///
/// # Errors
/// If it is a draft or taken back already, no reason is given, or money that came with it was paid out since.
pub fn reverse(store: &mut Store, meta: &'static Meta, id: i64, reason: &str) -> Result<Corrected> {
    let old = posted(store, meta, id)?;
    if reason.trim().is_empty() {
        return Err(t::REASON_NEEDED.into());
    }
    let voucher = meta.value(&old, "voucher").text().to_owned();
    store.write(Step::new(Act::Reverse, meta.table, voucher.clone()), |store| {
        let raised = raised_by(meta, &old);
        support::follow_within(store, raised, -amount_of(meta, &old))?;
        let row = opposite(store, meta, &old, reason)?;
        if meta.table == Disbursement::TABLE {
            support::repay_within(store, Id::of(id), Id::NEW)?;
            rebuy_within(store, Id::of(id), Id::NEW)?;
        }
        let number = voucher_of(store, meta, row)?;
        Ok(Corrected { old: voucher, opposite: number, new: String::new(), row })
    })
}

/// Takes a posted entry back and posts another in its place, in one final step; both stay to be seen, linked. The
/// other's row number is set.
///
/// # Errors
/// If the one is a draft or taken back already, the other breaks a rule, or a campaign would be below nothing.
pub fn correct(store: &mut Store, meta: &'static Meta, id: i64, new: &mut Row) -> Result<Corrected> {
    let old = posted(store, meta, id)?;
    let voucher = meta.value(&old, "voucher").text().to_owned();
    new.id = 0;
    // The sheet on which the old line stood is posted; the new one was on no paper.
    meta.set(new, "batch", Value::Null);
    let more = amount_of(meta, new);
    let done = store.write(Step::new(Act::Correct, meta.table, voucher.clone()), |store| {
        // What raises a balance comes first, so that the correction is refused only if its result is.
        let raises = meta.table == Contribution::TABLE;
        let mut enter = |store: &mut Store| -> Result<String> {
            store.put_row(meta, new)?;
            store.replace_row(meta, new.id, id)?;
            post_within(store, meta, &[new.id])?;
            voucher_of(store, meta, new.id)
        };
        let reason = t::REPLACED.say(Lang::Vi);
        let (number, taken) = if raises {
            let number = enter(store)?;
            (number, opposite(store, meta, &old, reason)?)
        } else {
            let raised = raised_by(meta, &old);
            support::follow_within(store, raised, -amount_of(meta, &old))?;
            let taken = opposite(store, meta, &old, reason)?;
            let number = enter(store)?;
            support::follow_within(store, raised, more)?;
            support::repay_within(store, Id::of(id), Id::of(new.id))?;
            rebuy_within(store, Id::of(id), Id::of(new.id))?;
            (number, taken)
        };
        Ok(Corrected { old: voucher, opposite: voucher_of(store, meta, taken)?, new: number, row: 0 })
    });
    match done {
        Ok(corrected) => Ok(Corrected { row: new.id, ..corrected }),
        Err(error) => {
            new.id = 0;
            Err(error)
        }
    }
}

fn drafts(store: &Store, meta: &'static Meta, ids: &[i64]) -> Result<Vec<Row>> {
    let mut rows = rows(store, meta, ids)?;
    rows.retain(|row| standing(meta, row) == Standing::Draft);
    if rows.is_empty() {
        return Err(t::NOTHING_TO_POST.into());
    }
    rows.sort_by(|a, b| (meta.value(a, "date").text(), a.id).cmp(&(meta.value(b, "date").text(), b.id)));
    Ok(rows)
}

fn rows(store: &Store, meta: &'static Meta, ids: &[i64]) -> Result<Vec<Row>> {
    ids.iter().filter_map(|id| store.row(meta, *id).transpose()).collect()
}

fn post_rows(store: &mut Store, meta: &'static Meta, drafts: &[Row]) -> Result<Posted> {
    let mut posted = Posted::default();
    let (mut first, mut last) = (String::new(), String::new());
    for row in drafts {
        let date = date_of(meta, row);
        if date > store.today() {
            return Err(t::OF_FUTURE.with([day::show(date)]).into());
        }
        let batch = meta.value(row, "batch").int();
        if batch != 0 && !store.get(Id::<Batch>::of(batch))?.is_posted() {
            return Err(t::OF_BATCH.with([store.name_of(Batch::TABLE, batch)]).into());
        }
        if meta.table == Disbursement::TABLE {
            bound(store, row.id)?;
        }
        let number = store.post_row(meta, row.id, date)?;
        let letter = if meta.table == Contribution::TABLE { "T" } else { "C" };
        last = format!("{letter}{number}/{}", date.format("%Y"));
        if first.is_empty() {
            first.clone_from(&last);
        }
        posted.lines += 1;
        posted.sum = posted.sum + Vnd(meta.value(row, "amount").int());
    }
    posted.numbers = if first == last { first } else { format!("{first}–{last}") };
    Ok(posted)
}

/// Money that was given for one purpose goes to another only by a paper that says so.
fn bound(store: &Store, id: i64) -> Result<()> {
    let payment = store.get::<Disbursement>(Id::of(id))?;
    let campaign = store.get::<Campaign>(payment.campaign)?;
    let elsewhere = campaign.purpose != payment.purpose
        || !campaign.event.is_new() && campaign.event != payment.event
        || !campaign.work.is_new() && campaign.work != payment.work;
    if !payment.agreement.trim().is_empty() {
        return Ok(());
    }
    // A payment for supports goes to their children.
    let supports = support::supports_of(store, payment.id)?;
    let mut receivers: Vec<String> = supports.iter().map(|it| store.name_of(Child::TABLE, it.child.0)).collect();
    if receivers.is_empty() {
        receivers.push(payment.payee);
    }
    if let Some(other) = receivers.iter().find(|name| !is_for(&campaign.beneficiary, name)) {
        return Err(t::FOR_ANOTHER.with([&campaign.name, &campaign.beneficiary, other]).into());
    }
    if campaign.purpose == Purpose::General || !elsewhere {
        return Ok(());
    }
    let said = t::EARMARKED.with([&campaign.name]);
    Err(said.saying(1, campaign.purpose.text().into()).saying(2, payment.purpose.text().into()).into())
}

/// Gives what was bought with a payment that is taken back to the one in its place; without one it names none.
fn rebuy_within(store: &mut Store, old: Id<Disbursement>, new: Id<Disbursement>) -> Result<()> {
    for intake in store.find::<Intake>("payment", &old.value())? {
        store.put_record(&mut Intake { payment: new, ..intake })?;
    }
    Ok(())
}

/// Whether a payee is whom a campaign is for: either name may hold the other, as "Gia đình cháu A" and "cháu A".
fn is_for(beneficiary: &str, payee: &str) -> bool {
    let [beneficiary, payee] = [beneficiary, payee].map(|name| fold(name.trim()));
    beneficiary.is_empty() || !payee.is_empty() && (beneficiary.contains(&payee) || payee.contains(&beneficiary))
}

/// A posted entry that is neither taken back nor takes another back.
fn posted(store: &Store, meta: &'static Meta, id: i64) -> Result<Row> {
    let row = store.row(meta, id)?.ok_or(crate::text::store::GONE)?;
    match standing(meta, &row) {
        Standing::Posted => Ok(row),
        Standing::Draft => Err(t::NOT_POSTED.into()),
        Standing::Reversed | Standing::Reversal => {
            Err(t::IS_REVERSED.with([meta.value(&row, "voucher").text()]).into())
        }
    }
}

fn opposite(store: &mut Store, meta: &'static Meta, old: &Row, reason: &str) -> Result<i64> {
    let date = date_of(meta, old);
    let closed = store.closed_up_to()?;
    let date = if closed.is_some_and(|closed| date <= closed) { store.today() } else { date };
    let voucher = meta.value(old, "voucher").text();
    let note = t::REVERSAL_NOTE.with([voucher, reason.trim()]).say(Lang::Vi);
    let id = store.reverse_row(meta, old.id, date, &note)?;
    store.post_row(meta, id, date)?;
    Ok(id)
}

/// The support that a payment raised, if it did.
fn raised_by(meta: &Meta, row: &Row) -> Id<Support> {
    Id::of(meta.value(row, "support").int())
}

fn amount_of(meta: &Meta, row: &Row) -> Vnd {
    Vnd(meta.value(row, "amount").int())
}

fn voucher_of(store: &Store, meta: &'static Meta, id: i64) -> Result<String> {
    let row = store.row(meta, id)?.ok_or(crate::text::store::GONE)?;
    Ok(meta.value(&row, "voucher").text().to_owned())
}

fn date_of(meta: &Meta, row: &Row) -> NaiveDate {
    NaiveDate::take(meta.value(row, "date")).unwrap_or_default()
}

/// Where an entry's row stands.
#[must_use]
pub fn standing(meta: &Meta, row: &Row) -> Standing {
    Standing::of_code(meta.value(row, "standing").text()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
