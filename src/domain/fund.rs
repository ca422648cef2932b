//! The fund book: what came in and went out of each campaign, with its running balance. Only looked at.
use chrono::NaiveDate;

use crate::domain::campaign::Purpose;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{book as b, field as t};

choices! {
    /// What a line of the book tells.
    pub enum LineKind {
        /// What a campaign had before it was kept here.
        Brought "brought" = b::KIND_BROUGHT;
        #[default] In "in" = b::KIND_IN;
        Out "out" = b::KIND_OUT;
    }
}

record! {
    /// A line of the book; the balance is the campaign's after that line.
    pub struct FundLine {
        table: "fund_line", source: "fund_line", title: t::FUND_BOOK, one: t::ONE_FUND_LINE,
        search: &["content", "campaign", "voucher"], order: Order::Latest("date"),
    }
    columns {}
    shown {
        date: NaiveDate => t::DATE, 10;
        campaign: String => t::CAMPAIGN, 12;
        content: String => t::CONTENT, 30;
        money_in: Vnd => t::MONEY_IN, 13;
        money_out: Vnd => t::MONEY_OUT, 13;
        balance: Vnd => t::BALANCE, 13;
        voucher: String => b::VOUCHER, 9;
        kind: LineKind => b::KIND, 0;
        purpose: Purpose => t::PURPOSE, 0;
    }
}

impl FundLine {
    fn rules(&self) -> Vec<Fault> {
        Vec::new()
    }
}
