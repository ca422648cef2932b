//! A paper that confirms what somebody gave. Its number follows the last one of its year and is never given twice.
use chrono::NaiveDate;

use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, choices, links, record};
use crate::text::{field as f, receipt as t, rule};

links! {
    /// The contributions that a paper confirms.
    pub struct Confirmed { table: "receipt_line", from: "receipt", to: "contribution", target: "contribution" }
}

choices! {
    /// Whether what a paper confirms still stands.
    pub enum Validity {
        #[default] Valid "valid" = t::VALID;
        /// A contribution that it confirms was taken back since.
        Void "void" = t::VOID;
    }
}

record! {
    /// A numbered paper and how often it was printed. What was taken back is confirmed no more; the number stays.
    pub struct Receipt {
        table: "receipt", source: "receipt_shown", title: t::RECEIPTS, one: t::ONE_RECEIPT,
        search: &["donor_name"], order: Order::Latest("id"),
    }
    columns {}
    stamped {
        date: NaiveDate => t::ISSUED_ON, 11;
        donor_name: String => f::DONOR, 30;
        year: Option<i64> => t::OF_YEAR, 9;
        amount: Vnd => f::AMOUNT, 13;
        prints: i64 => t::PRINTS, 6;
        number: i64 => t::NUMBER, 0;
        lines: Confirmed => t::LINES, 0;
    }
    shown {
        code: String => t::CODE, 9;
        validity: Validity => t::VALIDITY, 12;
    }
}

impl Receipt {
    fn rules(&self) -> Vec<Fault> {
        let wrong = [
            ("date", self.date == NaiveDate::default(), rule::NEEDED),
            ("donor_name", self.donor_name.is_empty(), rule::NEEDED),
            ("amount", self.amount.0 <= 0, rule::NOT_POSITIVE),
            ("number", self.number <= 0, rule::NEEDED),
            ("lines", self.lines.0.is_empty(), rule::NEEDED),
        ];
        wrong.iter().filter(|(_, is, _)| *is).map(|(column, _, said)| Fault::at(column, *said)).collect()
    }
}
