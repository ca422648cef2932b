//! Figures of propaganda sessions.
use crate::reports::figure::Figure;
use crate::text::report as t;

/// The period's sessions.
macro_rules! sessions {
    () => {
        "select s.id from session s where s.trashed is null and s.state = 'held' and s.date between :from and :to"
    };
}

/// Attendance counts people who came, each time anew.
pub const TOLD: &[Figure] = &[
    Figure::count("sessions", t::SESSIONS, t::OF_SESSIONS, "session", sessions!()),
    Figure::sum("attendances", t::ATTENDANCES, t::OF_PEOPLE, "session", "attendance", sessions!()),
    // Of attendances nobody can say how many people they are; of names one can.
    Figure::count(
        "people_told",
        t::PEOPLE_TOLD,
        t::OF_STAFF,
        "person",
        concat!(
            "select p.id from person p where p.trashed is null and p.id in (
                select a.person from attendee a where a.presence = 'came' and a.trashed is null and a.session in (",
            sessions!(),
            "))"
        ),
    ),
    Figure::count(
        "units_with_sessions",
        t::UNITS_WITH_SESSIONS,
        t::OF_UNITS,
        "unit",
        "select u.id from unit u where u.trashed is null and exists (select 1 from session s
            join session_unit w on w.session = s.id where u.id in (s.unit, w.unit) and s.trashed is null
            and s.state = 'held' and s.date between :from and :to)",
    ),
    Figure::count(
        "documents_told",
        t::DOCUMENTS_TOLD,
        t::OF_DOCUMENTS,
        "document",
        concat!(
            "select d.id from document d where d.trashed is null and d.id in (
                select l.document from session_document l where l.session in (",
            sessions!(),
            "))"
        ),
    ),
    Figure::count(
        "hotline_sessions",
        t::HOTLINE_SESSIONS,
        t::OF_SESSIONS,
        "session",
        "select s.id from session_shown s where s.trashed is null and s.state = 'held' and s.date between :from and :to
            and s.told_hotline",
    ),
    Figure::count(
        "appeal_sessions",
        t::APPEAL_SESSIONS,
        t::OF_SESSIONS,
        "session",
        concat!(sessions!(), " and s.appeal = 1"),
    ),
    Figure::sum(
        "appeal_attendances",
        t::APPEAL_ATTENDANCES,
        t::OF_PEOPLE,
        "session",
        "attendance",
        concat!(sessions!(), " and s.appeal = 1"),
    ),
    Figure::count(
        "commitments",
        t::COMMITMENTS,
        t::OF_STAFF,
        "commitment",
        "select m.id from commitment m where m.trashed is null and m.state = 'signed' and m.signed_on between :from and :to",
    ),
    Figure::sum("leaflets", t::LEAFLETS, t::OF_COPIES, "session", "leaflets", sessions!()),
];
