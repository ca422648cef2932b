//! Rà soát: rounds, unit by unit, "không thay đổi" in one key, the sheet that goes out and comes back.
use vitreem::acts::roster;
use vitreem::domain::child::Child;
use vitreem::domain::review::{Review, ReviewResult, Round};
use vitreem::domain::unit::Unit;
use vitreem::exchange::roster::{Options, read};
use vitreem::paper::{docx, txt, xlsx};
use vitreem::reports::{due, review};
use vitreem::store::Store;
use vitreem::text::{Lang, field};

use crate::smoke::demo_store;
use crate::typist::Typist;

fn lines(store: &Store) -> Vec<Review> {
    let round = store.all::<Round>().unwrap().remove(0);
    store.all::<Review>().unwrap().into_iter().filter(|line| line.round == round.id).collect()
}

fn pending(store: &Store) -> usize {
    lines(store).iter().filter(|line| line.result == ReviewResult::Pending).count()
}

#[test]
fn a_unit_is_reviewed_down_its_list_in_one_key_a_child() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    typist.open(field::ROUNDS).sees("Rà soát cuối năm 2026").sees("Rà soát quý II năm 2026").keys("<Enter>");
    typist.sees("Còn thiếu thông tin").sees("Cả cơ quan").sees("ngày sinh").keys("<Home>");
    let round = typist.store().all::<Round>().unwrap().remove(0).id;
    let (units, _) = review::standings(typist.store(), round).unwrap();
    let open = units.iter().position(|unit| unit.reviewed == 0 && unit.children >= 3).unwrap();
    for _ in 0..open {
        typist.keys("<↓>");
    }
    let before = pending(typist.store());
    typist.keys("<Enter>").keys("<Ctrl+X><Home>");
    typist.sees("chưa rà soát").keys("<Ctrl+X><Ctrl+X>");
    // The cursor stays on the first that is not reviewed.
    typist.sees("· chưa rà soát").keys(" ").sees("✓ không đổi").sees("Đã xong");
    assert_eq!(pending(typist.store()), before - 1);
    // The second has changed; taken back, and noted again.
    typist.keys("<Ctrl+W>").sees("△ có thay đổi");
    assert_eq!(pending(typist.store()), before - 2);
    typist.keys("<↑><Ctrl+W>");
    assert_eq!(pending(typist.store()), before - 1);
    // All that are left at once: Ctrl+X keeps to those not reviewed, Ctrl+A marks them.
    typist.keys("<Ctrl+X>").sees("chưa rà soát").sees_no("✓ không đổi").keys("<Ctrl+A> ").sees("0/0 cháu");
    typist.keys("<Ctrl+X>").sees("còn thiếu").keys("<Ctrl+X>").sees("✓ không đổi").sees_no("· chưa rà soát");
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: rà soát").sees("· chưa rà soát");
    typist.keys("<Ctrl+Y><Esc>").sees("100").keys("<Esc>").sees("Rà soát cuối năm 2026");
}

#[test]
fn a_child_is_mended_and_support_proposed_from_the_review() {
    let mut typist = Typist::over(demo_store());
    typist.open(field::ROUNDS).keys("<Enter><Enter>").keys("<Enter>").sees("Sửa cháu").keys("<Esc>").sees("/");
    typist.keys("<Ctrl+U>").sees("Thêm lần hỗ trợ").sees("đề nghị").keys("<Enter><Enter>Áo ấm<Enter>300k<Ctrl+S>");
    typist.sees("Đã lưu").open(field::SUPPORTS).sees("Áo ấm").sees("○ đề nghị");
}

#[test]
fn a_new_round_holds_the_roster_and_is_due_today() {
    let mut typist = Typist::over(demo_store());
    typist.open(field::ROUNDS).keys("<Ins>Rà soát tháng 12<Enter>23/11/2026<Enter>25/11/2026<Ctrl+S>").sees("Đã lưu");
    let round = typist.store().all::<Round>().unwrap().remove(0);
    assert_eq!((round.name.as_str(), round.reviewed), ("Rà soát tháng 12", 0));
    let children = typist.store().all::<Child>().unwrap();
    let today = typist.store().today();
    assert_eq!(
        round.children as usize,
        children.iter().filter(|it| it.stay().is_some_and(|it| it.holds(today))).count()
    );
    let all = due::due(typist.store(), today).unwrap();
    let told: Vec<String> =
        all.iter().map(|it| it.what.say(Lang::Vi)).filter(|it| it.contains("Rà soát tháng 12")).collect();
    assert_eq!(told, [format!("Rà soát tháng 12: còn {0}/{0} cháu chưa rà soát", round.children)]);
    typist.keys("<Enter><Enter><Esc><Esc>").keys("<Del>").sees("Đã xóa");
    assert!(!due::due(typist.store(), today).unwrap().iter().any(|it| it.what.say(Lang::Vi).contains("tháng 12")));
}

#[test]
fn the_sheet_goes_out_is_filled_in_and_comes_back() {
    let mut store = demo_store();
    let round = store.all::<Round>().unwrap().remove(0);
    for unit in store.all::<Unit>().unwrap() {
        let own: Vec<Review> = lines(&store).into_iter().filter(|line| line.unit == unit.id).collect();
        let waiting = own.iter().filter(|line| line.result == ReviewResult::Pending).count();
        let bytes = xlsx::render(&review::sheet(&store, unit.id, Some(round.id)).unwrap()).unwrap();
        let options = Options { unit: None, as_of: None, today: store.today() };
        let name = "phieu-ra-soat.xlsx";
        let roster = read(name, &bytes, &options).unwrap();
        assert_eq!((roster.rows.len(), roster.refused.len()), (own.len(), 0), "{}", unit.name);
        let before = store.all::<Child>().unwrap();
        let outcome = roster::take(&mut store, name, roster.clone()).unwrap();
        // What was printed is what is known: nothing of any child changes, only its review.
        assert_eq!(store.all::<Child>().unwrap(), before, "{}", unit.name);
        assert_eq!((outcome.added, outcome.updated), (0, waiting), "{}: {outcome:?}", unit.name);
        assert!(
            lines(&store).iter().filter(|line| line.unit == unit.id).all(|line| line.result != ReviewResult::Pending)
        );
        let again = roster::take(&mut store, name, roster).unwrap();
        assert_eq!((again.added, again.updated), (0, 0));
        let closed =
            again.warnings.iter().any(|it| it.text.say(Lang::Vi).starts_with("Không có đợt rà soát nào đang mở"));
        assert_eq!(closed, pending(&store) == 0);
        let paper = review::paper(&store, unit.id, Some(round.id)).unwrap();
        let text = txt::render(&paper, 100);
        for word in ["PHIẾU RÀ SOÁT TRẺ EM", "THỦ TRƯỞNG ĐƠN VỊ", "Kết quả"] {
            assert!(text.contains(word), "{word}: {text}");
        }
        assert!(!text.contains("HIV") && docx::render(&paper).is_ok());
    }
    assert_eq!(pending(&store), 0);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn the_sheet_of_a_unit_is_taken_in_by_keys() {
    let store = demo_store();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("phieu.xlsx");
    let round = store.all::<Round>().unwrap().remove(0).id;
    let (units, _) = review::standings(&store, round).unwrap();
    let waits = units.iter().find(|unit| unit.reviewed == 0).unwrap();
    std::fs::write(&path, xlsx::render(&review::sheet(&store, waits.unit, Some(round)).unwrap()).unwrap()).unwrap();
    let mut typist = Typist::over(store);
    typist.open(field::CHILDREN).keys("<Ctrl+U>").keys(path.to_str().unwrap()).keys("<Enter><Enter>");
    typist
        .sees(&format!("Thêm 0 · cập nhật {} · không đổi 0", waits.children))
        .keys("<Enter>")
        .sees("Đã nhập phieu.xlsx");
    let now = review::standings(typist.store(), round).unwrap().0;
    assert!(now.iter().any(|unit| unit.unit == waits.unit && unit.percent() == 100));
    typist.keys("<Esc><Ctrl+Z>").sees("Đã hoàn tác: nhập tệp");
    assert_eq!(review::standings(typist.store(), round).unwrap().0, units);
}

#[test]
fn a_filled_sheet_says_what_has_changed() {
    let mut store = demo_store();
    let waits = |unit: &Unit| {
        let own = lines(&store).into_iter().filter(|it| it.unit == unit.id && it.result == ReviewResult::Pending);
        own.collect::<Vec<Review>>()
    };
    let last = store.all::<Unit>().unwrap().into_iter().find(|unit| waits(unit).len() >= 3).unwrap();
    let mine = waits(&last);
    let [first, second, third, ..] = mine.as_slice() else { panic!("{}", mine.len()) };
    let line = |line: &Review, ward: &str, answer: &str| {
        let child = store.get(line.child).unwrap();
        let (father, mother) = (store.name_of("person", child.father.0), store.name_of("person", child.mother.0));
        let born = child.born.map(vitreem::domain::born::Born::show).unwrap_or_default();
        format!("{};{born};{father};{mother};{ward};{answer}", line.name)
    };
    let text = [
        format!("Đơn vị: {}", last.name),
        "Họ và tên cháu;Ngày sinh;Họ tên bố;Họ tên mẹ;Hoàn cảnh;Kết quả rà soát".to_owned(),
        line(first, "", "x"),
        line(second, "hộ nghèo", ""),
        line(third, "", "đã chuyển trường"),
        "Bé Mới;01/02/2026;;;;mới sinh".to_owned(),
    ]
    .join("\n");
    let options = Options { unit: None, as_of: None, today: store.today() };
    let roster = read("phieu.csv", text.as_bytes(), &options).unwrap();
    let outcome = roster::take(&mut store, "phieu.csv", roster).unwrap();
    assert_eq!((outcome.added, outcome.updated), (1, 3), "{outcome:?}");
    let of = |id| store.get::<Review>(id).unwrap();
    assert_eq!(of(first.id).result, ReviewResult::Same);
    assert_eq!(of(second.id).result, ReviewResult::Changed);
    assert_eq!((of(third.id).result, of(third.id).note.as_str()), (ReviewResult::Changed, "đã chuyển trường"));
    assert!(lines(&store).iter().any(|line| line.name == "Bé Mới" && line.result == ReviewResult::Changed));
}
