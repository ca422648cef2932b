//! Figures of contributions, of what was paid out, and of the balance.
use crate::reports::figure::{Figure, Measure};
use crate::text::{Text, report as t, welfare as w};

/// The period's contributions as they stand in the book, money and goods; what takes one back is its negative.
macro_rules! contributions {
    () => {
        "select c.id from contribution c where c.number is not null and c.date between :from and :to"
    };
}

/// What the period's contributions sum up to, out of the index that holds all it takes.
macro_rules! sum {
    ($more:literal) => {
        concat!(
            "select ifnull(sum(c.amount), 0) from contribution c where c.number is not null and c.date between :from and :to",
            $more
        )
    };
}

/// Those that stand: neither taken back within the period nor there to take another back, as only what is below nothing
/// does.
macro_rules! stands {
    () => {
        " and c.amount > 0 and not exists (select 1 from contribution r
            where r.reverses = c.id and r.number is not null and r.date between :from and :to)"
    };
}

/// The contributions that stand.
macro_rules! standing {
    () => {
        concat!(contributions!(), stands!())
    };
}

/// How many a contribution speaks for: a unit's line for its people; a person or an outside donor is one.
const PEOPLE: &str = "iif(person is not null or donor <> '', 1, max(people, 1))";

/// The period's payments as they stand in the book.
macro_rules! disbursements {
    () => {
        "select d.id from disbursement d where d.number is not null and d.date between :from and :to"
    };
}

/// What was given to works in the period.
macro_rules! parts {
    () => {
        "select p.id from work_part p join work w on w.id = p.work
         where p.trashed is null and w.trashed is null and p.date between :from and :to"
    };
}

/// Contributions and payments by their day; balances of the fund book, in which goods have no part.
pub const MONEY: &[Figure] = &[
    kept("contributed", t::CONTRIBUTED, sum!(""), contributions!()),
    kept(
        "contributed_money",
        t::CONTRIBUTED_MONEY,
        sum!(" and c.means <> 'goods'"),
        concat!(contributions!(), " and c.means <> 'goods'"),
    ),
    kept(
        "contributed_goods",
        t::CONTRIBUTED_GOODS,
        sum!(" and c.means = 'goods'"),
        concat!(contributions!(), " and c.means = 'goods'"),
    ),
    Figure::count("contributions", t::CONTRIBUTIONS, t::OF_TIMES, "contribution", standing!()),
    Figure {
        measure: Measure::Kept(
            concat!(
                "select ifnull(sum(iif(c.person is not null or c.donor <> '', 1, max(c.people, 1))), 0) from contribution c
                where c.number is not null and c.date between :from and :to",
                stands!()
            ),
            PEOPLE,
        ),
        ..Figure::sum("contributors", t::CONTRIBUTORS, t::OF_TIMES, "contribution", PEOPLE, standing!())
    },
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
    Figure::count(
        "works",
        w::WORKS,
        w::ONE_WORK,
        "work",
        "select w.id from work w where w.trashed is null and w.since <= :to and ifnull(w.handed_on, :to) >= :from",
    ),
    Figure::count(
        "works_handed",
        w::WORKS_HANDED,
        w::ONE_WORK,
        "work",
        "select w.id from work w where w.trashed is null and w.handed_on between :from and :to",
    ),
    Figure::sum("work_days", w::WORK_DAYS, w::LABOUR, "work_part", "days", parts!()),
    // Money out of the book is in what was paid; this is what went to the works by itself.
    Figure::money("work_value", w::WORK_VALUE, "work_part", "amount", parts!()),
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

/// What contributions sum up to.
const fn kept(code: &'static str, label: Text, sum: &'static str, rows: &'static str) -> Figure {
    Figure { measure: Measure::Kept(sum, "amount"), ..Figure::money(code, label, "contribution", "amount", rows) }
}
