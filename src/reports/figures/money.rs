//! Figures of contributions, of what was paid out, and of the balance.
use crate::reports::figure::{Figure, Measure};
use crate::text::{Text, report as t};

/// The period's contributions as they stand in the book, money and goods; what takes one back is its negative.
macro_rules! contributions {
    () => {
        "select c.id from contribution c where c.number is not null and c.date between :from and :to"
    };
}

/// Those that stand: neither taken back within the period nor there to take another back.
macro_rules! standing {
    () => {
        concat!(
            contributions!(),
            " and c.reverses is null and not exists (select 1 from contribution r
                where r.reverses = c.id and r.number is not null and r.date between :from and :to)"
        )
    };
}

/// The period's payments as they stand in the book.
macro_rules! disbursements {
    () => {
        "select d.id from disbursement d where d.number is not null and d.date between :from and :to"
    };
}

/// Contributions and payments by their day; balances of the fund book, in which goods have no part.
pub const MONEY: &[Figure] = &[
    Figure::money("contributed", t::CONTRIBUTED, "contribution", "amount", contributions!()),
    Figure::money(
        "contributed_money",
        t::CONTRIBUTED_MONEY,
        "contribution",
        "amount",
        concat!(contributions!(), " and c.means <> 'goods'"),
    ),
    Figure::money(
        "contributed_goods",
        t::CONTRIBUTED_GOODS,
        "contribution",
        "amount",
        concat!(contributions!(), " and c.means = 'goods'"),
    ),
    Figure::count("contributions", t::CONTRIBUTIONS, t::OF_TIMES, "contribution", standing!()),
    // A unit's line speaks for its people; a person or an outside donor is one.
    Figure::sum(
        "contributors",
        t::CONTRIBUTORS,
        t::OF_TIMES,
        "contribution",
        "iif(person is not null or donor <> '', 1, max(people, 1))",
        standing!(),
    ),
    Figure::money("disbursed", t::DISBURSED, "disbursement", "amount", disbursements!()),
    Figure::money(
        "transferred",
        t::TRANSFERRED,
        "disbursement",
        "amount",
        concat!(disbursements!(), " and d.purpose = 'fund'"),
    ),
    Figure::money(
        "disbursed_event",
        t::DISBURSED_EVENT,
        "disbursement",
        "amount",
        concat!(disbursements!(), " and d.purpose = 'event'"),
    ),
    Figure::money(
        "disbursed_support",
        t::DISBURSED_SUPPORT,
        "disbursement",
        "amount",
        concat!(disbursements!(), " and d.purpose = 'support'"),
    ),
    Figure::money(
        "disbursed_work",
        t::DISBURSED_WORK,
        "disbursement",
        "amount",
        concat!(disbursements!(), " and d.purpose = 'work'"),
    ),
    balance(
        "fund_opening",
        t::FUND_OPENING,
        "select ifnull(sum(received - spent), 0) from kept_day where date < :from",
        "select id from fund_line where date < :from",
    ),
    balance(
        "fund_balance",
        t::FUND_BALANCE,
        "select ifnull(sum(received - spent), 0) from kept_day where date <= :to",
        "select id from fund_line where date <= :to",
    ),
];

/// What the book has on a day; its lines go back to the first.
const fn balance(code: &'static str, label: Text, kept: &'static str, rows: &'static str) -> Figure {
    let of = "money_in - money_out";
    Figure { measure: Measure::Kept(kept, of), ..Figure::money(code, label, "fund_line", of, rows) }
}
