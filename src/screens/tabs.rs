//! The six screens and their tabs: a new one gets a line here.
use crate::domain::record::Record;
use crate::domain::{
    agency, batch, body, campaign, cash_count, check_rule, child, circumstance, consent, contribution, disbursement,
    document, entry, event, fund, incoming, inspection, letter, look, person, plan, pledge, rally, receipt, referral,
    report, review, schooling, session, signer, support, task, template, topic, trashed, unit, unit_report, urging,
    work,
};
use crate::screens::appeal::Appeal;
use crate::screens::calendar::Calendar;
use crate::screens::chart::Chart;
use crate::screens::coverage::Matrix;
use crate::screens::figures::FigureList;
use crate::screens::list::List;
use crate::screens::movement::Movement;
use crate::screens::screen::{Cx, Screen};
use crate::screens::statement::Public;
use crate::screens::today::Today;
use crate::screens::twins::Twins;
use crate::screens::unit_reports::UnitReports;
use crate::screens::{
    agencies, balances, batches, books, campaigns, children, clauses, consents, documents, events, inspections,
    journal, letters, people, rallies, receipts, referrals, review as rounds, sessions, support as supports, tasks,
    templates, topics, welfare,
};
use crate::text::{Lang, Text, appeal, calendar, chart, coverage, movement, screen as t, statement, twin};

/// One of the six screens.
pub struct Tab {
    /// Its name in the bar.
    pub name: Text,
    /// Its tabs.
    pub subs: &'static [Sub],
}

/// A tab of a screen.
pub struct Sub {
    /// Its name.
    pub name: Text,
    /// The table whose rows it shows, if any.
    pub table: &'static str,
    /// Makes it when it is first opened.
    pub make: fn(&mut Cx) -> Box<dyn Screen>,
}

/// A tab that is the plain list of a record type.
macro_rules! list {
    ($record:ty) => {
        list!($record, &[])
    };
    ($record:ty, $commands:expr) => {
        Sub {
            name: <$record as Record>::META.title,
            table: <$record as Record>::TABLE,
            make: |_| Box::new(List::new(<$record as Record>::META, $commands)),
        }
    };
}

/// The six screens.
pub const TABS: &[Tab] = &[
    Tab { name: t::TAB_TODAY, subs: &[Sub { name: t::TAB_TODAY, table: "", make: |_| Box::new(Today::default()) }] },
    Tab {
        name: t::TAB_ACTIVITIES,
        subs: &[
            Sub { name: plan::Clause::META.title, table: "clause", make: clauses::screen },
            list!(session::Session, sessions::COMMANDS),
            list!(document::Document, documents::COMMANDS),
            list!(event::Event, events::COMMANDS),
            Sub { name: coverage::SUB, table: "", make: Matrix::screen },
            list!(inspection::Inspection, inspections::COMMANDS),
            list!(rally::Rally, rallies::COMMANDS),
            list!(task::Task, tasks::TASKS),
            list!(incoming::Incoming, tasks::INCOMING),
            Sub { name: calendar::SUB, table: "", make: Calendar::screen },
        ],
    },
    Tab {
        name: t::TAB_CHILDREN,
        subs: &[
            list!(child::Child, children::COMMANDS),
            list!(circumstance::Circumstance),
            Sub { name: movement::SUB, table: "", make: Movement::screen },
            list!(review::Round, rounds::COMMANDS),
            list!(support::Support, supports::COMMANDS),
            list!(schooling::Schooling),
            Sub { name: appeal::SUB, table: "", make: Appeal::screen },
            list!(consent::ConsentSheet, consents::COMMANDS),
            list!(referral::Referral, referrals::COMMANDS),
            Sub { name: twin::SUB, table: "", make: Twins::screen },
        ],
    },
    Tab {
        name: t::TAB_DONATIONS,
        subs: &[
            list!(campaign::Campaign, campaigns::COMMANDS),
            list!(pledge::Pledge, welfare::PLEDGES_TAB),
            list!(batch::Batch, batches::COMMANDS),
            list!(contribution::Contribution, books::COMMANDS),
            list!(receipt::Receipt, receipts::COMMANDS),
            list!(disbursement::Disbursement, books::PAYMENTS),
            list!(fund::FundLine, balances::COMMANDS),
            list!(cash_count::CashCount, books::COUNTS),
            list!(work::Work, welfare::WORKS),
            Sub { name: statement::SUB, table: "", make: Public::screen },
            Sub { name: chart::SUB, table: "", make: Chart::screen },
        ],
    },
    Tab {
        name: t::TAB_REPORTS,
        subs: &[
            Sub { name: unit_report::UnitReport::META.title, table: "unit_report", make: UnitReports::screen },
            Sub { name: t::SUB_FIGURES, table: "report", make: FigureList::screen },
            list!(report::Report),
            list!(letter::Letter, letters::COMMANDS),
            list!(urging::Urging),
        ],
    },
    Tab {
        name: t::TAB_SYSTEM,
        subs: &[
            list!(agency::Agency, agencies::COMMANDS),
            list!(unit::Unit),
            list!(body::Body),
            list!(person::Person, people::COMMANDS),
            list!(circumstance::Hardship),
            list!(check_rule::CheckRule, letters::RULES),
            list!(signer::Signer),
            list!(topic::Topic, topics::COMMANDS),
            list!(plan::Plan, clauses::PLANS),
            list!(template::Template, templates::COMMANDS),
            list!(entry::Entry, journal::JOURNAL),
            list!(look::Look),
            list!(trashed::Trashed, journal::TRASH),
        ],
    },
];

/// Where the rows of a table are shown.
#[must_use]
pub fn of_table(table: &str) -> Option<(usize, usize)> {
    TABS.iter()
        .enumerate()
        .find_map(|(tab, it)| it.subs.iter().position(|sub| sub.table == table).map(|sub| (tab, sub)))
}

/// What has no tab of its own, and what it is a part of.
const PARTS: &[(&str, &str)] = &[
    ("gift", "event"),
    ("gift_rule", "event"),
    ("gift_item", "event"),
    ("intake", "event"),
    ("supplement", "event"),
    ("budget_line", "event"),
    ("event_step", "event"),
    ("programme_item", "event"),
    ("participant", "event"),
    ("photo", "event"),
    ("turnout", "session"),
    ("attendee", "session"),
    ("recommendation", "inspection"),
    ("review", "round"),
    ("consent", "consent_sheet"),
    ("handover", "referral"),
    ("submission", "unit_report"),
    ("explanation", "unit_report"),
    ("work_part", "work"),
];

/// Where the rows of a table are shown, or what they are a part of: "Hoạt động › Chương trình, quà".
#[must_use]
pub fn place(table: &str, lang: Lang) -> Option<((usize, usize), String)> {
    let whole = PARTS.iter().find(|(part, _)| *part == table).map_or(table, |(_, whole)| whole);
    let at = of_table(whole).filter(|_| !whole.is_empty())?;
    let tab = TABS.get(at.0)?;
    let sub = tab.subs.get(at.1)?;
    Some((at, format!("{} › {}", tab.name.say(lang), sub.name.say(lang))))
}

/// Where a tab of a name is.
#[must_use]
pub fn of_name(name: Text) -> Option<(usize, usize)> {
    TABS.iter().enumerate().find_map(|(tab, it)| it.subs.iter().position(|sub| sub.name == name).map(|sub| (tab, sub)))
}
