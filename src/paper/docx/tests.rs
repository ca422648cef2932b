//! What the bytes of a DOCX say, against the figures of Nghị định 30/2020/NĐ-CP.
use super::super::{Align, Annex, Block, Column, Foot, Head, Level, Lie, Paper, Row, Signer, Table, sample};
use super::render;

/// A part of the package.
fn part(bytes: &[u8], name: &str) -> String {
    let found = super::pack::parts(bytes).unwrap().into_iter().find(|(its, _)| its == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("{name} is not in the package")).1).unwrap()
}

fn main_part(paper: &Paper) -> String {
    part(&render(paper).unwrap(), "word/document.xml")
}

/// The paragraph that holds some words.
fn around<'a>(xml: &'a str, words: &str) -> &'a str {
    xml.split("</w:p>").find(|part| part.contains(words)).unwrap_or_else(|| panic!("{words} is not printed"))
}

#[test]
fn pages_have_the_size_margins_and_numbers_of_the_decree() {
    let bytes = render(&sample::report()).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let margins = "w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"";
    assert_eq!(xml.matches(margins).count(), 3);
    assert_eq!(xml.matches("<w:pgSz w:w=\"11906\" w:h=\"16838\" />").count(), 2);
    assert_eq!(xml.matches("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\" />").count(), 1);
    assert_eq!(xml.matches("<w:titlePg />").count(), 3);
    assert_eq!(xml.matches("<w:pgNumType w:start=\"1\" />").count(), 3);
    assert_eq!(xml.matches("<w:headerReference w:type=\"first\" r:id=\"rIdHeader2\" />").count(), 3);
    let numbered = part(&bytes, "word/header1.xml");
    assert!(numbered.contains("PAGE") && numbered.contains("<w:jc w:val=\"center\" />"), "{numbered}");
    assert!(!part(&bytes, "word/header2.xml").contains("PAGE"));
    let styles = part(&bytes, "word/styles.xml");
    for fact in ["w:ascii=\"Times New Roman\"", "<w:sz w:val=\"28\" />", "<w:lang w:val=\"vi-VN\" />"] {
        assert!(styles.contains(fact), "{fact}: {styles}");
    }
}

#[test]
fn every_part_has_its_size_and_style() {
    let xml = main_part(&sample::report());
    // Words, size in half-points, bold, italic.
    let parts = [
        ("UBND TỈNH LẠNG SƠN", 24, false, false),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 24, true, false),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, true, false),
        ("Độc lập - Tự do - Hạnh phúc", 26, true, false),
        ("Số:       /BC-SNNMT", 26, false, false),
        ("Lạng Sơn, ngày        tháng        năm 2026", 26, false, true),
        ("BÁO CÁO", 28, true, false),
        ("Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn", 28, false, false),
        ("Căn cứ Kế hoạch", 28, false, true),
        ("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", 28, true, false),
        ("a) Hội nghị, họp cơ quan", 28, false, false),
        ("Nơi nhận:", 24, true, true),
        ("- Như trên;", 22, false, false),
        ("KT. GIÁM ĐỐC", 28, true, false),
        ("(họ tên người ký)", 28, true, false),
        ("Phụ lục II", 28, true, false),
        ("(Kèm theo Báo cáo", 28, false, true),
    ];
    for (words, size, bold, italic) in parts {
        let paragraph = around(&xml, words);
        assert!(paragraph.contains(&format!("<w:sz w:val=\"{size}\" />")), "{words}: {paragraph}");
        assert_eq!(paragraph.contains("<w:b />"), bold, "{words}: {paragraph}");
        assert_eq!(paragraph.contains("<w:i />"), italic, "{words}: {paragraph}");
    }
    let order = ["<w:keepNext />", "<w:widowControl", "<w:spacing", "<w:ind", "<w:jc", "<w:rPr />"];
    let body = around(&xml, "Sở Nông nghiệp và Môi trường trân trọng");
    assert!(order.map(|tag| body.find(tag).unwrap()).is_sorted(), "{body}");
    for fact in ["<w:jc w:val=\"both\" />", "w:firstLine=\"720\"", "w:before=\"120\"", "<w:keepNext />"] {
        assert!(body.contains(fact), "{fact}: {body}");
    }
    assert_eq!(xml.matches("./.").count(), 1);
    assert!(body.ends_with("báo cáo./.</w:t></w:r>"), "{body}");
}

#[test]
fn rules_are_as_long_as_the_decree_says() {
    let xml = main_part(&sample::report());
    let rule = |after: &str| {
        let rule = xml.split("</w:p>").skip_while(|part| !part.contains(after)).nth(1).unwrap();
        assert!(rule.contains("<w:bottom w:val=\"single\""), "{rule}");
        rule.split("w:left=\"").nth(1).unwrap().split('"').next().unwrap().parse::<u32>().unwrap()
    };
    // The state's column is 5,458 twips wide, its motto 3,183.
    assert!((1120..1150).contains(&rule("Độc lập")), "{}", rule("Độc lập"));
    let title = super::super::form::measure(Lie::Portrait) - 2 * rule("Kết quả thực hiện công tác chăm sóc");
    assert!((2700..4400).contains(&title), "{title}");
}

#[test]
fn tables_repeat_their_header_and_split_no_row() {
    let xml = main_part(&sample::report());
    assert_eq!(xml.matches("<w:tblHeader />").count(), 3);
    assert_eq!(xml.matches("w:trHeight").count(), 0);
    assert_eq!(xml.matches("<w:tr>").count(), xml.matches("<w:cantSplit />").count());
    // Three tables, three letterhead and foot tables: each says its width in table, grid and cells.
    assert_eq!(xml.matches("<w:tblLayout w:type=\"fixed\" />").count(), 6);
    assert_eq!(xml.matches("<w:tc>").count(), xml.matches("<w:tcW ").count());
    assert!(xml.contains("<w:gridSpan w:val=\"6\" />") && xml.contains("<w:gridSpan w:val=\"2\" />"));
}

#[test]
fn a_list_to_sign_lies_and_its_rows_are_high_enough() {
    let columns = vec![Column::new("Họ và tên", 4, Align::Left), Column::to_sign("Ký nhận", 2)];
    let rows = ["An", "Bình"].map(|name| Row::Cells(vec![name.into(), String::new()])).to_vec();
    let body = vec![Block::Table(Table { columns, rows })];
    let xml = main_part(&Paper { head: Some(Head::default()), body, lie: Lie::Landscape, ..Paper::default() });
    // 0.92 cm; the header row keeps its own height.
    assert_eq!(xml.matches("<w:trHeight w:val=\"520\" w:hRule=\"atLeast\" />").count(), 2, "{xml}");
    assert_eq!(xml.matches("<w:tblHeader />").count(), 1);
    assert_eq!(xml.matches("w:orient=\"landscape\"").count(), 1);
}

#[test]
fn texts_are_data() {
    let text = "<w:br/> & \"=1+1\" {{x}} \u{1}\u{7}\u{fffe}\tđ\nhai";
    let paper = Paper { body: vec![Block::text(text)], ..Paper::default() };
    let xml = main_part(&paper);
    assert!(xml.contains("&lt;w:br/&gt; &amp; &quot;=1+1&quot; {{x}}  đ</w:t><w:br"), "{xml}");
    assert!(xml.contains("hai</w:t>"), "{xml}");
    assert!(!xml.contains(['\u{1}', '\u{7}', '\u{fffe}']), "{xml}");
}

#[test]
fn a_letter_has_its_subject_under_its_number_and_no_title() {
    let xml = main_part(&sample::letter());
    let order = ["Số: 07/SNNMT-VP", "V/v báo cáo kết quả", "Kính gửi:</w:t>", "- Các phòng chuyên môn thuộc Sở;"];
    let found: Vec<usize> = order.iter().map(|words| xml.find(words).unwrap_or_else(|| panic!("{words}"))).collect();
    assert!(found.is_sorted(), "{found:?}");
    assert!(around(&xml, "V/v").contains("<w:sz w:val=\"24\" />"));
    assert!(part(&render(&sample::letter()).unwrap(), "docProps/core.xml").contains("2026-02-09T00:00:00Z"));
}

#[test]
fn lists_and_leaflets_print_without_letterhead_or_signer() {
    let signer = |title: &str, dated: &str| Signer { title: title.into(), dated: dated.into(), ..Signer::default() };
    let paper = Paper {
        head: Some(Head { agency: "Công đoàn Sở".into(), ..Head::default() }),
        body: vec![Block::PageBreak, Block::Heading(Level::Part, "Danh sách".into()), Block::Table(Table::default())],
        foot: Foot::Signers(vec![signer("Thư ký", ""), signer("Chủ tọa", "Lạng Sơn, ngày 01 tháng 6 năm 2026")]),
        annexes: vec![Annex::default()],
        ..Paper::default()
    };
    let xml = main_part(&paper);
    assert!(around(&xml, "DANH SÁCH").contains("<w:pageBreakBefore />"));
    let places = ["THƯ KÝ", "Lạng Sơn, ngày 01", "CHỦ TỌA"].map(|words| xml.find(words).unwrap());
    assert!(places.is_sorted(), "the day stands in the column of the one who signs it: {places:?}");
    assert!(!xml.contains("<w:trPr><w:cantSplit /><w:tblHeader /></w:trPr></w:tr>"), "a row without cells");
    assert!(!xml.contains("./."));
    assert!(!xml.contains("Số:"));
    assert!(!main_part(&Paper::default()).contains("CỘNG HÒA"));
}
