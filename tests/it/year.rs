//! The office's half-year at the keyboard, from the empty store to the signed report.
use serde_json::Value as Json;
use vitreem::acts::issue;
use vitreem::domain::child::Child;
use vitreem::domain::contribution::Contribution;
use vitreem::domain::gift::{Gift, GiftState};
use vitreem::domain::period::Period;
use vitreem::domain::person::Person;
use vitreem::paper::{Block, Row};
use vitreem::reports::consolidated;
use vitreem::reports::figures::figures;
use vitreem::store::Store;
use vitreem::store::clock::Clock;
use vitreem::text::{Lang, field as f, screen as t};

use crate::harness::day;
use crate::typist::Typist;

/// The office on the day after the half-year's reports are due, nothing entered yet.
fn office() -> Typist {
    let clock = Clock { day: Some(day("2026-06-16")), ..crate::harness::clock() };
    let mut store = Store::memory("vân", clock).unwrap();
    vitreem::acts::setup::run(&mut store).unwrap();
    let mut typist = Typist::over(store);
    typist.size = (80, 24);
    typist
}

/// The path of a sample sheet.
fn sheet(name: &str) -> String {
    format!("{}/tests/data/rosters/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Agency by the preset, two units in one go, and the first sheet.
fn begun() -> Typist {
    founded(office())
}

/// The same over an office that is still empty.
pub fn founded(mut it: Typist) -> Typist {
    it.sees("▸ bắt đầu ở đây").sees("○ chưa làm");
    it.keys("<Enter>").sees("Sở Nông nghiệp và Môi trường").sees("9/14");
    it.keys("Nguyễn Văn Hưng<Ctrl+S>").sees("Đã lưu");
    it.keys("<Enter>Văn phòng Sở<Ins>").sees("Đã lưu").sees("Thêm đơn vị").keys("Thanh tra Sở<Ctrl+S>");
    it.keys("<Enter>").sees("Nhập tệp").keys(&format!("{}<Enter>", sheet("01-hai-dong-tieu-de.xlsx")));
    it.sees("Dòng tiêu đề").sees("họ tên trẻ").keys("<Enter>");
    it.sees("Thêm 18 · cập nhật 0 · không đổi 0 · từ chối 0").keys("<Enter>").sees("Đã nhập").keys("<Enter>");
    it
}

#[test]
fn the_first_ten_minutes_lead_from_nothing_to_the_own_sheet() {
    let mut it = begun();
    it.keys("3").sees("/18 cháu").sees("Nguyễn Phương Linh").sees("Lộc Đình Việt");
    assert_eq!(it.store().all::<Child>().unwrap().len(), 18);
}

#[test]
fn a_sheet_with_faults_says_them_in_full_and_gives_them_back() {
    let mut it = begun();
    it.open(f::CHILDREN).keys(&format!("<Ctrl+U>{}<Enter><Enter>", sheet("05-co-loi.xlsx")));
    it.sees("từ chối 7").sees("Ngày sinh: \"31/02/2015\" không phải là ngày sinh.");
    it.keys("<↓><↓><↓>").sees("Ngày sinh: Sinh 12/12/1999, đã đủ 16 tuổi vào ngày 16/06/2026.");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tra lai.xlsx");
    it.keys("<F7>").sees("Các dòng bị từ chối kèm lý do");
    print_to(&mut it, &path.display().to_string());
    it.sees("Đã ghi 7 dòng").sees("từ chối 7");
    assert!(std::fs::metadata(&path).unwrap().len() > 1000);
    it.keys("<Enter>").sees("Đã nhập").keys("<Esc>").sees("/30 cháu");
    it.keys(&format!("<Ctrl+U>{}<Enter><Enter>", sheet("05-co-loi.xlsx"))).sees("Tệp không có gì mới để nhập.");
    it.keys("<Enter>").sees("/30 cháu");
}

/// Types a path over the one that is suggested, and prints.
fn print_to(it: &mut Typist, path: &str) {
    it.keys("<Tab>").keys(&"<Backspace>".repeat(200)).keys(path).keys("<Enter>");
}

#[test]
fn a_path_that_is_none_is_said_so_and_sheets_are_offered() {
    let mut it = begun();
    it.open(f::CHILDREN).keys("<Ctrl+U>/khong/co.xlsx<Enter>").sees("Không thấy tệp /khong/co.xlsx.");
    // The folder used last is remembered: its sheets are a key away.
    it.keys("<Esc><Ctrl+U>02").sees("▌ 02-font-tcvn3.xls").keys("<Enter><Enter>").sees("Thêm 18");
}

#[test]
fn a_gift_list_is_made_approved_and_ticked_off() {
    let mut it = begun();
    with_gifts(&mut it);
    let states: Vec<GiftState> = it.store().all::<Gift>().unwrap().into_iter().map(|gift| gift.state).collect();
    let count = |state| states.iter().filter(|it| **it == state).count();
    assert_eq!((count(GiftState::Received), count(GiftState::Proxy), count(GiftState::Pending)), (2, 1, 15));
    let folder = tempfile::tempdir().unwrap();
    for (name, form, ending) in [
        ("Danh sách đang hiện", "Excel", "xlsx"),
        ("Danh sách ký nhận quà", "Word", "docx"),
        ("Danh sách ký", "PDF", "pdf"),
    ] {
        let path = folder.path().join(format!("ky-nhan.{ending}"));
        it.keys("<F7>").chooses(name, form).at_path(&path).keys("<Enter>").sees("Đã ghi");
        assert!(path.exists(), "{ending}");
    }
}

/// The event of 1 June with its gift list: approved, two gifts ticked off, one by proxy.
fn with_gifts(it: &mut Typist) {
    it.open(f::EVENTS).keys("<Ins>Ngày Quốc tế Thiếu nhi 1-6<Tab><Tab>1/6<Tab><Tab>200k<Ctrl+S>").sees("200.000");
    it.keys("<Enter>").sees("Nhấn Ctrl+U để lập").keys("<Ctrl+U>").sees("nhận 0/18 · 3.600.000 đ").sees("chưa rõ bố");
    // An approval stands: it is not given by two blank lines, and no key of a list gives a gift but Space.
    it.keys("<F2><Enter><Enter>").sees("Ghi cả văn bản duyệt và người duyệt");
    it.keys("Nguyễn Văn Hưng<↑>315/QĐ-SNNMT<Enter><Enter>").sees("Đã duyệt").sees("duyệt 16/06/2026");
    it.sees("nhận 0/18").keys("<Space><Space>").sees("đã nhận").sees("nhận 2/18");
    it.keys("<Ctrl+W><Enter>").sees("!").keys("Hoàng Thị Lan<Enter>").sees("nhận thay").sees("nhận 3/18");
    it.keys("<Ctrl+X>").sees("!");
}

/// Two sessions, the second by repeating the first.
pub fn with_sessions(it: &mut Typist) {
    it.open(f::SESSIONS).keys("<Ins>");
    // A day that stands there already is typed over, as in a spreadsheet.
    it.keys("18/5<Tab>cong nghe<↓><Enter>Phổ biến Luật Trẻ em<Tab>duoi nuoc<↓><Enter><Tab>102<↓><Enter><Tab>");
    it.keys("<Space>").sees("có").keys("<Tab><Tab><Tab><Tab><Tab>45<Ctrl+S>").sees("Đã lưu");
    it.keys("<Ctrl+W>20/5<Tab>thanh tra<↓><Enter>").keys(&"<Tab>".repeat(8)).keys("30<Ctrl+S>").sees("1/2 buổi");
}

#[test]
fn contributions_are_entered_line_after_line() {
    let mut it = begun();
    with_money(&mut it);
    let all = it.store().all::<Contribution>().unwrap();
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|one| one.date == day("2026-06-10")), "the day is kept from line to line");
    let outside = all.iter().find(|one| !one.donor.is_empty()).unwrap();
    assert!(outside.unit.is_new(), "what comes from outside is no unit's");
    it.open(f::FUND_BOOK).sees("700.000").sees("2.000.000");
}

/// A campaign with a unit, two persons and goods from outside, and a payment to the fund.
fn with_money(it: &mut Typist) {
    it.open(f::CAMPAIGNS).keys("<Ins>Ủng hộ Quỹ Bảo trợ trẻ em 2026<Tab><Tab>1/4<Tab><Tab>20tr<Ctrl+S>").sees("Đã lưu");
    it.keys("<Enter><Ins>10/6<Tab><Tab>thanh tra<↓><Enter><Tab><Tab>2tr4<Ins>").sees("Đã lưu").sees("3/12");
    it.keys("bao ve<↓><Enter>Lang Anh B<↓><Enter><Tab>200k<Ins>").sees("Đã lưu").sees("4/12");
    it.sees("Chi cục Bảo vệ môi trường");
    // A name that is nobody's makes nobody: only the line that says so does.
    it.keys("Trần Văn Mới<Tab><Tab>100k<Ctrl+S>").sees("chưa có trong danh sách");
    assert!(it.store().all::<Person>().unwrap().iter().all(|person| person.name != "Trần Văn Mới"));
    it.keys("<↓>").sees("▸ + thêm mới: Trần Văn Mới").keys("<Enter><Ins>").sees("Đã lưu");
    it.keys("<Tab>Công ty Mẫu<Tab>1,5tr<Tab><Space><Space><Tab>50 suất sữa<Ctrl+S>");
    it.sees("để trống ô Đơn").keys("<↑><↑><Backspace><Ctrl+S>").sees("1/4 khoản");
    it.keys("<Ctrl+A><Ctrl+W>").sees("Ghi sổ 4 khoản").keys("<Tab><Enter>").sees("T1/2026–T4/2026");
    it.open(f::DISBURSEMENTS)
        .keys("<Ins>12/6<Tab><↓><Enter><Tab><Tab>Quỹ Bảo trợ trẻ em tỉnh<Tab>PC01<Tab>9tr<Ctrl+S>");
    it.sees("chỉ còn 2.700.000 đồng").keys("<Backspace><Backspace><Backspace>2tr<Ctrl+S>").sees("Đã lưu");
    it.keys("<Ctrl+W><Tab><Enter>").sees("C1/2026");
}

/// The period is opened: two units report, one has nothing to report, one is awaited.
fn with_unit_reports(it: &mut Typist) {
    it.open(f::UNIT_REPORTS).sees("6 tháng đầu năm 2026").sees("Kỳ này chưa mở. Nhấn Ctrl+U");
    // Asking every unit opens the period by its day, which gives units some days from now on and is none that has passed.
    it.keys("<Ctrl+U>").sees("19/06/2026").keys(&"<Backspace>".repeat(10)).keys("15/6<Ctrl+S>");
    it.sees("Ngày 15/06/2026 đã qua").keys(&"<Backspace>".repeat(10)).keys("16/6<Ctrl+S>");
    it.sees("Đã lưu").sees("○ chờ").sees("0/4 đơn vị");
    it.keys("<Enter>").sees("○ chưa đến hạn").keys("<F2>").sees("Nhập số liệu");
    it.keys("2<Tab>60")
        .keys("<Shift+Tab><Shift+Tab><Shift+Tab>12/6<Ctrl+S>")
        .sees("Đã nhận báo cáo")
        .sees("✓ đã nộp")
        .keys("<Esc>");
    // A report that says nothing is none.
    it.keys("<↓><Enter><F2><Ctrl+S>")
        .sees("Chưa có số liệu nào")
        .keys("1<Ctrl+S>")
        .sees("✓ đã nộp")
        .keys("<Esc><↓><Ctrl+W>")
        .sees("– không");
    // What has come is not wiped by the key for nothing to report.
    it.keys("<↑><↑><Ctrl+W>").sees("✓ đã nộp").sees("3/4 đơn vị");
}

#[test]
fn the_half_year_ends_with_a_report_whose_figures_are_those_of_the_data() {
    let mut it = begun();
    with_gifts(&mut it);
    with_sessions(&mut it);
    with_money(&mut it);
    with_unit_reports(&mut it);
    it.open(t::SUB_FIGURES).sees("6 tháng đầu năm 2026 · dự thảo").sees("Số buổi tuyên truyền");
    it.keys("<Enter>").sees("Số buổi tuyên truyền: các dòng").sees("1/2 buổi").keys("<Esc>");
    // What is missing is listed before anybody signs.
    it.keys("<Ctrl+U>").sees("Cần sửa trước khi trình ký").sees("3. Nguyên nhân: chưa viết").keys("<Esc>");
    it.keys("<F2>").keys(&"<Tab>".repeat(2)).sees("▌ I. Công tác");
    it.keys("<Ctrl+D>").sees("Công tác chăm sóc").keys("<End> Sở giao Văn phòng theo dõi.");
    // A figure is chosen by its name and stays live: in the text its place, beneath it and in print its value.
    it.keys(" Phát {to roi").sees("Số tờ rơi, tài liệu đã phát").keys("<↓><Enter> tờ rơi.").sees("{leaflets} tờ rơi.");
    it.sees("phòng theo dõi. Phát 0 tờ rơi.").keys("<Tab>").sees("Công tác chăm sóc").sees_no("{leaflets}");
    it.keys(&"<Tab>".repeat(7)).sees("▌ III.3. Nguyên nhân").keys("Một số đơn vị ít người.<Ctrl+S>").sees("Đã lưu");
    it.keys("<Ctrl+W>")
        .sees("Văn phòng Sở: chưa nộp báo cáo, hạn 16/06/2026.")
        .sees("còn cảnh báo phải sửa")
        .keys("<Esc>");
    it.keys("<Ctrl+U>").sees("1 đơn vị chưa có báo cáo: Văn phòng Sở").sees("1 cảnh báo chưa sửa").keys("<Tab><Enter>");
    it.sees("đã trình ký").keys("<Ctrl+Z>").sees("dự thảo").keys("<Ctrl+U><Tab><Enter><Ctrl+X>").sees("dự thảo");
    it.keys("<Ctrl+U><Tab><Enter><Ctrl+U><Enter>").sees("6 tháng đầu năm 2026 · đã ký");
    it.keys("<Ctrl+U>125/BC-SNNMT<Enter><Enter>").sees("đã cấp số · 125, 16/06/2026 · mã ");
    it.keys("<Ctrl+Z>").sees("Thu hồi").keys("<Ctrl+U><Tab><Enter>").sees("đã ban hành");
    it.keys("<Ctrl+W>").sees("Nội dung còn nguyên như khi cấp số");

    let period = Period::parse("2026-H1").unwrap();
    let report = issue::find(it.store(), &period).unwrap().unwrap();
    assert!(
        report.direction.0.contains("Công tác chăm sóc") && report.direction.0.ends_with("Phát {leaflets} tờ rơi.")
    );
    let told = figures(it.store(), &period).unwrap().to_json()["figures"].clone();
    assert_eq!(serde_json::from_str::<Json>(&report.figures).unwrap(), told);
    assert_eq!(
        (&told["sessions"], &told["attendances"], &told["hotline_sessions"]),
        (&2.into(), &75.into(), &2.into())
    );
    assert_eq!((&told["gifts"], &told["gifts_received"]), (&18.into(), &3.into()));
    assert_eq!((&told["contributed_money"], &told["fund_balance"]), (&2_700_000.into(), &700_000.into()));
    equal_to_annex(it.store(), &period, &told);

    // What changes afterwards stands beside what was reported.
    it.open(f::SESSIONS).keys("<Ctrl+W>1/6<Ctrl+S>").sees("1/3 buổi");
    it.open(t::SUB_FIGURES).sees("Đã báo cáo").sees("Chênh lệch").sees("+1");
}

/// Every figure of the JSON stands in the printed annex under its label, and the annex has no other.
fn equal_to_annex(store: &Store, period: &Period, told: &Json) {
    let paper = consolidated::paper(store, period).unwrap();
    assert!(paper.body.iter().any(|block| format!("{block:?}").contains("Một số đơn vị ít người.")));
    let Some(Block::Table(table)) = paper.annexes[0].blocks.first() else { panic!("no table") };
    let printed: Vec<(&str, String)> = table
        .rows
        .iter()
        .filter_map(|row| match row {
            Row::Cells(cells) => Some((cells[1].as_str(), cells[3].replace('.', ""))),
            _ => None,
        })
        .collect();
    assert!(printed.len() > 40, "{}", printed.len());
    let mut expected = Vec::new();
    for (figure, value) in figures(store, period).unwrap().iter() {
        assert_eq!(told[figure.code], value, "{}", figure.code);
        if !(figure.code.starts_with("group_") && value == 0) {
            expected.push((figure.label.say(Lang::Vi), value.to_string()));
        }
    }
    assert_eq!(printed, expected);
}

#[test]
fn help_in_a_form_begins_with_the_field_and_its_law() {
    let mut it = begun();
    it.open(f::CHILDREN).keys("<Ins><Tab><F1>").sees("▸ Ngày sinh").sees("(Điều 1 Luật Trẻ em)");
    it.keys("<Esc><Tab><Tab><F1>").sees("▸ Bố").sees("Tab không thêm ai");
}

#[test]
fn what_a_child_is_no_longer_is_said_in_the_roster() {
    let mut it = begun();
    it.open(f::CHILDREN).keys("<Ins>Lộc Văn Lớn<Tab>5/3/2010<Ctrl+S>lon").sees("đủ 16");
}

#[test]
fn staff_are_confirmed_all_at_once() {
    let mut it = begun();
    it.open(f::STAFF).sees("chưa rõ").keys("<Ctrl+A><Ctrl+W>").sees("Xác nhận là cán bộ · 36").sees_no("chưa rõ");
    it.keys("<Ctrl+Z>").sees("chưa rõ");
    with_gifts_of_staff(&mut it);
}

/// With parents confirmed, the list says why each child is in.
fn with_gifts_of_staff(it: &mut Typist) {
    it.keys("<Ctrl+A><Ctrl+W>").open(f::EVENTS).keys("<Ins>Tết Trung thu<Tab><Tab>25/9<Ctrl+S><Enter><Ctrl+U>");
    it.sees("bố và mẹ cùng").sees_no("chưa rõ bố");
}

#[test]
fn many_rows_are_counted_in_words_and_the_trash_speaks_vietnamese() {
    let mut it = begun();
    it.open(f::CHILDREN).keys("<Space><Space><Del><→><Enter>").sees("Đã xóa 2 cháu. Ctrl+Z hoàn tác.");
    it.open(f::TRASH).sees("cháu").sees_no("child");
    it.keys("<Ctrl+Z>").sees("Đã hoàn tác: xóa 2 cháu, ở Trẻ em › Danh sách.");
}
