//! Letters to the units, and urging them: first a call, then a letter; a letter counts once it has its number.
use chrono::NaiveDate;

use crate::acts::unit_reports;
use crate::domain::act::{Act, Step};
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::letter::{Letter, LetterKind, Receivers};
use crate::domain::number;
use crate::domain::period::Period;
use crate::domain::record::{Fault, Record, Row};
use crate::domain::signer::Signed;
use crate::domain::unit::Unit;
use crate::domain::urging::{Means, Urging};
use crate::domain::value::{Cell, PeriodCode, Value};
use crate::paper::kept;
use crate::reports::late::{Late, late};
use crate::reports::letterhead;
use crate::reports::letters::{self, owed_in, subject, urging_of};
use crate::store::{Error, Result, Store};
use crate::text::{Lang, acts as t, issue, units as u};

/// Gives a letter that was typed without a subject the one of its kind and period.
///
/// # Errors
/// If its period is none.
pub fn entitle(row: &mut Row) -> Result<()> {
    if let Some(letter) = Letter::of(row).filter(|it| it.name.is_empty() && !it.period.0.is_empty()) {
        let name = subject(letter.kind, &Period::parse(&letter.period.0)?);
        Letter::META.set(row, "name", Value::Text(name));
    }
    Ok(())
}

/// Refuses a letter that asks for something by a day that has passed.
///
/// # Errors
/// A fault at that day.
pub fn check_due(store: &Store, row: &Row) -> Result<()> {
    match Letter::of(row).and_then(|letter| letter.due).filter(|due| *due < store.today()) {
        Some(due) => Err(Error::Faults(vec![Fault::at("due", u::DUE_PASSED.with([day::show(due)]))])),
        None => Ok(()),
    }
}

/// What follows from a letter that was typed, within the running step: it has its day; a request expects the reports it asks for, from every unit that is there where it names none.
///
/// # Errors
/// If the period is closed or no unit is there.
pub fn typed_within(store: &mut Store, id: Id<Letter>) -> Result<()> {
    let mut letter = store.get(id)?;
    let period = Period::parse(&letter.period.0)?;
    if letter.made_on.is_none() {
        letter.made_on = Some(store.today());
    }
    if let (LetterKind::Request, Some(due)) = (letter.kind, letter.due) {
        if letter.units.0.is_empty() {
            letter.units = Receivers(unit_reports::active(store, &period)?.iter().map(|unit| unit.0).collect());
        }
        let units: Vec<Id<Unit>> = letter.units.0.iter().map(|unit| Id::of(*unit)).collect();
        unit_reports::open_within(store, &period, due, &units)?;
    }
    store.put_record(&mut letter).map(|_| ())
}

/// A letter that urges every unit that owes something in a period, or one of them: a draft there is is brought up to date.
///
/// # Errors
/// If nobody owes anything.
pub fn urge(store: &mut Store, period: &Period, only: Option<Id<Unit>>) -> Result<Id<Letter>> {
    let mut letter = drafted(store, period, only)?;
    let name = format!("{} · {}", letter.units.0.len(), period.name().say(Lang::Vi));
    store.write(Step::new(Act::Urge, Letter::TABLE, name), |store| store.put_record(&mut letter))
}

/// A letter of its own to each unit that owes something in a period, as one step; how many there are.
///
/// # Errors
/// If nobody owes anything.
pub fn urge_each(store: &mut Store, period: &Period) -> Result<usize> {
    let units = urging_of(store, period, None)?.units.0;
    let letters = units.iter().map(|unit| drafted(store, period, Some(Id::of(*unit))));
    let mut letters: Vec<Letter> = letters.collect::<Result<_>>()?;
    let name = format!("{} · {}", letters.len(), period.name().say(Lang::Vi));
    store.write(Step::new(Act::Urge, Letter::TABLE, name), |store| {
        letters.iter_mut().try_for_each(|letter| store.put_record(letter).map(|_| ()))
    })?;
    Ok(letters.len())
}

/// The letter that urges every unit, or one: the draft there is, brought up to date.
fn drafted(store: &Store, period: &Period, only: Option<Id<Unit>>) -> Result<Letter> {
    let mut letter = urging_of(store, period, only)?;
    let kept = store.find::<Letter>("period", &letter.period.value())?.into_iter();
    let mut kept = kept.filter(|it| it.kind == LetterKind::Urge && it.signed_on.is_none());
    if let Some(draft) =
        kept.find(|it| (it.units.0.len() == 1) == only.is_some() && (only.is_none() || it.units == letter.units))
    {
        (letter.id, letter.content, letter.name) = (draft.id, draft.content, draft.name);
    }
    Ok(letter)
}

/// Notes a call or a message to a unit about all that it owes in a period, as one step; the text to send.
///
/// # Errors
/// If it owes nothing.
pub fn remind(store: &mut Store, period: &Period, unit: Id<Unit>) -> Result<String> {
    let today = store.today();
    let mut owed = late(store, period, today)?;
    owed.retain(|it| it.unit == unit);
    let Some(first) = owed.first() else {
        return Err(u::NOT_LATE
            .with([store.name_of(Unit::TABLE, unit.0), String::new()])
            .saying(1, period.name())
            .into());
    };
    let text = message(store, period, &first.name, &owed)?;
    let name = format!("{} · {}", first.name, period.name().say(Lang::Vi));
    store.write(Step::new(Act::Urge, Urging::TABLE, name), |store| {
        owed.iter().try_for_each(|it| note_within(store, it, period, today, Means::Call, Id::NEW))
    })?;
    Ok(text)
}

/// What is written to a unit's contact.
fn message(store: &Store, period: &Period, unit: &str, owed: &[Late]) -> Result<String> {
    let what: Vec<String> =
        owed.iter().map(|it| u::MESSAGE_ITEM.with([it.what.say(Lang::Vi), day::show(it.due)]).say(Lang::Vi)).collect();
    let contact = store.all::<Unit>()?.into_iter().find(|it| it.name == unit).map(|it| it.contact);
    let to = contact.filter(|name| !name.is_empty()).map_or_else(|| unit.to_owned(), |name| format!("{name} ({unit})"));
    let last = period.name().say(Lang::Vi);
    let agency = letterhead::agency_on(store, store.today())?;
    let office = letterhead::gatherer(store, &agency, &letterhead::signer_of(store, Signed::Urge)?)?;
    Ok(u::MESSAGE.with([to, last, what.join("; "), office]).say(Lang::Vi))
}

/// Gives a letter its number and day. Final: [`withdraw`] takes it back. It stands as it is
/// printed now. A letter that urges counts as one time for each line that it names, and for no other.
///
/// # Errors
/// If it has a number already, or none is given, or the day lies in the future.
pub fn number(store: &mut Store, id: Id<Letter>, number: &str, date: NaiveDate) -> Result<()> {
    let mut letter = store.get(id)?;
    let Some(number) = number::of_paper(number) else { return Err(t::NUMBER_NEEDED.into()) };
    if letter.signed_on.is_some() {
        return Err(u::LETTER_NUMBERED.into());
    }
    if date > store.today() {
        return Err(issue::DAY_IN_FUTURE.with([day::show(date)]).into());
    }
    let period = Period::parse(&letter.period.0)?;
    let owed = if letter.kind == LetterKind::Urge { owed_in(store, &letter, &period)? } else { Vec::new() };
    (letter.number, letter.signed_on) = (number, Some(date));
    letter.kept = kept::kept(&letters::paper(store, &letter)?).map_err(std::io::Error::other)?;
    let name = letter.name.clone();
    store.write(Step::new(Act::NumberLetter, Letter::TABLE, name), |store| {
        store.put_record(&mut letter)?;
        owed.iter().try_for_each(|it| note_within(store, it, &period, date, Means::Letter, id))
    })
}

/// Takes the number of a letter back, and what it counted. Final too, so that both stay in the journal.
///
/// # Errors
/// If it has none.
pub fn withdraw(store: &mut Store, id: Id<Letter>) -> Result<()> {
    let mut letter = store.get(id)?;
    if letter.signed_on.is_none() {
        return Err(u::NOT_NUMBERED.into());
    }
    letter.number.clear();
    letter.kept.clear();
    letter.signed_on = None;
    let counted = store.find::<Urging>("letter", &id.value())?;
    store.write(Step::new(Act::WithdrawLetter, Letter::TABLE, letter.name.clone()), |store| {
        counted.iter().try_for_each(|it| store.remove(Urging::META, it.id.0))?;
        store.put_record(&mut letter).map(|_| ())
    })
}

fn note_within(
    store: &mut Store,
    owed: &Late,
    period: &Period,
    date: NaiveDate,
    means: Means,
    letter: Id<Letter>,
) -> Result<()> {
    let (unit, about, thing) = (owed.unit, owed.about, owed.thing);
    let period = PeriodCode(period.code.clone());
    let mut line = Urging { date, unit, about, thing, period, means, letter, ..Urging::default() };
    store.put_record(&mut line).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;
    use crate::domain::unit_report::UnitReport;
    use crate::store::Store;

    fn office() -> (Store, Period, Id<Unit>) {
        let mut store = sample::store();
        let unit = sample::unit(&mut store, "Thanh tra Sở");
        sample::unit(&mut store, "Văn phòng Sở");
        // Of 2025 H2 all is late on the day of the tests.
        (store, Period::parse("2025-H2").unwrap(), unit)
    }

    #[test]
    fn a_request_opens_its_period_by_its_day() {
        let (mut store, _, unit) = office();
        let period = Period::parse("2026-H1").unwrap();
        let letter = |due: &str| {
            let period = PeriodCode(period.code.clone());
            Letter { period, due: Some(sample::day(due)), ..Letter::default() }.row()
        };
        // 20 May is today.
        let refused = crate::acts::keep::save(&mut store, Letter::META, &mut letter("2026-05-19")).unwrap_err();
        assert!(refused.say(Lang::Vi).contains("Ngày 19/05/2026 đã qua"), "{}", refused.say(Lang::Vi));
        let mut row = letter("2026-06-05");
        crate::acts::keep::save(&mut store, Letter::META, &mut row).unwrap();
        let letter = store.get(Id::<Letter>::of(row.id)).unwrap();
        assert_eq!(
            (letter.name.as_str(), letter.units.0.len()),
            ("báo cáo kết quả thực hiện công tác trẻ em 6 tháng đầu năm 2026", 2)
        );
        let reports = store.find::<UnitReport>("unit", &unit.value()).unwrap();
        assert_eq!(reports.iter().map(|it| it.due).collect::<Vec<_>>(), [sample::day("2026-06-05")]);
        store.undo().unwrap();
        assert!(store.all::<UnitReport>().unwrap().is_empty(), "letter and reports are one step");
    }

    #[test]
    fn first_a_call_then_one_letter_to_all_and_each_is_counted() {
        let (mut store, period, unit) = office();
        unit_reports::open_period(&mut store, &period, None).unwrap();
        let text = remind(&mut store, &period, unit).unwrap();
        assert!(text.contains("Thanh tra Sở") && text.contains("chưa nộp báo cáo"), "{text}");
        let letter = urge(&mut store, &period, None).unwrap();
        assert_eq!(urge(&mut store, &period, None).unwrap(), letter, "a draft is brought up to date");
        let turns = |store: &Store| late(store, &period, store.today()).unwrap().iter().map(|it| it.urged).max();
        assert_eq!(turns(&store), Some(1), "a draft is not sent yet");
        let today = store.today();
        assert!(number(&mut store, letter, " ", today).is_err());
        number(&mut store, letter, "45/SNNMT-VP", today).unwrap();
        assert_eq!((store.get(letter).unwrap().number.as_str(), turns(&store)), ("45", Some(2)));
        assert!(store.undo().is_err(), "numbering is final");
        let mut typed = store.get(letter).unwrap();
        typed.name = "khác".into();
        assert!(store.save(&mut typed).is_err(), "a numbered letter stands still");
        withdraw(&mut store, letter).unwrap();
        assert_eq!((store.get(letter).unwrap().signed_on, turns(&store)), (None, Some(1)));
        assert!(withdraw(&mut store, letter).is_err());
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn each_unit_may_get_a_letter_of_its_own() {
        let (mut store, period, unit) = office();
        unit_reports::open_period(&mut store, &period, None).unwrap();
        assert_eq!(urge_each(&mut store, &period).unwrap(), 2);
        let letters = store.all::<Letter>().unwrap();
        assert!(letters.len() == 2 && letters.iter().all(|letter| letter.units.0.len() == 1));
        // Made again, they are the same drafts; a letter to one of them is its draft too.
        assert_eq!((urge_each(&mut store, &period).unwrap(), store.all::<Letter>().unwrap().len()), (2, 2));
        let own = letters.iter().find(|letter| letter.units.0 == [unit.0]).unwrap().id;
        assert_eq!(urge(&mut store, &period, Some(unit)).unwrap(), own);
        store.undo().unwrap();
        store.undo().unwrap();
        store.undo().unwrap();
        assert!(store.all::<Letter>().unwrap().is_empty(), "all were made in one step");
    }

    #[test]
    fn a_letter_counts_for_the_lines_it_names_and_stands_as_it_was_numbered() {
        let (mut store, period, unit) = office();
        unit_reports::open_period(&mut store, &period, None).unwrap();
        let letter = urge(&mut store, &period, Some(unit)).unwrap();
        let lines = |store: &Store| owed_in(store, &store.get(letter).unwrap(), &period).unwrap();
        let before = lines(&store);
        let today = store.today();
        assert!(number(&mut store, letter, "45", today + chrono::Days::new(1)).is_err());
        number(&mut store, letter, "45", today).unwrap();
        let counted = store.find::<Urging>("letter", &letter.value()).unwrap();
        let told = |it: &Late| counted.iter().filter(|line| line.about == it.about && line.thing == it.thing).count();
        assert!(counted.len() == before.len() && before.iter().all(|it| told(it) == 1), "{counted:?}");
        let paper = letters::paper(&store, &store.get(letter).unwrap()).unwrap();
        // What comes in later does not change what was sent.
        let report = unit_reports::of_unit(&store, unit, &period).unwrap();
        unit_reports::nothing(&mut store, &[report], today).unwrap();
        assert!(lines(&store).len() < before.len());
        assert_eq!(letters::paper(&store, &store.get(letter).unwrap()).unwrap(), paper);
    }

    #[test]
    fn nobody_is_urged_who_owes_nothing() {
        let (mut store, _, unit) = office();
        let next = Period::parse("2026-H2").unwrap();
        assert!(urge(&mut store, &next, None).is_err() && remind(&mut store, &next, unit).is_err());
    }
}
