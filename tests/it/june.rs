//! June at the keyboard: the units are asked, send their forms and sheets, are urged; what they say is consolidated,
//! written, signed, numbered, issued; later changes stand beside it, and all papers go into one folder.
use std::io::{Read, Write};
use std::path::Path;

use vitreem::acts::setup;
use vitreem::domain::day::show;
use vitreem::domain::letter::Letter;
use vitreem::domain::period::Period;
use vitreem::domain::unit_report::UnitReportState;
use vitreem::paper::txt;
use vitreem::reports::consolidated;
use vitreem::store::Store;
use vitreem::store::clock::Clock;
use vitreem::store::open::Folder;
use vitreem::store::vault::Keys;
use vitreem::text::{field as f, screen, units as u};

use crate::harness::day;
use crate::typist::Typist;
use crate::year::{founded, with_sessions};

/// An office whose program is closed in the evening and opened on a later day.
struct Desk {
    folder: tempfile::TempDir,
    keys: Keys,
    typist: Option<Typist>,
}

impl Desk {
    fn new(on: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (data, keys) = Folder::create(&folder.path().join("data"), "vân", None).unwrap();
        let mut store = Store::open(data, &keys, "vân", clock(on)).unwrap();
        setup::run(&mut store).unwrap();
        Self { folder, keys, typist: Some(typist(store)) }
    }

    /// The typist on another day.
    fn on(&mut self, on: &str) -> &mut Typist {
        drop(self.typist.take());
        let data = Folder::open(&self.folder.path().join("data")).unwrap();
        let store = Store::open(data, &self.keys, "vân", clock(on)).unwrap();
        self.typist.insert(typist(store))
    }
}

fn clock(on: &str) -> Clock {
    Clock { day: Some(day(on)), ..crate::harness::clock() }
}

fn typist(store: Store) -> Typist {
    let mut typist = Typist::over(store);
    typist.size = (80, 24);
    typist
}

/// Types a path over the one that is suggested.
fn over(it: &mut Typist, path: &Path) {
    it.keys(&"<Backspace>".repeat(200)).keys(&path.display().to_string());
}

/// Goes to a unit's line of the matrix.
fn at(it: &mut Typist, unit: &str) {
    it.keys("<Home>");
    let found = (0..12).any(|_| {
        let there = it.screen().lines().any(|line| line.starts_with('▌') && line.contains(unit));
        if !there {
            it.keys("<↓>");
        }
        there
    });
    assert!(found, "{unit}:\n{}", it.screen());
}

/// A form as a unit saves it with numbers in some of its cells: what is asked is known by the hidden code of its line.
fn filled(form: &Path, answers: &[(&str, u32)]) {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(form).unwrap()).unwrap();
    let mut parts: Vec<(String, String)> = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        parts.push((name, text));
    }
    let strings = parts.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap().1.clone();
    let strings: Vec<&str> = strings.split("<si>").skip(1).collect();
    let sheet = &mut parts.iter_mut().find(|(name, _)| name == "xl/worksheets/sheet1.xml").unwrap().1;
    for (code, number) in answers {
        let string = strings.iter().position(|text| text.contains(&format!(">{code}<"))).unwrap();
        let (before, _) = sheet.split_once(&format!("t=\"s\"><v>{string}</v>")).unwrap();
        let row: String = before.rsplit_once("r=\"A").unwrap().1.chars().take_while(char::is_ascii_digit).collect();
        let (before, rest) = sheet.split_once(&format!("<c r=\"E{row}\"")).unwrap();
        let (tag, after) = rest.split_once('>').unwrap();
        let style = tag.split("s=\"").nth(1).unwrap().split('"').next().unwrap();
        let after = if tag.ends_with('/') { after } else { after.split_once("</c>").unwrap().1 };
        *sheet = format!("{before}<c r=\"E{row}\" s=\"{style}\"><v>{number}</v></c>{after}");
    }
    let mut out = zip::ZipWriter::new(std::fs::File::create(form).unwrap());
    for (name, text) in parts {
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap();
}

#[test]
fn from_the_forms_that_go_out_to_the_report_that_is_issued() {
    let mut desk = Desk::new("2026-05-25");
    let papers = desk.folder.path().join("giấy tờ");
    let (forms, own) = (papers.join("biểu"), papers.join("bc.csv"));
    let half = Period::parse("2026-H1").unwrap();

    // 25 May: the office has units, children and two sessions; it asks for reports by 15 June
    // instead of the three working days earlier that are proposed, and sends the forms.
    let mut it = founded(desk.typist.take().unwrap());
    with_sessions(&mut it);
    it.open(f::UNIT_REPORTS).sees("6 tháng đầu năm 2026").sees("Kỳ này chưa mở");
    it.keys("<Ctrl+U>")
        .sees("10/06/2026")
        .keys(&"<Backspace>".repeat(10))
        .keys("15/6<Ctrl+S>")
        .sees("0/4 đơn vị")
        .sees("○");
    it.open(u::LETTERS).sees("dự thảo").keys("<Ctrl+U>41/SNNMT-VP<Enter><Enter>").sees("Đã cấp số");
    it.open(f::UNIT_REPORTS).keys("<Ctrl+D>");
    over(&mut it, &forms);
    it.keys("<Enter>").sees("Đã ghi 4 biểu");
    desk.typist = Some(it);

    // 12 June: a form comes back as it was filled, and a unit's own sheet, whose words are asked once.
    let it = desk.on("2026-06-12");
    let form = forms.join("thanh-tra-so-bieu-6-thang-dau-nam-2026.xlsx");
    filled(&form, &[("sessions", 3), ("attendances", 31)]);
    let lines = "Đơn vị: Văn phòng Sở;\nBáo cáo 6 tháng đầu năm 2026;\nNội dung;Kết quả\nSố buổi tuyên truyền;0\n\
                 Lượt người tham dự;0\nSố suất quà cho trẻ khó khăn;1\n";
    std::fs::write(&own, lines).unwrap();
    it.open(f::UNIT_REPORTS).keys(&format!("<Ins>{}<Enter>", form.display())).sees("Bản mới 1").keys("<Enter>");
    it.sees("Đã nhận 1 báo cáo").keys("<Enter>");
    it.keys(&format!("<Ins>{}<Enter>", own.display())).sees("Chưa rõ").keys("<↓><F2>").keys("được hỗ trợ<Enter>");
    it.sees_no("Chưa rõ").keys("<Enter>").sees("Đã nhận 1 báo cáo").keys("<Enter>").sees("2/4 đơn vị");
    // One counts more sessions than the office knows of: that is explained before it is accepted.
    at(it, "Thanh tra Sở");
    it.keys("<Enter><Space>").sees("phải sửa hoặc giải trình");
    explained(it, "Tính cả hai buổi sinh hoạt chi bộ");
    it.keys("<Space>").sees("Đã tiếp nhận").keys("<Esc>");
    at(it, "Chi cục Bảo vệ");
    it.keys("<Ctrl+W>").sees("– không").sees("3/4 đơn vị");

    // 16 June: who is late is called, then written to.
    let it = desk.on("2026-06-16");
    it.open(f::UNIT_REPORTS).sees("! thiếu");
    at(it, "Trung tâm Công nghệ");
    it.keys("<Space>").sees("Đã ghi nhắc").sees("đốc 1 lần").keys("<Ctrl+X>").sees("công văn đôn đốc 1 đơn vị");
    it.keys("<Ctrl+U>52/SNNMT-VP<Enter><Enter>").sees("Đã cấp số");
    let small = std::mem::replace(&mut it.size, (120, 40));
    it.sees("Ngày lập").sees_no("\"head\"");
    it.size = small;
    let letter = it.store().all::<Letter>().unwrap().into_iter().find(|it| it.number == "52").unwrap();
    let text = txt::render(&vitreem::reports::letters::paper(it.store(), &letter).unwrap(), 100);
    for words in ["Tại Công văn số 41/SNNMT-VP ngày 25 tháng 5", "Chưa nộp báo cáo", "TL. GIÁM ĐỐC", "1 lần"]
    {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(!text.contains("Chưa tổ chức buổi"), "whoever has reported is not urged:\n{text}");

    // 18 June: the last one comes, late; all is accepted, the period closed.
    let it = desk.on("2026-06-18");
    it.open(f::UNIT_REPORTS);
    at(it, "Trung tâm Công nghệ");
    it.keys("<Enter><F2><Ctrl+D><Ctrl+S>").sees("Đã nhận báo cáo").sees("△ nộp chậm").keys("<Esc>");
    for unit in ["Văn phòng Sở", "Trung tâm Công nghệ"] {
        at(it, unit);
        it.keys("<Enter>");
        explained(it, "Đã đối chiếu");
        it.keys("<Space>").sees("Đã tiếp nhận").keys("<Esc>");
    }
    it.keys("<Ctrl+K>chốt kỳ<Enter>").sees("Đã chốt kỳ").sees("■ chốt");

    // The report: what only people can write is written, a figure in it stays live; it is read as it will be printed.
    it.open(screen::SUB_FIGURES).sees("6 tháng đầu năm 2026 · dự thảo");
    it.keys("<Ctrl+U>").sees("Cần sửa trước khi trình ký").keys("<Esc><F2>").keys(&"<Tab>".repeat(2));
    it.sees("▌ I. Công tác").keys("<Ctrl+D><End> Sở đã mở {buoi tuyen<↓><Enter> buổi.").keys(&"<Tab>".repeat(8));
    it.sees("▌ III.3. Nguyên nhân").keys("Một đơn vị ít người.<Ctrl+S>").sees("Đã lưu");
    it.keys("<Ctrl+W>")
        .sees("Cần xem lại (3)")
        .sees("Thanh tra Sở, Số lượt người tham dự: đơn vị báo 31")
        .keys("<Esc>");
    it.keys("<F7><→><→><→><Enter>").sees("trang 1/").sees("BÁO CÁO").keys("<Esc><Esc>");
    it.keys("<Ctrl+U>")
        .sees("2 số liệu đơn vị báo khác số của Văn phòng")
        .keys("<Tab><Enter>")
        .sees("đã trình ký")
        .keys("<Ctrl+U>")
        .sees("Ngày ký")
        .keys("<Enter>")
        .sees("· đã ký");

    // 22 June: the clerical office gives the number; the report goes out and is beyond undoing.
    let it = desk.on("2026-06-22");
    it.open(screen::SUB_FIGURES).keys("<<>").keys(">").sees("6 tháng đầu năm 2026 · đã ký");
    it.keys("<Ctrl+U>86/BC-SNNMT<Enter><Enter>").sees("đã cấp số · 86, 22/06/2026 · mã ");
    it.keys("<Ctrl+U>")
        .sees("Ban hành báo cáo")
        .keys("<Tab><Enter>")
        .sees("đã ban hành")
        .keys("<Ctrl+Z>")
        .sees("Thu hồi")
        .keys("<Ctrl+W>")
        .sees("Nội dung còn nguyên");
    let issued = txt::render(&consolidated::paper(it.store(), &half).unwrap(), 4000);
    for words in [
        "Số: 86/BC-",
        "ngày 22 tháng 6 năm 2026",
        "Sở đã mở 2 buổi.",
        "Tính cả hai buổi sinh hoạt chi bộ",
        "Trung tâm Công nghệ",
        "2 lần về việc nộp báo cáo",
        "nộp chậm",
        "không phát sinh",
    ] {
        assert!(issued.contains(words), "{words}:\n{issued}");
    }

    // 1 July: a session nobody had written down; the report says what it said, the screen says the difference.
    let it = desk.on("2026-07-01");
    it.open(f::SESSIONS).keys("<Ctrl+W>10/6<Ctrl+S>").sees("1/3 buổi");
    it.open(screen::SUB_FIGURES);
    while !it.screen().contains("6 tháng đầu năm 2026") {
        it.keys("<<>");
    }
    it.sees("Đã báo cáo").sees("Chênh lệch").sees("+1");
    assert_eq!(txt::render(&consolidated::paper(it.store(), &half).unwrap(), 4000), issued);
    // All papers of the half-year go into one folder, with their index.
    let folder = papers.join("bộ văn bản");
    it.keys("<F7><↓><↓><Tab>");
    over(it, &folder);
    it.keys("<Enter>").sees("Đã lập");
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names[0], "00-muc-luc.xlsx");
    for part in ["bao-cao.docx", "bao-cao.pdf", "phu-luc.xlsx", "yeu-cau-bao-cao", "-don-doc-so-52", "phieu-ra-soat"] {
        assert!(names.iter().any(|name| name.contains(part)), "{part}: {names:?}");
    }
    assert_eq!(it.store().check().unwrap(), []);
    let states = it.store().all::<vitreem::domain::unit_report::UnitReport>().unwrap();
    assert!(states.iter().all(|it| it.closed_on.is_some_and(|on| show(on) == "18/06/2026")));
    assert_eq!(states.iter().filter(|it| it.state == UnitReportState::Nothing).count(), 1);
}

/// Explains every doubt on a report's page.
fn explained(it: &mut Typist, why: &str) {
    it.keys("<Home>");
    for _ in 0..14 {
        while it.screen().contains("Sửa số liệu (F2)") {
            it.keys(&format!("<Enter>{why}<Enter>"));
        }
        it.keys("<↓>");
    }
}
