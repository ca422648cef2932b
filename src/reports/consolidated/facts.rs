//! What a report is made of, read once: figures of the period and of a year ago, the agency, the plan, the lines.
use crate::domain::agency::Agency;
use crate::domain::id::Id;
use crate::domain::period::{Kind, Period};
use crate::domain::plan::{Clause, Plan};
use crate::domain::report::Report;
use crate::domain::value::Value;
use crate::paper::Table;
use crate::reports::figures::{Figures, figures};
use crate::reports::guard::{self, Guard};
use crate::reports::{late, letterhead, movement, unit_reports};
use crate::store::{Result, Store};
use crate::text::Lang;
use chrono::Datelike;

use super::clauses::{self, Proof};
use super::doubts::{Clash, clashes};
use super::lookups::{self, CampaignLine, DonorLine, EventLine, SessionLine, UnitLine};

pub struct Facts {
    pub period: Period,
    pub now: Figures,
    /// The same period a year before; none if nothing was kept then.
    pub before: Option<Figures>,
    pub agency: Agency,
    /// "Sở" or "cơ quan".
    pub short: &'static str,
    pub plan: Option<Plan>,
    /// The agency's name when the plan was issued.
    pub plan_issuer: String,
    pub clauses: Vec<Clause>,
    pub proofs: Vec<(Id<Clause>, Proof)>,
    /// Who gave: each unit's people, then outside donors.
    pub donors: Vec<DonorLine>,
    pub report: Report,
    /// What is not said of the figures, and of those of a year ago.
    pub guard: Guard,
    pub guard_before: Guard,
    pub events: Vec<EventLine>,
    pub sessions: Vec<SessionLine>,
    /// Form of the sessions and their number.
    pub forms: Vec<(String, i64)>,
    /// The documents told, each as it is cited.
    pub documents: Vec<String>,
    /// The movements joined: name and who launched each.
    pub rallies: Vec<(String, String)>,
    pub campaigns: Vec<CampaignLine>,
    pub units: Vec<UnitLine>,
    /// Stock and flow of circumstances, for a year's report.
    pub movement: Option<Table>,
    /// Whether units were asked for this period's reports.
    pub asked: bool,
    /// What units answered where their figures were doubtful.
    pub answers: Vec<String>,
    /// Where a unit told other figures than the office has, and gave no reason.
    pub clashes: Vec<Clash>,
    /// Which units were urged, about what and how often.
    pub urged: Vec<String>,
}

impl Facts {
    pub fn read(store: &Store, period: &Period) -> Result<Self> {
        let code = Value::Text(period.code.clone());
        let report = store.find::<Report>("period", &code)?.into_iter().next().unwrap_or_default();
        let agency = letterhead::agency_on(store, report.signed_on.unwrap_or(period.to))?;
        let plan = store.find::<Plan>("year", &Value::Int(i64::from(year(period))))?.into_iter().next();
        let plan_issuer = match plan.as_ref().and_then(|plan| plan.issued) {
            Some(day) => letterhead::name(&letterhead::agency_on(store, day)?).to_owned(),
            None => letterhead::name(&agency).to_owned(),
        };
        let clauses = match &plan {
            Some(plan) => store.find::<Clause>("plan", &Value::Int(plan.id.0))?,
            None => Vec::new(),
        };
        let proofs = match &plan {
            Some(plan) => clauses::proofs(store, plan.id, period)?,
            None => Vec::new(),
        };
        let before = Some(figures(store, &period.same_last_year())?).filter(|before| !before.is_silent());
        let units = lookups::units(store, period)?;
        // Small counts come and go in it, so a guarded report has none.
        let movement = if matches!(period.kind, Kind::Year(_)) && !report.is_guarded() {
            Some(movement::table(&movement::movement(store, period)?))
        } else {
            None
        };
        let now = figures(store, period)?;
        let least = report.is_guarded().then(|| guard::minimum(store)).transpose()?;
        let of = |figures: &Figures| least.map_or_else(Guard::default, |least| Guard::of(figures, least));
        Ok(Self {
            guard: of(&now),
            guard_before: before.as_ref().map_or_else(Guard::default, of),
            now,
            before,
            short: letterhead::short(&agency),
            agency,
            plan,
            plan_issuer,
            clauses,
            proofs,
            donors: lookups::donors(store, period)?,
            report,
            events: lookups::events(store, period)?,
            sessions: lookups::sessions(store, period)?,
            forms: lookups::forms(store, period)?,
            documents: lookups::documents(store, period)?,
            rallies: lookups::rallies(store, period)?,
            campaigns: lookups::campaigns(store, period)?,
            movement,
            asked: units.iter().any(|unit| unit.asked),
            answers: unit_reports::explained(store, period)?,
            clashes: clashes(store, period)?.into_iter().filter(|clash| !clash.is_answered).collect(),
            urged: late::told(store, period)?.iter().map(|said| said.say(Lang::Vi)).collect(),
            units,
            period: period.clone(),
        })
    }

    pub fn name(&self) -> &str {
        letterhead::name(&self.agency)
    }

    pub fn get(&self, code: &str) -> i64 {
        self.now.get(code)
    }

    /// A figure as the paper says it.
    pub fn said(&self, code: &str) -> String {
        self.guard.said(code, self.get(code))
    }
}

/// The year in a period's name.
fn year(period: &Period) -> i32 {
    match period.kind {
        Kind::Year(year) | Kind::Half(year, _) | Kind::Quarter(year, _) | Kind::Month(year, _) | Kind::Action(year) => {
            year
        }
        Kind::Days => period.to.year(),
    }
}
