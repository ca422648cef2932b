use super::*;
use crate::acts::sample::{self, day};
use crate::domain::born::Born;
use crate::domain::circumstance::Circumstance;
use crate::domain::person::{Employed, Person};
use crate::domain::sex::Sex;
use crate::domain::unit::Unit as Division;
use crate::exchange::roster::Unit;

fn row(name: &str, born: &str, father: &str, mother: &str, unit: &str) -> Row {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Row {
        row: 5,
        name: name.into(),
        born: Born::from_iso(born),
        father: text(father),
        mother: text(mother),
        unit: text(unit).map(|name| Unit { name, caps: false }),
        ..Row::default()
    }
}

fn taken(store: &mut Store, rows: &[Row]) -> (usize, usize, usize) {
    let outcome = outcome(store, rows);
    (outcome.added, outcome.updated, outcome.unchanged)
}

fn outcome(store: &mut Store, rows: &[Row]) -> Outcome {
    take(store, "ds.xlsx", Roster { rows: rows.to_vec(), ..Roster::default() }).unwrap()
}

fn children(store: &Store) -> Vec<Child> {
    store.all().unwrap()
}

fn people(store: &Store) -> Vec<(String, String)> {
    let unit = |person: &Person| store.name_of("unit", person.unit.0);
    store.all::<Person>().unwrap().iter().map(|person| (person.name.clone(), unit(person))).collect()
}

#[test]
fn a_roster_makes_children_parents_and_units_as_one_step() {
    let mut store = sample::store();
    let rows = [
        row("Lê Minh Việt", "2015-03-04", "Lê Anh Ân", "Đặng Thanh Nhung", "Văn phòng"),
        row("Lê Minh An", "2015-03-04", "Lê Anh Ân", "Đặng Thanh Nhung", "VĂN PHÒNG"),
    ];
    assert_eq!(taken(&mut store, &rows), (2, 0, 0));
    assert_eq!((store.all::<Division>().unwrap().len(), people(&store).len()), (1, 2));
    assert!(store.all::<Person>().unwrap().iter().all(|person| person.staff == Employed::Unknown));
    let last = store.undoable().unwrap();
    assert_eq!(taken(&mut store, &rows), (0, 0, 2));
    assert_eq!(store.undoable().unwrap(), last);
    store.undo().unwrap();
    assert_eq!((children(&store).len(), people(&store).len(), store.all::<Division>().unwrap().len()), (0, 0, 0));
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn a_plan_changes_nothing() {
    let mut store = sample::store();
    let roster = Roster { rows: vec![row("Lê An", "2015", "Lê Ân", "", "Văn phòng")], ..Roster::default() };
    let said = plan(&mut store, "ds.xlsx", roster.clone()).unwrap();
    assert_eq!((said.added, children(&store).len(), store.undoable().unwrap()), (1, 0, None));
    assert_eq!(take(&mut store, "ds.xlsx", roster).unwrap(), said);
}

#[test]
fn an_update_fills_and_replaces_but_never_blanks() {
    let mut store = sample::store();
    let first = Row { note: Some("lớp 3A".into()), ..row("Lê An", "2015", "Lê Ân", "", "Văn phòng") };
    taken(&mut store, &[first]);
    let fuller = Row { sex: Some(Sex::Male), ..row("Lê An", "2015-03-04", "", "Vũ Hà", "Văn phòng") };
    assert_eq!(taken(&mut store, &[fuller]), (0, 1, 0));
    assert_eq!(taken(&mut store, &[row("LE AN", "2015", "", "", "Văn phòng")]), (0, 0, 1));
    let child = &children(&store)[0];
    assert_eq!((child.name.as_str(), child.born, child.sex), ("Lê An", Born::from_iso("2015-03-04"), Some(Sex::Male)));
    assert_eq!((child.note.as_str(), store.name_of("person", child.father.0)), ("lớp 3A", "Lê Ân".to_owned()));
    assert_eq!(store.name_of("person", child.mother.0), "Vũ Hà");
}

#[test]
fn a_child_is_known_by_a_common_parent_or_unit() {
    let mut store = sample::store();
    taken(&mut store, &[row("Lê An", "2015-03-04", "Lê Ân", "Vũ Hà", "Văn phòng")]);
    let elsewhere = outcome(&mut store, &[row("Lê An", "2015-03-04", "", "Vũ Hà", "Thanh tra")]);
    assert_eq!((elsewhere.updated, elsewhere.warnings[0].text.text), (1, t::MOVED_UNIT));
    assert_eq!(people(&store).len(), 2);
    for other in [
        row("Lê An", "2015-03-04", "Lê Bắc", "", "Chi cục"),
        row("Lê An", "2016", "Lê Ân", "Vũ Hà", "Thanh tra"),
        row("Lê An", "2015", "Lê Công", "Ma Thị Lý", "Thanh tra"),
    ] {
        assert_eq!(taken(&mut store, std::slice::from_ref(&other)), (1, 0, 0), "{other:?}");
        assert_eq!(taken(&mut store, std::slice::from_ref(&other)), (0, 0, 1), "{other:?}");
    }
}

#[test]
fn twins_are_two_children_even_if_only_marks_tell_their_names_apart() {
    let mut store = sample::store();
    let twin = |name: &str| row(name, "2015-03-04", "Lê Ân", "Vũ Hà", "Văn phòng");
    taken(&mut store, &[twin("Lê Minh Anh")]);
    let before = children(&store)[0].id;
    assert_eq!(taken(&mut store, &[twin("Lê Minh Ánh"), twin("Lê Minh Anh")]), (1, 0, 1));
    assert_eq!(store.get(before).unwrap().name, "Lê Minh Anh");
    assert_eq!(taken(&mut store, &[twin("Lê Minh Ánh"), twin("Lê Minh Anh"), twin("Lê Minh Bảo")]), (1, 0, 2));
}

#[test]
fn the_same_name_in_another_unit_is_another_person() {
    let mut store = sample::store();
    let rows = [row("Lê An", "2015", "Lê Ân", "", "Văn phòng"), row("Lê Bình", "2016", "Lê Ân", "", "Thanh tra")];
    let said = outcome(&mut store, &rows);
    assert_eq!((said.added, people(&store).len(), said.warnings.len()), (2, 2, 1));
    assert_eq!(said.warnings[0].text.args, ["Lê Ân", "Văn phòng", "Thanh tra"]);
}

#[test]
fn a_unit_is_known_by_its_code() {
    let mut store = sample::store();
    let mut unit = Division { name: "Văn phòng Sở".into(), code: "VP".into(), ..Division::default() };
    store.save(&mut unit).unwrap();
    taken(&mut store, &[row("Lê An", "2015", "", "", "vp")]);
    assert_eq!(children(&store)[0].unit, unit.id);
}

#[test]
fn a_parent_in_the_wrong_place_is_the_same_parent() {
    let mut store = sample::store();
    taken(&mut store, &[row("Lê An", "2015", "Lê Ân", "Vũ Hà", "Văn phòng")]);
    assert_eq!(taken(&mut store, &[row("Lê An", "2015", "Vũ Hà", "", "Văn phòng")]), (0, 0, 1));
    let both = row("Lê An", "2015", "Vũ Hà", "Vũ Hà", "Văn phòng");
    assert_eq!(taken(&mut store, &[both]), (0, 0, 1));
    assert_eq!(taken(&mut store, &[row("Lê Bình", "2015", "Vũ Hà", "Vũ Hà", "Văn phòng")]), (1, 0, 0));
}

#[test]
fn circumstances_are_added_once_and_never_opened_again() {
    let mut store = sample::store();
    let said = |text: &str| Row { circumstance: Some(text.into()), ..row("Lê An", "2015", "", "", "Văn phòng") };
    assert_eq!(taken(&mut store, &[said("Trẻ em khuyết tật; hộ cận nghèo")]), (1, 0, 0));
    assert_eq!(taken(&mut store, &[said("HỘ CẬN NGHÈO")]), (0, 0, 1));
    assert_eq!(taken(&mut store, &[said("Mồ côi cha")]), (0, 1, 0));
    let mut held = store.all::<Circumstance>().unwrap();
    let letters: Vec<&str> = held.iter().map(|found| found.letter.as_str()).collect();
    assert_eq!((letters.len(), letters.contains(&"d")), (3, true));
    let ended = held.iter_mut().find(|found| found.letter == "d").unwrap();
    ended.until = Some(day("2026-01-31"));
    store.save(ended).unwrap();
    let again = outcome(&mut store, &[said("khuyết tật nặng")]);
    assert_eq!((again.unchanged, again.warnings[0].text.text), (1, t::ENDED));
}

#[test]
fn an_unknown_ward_goes_to_the_address() {
    let mut store = sample::store();
    let at = |ward: &str| Row { ward: Some(ward.into()), ..row("Lê An", "2015", "", "", "Văn phòng") };
    let said = outcome(&mut store, &[at("phường Không Có")]);
    assert_eq!(
        (said.warnings[0].text.text, children(&store)[0].address.as_str()),
        (t::NO_SUCH_WARD, "phường Không Có")
    );
    assert_eq!(taken(&mut store, &[at("Phường không có")]), (0, 0, 1));
    assert_eq!(taken(&mut store, &[at("P. Kỳ Lừa")]), (0, 1, 0));
    let ward = children(&store)[0].ward;
    assert_eq!(store.get(ward).unwrap().province, "Tỉnh Lạng Sơn");
    assert_eq!(taken(&mut store, &[at("phường Kỳ Lừa")]), (0, 0, 1));
}

#[test]
fn columns_that_have_no_place_are_named() {
    let mut store = sample::store();
    let extra = vec![("Lớp".to_owned(), "3A".to_owned())];
    let said = outcome(&mut store, &[Row { extra, ..row("Lê An", "2015", "", "", "Văn phòng") }]);
    assert_eq!((said.warnings[0].row, said.warnings[0].text.args.as_slice()), (0, &["Lớp".to_owned()][..]));
}

#[test]
fn a_taking_that_is_cancelled_leaves_nothing() {
    let mut store = sample::store();
    let rows = vec![row("Lê An", "2015", "", "", "A"), row("Lê Bình", "2015", "", "", "A")];
    let mut taking = Taking::begin(&mut store, "ds.xlsx", Roster { rows, ..Roster::default() }).unwrap();
    assert_eq!(taking.step(&mut store, 1).unwrap(), Progress { done: 1, total: 2 });
    assert_eq!(taking.cancel(&mut store).added, 1);
    assert_eq!((children(&store).len(), store.undoable().unwrap()), (0, None));
}

fn looked(store: &mut Store, rows: &[Row]) -> Outcome {
    let roster = Roster { rows: rows.to_vec(), ..Roster::default() };
    let mut taking = Taking::decided(store, "ds.xlsx", roster.into(), Decisions::default()).unwrap();
    taking.step(store, rows.len()).unwrap();
    taking.cancel(store)
}

#[test]
fn what_is_new_of_a_child_is_told_before_and_after() {
    let mut store = sample::store();
    taken(&mut store, &[row("Lê An", "2015", "Lê Ân", "", "Văn phòng")]);
    let fuller = Row {
        sex: Some(Sex::Male),
        circumstance: Some("hộ cận nghèo".into()),
        ..row("Lê An", "2015-03-04", "", "Vũ Hà", "Văn phòng")
    };
    let said = looked(&mut store, &[fuller, row("Vi Hoa", "2016", "", "", "Văn phòng")]);
    let told = |change: &Change| -> Vec<String> {
        change.differences.iter().map(|it| format!("{}: {} > {}", it.label.vi, it.old, it.new)).collect()
    };
    assert_eq!(
        told(&said.changes[0]),
        ["Ngày sinh: 2015 > 04/03/2015", "Giới:  > nam", "Mẹ:  > Vũ Hà", "Hoàn cảnh:  > hộ cận nghèo"]
    );
    assert_eq!((said.changes[1].at, said.changes[1].fate, told(&said.changes[1])), (1, Fate::Added, vec![]));
}

#[test]
fn a_child_that_may_be_known_is_decided_about() {
    let mut store = sample::store();
    taken(&mut store, &[row("Lê An", "2015-03-04", "Lê Ân", "Vũ Hà", "Văn phòng")]);
    let known = children(&store)[0].id;
    let doubtful = [
        row("Lê An", "2015-03-04", "Lê Bắc", "", "Chi cục"),
        row("Lê An", "2015-04-03", "Lê Ân", "Vũ Hà", "Văn phòng"),
    ];
    for row in &doubtful {
        let said = looked(&mut store, std::slice::from_ref(row));
        let twin = said.changes[0].twin.as_ref().unwrap();
        assert_eq!((said.added, twin.child, twin.said.as_str()), (1, known, "04/03/2015, Văn phòng"));
        assert!(!twin.differences.is_empty(), "{row:?}");
    }
    let sure = looked(&mut store, &[row("Lê An", "2012-01-01", "Lê Bắc", "", "Chi cục")]);
    assert_eq!(sure.changes[0].twin, None);
    let mut decide = |at: usize, decision: Decision| {
        let roster = Roster { rows: vec![doubtful[at].clone()], ..Roster::default() };
        let decisions = Decisions::from([(0, decision)]);
        let mut taking = Taking::decided(&mut store, "ds.xlsx", roster.into(), decisions).unwrap();
        taking.step(&mut store, 9).unwrap();
        let outcome = taking.finish(&mut store).unwrap();
        (outcome.added, outcome.updated, outcome.left, children(&store).len())
    };
    assert_eq!(decide(0, Decision::Leave), (0, 0, 1, 1));
    assert_eq!(decide(0, Decision::Same(known)), (0, 1, 0, 1));
    assert_eq!(decide(1, Decision::Other), (1, 0, 0, 2));
}

#[test]
fn a_child_kept_for_one_row_is_not_taken_by_another() {
    let mut store = sample::store();
    let an = row("Lê An", "2015-03-04", "Lê Ân", "", "Văn phòng");
    taken(&mut store, std::slice::from_ref(&an));
    let known = children(&store)[0].id;
    let roster = Roster { rows: vec![an, row("Lê An", "2015", "", "", "Chi cục")], ..Roster::default() };
    let decisions = Decisions::from([(1, Decision::Same(known))]);
    let mut taking = Taking::decided(&mut store, "ds.xlsx", roster.into(), decisions).unwrap();
    taking.step(&mut store, 9).unwrap();
    assert_eq!(taking.finish(&mut store).unwrap().added, 1);
    assert_eq!(store.name_of("unit", store.get(known).unwrap().unit.0), "Chi cục");
}
