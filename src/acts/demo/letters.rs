//! The letters that the sample Office wrote to the units, whom it called, and who signs.
use super::{Office, date};
use crate::domain::check_rule::Explanation;
use crate::domain::id::Id;
use crate::domain::letter::{Letter, LetterKind, Receivers};
use crate::domain::period::Period;
use crate::domain::signer::Signer;
use crate::domain::unit_report::UnitReport;
use crate::domain::urging::{About, Means, Urging};
use crate::domain::value::{Cell, Lines, PeriodCode};
use crate::reports::letters::subject;
use crate::reports::unit_reports;
use crate::store::{Result, Store};
use crate::text::Lang;

/// A unit that was urged about its report of the first half: the day, and by what means.
const URGED: &[(&str, &str, Means)] = &[
    ("QTTNMT", "2026-06-16", Means::Call),
    ("QTTNMT", "2026-06-17", Means::Call),
    ("CNTT", "2026-06-16", Means::Call),
    ("CNTT", "2026-06-18", Means::Call),
    ("CNTT", "2026-06-19", Means::Letter),
];

/// Puts the signer of letters, the requests of both halves, and what was urged in the first.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    let head = office.staff.iter().find(|member| member.person.position == "Chánh Văn phòng");
    let name = head.map(|member| member.person.name.clone()).unwrap_or_default();
    store.put_record(&mut Signer { name, ..Signer::of_letters() })?;
    let all: Vec<i64> = office.units.iter().map(|unit| unit.id.0).collect();
    for (code, made, number) in [("2026-H1", "2026-05-25", "41"), ("2026-H2", "2026-11-05", "96")] {
        let period = Period::parse(code)?;
        store.put_record(&mut letter(LetterKind::Request, &period, made, number, all.clone()))?;
    }
    let first = Period::parse("2026-H1")?;
    let late = office.unit("CNTT")?.id.0;
    let urging = store.put_record(&mut letter(LetterKind::Urge, &first, "2026-06-19", "52", vec![late]))?;
    send_back(store, office)?;
    for (unit, day, means) in URGED {
        let letter = if *means == Means::Letter { urging } else { Id::NEW };
        let mut line = Urging {
            date: date(day),
            unit: office.unit(unit)?.id,
            about: About::Report,
            period: PeriodCode(first.code.clone()),
            means: *means,
            letter,
            ..Urging::default()
        };
        store.put_record(&mut line)?;
    }
    answer(store, office, &first)
}

/// The letter with which a report of the second half was sent back.
fn send_back(store: &mut Store, office: &Office) -> Result<()> {
    let (period, unit) = (Period::parse("2026-H2")?, office.unit("QLĐĐ")?.id);
    let reports = store.find::<UnitReport>("period", &PeriodCode(period.code.clone()).value())?;
    let report = reports.into_iter().find(|report| report.unit == unit).map(|report| report.id).unwrap_or_default();
    let letter = letter(LetterKind::Return, &period, "2026-11-18", "99", vec![unit.0]);
    store.put_record(&mut Letter { report, due: Some(date("2026-11-27")), ..letter }).map(|_| ())
}

/// What a unit answered to the doubts about its report: it counts a session that the Office did not write down.
fn answer(store: &mut Store, office: &Office, period: &Period) -> Result<()> {
    let unit = office.unit("BVMT")?.id;
    let mut reports = store.find::<UnitReport>("period", &PeriodCode(period.code.clone()).value())?;
    reports.retain(|report| report.unit == unit);
    for report in reports {
        for it in unit_reports::checked(store, &report)? {
            let mut line = Explanation {
                text: Lines("Tính cả một buổi lồng ghép trong họp chi bộ, Văn phòng chưa ghi sổ".to_owned()),
                noted_on: Some(date("2026-06-17")),
                report: report.id,
                rule: it.warning.rule,
                said: it.warning.said.say(Lang::Vi),
                ..Explanation::default()
            };
            store.put_record(&mut line)?;
        }
    }
    Ok(())
}

fn letter(kind: LetterKind, period: &Period, made: &str, number: &str, units: Vec<i64>) -> Letter {
    let due = if kind == LetterKind::Request { period.default_due() } else { date("2026-06-24") };
    Letter {
        kind,
        period: PeriodCode(period.code.clone()),
        name: subject(kind, period),
        due: Some(due),
        units: Receivers(units),
        made_on: Some(date(made)),
        number: number.to_owned(),
        signed_on: Some(date(made)),
        ..Letter::default()
    }
}
