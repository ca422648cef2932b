//! Stories of filters by columns, saved views and ages: chips are always seen, one key clears them all.
use vitreem::domain::born::{Born, Under};
use vitreem::domain::child::{Child, ChildState};
use vitreem::domain::filter::{Filter, Test, ready};
use vitreem::domain::record::Record;
use vitreem::domain::sex::Sex;
use vitreem::store::Store;
use vitreem::store::list::Query;
use vitreem::text::{field as t, sift};

use crate::harness::{self, Dice, day, unit};
use crate::smoke::demo_store;
use crate::typist::Typist;

/// A roster of two units, with birth dates known in full and in part.
fn roster() -> Store {
    let mut store = harness::store();
    let (office, forest) = (unit(&mut store, "Văn phòng Sở").id, unit(&mut store, "Chi cục Kiểm lâm").id);
    for (name, born, sex, unit, state, note) in [
        ("Nguyễn Thị Đông", "2015-03-05", Sex::Female, office, ChildState::Active, ""),
        ("Lộc Văn Hà", "2019-06-01", Sex::Male, office, ChildState::Active, "x"),
        ("Vi Thị Lan", "2022", Sex::Female, forest, ChildState::Active, ""),
        ("Hoàng Văn Lớn", "2010-05-20", Sex::Male, office, ChildState::Active, ""),
        ("Nông Thị Tuổi", "2010-05-21", Sex::Female, office, ChildState::Active, ""),
        ("Lý Văn Đi", "2014-01-01", Sex::Male, forest, ChildState::Left, ""),
    ] {
        let mut child = Child {
            name: name.to_owned(),
            born: Born::from_iso(born),
            sex: Some(sex),
            unit,
            state,
            note: note.to_owned(),
            ..Child::default()
        };
        store.save(&mut child).unwrap();
    }
    store
}

fn typist() -> Typist {
    let mut typist = Typist::over(roster());
    typist.open(t::CHILDREN);
    typist
}

#[test]
fn children_leave_the_roster_by_themselves_and_stay_among_the_grown() {
    let mut typist = typist();
    // Today is the sixteenth birthday of one; the other has one day left.
    typist.sees("dưới 16").sees("1/4 cháu").sees("Nông Thị Tuổi").sees_no("Hoàng Văn Lớn").sees_no("Lý Văn Đi");
    typist.keys("<Ctrl+F><Ctrl+F>da du<Enter>").sees("lọc: đã đủ 16").sees("1/1 cháu").sees("Hoàng Văn Lớn");
    typist.keys("<Ctrl+F><Ctrl+F>trong nam<Enter>").sees("lọc: đủ 16 trong năm").sees("1/2 cháu");
    typist.keys("<Ctrl+F><Ctrl+F>thoi theo<Enter>").sees("lọc: thôi theo dõi").sees("Lý Văn Đi").sees("1/1 cháu");
    typist.keys("<Ctrl+F><Ctrl+F>moi tre<Enter>").sees("lọc: mọi trẻ em").sees("1/6 cháu");
    typist.keys("<Esc>").sees("dưới 16").sees("1/4 cháu");
}

#[test]
fn chips_add_up_and_one_key_clears_them() {
    let mut typist = typist();
    typist.keys("<Ctrl+F>").sees("Ctrl+F lần nữa").keys("<Ctrl+F>van phong so<Enter>");
    typist.sees("lọc: đơn vị: Văn phòng Sở").sees("1/3 cháu");
    typist.keys("<Ctrl+F><Ctrl+F>gioi nu<Enter>").sees("lọc: đơn vị: Văn phòng Sở · giới: nữ").sees("1/2 cháu");
    typist.keys("dong").sees("lọc: dong · đơn vị: Văn phòng Sở · giới: nữ").sees("1/1 cháu");
    // A column is asked about once; a chip can go alone.
    typist.keys("<Ctrl+F><Ctrl+F>gioi nam<Enter>").sees("giới: nam").sees_no("giới: nữ").sees("0/0 cháu");
    typist.sees("Không có dòng nào khớp");
    typist.keys("<Ctrl+F><Ctrl+F>bo loc don vi<Enter>").sees("lọc: dong · giới: nam").sees_no("đơn vị: Văn");
    typist.keys("<Esc>").sees_no("lọc:").sees("/4 cháu");
}

#[test]
fn blank_columns_bands_and_spans_of_days_are_filtered() {
    let mut typist = typist();
    typist.keys("<Ctrl+F><Ctrl+F>ghi chu trong<Enter>").sees("lọc: ghi chú: trống").sees("1/3 cháu").keys("<Esc>");
    typist.keys("<Ctrl+F><Ctrl+F>ghi chu co<Enter>").sees("Lộc Văn Hà").sees("1/1 cháu").keys("<Esc>");
    typist
        .keys("<Ctrl+F><Ctrl+F>tuoi 6<Enter>")
        .sees("lọc: tuổi 6–<11")
        .sees("Lộc Văn Hà")
        .sees("1/1 cháu")
        .keys("<Esc>");
    typist.keys("<Ctrl+F><Ctrl+F>ngay sinh tu<Enter>").sees("năm nay").keys("2/2015 - 12/2022<Enter>");
    typist.sees("lọc: ngày sinh: 01/02/2015 – 31/12/2022").sees("1/3 cháu").keys("<Esc>");
    // A date known in part is within if one of its days is.
    typist.keys("<Ctrl+F><Ctrl+F>ngay sinh tu<Enter>5/2022<Enter>").sees("Vi Thị Lan").sees("1/1 cháu").keys("<Esc>");
    typist.keys("<Ctrl+F><Ctrl+F>ngay sinh tu<Enter>xyz<Enter><Esc>").sees("/4 cháu");
}

#[test]
fn filters_and_views_are_kept_across_restarts_and_forgotten_on_demand() {
    let mut typist = typist();
    typist.keys("<Ctrl+F><Ctrl+F>kiem lam<Enter><Ctrl+F><Ctrl+F>luu cach<Enter>Cháu Kiểm lâm<Enter>");
    typist.sees("Đã lưu cách lọc \"Cháu Kiểm lâm\"").sees("lọc: đơn vị: Chi cục Kiểm lâm");
    let Typist { app, .. } = typist;
    let mut again = Typist::over(app.into_store().unwrap());
    again.sees("lọc: đơn vị: Chi cục Kiểm lâm").sees("1/1 cháu").keys("<Esc>").sees("/4 cháu");
    let Typist { app, .. } = again;
    let mut again = Typist::over(app.into_store().unwrap());
    again.sees_no("lọc:").keys("<Ctrl+F><Ctrl+F>chau kiem lam<Enter>").sees("lọc: đơn vị: Chi cục Kiểm lâm");
    again.keys("<Ctrl+F><Ctrl+F>xoa cach loc<Enter>").sees("Đã xóa cách lọc \"Cháu Kiểm lâm\"");
    again.keys("<Ctrl+F><Ctrl+F>").sees_no("★").keys("<Esc><Esc>").sees("/4 cháu");
}

#[test]
fn a_row_that_is_gone_to_is_shown_whatever_the_filter() {
    let mut typist = typist();
    typist.keys("<Ctrl+F><Ctrl+F>kiem lam<Enter>").sees("1/1 cháu");
    typist.keys("<Ctrl+G>van lon<Enter>").sees("▌ Hoàng Văn Lớn").sees("lọc: mọi trẻ em").sees("đang xem: mọi trẻ em");
    // A child saved that the filter would hide is shown too.
    typist.keys("<Esc><Ctrl+F><Ctrl+F>gioi nam<Enter><Ins>Mã Thị Mới<Tab>2020<Tab>nu<Ctrl+S>").sees("▌ Mã Thị Mới");
}

#[test]
fn ages_are_counted_on_any_day() {
    let mut typist = typist();
    typist.keys("<Ctrl+F><Ctrl+F>tinh tuoi<Enter>1/6/2030<Enter>").sees("lọc: tuổi tại 01/06/2030").sees("1/3 cháu");
    typist.sees("15  ").sees_no("Nông Thị Tuổi").keys("<Esc>").sees("Nông Thị Tuổi").sees("/4 cháu");
}

#[test]
fn bands_are_set_by_the_office() {
    let mut typist = typist();
    typist.keys("<Ctrl+K>dat nhom tuoi<Enter>").sees("6, 11, 16");
    for _ in 0..9 {
        typist.keys("<Backspace>");
    }
    typist.keys("0<Enter>").sees("Nhập các mốc tuổi").keys("<Backspace>3, 16<Enter>").sees("Nhóm tuổi chia ở 3, 16.");
    typist.keys("<Ctrl+F><Ctrl+F>tuoi").sees("tuổi 0–<3").sees("tuổi 3–<16").keys("<Esc>");
    typist.keys("<Home><Enter>").sees("nhóm 3–<16");
}

#[test]
fn other_lists_are_filtered_by_their_columns_too() {
    let mut typist = Typist::over(demo_store());
    typist.open(t::CONTRIBUTIONS).keys("<Ctrl+F><Ctrl+F>chuyen khoan<Enter>").sees("lọc: hình thức: chuyển khoản");
    typist.keys("<Ctrl+F><Ctrl+F>so tien tu<Enter>1tr –<Enter>").sees("số tiền: từ 1.000.000").keys("<Esc>");
    typist.open(t::SESSIONS).keys("<Ctrl+F><Ctrl+F>ngay tu<Enter><Enter>").sees("01/01/2026 – 31/12/2026");
    typist.keys("<Ctrl+F><Ctrl+F>van ban chon<Enter>luat tre<Enter>").sees("văn bản: Luật Trẻ em").keys("<Esc>");
    typist.open(t::STAFF).keys("<Ctrl+F><Ctrl+F>cbccvc khong<Enter>").sees("lọc: CBCCVC: không");
}

#[test]
fn chips_are_masked_and_said_on_what_is_printed() {
    let mut typist = Typist::over(demo_store());
    typist.open(t::CHILDREN).keys("<Ctrl+F><Ctrl+F>bo chon<Enter>be cong phong<Enter>").sees("lọc: bố: Bế Công Phong");
    typist.keys("<F9>").sees("lọc: bố: B.C.P.").sees_no("Bế Công Phong").keys("<F9>");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ra.csv");
    typist.keys("<F7>").chooses("Danh sách đang hiện", "CSV").at_path(&path).keys("<Enter>").sees("Đã ghi");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("Bế Ngọc An") && !text.contains("Hoàng Hà An"), "{text}");
}

#[test]
fn the_box_opens_on_every_tab_and_every_first_choice_can_be_taken() {
    let mut typist = Typist::over(demo_store());
    for tab in vitreem::screens::tabs::TABS.iter().flat_map(|tab| tab.subs) {
        for down in [0, 3, 7, 12] {
            typist.open(tab.name).keys("<Esc><Esc>");
            typist.keys("<Ctrl+F><Ctrl+F>");
            (0..down).for_each(|_| drop(typist.keys("<↓>").screen()));
            typist.keys("<Enter><Esc><Esc><Esc>");
        }
    }
    assert!(typist.store().check().unwrap().is_empty());
}

#[test]
fn what_the_roster_lists_is_what_the_birth_dates_say() {
    let mut store = harness::store();
    let mut dice = Dice::new(3);
    let births = [
        "2010-05-19",
        "2010-05-20",
        "2010-05-21",
        "2010-05",
        "2010-04",
        "2010",
        "2009",
        "2012-02-29",
        "2012-02",
        "2026-05-20",
    ];
    for at in 0..120 {
        let born = births.get(at).map_or_else(
            || {
                let (year, month) = (2005 + dice.roll(20), 1 + dice.roll(12));
                [format!("{year}"), format!("{year}-{month:02}"), format!("{year}-{month:02}-{:02}", 1 + dice.roll(28))]
                    [dice.roll(3)]
                .clone()
            },
            |born| (*born).to_owned(),
        );
        let mut child = Child { name: dice.name(), born: Born::from_iso(&born), ..Child::default() };
        store.save(&mut child).unwrap();
    }
    store.save(&mut Child { name: "Không Rõ".to_owned(), ..Child::default() }).unwrap();
    let all = store.all::<Child>().unwrap();
    for on in ["2026-05-20", "2028-02-28", "2028-02-29", "2027-03-01", "2026-12-31", "2031-01-01"] {
        let list = |filters: Vec<Filter>, limit| {
            let query = Query { filters, day: Some(day(on)), ..Query::default() };
            store.ids(Child::META, &query, limit).unwrap()
        };
        let expected =
            |keep: &dyn Fn(&Child) -> bool| all.iter().filter(|it| keep(it)).map(|it| it.id.0).collect::<Vec<_>>();
        let grown = |child: &Child| child.born.is_some_and(|born| born.under(16, day(on)) == Under::No);
        let filters = |name| (ready("child").iter().find(|it| it.name == name).unwrap().filters)();
        assert_eq!(list(filters(sift::READY_UNDER), None), expected(&|child| !grown(child)), "{on}");
        assert_eq!(list(filters(sift::READY_GROWN), None), expected(&grown), "{on}");
        let first = list(filters(sift::READY_UNDER), Some(7));
        assert_eq!(first, list(filters(sift::READY_UNDER), None)[..7], "{on}");
        let year = |child: &Child| child.born.is_some_and(|born| born.becomes(16).to_string().get(..4) == on.get(..4));
        assert_eq!(list(filters(sift::READY_TURNING), None), expected(&year), "{on}");
        let band = vec![Filter { column: "born", test: Test::Aged(6, Some(11)) }];
        let within = |child: &Child| {
            child.born.is_some_and(|born| born.under(6, day(on)) == Under::No && born.under(11, day(on)) != Under::No)
        };
        assert_eq!(list(band, None), expected(&within), "{on}");
    }
}
