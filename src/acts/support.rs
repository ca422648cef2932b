//! The way of support: proposed, approved, given, and paid once where it comes from a campaign.
use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::disbursement::Disbursement;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::posting::Standing;
use crate::domain::record::Record;
use crate::domain::support::{Support, SupportState};
use crate::domain::value::Cell;
use crate::store::{Result, Store};
use crate::text::{Lang, support as t};

/// Approves those of some supports that are proposed, by a paper and who signed it, as one step; how many.
///
/// # Errors
/// If none is proposed or the store refuses.
pub fn approve(store: &mut Store, ids: &[Id<Support>], paper: &str, approver: &str, day: NaiveDate) -> Result<usize> {
    let mut open = among(store, ids, SupportState::Proposed)?;
    if open.is_empty() {
        return Err(t::NONE_PROPOSED.into());
    }
    store.write(Step::new(Act::ApproveSupport, Support::TABLE, named(store, &open)), |store| {
        for support in &mut open {
            support.state = SupportState::Approved;
            (support.approval, support.approver) = (paper.to_owned(), approver.to_owned());
            support.approved_on = Some(day);
            store.put_record(support)?;
        }
        Ok(open.len())
    })
}

/// Notes as given on a day those of some supports that are approved, as one step; those of a campaign are paid out of
/// it by one payment. How many.
///
/// # Errors
/// If one is only proposed, if none is approved, if the campaign has not so much, or the store refuses.
pub fn give(store: &mut Store, ids: &[Id<Support>], day: NaiveDate) -> Result<usize> {
    let proposed = among(store, ids, SupportState::Proposed)?;
    if !proposed.is_empty() {
        return Err(t::NOT_APPROVED.with([proposed.len()]).into());
    }
    let open = among(store, ids, SupportState::Approved)?;
    if open.is_empty() {
        return Err(t::NONE_APPROVED.into());
    }
    store.write(Step::new(Act::GiveSupport, Support::TABLE, named(store, &open)), |store| {
        for support in &open {
            store.put_record(&mut Support { state: SupportState::Given, date: day, ..support.clone() })?;
        }
        let ids: Vec<Id<Support>> = open.iter().map(|support| support.id).collect();
        pay_within(store, &ids)?;
        Ok(open.len())
    })
}

/// Pays given supports out of their campaigns within the running step: those of one campaign and day together. A
/// payment of that day for support that has so much left is theirs, so that nothing is paid twice; else one is made, a
/// draft until somebody posts it.
/// Supports without a campaign and those that were paid are passed over.
///
/// # Errors
/// If the campaign has not so much, or the store refuses.
pub fn pay_within(store: &mut Store, ids: &[Id<Support>]) -> Result<()> {
    let mut open = Vec::new();
    for id in ids {
        let support = store.get(*id)?;
        let due = support.state == SupportState::Given && !support.campaign.is_new() && support.disbursement.is_new();
        open.extend(due.then_some(support));
    }
    open.sort_by_key(|support| (support.campaign.0, support.date, support.id.0));
    for group in open.chunk_by(|a, b| (a.campaign, a.date) == (b.campaign, b.date)) {
        let Some(first) = group.first() else { continue };
        let mut total = Vnd(0);
        for support in group {
            total = total + own_part(store, support)?;
        }
        let payment = match left_over(store, first.campaign, first.date, total)? {
            Some(found) => found,
            None => {
                let payee = match group {
                    [only] => t::PAYEE.with([&only.content]),
                    many => t::PAYEE_MANY.with([many.len().to_string(), first.content.clone()]),
                };
                store.put_record(&mut Disbursement {
                    date: first.date,
                    campaign: first.campaign,
                    purpose: Purpose::Support,
                    payee: payee.say(Lang::Vi),
                    reference: first.approval.clone(),
                    amount: total,
                    ..Disbursement::default()
                })?
            }
        };
        for support in group {
            store.put_record(&mut Support { disbursement: payment, ..support.clone() })?;
        }
    }
    Ok(())
}

/// A payment for support of a campaign and day of which so much is not yet anybody's.
fn left_over(store: &Store, campaign: Id<Campaign>, day: NaiveDate, needed: Vnd) -> Result<Option<Id<Disbursement>>> {
    for payment in store.find::<Disbursement>("campaign", &campaign.value())? {
        let stands = matches!(payment.standing, Standing::Draft | Standing::Posted);
        if payment.purpose == Purpose::Support && payment.date == day && stands {
            let mut taken = Vnd(0);
            for support in supports_of(store, payment.id)? {
                taken = taken + own_part(store, &support)?;
            }
            if payment.amount.0 - taken.0 >= needed.0 {
                return Ok(Some(payment.id));
            }
        }
    }
    Ok(None)
}

/// The supports that a payment paid.
///
/// # Errors
/// If the store cannot be read.
pub fn supports_of(store: &Store, payment: Id<Disbursement>) -> Result<Vec<Support>> {
    store.find::<Support>("disbursement", &payment.value())
}

/// Takes back as one step that some supports were given: they are approved or proposed again. What was paid for them
/// is taken back too: a payment for nothing else goes to the trash, another is less by their amounts. How many.
///
/// # Errors
/// If none was given, a payment is posted, or the store refuses.
pub fn take_back(store: &mut Store, ids: &[Id<Support>]) -> Result<usize> {
    let given = among(store, ids, SupportState::Given)?;
    if given.is_empty() {
        return Err(t::NONE_GIVEN.into());
    }
    store.write(Step::new(Act::ReturnSupport, Support::TABLE, named(store, &given)), |store| {
        for support in &given {
            let approved =
                !support.approval.is_empty() && !support.approver.is_empty() && support.approved_on.is_some();
            let state = if approved { SupportState::Approved } else { SupportState::Proposed };
            store.put_record(&mut Support { state, disbursement: Id::NEW, ..support.clone() })?;
            if support.disbursement.is_new() {
                continue;
            }
            let Some(mut payment) = changeable(store, support.disbursement)? else { continue };
            payment.amount = payment.amount - own_part(store, support)?;
            if payment.amount.0 > 0 {
                store.put_record(&mut payment)?;
            } else {
                store.trash_within(Disbursement::META, &[payment.id.0])?;
            }
        }
        Ok(given.len())
    })
}

/// Keeps what was paid for a support as high as its amount, which becomes another, within the running step. A payment
/// that is posted stands: a further one, a draft, raises it; only further ones that are drafts can be lowered again.
///
/// # Errors
/// If more would have to come back than drafts hold, the campaign has not so much, or the store refuses.
pub fn adjust_within(store: &mut Store, support: Id<Support>, more: i64) -> Result<()> {
    let found = store.get(support)?;
    let mut payment = store.get(found.disbursement)?;
    match payment.standing {
        Standing::Reversed | Standing::Reversal => return Ok(()),
        Standing::Draft => {
            payment.amount = Vnd(payment.amount.0 + more);
            store.put_record(&mut payment)?;
            return Ok(());
        }
        Standing::Posted => {}
    }
    let mut drafts = raises_of(store, support)?;
    drafts.retain(|it| it.standing == Standing::Draft);
    let Some(mut draft) = drafts.into_iter().next() else {
        if more < 0 {
            return Err(t::PAYMENT_POSTED.with([payment.voucher]).into());
        }
        store.put_record(&mut Disbursement {
            id: Id::NEW,
            date: store.today(),
            amount: Vnd(more),
            payee: t::PAYEE_MORE.with([&found.content]).say(Lang::Vi),
            reference: found.approval,
            support,
            confirmation: String::new(),
            confirmed_on: None,
            note: String::new(),
            ..payment
        })?;
        return Ok(());
    };
    draft.amount = Vnd(draft.amount.0 + more);
    match draft.amount.0 {
        ..0 => Err(t::PAYMENT_POSTED.with([payment.voucher]).into()),
        0 => store.trash_within(Disbursement::META, &[draft.id.0]),
        _ => store.put_record(&mut draft).map(|_| ()),
    }
}

/// The payments that raised a support after its own was posted, those that took one back among them.
///
/// # Errors
/// If the store cannot be read.
pub fn raises_of(store: &Store, support: Id<Support>) -> Result<Vec<Disbursement>> {
    store.find::<Disbursement>("support", &support.value())
}

/// What a support's own payment must cover: its amount without what raised it since.
fn own_part(store: &Store, support: &Support) -> Result<Vnd> {
    let more: Vnd = raises_of(store, support.id)?.iter().map(|it| it.amount).sum();
    Ok(support.amount - more)
}

/// Lets a support follow a payment that raised it and is taken back or put in, within the running step.
///
/// # Errors
/// If the store refuses.
pub fn follow_within(store: &mut Store, raised: Id<Support>, more: Vnd) -> Result<()> {
    if raised.is_new() {
        return Ok(());
    }
    let mut support = store.get(raised)?;
    support.amount = support.amount + more;
    store.put_record(&mut support)?;
    Ok(())
}

/// Gives the supports of a payment that is taken back to the one in its place within the running step; without one they
/// are paid by none, and may be taken back or paid anew.
///
/// # Errors
/// If the new payment is of another campaign or less than they are, or the store refuses.
pub fn repay_within(store: &mut Store, old: Id<Disbursement>, new: Id<Disbursement>) -> Result<()> {
    for support in supports_of(store, old)? {
        store.put_record(&mut Support { disbursement: new, ..support })?;
    }
    Ok(())
}

/// A payment that may still be changed; none if it was taken back, since it then pays nothing.
fn changeable(store: &Store, payment: Id<Disbursement>) -> Result<Option<Disbursement>> {
    let payment = store.get(payment)?;
    match payment.standing {
        Standing::Draft => Ok(Some(payment)),
        Standing::Posted => Err(t::PAYMENT_POSTED.with([payment.voucher]).into()),
        Standing::Reversed | Standing::Reversal => Ok(None),
    }
}

fn among(store: &Store, ids: &[Id<Support>], state: SupportState) -> Result<Vec<Support>> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(Some(store.get(*id)?).filter(|support| support.state == state));
    }
    Ok(found)
}

/// The child's name of one support, the number of several.
fn named(store: &Store, supports: &[Support]) -> String {
    match supports {
        [only] => store.name_of("child", only.child.0),
        many => many.len().to_string(),
    }
}

#[cfg(test)]
mod tests;
