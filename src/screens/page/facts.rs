//! What a child's page says first: birth date and ages, parents, unit, ward.
use crate::domain::band;
use crate::domain::born::{Born, Under};
use crate::domain::cell;
use crate::domain::child::{AGE_LIMIT, Child};
use crate::domain::commitment::Commitment;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::record::Record;
use crate::domain::stay::Stay;
use crate::domain::value::{Kind, Value};
use crate::domain::ward::Ward;
use crate::screens::page::sections::{LINK, Line, What};
use crate::screens::screen::Cx;
use crate::screens::{ages, mask};
use crate::store::Result;
use crate::text::{Text, family as t, field};

/// The lines of the first section.
pub fn read(cx: &Cx, child: &Child) -> Result<Vec<Line>> {
    let name = person_name(cx, &child.name);
    let mut lines = vec![fact("name", field::FULL_NAME, cx, &[name, own(cx, child, "sex")])];
    lines.extend(born(cx, child));
    for (column, label, id) in [
        ("father", field::FATHER, child.father),
        ("mother", field::MOTHER, child.mother),
        ("carer", field::CARER, child.carer),
    ] {
        let mut line = fact(column, label, cx, &parent(cx, id)?);
        if !id.is_new() {
            line.what = What::Fact(column, Some(id.0));
        }
        lines.push(line);
    }
    let stays = cx.store.find::<Stay>(LINK, &Value::Int(child.id.0))?;
    let before = stays.first().map(|stay| {
        let unit = cx.store.name_of("unit", stay.unit.0);
        t::WAS_IN.with([unit, day::show(stay.until)]).say(cx.settings.lang)
    });
    let unit = cx.store.name_of("unit", child.unit.0);
    lines.push(fact("unit", field::UNIT, cx, &[unit, before.unwrap_or_default()]));
    lines.push(fact("ward", field::WARD, cx, &ward(cx, child.ward)?));
    for (column, label) in [("address", field::ADDRESS), ("state", field::STATE), ("note", field::NOTE)] {
        let text = own(cx, child, column);
        if !text.is_empty() {
            lines.push(fact(column, label, cx, &[text]));
        }
    }
    Ok(lines)
}

/// The birth date with its age and band, the day that ends childhood, and what a partial date leaves open.
fn born(cx: &Cx, child: &Child) -> Vec<Line> {
    let (lang, today) = (cx.settings.lang, cx.store.today());
    let Some(born) = child.born else { return vec![fact("born", field::BORN, cx, &[])] };
    let age = cell::show(Kind::Age, &Value::Text(born.iso()), today, lang);
    let aged = if born.under(AGE_LIMIT, today) == Under::No { String::new() } else { t::AGED.with([age]).say(lang) };
    let bands = ages::bands(cx.store);
    let band = bands.of(born, today).map(|span| t::BAND_OF.with([band::words(span)]).say(lang)).unwrap_or_default();
    let partial = if matches!(born, Born::Day(_)) { String::new() } else { cx.say(t::PARTIAL).to_owned() };
    let ends = match (born, born.under(AGE_LIMIT, today)) {
        (_, Under::No) => t::GROWN,
        (Born::Day(_), _) => t::GROWS,
        _ => t::GROWS_BY,
    };
    let ends = ends.with([day::show(born.becomes(AGE_LIMIT))]).say(lang);
    let mut lines = vec![
        fact("born", field::BORN, cx, &[born.show(), partial, aged, band]),
        Line { label: String::new(), ..fact("born", field::BORN, cx, &[ends]) },
    ];
    if let Some(age) = bands.near(born, today) {
        let first = Born::Day(born.first()).becomes(age);
        let said = t::NEAR.with([age.to_string(), day::show(first)]).say(lang);
        lines.push(Line { label: String::new(), ..fact("born", field::BORN, cx, &[said]) });
    }
    lines
}

/// A parent's name, whether they work here, and where.
fn parent(cx: &Cx, id: Id<Person>) -> Result<Vec<String>> {
    if id.is_new() {
        return Ok(Vec::new());
    }
    let person = cx.store.get(id)?;
    let staff = match person.staff {
        Employed::Yes => t::IS_STAFF,
        Employed::No => t::IS_NO_STAFF,
        Employed::Unknown => t::MAYBE_STAFF,
    };
    let name = person_name(cx, &person.name);
    let (staff, unit) = (cx.say(staff).to_owned(), cx.store.name_of("unit", person.unit.0));
    Ok(vec![name, staff, unit, person.position, person.phone, promise(cx, id)?])
}

/// The latest yearly promise that a parent has signed, in words; blank if none.
fn promise(cx: &Cx, id: Id<Person>) -> Result<String> {
    let all = cx.store.find::<Commitment>("person", &Value::Int(id.0))?;
    let signed = all.iter().filter(|it| it.signed_on.is_some()).map(|it| it.year).max();
    Ok(signed.map(|year| t::PROMISED.with([year]).say(cx.settings.lang)).unwrap_or_default())
}

fn ward(cx: &Cx, id: Id<Ward>) -> Result<Vec<String>> {
    if id.is_new() {
        return Ok(Vec::new());
    }
    let ward = cx.store.get(id)?;
    Ok(vec![ward.name, ward.province])
}

/// One of the child's own columns as lists show it.
fn own(cx: &Cx, child: &Child, name: &str) -> String {
    let row = child.row();
    let Some(column) = Child::META.columns.iter().find(|column| column.name == name) else { return String::new() };
    let text = cell::show(column.kind, Child::META.value(&row, name), cx.store.today(), cx.settings.lang);
    // Where a child lives and what is noted of it tells who it is.
    let hidden = cx.settings.mask && matches!(name, "address" | "note") && !text.is_empty();
    if hidden { "•••".to_owned() } else { text }
}

fn person_name(cx: &Cx, name: &str) -> String {
    if cx.settings.mask { mask::initials(name) } else { name.to_owned() }
}

fn fact(column: &'static str, label: Text, cx: &Cx, parts: &[String]) -> Line {
    let known: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let text = if known.is_empty() { cx.say(field::NOTHING_KNOWN).to_owned() } else { known.join(" · ") };
    Line { section: 0, what: What::Fact(column, None), label: cx.say(label).to_owned(), cells: vec![text] }
}
