use super::*;
use crate::domain::child::Child;
use crate::domain::group::{self, Finding, GROUPS, HARDSHIPS};
use crate::paper::{Cell, csv, xlsx};
use crate::reports::fixture::office;

const MASKED: Cover = Cover { masked: true, without_sensitive: true };

fn named<'a>(list: &'a Json, name: &str) -> &'a Json {
    list.as_array().unwrap().iter().find(|it| it["name"] == name).unwrap()
}

#[test]
fn children_have_the_shape_of_the_command_line() {
    let list = children_json(&office(), "", false, false).unwrap();
    let child = named(&list, "Nguyễn Thị Đông");
    let wanted = serde_json::json!({
        "name": "Nguyễn Thị Đông", "born": "2015-03-05", "sex": "nữ", "father": "Nguyễn Văn Bình",
        "mother": "Lý Thị Hạnh", "carer": null, "unit": "Văn phòng Sở", "ward": null, "groups": ["d", "đ"],
        "hardships": ["hộ cận nghèo"], "status": "active", "note": null,
    });
    assert_eq!(child, &wanted);
    let keys = |it: &Json| it.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(child), keys(&wanted));
    assert_eq!(named(&list, "Nông Khánh Ly")["born"], "2018-07");
    assert_eq!(named(&list, "Lý Bảo Ngọc")["born"], Json::Null);
    // What was over before today is not told.
    assert_eq!(named(&list, "Nguyễn Minh An")["groups"], serde_json::json!([]));
    assert_eq!(named(&list, "Vi Văn Tú")["status"], "left");
}

#[test]
fn a_filter_keeps_what_it_finds_without_marks() {
    let store = office();
    let names = |filter: &str| {
        let list = children_json(&store, filter, false, false).unwrap();
        list.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("nguyen thi dong"), ["Nguyễn Thị Đông"]);
    assert_eq!(names("hoàng"), ["Hoàng Gia Bảo", "Hoàng Thu Hà"]);
    assert!(names("không ai").is_empty());
}

#[test]
fn names_are_masked_and_sensitive_groups_left_out() {
    let store = office();
    let child = children_json(&store, "dong", true, true).unwrap()[0].clone();
    assert_eq!((child["name"].as_str(), child["father"].as_str()), (Some("N.T.Đ."), Some("N.V.B.")));
    assert_eq!(child["groups"], serde_json::json!(["d"]));
    let people: Vec<String> = ["Nguyễn", "Hoàng", "Nông", "Đông", "HIV"].map(String::from).to_vec();
    for what in [What::Children, What::Staff] {
        let text =
            format!("{}{:?}", json(&store, what, "", MASKED).unwrap(), grid(&store, what, "", MASKED).unwrap().rows);
        let shown = text.replace("Khuyến nông", "");
        assert!(people.iter().all(|word| !shown.contains(word.as_str())), "{shown}");
    }
    assert_eq!(
        (initials("Nguyễn Thị Đông"), initials("ánh"), initials("")),
        ("N.T.Đ.".into(), "Á.".into(), String::new())
    );
}

#[test]
fn the_roster_has_the_heads_that_its_import_knows_and_says_who_is_not_public() {
    let grid = grid(&office(), What::Children, "", Cover::default()).unwrap();
    let heads = [
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Họ tên bố",
        "Họ tên mẹ",
        "Người chăm sóc",
        "Đơn vị",
        "Xã, phường",
        "Hoàn cảnh",
        "Ghi chú",
        "Công khai",
    ];
    assert_eq!(grid.heads, heads);
    assert!(grid.rows.iter().all(|row| row[10] == Cell::Text("không công khai".into())));
    let of = |name: &str| grid.rows.iter().find(|row| row[0] == Cell::Text(name.into())).unwrap();
    assert_eq!(of("Nguyễn Thị Đông")[1], Cell::Date("2015-03-05".parse().unwrap()));
    assert_eq!(of("Nông Khánh Ly")[1], Cell::Text("07/2018".into()));
    assert_eq!(of("Nguyễn Thị Đông")[8], Cell::Text("Trẻ em khuyết tật; Trẻ em nhiễm HIV/AIDS; hộ cận nghèo".into()));
    assert_eq!(grid.rows.len(), 10);
    assert!(grid.about.iter().any(|line| line == "Số dòng: 10"), "{:?}", grid.about);
}

#[test]
fn circumstances_read_back_as_they_were_written() {
    for group in &GROUPS {
        let cell = format!("{}; {}", group.name, HARDSHIPS[3]);
        let wanted = vec![Finding::Group(group), Finding::Hardship(HARDSHIPS[3].into())];
        assert_eq!(group::read(&cell), wanted, "{cell}");
    }
    for hardship in HARDSHIPS {
        assert_eq!(group::read(hardship), vec![Finding::Hardship((*hardship).to_owned())]);
    }
}

#[test]
fn every_list_goes_into_every_file() {
    let store = office();
    for what in What::ALL {
        assert_eq!(What::of_code(what.code()), Some(what));
        let grid = grid(&store, what, "", Cover::default()).unwrap();
        let list = json(&store, what, "", Cover::default()).unwrap();
        assert_eq!(grid.rows.len(), list.as_array().unwrap().len());
        assert!(grid.rows.iter().all(|row| row.len() == grid.heads.len()));
        assert!(xlsx::table(&grid, what.code()).is_ok() && csv::render(&grid).is_ok());
    }
    let list = json(&store, What::Sessions, "", Cover::default()).unwrap();
    assert_eq!(list[1]["documents"], serde_json::json!(["Chỉ thị số 20-CT/TW"]));
    assert_eq!((list[1]["attendance"].as_i64(), list[1]["hotline"].as_bool()), (Some(18), Some(false)));
    assert_eq!(store.all::<Child>().unwrap().len(), 10);
}
