//! Figures of events and of the gifts on their approved lists.
use crate::reports::figure::Figure;
use crate::text::report as t;

/// The period's events.
macro_rules! events {
    () => {
        "select e.id from event e where e.trashed is null and e.date between :from and :to"
    };
}

/// The gifts that approved lists of the period's events give; drafts do not count.
macro_rules! gifts {
    () => {
        concat!(
            "select g.id from gift g where g.trashed is null and g.included = 1 and g.event in (",
            events!(),
            " and e.approved_on is not null)",
            " and (g.supplement is null or (select approved_on from supplement where id = g.supplement) is not null)"
        )
    };
}

/// Events by their day; gifts by the day of their event.
pub const EVENTS: &[Figure] = &[
    Figure::count("events", t::EVENT_COUNT, t::OF_EVENTS, "event", events!()),
    Figure::sum("children_present", t::CHILDREN_PRESENT, t::OF_ATTENDING, "event", "children_present", events!()),
    Figure::money(
        "event_budget",
        t::EVENT_BUDGET,
        "event",
        "(select s.planned from event_shown s where s.id = event.id)",
        events!(),
    ),
    Figure::money(
        "event_cost",
        t::EVENT_COST,
        "event",
        "(select s.spent from event_shown s where s.id = event.id)",
        events!(),
    ),
    Figure::sum("gifts", t::GIFTS, t::OF_GIFTS, "gift", "count", gifts!()),
    Figure::money("gifts_value", t::GIFTS_VALUE, "gift", "value + extra", gifts!()),
    Figure::sum(
        "gifts_received",
        t::GIFTS_RECEIVED,
        t::OF_GIFTS,
        "gift",
        "count",
        concat!(gifts!(), " and g.state <> 'pending'"),
    ),
    Figure::sum(
        "gifts_pending",
        t::GIFTS_PENDING,
        t::OF_GIFTS,
        "gift",
        "count",
        concat!(gifts!(), " and g.state = 'pending'"),
    ),
];
