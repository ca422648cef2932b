//! How a document is named in an official paper (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 5 và 6): the first time by
//! kind, number, day, issuer and subject, later by kind and number; a law by its name alone.
use chrono::{Datelike, NaiveDate};

use crate::domain::day;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::words;
use crate::text::{Lang, shelf as t};

/// Subjects that begin so go on from the issuer without "về": they are what the paper does.
const DOES: &[&str] = &["phê duyệt", "quy định", "ban hành", "sửa đổi", "hướng dẫn", "về "];

/// Subjects that begin so keep their capital: they are the name of something.
const NAMES: &[&str] = &["Chương trình", "Luật", "Chiến lược", "Kế hoạch", "Tháng"];

/// A document as it is cited first. What is not known of it is left out.
#[must_use]
pub fn first(document: &Document) -> String {
    if is_named(document) {
        return named(document);
    }
    let again = again(document);
    let (Some(issued), false) = (document.issued, document.issuer.is_empty()) else { return again };
    let parts = [kind(document), document.number.clone(), day::official(issued), document.issuer.clone()];
    let about = subject(&document.subject);
    t::CITED.with(parts.into_iter().chain([about])).say(Lang::Vi).trim_end().to_owned()
}

/// A document as it is cited again.
#[must_use]
pub fn again(document: &Document) -> String {
    if is_named(document) {
        return named(document);
    }
    t::CITED_BARE.with([kind(document), document.number.clone()]).say(Lang::Vi)
}

/// The documents of the shelf as one paper cites them, from its first line to its last.
#[derive(Clone, Debug)]
pub struct Citations {
    /// Each with whether the paper has named it already.
    shelf: Vec<(Document, bool)>,
}

impl Citations {
    /// A paper that has cited none of these documents yet.
    #[must_use]
    pub fn of(shelf: &[Document]) -> Self {
        Self { shelf: shelf.iter().filter(|it| !is_named(it)).map(|it| (it.clone(), false)).collect() }
    }

    /// The next lines of the paper: what is named for the first time in full, what was named before by kind and number.
    /// What somebody cited in words of their own stays as it is, and counts.
    #[must_use]
    pub fn cite(&mut self, text: &str) -> String {
        self.shelf.iter_mut().fold(text.to_owned(), |text, (document, told)| cite(document, told, &text))
    }
}

fn cite(document: &Document, told: &mut bool, text: &str) -> String {
    let again = again(document);
    let short = format!("{} {}", kind(document), document.number);
    let tails = tails(document);
    let (mut done, mut rest) = (String::new(), text);
    loop {
        let names = [again.as_str(), short.as_str()].into_iter();
        let found = names.filter_map(|name| rest.split_once(name).map(|(before, after)| (before, name, after)));
        let Some((before, name, after)) = found.min_by_key(|(before, ..)| before.len()) else { break };
        done.push_str(before);
        rest = after;
        // "28-CT/TW-BCS" is another document.
        if after.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/') {
            done.push_str(name);
            continue;
        }
        let all_said = tails.iter().filter_map(|tail| after.strip_prefix(tail.as_str())).find(|rest| is_over(rest));
        match all_said {
            Some(beyond) if *told => {
                done.push_str(&again);
                rest = beyond;
            }
            Some(_) => done.push_str(name),
            None if is_continued(document, after) => done.push_str(name),
            None if *told => done.push_str(&again),
            None => done.push_str(&first(document)),
        }
        *told = true;
    }
    done.push_str(rest);
    done
}

/// What follows kind and number where all is said, the longest first; the day in words or in figures.
fn tails(document: &Document) -> Vec<String> {
    let Some(issued) = document.issued else { return Vec::new() };
    let figures = [day::show(issued), issued.format("%d/%-m/%Y").to_string()];
    let figures = figures.map(|on| t::CITED_DAY.with([on]).say(Lang::Vi));
    let days = std::iter::once(day::official(issued)).chain(figures);
    let by = t::CITED_BY.with([&document.issuer]).say(Lang::Vi);
    let about = subject(&document.subject);
    days.flat_map(|on| [format!(" {on} {by} {about}"), format!(" {on} {by}"), format!(" {on}")]).collect()
}

/// Whether nothing more is said of a document: its sentence ends, or another one follows.
fn is_over(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')']) || rest.starts_with(t::CITED_AND.vi)
}

/// Whether somebody goes on to say its day, its issuer or its subject, behind a comma or in brackets too; a day behind a
/// comma is the document's only where it is the very day of issue.
fn is_continued(document: &Document, after: &str) -> bool {
    let rest = after.trim_start();
    let bare = rest.trim_start_matches([',', '(']).trim_start();
    let goes_on = |text: &str| begins(bare, text.trim_end_matches("{0}").trim());
    if goes_on(t::CITED_BY.vi) || goes_on(t::CITED_ON.vi) || begins(bare, t::CITED_RE.vi) {
        return true;
    }
    if goes_on(t::CITED_DAY.vi) {
        return !rest.starts_with(',') || is_issued_on(document, bare);
    }
    let subject = lowered(document.subject.trim());
    let first: String = subject.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    !first.is_empty() && begins(&lowered(bare), &first) || DOES.iter().any(|verb| begins(bare, verb.trim_end()))
}

/// Whether words begin with others, and a word ends there.
fn begins(words: &str, with: &str) -> bool {
    words.strip_prefix(with).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether words begin with the day on which a document was issued, in words or in figures: their first three numbers
/// are its day, month and year.
fn is_issued_on(document: &Document, words: &str) -> bool {
    let mut numbers = words.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse::<u32>().ok());
    let said = [numbers.next(), numbers.next(), numbers.next()];
    let is = |on: NaiveDate| [on.day(), on.month(), u32::try_from(on.year()).unwrap_or_default()].map(Some) == said;
    document.issued.is_some_and(is)
}

/// Whether its name is all that is said: a law, a contact number, or what has no number.
fn is_named(document: &Document) -> bool {
    matches!(document.kind, DocumentKind::Law | DocumentKind::Hotline) || document.number.is_empty()
}

/// A law by the name that its subject gives, without the year that tells it from others in a list.
fn named(document: &Document) -> String {
    let law = document.kind == DocumentKind::Law
        && document.subject.starts_with(words::capital(kind(document).as_str()).as_str());
    if law { document.subject.clone() } else { document.name.clone() }
}

fn kind(document: &Document) -> String {
    words::capital(document.kind.text().vi)
}

fn subject(text: &str) -> String {
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() {
        return String::new();
    }
    let small = lowered(text);
    if DOES.iter().any(|verb| small.starts_with(verb)) {
        return small;
    }
    let about = if NAMES.iter().any(|name| text.starts_with(name)) { text.to_owned() } else { small };
    t::CITED_ON.with([about]).say(Lang::Vi)
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(kind: DocumentKind, number: &str, issued: &str, issuer: &str, subject: &str) -> Document {
        Document {
            name: format!("Văn bản {number}"),
            number: number.into(),
            kind,
            issued: issued.parse().ok(),
            issuer: issuer.into(),
            subject: subject.into(),
            ..Document::default()
        }
    }

    #[test]
    fn the_first_time_all_is_said_and_later_kind_and_number() {
        let directive = document(
            DocumentKind::Directive,
            "28-CT/TW",
            "2023-12-25",
            "Bộ Chính trị",
            "Tăng cường công tác chăm sóc trẻ em",
        );
        assert_eq!(
            first(&directive),
            "Chỉ thị số 28-CT/TW ngày 25 tháng 12 năm 2023 của Bộ Chính trị về tăng cường công tác chăm sóc trẻ em"
        );
        assert_eq!(again(&directive), "Chỉ thị số 28-CT/TW");
    }

    #[test]
    fn a_paper_cites_in_full_once() {
        let directive =
            document(DocumentKind::Directive, "28-CT/TW", "2023-12-25", "Bộ Chính trị", "Tăng cường chăm sóc trẻ em");
        let full = first(&directive);
        let mut paper = Citations::of(std::slice::from_ref(&directive));
        assert_eq!(paper.cite("Chỉ thị số 28-CT/TW-BCS."), "Chỉ thị số 28-CT/TW-BCS.");
        assert_eq!(paper.cite("Đã phổ biến Chỉ thị 28-CT/TW."), format!("Đã phổ biến {full}."));
        assert_eq!(paper.cite(&format!("Theo {full}, 3 đơn vị")), "Theo Chỉ thị số 28-CT/TW, 3 đơn vị");
        for typed in ["ngày 25/12/2023 của Bộ Chính trị", "ngày 25 tháng 12 năm 2023"] {
            let said = paper.cite(&format!("theo Chỉ thị số 28-CT/TW {typed} và Chỉ thị 28-CT/TW"));
            assert_eq!(said, "theo Chỉ thị số 28-CT/TW và Chỉ thị số 28-CT/TW");
        }
        let comma = "Chỉ thị số 28-CT/TW, ngày 25/12/2023 của Bộ Chính trị về trẻ em";
        assert_eq!(Citations::of(std::slice::from_ref(&directive)).cite(comma), comma);
        // Words of one's own are nobody's to shorten; they count as the first time.
        let own = "Chỉ thị số 28-CT/TW của Bộ Chính trị khóa XIII";
        let mut paper = Citations::of(&[directive]);
        assert_eq!(paper.cite(own), own);
        assert_eq!(paper.cite("và Chỉ thị 28-CT/TW"), "và Chỉ thị số 28-CT/TW");
    }

    #[test]
    fn what_somebody_says_in_full_is_never_said_twice() {
        let standard = document(
            DocumentKind::Decision,
            "34/2014/QĐ-TTg",
            "2014-05-30",
            "Thủ tướng Chính phủ",
            "Quy định tiêu chuẩn xã, phường, thị trấn phù hợp với trẻ em",
        );
        let days = ["", " ngày 30/5/2014", ", ngày 30/05/2014", " (ngày 30.5.2014)", ", ngày 30 tháng 5 năm 2014"];
        let issuers = ["", " của Thủ tướng Chính phủ", ", của Thủ tướng", " của TTg CP"];
        let subjects = [
            "",
            " về quy định, tiêu chuẩn xã, phường phù hợp với trẻ em",
            " về việc quy định tiêu chuẩn",
            " v/v tiêu chuẩn xã",
            " quy định tiêu chuẩn xã",
            " Quy định tiêu chuẩn",
        ];
        for kind in ["Quyết định số", "Quyết định"] {
            for (day, issuer) in days.into_iter().flat_map(|day| issuers.map(|issuer| (day, issuer))) {
                for subject in subjects {
                    let tail = format!("{day}{issuer}{subject}");
                    let typed = format!("phổ biến {kind} 34/2014/QĐ-TTg{tail}, Luật Trẻ em.");
                    let said = Citations::of(std::slice::from_ref(&standard)).cite(&typed);
                    let expected = if tail.is_empty() {
                        format!("phổ biến {}, Luật Trẻ em.", first(&standard))
                    } else {
                        typed
                    };
                    assert_eq!(said, expected);
                }
            }
        }
        // Another day behind a comma belongs to what is done.
        let said = Citations::of(std::slice::from_ref(&standard)).cite("Quyết định 34/2014/QĐ-TTg, ngày 05/6/2026");
        assert_eq!(said, format!("{}, ngày 05/6/2026", first(&standard)));
    }

    #[test]
    fn what_the_paper_does_follows_without_a_word_between() {
        let approved = document(
            DocumentKind::Decision,
            "23/QĐ-TTg",
            "2021-01-07",
            "Thủ tướng Chính phủ",
            "Phê duyệt Chương trình",
        );
        assert!(first(&approved).ends_with("07 tháng 01 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình"));
        let named = Document { subject: "Chương trình hành động quốc gia".into(), ..approved };
        assert!(first(&named).ends_with("của Thủ tướng Chính phủ về Chương trình hành động quốc gia"));
    }

    #[test]
    fn a_law_is_its_name_and_what_is_not_known_is_left_out() {
        let law = document(DocumentKind::Law, "102/2016/QH13", "2016-04-05", "Quốc hội", "Luật Trẻ em");
        assert_eq!((first(&law), again(&law)), ("Luật Trẻ em".to_owned(), "Luật Trẻ em".to_owned()));
        let bare = document(DocumentKind::Letter, "846/UBND-KGVX", "", "", "");
        assert_eq!(first(&bare), "Công văn số 846/UBND-KGVX");
        let nameless = Document { number: String::new(), ..bare };
        assert_eq!(first(&nameless), nameless.name);
    }
}
