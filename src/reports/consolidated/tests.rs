use super::lines::cited;
use super::*;
use crate::domain::act::{Act, Step};
use crate::domain::citation;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::inspection::{Inspection, InspectionState};
use crate::domain::money::Vnd;
use crate::domain::place;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::domain::rally::Rally;
use crate::domain::record::Record;
use crate::domain::report::{Report, ReportState};
use crate::domain::submission::{Basis, Submission};
use crate::domain::unit::Unit;
use crate::domain::value::{Lines, PeriodCode};
use crate::domain::work::Work;
use crate::paper::{Row, txt};
use crate::reports::figures::{FIGURES, figures};
use crate::reports::fixture::{add, at, empty, h1, office};

fn text(store: &Store, period: &Period) -> String {
    txt::render(&paper(store, period).unwrap(), 4000)
}

#[test]
fn the_paper_has_the_numbers_of_the_figures() {
    let store = office();
    let found = figures(&store, &h1()).unwrap();
    let printed = text(&store, &h1());
    for said in [
        "4 buổi tuyên truyền",
        "trẻ em (tăng 3 buổi so với cùng kỳ năm trước) với 145 lượt người tham dự",
        "3/4 phòng, đơn vị có tổ chức",
        "7 trẻ em dưới 16 tuổi",
        "có 2 trẻ em có hoàn cảnh đặc biệt",
        "8 suất với tổng giá trị 1.600.000 đồng (bằng chữ: một triệu sáu trăm nghìn đồng); đã trao 6 suất",
        "18.000.000 đồng (bằng chữ: mười tám triệu đồng)",
        "Đã nộp 15.000.000 đồng về Quỹ",
        "ghi nhận 2 vụ việc",
        "thông báo 1 vụ việc",
    ] {
        assert!(printed.contains(said), "{said}\n{printed}");
    }
    let annex = &paper(&store, &h1()).unwrap().annexes[0];
    let Some(Block::Table(table)) = annex.blocks.first() else { panic!("Phụ lục I is a table") };
    for (figure, value) in found.iter() {
        let row = table.rows.iter().find_map(|row| match row {
            Row::Cells(cells) if cells[1] == figure.label.vi => Some(cells),
            _ => None,
        });
        match row {
            Some(cells) => assert_eq!(cells[3], Vnd(value).show(), "{}", figure.code),
            None => assert!(figure.code.starts_with("group_") && value == 0, "{}", figure.code),
        }
    }
    assert!(FIGURES.len() > 40);
}

#[test]
fn totals_of_the_tables_are_the_sums_of_their_rows() {
    let report = paper(&office(), &h1()).unwrap();
    let blocks = report.body.iter().chain(report.annexes.iter().flat_map(|annex| &annex.blocks));
    let mut seen = 0;
    for block in blocks {
        let Block::Table(table) = block else { continue };
        let Some(Row::Total(total)) = table.rows.last() else { continue };
        if total[0] != t::TOTAL.vi {
            continue;
        }
        for (at, wanted) in total.iter().enumerate().skip(2).filter(|(_, cell)| !cell.is_empty()) {
            let cells =
                table.rows.iter().filter_map(|row| if let Row::Cells(cells) = row { Some(&cells[at]) } else { None });
            let number = |cell: &String| cell.replace('.', "").parse::<i64>().unwrap_or(0);
            assert_eq!(number(wanted), cells.map(number).sum::<i64>(), "{}", table.columns[at].head);
            seen += 1;
        }
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn no_child_is_named() {
    let store = office();
    let printed = text(&store, &h1());
    for child in store.all::<crate::domain::child::Child>().unwrap() {
        assert!(!printed.contains(&child.name), "{}", child.name);
    }
}

#[test]
fn the_agency_has_the_name_of_its_day() {
    let store = office();
    let before = Period::parse("2024-H2").unwrap();
    assert_eq!(paper(&store, &before).unwrap().head.unwrap().agency, "Sở Tài nguyên và Môi trường");
    let report = paper(&store, &h1()).unwrap();
    let head = report.head.unwrap();
    assert_eq!(
        (head.agency.as_str(), head.number_line().as_str()),
        ("Sở Nông nghiệp và Môi trường", "Số:       /BC-SNNMT")
    );
    let Foot::Sign(sign) = report.foot else { panic!("a report is signed") };
    assert_eq!(sign.office, ["KT. Giám đốc", "Phó Giám đốc"]);
    assert_eq!(sign.recipients.first().map(String::as_str), Some("Như trên"));
    assert_eq!(sign.recipients.last().map(String::as_str), Some("Lưu: VT, VP"));
}

#[test]
fn what_was_written_takes_the_place_of_the_draft() {
    let mut store = office();
    let written = "Công tác chỉ đạo được quan tâm.\n- Ban hành kế hoạch;\n\n- Đôn đốc đơn vị.";
    let report = Report { period: PeriodCode("2026-H1".into()), direction: Lines(written.into()), ..Report::default() };
    let id = add(&mut store, report);
    let mut report = store.get(id).unwrap();
    let paper = paper(&store, &h1()).unwrap();
    let wanted = [
        Block::Heading(Level::Part, t::PART_1.vi.into()),
        Block::text("Công tác chỉ đạo được quan tâm."),
        Block::bullet("Ban hành kế hoạch;"),
        Block::bullet("Đôn đốc đơn vị."),
        Block::Heading(Level::Part, t::PART_2.vi.into()),
    ];
    assert_eq!(paper.body[1..6], wanted);
    // Once it is signed, the paper is the one that was signed, under the number that it gets.
    report.content = kept::kept(&paper).unwrap();
    (report.state, report.number, report.signed_on) = (ReportState::Numbered, "7".into(), Some(at("2026-06-16")));
    report.subject = "Khác".into();
    add(&mut store, report);
    let signed = super::paper(&store, &h1()).unwrap();
    assert_eq!(signed.head.unwrap().citation(), "số 07/BC-SNNMT ngày 16 tháng 6 năm 2026");
    assert_eq!((signed.subject, signed.body), (paper.subject, paper.body));
}

#[test]
fn a_draft_keeps_its_figures_live_and_says_them_right() {
    let store = office();
    let writing = writing(&store, &h1(), None).unwrap();
    let draft = |wanted: Part| writing.drafts.iter().find(|(part, _)| *part == wanted).unwrap().1.clone();
    assert!(draft(Part::Propaganda).contains("{sessions} buổi tuyên truyền"), "{}", draft(Part::Propaganda));
    for (part, text) in &writing.drafts {
        assert_eq!(writing.places.gaps(text), [], "{part:?}");
        assert!(place::names(&writing.places.fill(text)).next().is_none(), "{part:?}");
    }
    // Every form of a figure can be written.
    let all = "{sessions} {sessions.cung_ky} {sessions.chenh_lech}{sessions.so_sanh}; {contributed.chu}";
    let told = "4 1 +3 (tăng 3 buổi so với cùng kỳ năm trước); mười tám triệu đồng";
    assert_eq!(writing.places.fill(all), told);
    assert_eq!(writing.places.fill("{ky}, {ten_la}"), "6 tháng đầu năm 2026, {ten_la}");
}

#[test]
fn what_is_missing_before_the_signature_is_listed() {
    let mut store = office();
    let report = Report {
        period: PeriodCode("2026-H1".into()),
        direction: Lines(
            "Đã họp {so_cuoc_hop} cuộc; tổ chức 4 buổi, phát 977 tờ rơi, 3 lượt kiểm tra đột xuất. Do {buoi".into(),
        ),
        causes: Lines(t::BLANK_CAUSES.vi.into()),
        ..Report::default()
    };
    add(&mut store, report.clone());
    let found = writing(&store, &h1(), Some(&report)).unwrap().faults();
    let said = |list: &[crate::text::Said]| list.iter().map(|it| it.say(Lang::Vi)).collect::<Vec<_>>().join("\n");
    let (faults, doubts) =
        (said(&found.faults), said(&found.doubts.iter().map(|it| it.said.clone()).collect::<Vec<_>>()));
    assert!(faults.contains("so_cuoc_hop") && faults.contains("3. Nguyên nhân: chưa viết"), "{faults}");
    assert!(faults.contains("trước \"buoi\" chưa đóng"), "{faults}");
    assert!(doubts.contains("977") && !doubts.contains("số 4 "), "{doubts}");
}

#[test]
fn the_plan_is_reported_on_clause_by_clause() {
    let store = office();
    let report = paper(&store, &h1()).unwrap();
    let Some(Block::Table(table)) = report.annexes[3].blocks.first() else { panic!("Phụ lục IV is a table") };
    let told: Vec<&Vec<String>> =
        table.rows.iter().filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None }).collect();
    let clauses = store.all::<crate::domain::plan::Clause>().unwrap();
    assert!(!told.is_empty() && told.len() <= clauses.len());
    for cells in told {
        assert!(clauses.iter().any(|clause| clause.code == cells[0] && clause.flat() == cells[1]), "{cells:?}");
        assert!(!cells[4].is_empty(), "{cells:?}");
    }
}

#[test]
fn an_empty_office_gets_a_report_with_named_blanks() {
    let store = empty();
    let printed = text(&store, &h1());
    for said in ["(TÊN CƠ QUAN)", "(nơi nhận báo cáo)", "(họ tên người ký)", "chưa tổ chức buổi tuyên truyền nào"]
    {
        assert!(printed.contains(said), "{said}\n{printed}");
    }
    for (part, draft) in writing(&store, &h1(), None).unwrap().drafts {
        assert!(!draft.is_empty(), "{part:?}");
    }
    for (part, column, _) in Part::ALL {
        assert_eq!(Part::of_column(column), Some(part));
    }
}

#[test]
fn every_period_has_a_report() {
    let store = office();
    for code in ["2026", "2026-H2", "2026-Q2", "2026-05", "cal:2026", "2026-thang-hanh-dong", "2026-01-01..2026-03-31"]
    {
        let paper = paper(&store, &Period::parse(code).unwrap()).unwrap();
        // The plan is reported on clause by clause, but for the one month that is a clause of it.
        // A year has the stock and flow of circumstances too.
        let annexes = match code {
            "2026-thang-hanh-dong" => 3,
            "2026" | "cal:2026" => 5,
            _ => 4,
        };
        assert_eq!((paper.annexes.len(), paper.kind.as_deref()), (annexes, Some("Báo cáo")), "{code}");
    }
    let month = paper(&store, &Period::parse("2026-thang-hanh-dong").unwrap()).unwrap();
    assert_eq!(month.subject, "Kết quả thực hiện Tháng hành động vì trẻ em năm 2026");
}

#[test]
fn the_plan_is_cited_by_the_decree() {
    let plan = |name: &str| Plan {
        name: name.into(),
        number: "05/KH-SNNMT".into(),
        issued: Some(at("2026-01-05")),
        ..Plan::default()
    };
    assert_eq!(
        cited(&plan("Kế hoạch công tác trẻ em năm 2026"), "Sở X"),
        "Kế hoạch số 05/KH-SNNMT ngày 05 tháng 01 năm 2026 của Sở X về công tác trẻ em năm 2026"
    );
    assert_eq!(
        cited(&plan("Kế hoạch thực hiện công tác trẻ em"), "Sở X"),
        "Kế hoạch số 05/KH-SNNMT ngày 05 tháng 01 năm 2026 của Sở X về việc thực hiện công tác trẻ em"
    );
    let bare = "Kế hoạch năm 2026 (số 05/KH-SNNMT ngày 05 tháng 01 năm 2026)";
    assert_eq!(cited(&plan("Kế hoạch năm 2026"), "Sở X"), bare);
    assert_eq!(cited(&Plan { issued: None, ..plan("kế hoạch năm") }, "Sở X"), "Kế hoạch năm");
}

#[test]
fn a_guarded_report_says_no_small_count_of_children_anywhere() {
    let mut store = office();
    let mut report = Report { period: PeriodCode("2026-H1".into()), guarded: true, ..Report::default() };
    let id = add(&mut store, report.clone());
    let printed = text(&store, &h1());
    for said in ["có dưới 3 trẻ em có hoàn cảnh đặc biệt", "đã hỗ trợ dưới 3 trẻ em.", "4 buổi tuyên truyền"]
    {
        assert!(printed.contains(said), "{said}\n{printed}");
    }
    assert!(!printed.contains("có 2 trẻ em") && !printed.contains("1.800.000"), "{printed}");
    // With the reason given, all is said.
    report = store.get(id).unwrap();
    report.unguarded = "Theo công văn".into();
    add(&mut store, report);
    assert!(text(&store, &h1()).contains("có 2 trẻ em có hoàn cảnh đặc biệt"));
}

#[test]
fn the_office_fills_its_own_word_file() {
    use crate::domain::template::{Template, TemplateKind};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let mut store = office();
    assert_eq!(own::template_of(&store, &h1()).unwrap(), None);
    let file = |lines: &[&str]| {
        let body = lines.iter().map(|line| Block::text(*line)).collect();
        STANDARD.encode(crate::paper::docx::render(&Paper { body, ..Paper::default() }).unwrap())
    };
    let lines = [
        "{{CO_QUAN}}: {{so_ky_hieu}}, {{sessions}} buổi{{sessions.so_sanh}}",
        "{{phan:II.1}}",
        "{{bang:so_lieu}}",
        "{{noi_nhan}}",
    ];
    let any = Template { name: "Chung".into(), content: file(&lines), ..Template::default() };
    add(&mut store, any);
    let year =
        Template { name: "Năm".into(), kind: TemplateKind::Year, content: file(&["{{so}}"]), ..Template::default() };
    add(&mut store, year);
    let template = own::template_of(&store, &h1()).unwrap().unwrap();
    assert_eq!(template.name, "Chung");
    assert_eq!(own::template_of(&store, &Period::parse("2026").unwrap()).unwrap().unwrap().name, "Năm");
    assert_eq!(own::faults(&store, &h1(), &template).unwrap(), []);
    let bytes = own::filled(&store, &h1(), &template).unwrap();
    assert_eq!(crate::paper::docx::template::places(&bytes).unwrap(), []);
    // What cannot be filled is said, and nothing is made.
    let wrong = Template {
        name: "Sai".into(),
        content: file(&["{{khong_co}} {{phan:II.1}} {{sessions.cung_ky}}"]),
        ..Template::default()
    };
    let faults = own::faults(&store, &Period::parse("2025").unwrap(), &wrong).unwrap();
    let said: Vec<String> = faults.iter().map(|fault| fault.say(Lang::Vi)).collect();
    assert!(
        said[0].contains("khong_co") && said[1].contains("riêng một đoạn") && said[2].contains("sessions.cung_ky"),
        "{said:?}"
    );
    assert!(own::filled(&store, &h1(), &wrong).is_err());
}

#[test]
fn the_annexes_are_sheets_with_numbers() {
    use crate::paper::Cell;
    let sheets = sheets(&office(), &h1()).unwrap();
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["PL I", "PL II", "PL III.1", "PL III.2", "PL III.3", "PL IV"]);
    let row = sheets[0].1.rows.iter().find(|row| row.contains(&Cell::Text("Số buổi tuyên truyền".into()))).unwrap();
    assert_eq!((&row[3], &row[5]), (&Cell::Money(4), &Cell::Money(3)));
}

#[test]
fn whatever_proves_a_clause_in_the_plan_proves_it_in_the_report() {
    let mut store = office();
    let plan = store.all::<Plan>().unwrap()[0].id;
    let unit = store.all::<Unit>().unwrap()[0].id;
    let asked = |evidence| Clause { name: "Việc riêng".into(), plan, evidence, ..Clause::default() };
    let inspected = add(&mut store, asked(Evidence::Inspection));
    let joined = add(&mut store, asked(Evidence::Rally));
    let built = add(&mut store, asked(Evidence::Work));
    let (date, name) = (at("2026-03-05"), "Việc riêng".to_owned());
    let held = InspectionState::Held;
    let planned = Inspection { date, unit, name: name.clone(), clause: inspected, ..Inspection::default() };
    add(&mut store, Inspection { state: held, ..planned.clone() });
    add(&mut store, planned);
    add(&mut store, Rally { since: date, name: name.clone(), clause: joined, ..Rally::default() });
    add(&mut store, Work { since: date, name, clause: built, ..Work::default() });
    let proofs = clauses::proofs(&store, plan, &h1()).unwrap();
    for clause in [inspected, joined, built] {
        let proof = proofs.iter().find(|(id, _)| *id == clause).map(|(_, proof)| proof).unwrap();
        assert_eq!((proof.count, proof.first, proof.last), (1, Some(date), Some(date)));
        assert_eq!(store.get(clause).unwrap().proofs(), 1);
    }
    let next = Period::parse("2026-H2").unwrap();
    let later = clauses::proofs(&store, plan, &next).unwrap();
    assert!(later.iter().all(|(id, _)| ![inspected, joined, built].contains(id)));
}

#[test]
fn what_a_unit_estimated_is_marked_in_the_annex() {
    let mut store = office();
    let told = |store: &Store| {
        let annex = &paper(store, &h1()).unwrap().annexes[1];
        let Some(Block::Table(table)) = annex.blocks.first() else { panic!("Phụ lục II is a table") };
        let marked =
            table.rows.iter().filter(|row| matches!(row, Row::Cells(cells) if cells[5].ends_with('*'))).count();
        (marked, annex.blocks.iter().any(|block| format!("{block:?}").contains("* Số ước đến hết kỳ")))
    };
    assert_eq!(told(&store), (0, false));
    let mut version = store.all::<Submission>().unwrap().remove(0);
    version.basis = Basis::Estimate;
    store.write(Step::new(Act::Edit, Submission::TABLE, ""), |store| store.put_record(&mut version)).unwrap();
    assert_eq!(told(&store), (1, true));
}

#[test]
fn a_document_of_the_shelf_is_cited_in_full_once() {
    let mut store = office();
    let mut directive = store.all::<Document>().unwrap().into_iter().find(|it| it.number == "28-CT/TW").unwrap();
    directive.kind = DocumentKind::Directive;
    (directive.issued, directive.issuer) = (Some(at("2023-12-25")), "Bộ Chính trị".into());
    directive.subject = "Tăng cường chăm sóc trẻ em".into();
    add(&mut store, directive.clone());
    let full = citation::first(&directive);
    let report = Report {
        period: PeriodCode("2026-H1".into()),
        direction: Lines("Đã phổ biến Chỉ thị 28-CT/TW.".into()),
        proposals: Lines(format!("Tiếp tục thực hiện {full}.\n- Sơ kết Chỉ thị số 28-CT/TW.")),
        ..Report::default()
    };
    add(&mut store, report);
    let body = paper(&store, &h1()).unwrap().body;
    assert!(body.contains(&Block::text(format!("Đã phổ biến {full}."))), "{body:?}");
    assert!(body.contains(&Block::text("Tiếp tục thực hiện Chỉ thị số 28-CT/TW.")), "{body:?}");
    assert!(body.contains(&Block::bullet("Sơ kết Chỉ thị số 28-CT/TW.")), "{body:?}");
    // Where sessions told it as well, that part names it again without its day.
    assert_eq!(text(&store, &h1()).matches(&full).count(), 1);
}
