//! 50,000 rows out as a typed workbook, and a table of 1,000 rows as DOCX, beside its library alone, and as PDF.
use divan::Bencher;
use docx_rs as word;
use rust_xlsxwriter::{Format, Workbook};
use vitreem::paper::{Align, Block, Column, Paper, Row, Table, docx, pdf, xlsx};
use vitreem::reports::table::{self, Cover, What};

use crate::office;

const ROWS: usize = 50_000;

fn cells(count: usize) -> Vec<Vec<String>> {
    let cells = |(at, it): (usize, office::Person9)| {
        let (sex, unit) = (if it.male { "nam" } else { "nữ" }, office::unit_name(it.unit));
        vec![(at + 1).to_string(), it.name, it.born.to_string(), sex.into(), it.father, it.mother, unit]
    };
    office::families(count).enumerate().map(cells).collect()
}

#[divan::bench(sample_count = 5)]
fn xlsx_floor(bencher: Bencher<'_, '_>) {
    let rows: Vec<office::Person9> = office::families(ROWS).collect();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    bencher.bench_local(|| {
        let mut book = Workbook::new();
        let page = book.add_worksheet_with_constant_memory().unwrap();
        for (row, it) in (1..).zip(&rows) {
            page.write_string(row, 0, &it.name).unwrap();
            page.write_datetime_with_format(row, 1, it.born, &date).unwrap();
            page.write_string(row, 2, if it.male { "nam" } else { "nữ" }).unwrap();
            page.write_string(row, 3, &it.father).unwrap();
            page.write_string(row, 4, &it.mother).unwrap();
            page.write_string(row, 5, office::unit_name(it.unit)).unwrap();
            page.write_string(row, 6, "Phường Kỳ Lừa").unwrap();
            page.write_string(row, 7, it.circumstance).unwrap();
        }
        book.save_to_buffer().unwrap()
    });
}

#[divan::bench(sample_count = 5)]
fn xlsx_only(bencher: Bencher<'_, '_>) {
    let store = office::children(ROWS).open();
    let grid = table::grid(&store, What::Children, "", Cover::default()).unwrap();
    bencher.bench_local(|| xlsx::table(&grid, "Trẻ em").unwrap());
}

/// The same with reading the rows.
#[divan::bench(sample_count = 5)]
fn roster_to_xlsx(bencher: Bencher<'_, '_>) {
    let store = office::children(ROWS).open();
    bencher.bench_local(|| {
        let grid = table::grid(&store, What::Children, "", Cover::default()).unwrap();
        xlsx::table(&grid, "Trẻ em").unwrap()
    });
}

#[divan::bench(sample_count = 10)]
fn docx_floor(bencher: Bencher<'_, '_>) {
    let rows = cells(1_000);
    let cell = |text: &String| {
        word::TableCell::new().add_paragraph(word::Paragraph::new().add_run(word::Run::new().add_text(text.as_str())))
    };
    bencher.bench_local(|| {
        let rows = rows.iter().map(|row| word::TableRow::new(row.iter().map(cell).collect())).collect();
        let mut out = std::io::Cursor::new(Vec::new());
        word::Docx::new().add_table(word::Table::new(rows)).build().pack(&mut out).unwrap();
        out.into_inner()
    });
}

#[divan::bench(sample_count = 10)]
fn docx_table(bencher: Bencher<'_, '_>) {
    let paper = long_table();
    bencher.bench_local(|| docx::render(&paper).unwrap());
}

#[divan::bench(sample_count = 10)]
fn pdf_table(bencher: Bencher<'_, '_>) {
    let paper = long_table();
    bencher.bench_local(|| pdf::render(&paper).unwrap());
}

/// The table of the floor as a paper.
fn long_table() -> Paper {
    let heads = ["TT", "Họ và tên", "Ngày sinh", "Giới", "Cha", "Mẹ", "Đơn vị"];
    let columns = heads.map(|head| Column::new(head, 2, Align::Left)).to_vec();
    let rows = cells(1_000).into_iter().map(Row::Cells).collect();
    Paper { body: vec![Block::Table(Table { columns, rows })], ..Paper::default() }
}
