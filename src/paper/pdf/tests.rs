//! Where the words of a paper stand on its pages, against the figures of Nghị định 30/2020/NĐ-CP.
use super::super::block::Style;
use super::super::width::{self, Weight};
use super::super::{Align, Block, Column, Foot, Level, Lie, Paper, Row, Signer, Table, sample};
use super::{Page, Run, layout, render};

mod words;

/// A centimetre in points.
const CM: f32 = 72.0 / 2.54;

fn close(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.6
}

/// The line of a page that begins with some words.
fn line(pages: &[Page], words: &str) -> Run {
    let found = pages.iter().flat_map(|page| &page.runs).find(|run| run.text.starts_with(words));
    found.unwrap_or_else(|| panic!("{words} is not printed")).clone()
}

/// The rule next under a line.
fn under(page: &Page, run: &Run) -> (f32, f32) {
    let below = page.rules.iter().filter(|rule| rule.from.1 > run.y && rule.from.1 < run.y + 9.0);
    let rule = below.min_by(|one, other| one.from.1.total_cmp(&other.from.1)).expect("a rule");
    assert!(rule.from.1 == rule.to.1, "{rule:?}");
    (rule.from.0, rule.to.0)
}

/// Every word of the paper itself, page numbers and repeated heads left out.
fn said(pages: &[Page]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last: Option<&Run> = None;
    for run in pages.iter().flat_map(|page| &page.runs) {
        // Runs that touch are one text; a blank between them belongs to one of them.
        let touch = last.is_some_and(|last| last.y == run.y && close(last.x + last.width, run.x));
        match out.last_mut().filter(|_| touch) {
            Some(text) => text.push_str(&run.text),
            None => out.push(run.text.clone()),
        }
        last = Some(run);
    }
    out.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
}

#[test]
fn pages_have_the_size_margins_and_numbers_of_the_decree() {
    let pages = layout(&sample::report());
    let (upright, lying) = pages.split_at(pages.iter().position(|page| page.lie == Lie::Landscape).unwrap());
    assert!(upright.iter().all(|page| close(page.size().0, 21.0 * CM) && close(page.size().1, 29.7 * CM)));
    assert!(lying.iter().all(|page| close(page.size().0, 29.7 * CM) && close(page.size().1, 21.0 * CM)));
    for page in &pages {
        let (width, height) = page.size();
        for run in &page.runs {
            assert!(run.x >= 3.0 * CM - 0.6 && run.x + run.width <= width - 1.5 * CM + 0.6, "{run:?}");
            assert!(run.y - run.points * 0.9 >= 2.0 * CM - 1.0 && run.y <= height - 2.0 * CM, "{run:?}");
        }
    }
    // Each part counts from 1 and shows no number on its first page.
    let numbers: Vec<&str> = pages.iter().map(|page| page.again.last().map_or("", |run| &run.text)).collect();
    assert_eq!(numbers[..3], ["", "2", "3"], "{numbers:?}");
    assert!(numbers.iter().filter(|number| number.is_empty()).count() == 3, "{numbers:?}");
    let number = pages[1].again.last().unwrap();
    assert!(close(number.x + number.width / 2.0, (3.0 * CM + 19.5 * CM) / 2.0), "{number:?}");
    assert!(number.y < 2.0 * CM && number.points == 14.0 && number.style == Style::Plain, "{number:?}");
}

#[test]
fn every_part_has_its_size_style_and_place() {
    let pages = layout(&sample::report());
    let parts = [
        ("UBND TỈNH LẠNG SƠN", 12.0, Style::Plain),
        ("SỞ NÔNG NGHIỆP", 12.0, Style::Bold),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.0, Style::Bold),
        ("Độc lập - Tự do - Hạnh phúc", 13.0, Style::Bold),
        ("Số:       /BC-SNNMT", 13.0, Style::Plain),
        ("Lạng Sơn, ngày        tháng        năm 2026", 13.0, Style::Italic),
        ("BÁO CÁO", 14.0, Style::Bold),
        ("Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn", 14.0, Style::Plain),
        ("Căn cứ Kế hoạch", 14.0, Style::Italic),
        ("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", 14.0, Style::Bold),
        ("a) Hội nghị, họp cơ quan", 14.0, Style::Plain),
        ("Nơi nhận:", 12.0, Style::BoldItalic),
        ("- Như trên;", 11.0, Style::Plain),
        ("KT. GIÁM ĐỐC", 14.0, Style::Bold),
        ("(họ tên người ký)", 14.0, Style::Bold),
        ("Phụ lục II", 14.0, Style::Bold),
        ("(Kèm theo Báo cáo", 14.0, Style::Italic),
    ];
    for (words, points, style) in parts {
        let run = line(&pages, words);
        assert_eq!((run.points, run.style), (points, style), "{words}");
    }
    let at = |words: &str| line(&pages, words);
    let middle = |words: &str| at(words).x + at(words).width / 2.0;
    // State and date share an axis on the right, agency and number one on the left; each pair stands on one line.
    for (one, other) in [("CỘNG HÒA", "Độc lập"), ("CỘNG HÒA", "Lạng Sơn,"), ("UBND", "SỞ NÔNG"), ("UBND", "Số:")]
    {
        assert!(close(middle(one), middle(other)), "{one} {other}");
    }
    assert_eq!(at("UBND").y, at("CỘNG HÒA").y);
    assert_eq!(at("Số:").y, at("Lạng Sơn,").y);
    assert!(close(middle("BÁO CÁO"), middle("Kính gửi:")) && at("BÁO CÁO").y < at("Kính gửi:").y);
    // Recipients are level with the signer's office; there is room for the seal over the name.
    assert!((at("Nơi nhận:").y - at("KT. GIÁM ĐỐC").y).abs() < 4.0);
    assert!(close(at("Nơi nhận:").x, 3.0 * CM) && at("KT. GIÁM ĐỐC").x > 10.0 * CM);
    assert!(at("(họ tên người ký)").y - at("PHÓ GIÁM ĐỐC").y > 2.5 * CM);
    assert!(close(middle("(họ tên người ký)"), middle("PHÓ GIÁM ĐỐC")));
}

#[test]
fn paragraphs_are_indented_justified_and_spaced() {
    let pages = layout(&sample::report());
    let first = line(&pages, "Các phòng, đơn vị đã tổ chức");
    assert!(close(first.x, 3.0 * CM + 1.27 * CM), "{first:?}");
    assert!(close(first.x + first.width, 19.5 * CM) && first.gap > 0.0, "{first:?}");
    let page = pages.iter().find(|page| page.runs.contains(&first)).unwrap();
    let second = page.runs.iter().find(|run| run.y > first.y).unwrap();
    let leading = (second.y - first.y) / (14.0 * 1.149);
    assert!(close(second.x, 3.0 * CM) && (1.0..1.5).contains(&leading), "{leading} {second:?}");
    let heading = line(&pages, "I. CÔNG TÁC");
    assert!(first.y - heading.y >= second.y - first.y + 6.0);
}

#[test]
fn rules_are_as_long_as_the_decree_says() {
    let pages = layout(&sample::report());
    let first = &pages[0];
    let motto = line(&pages, "Độc lập");
    let (from, to) = under(first, &motto);
    assert!(close(from, motto.x) && close(to, motto.x + motto.width), "{from} {to} {motto:?}");
    for words in ["VÀ MÔI TRƯỜNG", "Kết quả thực hiện"] {
        let last = line(&pages, words);
        let (from, to) = under(first, &last);
        let longest = first.runs.iter().filter(|run| run.y < last.y + 1.0 && run.style == Style::Bold);
        let longest = longest.filter(|run| run.points == last.points && run.x < to && run.x + run.width > from);
        let longest = longest.map(|run| run.width).fold(0.0, f32::max);
        assert!((longest / 3.0..=longest / 2.0).contains(&(to - from)), "{words}: {} of {longest}", to - from);
    }
}

#[test]
fn tables_repeat_their_head_and_split_no_row() {
    let pages = layout(&sample::report());
    let heads = |page: &&Page| page.again.iter().any(|run| run.text == "Ghi chú");
    let rows = |page: &&Page| page.runs.iter().any(|run| run.text.ends_with(".500.000"));
    let begun = pages.iter().filter(|page| page.runs.iter().any(|run| run.text == "Ghi chú")).count();
    assert_eq!(begun, 3, "each head is the paper's own once");
    assert!(pages.iter().filter(rows).count() > begun);
    assert!(pages.iter().filter(rows).all(|page| heads(&page) != page.runs.iter().any(|run| run.text == "Ghi chú")));
    // The name of a unit takes two lines; both stand with its number.
    let wrapped = |page: &Page| page.runs.iter().filter(|run| run.text.contains("Chi cục Trồng trọt")).count();
    let ends = |page: &Page| page.runs.iter().filter(|run| run.text.ends_with("lâm")).count();
    assert!(pages.iter().map(wrapped).sum::<usize>() > 20);
    assert!(pages.iter().all(|page| wrapped(page) == ends(page)));
}

#[test]
fn a_total_a_group_and_a_signature_do_not_stand_alone() {
    let columns = vec![Column::new("STT", 1, Align::Centre), Column::new("Họ và tên", 4, Align::Left)];
    for count in 1..90 {
        let mut rows = vec![Row::Cells(vec!["1".into(), "Lý An".into()]); count];
        rows.extend([Row::Group("Nhóm".into()), Row::Cells(vec!["2".into(), "Lý Bình".into()])]);
        rows.push(Row::Total(vec!["Cộng".into()]));
        let table = Table { columns: columns.clone(), rows };
        let body = vec![Block::Heading(Level::Item, "1. Số".into()), Block::Table(table), Block::text("Hết.")];
        let signer = Signer { title: "Người lập".into(), ..Signer::default() };
        let pages = layout(&Paper { body, foot: Foot::Signers(vec![signer]), ..Paper::default() });
        let page = |words: &str| pages.iter().position(|page| page.runs.iter().any(|run| run.text == words));
        assert_eq!(page("Cộng"), page("Lý Bình"), "{count}");
        assert_eq!(page("Nhóm"), page("Lý Bình"), "{count}");
        assert_eq!(page("NGƯỜI LẬP"), page("Hết."), "{count}");
        assert!(page("1. Số") == page("Lý An"), "{count}");
    }
}

#[test]
fn a_row_to_sign_is_high_enough_and_a_row_higher_than_a_page_goes_on() {
    let columns = vec![Column::new("Họ và tên", 4, Align::Left), Column::to_sign("Ký nhận", 2)];
    let rows = ["An", "Bình", "Chi"].map(|name| Row::Cells(vec![name.into(), String::new()])).to_vec();
    let pages =
        layout(&Paper { body: vec![Block::Table(Table { columns: columns.clone(), rows })], ..Paper::default() });
    assert!(line(&pages, "Chi").y - line(&pages, "Bình").y >= 0.9 * CM);
    let long = (0..3000).map(|n| format!("từ{n}")).collect::<Vec<_>>().join(" ");
    let table = Table { columns, rows: vec![Row::Cells(vec![long.clone(), String::new()])] };
    let pages = layout(&Paper { body: vec![Block::Table(table)], ..Paper::default() });
    assert!(pages.len() > 2);
    assert!(said(&pages)[5..].join(" ") == long, "the words of a long row go on from page to page");
}

#[test]
fn a_letter_has_its_subject_under_its_number_and_no_title() {
    let pages = layout(&sample::letter());
    let order = ["Số: 07/SNNMT-VP", "V/v báo cáo", "Kính gửi:", "- Các phòng chuyên môn thuộc Sở;", "- Các đơn vị"];
    assert!(order.map(|words| line(&pages, words).y).is_sorted());
    let (call, dash) = (line(&pages, "Kính gửi:"), line(&pages, "- Các phòng"));
    assert!((dash.x - (call.x + call.width)).abs() < 12.0, "the dash stands under the colon: {call:?} {dash:?}");
    assert_eq!((line(&pages, "V/v").points, line(&pages, "V/v").style), (12.0, Style::Plain));
    assert!(said(&pages).ends_with(&["Nguyễn".to_owned(), "Văn".to_owned(), "An".to_owned()]));
}

#[test]
fn the_same_paper_gives_the_same_bytes_with_its_title_and_day() {
    let paper = sample::letter();
    let bytes = render(&paper).unwrap();
    assert_eq!(bytes, render(&paper).unwrap());
    let has = |words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    assert!(bytes.starts_with(b"%PDF-") && has(b"D:20260209"));
    assert!(has("báo cáo kết quả công tác trẻ em 6 tháng đầu năm 2026".as_bytes()), "the title is in the metadata");
    assert!(has(b"vi-VN") && has(b"LiberationSerif-Bold"));
    assert_ne!(bytes, render(&sample::report()).unwrap());
    assert!(render(&Paper::default()).is_ok());
}

#[test]
fn titles_are_as_wide_as_they_were_measured() {
    let pages = layout(&sample::report());
    let run = line(&pages, "CỘNG HÒA");
    assert!(close(run.width, width::of(&run.text, 12, Weight::Bold) as f32 / 20.0), "{run:?}");
}
