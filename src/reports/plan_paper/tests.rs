use super::*;
use crate::acts::{plan_text, sample, setup};
use crate::paper::txt;

const PLAN: &str = include_str!("../../../tests/data/plan.txt");

#[test]
fn the_plan_of_2020_is_printed_as_it_was_written() {
    let mut store = sample::store();
    let taken = plan_text::read(&store, PLAN).unwrap();
    let id = plan_text::keep(&mut store, &taken, 2020).unwrap();
    let paper = paper(&store, id).unwrap();
    assert_eq!((paper.kind.as_deref(), paper.subject.starts_with("Thực hiện công tác")), (Some("Kế hoạch"), true));
    let Foot::Sign(sign) = &paper.foot else { panic!("a plan is signed") };
    assert_eq!(sign.recipients, ["Sở Lao động TB & XH", "Lãnh đạo Sở", "Các phòng, đơn vị", "Lưu: VT, TH"]);
    assert_eq!(sign.office, ["GIÁM ĐỐC"]);
    // Nobody is named yet: the agency's own blank.
    assert_eq!(sign.name, crate::text::prose::BLANK_SIGNER.vi);
    let heads: Vec<&str> = paper
        .body
        .iter()
        .filter_map(|block| if let Block::Heading(_, text) = block { Some(text.as_str()) } else { None })
        .collect();
    assert_eq!(
        heads,
        [
            "I. MỤC ĐÍCH, YÊU CẦU",
            "II. NỘI DUNG THỰC HIỆN",
            "1. Công tác tuyên truyền",
            "2. Nội dung thực hiện",
            "III. TỔ CHỨC THỰC HIỆN"
        ]
    );
    let text = txt::render(&paper, 400).split_whitespace().collect::<Vec<_>>().join(" ");
    for line in plan_text::read(&store, PLAN).unwrap().entries.iter().filter(|it| it.part.code() == "clause") {
        let flat = line.flat();
        let words = flat.trim_end_matches("./.").trim_end_matches('.');
        assert!(text.to_lowercase().contains(&words.to_lowercase()), "{words} is not in {text}");
    }
}

#[test]
fn a_plan_of_an_earlier_year_is_the_former_agency_s() {
    let mut store = sample::store();
    for agency in [setup::former(), setup::preset(store.today())] {
        store.save(&mut agency.clone()).unwrap();
    }
    let taken = plan_text::read(&store, PLAN).unwrap();
    let id = plan_text::keep(&mut store, &taken, 2020).unwrap();
    assert_eq!(paper(&store, id).unwrap().head.unwrap().agency, "Sở Tài nguyên và Môi trường");
}

#[test]
fn a_pasted_plan_is_signed_by_name_and_its_annex_is_whole() {
    let mut store = sample::store();
    let mut agency = setup::preset(store.today());
    agency.signer = "Nguyễn Văn Đức".into();
    store.save(&mut agency).unwrap();
    let taken = plan_text::read(&store, PLAN).unwrap();
    let id = plan_text::keep(&mut store, &taken, 2026).unwrap();
    let mut aim = store.find::<Clause>("plan", &id.value()).unwrap().remove(1);
    aim.due = crate::domain::value::RuleCode("1/6".into());
    store.save(&mut aim).unwrap();
    let paper = paper(&store, id).unwrap();
    let Foot::Sign(sign) = &paper.foot else { panic!("a plan is signed") };
    assert_eq!((sign.office.join(" "), sign.name.as_str()), ("GIÁM ĐỐC".into(), "Nguyễn Văn Đức"));
    let annex = txt::render(&Paper { body: paper.annexes[0].blocks.clone(), ..Paper::default() }, 400);
    assert!(annex.contains("I, ý 1") && annex.contains("01/06/2026") && !annex.contains('…'), "{annex}");
}

#[test]
fn a_document_of_the_shelf_is_cited_in_full_once() {
    let mut store = sample::store();
    setup::run(&mut store).unwrap();
    let mut plan = store.all::<Plan>().unwrap().remove(0);
    plan.basis
        .0
        .push_str("\nThực hiện Chỉ thị 28-CT/TW;\nThực hiện Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị;");
    store.save(&mut plan).unwrap();
    let text = txt::render(&paper(&store, plan.id).unwrap(), 4000);
    assert!(text.contains("Thực hiện Chỉ thị số 28-CT/TW ngày 25 tháng 12 năm 2023 của Bộ Chính trị về tăng cường"));
    assert!(text.contains("Thực hiện Chỉ thị số 28-CT/TW;"), "{text}");
}

#[test]
fn the_seeded_plan_names_its_leads_and_days_in_the_annex() {
    let mut store = sample::store();
    setup::run(&mut store).unwrap();
    let plan = store.all::<Plan>().unwrap().remove(0);
    let paper = paper(&store, plan.id).unwrap();
    let Some(Block::Table(table)) = paper.annexes[0].blocks.first() else { panic!("the annex is a table") };
    let autumn = table.rows.iter().find(|row| matches!(row, Row::Cells(cells) if cells[0] == "II.2, ý 3"));
    let Some(Row::Cells(cells)) = autumn else { panic!("no clause II.2.c, the third under II.2") };
    assert_eq!(cells[2..], ["Văn phòng Sở", "Công đoàn, Đoàn Thanh niên", "25/09/2026 (rằm tháng Tám)"]);
    let Foot::Sign(sign) = &paper.foot else { panic!("a plan is signed") };
    assert_eq!(sign.recipients, ["Các phòng, đơn vị", "Lưu: VT"]);
}

#[test]
fn no_sentence_of_the_plan_of_2020_is_doubled_by_the_shelf_or_cut_in_the_annex() {
    let mut store = sample::store();
    setup::run(&mut store).unwrap();
    let taken = plan_text::read(&store, PLAN).unwrap();
    let id = plan_text::keep(&mut store, &taken, 2020).unwrap();
    let paper = paper(&store, id).unwrap();
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = flat(&txt::render(&paper, 400));
    for entry in taken.entries.iter().filter(|it| it.part.code() == "clause") {
        let words = entry.flat();
        for sentence in words.split(". ").map(|it| it.trim_end_matches("./.").trim_end_matches('.')) {
            assert!(text.to_lowercase().contains(&sentence.to_lowercase()), "{sentence} is not in {text}");
        }
    }
    let Some(Block::Table(table)) = paper.annexes[0].blocks.first() else { panic!("the annex is a table") };
    let rows: Vec<&Vec<String>> =
        table.rows.iter().filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None }).collect();
    assert!(rows.iter().all(|cells| cells.iter().all(|cell| !cell.contains('…'))), "{rows:?}");
    let places: Vec<&str> = rows.iter().map(|cells| cells[0].as_str()).collect();
    assert_eq!(places, ["I, ý 1", "I, ý 2", "II.1, ý 1", "II.2, ý 1", "II.2, ý 2", "III, ý 1", "III, ý 2"]);
}

#[test]
fn what_is_past_in_a_plan_is_said_before_it_is_signed() {
    let mut store = sample::store();
    setup::run(&mut store).unwrap();
    for agency in [setup::former(), setup::preset(store.today())] {
        store.save(&mut Agency { signer: "Nguyễn Văn Đức".into(), ..agency }).unwrap();
    }
    let taken = plan_text::read(&store, PLAN).unwrap();
    let seed = store.all::<Plan>().unwrap().remove(0);
    crate::acts::clause::trash_plan(&mut store, seed.id).unwrap();
    let id = plan_text::keep(&mut store, &taken, 2026).unwrap();
    let said: Vec<String> = remarks(&store, id).unwrap().iter().map(|it| it.say(Lang::Vi)).collect();
    for words in ["20-CT/TW", "28-CT/TW", "2361/QĐ-TTg", "18001567", "111", "Sở Nông nghiệp và Môi trường", "Sở Y tế"]
    {
        assert!(said.iter().any(|it| it.contains(words)), "{words}: {said:#?}");
    }
    assert!(said.iter().any(|it| it.contains("Nguyễn Văn Đức")), "{said:#?}");
    let Foot::Sign(sign) = &paper(&store, id).unwrap().foot else { panic!("a plan is signed") };
    assert_eq!(sign.name, "Nguyễn Văn Đức");
    // In its own day it was right.
    let mut old = store.get(id).unwrap();
    old.issued = Some(sample::day("2020-08-10"));
    store.save(&mut old).unwrap();
    let then: Vec<String> = remarks(&store, id).unwrap().iter().map(|it| it.say(Lang::Vi)).collect();
    assert!(!then.iter().any(|it| it.contains("20-CT/TW") || it.contains("Nông nghiệp")), "{then:#?}");
}
