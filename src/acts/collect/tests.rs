use super::*;
use crate::acts::sample;
use crate::domain::value::Value;
use crate::reports::unit_form;

const SHEET: &str = "Đơn vị: Thanh tra Sở;;\n;BÁO CÁO 6 tháng đầu năm 2026;\nTT;Nội dung;Kết quả\n1;Số buổi tuyên truyền;2\n2;Lượt người tham dự;45\n3;Số suất quà;12\n";

fn office() -> (Store, Id<Unit>, Period) {
    let mut store = sample::store();
    let unit = sample::unit(&mut store, "Thanh tra Sở");
    sample::unit(&mut store, "Văn phòng Sở");
    let period = Period::parse("2026-H1").unwrap();
    unit_reports::open_period(&mut store, &period, None).unwrap();
    (store, unit, period)
}

fn read(store: &Store, text: &str) -> Reading {
    look(store, "bc.csv", text.as_bytes(), &Asked::default()).unwrap()
}

fn latest(store: &Store, unit: Id<Unit>, period: &Period) -> Option<Submission> {
    let report = unit_reports::of_unit(store, unit, period).unwrap();
    said::versions(store, report.id).unwrap().pop()
}

#[test]
fn a_form_that_comes_back_is_taken_once() {
    let (mut store, unit, period) = office();
    let forms = unit_form::forms(&store, &period).unwrap();
    assert_eq!(
        forms.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["thanh-tra-so-bieu-6-thang-dau-nam-2026.xlsx", "van-phong-so-bieu-6-thang-dau-nam-2026.xlsx"]
    );
    let (name, bytes) = &forms[0];
    let reading = look(&store, name, bytes, &Asked::default()).unwrap();
    assert_eq!((reading.faults.len(), reading.reports.len()), (0, 1));
    assert_eq!((reading.reports[0].report.unit, reading.reports[0].outcome), (unit, Outcome::New));
    assert_eq!(take(&mut store, &reading).unwrap(), 1);
    assert_eq!(latest(&store, unit, &period).unwrap().sessions, Some(0));
    let version = store.version();
    let again = look(&store, name, bytes, &Asked::default()).unwrap();
    assert_eq!((again.reports[0].outcome, take(&mut store, &again).unwrap()), (Outcome::Same, 0));
    assert_eq!(store.version(), version, "the same file twice changes nothing");
    assert_eq!(store.undo().unwrap().act, "import");
    assert!(latest(&store, unit, &period).is_none());
}

#[test]
fn a_form_of_another_office_is_not_taken_by_its_number() {
    let (store, _, period) = office();
    let mut other = sample::store();
    sample::unit(&mut other, "Phòng Lạ");
    let (name, bytes) = unit_form::forms(&other, &period).unwrap().remove(0);
    let reading = look(&store, &name, &bytes, &Asked::default()).unwrap();
    assert!(reading.reports.is_empty() && reading.faults[0].say(Lang::Vi).contains("Phòng Lạ"), "{:?}", reading.faults);
}

#[test]
fn what_nobody_knows_is_kept_and_its_meaning_is_asked_once() {
    let (mut store, unit, period) = office();
    let reading = read(&store, SHEET);
    assert_eq!(reading.reports[0].unknown.iter().map(|it| it.label.as_str()).collect::<Vec<_>>(), ["Số suất quà"]);
    assert_eq!(reading.reports[0].version.other.0, "Số suất quà: 12");
    keep(&store, unit, "Số suất quà", "supported_children").unwrap();
    let reading = read(&store, SHEET);
    assert!(reading.reports[0].unknown.is_empty());
    take(&mut store, &reading).unwrap();
    let taken = latest(&store, unit, &period).unwrap();
    assert_eq!((taken.sessions, taken.attendances, taken.supported_children), (Some(2), Some(45), Some(12)));
    assert_eq!((taken.source, taken.file.as_str(), taken.children), (Source::Sheet, "bc.csv", None));
    keep(&store, unit, "Lượt người tham dự", "").unwrap();
    let reading = read(&store, SHEET);
    assert_eq!(reading.reports[0].changes, [(Item::Attendances, Some(45), None)]);
}

#[test]
fn a_file_with_a_fault_is_not_taken_at_all() {
    let (mut store, ..) = office();
    let bad = SHEET.replace(";45", ";rất nhiều");
    let reading = read(&store, &bad);
    assert!(reading.faults[0].say(Lang::Vi).starts_with("Dòng 5, Lượt người tham dự"), "{:?}", reading.faults);
    assert!(take(&mut store, &reading).is_err());
    for (from, to, words) in [
        ("Thanh tra Sở", "Phòng Không Có", "Phòng Không Có"),
        ("Số suất quà;12", "Không phát sinh;0", "không phát sinh"),
    ] {
        let reading = read(&store, &SHEET.replace(from, to));
        let said: Vec<String> = reading.faults.iter().map(|fault| fault.say(Lang::Vi)).collect();
        assert!(to.contains("phát sinh") || said.join(" ").contains(words), "{said:?}");
    }
    assert!(look(&store, "a.csv", b"mot;hai\nba;bon\n", &Asked::default()).is_err(), "it tells nothing");
}

#[test]
fn an_accepted_report_takes_no_new_version_from_a_file() {
    let (mut store, unit, period) = office();
    let reading = read(&store, SHEET);
    take(&mut store, &reading).unwrap();
    let report = unit_reports::of_unit(&store, unit, &period).unwrap();
    unit_reports::accept(&mut store, &[report]).unwrap();
    assert!(!read(&store, SHEET).is_new(), "the same again is no fault");
    let reading = read(&store, &SHEET.replace(";45", ";46"));
    assert!(reading.faults[0].say(Lang::Vi).contains("đã tiếp nhận"), "{:?}", reading.faults);
}

#[test]
fn texts_from_files_are_cleaned() {
    let (mut store, unit, period) = office();
    let text = SHEET.replace("Số suất quà;12", "Kiến nghị;\"=cmd|' /C calc'!A0\u{202e}\u{7}\"");
    let reading = read(&store, &text);
    take(&mut store, &reading).unwrap();
    let kept = latest(&store, unit, &period).unwrap().proposals.0;
    assert!(kept.starts_with('=') && !kept.contains(['\u{202e}', '\u{7}']), "{kept:?}");
    let form = unit_form::slip(&store, &period, &store.get(unit).unwrap()).unwrap();
    assert!(crate::paper::xlsx::slip(&form, "x").is_ok());
    assert_eq!(Value::from(kept.as_str()).text(), kept);
}
