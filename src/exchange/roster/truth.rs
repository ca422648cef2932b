//! The sample rosters against what they hold.
use chrono::NaiveDate;
use serde_json::Value;

use super::*;

const FILES: [(&str, &[u8]); 5] = [
    ("01-hai-dong-tieu-de.xlsx", include_bytes!("../../../tests/data/rosters/01-hai-dong-tieu-de.xlsx")),
    ("02-font-tcvn3.xls", include_bytes!("../../../tests/data/rosters/02-font-tcvn3.xls")),
    ("03-nfd.csv", include_bytes!("../../../tests/data/rosters/03-nfd.csv")),
    ("04-nhieu-trang.ods", include_bytes!("../../../tests/data/rosters/04-nhieu-trang.ods")),
    ("05-co-loi.xlsx", include_bytes!("../../../tests/data/rosters/05-co-loi.xlsx")),
];

fn roster(file_name: &str, bytes: &[u8]) -> Roster {
    let options = Options { unit: None, as_of: None, today: NaiveDate::from_ymd_opt(2026, 5, 20).unwrap() };
    read(file_name, bytes, &options).unwrap()
}

fn child(row: &Row) -> Value {
    let sex = row.sex.map(|sex| if sex == Sex::Male { "Nam" } else { "Nữ" });
    serde_json::json!({
        "name": row.name,
        "born": row.born.map(Born::iso),
        "sex": sex,
        "father": row.father,
        "mother": row.mother,
        "unit": row.unit.as_ref().map(|unit| unit.name.clone()),
        "ward": row.ward,
        "circumstance": row.circumstance,
    })
}

#[test]
fn every_sample_is_read_as_it_is() {
    let truth: Value = serde_json::from_str(include_str!("../../../tests/data/rosters/truth.json")).unwrap();
    for (file_name, bytes) in FILES {
        let roster = roster(file_name, bytes);
        let children: Vec<Value> = roster.rows.iter().map(child).collect();
        let wanted = truth[file_name]["children"].as_array().unwrap();
        for (found, wanted) in children.iter().zip(wanted) {
            assert_eq!(found, wanted, "{file_name}");
        }
        assert_eq!(children.len(), wanted.len(), "{file_name}");
        let refused =
            roster.refused.iter().map(|refusal| (u64::from(refusal.row), refusal.code.to_string())).collect::<Vec<_>>();
        let wanted = truth[file_name]["refused"].as_array().unwrap().iter();
        let wanted = wanted
            .map(|row| (row["row"].as_u64().unwrap(), row["why"].as_str().unwrap().to_string()))
            .collect::<Vec<_>>();
        assert_eq!(refused, wanted, "{file_name}");
    }
}
