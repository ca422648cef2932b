//! The sample books: all of the year is posted, one line was put right by its opposite, a day is closed after its money
//! was counted, and a sheet that came last waits to be posted.
use super::{Office, date};
use crate::domain::batch::Batch;
use crate::domain::campaign::Campaign;
use crate::domain::cash_count::CashCount;
use crate::domain::contribution::Contribution;
use crate::domain::disbursement::Disbursement;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::domain::value::Cell;
use crate::store::{Result, Store};

/// Posts what came and went; the first line of a person was entered with a nought too many, and was put right.
pub(super) fn fill(store: &mut Store, office: &Office, fund: Id<Campaign>) -> Result<()> {
    let mut came = store.all::<Contribution>()?;
    came.sort_by_key(|it| (it.date, it.id.0));
    let wrong = came.iter().position(|it| !it.person.is_new() && it.campaign == fund);
    for (at, line) in came.iter().enumerate() {
        if Some(at) == wrong {
            put_right(store, line)?;
        } else {
            store.post_row(Contribution::META, line.id.0, line.date)?;
        }
    }
    let mut went = store.all::<Disbursement>()?;
    went.sort_by_key(|it| (it.date, it.id.0));
    for line in &went {
        store.post_row(Disbursement::META, line.id.0, line.date)?;
    }
    count(store)?;
    late_sheet(store, office, fund)
}

fn put_right(store: &mut Store, line: &Contribution) -> Result<()> {
    let mut wrong = Contribution { id: Id::NEW, amount: Vnd(line.amount.0 * 10), ..line.clone() };
    store.put_record(&mut wrong)?;
    store.post_row(Contribution::META, wrong.id.0, wrong.date)?;
    store.replace_row(Contribution::META, line.id.0, wrong.id.0)?;
    store.post_row(Contribution::META, line.id.0, line.date)?;
    let number = store.get(wrong.id)?.voucher;
    let note = format!("Ghi âm {number}: gõ thừa một số không");
    let opposite = store.reverse_row(Contribution::META, wrong.id.0, line.date, &note)?;
    store.post_row(Contribution::META, opposite, line.date)?;
    Ok(())
}

/// The money was counted at the end of September, and the books are closed up to then.
fn count(store: &mut Store) -> Result<()> {
    let day = date("2026-09-30");
    let mut count = CashCount { date: day, ..CashCount::default() };
    store.put_record(&mut count)?;
    let book = store.get(count.id)?.book;
    let cash = Vnd(book.0 % 1_000_000);
    (count.cash, count.bank) = (cash, book - cash);
    store.put_record(&mut count)?;
    store.set(CashCount::META, count.id.0, "closed_on", &day.value())
}

/// A sheet of the inspectorate that came late: three of its four lines are entered, so that it does not fit yet.
fn late_sheet(store: &mut Store, office: &Office, campaign: Id<Campaign>) -> Result<()> {
    let Some(unit) = office.units.iter().find(|unit| unit.code == "TTR").or_else(|| office.units.last()) else {
        return Ok(());
    };
    let day = date("2026-11-20");
    let mut batch = Batch {
        name: format!("Bảng kê bổ sung – {}", unit.name),
        campaign,
        unit: unit.id,
        date: day,
        lines: 4,
        total: Vnd(800_000),
        ..Batch::default()
    };
    let id = store.put_record(&mut batch)?;
    let givers =
        office.staff.iter().filter(|member| member.person.unit == unit.id && member.person.serves(day)).take(3);
    for member in givers {
        let mut line = Contribution {
            date: day,
            campaign,
            unit: unit.id,
            person: member.person.id,
            amount: Vnd(200_000),
            batch: id,
            ..Contribution::default()
        };
        store.put_record(&mut line)?;
    }
    Ok(())
}
