//! A count of the money at the end of a day, held against the book; with it the day may be closed.
use chrono::NaiveDate;

use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, record};
use crate::text::{book as b, rule};

record! {
    /// What was counted, in hand and in the bank, and what the book of all campaigns says for that day.
    pub struct CashCount {
        table: "cash_count", source: "cash_count_shown", title: b::CASH_COUNTS, one: b::ONE_CASH_COUNT,
        search: &["note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => b::COUNT_DAY, 10;
        cash: Vnd => b::CASH, 13;
        bank: Vnd => b::BANK, 13;
        note: String => b::DIFFERENCE_NOTE, 0;
    }
    shown {
        book: Vnd => b::BOOK, 13;
        difference: Vnd => b::DIFFERENCE, 13;
        closed_on: Option<NaiveDate> => b::CLOSED_ON, 10;
        counted: Vnd => b::COUNTED, 0;
    }
}

impl CashCount {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("date", self.date == NaiveDate::default())]);
        for (column, amount) in [("cash", self.cash), ("bank", self.bank)] {
            if amount.0 < 0 {
                faults.push(Fault::at(column, rule::NEGATIVE));
            }
        }
        faults
    }
}
