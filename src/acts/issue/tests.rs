use super::*;
use crate::acts::sample;
use crate::domain::agency::Agency;
use crate::domain::session::Session;
use crate::domain::value::Lines;
use crate::paper::Block;

fn today() -> NaiveDate {
    sample::day("2026-05-20")
}

fn half() -> Period {
    Period::parse("2026-H1").unwrap()
}

/// An office that is known by name and a report in which somebody wrote what only people can.
fn store() -> Store {
    let mut store = sample::store();
    let mut agency = Agency {
        name: "Sở Mẫu".into(),
        symbol: "SM".into(),
        place: "Lạng Sơn".into(),
        head: "Giám đốc".into(),
        signer: "Nguyễn Văn Hưng".into(),
        addressee: Lines("Sở Y tế".into()),
        ..Agency::default()
    };
    store.save(&mut agency).unwrap();
    let unit = sample::unit(&mut store, "Văn phòng Sở");
    session(&mut store, unit);
    let text = || Lines("Đã tổ chức {sessions} buổi.".into());
    let mut report = Report { direction: text(), strengths: text(), causes: text(), ..blank(&half()) };
    store.save(&mut report).unwrap();
    store
}

fn session(store: &mut Store, unit: Id<crate::domain::unit::Unit>) {
    let mut session = Session {
        name: "Phổ biến Luật Trẻ em".into(),
        unit,
        date: sample::day("2026-05-12"),
        attendance: 30,
        ..Session::default()
    };
    store.save(&mut session).unwrap();
}

fn said<T>(result: Result<T>) -> String {
    result.err().map(|error| error.say(Lang::Vi)).unwrap_or_default()
}

fn first_part(store: &Store) -> Block {
    consolidated::paper(store, &half()).unwrap().body[2].clone()
}

#[test]
fn a_report_goes_out_step_by_step_and_its_figures_stand_from_the_signature_on() {
    let mut store = store();
    submit(&mut store, &half()).unwrap();
    let unit = store.all::<crate::domain::unit::Unit>().unwrap()[0].id;
    session(&mut store, unit);
    assert_eq!(first_part(&store), Block::text("Đã tổ chức 2 buổi."), "live while it waits for the signature");
    sign(&mut store, &half(), today()).unwrap();
    session(&mut store, unit);
    assert_eq!(first_part(&store), Block::text("Đã tổ chức 2 buổi."));
    let refused = said(number(&mut store, &half(), "abc", sample::day("2026-05-20")));
    assert!(refused.contains("bằng chữ số"), "{refused}");
    number(&mut store, &half(), " 125/BC-SM ", sample::day("2026-05-20")).unwrap();
    issue(&mut store, &half()).unwrap();
    let paper = consolidated::paper(&store, &half()).unwrap();
    let head = paper.head.unwrap();
    assert_eq!(head.citation(), "số 125/BC-SM ngày 20 tháng 5 năm 2026");
    assert_eq!(head.print.len(), 64);
    assert_eq!(paper.annexes[0].reference, "(Kèm theo Báo cáo số 125/BC-SM ngày 20 tháng 5 năm 2026 của Sở Mẫu)");
    assert!(find(&store, &half()).unwrap().unwrap().figures.contains("\"sessions\":2"));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn each_day_on_the_way_lies_between_the_one_before_and_today() {
    let mut store = store();
    submit(&mut store, &half()).unwrap();
    assert!(said(sign(&mut store, &half(), sample::day("2026-05-19"))).contains("trước ngày trình ký 20/05/2026"));
    assert!(said(sign(&mut store, &half(), sample::day("2026-05-21"))).contains("chưa đến"));
    assert_eq!(find(&store, &half()).unwrap().unwrap().standing(), ReportState::Submitted);
    sign(&mut store, &half(), today()).unwrap();
    assert_eq!(find(&store, &half()).unwrap().unwrap().signature_on, Some(today()));
    assert!(said(number(&mut store, &half(), "125", sample::day("2026-05-19"))).contains("trước ngày ký 20/05/2026"));
    send_back(&mut store, &half()).unwrap();
    let report = find(&store, &half()).unwrap().unwrap();
    assert_eq!((report.submitted_on, report.signature_on), (None, None));
}

#[test]
fn no_move_but_those_of_the_table_is_made() {
    let mut store = store();
    let day = sample::day("2026-05-20");
    assert!(said(sign(&mut store, &half(), today())).contains("dự thảo"));
    assert!(said(number(&mut store, &half(), "125", day)).contains("dự thảo"));
    assert!(issue(&mut store, &half()).is_err() && withdraw(&mut store, &half()).is_err());
    submit(&mut store, &half()).unwrap();
    assert!(submit(&mut store, &half()).is_err() && issue(&mut store, &half()).is_err());
    send_back(&mut store, &half()).unwrap();
    submit(&mut store, &half()).unwrap();
    sign(&mut store, &half(), today()).unwrap();
    assert!(said(number(&mut store, &half(), " ", day)).contains("Ghi số"));
    assert!(said(number(&mut store, &half(), "125", sample::day("2026-05-21"))).contains("21/05/2026"));
    number(&mut store, &half(), "125", day).unwrap();
    assert!(said(send_back(&mut store, &half())).contains("Thu hồi"));
    // The same number is not given twice in a year.
    let year = Period::parse("2025").unwrap();
    assert!(
        said(store.write(Step::new(crate::domain::act::Act::Issue, Report::TABLE, "2025"), |store| {
            went_out(store, &year, "0125", day)
        }))
        .contains("125")
    );
}

#[test]
fn undo_goes_back_to_the_draft_until_there_is_a_number() {
    let mut store = store();
    submit(&mut store, &half()).unwrap();
    sign(&mut store, &half(), today()).unwrap();
    store.undo().unwrap();
    assert_eq!(find(&store, &half()).unwrap().unwrap().standing(), ReportState::Submitted);
    store.redo().unwrap();
    number(&mut store, &half(), "125", sample::day("2026-05-20")).unwrap();
    assert!(said(store.undo()).contains("Ctrl+X"));
    withdraw(&mut store, &half()).unwrap();
    let report = find(&store, &half()).unwrap().unwrap();
    assert_eq!((report.standing(), report.number.as_str(), report.content.as_str()), (ReportState::Draft, "", ""));
    assert!(store.undo().is_err());
}

#[test]
fn a_report_with_gaps_is_not_shown_to_the_signer() {
    let mut store = store();
    let mut report = find(&store, &half()).unwrap().unwrap();
    report.causes = Lines("Có {khong_co} và {sessions.cung_ky}.".into());
    store.save(&mut report).unwrap();
    let refused = said(submit(&mut store, &half()));
    assert!(refused.contains('2') && refused.contains("khong_co"), "{refused}");
    assert_eq!(find(&store, &half()).unwrap().unwrap().standing(), ReportState::Draft);
}

#[test]
fn what_is_typed_into_a_guarded_report_gives_no_family_away() {
    let mut store = store();
    let unit = store.all::<crate::domain::unit::Unit>().unwrap().remove(0).id;
    let father = sample::staff(&mut store, "Lộc Văn Hà", unit);
    sample::child(&mut store, "Lộc Văn Đông", "2015-03-05", father, unit);
    let mut report = find(&store, &half()).unwrap().unwrap();
    report.causes = Lines("Tặng 2 suất quà; giúp 01 cháu mồ côi là Lộc Văn Đông.".into());
    report.guarded = true;
    store.save(&mut report).unwrap();
    let faults = |store: &Store| {
        let report = find(store, &half()).unwrap();
        let found = consolidated::writing(store, &half(), report.as_ref()).unwrap().faults().faults;
        found.iter().map(|fault| fault.say(Lang::Vi)).collect::<Vec<_>>()
    };
    let found = faults(&store);
    assert!(found.len() == 2 && found[0].contains("\"01 cháu\"") && found[1].contains("\"Lộc Văn Đông\""), "{found:?}");
    assert!(said(submit(&mut store, &half())).contains("Chưa trình ký được"));
    unguard(&mut store, &half(), "Gửi cơ quan có thẩm quyền").unwrap();
    assert_eq!(faults(&store), Vec::<String>::new());
}

#[test]
fn small_counts_are_said_in_a_guarded_report_only_with_a_reason() {
    let mut store = store();
    let mut report = find(&store, &half()).unwrap().unwrap();
    assert!(said(unguard(&mut store, &half(), "x")).contains("không che"));
    report.guarded = true;
    store.save(&mut report).unwrap();
    assert!(said(unguard(&mut store, &half(), " ")).contains("lý do"));
    unguard(&mut store, &half(), "Gửi cơ quan có thẩm quyền theo công văn 12").unwrap();
    assert!(!find(&store, &half()).unwrap().unwrap().is_guarded());
    let line = store.undoable().unwrap().unwrap();
    assert_eq!(line.act, "unguard");
    store.undo().unwrap();
    assert!(find(&store, &half()).unwrap().unwrap().is_guarded());
}

#[test]
fn the_fingerprint_tells_whether_content_number_or_day_was_changed() {
    let mut store = store();
    assert_eq!(is_whole(&store, &half()).unwrap(), None);
    submit(&mut store, &half()).unwrap();
    sign(&mut store, &half(), today()).unwrap();
    number(&mut store, &half(), "125", sample::day("2026-05-20")).unwrap();
    assert_eq!(is_whole(&store, &half()).unwrap(), Some(true));
    let report = find(&store, &half()).unwrap().unwrap();
    for changed in [
        Report { content: report.content.replace("Sở Mẫu", "Sở Khác"), ..report.clone() },
        Report { number: "126".into(), ..report.clone() },
        Report { signed_on: Some(sample::day("2026-05-18")), ..report.clone() },
    ] {
        assert!(!changed.is_whole());
        // Nor does the store take it.
        assert!(store.save(&mut changed.clone()).is_err());
    }
}

#[test]
fn the_check_of_the_store_finds_a_report_that_is_not_what_was_numbered() {
    let mut store = store();
    submit(&mut store, &half()).unwrap();
    sign(&mut store, &half(), today()).unwrap();
    number(&mut store, &half(), "125", sample::day("2026-05-20")).unwrap();
    assert_eq!(store.check().unwrap(), []);
    let mut changed = find(&store, &half()).unwrap().unwrap();
    changed.content = changed.content.replace("Sở Mẫu", "Sở Khác");
    // Whoever gets past the rule about issued reports has not yet got past the fingerprint.
    let mut draft = Report { state: ReportState::Draft, number: String::new(), signed_on: None, ..changed.clone() };
    let sly = Step::new(Act::Withdraw, Report::TABLE, "");
    store.write(sly, |store| store.put_record(&mut draft).and_then(|_| store.put_record(&mut changed))).unwrap();
    let said: Vec<String> = store.check().unwrap().iter().map(|it| it.said.say(Lang::Vi)).collect();
    assert_eq!(said, ["báo cáo số 125 (kỳ 2026-H1) không còn như khi cấp số: mã nội dung không khớp"]);
}
