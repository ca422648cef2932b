use super::*;
use crate::acts::sample;

fn half() -> Period {
    Period::parse("2026-H1").unwrap()
}

fn version(day: &str, sessions: i64) -> Submission {
    Submission { received_on: sample::day(day), sessions: Some(sessions), ..Submission::default() }
}

fn report(store: &Store, unit: Id<Unit>) -> UnitReport {
    of_unit(store, unit, &half()).unwrap()
}

#[test]
fn every_active_unit_owes_one_report() {
    let mut store = sample::store();
    let period = half();
    assert!(open_period(&mut store, &period, None).is_err());
    sample::unit(&mut store, "Văn phòng");
    let mut gone = Unit { name: "Phòng cũ".into(), until: Some(sample::day("2025-06-30")), ..Unit::default() };
    store.save(&mut gone).unwrap();
    assert_eq!(open_period(&mut store, &period, None).unwrap(), 1);
    let version = store.version();
    assert_eq!(open_period(&mut store, &period, None).unwrap(), 0);
    assert_eq!(store.version(), version, "a period that is open is not opened again");
    sample::unit(&mut store, "Thanh tra");
    // The request that comes later sets its own day for all that have not reported.
    assert_eq!(open_period(&mut store, &period, Some(sample::day("2026-06-05"))).unwrap(), 1);
    let dues: Vec<NaiveDate> = store.all::<UnitReport>().unwrap().iter().map(|report| report.due).collect();
    assert_eq!(dues, [sample::day("2026-06-05"), sample::day("2026-06-05")]);
}

#[test]
fn each_version_is_kept_and_the_same_one_twice_is_one() {
    let mut store = sample::store();
    let unit = sample::unit(&mut store, "Văn phòng");
    open_period(&mut store, &half(), None).unwrap();
    let line = report(&store, unit);
    assert!(receive(&mut store, &line, version("2026-06-12", 2)).unwrap());
    let line = report(&store, unit);
    assert!(!receive(&mut store, &line, version("2026-06-13", 2)).unwrap());
    assert_eq!(report(&store, unit).received_on, Some(sample::day("2026-06-12")));
    let line = report(&store, unit);
    assert!(receive(&mut store, &line, version("2026-06-14", 3)).unwrap());
    let told = |store: &Store| {
        let all = said::versions(store, report(store, unit).id).unwrap();
        all.iter().map(|it| (it.version, it.sessions.unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(told(&store), [(1, 2), (2, 3)]);
    assert_eq!(report(&store, unit).versions, 2);
    assert_eq!(store.undo().unwrap().act, "receive");
    assert_eq!(told(&store), [(1, 2)]);
    store.undo().unwrap();
    assert_eq!(report(&store, unit).state, UnitReportState::Expected);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn nothing_to_report_is_a_report_and_never_wipes_one() {
    let mut store = sample::store();
    let (first, second) = (sample::unit(&mut store, "Văn phòng"), sample::unit(&mut store, "Thanh tra"));
    open_period(&mut store, &half(), None).unwrap();
    let day = sample::day("2026-06-12");
    let line = report(&store, first);
    receive(&mut store, &line, version("2026-06-12", 2)).unwrap();
    let (came, awaited) = (report(&store, first), report(&store, second));
    assert!(nothing(&mut store, &[awaited.clone(), came], day).is_err(), "one that came is not wiped");
    assert_eq!(report(&store, second).state, UnitReportState::Expected, "all or none");
    nothing(&mut store, &[awaited], day).unwrap();
    assert_eq!(report(&store, second).state, UnitReportState::Nothing);
}

#[test]
fn a_warning_is_mended_or_explained_before_the_report_is_accepted() {
    let mut store = sample::store();
    let unit = sample::unit(&mut store, "Văn phòng");
    store.write(Step::new(Act::Setup, "", ""), put_rules_within).unwrap();
    open_period(&mut store, &half(), None).unwrap();
    let line = report(&store, unit);
    receive(&mut store, &line, Submission { attendances: Some(30), ..version("2026-06-12", 2) }).unwrap();
    let line = report(&store, unit);
    let refused = accept(&mut store, std::slice::from_ref(&line)).unwrap_err().say(Lang::Vi);
    assert!(refused.contains("đơn vị báo 2, Văn phòng ghi nhận 0"), "{refused}");
    let found = said::checked(&store, &line).unwrap();
    assert!(explain(&mut store, &line, &found[0].warning, "").is_err());
    explain(&mut store, &line, &found[0].warning, "Hai buổi lồng ghép họp chi bộ").unwrap();
    assert_eq!(said::checked(&store, &line).unwrap()[0].answer.as_deref(), Some("Hai buổi lồng ghép họp chi bộ"));
    accept(&mut store, &[line]).unwrap();
    assert_eq!(said::explained(&store, &half()).unwrap().len(), 1);
    // Other figures need another answer.
    let line = report(&store, unit);
    send_back(&mut store, &line, "Thiếu số liệu quý II").unwrap();
    let line = report(&store, unit);
    receive(&mut store, &line, Submission { attendances: Some(30), ..version("2026-06-14", 3) }).unwrap();
    assert_eq!(said::checked(&store, &report(&store, unit)).unwrap()[0].answer, None);
}

#[test]
fn what_is_sent_back_has_a_reason_and_a_letter() {
    let mut store = sample::store();
    let unit = sample::unit(&mut store, "Văn phòng");
    open_period(&mut store, &half(), None).unwrap();
    let line = report(&store, unit);
    assert!(send_back(&mut store, &line, "x").is_err(), "nothing came yet");
    receive(&mut store, &line, version("2026-06-12", 2)).unwrap();
    let line = report(&store, unit);
    assert!(send_back(&mut store, &line, "").is_err());
    let letter = send_back(&mut store, &line, "Thiếu số liệu").unwrap();
    let letter = store.get(letter).unwrap();
    assert_eq!((letter.kind, letter.units.0, letter.report), (LetterKind::Return, vec![unit.0], line.id));
    store.undo().unwrap();
    assert_eq!((report(&store, unit).state, store.all::<Letter>().unwrap().len()), (UnitReportState::Sent, 0));
}

#[test]
fn a_closed_period_stands_still_until_it_is_opened_again() {
    let mut store = sample::store();
    let (first, second) = (sample::unit(&mut store, "Văn phòng"), sample::unit(&mut store, "Thanh tra"));
    let period = half();
    assert!(close(&mut store, &period).is_err(), "nothing is expected");
    open_period(&mut store, &period, None).unwrap();
    let line = report(&store, first);
    receive(&mut store, &line, version("2026-06-12", 2)).unwrap();
    assert!(close(&mut store, &period).is_err(), "one waits to be accepted");
    let line = report(&store, first);
    accept(&mut store, &[line]).unwrap();
    close(&mut store, &period).unwrap();
    let line = report(&store, second);
    assert!(receive(&mut store, &line, version("2026-06-20", 1)).is_err());
    assert!(store.save(&mut UnitReport { note: "x".into(), ..line }).is_err(), "the file itself refuses");
    reopen(&mut store, &period).unwrap();
    let line = report(&store, second);
    assert!(receive(&mut store, &line, version("2026-06-20", 1)).unwrap());
    for _ in 0..3 {
        store.undo().unwrap();
    }
    assert_eq!(report(&store, second).closed_on, None);
    assert_eq!(store.check().unwrap(), []);
}
