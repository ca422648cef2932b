//! Báo cáo đơn vị: the matrix, a report with its versions and doubts, what is sent back, urging, letters.
use vitreem::acts::collect;
use vitreem::domain::letter::{Letter, LetterKind};
use vitreem::domain::submission::Basis;
use vitreem::domain::unit_report::{UnitReport, UnitReportState};
use vitreem::domain::urging::Urging;
use vitreem::paper::txt;
use vitreem::reports::papers::{PAPERS, Subject};
use vitreem::text::{field as f, units as u};

use crate::cli::Desk;
use crate::harness::day;
use crate::smoke::demo_store;
use crate::typist::Typist;

fn desk() -> Typist {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    typist.open(f::UNIT_REPORTS);
    typist
}

fn of(typist: &Typist, unit: &str, period: &str) -> UnitReport {
    let store = typist.store();
    let all = store.all::<UnitReport>().unwrap();
    all.into_iter().find(|it| it.period.0 == period && store.name_of("unit", it.unit.0) == unit).unwrap()
}

/// Goes to a unit's line of the chosen period.
fn at(typist: &mut Typist, unit: &str) {
    typist.keys("<Home>");
    for _ in 0..12 {
        if typist.screen().lines().any(|line| line.starts_with('▌') && line.contains(unit)) {
            return;
        }
        typist.keys("<↓>");
    }
    panic!("{unit} is not on the screen:\n{}", typist.screen());
}

#[test]
fn every_state_has_its_sign_and_nothing_to_report_is_one_key() {
    let mut it = desk();
    it.sees("6T đầu").sees("6T cuối").sees("! thiếu").sees("– không").sees("● nhận").sees("△ chậm").sees("↩ trả");
    it.sees("○ chưa đến hạn").sees("■ đã chốt").sees("6 tháng cuối năm 2026 · 3/9 đơn vị đã báo cáo (33 %)");
    at(&mut it, "Chi cục Bảo vệ môi trường");
    it.sees("○ chưa đến hạn, hạn 15/12/2026").keys("<Ctrl+W>").sees("không phát sinh").sees("4/9 đơn vị");
    assert_eq!(of(&it, "Chi cục Bảo vệ môi trường", "2026-H2").state, UnitReportState::Nothing);
    it.keys("<Ctrl+Z>").sees("3/9 đơn vị");
    // What is in is not wiped by that key, and other letters and keys do nothing.
    at(&mut it, "Văn phòng Sở");
    it.keys("<Ctrl+W>xq").sees("3/9 đơn vị");
    it.keys("<←>").sees("6 tháng đầu năm 2026").sees("8/9 đơn vị");
    at(&mut it, "Trung tâm Công nghệ");
    it.sees("đốc 3 lần");
}

#[test]
fn a_report_is_entered_mended_explained_and_accepted() {
    let mut it = desk();
    at(&mut it, "Chi cục Quản lý");
    it.sees("Thiếu số liệu").keys("<Enter>").sees("↩ trả lại").sees("Thiếu số liệu hỗ trợ trẻ em").sees("Bản 1");
    // Ctrl+D takes the office's own number for the field.
    it.keys("<F2>")
        .sees("Nhập số liệu")
        .keys("<Ctrl+D><Tab>999<Ctrl+S>")
        .sees("Đã nhận báo cáo")
        .sees("Bản 2")
        .sees("Bản 1");
    it.sees("999").keys("<F2><Ctrl+S>").sees("giống bản đã có");
    // More than half off from the last period: mended or explained before it is accepted.
    it.keys("<Space>").sees("phải sửa hoặc giải trình").keys("<Home><↓>").sees("! Số lượt người tham dự");
    it.keys("<Enter>")
        .sees("Đơn vị giải trình")
        .keys("<Tab>")
        .sees("Đơn vị giải trình")
        .keys("Tính cả người nghe trực tuyến<Enter>")
        .sees("Đã ghi giải trình");
    it.sees("✓ Số lượt người tham dự").sees("Giải trình: Tính cả");
    for _ in 0..12 {
        it.keys("<↓>");
        while it.screen().contains("Sửa số liệu (F2)") {
            it.keys("<Enter>Đã đối chiếu<Enter>");
        }
    }
    it.keys("<Space>").sees("đã tiếp nhận");
    assert_eq!(of(&it, "Chi cục Quản lý đất đai", "2026-H2").versions, 2);
    // Accepted figures may still be sent back, with a reason and a letter.
    it.keys("<Ctrl+X><Enter>")
        .sees("Ghi lý do trả lại")
        .keys("Sai số lượt người<Enter>")
        .sees("Đã trả lại")
        .keys("<Esc>");
    it.open(u::LETTERS).sees("trả lại báo cáo").sees("dự thảo");
    let letter = it
        .store()
        .all::<Letter>()
        .unwrap()
        .into_iter()
        .find(|it| it.kind == LetterKind::Return && it.number.is_empty())
        .unwrap();
    let paper = PAPERS.iter().find(|paper| paper.code == "cong-van").unwrap();
    let text = txt::render(&paper.paper(it.store(), &Subject::Row("letter", letter.id.0)).unwrap(), 100);
    assert!(text.contains("Kính gửi: Chi cục Quản lý đất đai") && text.contains("- Sai số lượt người"), "{text}");
}

#[test]
fn who_is_late_is_called_first_and_then_written_to() {
    let mut it = desk();
    it.keys("<←>");
    at(&mut it, "Văn phòng Sở");
    it.keys("<Space>").sees("không chậm việc gì");
    at(&mut it, "Trung tâm Công nghệ");
    let before = it.store().all::<Urging>().unwrap().len();
    it.keys("<Space>").sees("Đã ghi nhắc").sees("đốc 4 lần");
    assert_eq!(it.store().all::<Urging>().unwrap().len(), before + 1);
    it.keys("<Ctrl+Z>").sees("đốc 3 lần");
    it.keys("<Ctrl+X>").sees("Đã lập dự thảo công văn đôn đốc 1 đơn vị").sees("dự thảo");
    it.keys("<Ctrl+U>")
        .sees("Cấp số")
        .keys("<Enter><Enter>")
        .sees("số")
        .keys("<↑>61/SNNMT-VP<Enter><Enter>")
        .sees("Đã cấp số");
    it.keys("<Ctrl+Z>").sees("Không hoàn tác được").sees("Thu hồi số (Ctrl+X)");
    it.open(u::URGINGS).sees("công văn");
    assert_eq!(it.store().all::<Urging>().unwrap().iter().map(|it| it.turn).max(), Some(4));
    it.open(f::UNIT_REPORTS)
        .keys("<Ctrl+K>rieng tung<Enter>")
        .sees("Đã lập 1 dự thảo công văn đôn đốc")
        .keys("<Ctrl+Z>");
    it.open(u::LETTERS).keys("<Ctrl+X>").sees("dự thảo");
    assert_eq!(it.store().all::<Urging>().unwrap().iter().map(|it| it.turn).max(), Some(3));
}

#[test]
fn a_request_sets_the_day_and_its_paper_says_what_is_estimated() {
    let mut it = desk();
    it.keys("<>>")
        .sees("Kỳ này chưa mở")
        .keys("<Ctrl+U>")
        .sees("yêu cầu báo cáo")
        .keys("1/6/2027<Ctrl+S>")
        .sees("hạn 01/06/2027");
    let due = it.store().all::<UnitReport>().unwrap().into_iter().filter(|it| it.period.0 == "2027-H1");
    assert!(due.map(|it| it.due).eq(std::iter::repeat_n(day("2027-06-01"), 9)));
    let period = vitreem::domain::period::Period::parse("2027-H1").unwrap();
    let paper = PAPERS.iter().find(|paper| paper.code == "yeu-cau-bao-cao").unwrap();
    let paper = paper.paper(it.store(), &Subject::Period(period)).unwrap();
    assert_eq!(paper.annexes.len(), 2);
    let text = txt::render(&paper, 100);
    for words in [
        "Kính gửi: Các phòng, đơn vị thuộc Sở",
        "chậm nhất ngày 01 tháng 6 năm 2027",
        "ước đến hết kỳ",
        "TL. GIÁM ĐỐC",
        "CHÁNH VĂN PHÒNG",
        "/SNNMT-VP",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
}

#[test]
fn what_was_urged_and_explained_is_told_in_the_report() {
    let store = demo_store();
    let period = vitreem::domain::period::Period::parse("2026-H1").unwrap();
    let text = txt::render(&vitreem::reports::consolidated::paper(&store, &period).unwrap(), 200);
    for words in [
        "- Trung tâm Công nghệ thông tin: 3 lần về việc nộp báo cáo.",
        "- Chi cục Bảo vệ môi trường: Số buổi tuyên truyền: đơn vị báo 6, Văn phòng ghi nhận 5; đơn vị giải trình: Tính cả",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
}

#[test]
fn a_closed_period_stands_still() {
    let mut it = desk();
    it.keys("<←>").keys("<Ctrl+K>chốt kỳ<Enter>").sees("Còn 3 báo cáo đã nộp chưa tiếp nhận");
    it.keys("<Ctrl+K>tiếp nhận mọi<Enter>")
        .sees("Đã xong")
        .keys("<Ctrl+K>chốt kỳ<Enter>")
        .sees("Đã chốt kỳ")
        .sees("■ chốt");
    at(&mut it, "Trung tâm Công nghệ");
    it.keys("<Ctrl+W>").sees("■ đã chốt").keys("<Enter><F2>").sees_no("Nhập số liệu").keys("<Esc>");
    it.keys("<Ctrl+K>mở lại kỳ<Enter>").sees("Đã mở lại kỳ").sees("! thiếu").keys("<Ctrl+Z>").sees("■ chốt");
}

#[test]
fn forms_saved_again_by_another_program_come_in_as_they_were_filled() {
    for ending in ["xlsx", "ods", "xls"] {
        let mut store = demo_store();
        let file = format!("cntt-2026-H2.{ending}");
        let bytes = std::fs::read(format!("tests/data/forms/{file}")).unwrap();
        let reading = collect::look(&store, &file, &bytes, &collect::Asked::default()).unwrap();
        assert_eq!((reading.faults.len(), reading.reports.len()), (0, 1), "{ending}: {:?}", reading.faults);
        let it = &reading.reports[0];
        assert_eq!((it.unit.as_str(), it.period.code.as_str()), ("Trung tâm Công nghệ thông tin", "2026-H2"));
        assert_eq!((it.version.sessions, it.version.attendances), (Some(4), Some(61)), "{ending}");
        assert_eq!(
            (it.version.basis, it.version.difficulties.0.as_str()),
            (Basis::Estimate, "Viên chức đi công tác nhiều")
        );
        assert_eq!(collect::take(&mut store, &reading).unwrap(), 1);
        let again = collect::look(&store, &file, &bytes, &collect::Asked::default()).unwrap();
        assert!(!again.is_new(), "{ending}");
    }
}

#[test]
fn a_units_own_sheet_is_asked_once_what_its_words_mean() {
    let mut it = desk();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bc-bvmt.csv");
    let sheet = "Đơn vị: Chi cục Bảo vệ môi trường;;\nBáo cáo 6 tháng cuối năm 2026;;\nTT;Nội dung;Kết quả\n\
                 1;Số buổi tuyên truyền;3\n2;Lượt người tham dự;51\n3;Số suất quà cho trẻ khó khăn;2\n";
    std::fs::write(&path, sheet).unwrap();
    it.keys("<Ins>").sees("Nhận báo cáo từ tệp").keys("/khong/co.xlsx<Enter>").sees("Không thấy tệp");
    it.keys("<Esc><Ins>").keys(&format!("{}<Enter>", path.display()));
    it.sees("Bản mới 1").sees("Chưa rõ").sees("Số suất quà cho trẻ khó").sees("F2 (Ctrl+E) cho biết");
    it.keys("<↓><F2>").sees("là chỉ tiêu nào").keys("được hỗ trợ<Enter>").sees_no("Chưa rõ").keys("<Enter>");
    it.sees("Đã nhận 1 báo cáo").keys("<Enter>");
    let report = of(&it, "Chi cục Bảo vệ môi trường", "2026-H2");
    let taken = vitreem::reports::unit_reports::versions(it.store(), report.id).unwrap().remove(0);
    assert_eq!((taken.sessions, taken.supported_children, taken.children), (Some(3), Some(2), None));
    // The next file needs no answer; the same one again changes nothing.
    it.keys("<Ins>")
        .keys(&format!("{}<Enter>", path.display()))
        .sees("không đổi 1")
        .sees("Không có gì để nhận")
        .keys("<Esc>");
    std::fs::write(&path, sheet.replace(";51", ";54")).unwrap();
    it.keys("<Ins>").keys(&format!("{}<Enter>", path.display())).sees("51 → 54").sees_no("Chưa rõ").keys("<Enter>");
    it.keys("<Enter><Ctrl+Z>").sees("Đã hoàn tác: nhập tệp");
    // A folder is taken file by file.
    std::fs::write(folder.path().join("hong.csv"), "a;b\nc;d\n").unwrap();
    it.keys("<Ins>")
        .keys(&format!("{}<Enter>", folder.path().display()))
        .sees("Nhận 2 tệp")
        .sees("tệp không nhận được 1");
    it.keys("<Enter>").sees("Đã nhận 1 báo cáo; 1 tệp không nhận được");
}

#[test]
fn forms_go_out_into_a_folder() {
    let mut it = desk();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("biểu");
    it.keys("<Ctrl+D>")
        .sees("Thư mục ghi biểu")
        .keys(&"<Backspace>".repeat(200))
        .keys(&format!("{}<Enter>", path.display()));
    it.sees("Đã ghi 9 biểu");
    let mut names: Vec<String> =
        std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!((names.len(), names[0].as_str()), (9, "bvmt-bieu-6-thang-cuoi-nam-2026.xlsx"));
    assert!(["vp", "vpdk"].iter().all(|unit| names.contains(&format!("{unit}-bieu-6-thang-cuoi-nam-2026.xlsx"))));
}

#[test]
fn the_command_line_sends_forms_out_and_takes_them_in() {
    let desk = Desk::new();
    let sheet = format!("{}/tests/data/rosters/01-hai-dong-tieu-de.xlsx", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(desk.tell(&["import", "children", &sheet]).code, 0);
    let folder = desk.path("biểu");
    let forms = desk.tell(&["forms", "2026-H1", "--out", &folder]);
    let files: Vec<String> = forms.answer.lines().map(str::to_owned).collect();
    assert!(forms.code == 0 && files.len() == 3, "{forms:?}");
    let all: Vec<&str> = std::iter::once("collect").chain(files.iter().map(String::as_str)).chain(["--json"]).collect();
    let dry = desk.json(&[all.as_slice(), &["--dry-run"]].concat());
    assert_eq!((dry.as_array().unwrap().len(), &dry[0]["reports"][0]["outcome"]), (3, &"new".into()));
    assert_eq!(desk.json(&["figures", "2026-H1", "--json"])["figures"]["units_on_time"], 0);
    assert_eq!(desk.tell(&all).code, 0);
    assert_eq!(desk.json(&["figures", "2026-H1", "--json"])["figures"]["units_on_time"], 3);
    assert_eq!(desk.json(&all)[2]["reports"][0]["outcome"], "unchanged");
    // One file that cannot be taken refuses all, and nothing is written.
    let own = desk.path("rieng.csv");
    std::fs::write(&own, "Nội dung;Kết quả\nSố buổi tuyên truyền;5\nSố suất quà;2\n").unwrap();
    let refused = desk.tell(&["collect", &own, &files[0]]);
    assert!(refused.code == 1 && refused.aside.contains("Không rõ tệp này của đơn vị nào"), "{refused:?}");
    let told = desk.json(&["collect", &own, "--unit", "Bảo vệ môi trường", "--period", "2026-H1", "--json"]);
    assert_eq!(
        (&told["reports"][0]["outcome"], &told["reports"][0]["unknown"][0]["value"]),
        (&"new".into(), &"2".into())
    );
    assert!(desk.tell(&["undo"]).answer.contains("nhập tệp \"rieng.csv\""));
    assert_eq!(desk.tell(&["collect", &own, "--period", "2026-H9"]).code, 2);
    let bundle = desk.path("bộ văn bản");
    let told = desk.tell(&["papers", "2026-H1", "--out", &bundle]);
    assert!(told.code == 0 && told.answer.contains("Đã lập") && told.aside.contains("don-doc.docx"), "{told:?}");
    let names: Vec<String> =
        std::fs::read_dir(&bundle).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    let count = |part: &str| names.iter().filter(|name| name.contains(part)).count();
    assert_eq!(
        (count("muc-luc"), count("bao-cao.docx"), count("phu-luc.xlsx"), count("-bieu.xlsx")),
        (1, 2, 1, 3),
        "{names:?}"
    );
    assert_eq!(desk.tell(&["papers", "2026-H1", "--out", &bundle]).code, 1, "what is there is not written over");
    for (kind, period, code) in [("yeu-cau-bao-cao", "2026-H1", 0), ("don-doc", "2026-H1", 1), ("don-doc", "x", 2)] {
        let out = desk.path(&format!("{kind}.docx"));
        assert_eq!(desk.tell(&["paper", kind, "--for", period, "--out", &out]).code, code, "{kind} {period}");
    }
}
