//! How a value is read from what is typed and shown as text, by its kind. A reference is shown by its name.
use chrono::NaiveDate;

use crate::domain::born::Born;
use crate::domain::child::AGE_LIMIT;
use crate::domain::clean::{clean, clean_lines};
use crate::domain::due::Due;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::unit_report::Stand;
use crate::domain::value::{Choice, Kind, Standing, Value};
use crate::domain::{act, day, due, fold, hour, money, review, tables};
use crate::text::{Lang, Said, Text, data, due as words, field, rule};

/// Reads what was typed into a column of a kind, on a day. Blank is null, or blank text, or 0.
///
/// # Errors
/// What is wrong with it and how to type it.
pub fn parse(kind: Kind, typed: &str, today: NaiveDate) -> Result<Value, Said> {
    let text = clean(typed);
    if text.is_empty() {
        return Ok(blank(kind));
    }
    match kind {
        Kind::Text | Kind::Moment | Kind::Standing | Kind::Step | Kind::Table | Kind::Lacks | Kind::Deadline => {
            Ok(Value::Text(text))
        }
        Kind::Rule => Due::parse(&text).map(|due| Value::Text(due.code())).ok_or_else(|| rule::NOT_A_DUE_RULE.into()),
        Kind::Lines => Ok(Value::Text(clean_lines(typed))),
        Kind::Int => whole_number(&text).map(Value::Int).ok_or_else(|| data::NOT_A_NUMBER.with([text])),
        Kind::Money => money::parse(&text).map(|amount| Value::Int(amount.0)),
        Kind::Date => day::parse(&text, today).map(|day| Value::Text(day.to_string())),
        Kind::Clock => hour::parse(&text).map(|time| Value::Text(hour::show(time))),
        Kind::Born | Kind::Age => Born::parse(&text).map(|born| Value::Text(born.iso())),
        Kind::Bool => choice(&YES_NO, &text).map(|code| Value::Int(i64::from(code == "1"))),
        Kind::Choice(choices) => choice(choices, &text).map(|code| Value::Text(code.to_owned())),
        Kind::Period => {
            Period::read(&text).map(|period| Value::Text(period.code)).map_err(|_| rule::NOT_A_PERIOD.with([text]))
        }
        Kind::Ref(_) | Kind::Many(_) => Ok(Value::New(text)),
    }
}

/// The text of a value as lists and papers show it, on a day.
#[must_use]
pub fn show(kind: Kind, value: &Value, today: NaiveDate, lang: Lang) -> String {
    match (kind, value) {
        (_, Value::Null) => String::new(),
        (_, Value::New(name)) => name.clone(),
        (Kind::Money, Value::Int(amount)) => Vnd(*amount).show(),
        (Kind::Bool, Value::Int(n)) => (if *n == 0 { field::NO } else { field::YES }).say(lang).to_owned(),
        (Kind::Date, Value::Text(iso)) => iso.parse::<NaiveDate>().map_or_else(|_| iso.clone(), day::show),
        (Kind::Born, Value::Text(iso)) => Born::from_iso(iso).map_or_else(|| iso.clone(), Born::show),
        (Kind::Age, Value::Text(iso)) => age(iso, today, lang),
        (Kind::Choice(choices), Value::Text(code)) => choices
            .iter()
            .find(|choice| choice.code == code)
            .map_or_else(|| code.clone(), |choice| choice.text.say(lang).to_owned()),
        (Kind::Period, Value::Text(code)) => {
            Period::parse(code).map_or_else(|_| code.clone(), |period| period.name().say(lang))
        }
        (Kind::Standing, Value::Text(text)) => Standing(text.clone())
            .on(today)
            .map_or_else(|| text.clone(), |stand| stand_text(stand).say(lang).to_owned()),
        (Kind::Moment, Value::Text(iso)) => moment(iso),
        (Kind::Rule, Value::Text(code)) => due::show(code, lang),
        (Kind::Deadline, Value::Text(text)) => deadline(text, today, lang),
        (Kind::Table, Value::Text(name)) => {
            tables::by_name(name).map_or_else(|| name.clone(), |meta| meta.one.say(lang).to_owned())
        }
        (Kind::Lacks, Value::Text(codes)) => {
            let lacks = review::LACKS.iter().filter(|lack| codes.split(' ').any(|code| code == lack.code));
            lacks.map(|lack| lack.text.say(lang).to_lowercase()).collect::<Vec<_>>().join("; ")
        }
        (Kind::Step, Value::Text(step)) => {
            let mut parts = step.splitn(4, '|');
            let (sense, code) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
            let words = act::words(code, parts.next().unwrap_or(""), parts.next().unwrap_or(""), lang);
            act::sensed(sense, words, lang)
        }
        (_, Value::Int(n)) => n.to_string(),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Ids(ids)) => ids.len().to_string(),
        (_, Value::Rows(ids, names)) => (ids.len() + names.len()).to_string(),
    }
}

/// The text that stands in a form's field, so that it can be typed on: like [`show`], but a period so that it is read back.
#[must_use]
pub fn edit(kind: Kind, value: &Value, today: NaiveDate, lang: Lang) -> String {
    match (kind, value) {
        (Kind::Period, Value::Text(code)) => {
            Period::parse(code).map_or_else(|_| code.clone(), |period| period.written(lang))
        }
        (Kind::Int | Kind::Money, Value::Int(0)) => String::new(),
        _ => show(kind, value, today, lang),
    }
}

/// A deadline as `rule|year|state`: its day, and where it still has to be proved how far it is, or that it has passed.
fn deadline(text: &str, today: NaiveDate, lang: Lang) -> String {
    let mut parts = text.split('|');
    let (rule, year) = (parts.next().unwrap_or_default(), parts.next().and_then(|year| year.parse().ok()));
    let Some(on) = Due::parse(rule).zip(year).and_then(|(rule, year)| rule.day(year)) else { return String::new() };
    let days = (on - today).num_days();
    let short = on.format("%d/%m");
    match parts.next() {
        Some("done") => words::PROVED.with([day::show(on)]).say(lang),
        Some("bare") if days < 0 => words::LATE.with([day::show(on)]).say(lang),
        Some("bare") if days < 14 => words::DAYS.with([short.to_string(), days.to_string()]).say(lang),
        Some("bare") => words::WEEKS.with([short.to_string(), (days / 7).to_string()]).say(lang),
        _ => day::show(on),
    }
}

/// What a unit's report shows of where it stands: a letter and words.
#[must_use]
pub const fn stand_text(stand: Stand) -> Text {
    match stand {
        Stand::NotDue => field::STAND_NOT_DUE,
        Stand::Missing => field::STAND_MISSING,
        Stand::OnTime => field::STAND_ON_TIME,
        Stand::Late => field::STAND_LATE,
        Stand::Returned => field::STAND_RETURNED,
        Stand::Accepted => field::STAND_ACCEPTED,
        Stand::Nothing => field::STAND_NOTHING,
        Stand::Closed => field::STAND_CLOSED,
    }
}

/// Yes and no as choices.
pub const YES_NO: [Choice; 2] = [Choice { code: "0", text: field::NO }, Choice { code: "1", text: field::YES }];

/// The choices of a kind: fixed answers, or yes and no; none for other kinds.
#[must_use]
pub const fn choices(kind: Kind) -> &'static [Choice] {
    match kind {
        Kind::Choice(choices) => choices,
        Kind::Bool => &YES_NO,
        _ => &[],
    }
}

fn blank(kind: Kind) -> Value {
    match kind {
        Kind::Text | Kind::Lines | Kind::Period | Kind::Rule => Value::Text(String::new()),
        Kind::Int | Kind::Money | Kind::Bool => Value::Int(0),
        Kind::Many(_) => Value::Ids(Vec::new()),
        // A record fills in what a choice is where none is made: nothing, or its default.
        _ => Value::Null,
    }
}

/// The code whose words, in either language, are those typed; else the only one whose words begin so, or hold those typed
/// ("công đoàn" is "quỹ công đoàn").
fn choice(choices: &'static [Choice], text: &str) -> Result<&'static str, Said> {
    let typed = fold::fold(text);
    let words = |choice: &Choice| [fold::fold(choice.text.vi), fold::fold(choice.text.en), choice.code.to_owned()];
    if let Some(found) = choices.iter().find(|choice| words(choice).contains(&typed)) {
        return Ok(found.code);
    }
    let inside = format!(" {typed}");
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = choices.iter().filter(|choice| words(choice).iter().any(|word| fits(word)));
        found.next().filter(|_| found.next().is_none())
    };
    let found = only(&|word| word.starts_with(&typed)).or_else(|| only(&|word| word.contains(&inside)));
    found.map(|choice| choice.code).ok_or_else(|| {
        let all = choices.iter().map(|choice| choice.text.vi).collect::<Vec<_>>().join(", ");
        rule::NOT_A_CHOICE.with([text.to_owned(), all])
    })
}

/// A whole number with or without points or spaces between its thousands: "1.000" is a thousand, "1.5" is none.
fn whole_number(text: &str) -> Option<i64> {
    let groups: Vec<&str> = text.split(['.', ' ']).collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let first = first.strip_prefix('-').unwrap_or(first);
    let grouped = rest.is_empty() || first.len() <= 3;
    let fits = grouped && digits(first) && rest.iter().all(|group| group.len() == 3 && digits(group));
    fits.then(|| groups.concat().parse().ok()).flatten()
}

/// Years completed, or their span; whoever is a child no longer is said to be so, whatever the age.
fn age(iso: &str, today: NaiveDate, lang: Lang) -> String {
    match Born::from_iso(iso).and_then(|born| born.age_span(today)) {
        Some((low, _)) if low >= AGE_LIMIT => field::GROWN.say(lang).to_owned(),
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => format!("{low}–{high}"),
        None => String::new(),
    }
}

/// "2026-06-01T08:30:00" as "01/06/2026 08:30".
fn moment(iso: &str) -> String {
    match iso.split_once(['T', ' ']) {
        Some((date, time)) => {
            let day = date.parse::<NaiveDate>().map_or_else(|_| date.to_owned(), day::show);
            format!("{day} {}", time.chars().take(5).collect::<String>())
        }
        None => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tables::{TABLES, VIEWS};

    fn today() -> NaiveDate {
        "2026-05-20".parse().unwrap()
    }

    #[test]
    fn what_a_form_shows_is_read_back_as_it_was() {
        let values = [
            (Kind::Text, Value::from("Nguyễn Thị Đông")),
            (Kind::Lines, Value::from("một\nhai")),
            (Kind::Int, Value::Int(0)),
            (Kind::Int, Value::Int(-12_345)),
            (Kind::Money, Value::Int(1_234_567)),
            (Kind::Money, Value::Int(0)),
            (Kind::Date, Value::from("2015-03-05")),
            (Kind::Clock, Value::from("14:05")),
            (Kind::Born, Value::from("2015")),
            (Kind::Born, Value::from("2015-03")),
            (Kind::Born, Value::from("2015-03-05")),
            (Kind::Bool, Value::Int(0)),
            (Kind::Bool, Value::Int(1)),
            (Kind::Period, Value::from("2026-H1")),
            (Kind::Period, Value::from("2026")),
        ];
        for (kind, value) in values {
            for lang in [Lang::Vi, Lang::En] {
                let text = edit(kind, &value, today(), lang);
                assert_eq!(parse(kind, &text, today()), Ok(value.clone()), "{kind:?} {text}");
            }
        }
    }

    #[test]
    fn a_choice_is_known_by_words_that_only_it_has() {
        use crate::domain::budget::BudgetLine;
        use crate::domain::record::Record;
        let kind = BudgetLine::META.columns.iter().find(|column| column.name == "source").unwrap().kind;
        let code = |text: &str| parse(kind, text, today()).ok().map(|value| value.text().to_owned());
        assert_eq!(code("công đoàn").as_deref(), Some("union"));
        assert_eq!(code("xã hội hoá").as_deref(), Some("donor"));
        assert_eq!((code("quỹ"), code("oàn"), code("đoàn phường")), (None, None, None));
    }

    #[test]
    fn every_choice_of_every_column_is_read_back_by_its_words() {
        for (meta, column) in TABLES.iter().chain(VIEWS).flat_map(|meta| meta.columns.iter().map(move |it| (meta, it)))
        {
            for choice in choices(column.kind) {
                for word in [choice.text.vi, choice.text.en] {
                    let value = match column.kind {
                        Kind::Bool => Value::Int(i64::from(choice.code == "1")),
                        _ => Value::from(choice.code),
                    };
                    assert_eq!(parse(column.kind, word, today()), Ok(value), "{} {} {word}", meta.table, column.name);
                }
            }
        }
    }

    #[test]
    fn a_blank_choice_is_none_made() {
        for meta in TABLES {
            for column in meta.columns.iter().filter(|column| matches!(column.kind, Kind::Choice(_))) {
                assert_eq!(parse(column.kind, " ", today()), Ok(Value::Null), "{} {}", meta.table, column.name);
            }
        }
    }

    #[test]
    fn whole_numbers_have_whole_thousands() {
        for (text, number) in [("12", 12), ("1.000", 1000), ("12 345 678", 12_345_678), ("-7", -7), ("0", 0)] {
            assert_eq!(parse(Kind::Int, text, today()), Ok(Value::Int(number)), "{text}");
        }
        for text in ["1.5", "1,5", "x", "1.0000", "1000.000", ".5", "5.", "--1", "99999999999999999999"] {
            assert!(parse(Kind::Int, text, today()).is_err(), "{text}");
        }
    }
}
