//! Screens that are looked at rather than typed into: the calendar, the matrix of units and documents, the bars.
use vitreem::acts::setup;
use vitreem::app::App;
use vitreem::domain::campaign::Campaign;
use vitreem::domain::contribution::{Contribution, Means};
use vitreem::domain::document::Document;
use vitreem::domain::money::Vnd;
use vitreem::domain::record::Record;
use vitreem::domain::session::{Documents, Session};
use vitreem::domain::unit::Unit;
use vitreem::screens::screen::Settings;
use vitreem::store::Store;
use vitreem::text::{Lang, calendar, chart, coverage};
use vitreem::ui::theme::Theme;

use crate::harness::{self, day, unit};
use crate::smoke::demo_store;
use crate::typist::Typist;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// A typist over a store in a language and theme.
fn typist(store: Store, lang: Lang, theme: Theme) -> Typist {
    let settings = Settings { lang, theme, mask: false };
    Typist { app: App::new(Some(store), None, settings), size: (80, 24) }
}

/// An office with two units and two documents, of which the first unit told one.
fn small() -> Store {
    let mut store = harness::store();
    setup::run(&mut store).unwrap();
    for mut document in store.all::<Document>().unwrap() {
        document.until = Some(day("2020-01-01"));
        document.since = None;
        store.save(&mut document).unwrap();
    }
    for name in ["Luật Trẻ em", "Chỉ thị 28"] {
        store.save(&mut Document { name: name.to_owned(), ..Document::default() }).unwrap();
    }
    let law = store.named::<Document>("Luật Trẻ em").unwrap().remove(0);
    let office = unit(&mut store, "Văn phòng Sở");
    unit(&mut store, "Chi cục Kiểm lâm");
    let mut session = Session {
        date: day("2026-05-12"),
        unit: office.id,
        name: "Phổ biến Luật Trẻ em".to_owned(),
        documents: Documents(vec![law.id.0]),
        attendance: 31,
        ..Session::default()
    };
    store.save(&mut session).unwrap();
    store
}

#[test]
fn the_calendar_shows_lunar_days_and_what_lies_on_them() {
    let mut typist = Typist::over(demo_store());
    for size in SIZES {
        typist.size = size;
        typist.open(calendar::SUB).keys("<Home>");
        typist.sees("tháng 11 năm 2026, năm Bính Ngọ").sees("▌[23]").sees("1/10").sees("Chủ nhật");
        typist.sees("thứ Hai, 23/11/2026 (15/10 ÂL): 0 việc").sees("Không có việc trong ngày này.");
        // Two months back, Mid-Autumn: the feast, the event, the clause that asks for it.
        typist.keys("<PgUp><PgUp><→><→>").sees("thứ Sáu, 25/09/2026 (15/8 ÂL)").sees("★ Tết Trung thu (rằm");
        typist.sees("◆").sees("▲").sees("✓ có minh chứng").sees("1/8");
        typist.keys("<↑><↓><←>").sees("24/09/2026").keys("<Home>").sees("23/11/2026 (15/10 ÂL)");
        typist.keys("><").sees("tháng 11 năm 2026");
    }
}

#[test]
fn the_year_is_seen_at_once_and_goes_to_other_calendars() {
    let mut typist = Typist::over(demo_store());
    let folder = tempfile::tempdir().unwrap();
    for size in SIZES {
        typist.size = size;
        typist.open(calendar::SUB).keys("<Home>-").sees("năm 2026, năm Bính Ngọ").sees(" Tháng 1 ").sees(" Tháng 12 ");
        // A month up or down, a day to the side; the chosen day's things below, in the month's view too.
        typist.keys("<↑><↑><→><→>").sees("25/09/2026 (15/8 ÂL)").sees("★ Tết Trung thu").sees_no("Chủ nhật");
        typist.keys("+").sees("tháng 9 năm 2026").sees("Chủ nhật").sees("▌ 25");
    }
    let file = folder.path().join("lich.ics");
    typist.keys("-<F7>").sees(calendar::OUT_ICS.vi).sees("lich-2026-");
    typist.keys("<Tab>").keys(&"<Backspace>".repeat(200)).keys(&format!("{}<Enter>", file.display())).sees("Đã ghi");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.matches("BEGIN:VEVENT").count() > 50 && text.contains("DTSTART;VALUE=DATE:20260925"));
    // Nothing begins in the next year; what ends with this one ends before its first day (RFC 5545, 3.6.1).
    assert!(!text.contains("DTSTART;VALUE=DATE:2027") && !text.contains("nghỉ lễ"));
}

#[test]
fn enter_on_a_day_goes_to_its_things() {
    let mut typist = Typist::over(small());
    typist.open(calendar::SUB).keys("<↑><←>").sees("12/05/2026").sees("● Văn phòng Sở: Phổ biến");
    typist.sees("31 lượt người").keys("<Enter>").sees("[Tuyên truyền]").sees("▌ 12/05/2026");
    // Several things: Enter first chooses among them, Esc leaves them.
    typist.open(calendar::SUB).keys("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><Home>");
    typist.keys("><PgUp>").sees("tháng 5 năm 2026");
    for _ in 0..3 {
        typist.keys("<↓>");
    }
    typist.keys("<←><←><←>").sees("07/06/2026").keys("<↓><→>").sees("15/06/2026");
    typist.sees("▲ Hạn báo cáo của cơ quan 6 tháng đầu năm 2026");
    typist.keys("<Enter>").sees("[Tổng hợp]").sees("6 tháng đầu năm 2026");
}

#[test]
fn a_day_of_many_things_is_chosen_from() {
    let mut typist = Typist::over(demo_store());
    typist.open(calendar::SUB).keys("<PgDn><←><←><←><←><←><←><←><←><←>");
    typist.sees("14/12/2026").sees("■ Chốt số liệu năm 2026").sees("▲ Kế hoạch");
    typist.keys("<Enter>").sees("▌ ■ Chốt số liệu").keys("<↓>").sees("▌ ▲ Kế hoạch");
    typist.keys("<Esc>").sees_no("▌ ▲ Kế hoạch").keys("<Enter><↓><Enter>").sees("[Kế hoạch]");
}

#[test]
fn a_session_is_planned_from_a_day_of_the_calendar() {
    let mut typist = Typist::over(small());
    typist.open(calendar::SUB).keys("<↓><Ins>").sees("27/05/2026");
    typist.keys("<Tab>Chi cục Kiểm lâm<Tab>Phòng, chống đuối nước<Ctrl+S>").sees("Đã lưu");
    typist.sees("● Chi cục Kiểm lâm: Phòng, chống đuối nước").sees("1 việc");
}

#[test]
fn the_matrix_shows_holes_and_fills_them() {
    let mut typist = Typist::over(small());
    for size in SIZES {
        typist.size = size;
        typist.open(coverage::SUB).sees("năm 2026 · theo văn bản · đã phổ biến 16 % số ô").sees("▌ Chi cục Kiểm lâm");
        typist.sees("▾111").sees("Luật Trẻ em").sees("▸·").sees("✓1").sees("chưa có buổi nào").sees("% đơn vị đã phổ");
    }
    // The law is the last column; the cell of the unit that was told is filled.
    typist.keys("<End><↓>").sees("▸✓1").sees("Văn phòng Sở: đã có 1 buổi").sees("Luật Trẻ em: 1/2 đơn vị (50 %)");
    typist.keys("<Enter>").sees("Văn phòng Sở: Luật Trẻ em").sees("1/1 buổi").keys("<Esc>");
    // The other one is a hole: a session is recorded for it, and the hole is filled.
    typist.keys("<↑>").sees("▸·").keys("<Ins>").sees("Thêm buổi").sees("Chi cục Kiểm lâm").sees("Luật Trẻ em");
    typist
        .sees("20/05/2026")
        .keys("<Tab><Tab>Luật Trẻ em năm 2016<Ctrl+S>")
        .sees("Đã lưu")
        // Until it is said how many came, it reaches nobody.
        .sees("▸?1")
        .sees("1 buổi chưa ghi số người dự");
    let saved = typist.store().all::<Session>().unwrap();
    assert!(saved.iter().any(|it| it.name == "Luật Trẻ em năm 2016" && it.documents.0.len() == 1 && !it.hotline));
}

#[test]
fn a_hole_of_the_hotline_asks_for_it() {
    let mut typist = Typist::over(small());
    typist.open(coverage::SUB).sees("▾111").keys("<Ins><Tab><Tab>Giới thiệu Tổng đài 111<Ctrl+S>").sees("Đã lưu");
    typist.sees("▸?1").sees("1 buổi chưa ghi số người dự");
    let saved = typist.store().all::<Session>().unwrap();
    assert!(saved.iter().any(|it| it.name.starts_with("Giới thiệu") && it.hotline && it.documents.0.is_empty()));
}

#[test]
fn a_hole_is_planned_and_a_plan_fills_no_hole() {
    let mut typist = Typist::over(small());
    typist.open(coverage::SUB).keys("<End>").sees("▸·").keys("<Enter>").sees("▌ Ngày").sees("đã lên lịch");
    typist.keys("<Ctrl+S>").sees("Cần điền mục này").keys("28/5<Tab><Tab>Họp tháng 6<Ctrl+S>").sees("Đã lưu");
    typist.sees("▸L1").sees("chưa có buổi nào · đã lên lịch 1 buổi").sees("Luật Trẻ em: 1/2 đơn vị (50 %)");
    // By topic the same session stands under another column; there is no topic of it yet.
    typist.keys("<Ctrl+U>").sees("theo chủ đề").sees("0 % số ô").keys("<Home><↓>").sees("▸·");
    typist.keys("<Ctrl+U>").sees("theo văn bản").keys("<End><Home>").sees("▾111");
    typist.keys("<Enter>").sees("Có giới thiệu Tổng đài 111   có");
}

#[test]
fn the_matrix_scrolls_both_ways_and_turns_its_period() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    typist.open(coverage::SUB).sees("›").sees_no("‹").sees("1 Chỉ thị");
    typist.keys("<End>").sees("‹").sees_no("›").sees("▾20").keys("<Home>").sees("▾111");
    typist.size = (80, 15);
    typist.keys("<PgDn><PgDn>").sees("▌ Văn phòng Sở").sees_no("Chi cục Bảo vệ môi trường  ");
    typist.size = (80, 24);
    typist.keys("-").sees("6 tháng đầu năm 2026").keys(">").sees("6 tháng cuối năm 2026").keys("+<").sees("năm 2025");
}

#[test]
fn the_matrix_without_units_says_where_to_begin() {
    Typist::new().open(coverage::SUB).sees("Chưa có đơn vị nào.").keys("<↓><→><Enter><Ins>").sees("Chưa có đơn");
}

#[test]
fn bars_show_campaigns_months_and_units() {
    let mut store = small();
    let mut campaign = Campaign {
        name: "Vì trẻ em".to_owned(),
        since: day("2026-04-01"),
        target: Vnd(1_000_000),
        ..Campaign::default()
    };
    store.save(&mut campaign).unwrap();
    let mut other = Campaign { name: "Áo ấm".to_owned(), since: day("2025-11-01"), ..Campaign::default() };
    store.save(&mut other).unwrap();
    let office = store.named::<Unit>("Văn phòng Sở").unwrap().remove(0);
    let gift = |campaign: &Campaign, date, donor: &str, means, amount| Contribution {
        date: day(date),
        campaign: campaign.id,
        donor: donor.to_owned(),
        means,
        goods: if means == Means::Goods { "vở".to_owned() } else { String::new() },
        amount: Vnd(amount),
        ..Contribution::default()
    };
    let all = [
        Contribution { unit: office.id, ..gift(&campaign, "2026-05-04", "", Means::Cash, 400_000) },
        gift(&campaign, "2026-04-20", "Hiệu sách", Means::Goods, 225_000),
        gift(&other, "2025-12-01", "Hiệu sách", Means::Cash, 50_000),
    ];
    for mut contribution in all {
        store.save(&mut contribution).unwrap();
        vitreem::acts::posting::post(&mut store, Contribution::META, &[contribution.id.0]).unwrap();
    }
    let mut typist = Typist::over(store);
    for size in SIZES {
        typist.size = size;
        typist.open(chart::SUB).keys("<Home>").sees("năm 2026 · 625.000 đồng, tiền và hiện vật");
        typist.sees("▌ Tất cả các đợt").sees("▓▓▓▓▓▓░░░░").sees("62 %").sees("không đặt mức").sees("675.000");
        typist.sees("05/2026 ").sees("█ 400.000").sees("Ngoài cơ quan").sees("04/2026 ").sees(" 225.000");
    }
    typist
        .keys("<")
        .sees("năm 2025 · 50.000 đồng")
        .sees("12/2025 ")
        .keys("<<")
        .sees("Không có khoản ủng hộ nào trong năm");
    typist.keys(">>>").keys("<↓>").sees("▌ Vì trẻ em").keys("<↓>").sees("▌ Áo ấm");
    typist.sees("Không có khoản ủng hộ nào trong năm 2026.").keys("<←>").sees("50.000").keys("<Enter>");
    typist.sees("Khoản ủng hộ: Áo ấm").sees("Hiệu sách").sees_no("225.000");
}

#[test]
fn what_is_looked_at_is_written_to_a_file() {
    let mut typist = Typist::over(demo_store());
    let folder = tempfile::tempdir().unwrap();
    for (name, file, word) in [(coverage::SUB, "a.csv", "Luật Trẻ em 2016"), (chart::SUB, "b.csv", "21900000")] {
        let path = folder.path().join(file);
        typist
            .open(name)
            .keys("<F7>")
            .chooses("Danh sách đang hiện", "CSV")
            .at_path(&path)
            .keys("<Enter>")
            .sees("Đã ghi");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(word) && text.lines().count() > 5, "{text}");
    }
}

#[test]
fn every_look_in_every_language_and_theme_is_whole() {
    for lang in [Lang::Vi, Lang::En] {
        for (theme, _) in Theme::ALL {
            let mut typist = typist(demo_store(), lang, theme);
            for size in SIZES {
                typist.size = size;
                typist.open(calendar::SUB).sees("[23]").sees(calendar::NOTHING.say(lang));
                typist.open(coverage::SUB).sees(coverage::UNIT.say(lang)).sees("▸✓6");
                typist.open(chart::SUB).sees(chart::EVERY.say(lang)).sees("105 %").sees("27.200.000");
            }
        }
    }
}
