use super::*;
use crate::paper::{Align, Column, Row, Table};

/// A DOCX of one main text and one header.
fn docx(body: &str, header: &str) -> Vec<u8> {
    let part = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    let main = format!("<w:document xmlns:w=\"x\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    let head = format!("<w:hdr>{header}</w:hdr>");
    let other = "<Types>{{khong_phai_chu}}</Types>".to_owned();
    pack::packed(&[part("[Content_Types].xml", other), part(MAIN, main), part("word/header1.xml", head)]).unwrap()
}

fn part(bytes: &[u8], wanted: &str) -> String {
    let (_, content) = pack::parts(bytes).unwrap().into_iter().find(|(name, _)| name == wanted).unwrap();
    String::from_utf8(content).unwrap()
}

fn names(bytes: &[u8]) -> Vec<String> {
    places(bytes).unwrap().into_iter().map(|place| place.name).collect()
}

fn words(name: &str) -> Option<Filling> {
    let value = match name {
        "so" => "05",
        "co_quan" => "Sở A & B <Mẫu>",
        "noi_nhan" => "- Như trên;\n- Lưu: VT.",
        "rong" => "",
        _ => return None,
    };
    Some(Filling::Words(value.to_owned()))
}

#[test]
fn a_place_that_word_has_cut_into_runs_is_filled_in_its_own_style() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Số: {</w:t></w:r><w:proofErr w:type=\"x\"/><w:r><w:t>{s</w:t></w:r>\
                <w:r><w:t>o}</w:t></w:r><w:r><w:t>}/BC {{ co_quan }}.</w:t></w:r></w:p>";
    let out = part(&fill(&docx(body, ""), words).unwrap(), MAIN);
    let told: String = paragraphs(&out).iter().map(Paragraph::text).collect();
    assert_eq!(told, "Số: 05/BC Sở A & B <Mẫu>.");
    assert!(out.contains("Sở A &amp; B &lt;Mẫu&gt;."), "{out}");
    // Styles, and all that is no words, are as they were.
    assert!(out.contains("<w:rPr><w:b/></w:rPr>") && out.contains("<w:proofErr w:type=\"x\"/>"));
    assert_eq!(out.matches("<w:r>").count(), 4);
}

#[test]
fn headers_are_filled_too_and_nothing_else_is_touched() {
    let bytes =
        docx("<w:p/><w:p><w:r><w:t>{{la}} {{so}}{{rong}}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{{so}}</w:t></w:r></w:p>");
    assert_eq!(names(&bytes), ["la", "so", "rong"]);
    assert!(places(&bytes).unwrap().iter().all(|place| !place.alone), "so stands beside others once");
    let out = fill(&bytes, words).unwrap();
    assert!(part(&out, "word/header1.xml").contains(">05</w:t>"));
    assert!(part(&out, MAIN).contains(">{{la}} 05</w:t>"), "{}", part(&out, MAIN));
    assert_eq!(part(&out, "[Content_Types].xml"), "<Types>{{khong_phai_chu}}</Types>");
    // Nothing to fill: the very same words.
    assert_eq!(part(&fill(&bytes, |_| None).unwrap(), MAIN), part(&bytes, MAIN));
}

#[test]
fn lines_are_broken_and_quotes_read() {
    let bytes = docx("<w:p><w:r><w:t>{{noi_nhan}} &quot;&#272;&quot; &amp;amp;</w:t></w:r></w:p>", "");
    let out = part(&fill(&bytes, words).unwrap(), MAIN);
    assert!(
        out.contains("- Như trên;</w:t><w:br/><w:t xml:space=\"preserve\">- Lưu: VT. \"Đ\" &amp;amp;</w:t>"),
        "{out}"
    );
}

#[test]
fn paragraphs_and_tables_take_the_place_of_their_paragraph() {
    let table =
        Table { columns: vec![Column::new("STT", 1, Align::Centre)], rows: vec![Row::Cells(vec!["<1>".into()])] };
    let blocks = || vec![Block::text("Đã tổ chức 4 buổi."), Block::Table(table.clone())];
    let filling = |name: &str| (name == "noi_dung").then(|| Filling::Blocks(blocks()));
    let body = "<w:p><w:r><w:t>Trước</w:t></w:r></w:p><w:p w:x=\"1\"><w:r><w:t>{{noi_</w:t></w:r><w:r><w:t>dung}}</w:t></w:r></w:p>\
                <w:p><w:r><w:t>Sau {{noi_dung}}</w:t></w:r></w:p>";
    let out = part(&fill(&docx(body, ""), filling).unwrap(), MAIN);
    let (before, rest) = out.split_once("Đã tổ chức 4 buổi.").unwrap();
    assert!(before.contains("Trước") && !before.contains("w:x=\"1\""), "{before}");
    assert!(rest.contains("<w:tbl>") && rest.contains("&lt;1&gt;") && rest.contains("Sau {{noi_dung}}"), "{rest}");
    assert!(!rest.contains("<w:body>"));
    // A paragraph that ends a section is kept for it.
    let body = "<w:p><w:pPr><w:sectPr><w:pgSz/></w:sectPr></w:pPr><w:r><w:t>{{noi_dung}}</w:t></w:r></w:p>";
    let out = part(&fill(&docx(body, ""), filling).unwrap(), MAIN);
    assert!(out.contains("4 buổi") && out.contains("<w:pgSz/>") && !out.contains("{{"), "{out}");
}

#[test]
fn a_table_is_as_wide_as_the_page_of_its_place() {
    let table =
        || Table { columns: vec![Column::new("STT", 1, Align::Centre)], rows: vec![Row::Cells(vec!["1".into()])] };
    let filling = |name: &str| (name == "noi_dung").then(|| Filling::Blocks(vec![Block::Table(table())]));
    let wide = |size: &str| {
        let body = format!(
            "<w:p><w:r><w:t>{{{{noi_dung}}}}</w:t></w:r></w:p><w:p><w:pPr><w:sectPr>{size}</w:sectPr></w:pPr></w:p>"
        );
        let out = part(&fill(&docx(&body, ""), filling).unwrap(), MAIN);
        let (_, told) = out.split_once("<w:tblW w:w=\"").unwrap();
        told.split_once('"').unwrap().0.parse::<u32>().unwrap()
    };
    let upright = wide("<w:pgSz w:w=\"11906\" w:h=\"16838\" />");
    assert!(wide("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\" />") > upright + 4000);
}

#[test]
fn what_is_no_docx_is_refused() {
    assert!(places(b"PK").is_err() && places(b"").is_err());
    let bytes = pack::packed(&[("word/other.xml".to_owned(), b"<a/>".to_vec())]).unwrap();
    assert!(places(&bytes).is_err());
}

#[test]
fn a_paper_of_the_programs_own_can_be_a_template() {
    let paper =
        crate::paper::Paper { body: vec![Block::text("Ngày {{ngay}}: {{so}}")], ..crate::paper::Paper::default() };
    let bytes = crate::paper::docx::render(&paper).unwrap();
    assert_eq!(names(&bytes), ["ngay", "so"]);
    let out = fill(&bytes, words).unwrap();
    assert!(part(&out, MAIN).contains("Ngày {{ngay}}: 05"));
}
