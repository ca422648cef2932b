//! A paper as DOCX: pages, sections and the package. Knows docx-rs; its parts are in the files beside.
mod body;
mod foot;
mod head;
mod order;
mod pack;
mod part;
mod table;
pub mod template;

use super::{Annex, Block, Lie, Paper, PaperError, form};
use docx_rs as word;
use part::{Piece, Pieces};

/// A paper as the bytes of a DOCX file.
///
/// # Errors
/// [`PaperError::Docx`] if the package cannot be packed.
pub fn render(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    let mut built = document(paper).build();
    built.document = patched(built.document, mended);
    // Without a language every Vietnamese word is marked as misspelt.
    let end = "</w:rPr></w:rPrDefault>";
    let language = format!("<w:lang w:val=\"vi-VN\" />{end}");
    built.styles = patched(built.styles, |xml| order::ordered(&xml.replace(end, &language)));
    // An author called "unknown" is worse than none.
    built.doc_props.core = patched(built.doc_props.core, |xml| about(paper, &xml.replace(">unknown<", "><")));
    let mut out = std::io::Cursor::new(Vec::new());
    built.pack(&mut out).map_err(|error| PaperError::Docx(error.to_string()))?;
    // docx-rs stores its parts as they are, which makes files many times as large.
    pack::packed(&pack::pictured(pack::parts(&out.into_inner())?))
}

/// Blocks as the XML that stands between the tags of a body, without any section; tables as wide as a page that lies so.
fn fragment(blocks: &[Block], lie: Lie) -> Result<String, PaperError> {
    let paper = Paper { body: blocks.to_vec(), lie, ..Paper::default() };
    let xml = mended(&String::from_utf8_lossy(&document(&paper).build().document));
    let inside = xml.split_once("<w:body>").and_then(|(_, rest)| rest.rsplit_once("<w:sectPr"));
    inside.map(|(inside, _)| inside.to_owned()).ok_or_else(|| PaperError::Docx("w:body".to_owned()))
}

/// The main text with its properties in order and its table heads marked.
fn mended(xml: &str) -> String {
    order::ordered(xml).replace(part::HEADER_MARK, "<w:tblHeader />")
}

/// The properties of the file with the fingerprint of an issued paper, as its description.
fn about(paper: &Paper, xml: &str) -> String {
    let print = paper.head.as_ref().map_or("", |head| head.print.as_str());
    let told = crate::text::paper::PRINTED_AS.with([print]).say(crate::text::Lang::Vi);
    let end = "</cp:coreProperties>";
    if print.is_empty() {
        xml.to_owned()
    } else {
        xml.replace(end, &format!("<dc:description>{told}</dc:description>{end}"))
    }
}

fn document(paper: &Paper) -> word::Docx {
    let font = "Times New Roman";
    let fonts = word::RunFonts::new().ascii(font).hi_ansi(font).cs(font).east_asia(font);
    // The last section is the document's own; every earlier one ends with a paragraph that holds its properties.
    let mut docx = word::Docx::new().default_fonts(fonts).default_size(28);
    docx = docx.header(numbered()).first_header(word::Header::new().add_paragraph(part::tiny()));
    if let Some(date) = paper.head.as_ref().and_then(|head| head.date) {
        let day = format!("{date}T00:00:00Z");
        docx = docx.created_at(&day).updated_at(&day);
    }
    let mut pieces = Pieces::default();
    let mut lie = None;
    let mut begin = |pieces: &mut Pieces, next: Lie| {
        // A section ends with its properties before the next one begins.
        if let Some(last) = lie.replace(next) {
            pieces.paragraph(part::tiny().section_property(section(last)));
        }
    };
    for paper in paper.each() {
        begin(&mut pieces, paper.lie);
        first_section(&mut pieces, paper);
        for (n, annex) in paper.annexes.iter().enumerate() {
            begin(&mut pieces, annex.lie);
            annex_section(&mut pieces, annex, &Annex::mark(n, paper.annexes.len()));
        }
    }
    let lie = lie.unwrap_or_default();
    // A table may not be the last thing of a document.
    if pieces.ends_with_table() {
        pieces.paragraph(part::tiny());
    }
    docx.document.section_property = with_headers(section(lie), docx.document.section_property);
    pieces.0.into_iter().fold(docx, |docx, piece| match piece {
        Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
        Piece::Table(table) => docx.add_table(*table),
    })
}

fn first_section(pieces: &mut Pieces, paper: &Paper) {
    let measure = form::measure(paper.lie);
    head::add(pieces, paper, measure);
    body::add(pieces, &paper.ended_body(), measure);
    foot::add(pieces, &paper.foot, measure);
}

fn annex_section(pieces: &mut Pieces, annex: &Annex, mark: &str) {
    let measure = form::measure(annex.lie);
    head::add_annex(pieces, annex, mark, measure);
    body::add(pieces, &annex.blocks, measure);
}

/// The properties of a section: pages that count from 1 and show no number on the first.
fn section(lie: Lie) -> word::SectionProperty {
    let (width, height) = form::page(lie);
    let mut size = word::PageSize::new().size(width, height);
    if lie == Lie::Landscape {
        size = size.orient(word::PageOrientationType::Landscape);
    }
    let [upper, left, right, number] = [form::UPPER, form::LEFT, form::RIGHT, form::NUMBER].map(u32::cast_signed);
    let margin = word::PageMargin { top: upper, bottom: upper, left, right, header: number, footer: number, gutter: 0 };
    let mut section = word::SectionProperty::new().page_size(size).page_margin(margin).title_pg();
    section = section.page_num_type(word::PageNumType::new().start(1));
    // All sections share the two headers of the document, which docx-rs names so.
    section.header_reference = Some(word::HeaderReference::new("default", "rIdHeader1"));
    section.first_header_reference = Some(word::HeaderReference::new("first", "rIdHeader2"));
    section
}

/// The same section, owning the document's headers.
fn with_headers(mut section: word::SectionProperty, owner: word::SectionProperty) -> word::SectionProperty {
    section.header = owner.header;
    section.first_header = owner.first_header;
    section
}

/// The header with the page number in the middle.
fn numbered() -> word::Header {
    let number = word::Paragraph::new().align(word::AlignmentType::Center).add_page_num(word::PageNum::new());
    word::Header::new().add_paragraph(number)
}

/// What docx-rs has no word for is put in afterwards. Texts cannot hold the searched tags: they are escaped.
fn patched(xml: Vec<u8>, patch: impl FnOnce(&str) -> String) -> Vec<u8> {
    match String::from_utf8(xml) {
        Ok(text) => patch(&text).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

#[cfg(test)]
mod tests;
