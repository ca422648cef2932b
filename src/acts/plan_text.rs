//! Taking in a plan's text: what was told apart becomes the plan and its tree of clauses, as one step.
use chrono::NaiveDate;

use crate::acts::clause;
use crate::domain::act::{Act, Step};
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::outline::guess::{Guess, days_named, guess};
use crate::domain::outline::{self, Entry, Part};
use crate::domain::plan::{Clause, Evidence, Partners, Plan};
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::value::{Lines, RuleCode};
use crate::reports::{plan, plan_paper};
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, plan as t};

/// A clause's name is cut at a word before this many letters; its whole wording is kept beside it.
const NAME: usize = 110;

/// A plan's text, told apart, with what is known of it as a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Its lines and paragraphs.
    pub entries: Vec<Entry>,
    /// What each clause's words propose; blank for headings and all else.
    pub guesses: Vec<Guess>,
    /// The year that its title, or else its day, names.
    pub year: Option<i32>,
    /// Its number, as "12/KH-STNMT".
    pub number: String,
    /// Its day.
    pub issued: Option<NaiveDate>,
}

/// Tells a plan's text apart.
///
/// # Errors
/// If the store cannot be read, or there is no clause in the text.
pub fn read(store: &Store, text: &str) -> Result<Taken> {
    let entries = outline::read(text);
    if !entries.iter().any(|entry| entry.part == Part::Clause) {
        return Err(t::NO_CLAUSE.into());
    }
    let mut taken = Taken { guesses: guesses(store, &entries)?, ..Taken::default() };
    for entry in entries.iter().filter(|entry| entry.part == Part::Letterhead) {
        let words = entry.flat();
        if let Some(number) = words.strip_prefix("Số:").or_else(|| words.strip_prefix("Số ")) {
            taken.number = number.split_whitespace().collect::<Vec<_>>().join("");
        }
        let at = fold(&words).find("ngay ").map(|_| words.to_lowercase().find("ngày ").unwrap_or(0));
        if let Some(on) = at.and_then(|at| day::parse(words.get(at..)?, store.today()).ok()) {
            taken.issued = Some(on);
        }
    }
    taken.year = year(&title(&entries)).or_else(|| taken.issued.map(|on| chrono::Datelike::year(&on)));
    taken.entries = entries;
    Ok(taken)
}

/// What the clauses' words propose: only for those that are work, not headings.
///
/// # Errors
/// If the store cannot be read.
pub fn guesses(store: &Store, entries: &[Entry]) -> Result<Vec<Guess>> {
    let units: Vec<String> = store.all::<Unit>()?.into_iter().map(|unit| unit.name).collect();
    let branch = |at: usize| {
        let here = entries.get(at).map_or(0, |entry| entry.depth);
        entries.get(at + 1).is_some_and(|next| next.part == Part::Clause && next.depth > here)
    };
    let one = |(at, entry): (usize, &Entry)| {
        let work = entry.part == Part::Clause && !branch(at);
        if work { guess(&entry.flat(), &units) } else { Guess::default() }
    };
    Ok(entries.iter().enumerate().map(one).collect())
}

/// The plan's name: its title without the parting line, the kind first as in "Kế hoạch thực hiện …".
#[must_use]
pub fn title(entries: &[Entry]) -> String {
    let words: Vec<String> = entries.iter().filter(|it| it.part == Part::Title).map(Entry::flat).collect();
    let bare: Vec<&str> =
        words.iter().map(String::as_str).filter(|line| line.chars().any(char::is_alphabetic)).collect();
    match bare.as_slice() {
        [kind, rest @ ..] if fold(kind) == "ke hoach" && !rest.is_empty() => {
            let subject = rest.join(" ");
            let mut letters = subject.chars();
            let first: String = letters.next().map(|c| c.to_lowercase().collect()).unwrap_or_default();
            format!("{} {first}{}", t::PLAN_KIND.vi, letters.as_str())
        }
        all => all.join(" "),
    }
}

/// What is to be looked at in a text before it is kept and signed: what it names that has passed, who signs it, and
/// clauses that name several days, of which a clause has one.
///
/// # Errors
/// If the store cannot be read.
pub fn remarks(store: &Store, taken: &Taken) -> Result<Vec<Said>> {
    let printed = |it: &&Entry| !matches!(it.part, Part::Letterhead | Part::LeftOut | Part::Annex);
    let text = taken.entries.iter().filter(printed).map(Entry::text).collect::<Vec<_>>().join("\n");
    let year = taken.year.unwrap_or_else(|| chrono::Datelike::year(&store.today()));
    let plan = Plan { year: i64::from(year), issued: taken.issued, signer: of(taken, Part::Signer), ..Plan::default() };
    let mut all = plan_paper::remarks_on(store, &text, &plan)?;
    for (code, (entry, guess)) in outline::codes(&taken.entries).iter().zip(taken.entries.iter().zip(&taken.guesses)) {
        let days = days_named(&entry.flat());
        if !guess.due.is_empty() && days.len() > 1 {
            all.push(t::SEVERAL_DAYS.with([code, &days.join(", ")]));
        }
    }
    Ok(all)
}

/// The lines of a part, as a plan keeps them.
fn of(taken: &Taken, part: Part) -> Lines {
    let lines = taken.entries.iter().filter(|it| it.part == part).map(Entry::text);
    Lines(lines.collect::<Vec<_>>().join("\n"))
}

/// A plan, and what hangs on its clauses: tables by their names, each with how many of its rows do.
pub type Used = (Plan, Vec<(Text, i64)>);

/// The years that have a plan already.
///
/// # Errors
/// If the store cannot be read.
pub fn years(store: &Store) -> Result<Vec<Used>> {
    store.all::<Plan>()?.into_iter().map(|plan| Ok((plan.clone(), plan::hanging(store, plan.id)?))).collect()
}

/// What keeping a plan of a year does to the one that is there: it takes the place of one that nothing hangs on, as the
/// office's own does of the sample's; what something hangs on stays. `None` where there is none.
#[must_use]
pub fn said_of(years: &[Used], year: i64, lang: Lang) -> Option<Said> {
    let (_, hanging) = years.iter().find(|(plan, _)| plan.year == year)?;
    if hanging.is_empty() {
        return Some(t::YEAR_REPLACED.with([year]));
    }
    let each = hanging.iter().map(|(one, count)| format!("{count} {}", one.say(lang)));
    Some(t::YEAR_BUSY.with([year.to_string(), each.collect::<Vec<_>>().join(", ")]))
}

/// Keeps a plan that was told apart: the plan and its clauses, in their order. A plan of that year on which nothing hangs
/// goes to the trash.
///
/// # Errors
/// If something hangs on a plan of that year, or the store refuses; then nothing was written.
pub fn keep(store: &mut Store, taken: &Taken, year: i32) -> Result<Id<Plan>> {
    let years = years(store)?;
    let former = years.iter().find(|(plan, _)| plan.year == i64::from(year));
    if former.is_some_and(|(_, hanging)| !hanging.is_empty())
        && let Some(busy) = said_of(&years, i64::from(year), Lang::Vi)
    {
        return Err(busy.into());
    }
    let name = Some(title(&taken.entries)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| t::PLAN_OF_YEAR.with([year]).say(crate::text::Lang::Vi));
    let mut plan = Plan {
        name: name.clone(),
        year: i64::from(year),
        number: taken.number.clone(),
        issued: taken.issued,
        basis: of(taken, Part::Ground),
        recipients: of(taken, Part::Recipient),
        signer: of(taken, Part::Signer),
        ..Plan::default()
    };
    store.write(Step::new(Act::TakePlan, Plan::TABLE, name), |store| {
        if let Some((former, _)) = former {
            clause::trash_plan_within(store, former.id)?;
        }
        let plan = store.put_record(&mut plan)?;
        let codes = outline::codes(&taken.entries);
        let mut above: Vec<Id<Clause>> = Vec::new();
        let mut place = 0;
        for (at, entry) in taken.entries.iter().enumerate().filter(|(_, it)| it.part == Part::Clause) {
            place += 1;
            above.truncate(entry.depth);
            let guess = taken.guesses.get(at).cloned().unwrap_or_default();
            let mut clause = worded(entry);
            clause.code = codes.get(at).cloned().unwrap_or_default();
            (clause.plan, clause.place) = (plan, place);
            clause.parent = above.last().copied().unwrap_or_default();
            clause.lead = clause::body(store, &guess.lead)?;
            for partner in &guess.partners {
                clause.partners.0.push(clause::body(store, partner)?.0);
            }
            if !clause.lead.is_new() || guess.evidence != Evidence::Nothing {
                (clause.due, clause.evidence) = (RuleCode(guess.due), guess.evidence);
            }
            above.push(store.put_record(&mut clause)?);
        }
        Ok(plan)
    })
}

/// A clause with an entry's words: whole as its name if they are short, else cut, with all of them beside.
fn worded(entry: &Entry) -> Clause {
    let flat = entry.flat();
    let name = if flat.is_empty() { clean(&entry.mark) } else { cut(&flat) };
    let words = if name == entry.words { String::new() } else { entry.words.clone() };
    Clause { name, words: Lines(words), mark: entry.mark.clone(), partners: Partners::default(), ..Clause::default() }
}

fn cut(words: &str) -> String {
    if words.chars().count() <= NAME {
        return words.to_owned();
    }
    let short: String = words.chars().take(NAME).collect();
    let short = short.rsplit_once(' ').map_or(short.as_str(), |(whole, _)| whole);
    format!("{}…", short.trim_end_matches([',', ';', ' ', '-']))
}

/// The last year that words name: "năm 2026", "2025 - 2026".
fn year(words: &str) -> Option<i32> {
    let numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|it| it.len() == 4);
    numbers.filter_map(|it| it.parse().ok()).rfind(|year| (1990..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;

    const PLAN: &str = include_str!("../../tests/data/plan.txt");

    #[test]
    fn the_plan_of_2020_becomes_its_tree_and_its_text_comes_out_again() {
        let mut store = sample::store();
        let taken = read(&store, PLAN).unwrap();
        assert_eq!((taken.year, taken.number.as_str()), (None, ""));
        let id = keep(&mut store, &taken, 2020).unwrap();
        let plan = store.get(id).unwrap();
        assert_eq!(plan.name, "Kế hoạch thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em");
        assert!(plan.basis.0.starts_with("Thực hiện Công văn số 846") && plan.recipients.0.ends_with("- Lưu: VT, TH."));
        assert_eq!(plan.signer.0, "GIÁM ĐỐC\n(họ tên người ký)");
        let clauses = store.all::<Clause>().unwrap();
        let codes: Vec<&str> = clauses.iter().map(|clause| clause.code.as_str()).collect();
        assert_eq!(codes.join(" "), "I I.a I.b II II.1 II.1.a II.2 II.2.a II.2.b III III.a III.b");
        let event = clauses.iter().find(|clause| clause.code == "II.2.a").unwrap();
        assert_eq!(
            (event.lead_name.as_str(), event.partner_names.as_str()),
            ("Văn phòng Sở", "Công đoàn, Đoàn Thanh niên")
        );
        assert_eq!((event.evidence, event.name.chars().count() <= NAME + 1), (Evidence::Event, true));
        // Text in, tree, text out: no line is lost.
        let out = plan::text(&store, id).unwrap();
        let bare = |text: &str| text.lines().map(clean).filter(|line| !line.is_empty()).collect::<Vec<_>>();
        let body = |text: &str| {
            bare(text).into_iter().skip_while(|line| !line.starts_with("Thực hiện Công văn")).collect::<Vec<_>>()
        };
        assert_eq!(body(&out), body(PLAN));
        store.undo().unwrap();
        assert!(store.all::<Clause>().unwrap().is_empty() && store.all::<Plan>().unwrap().is_empty());
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn a_letterhead_gives_number_day_and_year() {
        let store = sample::store();
        let text =
            "SỞ Y TẾ\nSố: 12 /KH-SYT\nA, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nBảo vệ trẻ em\nI. MỤC ĐÍCH\n1. Việc";
        let taken = read(&store, text).unwrap();
        assert_eq!((taken.number.as_str(), taken.issued), ("12/KH-SYT", Some(sample::day("2026-01-05"))));
        assert_eq!((taken.year, title(&taken.entries).as_str()), (Some(2026), "Kế hoạch bảo vệ trẻ em"));
    }

    #[test]
    fn what_holds_no_clause_and_a_year_that_is_there_are_refused() {
        let mut store = sample::store();
        assert!(read(&store, "Kính gửi các đồng chí").is_err());
        let taken = read(&store, PLAN).unwrap();
        let first = keep(&mut store, &taken, 2026).unwrap();
        // Nothing hangs on the first: the second takes its place, as one step.
        let second = keep(&mut store, &taken, 2026).unwrap();
        assert_eq!((store.count(Plan::META).unwrap(), clause::of_plan(&store, second).unwrap().len()), (1, 12));
        assert!(clause::restore_plan(&mut store, first).is_err(), "a year has one plan");
        store.undo().unwrap();
        assert_eq!(store.count(Plan::META).unwrap(), 1);
        let clause = store.all::<Clause>().unwrap()[3].id;
        let event = sample::event(&mut store);
        let mut event = store.get(event).unwrap();
        event.clause = clause;
        store.save(&mut event).unwrap();
        let refused = keep(&mut store, &taken, 2026).unwrap_err().say(crate::text::Lang::Vi);
        assert!(refused.contains("đã gắn 1 chương trình"), "{refused}");
    }
}
