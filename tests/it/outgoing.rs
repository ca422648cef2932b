//! How papers leave the office: looked at page by page, filled into the office's own Word file, all of a period at once.
use vitreem::acts::issue;
use vitreem::domain::act::{Act, Step};
use vitreem::domain::period::Period;
use vitreem::domain::record::Record;
use vitreem::domain::report::Report;
use vitreem::domain::value::{Lines, PeriodCode};
use vitreem::paper::{Block, Paper, docx};
use vitreem::text::{bundle, field, issue as words, screen, template};

use crate::smoke::demo_store;
use crate::typist::Typist;

/// The consolidation of the first half-year of the sample office, at 80 by 24.
fn half_year() -> Typist {
    let mut it = Typist::over(demo_store());
    it.size = (80, 24);
    it.open(screen::SUB_FIGURES).keys("<<>").sees("6 tháng đầu năm 2026");
    it
}

#[test]
fn a_report_is_looked_at_page_by_page_before_it_is_printed() {
    let mut it = half_year();
    it.keys("<F7>")
        .chooses("Báo cáo tổng hợp", "Xem trước")
        .keys("<Enter>")
        .sees("trang 1/")
        .sees("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .sees("BÁO CÁO");
    it.keys("<→>").sees("trang 2/").keys("<←>").sees("trang 1/").keys("<↓><↓><←>").sees("CỘNG HÒA");
    it.keys("<PgDn>").sees("I. CÔNG TÁC LÃNH ĐẠO").sees_no("CỘNG HÒA").keys("<PgUp>").sees("CỘNG HÒA");
    it.keys("<End>").sees("└").keys("<→>").sees("└").keys("<Home>").sees("CỘNG HÒA");
    // A wider window sets the pages anew and stays at the page.
    it.keys("<→>");
    it.size = (120, 40);
    it.sees("trang 2/").keys("<Esc>").sees(words::OUT_SHEETS.vi);
    for size in [(60, 15), (40, 10), (1, 1), (300, 100)] {
        it.size = size;
        it.keys("<End><Home><→><PgDn><←>");
    }
}

/// The first half-year's report of the sample office on 20 May: it runs until 14 June.
fn before_its_end() -> Typist {
    let mut store = demo_store();
    let mut report = issue::find(&store, &Period::parse("2026-H2").unwrap()).unwrap().unwrap_or_default();
    report.period = PeriodCode("2026-H2".into());
    (report.causes, report.strengths) = (Lines("Không có.".into()), Lines("Tốt.".into()));
    report.direction = Lines("Sở chỉ đạo. Giao 77 việc.".into());
    store.save(&mut report).unwrap();
    let mut it = Typist::over(store);
    it.size = (80, 24);
    it.open(screen::SUB_FIGURES).keys("<<>").keys(">").sees("6 tháng cuối năm 2026 · dự thảo");
    it
}

#[test]
fn whoever_submits_a_report_with_something_open_is_asked_once_and_may_leave_it() {
    let mut it = before_its_end();
    it.keys("<Ctrl+W>").sees("Cần xem lại").sees("chưa nộp báo cáo, hạn").sees("Kỳ báo cáo chưa hết").keys("<Esc>");
    let before = it.store().version();
    it.keys("<Ctrl+U>").sees("Trước khi trình ký còn:").sees("đơn vị chưa có báo cáo: ").sees("1 số gõ tay không khớp");
    it.sees("77").keys("<Esc>").sees("· dự thảo");
    it.keys("<Ctrl+U><Enter>").sees("· dự thảo");
    assert_eq!(it.store().version(), before, "no is no");
    it.keys("<Ctrl+U><Tab><Enter>").sees("đã trình ký");
    // What Ctrl+W and the hints say follows the state.
    it.sees_no("Trình ký ").keys("<Ctrl+W>").sees("Kiểm tra trước khi ký").sees_no("trước khi trình").keys("<Esc>");
}

#[test]
fn signature_number_and_issue_are_asked_for() {
    let mut it = before_its_end();
    it.keys("<Ctrl+U><Tab><Enter>").sees("đã trình ký");
    let today = it.store().today();
    let day = |days: i64| (today + chrono::TimeDelta::days(days)).format("%d/%m/%Y").to_string();
    it.keys("<Ctrl+U>").sees("Ngày ký").sees(&day(0)).keys("<Esc>").sees("đã trình ký");
    let typed = |it: &mut Typist, text: &str| {
        it.keys(&"<Backspace>".repeat(12)).keys(text).keys("<Enter>");
    };
    it.keys("<Ctrl+U>");
    typed(&mut it, &day(1));
    it.sees("chưa đến");
    typed(&mut it, &day(-1));
    it.sees("trước ngày trình ký");
    typed(&mut it, &day(0));
    it.sees("· đã ký")
        .keys("<Ctrl+U>")
        .sees("Ngày ban hành")
        .keys("125/BC-SNNMT<Enter><Enter>")
        .sees("đã cấp số · 125");
    it.keys("<Ctrl+U>").sees("Ban hành báo cáo 6 tháng cuối năm 2026, số 125").keys("<Esc>").sees("· đã cấp số");
    it.keys("<Ctrl+U><Tab><Enter>").sees("· đã ban hành");
    it.keys("<Ctrl+X>").sees("Thu hồi báo cáo 6 tháng cuối năm 2026, số 125").keys("<Enter>").sees("· đã ban hành");
    it.keys("<Ctrl+X><Tab><Enter>").sees("· dự thảo");
}

#[test]
fn papers_of_a_row_are_looked_at_too() {
    let mut it = Typist::over(demo_store());
    it.open(field::EVENTS).keys("<F7>").chooses("Danh sách ký nhận quà", "Xem trước");
    it.keys("<Enter>").sees("trang 1/").sees("DANH SÁCH");
}

#[test]
fn a_form_is_chosen_once_and_kept_from_paper_to_paper() {
    let mut it = Typist::over(demo_store());
    it.size = (80, 24);
    it.open(field::EVENTS).keys("<F7>").sees("[Excel] PDF  CSV  JSON").keys("<→>").sees("[PDF]").sees(".pdf");
    it.keys("<↓>").sees("▌ Danh sách ký nhận quà").sees("ky-nhan-").sees("[PDF]");
    // What cannot come in the form comes in its first; back where it can, the form is there again.
    it.keys("<↑><←><←>").sees("[JSON]").keys("<↓>").sees("[Word]").keys("<↑>").sees("[JSON]");
    // A path that is being typed keeps its arrows.
    it.keys("<Tab><←>").sees("[JSON]").keys("<Tab><→>").sees("[Excel]");
}

#[test]
fn all_papers_of_a_period_go_into_one_folder() {
    let mut it = half_year();
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("bộ văn bản");
    it.keys("<F7>").chooses(bundle::OUT.vi, "Thư mục");
    it.at_path(&target);
    it.keys("<Enter>").sees("Đã lập");
    let names: Vec<String> = std::fs::read_dir(&target)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.iter().any(|name| name == "00-muc-luc.xlsx"), "{names:?}");
    assert!(names.iter().any(|name| name.contains("-ky-nhan-")), "{names:?}");
    assert!(names.len() > 10, "{names:?}");
    it.keys("<Esc>").sees("6 tháng đầu năm 2026").keys("<F7>").chooses(bundle::OUT.vi, "Thư mục");
    it.at_path(&target);
    it.keys("<Enter>").sees("đã có. Ghi tên khác");
}

#[test]
fn the_office_has_its_own_word_file() {
    let mut it = half_year();
    let folder = tempfile::tempdir().unwrap();
    let (good, wrong) = (folder.path().join("Mẫu báo cáo.docx"), folder.path().join("thường.docx"));
    let file = |text: &str| docx::render(&Paper { body: vec![Block::text(text)], ..Paper::default() }).unwrap();
    std::fs::write(&good, file("{{CO_QUAN}} – {{so_ky_hieu}}: {{sessions}} buổi")).unwrap();
    std::fs::write(&wrong, file("không có chỗ điền")).unwrap();
    // Whoever has none begins with the report as it is printed, its places instead of its words.
    let begun = folder.path().join("khởi đầu.docx");
    it.open(template::TEMPLATES).sees("Ctrl+U ghi một mẫu khởi đầu").keys("<Ctrl+U>").keys(&"<Backspace>".repeat(200));
    it.keys(&format!("{}<Enter>", begun.display())).sees("Mở bằng Word");
    it.keys(&format!("<Ins>{}<Enter>", begun.display())).sees("Đã nạp mẫu \"khởi đầu\"").keys("<Ctrl+Z>");
    it.open(template::TEMPLATES).sees("Chưa có mẫu nào").keys(&format!("<Ins>{}<Enter>", wrong.display()));
    it.sees("Tệp không có chỗ điền nào").keys("<Esc>").keys(&format!("<Ins>{}<Enter>", good.display()));
    it.sees("Đã nạp mẫu \"Mẫu báo cáo\"").sees("mọi báo cáo").keys("<Ctrl+W>").sees("{{so_ky_hieu}}  =").keys("<Esc>");
    // The file itself is not for reading, however much room there is.
    it.size = (120, 40);
    it.sees("mọi báo cáo").sees_no("UEsDB");
    it.keys("<Ctrl+Z>").sees("Chưa có mẫu nào").keys("<Ctrl+Y>").sees("Mẫu báo cáo");
    it.open(screen::SUB_FIGURES).keys("<F7>").chooses(template::OUT.vi, "Word");
    let out = folder.path().join("in.docx");
    it.at_path(&out);
    it.keys("<Enter>").sees("Đã ghi");
    assert!(docx::template::places(&std::fs::read(&out).unwrap()).unwrap().is_empty());
}

#[test]
fn small_counts_are_hidden_by_a_switch_and_said_with_a_reason() {
    let mut store = demo_store();
    let mut report = Report {
        period: PeriodCode("2026-H2".into()),
        guarded: true,
        causes: Lines("Không có.".into()),
        ..Report::default()
    };
    store.write(Step::new(Act::Add, Report::TABLE, ""), |store| store.put_record(&mut report)).unwrap();
    let mut it = Typist::over(store);
    it.open(screen::SUB_FIGURES).keys("<<>").keys(">").sees("6 tháng cuối năm 2026");
    it.keys("<Ctrl+K>muc toi thieu<Enter>")
        .keys("<Backspace>2<Enter>")
        .sees("Mức tối thiểu từ 3")
        .keys("<Backspace>5<Enter>");
    it.sees("trẻ em dưới 5").keys("<Ctrl+K>neu du so nho<Enter><Enter>").sees("Ghi lý do").keys("Gửi Sở Y tế<Enter>");
    it.sees("lý do đã ghi vào nhật ký").keys("<Ctrl+Z>").sees("Đã hoàn tác");
    assert_eq!(Period::parse("2026-H2").unwrap().code, report.period.0);
}
