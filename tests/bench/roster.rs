//! A sheet of 50,000 children into an encrypted store: read, checked, compared, journaled, durable; and the least that
//! reading and inserting need.
use std::sync::OnceLock;

use calamine::{DataType, Reader, Xlsx};
use divan::Bencher;
use rust_xlsxwriter::{Format, Workbook};
use vitreem::acts::roster::{self, Taking};
use vitreem::exchange::roster::{Options, Roster, read};

use crate::{bare, office};

const ROWS: usize = 50_000;
const HEADS: [&str; 7] = ["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên cha", "Họ tên mẹ", "Đơn vị", "Hoàn cảnh"];

/// The sheet as a file.
fn sheet() -> &'static [u8] {
    static SHEET: OnceLock<Vec<u8>> = OnceLock::new();
    SHEET.get_or_init(|| {
        let mut book = Workbook::new();
        let page = book.add_worksheet_with_constant_memory().unwrap();
        let date = Format::new().set_num_format("dd/mm/yyyy");
        for (column, head) in (0..).zip(HEADS) {
            page.write_string(0, column, head).unwrap();
        }
        for (row, it) in (1..).zip(office::families(ROWS)) {
            page.write_string(row, 0, &it.name).unwrap();
            page.write_datetime_with_format(row, 1, it.born, &date).unwrap();
            page.write_string(row, 2, if it.male { "Nam" } else { "Nữ" }).unwrap();
            page.write_string(row, 3, &it.father).unwrap();
            page.write_string(row, 4, &it.mother).unwrap();
            page.write_string(row, 5, office::unit_name(it.unit)).unwrap();
            page.write_string(row, 6, it.circumstance).unwrap();
        }
        book.save_to_buffer().unwrap()
    })
}

fn rows() -> Vec<Vec<String>> {
    let mut book = Xlsx::new(std::io::Cursor::new(sheet())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &calamine::Data| match cell.as_date().filter(|_| cell.is_datetime()) {
        Some(day) => day.to_string(),
        None => cell.to_string(),
    };
    range.rows().skip(1).map(|row| row.iter().map(text).collect()).collect()
}

fn roster() -> Roster {
    read("danh sách.xlsx", sheet(), &Options { unit: None, as_of: None, today: office::today() }).unwrap()
}

#[divan::bench(sample_count = 5)]
fn floor() {
    bare::insert(&rows());
}

#[divan::bench(sample_count = 5)]
fn read_floor() -> Vec<Vec<String>> {
    rows()
}

#[divan::bench(sample_count = 5)]
fn read_only() -> Roster {
    roster()
}

#[divan::bench(sample_count = 5)]
fn take(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| office::children(0).copy("taking").open()).bench_local_values(|mut store| {
        roster::take(&mut store, "danh sách.xlsx", roster()).unwrap();
        store
    });
}

/// Two hundred rows, after which the screen is drawn and Esc is heard.
#[divan::bench(sample_count = 50)]
fn piece(bencher: Bencher<'_, '_>) {
    let mut store = office::children(0).copy("pieces").open();
    let mut taking = Taking::begin(&mut store, "danh sách.xlsx", roster()).unwrap();
    bencher.bench_local(|| taking.step(&mut store, 200).unwrap());
}
