//! Figures of the roster at the period's end, of circumstances that hold that day, and of support given.
use crate::reports::figure::Figure;
use crate::text::{group, report as t};

/// The last day on which a child may be born: a partial date keeps it a child until its last possible birthday.
macro_rules! last {
    () => {
        "case length(c.born) when 4 then c.born || '-12-31'
            when 7 then date(c.born || '-01', '+1 month', '-1 day') else c.born end"
    };
}

/// Children on the roster, or gone from it since, born by the period's end and under 16 on it (Điều 1 Luật Trẻ em); who has no birth date
/// counts as a child. The plus keeps SQLite from looking each of them up by way of an index that holds them all.
macro_rules! roster {
    () => {
        concat!(
            "select c.id from child c where +c.trashed is null and (c.state = 'active' or c.left_on > :to)
                and (c.born is null or substr(c.born || '-01-01', 1, 10) <= :to and ",
            last!(),
            " > :under16)"
        )
    };
}

/// Children on the roster who have a circumstance that holds on the period's last day.
macro_rules! having {
    ($what:literal) => {
        concat!(
            roster!(),
            " and c.id in (select x.child from circumstance x join hardship h on h.id = x.hardship
                where x.trashed is null and (x.since is null or x.since <= :to)
                and (x.until is null or x.until >= :to) and h.letter ",
            $what,
            ")"
        )
    };
}

/// Support that was given in the period to children that are not in the trash.
macro_rules! support {
    () => {
        "from support s join child c on c.id = s.child
            where s.trashed is null and c.trashed is null and s.state = 'given' and s.date between :from and :to"
    };
}

macro_rules! child {
    ($code:literal, $label:expr, $rows:expr) => {
        Figure::count($code, $label, t::OF_CHILDREN, "child", $rows)
    };
}

/// The roster by sex and by age.
pub const CHILDREN: &[Figure] = &[
    child!("children", t::ROSTER, roster!()),
    child!("children_male", t::BOYS, concat!(roster!(), " and c.sex = 'nam'")),
    child!("children_female", t::GIRLS, concat!(roster!(), " and c.sex = 'nữ'")),
    child!("children_sex_unknown", t::SEX_UNKNOWN, concat!(roster!(), " and c.sex is null")),
    child!("children_under_6", t::UNDER_6, concat!(roster!(), " and ", last!(), " > :under6")),
    child!(
        "children_6_to_10",
        t::UNDER_11,
        concat!(roster!(), " and ", last!(), " <= :under6 and ", last!(), " > :under11")
    ),
    child!("children_11_to_15", t::UNDER_16, concat!(roster!(), " and ", last!(), " <= :under11")),
    child!("children_age_unknown", t::AGE_UNKNOWN, concat!(roster!(), " and c.born is null")),
    child!(
        "reviewed_children",
        t::REVIEWED,
        "select distinct v.child from review v join round r on r.id = v.round join child c on c.id = v.child
            where v.trashed is null and r.trashed is null and c.trashed is null and v.reviewed_on between :from and :to"
    ),
    child!("special_children", t::SPECIAL, having!("<> ''")),
    child!("hardship_children", t::HARDSHIP, having!("= ''")),
];

/// The roster by statutory group; a child may be in several.
pub const GROUPS: &[Figure] = &[
    child!("group_a", group::ORPHAN, having!("= 'a'")),
    child!("group_b", group::ABANDONED, having!("= 'b'")),
    child!("group_c", group::NO_SUPPORT, having!("= 'c'")),
    child!("group_d", group::DISABLED, having!("= 'd'")),
    child!("group_đ", group::HIV, having!("= 'đ'")),
    child!("group_e", group::OFFENDING, having!("= 'e'")),
    child!("group_g", group::ADDICTED, having!("= 'g'")),
    child!("group_h", group::OUT_OF_SCHOOL, having!("= 'h'")),
    child!("group_i", group::HARMED, having!("= 'i'")),
    child!("group_k", group::EXPLOITED, having!("= 'k'")),
    child!("group_l", group::ABUSED, having!("= 'l'")),
    child!("group_m", group::TRAFFICKED, having!("= 'm'")),
    child!("group_n", group::ILL_AND_POOR, having!("= 'n'")),
    child!("group_o", group::MIGRANT, having!("= 'o'")),
];

/// Support by its day.
pub const SUPPORT: &[Figure] = &[
    child!("supported_children", t::SUPPORTED, concat!("select distinct s.child ", support!())),
    Figure::count("supports", t::SUPPORTS, t::OF_TIMES, "support", concat!("select s.id ", support!())),
    Figure::money("support_value", t::SUPPORT_VALUE, "support", "amount", concat!("select s.id ", support!())),
];
