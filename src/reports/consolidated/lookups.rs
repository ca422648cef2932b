//! The lines of the report's tables: sessions by unit, events, campaigns, units. Knows the SQL of them.
use chrono::NaiveDate;
use rusqlite::{Row, params};

use crate::domain::campaign::Source;
use crate::domain::citation;
use crate::domain::document::Document;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::session::Form;
use crate::domain::unit_report::UnitReportState;
use crate::store::{Result, Store};

pub struct SessionLine {
    pub unit: String,
    pub sessions: i64,
    pub attendances: i64,
    pub hotline: i64,
    pub leaflets: i64,
}

pub struct EventLine {
    pub name: String,
    pub date: NaiveDate,
    pub present: i64,
    pub gift_value: i64,
    pub source: Source,
    pub approved: bool,
    /// On the approved list.
    pub gifts: i64,
    /// Their value in đồng.
    pub value: i64,
    pub given: i64,
    /// The least and the greatest gift in đồng.
    pub each: (i64, i64),
}

pub struct CampaignLine {
    pub name: String,
    pub opening: i64,
    pub money: i64,
    pub goods: i64,
    pub paid: i64,
}

impl CampaignLine {
    pub fn closing(&self) -> i64 {
        self.opening + self.money - self.paid
    }
}

pub struct DonorLine {
    /// The unit; `None` for donors from outside.
    pub unit: Option<String>,
    pub times: i64,
    pub people: i64,
    pub money: i64,
    pub goods: i64,
}

pub struct UnitLine {
    pub unit: String,
    /// Whether there is a report of it to wait for; else it is expected by default.
    pub asked: bool,
    pub due: NaiveDate,
    pub received: Option<NaiveDate>,
    pub state: UnitReportState,
    pub sessions: i64,
    pub attendances: i64,
    /// Whether its latest figures are estimated up to the period's end.
    pub estimated: bool,
}

pub fn sessions(store: &Store, period: &Period) -> Result<Vec<SessionLine>> {
    let sql = "select u.name, count(*), sum(s.attendance), sum(s.told_hotline), sum(s.leaflets)
        from session_shown s join unit u on u.id = s.unit
        where s.trashed is null and s.state = 'held' and s.date between ?1 and ?2 group by u.id order by u.sort, u.id";
    lines(store, sql, period, |row| {
        Ok(SessionLine {
            unit: row.get(0)?,
            sessions: row.get(1)?,
            attendances: row.get(2)?,
            hotline: row.get(3)?,
            leaflets: row.get(4)?,
        })
    })
}

pub fn forms(store: &Store, period: &Period) -> Result<Vec<(String, i64)>> {
    let sql = "select form, count(*) from session where trashed is null and state = 'held' and date between ?1 and ?2
        group by form order by count(*) desc, form";
    lines(store, sql, period, |row| {
        let code: String = row.get(0)?;
        Ok((Form::of_code(&code).map_or(code, |form| form.text().vi.to_owned()), row.get(1)?))
    })
}

/// The documents told, those most told first, each as it is cited for the first time.
pub fn documents(store: &Store, period: &Period) -> Result<Vec<String>> {
    let sql = "select d.id from document d join session_document l on l.document = d.id
            join session s on s.id = l.session
        where d.trashed is null and s.trashed is null and s.state = 'held' and s.date between ?1 and ?2
        group by d.id order by count(*) desc, d.sort, d.id";
    let ids: Vec<i64> = lines(store, sql, period, |row| row.get(0))?;
    let told = ids.into_iter().map(|id| store.get::<Document>(Id::of(id)));
    told.map(|document| Ok(citation::first(&document?))).collect()
}

/// The movements that went on in a period and that units joined: name and who launched it.
pub fn rallies(store: &Store, period: &Period) -> Result<Vec<(String, String)>> {
    let sql = "select y.name, y.launcher from rally y where y.trashed is null and y.since <= ?2
        and ifnull(y.until, y.since) >= ?1 and exists (select 1 from rally_unit l where l.rally = y.id)
        order by y.since, y.id";
    lines(store, sql, period, |row| Ok((row.get(0)?, row.get(1)?)))
}

pub fn events(store: &Store, period: &Period) -> Result<Vec<EventLine>> {
    let sql = "select e.name, e.date, e.children_present, e.gift_value, e.source, e.approved_on is not null,
            ifnull(sum(g.count), 0), ifnull(sum(g.value + g.extra), 0), ifnull(sum(iif(g.state <> 'pending', g.count, 0)), 0),
            ifnull(min(g.value), 0), ifnull(max(g.value), 0)
        from event e left join gift g on g.event = e.id and g.included = 1 and g.trashed is null
            and e.approved_on is not null
            and (g.supplement is null or (select approved_on from supplement where id = g.supplement) is not null)
        where e.trashed is null and e.date between ?1 and ?2 group by e.id order by e.date, e.id";
    lines(store, sql, period, |row| {
        let source: String = row.get(4)?;
        Ok(EventLine {
            name: row.get(0)?,
            date: row.get(1)?,
            present: row.get(2)?,
            gift_value: row.get(3)?,
            source: Source::of_code(&source).unwrap_or_default(),
            approved: row.get(5)?,
            gifts: row.get(6)?,
            value: row.get(7)?,
            given: row.get(8)?,
            each: (row.get(9)?, row.get(10)?),
        })
    })
}

/// The campaigns in which something moved in the period, or that still have money at its end.
pub fn campaigns(store: &Store, period: &Period) -> Result<Vec<CampaignLine>> {
    let sql = "with came as (
            select campaign, sum(iif(date < ?1 and means <> 'goods', amount, 0)) as before,
                sum(iif(date >= ?1 and means <> 'goods', amount, 0)) as money,
                sum(iif(date >= ?1 and means = 'goods', amount, 0)) as goods
            from contribution where number is not null and date <= ?2 group by campaign
        ), went as (
            select campaign, sum(iif(date < ?1, amount, 0)) as before, sum(iif(date >= ?1, amount, 0)) as paid
            from disbursement where number is not null and date <= ?2 group by campaign
        )
        select c.name, ifnull(came.before, 0) - ifnull(went.before, 0) + iif(c.since <= ?2, c.opening, 0), ifnull(came.money, 0),
            ifnull(came.goods, 0), ifnull(went.paid, 0)
        from campaign c left join came on came.campaign = c.id left join went on went.campaign = c.id
        order by c.since, c.id";
    let mut found = lines(store, sql, period, |row| {
        Ok(CampaignLine {
            name: row.get(0)?,
            opening: row.get(1)?,
            money: row.get(2)?,
            goods: row.get(3)?,
            paid: row.get(4)?,
        })
    })?;
    found.retain(|line| line.opening != 0 || line.money != 0 || line.goods != 0 || line.paid != 0);
    Ok(found)
}

/// What came of each unit and of outside donors, as it stands in the book: what was taken back within the period is not there.
pub fn donors(store: &Store, period: &Period) -> Result<Vec<DonorLine>> {
    let sql = "with back as (select reverses from contribution
            where reverses is not null and number is not null and date between ?1 and ?2)
        select u.name, sum(g.times), sum(g.people), sum(g.money), sum(g.goods) from (
            select iif(c.donor = '', c.unit, null) as unit,
                sum(c.amount > 0 and c.id not in (select reverses from back)) as times,
                sum(iif(c.amount > 0 and c.id not in (select reverses from back),
                    iif(c.person is not null or c.donor <> '', 1, max(c.people, 1)), 0)) as people,
                sum(iif(c.means <> 'goods', c.amount, 0)) as money, sum(iif(c.means = 'goods', c.amount, 0)) as goods
            from contribution c where c.number is not null and c.date between ?1 and ?2
            group by iif(c.donor = '', c.unit, null)
        ) g left join unit u on u.id = g.unit group by u.id order by u.id is null, u.sort, u.id";
    let mut found = lines(store, sql, period, |row| {
        Ok(DonorLine {
            unit: row.get(0)?,
            times: row.get(1)?,
            people: row.get(2)?,
            money: row.get(3)?,
            goods: row.get(4)?,
        })
    })?;
    found.retain(|line| line.times != 0 || line.money != 0 || line.goods != 0);
    Ok(found)
}

pub fn units(store: &Store, period: &Period) -> Result<Vec<UnitLine>> {
    let sql = "select u.name, r.id is not null, r.due, r.received_on, r.state, ifnull(r.sessions, 0),
            ifnull(r.attendances, 0), ifnull((select s.basis = 'estimate' from submission_shown s where s.report = r.id
                and s.trashed is null order by s.version desc, s.id desc limit 1), 0)
        from unit u left join unit_report_shown r on r.unit = u.id and r.period = ?3 and r.trashed is null
        where u.trashed is null and ((u.since is null or u.since <= ?2) and (u.until is null or u.until >= ?1)
            or r.id is not null)
        order by u.sort, u.id";
    let default_due = period.units_due();
    let binds = params![period.from.to_string(), period.to.to_string(), period.code];
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map(binds, |row| {
        let state: Option<String> = row.get(4)?;
        Ok(UnitLine {
            unit: row.get(0)?,
            asked: row.get(1)?,
            due: row.get::<_, Option<NaiveDate>>(2)?.unwrap_or(default_due),
            received: row.get(3)?,
            state: state.and_then(|code| UnitReportState::of_code(&code)).unwrap_or_default(),
            sessions: row.get(5)?,
            attendances: row.get(6)?,
            estimated: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn lines<T>(
    store: &Store,
    sql: &str,
    period: &Period,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map(params![period.from.to_string(), period.to.to_string()], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
