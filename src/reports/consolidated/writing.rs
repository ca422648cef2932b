//! What people write a report with: the drafts of its parts, and the places that stay live in them.
use super::facts::Facts;
use super::places::Gap;
use super::typed::Forbidden;
use super::{Concern, Doubt, Part, Places, doubts, draft, own};
use crate::domain::child::Child;
use crate::domain::period::Period;
use crate::domain::place;
use crate::domain::report::Report;
use crate::reports::figures::Figures;
use crate::store::{Result, Store};
use crate::text::{Said, issue as t, prose, units};

/// The drafts of all parts and the places of a period.
#[derive(Clone, Debug)]
pub struct Writing {
    /// What the figures say about each part, a paragraph a line, with the figures as places.
    pub drafts: Vec<(Part, String)>,
    /// What the places stand for now.
    pub places: Places,
    /// What each part was given, blank where nobody wrote.
    written: Vec<(Part, String)>,
    agency_blanks: Vec<&'static str>,
    numbers: Vec<i64>,
    /// What a guarded report is not to say, and what units answered, which is printed in it.
    forbidden: Forbidden,
    answers: String,
}

/// What a report lacks before it can be shown to its signer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// What must be mended.
    pub faults: Vec<Said>,
    /// What must be looked at.
    pub doubts: Vec<Doubt>,
}

/// What a period's report lacks on the store's day: in its words, in the office's own Word file, and in the period.
///
/// # Errors
/// If the store cannot be read, or the Word file cannot.
pub fn faults(store: &Store, period: &Period, report: Option<&Report>) -> Result<Faults> {
    let mut found = writing(store, period, report)?.faults();
    if let Some(template) = own::template_of(store, period)? {
        found.faults.extend(own::faults(store, period, &template)?);
    }
    let typed = std::mem::replace(&mut found.doubts, doubts::doubts(store, &Facts::read(store, period)?)?);
    found.doubts.extend(typed);
    Ok(found)
}

/// Reads what a report of a period is written with; `report` holds what was written so far.
///
/// # Errors
/// If SQLite refuses.
pub fn writing(store: &Store, period: &Period, report: Option<&Report>) -> Result<Writing> {
    let facts = Facts::read(store, period)?;
    let drafts = Part::ALL.map(|(part, ..)| (part, draft::part(&facts, part))).to_vec();
    let blank = Report::default();
    let report = report.unwrap_or(&blank);
    let agency = &facts.agency;
    let asked = [
        (agency.name.is_empty(), prose::BLANK_AGENCY),
        (agency.symbol.is_empty(), prose::BLANK_SYMBOL),
        (agency.place.is_empty(), prose::BLANK_PLACE),
        (agency.signer.is_empty(), prose::BLANK_SIGNER),
        (agency.addressee.0.trim().is_empty(), prose::BLANK_ADDRESSEE),
    ];
    Ok(Writing {
        drafts,
        places: Places::of(&facts),
        written: Part::ALL.map(|(part, ..)| (part, part.written(report).to_owned())).to_vec(),
        agency_blanks: asked.into_iter().filter(|(blank, _)| *blank).map(|(_, text)| text.vi).collect(),
        numbers: told(&facts.now).chain(facts.before.iter().flat_map(told)).collect(),
        forbidden: Forbidden::of(&facts, || Ok(store.all::<Child>()?.into_iter().map(|child| child.name).collect()))?,
        answers: facts.answers.join("\n"),
    })
}

impl Writing {
    /// What is to be mended or looked at before the report goes to its signer.
    #[must_use]
    pub fn faults(&self) -> Faults {
        let mut found = Faults::default();
        found.faults.extend(self.agency_blanks.iter().map(|blank| t::AGENCY_LACKS.with([blank])));
        for (part, _, heading) in Part::ALL {
            let written = self.text_of(&self.written, part);
            let text = if written.trim().is_empty() { self.text_of(&self.drafts, part) } else { written };
            let at = |text: crate::text::Text, what: &str| text.with([heading.vi, what]);
            // A named blank in round brackets asks somebody to write it.
            for blank in [prose::BLANK_CAUSES, prose::BLANK_DIRECTION, prose::BLANK_STRENGTHS] {
                if text.contains(blank.vi) {
                    found.faults.push(t::PART_UNWRITTEN.with([heading.vi]));
                }
            }
            found.faults.extend(self.places.gaps(text).iter().map(|gap| match gap {
                Gap::Unknown(name) => at(t::PLACE_UNKNOWN, name),
                Gap::Empty(name) => at(t::PLACE_EMPTY, name),
            }));
            found.faults.extend(place::unclosed(text).map(|name| at(t::PLACE_OPEN, name)));
            found.faults.extend(self.given_away(heading.vi, &place::typed(written)));
            // What the draft itself says with numbers, as the ages of the law, is nobody's figure.
            let drafted = numbers(&place::typed(self.text_of(&self.drafts, part)));
            let known = |number: &(String, i64)| self.numbers.contains(&number.1) || drafted.contains(number);
            let strange = numbers(&place::typed(written)).into_iter().filter(|number| !known(number));
            found.doubts.extend(strange.map(|(number, _)| {
                let said = at(t::NUMBER_WITHOUT_SOURCE, &number);
                Doubt { concern: Concern::Typed, about: number, said }
            }));
        }
        found.faults.extend(self.given_away(units::ANSWERS.vi.trim_end_matches(':'), &self.answers));
        found
    }

    /// What a text of a guarded report gives away.
    fn given_away(&self, heading: &str, text: &str) -> Vec<Said> {
        let counts = self.forbidden.counts(text).into_iter().map(|count| t::FEW_TYPED.with([heading, &count]));
        let names = self.forbidden.named(text).into_iter().map(|name| t::CHILD_TYPED.with([heading, name]));
        counts.chain(names).collect()
    }

    fn text_of<'a>(&self, texts: &'a [(Part, String)], part: Part) -> &'a str {
        texts.iter().find(|(of, _)| *of == part).map_or("", |(_, text)| text.as_str())
    }
}

fn told(figures: &Figures) -> impl Iterator<Item = i64> {
    figures.iter().map(|(_, value)| value)
}

/// The words before a number that name something instead of counting it: days, articles, papers, the hotline.
const NAMING: &[&str] = &[
    "ngày",
    "tháng",
    "năm",
    "quý",
    "điều",
    "khoản",
    "điểm",
    "mục",
    "số",
    "phụ",
    "lục",
    "đài",
    "đường",
    "kỳ",
    "giờ",
    "lớp",
    "khóa",
    "lần",
    "biểu",
    "mẫu",
];

/// The numbers of a text that count something, as written and as values.
fn numbers(text: &str) -> Vec<(String, i64)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let digits: String = bare.chars().filter(|c| *c != '.').collect();
        let Ok(value) = digits.parse::<i64>() else { continue };
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map(|word| word.to_lowercase());
        let before = before.as_deref().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        // "6 tháng", "2026": a span of time and a year count nothing of the office's.
        let after = words.get(at + 1).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        let time = matches!(after.as_deref(), Some("tháng" | "tuổi" | "ngày" | "giờ" | "năm"));
        if !before.is_some_and(|word| NAMING.contains(&word)) && !time && !(1900..2100).contains(&value) {
            found.push((bare.to_owned(), value));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_count_are_asked_for_their_source() {
        let told = |text: &str| numbers(text).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
        assert_eq!(told("Đã tặng 1.250 suất quà, 45 cháu."), [1250, 45]);
        assert_eq!(
            told("Ngày 5, Điều 10, khoản 1, năm 2026, Tổng đài 111, trẻ dưới 16 tuổi, 6 tháng, kỳ 2"),
            Vec::<i64>::new()
        );
        assert_eq!(told("Kế hoạch số 15/KH-SNNMT ngày 22/01/2026; Quốc tế Thiếu nhi 1-6"), Vec::<i64>::new());
        assert_eq!(told("(01 đơn vị)"), [1]);
    }
}
