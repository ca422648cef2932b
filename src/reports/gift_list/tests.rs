use super::*;
use crate::domain::gift::Reason;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::paper::{txt, xlsx};
use crate::reports::fixture::{add, at, empty, office};

fn events(store: &Store) -> (Id<Event>, Id<Event>) {
    let all = store.all::<Event>().unwrap();
    let of =
        |frozen: bool| all.iter().find(|event| event.is_frozen() == frozen && event.date < at("2026-07-01")).unwrap();
    (of(true).id, of(false).id)
}

#[test]
fn the_list_is_unit_by_unit_in_given_name_order_and_its_total_is_the_sum() {
    let store = office();
    let sheet = sheet(&store, events(&store).0).unwrap();
    let names: Vec<String> = sheet.rows.iter().map(|row| row[1].shown()).collect();
    assert_eq!(
        names,
        [
            "Hoàng Gia Bảo",
            "Hoàng Thu Hà",
            "Nông Đức Anh",
            "Nông Khánh Ly",
            "Nguyễn Minh An",
            "Nguyễn Thị Đông",
            "Lý Đức",
            "Lý Bảo Ngọc"
        ]
    );
    assert_eq!(sheet.total[6], Cell::Money(1_600_000));
    assert_eq!(sheet.words, "Bằng chữ: Một triệu sáu trăm nghìn đồng.");
    assert_eq!(sheet.rows[0].len(), sheet.columns.len());
    assert_eq!(sheet.rows[2][2], Cell::Text("2010".into()));
    let titles: Vec<&str> = sheet.signers.iter().map(|signer| signer.title.as_str()).collect();
    assert_eq!(titles, ["Người lập", "Công đoàn/Văn phòng", "Lãnh đạo Sở"]);
    assert!(!sheet.titles.iter().any(|title| title == t::GIFT_DRAFT.vi));
    assert!(xlsx::render(&sheet).is_ok());
}

#[test]
fn a_list_without_lines_is_computed_and_says_that_it_is_a_draft() {
    let store = office();
    let draft = events(&store).1;
    assert!(store.find::<Gift>("event", &Value::Int(draft.0)).unwrap().is_empty());
    let sheet = sheet(&store, draft).unwrap();
    assert!(sheet.titles.iter().any(|title| title == t::GIFT_DRAFT.vi), "{:?}", sheet.titles);
    assert_eq!(sheet.rows.len(), 8);
    let printed = txt::render(&paper(&store, draft).unwrap(), 200);
    assert!(printed.contains(t::GIFT_DRAFT.vi) && printed.contains("1.600.000"), "{printed}");
}

#[test]
fn nothing_tells_a_circumstance() {
    let store = office();
    for event in [events(&store).0, events(&store).1] {
        let printed = txt::render(&paper(&store, event).unwrap(), 300).to_lowercase();
        for word in ["khuyết tật", "hiv", "hộ cận nghèo", "hoàn cảnh", "chưa rõ"] {
            assert!(!printed.contains(word), "{word}\n{printed}");
        }
    }
}

#[test]
fn every_child_is_judged_with_its_reason() {
    let store = office();
    let event = store.get(events(&store).1).unwrap();
    let all = computed(&store, &event).unwrap();
    assert_eq!(all.len(), usize::try_from(store.count(Child::META).unwrap()).unwrap());
    let of = |name: &str| all.iter().find(|gift| gift.name == name).unwrap();
    assert_eq!(of("Nguyễn Thị Đông").reason, Reason::BothParents);
    assert_eq!(of("Nguyễn Thị Đông").parents, "Nguyễn Văn Bình, Lý Thị Hạnh");
    assert_eq!(of("Nguyễn Thị Đông").value, Vnd(200_000));
    assert_eq!(of("Vi Văn Tú").reason, Reason::Left);
    assert_eq!((of("Nguyễn Tuệ Lâm").reason, of("Nguyễn Tuệ Lâm").value), (Reason::NotBorn, Vnd(0)));
    assert_eq!(of("Nông Đức Anh").reason, Reason::AgeUnclear);
}

#[test]
fn only_parents_in_service_sign_and_their_unit_stands_in_for_the_childs() {
    let mut store = empty();
    let unit = add(&mut store, Unit { name: "Văn phòng".into(), ..Unit::default() });
    let gone = Person { name: "Lê Văn Cũ".into(), until: Some(at("2026-01-01")), ..Person::default() };
    let father = add(&mut store, gone);
    let mother = add(&mut store, Person { name: "Vũ Thị Mới".into(), unit, ..Person::default() });
    add(&mut store, Child { name: "Lê An".into(), father, mother, ..Child::default() });
    let event = Event { name: "1-6".into(), date: at("2026-06-01"), gift_value: Vnd(9), ..Event::default() };
    let event = add(&mut store, event);
    let all = computed(&store, &store.get(event).unwrap()).unwrap();
    assert_eq!((all[0].parents.as_str(), all[0].unit.as_str()), ("Vũ Thị Mới", "Văn phòng"));
}
