//! Figures of inspections and of movements that were joined.
use crate::reports::figure::Figure;
use crate::text::{inspection as t, rally, report as r};

/// The inspections held in the period.
macro_rules! inspections {
    () => {
        "select i.id from inspection i where i.trashed is null and i.state = 'held' and i.date between :from and :to"
    };
}

/// The movements that went on in the period and that units joined.
macro_rules! rallies {
    () => {
        "select y.id from rally y where y.trashed is null and y.since <= :to and ifnull(y.until, y.since) >= :from
            and exists (select 1 from rally_unit l where l.rally = y.id)"
    };
}

/// Inspections by their day; what they recommended stays open until it is carried out.
pub const INSPECTIONS: &[Figure] = &[
    Figure::count("inspections", t::COUNT, t::OF_INSPECTIONS, "inspection", inspections!()),
    Figure::count(
        "units_inspected",
        t::UNITS_INSPECTED,
        r::OF_UNITS,
        "unit",
        concat!(
            "select u.id from unit u where u.trashed is null and u.id in (select unit from inspection where id in (",
            inspections!(),
            "))"
        ),
    ),
    Figure::count(
        "recommendations",
        t::MADE,
        t::OF_RECOMMENDATIONS,
        "recommendation",
        concat!("select c.id from recommendation c where c.trashed is null and c.inspection in (", inspections!(), ")"),
    ),
    Figure::count(
        "recommendations_open",
        t::STILL_OPEN,
        t::OF_RECOMMENDATIONS,
        "recommendation",
        "select c.id from recommendation c join inspection i on i.id = c.inspection
            where c.trashed is null and i.trashed is null and i.state = 'held' and i.date <= :to
            and (c.state <> 'done' or c.closed_on > :to)",
    ),
];

/// Movements by the days they went on.
pub const RALLIES: &[Figure] = &[
    Figure::count("rallies", rally::COUNT, rally::OF_RALLIES, "rally", rallies!()),
    Figure::count(
        "rally_units",
        rally::UNITS_JOINED,
        r::OF_UNITS,
        "unit",
        concat!(
            "select u.id from unit u where u.trashed is null and u.id in (select unit from rally_unit where rally in (",
            rallies!(),
            "))"
        ),
    ),
];
