//! The yearly Kế hoạch as a paper: its tree in the agency's letterhead, and who does what by when as an annex.
use chrono::{Datelike, NaiveDate};

use super::{citations, letterhead};
use crate::domain::agency::Agency;
use crate::domain::day;
use crate::domain::due::{self, Due};
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Plan};
use crate::domain::value::Cell;
use crate::paper::table::Column;
use crate::paper::{Align, Annex, Block, Foot, Head, Level, Lie, Paper, Row, Sign, Span, Table};
use crate::store::{Result, Store};
use crate::text::{Lang, Text, plan_paper as t};

/// The paper of a plan, by the agency as it was on the plan's day; while it has none, as it is today or was
/// at the end of the plan's year.
///
/// # Errors
/// If the plan is gone, or the store cannot be read.
pub fn paper(store: &Store, id: Id<Plan>) -> Result<Paper> {
    let plan = store.get(id)?;
    let clauses = store.find::<Clause>("plan", &id.value())?;
    let last = i32::try_from(plan.year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    let today = last.map_or_else(|| store.today(), |last| store.today().min(last));
    let agency = letterhead::agency_on(store, plan.issued.unwrap_or(today))?;
    let annexes = annex(&clauses, &plan).map_or_else(Vec::new, |annex| vec![annex]);
    let mut body = basis(&plan, &agency);
    body.extend((0..clauses.len()).filter_map(|at| block(&clauses, at)));
    if !annexes.is_empty() {
        body.push(Block::text(t::SEE_ANNEX.vi));
    }
    citations::settle(store, &mut body)?;
    let head = head(&plan, &agency);
    let annexes =
        annexes.into_iter().map(|it| Annex { reference: t::WITH_PLAN.with([head.citation()]).say(Lang::Vi), ..it });
    Ok(Paper {
        annexes: annexes.collect(),
        kind: Some(t::KIND.vi.to_owned()),
        subject: subject(&plan.name),
        body,
        foot: Foot::Sign(sign(&plan, &agency)),
        head: Some(head),
        ..Paper::default()
    })
}

/// The letterhead; the plan's own number brings its symbol: "15/KH-SNNMT".
fn head(plan: &Plan, agency: &Agency) -> Head {
    let year = i32::try_from(plan.year).unwrap_or_default();
    let (number, symbol) = plan.number.split_once('/').unwrap_or((&plan.number, ""));
    let head = letterhead::head(agency, t::ABBREVIATION.vi, number.trim(), plan.issued, year);
    if symbol.is_empty() { head } else { Head { symbol: symbol.trim().to_owned(), ..head } }
}

/// The name without the kind that stands above it, beginning in a capital.
fn subject(name: &str) -> String {
    let bare = name.strip_prefix(t::KIND.vi).map_or(name, str::trim_start);
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// The grounds, in italics where they are "Căn cứ" lines; a plan without any says who makes it.
fn basis(plan: &Plan, agency: &Agency) -> Vec<Block> {
    let lines: Vec<&str> = plan.basis.0.lines().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return vec![introduction(plan, agency)];
    }
    let is_ground = |line: &str| line.starts_with(t::GROUND.vi) || line.ends_with(';');
    let block = |line: &&str| if is_ground(line) { Block::italic(*line) } else { Block::text(*line) };
    let mut blocks: Vec<Block> = lines.iter().map(block).collect();
    // Grounds alone do not say yet who makes the plan.
    if lines.last().is_some_and(|line| !line.ends_with(':')) {
        blocks.push(introduction(plan, agency));
    }
    blocks
}

fn introduction(plan: &Plan, agency: &Agency) -> Block {
    Block::text(t::INTRODUCTION.with([letterhead::name(agency), &plan.name]).say(Lang::Vi))
}

/// A clause as it is printed: a heading by its mark where something stands under it, else a paragraph or a dash.
fn block(clauses: &[Clause], at: usize) -> Option<Block> {
    let clause = clauses.get(at)?;
    let words = clause.wording().replace('\n', " ");
    let words = words.trim_end_matches("./.").to_owned();
    let branch = clauses.iter().any(|it| it.parent == clause.id);
    let marked = if clause.mark.is_empty() { words.clone() } else { format!("{} {words}", clause.mark) };
    let first = clause.mark.chars().next();
    let level = match first {
        Some('I' | 'V' | 'X' | 'P' | 'A'..='H') => Some(Level::Part),
        Some(c) if c.is_ascii_digit() || c == 'Đ' => Some(Level::Item),
        Some(c) if c.is_alphabetic() => Some(Level::Point),
        _ => None,
    };
    let short = !words.ends_with(['.', ';']) && words.chars().count() <= 120;
    Some(match (level, first) {
        (Some(level), _) if branch && short || level == Level::Part => Block::Heading(level, marked),
        (None, Some('-' | '–' | '•')) => Block::Bullet(vec![Span::plain(ended(&words))]),
        _ => Block::text(ended(&marked)),
    })
}

/// A duty ends as a sentence does.
fn ended(words: &str) -> String {
    if words.ends_with(['.', ';', ':', '…', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

/// Who does what by when; `None` where nobody leads anything and nothing has a day.
fn annex(clauses: &[Clause], plan: &Plan) -> Option<Annex> {
    let columns = [
        (t::HEAD_CODE, 8, Align::Centre),
        (t::HEAD_WORK, 46, Align::Left),
        (t::HEAD_LEAD, 18, Align::Left),
        (t::HEAD_PARTNERS, 20, Align::Left),
        (t::HEAD_DUE, 16, Align::Left),
    ];
    let head = |(text, share, align): (Text, u32, Align)| Column::new(text.vi, share, align);
    let year = i32::try_from(plan.year).unwrap_or_default();
    let row = |clause: &Clause| {
        let words = [
            clause.code.clone(),
            whole(clause).trim_end_matches(['.', ';']).to_owned(),
            clause.lead_name.clone(),
            clause.partner_names.clone(),
            by(&clause.due.0, year),
        ];
        Row::Cells(words.to_vec())
    };
    let assigned = |clause: &&Clause| !clause.lead.is_new() || !clause.due.0.is_empty();
    let rows: Vec<Row> = clauses.iter().filter(assigned).map(row).collect();
    let table = Table { columns: columns.map(head).to_vec(), rows };
    (!table.rows.is_empty()).then(|| Annex {
        title: t::ANNEX_TITLE.with([plan.year]).say(Lang::Vi),
        lie: Lie::Landscape,
        blocks: vec![Block::Table(table)],
        ..Annex::default()
    })
}

/// What a clause is called, whole: its wording where the name is only its beginning.
fn whole(clause: &Clause) -> String {
    if clause.name.ends_with('…') { clause.wording().replace('\n', " ") } else { clause.name.clone() }
}

/// A rule as its day, and in words where those say more: "25/9/2026 (rằm tháng Tám)".
fn by(rule: &str, year: i32) -> String {
    let Some(due) = Due::parse(rule) else { return rule.to_owned() };
    let plain = |on: NaiveDate| rule == format!("{}/{}", on.day(), on.month());
    match due.day(year) {
        Some(on) if plain(on) => day::show(on),
        Some(on) => format!("{} ({})", day::show(on), due::show(rule, Lang::Vi)),
        None => due::show(rule, Lang::Vi),
    }
}

/// The plan's own signer and recipients where its text named them, else the agency's. A plan addresses nobody, so that
/// "Như trên" is none of its recipients.
fn sign(plan: &Plan, agency: &Agency) -> Sign {
    let usual = letterhead::sign(agency);
    let bare = |line: &str| line.trim().trim_start_matches(['-', '–']).trim().trim_end_matches([';', '.']).to_owned();
    let own =
        plan.recipients.0.lines().map(bare).filter(|line| !line.is_empty() && !line.starts_with(t::RECIPIENTS.vi));
    let own: Vec<String> = own.collect();
    let recipients = if own.is_empty() {
        let mut recipients: Vec<String> = usual.recipients.iter().skip(1).cloned().collect();
        if !recipients.iter().any(|line| line.starts_with(t::ALL_UNITS.vi)) {
            recipients.insert(recipients.len().saturating_sub(1), t::ALL_UNITS.vi.to_owned());
        }
        recipients
    } else {
        own
    };
    let (office, name): (Vec<String>, Vec<String>) = plan
        .signer
        .0
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .partition(|line| *line == line.to_uppercase());
    if office.is_empty() {
        return Sign { recipients, ..usual };
    }
    // "(họ tên người ký)" stands for a name; that of whoever signs for the agency is known.
    let named = name.last().filter(|name| !name.starts_with('(') || office != usual.office).cloned();
    Sign { office, name: named.unwrap_or(usual.name), recipients }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{plan_text, sample, setup};
    use crate::paper::txt;

    const PLAN: &str = include_str!("../../tests/data/plan.txt");

    #[test]
    fn the_plan_of_2020_is_printed_as_it_was_written() {
        let mut store = sample::store();
        let taken = plan_text::read(&store, PLAN).unwrap();
        let id = plan_text::keep(&mut store, &taken, 2020).unwrap();
        let paper = paper(&store, id).unwrap();
        assert_eq!((paper.kind.as_deref(), paper.subject.starts_with("Thực hiện công tác")), (Some("Kế hoạch"), true));
        let Foot::Sign(sign) = &paper.foot else { panic!("a plan is signed") };
        assert_eq!(sign.recipients, ["Sở Lao động TB & XH", "Lãnh đạo Sở", "Các phòng, đơn vị", "Lưu: VT, TH"]);
        assert_eq!(
            (sign.office.as_slice(), sign.name.as_str()),
            (["GIÁM ĐỐC".to_owned()].as_slice(), "(họ tên người ký)")
        );
        let heads: Vec<&str> = paper
            .body
            .iter()
            .filter_map(|block| if let Block::Heading(_, text) = block { Some(text.as_str()) } else { None })
            .collect();
        assert_eq!(
            heads,
            [
                "I. MỤC ĐÍCH, YÊU CẦU",
                "II. NỘI DUNG THỰC HIỆN",
                "1. Công tác tuyên truyền",
                "2. Nội dung thực hiện",
                "III. TỔ CHỨC THỰC HIỆN"
            ]
        );
        let text = txt::render(&paper, 400).split_whitespace().collect::<Vec<_>>().join(" ");
        for line in plan_text::read(&store, PLAN).unwrap().entries.iter().filter(|it| it.part.code() == "clause") {
            let flat = line.flat();
            let words = flat.trim_end_matches("./.").trim_end_matches('.');
            assert!(text.to_lowercase().contains(&words.to_lowercase()), "{words} is not in {text}");
        }
    }

    #[test]
    fn a_plan_of_an_earlier_year_is_the_former_agency_s() {
        let mut store = sample::store();
        for agency in [setup::former(), setup::preset(store.today())] {
            store.save(&mut agency.clone()).unwrap();
        }
        let taken = plan_text::read(&store, PLAN).unwrap();
        let id = plan_text::keep(&mut store, &taken, 2020).unwrap();
        assert_eq!(paper(&store, id).unwrap().head.unwrap().agency, "Sở Tài nguyên và Môi trường");
    }

    #[test]
    fn a_pasted_plan_is_signed_by_name_and_its_annex_is_whole() {
        let mut store = sample::store();
        let mut agency = setup::preset(store.today());
        agency.signer = "Nguyễn Văn Đức".into();
        store.save(&mut agency).unwrap();
        let taken = plan_text::read(&store, PLAN).unwrap();
        let id = plan_text::keep(&mut store, &taken, 2026).unwrap();
        let mut aim = store.find::<Clause>("plan", &id.value()).unwrap().remove(1);
        aim.due = crate::domain::value::RuleCode("1/6".into());
        store.save(&mut aim).unwrap();
        let paper = paper(&store, id).unwrap();
        let Foot::Sign(sign) = &paper.foot else { panic!("a plan is signed") };
        assert_eq!((sign.office.join(" "), sign.name.as_str()), ("GIÁM ĐỐC".into(), "Nguyễn Văn Đức"));
        let annex = txt::render(&Paper { body: paper.annexes[0].blocks.clone(), ..Paper::default() }, 400);
        assert!(annex.contains("I.a") && annex.contains("01/06/2026") && !annex.contains('…'), "{annex}");
    }

    #[test]
    fn a_document_of_the_shelf_is_cited_in_full_once() {
        let mut store = sample::store();
        setup::run(&mut store).unwrap();
        let mut plan = store.all::<Plan>().unwrap().remove(0);
        plan.basis
            .0
            .push_str("\nThực hiện Chỉ thị 28-CT/TW;\nThực hiện Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị;");
        store.save(&mut plan).unwrap();
        let text = txt::render(&paper(&store, plan.id).unwrap(), 4000);
        assert!(
            text.contains("Thực hiện Chỉ thị số 28-CT/TW ngày 25 tháng 12 năm 2023 của Bộ Chính trị về tăng cường")
        );
        assert!(text.contains("Thực hiện Chỉ thị số 28-CT/TW;"), "{text}");
    }

    #[test]
    fn the_seeded_plan_names_its_leads_and_days_in_the_annex() {
        let mut store = sample::store();
        setup::run(&mut store).unwrap();
        let plan = store.all::<Plan>().unwrap().remove(0);
        let paper = paper(&store, plan.id).unwrap();
        let Some(Block::Table(table)) = paper.annexes[0].blocks.first() else { panic!("the annex is a table") };
        let autumn = table.rows.iter().find(|row| matches!(row, Row::Cells(cells) if cells[0] == "II.2.c"));
        let Some(Row::Cells(cells)) = autumn else { panic!("no clause II.2.c") };
        assert_eq!(cells[2..], ["Văn phòng Sở", "Công đoàn, Đoàn Thanh niên", "25/09/2026 (rằm tháng Tám)"]);
        let Foot::Sign(sign) = &paper.foot else { panic!("a plan is signed") };
        assert_eq!(sign.recipients, ["Các phòng, đơn vị", "Lưu: VT"]);
    }
}
