//! Figures of referrals and of the units' reports.
use crate::reports::figure::Figure;
use crate::text::report as t;

/// The units that were there in the period, and those that were asked for its report.
macro_rules! expected {
    () => {
        "select u.id from unit u where u.trashed is null
            and ((u.since is null or u.since <= :to) and (u.until is null or u.until >= :from)
                or exists (select 1 from unit_report r
                    where r.unit = u.id and r.period = :period and r.trashed is null))"
    };
}

/// The period's reports that are in, "nothing to report" among them; one sent back is not in.
macro_rules! came {
    () => {
        "select r.id from unit_report r join unit u on u.id = r.unit and u.trashed is null
            where r.trashed is null and r.period = :period and r.state in ('in', 'accepted', 'nothing')"
    };
}

/// Referrals by the day they were noted; handed on by the period's end.
pub const PROTECTION: &[Figure] = &[
    Figure::count(
        "incidents",
        t::INCIDENTS,
        t::OF_CASES,
        "referral",
        "select r.id from referral_shown r where r.trashed is null and r.noted_on between :from and :to",
    ),
    Figure::count(
        "incidents_sent",
        t::INCIDENTS_SENT,
        t::OF_CASES,
        "referral",
        "select r.id from referral_shown r where r.trashed is null and r.noted_on between :from and :to
            and r.sent_on <= :to",
    ),
    Figure::count(
        "incidents_unsent",
        t::INCIDENTS_UNSENT,
        t::OF_CASES,
        "referral",
        "select r.id from referral_shown r where r.trashed is null and r.noted_on between :from and :to
            and (r.sent_on is null or r.sent_on > :to)",
    ),
];

/// On time, late and missing make up what is expected; "nothing to report" is on time whenever it was said.
pub const UNITS: &[Figure] = &[
    Figure::count("units_expected", t::UNITS_EXPECTED, t::OF_UNITS, "unit", expected!()),
    Figure::count(
        "units_on_time",
        t::UNITS_ON_TIME,
        t::OF_UNITS,
        "unit_report",
        concat!(came!(), " and (r.state = 'nothing' or ifnull(r.received_on, r.due) <= r.due)"),
    ),
    Figure::count(
        "units_late",
        t::UNITS_LATE,
        t::OF_UNITS,
        "unit_report",
        concat!(came!(), " and r.state <> 'nothing' and r.received_on > r.due"),
    ),
    Figure::count(
        "units_missing",
        t::UNITS_MISSING,
        t::OF_UNITS,
        "unit",
        concat!(
            expected!(),
            " and u.id not in (select r.unit from unit_report r where r.trashed is null and r.period = :period
                and r.state in ('in', 'accepted', 'nothing'))"
        ),
    ),
    Figure::count(
        "units_without_sessions",
        t::UNITS_WITHOUT_SESSIONS,
        t::OF_UNITS,
        "unit",
        concat!(
            expected!(),
            " and not exists (select 1 from session s
                where s.unit = u.id and s.trashed is null and s.date between :from and :to)"
        ),
    ),
    Figure::count(
        "units_nothing",
        t::UNITS_NOTHING,
        t::OF_UNITS,
        "unit_report",
        concat!(came!(), " and r.state = 'nothing'"),
    ),
];
