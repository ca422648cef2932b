//! The minutes of an inspection, in the form of a biên bản (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9); what is not
//! written down yet is left to write in on the spot.
use chrono::{Datelike, NaiveTime, Timelike};

use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::inspection::Inspection;
use crate::domain::recommendation::Recommendation;
use crate::domain::value::Cell;
use crate::paper::{Block, Foot, Level, Paper, Signer};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, inspection as t, report as r};

/// The minutes of an inspection.
///
/// # Errors
/// If it is gone or the store cannot be read.
pub fn minutes(store: &Store, id: Id<Inspection>) -> Result<Paper> {
    let it = store.get(id)?;
    let recommended: Vec<Recommendation> = store.find("inspection", &id.value())?;
    let agency = letterhead::agency_on(store, it.date)?;
    let unit = store.name_of("unit", it.unit.0);
    let text = |said: Said| Block::text(said.say(Lang::Vi));
    let part = |part: Text| Block::Heading(Level::Part, part.vi.to_owned());
    let mut body = Vec::new();
    if !it.basis.is_empty() {
        body.push(Block::italic(t::BY_BASIS.with([&it.basis]).say(Lang::Vi)));
    }
    body.push(text(t::BEGINS.with([hour(it.begun), day::official(it.date)])));
    body.push(text(t::AT_PLACE.with([if it.place.is_empty() { &unit } else { &it.place }])));
    body.push(part(t::PRESENT));
    body.push(Block::Heading(Level::Item, t::TEAM.vi.to_owned()));
    let mut team = Vec::new();
    if !it.chair.is_empty() {
        team.push(t::TEAM_CHAIR.with([&it.chair]).say(Lang::Vi));
    }
    if !it.secretary.is_empty() {
        team.push(t::TEAM_SECRETARY.with([&it.secretary]).say(Lang::Vi));
    }
    team.extend(lines(&it.members.0));
    body.extend(bullets(&team));
    body.push(Block::Heading(Level::Item, t::FOR_UNIT.with([&unit]).say(Lang::Vi)));
    body.extend(bullets(&lines(&it.met.0)));
    body.push(part(t::CONTENT));
    body.extend(paragraphs(&it.findings.0));
    body.push(part(t::HEARD));
    body.extend(paragraphs(&it.opinion.0));
    body.push(part(t::CONCLUDED));
    if !it.conclusion.0.trim().is_empty() || recommended.is_empty() {
        body.extend(paragraphs(&it.conclusion.0));
    }
    for (n, line) in recommended.iter().enumerate() {
        let said = match line.due {
            Some(due) => t::RECOMMENDS.with([line.name.clone(), day::show(due)]).say(Lang::Vi),
            None => line.name.clone(),
        };
        body.push(Block::text(format!("{} {said}.", Level::Item.mark(n + 1))));
    }
    body.push(text(t::CLOSES.with([hour(it.ended)])));
    let signer = |title: Text, name: &str| Signer {
        dated: String::new(),
        title: title.vi.to_owned(),
        note: r::SIGN_NOTE.vi.to_owned(),
        name: name.to_owned(),
    };
    let head = letterhead::head(&agency, "BB", "", None, it.date.year());
    Ok(Paper {
        head: Some(head),
        kind: Some(t::PAPER_KIND.vi.to_owned()),
        subject: t::PAPER_SUBJECT.with([lowered(&it.name)]).say(Lang::Vi),
        body,
        foot: Foot::Signers(vec![
            signer(t::SIGN_SECRETARY, name(&it.secretary)),
            signer(t::SIGN_UNIT, ""),
            signer(t::SIGN_CHAIR, name(&it.chair)),
        ]),
        ..Paper::default()
    })
}

/// "8 giờ 30 phút, ", or its blanks.
fn hour(time: Option<NaiveTime>) -> String {
    let said = time.map(|it| t::AT_HOUR.with([it.hour().to_string(), format!("{:02}", it.minute())]));
    said.unwrap_or_else(|| t::BLANK_HOUR.into()).say(Lang::Vi)
}

/// The name alone, of "Lê Văn An, Chánh Văn phòng".
fn name(text: &str) -> &str {
    text.split([',', '–', '-', '(']).next().unwrap_or_default().trim()
}

fn lines(text: &str) -> Vec<String> {
    let bare = |line: &str| line.trim().trim_start_matches(['-', '•', ' ']).trim_end_matches([';', '.']).to_owned();
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}

fn bullets(lines: &[String]) -> Vec<Block> {
    if lines.is_empty() {
        return vec![Block::bullet(t::BLANK_LINE.vi)];
    }
    let last = lines.len() - 1;
    let end = |at: usize| if at == last { '.' } else { ';' };
    lines.iter().enumerate().map(|(at, line)| Block::bullet(format!("{line}{}", end(at)))).collect()
}

fn paragraphs(text: &str) -> Vec<Block> {
    let all: Vec<Block> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Block::text).collect();
    if all.is_empty() { vec![Block::text(t::BLANK_LINE.vi); 3] } else { all }
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::inspection::InspectionState;
    use crate::domain::unit::Unit;
    use crate::domain::value::Lines;
    use crate::reports::fixture::{add, at, office};

    fn text(paper: &Paper) -> String {
        crate::paper::txt::render(paper, 100).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_minutes_say_who_was_there_what_was_found_and_what_is_to_be_done_by_when() {
        let mut store = office();
        let unit = store.all::<Unit>().unwrap().remove(0).id;
        let id = add(
            &mut store,
            Inspection {
                date: at("2026-05-05"),
                unit,
                name: "Việc thực hiện kế hoạch".into(),
                state: InspectionState::Held,
                begun: NaiveTime::from_hms_opt(8, 5, 0),
                chair: "Lê Văn An, Chánh Văn phòng".into(),
                members: Lines("- Hà Thị Bình, chuyên viên;".into()),
                findings: Lines("Đã niêm yết số 111.".into()),
                ..Inspection::default()
            },
        );
        let due = Some(at("2026-06-30"));
        add(
            &mut store,
            Recommendation { name: "Tổ chức 01 buổi".into(), inspection: id, due, ..Recommendation::default() },
        );
        let text = text(&minutes(&store, id).unwrap());
        for word in [
            "BIÊN BẢN",
            "Kiểm tra việc thực hiện kế hoạch",
            "8 giờ 05 phút, ngày 05 tháng 5 năm 2026",
            "- Lê Văn An, Chánh Văn phòng – Chủ trì;",
            "- Hà Thị Bình, chuyên viên.",
            "1. Tổ chức 01 buổi (thời hạn: 30/06/2026).",
            "lập thành 02 bản",
            "THƯ KÝ",
        ] {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
}
