//! Stories of the shell: tabs, palette, help, go-to, undo, settings, and what is typed and not yet saved.
use vitreem::acts::issue;
use vitreem::domain::act::{Act, Step};
use vitreem::domain::campaign::Campaign;
use vitreem::domain::child::Child;
use vitreem::domain::document::Document;
use vitreem::domain::event::Event;
use vitreem::domain::period::Period;
use vitreem::domain::person::Person;
use vitreem::domain::record::Record;
use vitreem::domain::report::Report;
use vitreem::text::field;

use crate::harness::{self, day};
use crate::typist::Typist;

/// The same office after the program was closed and opened again.
fn restarted(typist: Typist) -> Typist {
    Typist::over(typist.app.into_store().unwrap())
}

#[test]
fn digits_and_ctrl_arrows_open_screens_and_tab_turns_their_tabs() {
    let mut typist = Typist::new();
    typist.keys("3").sees("[Danh sách]").keys("<Tab>").sees("[Hoàn cảnh]").keys("<Shift+Tab>").sees("[Danh sách]");
    typist.keys("<Ctrl+→>").sees("[Đợt vận động]").keys("<Ctrl+←><Ctrl+←>").sees("[Kế hoạch]");
    typist.keys("<Tab>").sees("[Tuyên truyền]").keys("3").sees("[Danh sách]");
    typist.keys("2").sees("[Tuyên truyền]").keys("<Shift+Tab><Shift+Tab>").sees("[Lịch]");
    typist.keys("1<Ctrl+←>").sees("[Cơ quan]").keys("<Ctrl+→>").sees("[Hôm nay]");
    typist.keys("789").sees("[Hôm nay]");
}

#[test]
fn digits_are_text_once_one_types() {
    let mut typist = Typist::new();
    typist.keys("3tổ 12").sees("lọc: tổ 12").sees("[Danh sách]");
    typist.keys("<Esc>1").sees("[Hôm nay]");
    typist.keys("3/26").sees("lọc: 26").keys("<Esc><Ins>1234").sees("1234").sees("Thêm cháu");
}

#[test]
fn the_palette_opens_any_tab_by_its_name() {
    let mut typist = Typist::new();
    typist.keys("<Ctrl+K>lich<Enter>").sees("[Lịch]").keys("<Ctrl+K>the bao cao tong hop<Enter>").sees("[Tổng hợp]");
    typist.keys("<Ctrl+K>dot van dong").sees("Thẻ Ủng hộ › Đợt vận động").keys("<Esc>").sees("[Tổng hợp]");
}

#[test]
fn the_palette_finds_without_marks_and_runs() {
    let mut typist = Typist::new();
    typist.keys("3<Ctrl+K>them").sees("Thêm").keys("<Enter>").sees("Thêm cháu").keys("<Esc>");
    typist.keys("<F6>che ten<Enter>").sees("che tên: bật");
    typist.keys("<Ctrl+K>khong co lenh nay<Enter><Esc>").sees("[Danh sách]");
}

#[test]
fn help_lists_the_keys_of_this_screen_and_runs_them() {
    let mut typist = Typist::new();
    typist.size = (100, 60);
    typist.keys("3<F1>").sees("Trợ giúp: Danh sách").sees("Ins, Ctrl+N").sees("F4, Ctrl+O").sees_no("Ctrl+S");
    typist.keys("<Esc>?").sees("Trợ giúp: Danh sách").keys("<Esc><Ins><Ctrl+T>");
    typist.sees("Trợ giúp: Thêm cháu").sees("Ctrl+S").sees_no("F4, Ctrl+O").keys("<Esc><Esc>");
    typist.keys("<F1>them<Enter>").sees("Thêm cháu");
}

#[test]
fn go_to_finds_any_record_without_marks_and_shows_its_row() {
    let mut store = harness::store();
    let name = |text: &str| text.to_owned();
    store.save(&mut Child { name: name("Lộc Thị Ước"), ..Child::default() }).unwrap();
    store.save(&mut Child { name: name("An Bình"), ..Child::default() }).unwrap();
    store.save(&mut Person { name: name("Đỗ Quỳnh Hoa"), ..Person::default() }).unwrap();
    store.save(&mut Document { name: name("Chỉ thị về trẻ em"), ..Document::default() }).unwrap();
    let date = day(harness::TODAY);
    store.save(&mut Event { name: name("Vui Tết Thiếu nhi"), date, age_limit: 16, ..Event::default() }).unwrap();
    store.save(&mut Campaign { name: name("Đông ấm vùng cao"), since: date, ..Campaign::default() }).unwrap();
    let mut typist = Typist::over(store);
    for (typed, kind, tab, row) in [
        ("uoc", "cháu", "[Danh sách]", "▌ Lộc Thị Ước"),
        ("do quynh", "người", "[Cán bộ]", "▌ Đỗ Quỳnh Hoa"),
        ("chi thi", "văn bản", "[Văn bản]", "▌ Chỉ thị về trẻ em"),
        ("thieu nhi", "chương trình", "[Chương trình, quà]", "Vui Tết Thiếu nhi"),
        ("dong am", "đợt", "[Đợt vận động]", "Đông ấm vùng cao"),
    ] {
        typist.keys(&format!("<Ctrl+G>{typed}")).sees(&format!("· {kind}"));
        typist.keys("<Enter>").sees(tab).sees(row).sees_no("Tìm trẻ em");
    }
    // A filter that hides the row gives way.
    typist.keys("3binh").sees_no("Lộc Thị Ước").keys("<F3>uoc<Enter>").sees("▌ Lộc Thị Ước");
}

#[test]
fn the_hotline_card_is_one_key_away() {
    let mut typist = Typist::new();
    typist.keys("<F12>").sees("☎ 111").sees("Gọi miễn phí").keys("<Esc>").sees_no("Gọi miễn phí");
    typist.open(field::CHILDREN).keys("<Ins>An<Ctrl+R>").sees("☎ 111").keys("<Esc>").sees("An");
    // An old number is known for old, and the card is printed as a poster.
    typist.keys("<F12>").sees("18001567 không còn dùng từ 06/12/2017: gọi 111").keys("<F7>").sees("In, xuất tệp");
    typist.chooses("Tờ rơi, áp phích Tổng đài 111", "Word").keys("<Esc>").sees("An");
}

#[test]
fn language_theme_mask_and_telex_are_kept() {
    let mut typist = Typist::new();
    typist.keys("<Ctrl+K>doi ngon ngu<Enter>").sees("Today");
    let plain = typist.theme();
    typist.keys("<Ctrl+K>theme<Enter><F9><Ctrl+K>telex<Enter>").sees("Telex on").sees("names masked");
    let changed = typist.theme();
    assert_ne!(plain, changed);
    let mut again = restarted(typist);
    again.sees("Today").sees("names masked").sees("Telex on");
    assert_eq!(again.theme(), changed);
    again.keys("<Ctrl+K>telex<Enter><Ctrl+K>language<Enter>").sees("Hôm nay");
    restarted(again).sees("Hôm nay").sees_no("Telex");
}

#[test]
fn telex_composes_in_filters_and_fields_and_its_sign_is_seen() {
    let mut typist = Typist::new();
    typist.sees_no("Telex").keys("<Ctrl+K>go telex<Enter>").sees("gõ Telex: bật");
    typist.keys("3<Ins>Nguyeenx Thij DDoong").sees("Nguyễn Thị Đông").sees("gõ Telex: bật").keys("<Ctrl+S>");
    typist.sees("Đã lưu").keys("ddoong").sees("lọc: đông").sees("Nguyễn Thị Đông");
    typist.keys("<Backspace><Backspace><Backspace><Backspace>thij").sees("lọc: thị").keys("<Esc>");
    typist.keys("<Ctrl+G>ddoong").sees("> đông").keys("<Esc><Ctrl+K>go telex<Enter>ddo").sees("lọc: ddo");
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let mut typist = Typist::new();
    typist.keys("3<Ins>An<Ctrl+S><F2><End> Bình<Ctrl+S>").sees("Ctrl+Z hoàn tác: sửa cháu \"An Bình\"");
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: sửa cháu \"An Bình\". Ctrl+Y làm lại.").sees("▌ An\n");
    typist
        .keys("<Ctrl+Y>")
        .sees("Đã làm lại: sửa cháu \"An Bình\".")
        .keys("<Ctrl+Y>")
        .sees("Không có thao tác nào để làm lại");
    let mut again = restarted(typist);
    again.keys("<Ctrl+Z><Ctrl+Z>").sees("Đã hoàn tác: thêm cháu \"An\"").sees("0/0 cháu");
}

#[test]
fn undo_stops_at_what_left_the_office_and_says_the_way() {
    let mut typist = Typist::new();
    typist.keys("<Ctrl+Z>").sees("Không còn thao tác nào để hoàn tác.");
    let mut store = harness::store();
    vitreem::acts::setup::run(&mut store).unwrap();
    let (half, day) = (Period::parse("2025-H2").unwrap(), day("2026-05-19"));
    let step = Step::new(Act::Issue, Report::TABLE, "2025-H2");
    store.write(step, |store| issue::went_out(store, &half, "45", day)).unwrap();
    let mut typist = Typist::over(store);
    typist.keys("<Ctrl+Z>").sees("Không hoàn tác được").sees("Dùng lệnh Thu");
    typist.size = (60, 15);
    typist.sees("Không hoàn tác được").sees("Thu hồi").sees("Tổng hợp.");
}

#[test]
fn quitting_warns_once_about_a_form_and_keeps_it() {
    let mut typist = Typist::new();
    typist.keys("3<Ins>Lộc Văn Hà<Ctrl+Q>").sees("Còn biểu đang nhập chưa lưu");
    assert!(!typist.app.is_done());
    // Any other key means to stay.
    typist.keys("<End><Ctrl+Q>").sees("Còn biểu đang nhập chưa lưu");
    assert!(!typist.app.is_done());
    typist.keys("<Ctrl+Q>");
    assert!(typist.app.is_done());
    restarted(typist).keys("<Ins>").sees("Lộc Văn Hà").sees("Đã lấy lại phần nhập dở");
}

#[test]
fn quitting_is_at_once_where_nothing_is_unsaved() {
    for before in ["", "3", "3<Ins>", "<Ctrl+K>", "<F1>", "<Ctrl+G>an", "<F12>", "3<F4>"] {
        let mut typist = Typist::new();
        typist.keys(before).keys("<Ctrl+Q>");
        assert!(typist.app.is_done(), "after {before:?}");
    }
}

#[test]
fn two_forms_in_two_tabs_keep_what_is_typed() {
    let mut typist = Typist::new();
    typist.keys("3<Ins>Lộc Văn Hà").open(field::CAMPAIGNS).keys("<Ins>Đông ấm").sees("Đông ấm");
    typist.open(field::CHILDREN).sees("Lộc Văn Hà").sees("Thêm cháu");
    typist.open(field::CAMPAIGNS).sees("Đông ấm");
    let mut again = restarted(typist);
    again.open(field::CHILDREN).keys("<Ins>").sees("Lộc Văn Hà");
    again.open(field::CAMPAIGNS).keys("<Ins>").sees("Đông ấm");
}

#[test]
fn a_bare_ctrl_v_says_how_to_paste() {
    let mut typist = Typist::new();
    typist.keys("<Ctrl+V>").sees("Ctrl+Shift+V").keys("3<Ins><Ctrl+V>").sees("Ctrl+Shift+V");
}
