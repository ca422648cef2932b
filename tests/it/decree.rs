//! Every paper of the sample office, held against Phụ lục I of Nghị định 30/2020/NĐ-CP part by part: in the XML of its
//! DOCX and in the places and words of its PDF.
use std::io::Read;
use std::sync::OnceLock;

use vitreem::acts::{photos, receipts};
use vitreem::domain::event::Event;
use vitreem::domain::period::Period;
use vitreem::domain::photo::Photo;
use vitreem::domain::tables;
use vitreem::paper::block::Style;
use vitreem::paper::pdf::{Page, Rule, Run};
use vitreem::paper::{Annex, Block, Foot, Lie, Paper, Signer, docx, pdf, xlsx};
use vitreem::reports::papers::{Fill, PAPERS, Subject};
use vitreem::reports::{consolidated, receipt};
use vitreem::store::list::Query;

use crate::harness::PNG;
use crate::smoke::demo_store;

const CM: f32 = 72.0 / 2.54;
const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// What a paper is by the decree, and so which parts it must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A paper with its kind and number, as "BC": head, kind, subject, body, signer, recipients (mẫu 1.4).
    Named(&'static str),
    /// The same that is addressed to somebody.
    Addressed(&'static str),
    /// A công văn: no kind, its subject under its number, addressed (mẫu 1.5).
    Letter,
    /// Minutes: numbered, signed by secretary, unit and chair (mẫu 1.9).
    Minutes,
    /// A letter of thanks: dated, neither numbered nor by the decree.
    Thanks,
    /// A list, a form, an agreement: no number, signed by those who made it.
    List,
    /// A poster.
    Poster,
}

/// Every code of a paper, and what the paper is; "ke-hoach" is the year's plan and an event's.
const FORMS: &[(&str, Form)] = &[
    ("bao-cao", Form::Addressed("BC")),
    ("ky-nhan", Form::List),
    ("cong-them", Form::List),
    ("quyet-toan-qua", Form::List),
    ("xin-danh-sach", Form::Letter),
    ("du-toan", Form::List),
    ("to-trinh", Form::Addressed("TTr")),
    ("phan-cong", Form::List),
    ("giay-moi", Form::Named("GM")),
    ("ho-so-thanh-toan", Form::List),
    ("y-kien-cha-me", Form::List),
    ("y-kien-tre", Form::List),
    ("cam-ket-bao-ve", Form::List),
    ("ke-hoach", Form::Named("KH")),
    ("phieu-ra-soat", Form::List),
    ("ban-cam-ket", Form::List),
    ("diem-danh", Form::List),
    ("bien-ban-kiem-tra", Form::Minutes),
    ("to-roi-111", Form::Poster),
    ("yeu-cau-bao-cao", Form::Letter),
    ("don-doc", Form::Letter),
    ("cong-van", Form::Letter),
    ("phieu-thong-tin", Form::List),
    ("xac-nhan", Form::Named("GXN")),
    ("thu-cam-on", Form::Thanks),
    ("ky-nop", Form::List),
    ("bang-ke", Form::List),
    ("phieu-nop", Form::List),
    ("so-thu-chi", Form::List),
    ("cong-khai", Form::Named("TB")),
    ("cong-khai-so-tien", Form::Named("TB")),
];

fn form(code: &str) -> Form {
    FORMS.iter().find(|(its, _)| *its == code).unwrap_or_else(|| panic!("{code} is no paper of the decree's table")).1
}

/// The report, and of each line of the table every paper that the sample office has, at least one; what is printed
/// together is looked at one by one.
fn papers() -> &'static [(String, Paper)] {
    static MADE: OnceLock<Vec<(String, Paper)>> = OnceLock::new();
    MADE.get_or_init(make)
}

fn make() -> Vec<(String, Paper)> {
    let mut store = demo_store();
    let half = Period::parse("2026-H1").unwrap();
    let mut all = vec![("bao-cao".to_owned(), consolidated::paper(&store, &half).unwrap())];
    let mut receipts = Paper::default();
    receipts::print_asked(&mut store, Some("2026"), &mut |store, ids| {
        receipts = receipt::receipts(store, &ids[..2])?;
        Ok(())
    })
    .unwrap();
    // No sample child is a person, so there is no photo of one.
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), PNG).unwrap();
    let event = store.all::<Event>().unwrap().remove(0).id;
    let photo = photos::add(&mut store, event, file.path()).unwrap();
    store.save(&mut Photo { nobody: true, ..store.get(photo).unwrap() }).unwrap();
    photos::choose(&mut store, photo, true).unwrap();
    for printable in PAPERS {
        let made: Vec<Paper> = match &printable.fill {
            Fill::Act => vec![receipts.clone()],
            Fill::Office(_) => vec![printable.paper(&store, &Subject::Office).unwrap()],
            Fill::Period(..) => vec![printable.paper(&store, &Subject::Period(half.clone())).unwrap()],
            Fill::Row(table, ..) => {
                let ids = store.ids(tables::by_name(table).unwrap(), &Query::default(), None).unwrap();
                // Of units and sessions one is like the other.
                let most = if matches!(*table, "unit" | "session") { 2 } else { usize::MAX };
                ids.iter().filter_map(|id| printable.paper(&store, &Subject::Row(table, *id)).ok()).take(most).collect()
            }
        };
        // The page of photos has its own stories: the sample holds no photo.
        if printable.code == "anh-cong-khai" {
            continue;
        }
        assert!(!made.is_empty(), "the sample has nothing for {}", printable.code);
        for mut paper in made {
            let next = std::mem::take(&mut paper.next);
            all.extend([paper].into_iter().chain(next.into_iter().take(1)).map(|it| (printable.code.to_owned(), it)));
        }
    }
    all
}

#[test]
fn every_paper_has_the_parts_of_its_form() {
    let mut seen: Vec<&str> = Vec::new();
    for (name, paper) in papers() {
        seen.push(name);
        let form = form(name);
        let symbol = paper.head.as_ref().map_or("", |head| head.symbol.as_str());
        let signed = match &paper.foot {
            Foot::Sign(sign) => !sign.office.is_empty() && !sign.name.is_empty() && !sign.recipients.is_empty(),
            Foot::Signers(_) => false,
        };
        let makers = match &paper.foot {
            Foot::Signers(signers) => signers.len(),
            Foot::Sign(_) => 0,
        };
        let kind = |code: &str| symbol.starts_with(&format!("{code}-")) && paper.kind.is_some() && signed;
        let addressed = !paper.addressee.is_empty();
        let whole = match form {
            Form::Named(code) => kind(code) && !addressed && !paper.subject.is_empty(),
            Form::Addressed(code) => kind(code) && addressed && !paper.subject.is_empty(),
            Form::Letter => {
                paper.kind.is_none() && symbol.ends_with("-VP") && addressed && signed && !paper.subject.is_empty()
            }
            Form::Minutes => symbol.starts_with("BB-") && paper.kind.is_some() && makers == 3,
            Form::Thanks => symbol.is_empty() && paper.kind.is_some() && signed,
            Form::List => paper.head.is_some() && symbol.is_empty() && paper.kind.is_some() && makers >= 1,
            Form::Poster => paper.head.is_none() && makers == 0,
        };
        assert!(whole, "{name} is no {form:?}: {symbol}, {:?}, {:?}", paper.kind, paper.foot);
        assert!(!paper.body.is_empty(), "{name}");
    }
    let letters: Vec<&str> = papers_of(papers(), "cong-van");
    assert_eq!(letters.len(), 4, "two requests, one that urges, one that sends back: {letters:?}");
    assert!(FORMS.iter().all(|(code, _)| seen.contains(code)));
}

fn papers_of<'a>(papers: &'a [(String, Paper)], code: &str) -> Vec<&'a str> {
    papers.iter().filter(|(name, _)| name == code).map(|(_, paper)| paper.subject.as_str()).collect()
}

fn close(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.8
}

/// A line of a page that begins with some words, in the order of reading.
fn line<'a>(pages: &'a [Page], words: &str) -> Option<&'a Run> {
    pages.iter().flat_map(|page| &page.runs).find(|run| run.text.starts_with(words))
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// The rule next under a line, from where to where.
fn under(page: &Page, line: &Run) -> Option<(f32, f32)> {
    let near = |rule: &&Rule| rule.from.1 == rule.to.1 && rule.from.1 > line.y && rule.from.1 < line.y + 9.0;
    let beneath = |rule: &&Rule| rule.to.0 > line.x && rule.from.0 < line.x + line.width;
    let below = page.rules.iter().filter(near).filter(beneath);
    below.min_by(|one, other| one.from.1.total_cmp(&other.from.1)).map(|rule| (rule.from.0, rule.to.0))
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn pages_have_the_size_the_margins_and_the_numbers() {
    for (name, paper) in papers() {
        let pages = pdf::layout(paper);
        // A section is the paper itself, or an annex: its pages count from 1 and the first shows no number.
        let mut count = 0;
        for page in &pages {
            let (width, height) = page.size();
            let a4 = if page.lie == Lie::Portrait { (21.0, 29.7) } else { (29.7, 21.0) };
            assert!(close(width, a4.0 * CM) && close(height, a4.1 * CM), "{name}");
            for run in page.runs.iter().filter(|run| !run.text.trim().is_empty()) {
                // 30 to 35 mm on the left, 15 to 20 on the right, 20 to 25 above and below.
                assert!(run.x >= 3.0 * CM - 0.6 && run.x + run.width <= width - 1.5 * CM + 0.8, "{name}: {run:?}");
                assert!(run.y - run.points * 0.9 >= 2.0 * CM - 1.0 && run.y <= height - 2.0 * CM, "{name}: {run:?}");
            }
            let number = page.again.last().filter(|run| run.y < 2.0 * CM);
            count = if number.is_none() { 1 } else { count + 1 };
            if let Some(number) = number {
                assert_eq!(number.text, count.to_string(), "{name}");
                assert!((13.0..=14.0).contains(&number.points) && number.style == Style::Plain, "{name}: {number:?}");
                assert!(
                    close(number.x + number.width / 2.0, 3.0 * CM + (width - 4.5 * CM) / 2.0),
                    "{name}: {number:?}"
                );
            }
        }
        assert!(pages.first().is_some_and(|page| page.again.is_empty()), "{name}");
        let bytes = docx::render(paper).unwrap();
        let xml = part(&bytes, "word/document.xml");
        let sections = 1 + paper.annexes.len();
        for fact in [
            "w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"",
            "<w:titlePg />",
            "<w:pgNumType w:start=\"1\" />",
        ] {
            assert_eq!(xml.matches(fact).count(), sections, "{name}: {fact}");
        }
        let header = part(&bytes, "word/header1.xml");
        assert!(header.contains("PAGE") && header.contains("<w:jc w:val=\"center\" />"), "{name}");
        assert!(part(&bytes, "word/styles.xml").contains("w:ascii=\"Times New Roman\""), "{name}");
    }
}

#[test]
fn the_letterhead_has_its_sizes_styles_places_and_rules() {
    let mut seen = 0;
    for (name, paper) in papers() {
        let Some(head) = &paper.head else { continue };
        seen += 1;
        let pages = pdf::layout(paper);
        let at = |words: &str| line(&pages, words).unwrap_or_else(|| panic!("{name}: {words}")).clone();
        let middle = |run: &Run| run.x + run.width / 2.0;
        let (nation, motto) = (at(NATION), at(MOTTO));
        assert_eq!((nation.points, nation.style), (12.0, Style::Bold), "{name}");
        assert_eq!((motto.points, motto.style), (13.0, Style::Bold), "{name}");
        assert!(close(middle(&nation), middle(&motto)) && nation.y < motto.y, "{name}");
        // The rule under the motto is as long as the motto.
        let (from, to) = under(&pages[0], &motto).unwrap_or_else(|| panic!("{name}: no rule"));
        assert!(close(from, motto.x) && close(to, motto.x + motto.width), "{name}");
        let agency = at(first_word(&head.agency.to_uppercase()));
        assert_eq!((agency.points, agency.style), (12.0, Style::Bold), "{name}");
        if !head.parent.is_empty() {
            let parent = at(first_word(&head.parent.to_uppercase()));
            assert_eq!((parent.points, parent.style), (12.0, Style::Plain), "{name}");
            assert!(parent.y == nation.y && parent.y < agency.y && close(middle(&parent), middle(&agency)), "{name}");
        }
        // The rule under the agency's name is a third to a half of its longest line.
        let name_lines = pages[0].runs.iter().filter(|run| run.style == Style::Bold && run.points == 12.0);
        let name_lines: Vec<&Run> = name_lines.filter(|run| close(middle(run), middle(&agency))).collect();
        let longest = name_lines.iter().map(|run| run.width).fold(0.0, f32::max);
        let (from, to) = under(&pages[0], name_lines.last().unwrap()).unwrap_or_else(|| panic!("{name}: no rule"));
        assert!(
            (longest / 3.0 - 0.5..=longest / 2.0 + 0.5).contains(&(to - from)),
            "{name}: {} of {longest}",
            to - from
        );
        if !head.symbol.is_empty() {
            let (number, date) = (at(&head.number_line()), at(&head.date_line()));
            assert_eq!((number.points, number.style), (13.0, Style::Plain), "{name}");
            assert_eq!((date.points, date.style), (13.0, Style::Italic), "{name}");
            assert!(number.y == date.y && close(middle(&number), middle(&agency)), "{name}");
            assert!(close(middle(&date), middle(&nation)) && number.y > agency.y, "{name}");
            assert!(
                number.text.starts_with("Số: ") && number.text.contains('/') && !number.text.contains("/ "),
                "{name}"
            );
        }
        let xml = part(&docx::render(paper).unwrap(), "word/document.xml");
        for (words, half_points) in [(NATION, 24), (MOTTO, 26)] {
            let around = xml.split("</w:p>").find(|it| it.contains(words)).unwrap();
            assert!(
                around.contains(&format!("<w:sz w:val=\"{half_points}\" />")) && around.contains("<w:b />"),
                "{name}"
            );
            assert!(around.contains("<w:jc w:val=\"center\" />"), "{name}");
        }
    }
    assert!(seen >= 3, "{seen}");
}

#[test]
fn kind_subject_and_addressees_stand_as_the_decree_has_them() {
    for (name, paper) in papers() {
        let pages = pdf::layout(paper);
        let at = |words: &str| line(&pages, words).unwrap_or_else(|| panic!("{name}: {words}")).clone();
        if let Some(kind) = &paper.kind {
            let kind = at(&kind.to_uppercase());
            assert_eq!((kind.points, kind.style), (14.0, Style::Bold), "{name}");
            if !paper.subject.is_empty() {
                let subject = at(first_word(&paper.subject));
                assert!(subject.y > kind.y || name != "bao-cao", "{name}");
                assert_eq!((subject.points, subject.style), (14.0, Style::Bold), "{name}");
            }
        } else if !paper.subject.is_empty() && paper.head.as_ref().is_some_and(|head| !head.symbol.is_empty()) {
            // A công văn: "V/v …" in 12 pt, upright, 6 pt under the number, in the same column.
            let (number, about) = (at("Số:"), at("V/v "));
            assert_eq!((about.points, about.style), (12.0, Style::Plain), "{name}");
            assert!(about.y - number.y >= 6.0 + 12.0, "{name}: {number:?} {about:?}");
            assert!(close(about.x + about.width / 2.0, number.x + number.width / 2.0), "{name}");
        }
        if !paper.addressee.is_empty() {
            let call = at("Kính gửi:");
            assert_eq!((call.points, call.style), (14.0, Style::Plain), "{name}");
            if let [_, _, ..] = paper.addressee.as_slice() {
                let dash = at(&format!("- {}", paper.addressee[0]));
                assert!(dash.text.ends_with(';') && dash.x > call.x && dash.y > call.y, "{name}: {dash:?}");
            }
        }
    }
}

#[test]
fn the_body_is_justified_indented_and_ended_and_the_foot_is_signed() {
    for (name, paper) in papers() {
        let pages = pdf::layout(paper);
        let xml = part(&docx::render(paper).unwrap(), "word/document.xml");
        // Upright text of the body is 14 pt with a first line of 1.27 cm; single to one and a half lines.
        let paragraph = paper.body.iter().find_map(|block| match block {
            // What is to be written on is not justified.
            Block::Paragraph(spans)
                if spans.len() == 1 && spans[0].style == Style::Plain && !spans[0].text.contains('…') =>
            {
                Some(spans[0].text.clone())
            }
            _ => None,
        });
        if let Some(text) = paragraph {
            let begun: String = text.chars().take(12).collect();
            let indented = |run: &&Run| run.text.starts_with(begun.trim_end()) && close(run.x, 3.0 * CM + 1.27 * CM);
            let run = pages.iter().flat_map(|page| &page.runs).find(indented);
            assert_eq!(run.map(|run| run.points), Some(14.0), "{name}: {begun}");
            let around =
                xml.split("</w:p>").find(|it| it.contains(&begun)).unwrap_or_else(|| panic!("{name}: {begun}"));
            for fact in ["w:firstLine=\"720\"", "<w:jc w:val=\"both\" />", "w:lineRule=\"auto\""] {
                assert!(around.contains(fact), "{name}: {fact}: {around}");
            }
        }
        let sign = match &paper.foot {
            Foot::Sign(sign) => sign,
            Foot::Signers(signers) => {
                makers(name, &pages, signers);
                continue;
            }
        };
        let all: String = pages.iter().flat_map(|page| &page.runs).map(|run| run.text.as_str()).collect();
        assert_eq!(all.matches("./.").count(), 1, "{name}");
        let at = |words: &str| line(&pages, words).unwrap_or_else(|| panic!("{name}: {words}")).clone();
        let (to, office, signer) = (at("Nơi nhận:"), at(&sign.office[0].to_uppercase()), at(&sign.name));
        assert_eq!((to.points, to.style), (12.0, Style::BoldItalic), "{name}");
        assert_eq!((office.points, office.style), (14.0, Style::Bold), "{name}");
        assert_eq!((signer.points, signer.style), (14.0, Style::Bold), "{name}");
        assert!(close(to.x, 3.0 * CM) && office.x > to.x + 5.0 * CM, "{name}");
        assert!(close(office.x + office.width / 2.0, signer.x + signer.width / 2.0), "{name}");
        assert!(signer.y - office.y > 2.0 * CM, "{name}: there is room for signature and seal");
        let lines = sign.recipient_lines();
        let last = lines.last().unwrap();
        assert!(last.starts_with("- Lưu: VT") && last.ends_with('.'), "{name}: {last}");
        for recipient in &lines {
            let run = at(&recipient.split_whitespace().take(2).collect::<Vec<_>>().join(" "));
            assert_eq!((run.points, run.style), (11.0, Style::Plain), "{name}: {recipient}");
        }
        if !paper.addressee.is_empty() {
            assert_eq!(sign.recipients[0], "Như trên", "{name}");
        }
        for fact in ["<w:sz w:val=\"22\" />", "Nơi nhận:"] {
            assert!(xml.contains(fact), "{name}: {fact}");
        }
    }
}

/// Those who sign a list stand side by side: title in bold capitals, the note in italics; the day of one of them
/// above, in the middle of the same column.
fn makers(name: &str, pages: &[Page], signers: &[Signer]) {
    let runs: Vec<&Run> = pages.iter().flat_map(|page| &page.runs).collect();
    let mut places: Vec<(f32, f32)> = Vec::new();
    for signer in signers {
        let title = signer.title.to_uppercase();
        let begun = title.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        let run = runs.iter().rev().find(|run| run.text.starts_with(begun.trim_end()) && run.style == Style::Bold);
        let run = run.unwrap_or_else(|| panic!("{name}: {title}"));
        places.push((run.x, run.y));
        if !signer.dated.is_empty() {
            let day = runs.iter().rev().find(|run| run.text == signer.dated).unwrap_or_else(|| panic!("{name}: day"));
            assert!(day.style == Style::Italic && day.y < run.y && run.y - day.y < 1.5 * CM, "{name}: {day:?} {run:?}");
            assert!(close(day.x + day.width / 2.0, run.x + run.width / 2.0), "{name}: {day:?} over {run:?}");
        }
    }
    assert!(places.windows(2).all(|two| two[0].0 < two[1].0 && close(two[0].1, two[1].1)), "{name}: {places:?}");
}

#[test]
fn annexes_have_their_mark_their_title_and_what_they_belong_to() {
    let mut seen = 0;
    for (name, paper) in papers() {
        let pages = pdf::layout(paper);
        for (n, annex) in paper.annexes.iter().enumerate() {
            seen += 1;
            let mark = Annex::mark(n, paper.annexes.len());
            let at = |words: &str| line(&pages, words).unwrap_or_else(|| panic!("{name}: {words}")).clone();
            let run = pages.iter().flat_map(|page| &page.runs).find(|run| run.text == mark).unwrap();
            assert_eq!((run.points, run.style), (14.0, Style::Bold), "{name}");
            let title = at(first_word(&annex.title.to_uppercase()));
            assert_eq!(title.style, Style::Bold, "{name}: {title:?}");
            if !annex.reference.is_empty() {
                let reference = at("(Kèm theo");
                assert_eq!((reference.points, reference.style), (14.0, Style::Italic), "{name}");
            }
        }
    }
    assert!(seen >= 4, "{seen}");
}

/// The words of a text in alphabetical order.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_unstable();
    words
}

#[test]
fn every_word_comes_out_of_the_file_as_it_went_in_and_every_font_is_inside() {
    for (name, paper) in papers() {
        let bytes = pdf::render(paper).unwrap();
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let pages = pdf::layout(paper);
        assert_eq!(file.get_pages().len(), pages.len(), "{name}");
        for (number, page) in (1..).zip(&pages) {
            let text = file.extract_text(&[number]).unwrap();
            let meant: Vec<&str> = page.again.iter().chain(&page.runs).map(|run| run.text.as_str()).collect();
            assert_eq!(words(&text), words(&meant.join("\n")), "{name}, page {number}");
        }
        let described = |object: &&lopdf::Object| {
            object
                .as_dict()
                .is_ok_and(|dict| dict.get(b"Type").and_then(|it| it.as_name()).is_ok_and(|it| it == b"FontDescriptor"))
        };
        let fonts: Vec<_> = file.objects.values().filter(described).collect();
        assert!(!fonts.is_empty(), "{name}");
        for font in fonts {
            let dict = font.as_dict().unwrap();
            assert!(dict.has(b"FontFile2") || dict.has(b"FontFile3"), "{name}: a font is not inside");
        }
    }
}

#[test]
fn sheets_of_the_annexes_are_typed_and_ready_to_print() {
    let store = demo_store();
    let sheets = consolidated::sheets(&store, &Period::parse("2026-H1").unwrap()).unwrap();
    assert!(sheets.len() >= 5, "{}", sheets.len());
    let bytes = xlsx::book(&sheets).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(bytes.clone())).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, &sheets[0].0).unwrap();
    let sessions = range.rows().find(|row| row.iter().any(|cell| *cell == "Số buổi tuyên truyền")).unwrap();
    assert!(sessions.iter().any(|cell| matches!(cell, calamine::Data::Float(n) if *n == 31.0)), "{sessions:?}");
    for n in 1..=sheets.len() {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{n}.xml"));
        assert!(
            xml.contains("paperSize=\"9\"") && xml.contains("fitToWidth=\"1\"") | xml.contains("fitToHeight=\"0\""),
            "{n}"
        );
    }
    let names = part(&bytes, "xl/workbook.xml");
    assert_eq!(names.matches("_xlnm.Print_Titles").count(), sheets.len());
    assert_eq!(names.matches("_xlnm.Print_Area").count(), sheets.len());
}
