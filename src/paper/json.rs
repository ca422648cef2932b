//! A grid as JSON, for other programs: what it is, and its rows under their heads.
use serde_json::{Map, Value, json};

use super::{Cell, Grid};

/// A grid as the bytes of a JSON file: `{"about": ["…"], "rows": [{"head": value}]}`. Days are written as 2015-03-05,
/// amounts in đồng and counts as numbers, what is not known as null. A head that stands twice is numbered.
#[must_use]
pub fn render(grid: &Grid) -> Vec<u8> {
    let heads = keys(&grid.heads);
    let row = |cells: &Vec<Cell>| {
        let cells = heads.iter().enumerate().map(|(at, head)| (head.clone(), cells.get(at).map_or(Value::Null, value)));
        Value::Object(cells.collect::<Map<_, _>>())
    };
    let rows: Vec<Value> = grid.rows.iter().map(row).collect();
    let mut text = format!("{:#}", json!({ "about": grid.about, "rows": rows }));
    text.push('\n');
    text.into_bytes()
}

fn keys(heads: &[String]) -> Vec<String> {
    let key = |(at, head): (usize, &String)| {
        let before = heads.iter().take(at).filter(|other| *other == head).count();
        if before == 0 { head.clone() } else { format!("{head} ({})", before + 1) }
    };
    heads.iter().enumerate().map(key).collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => text.as_str().into(),
        Cell::Date(day) => day.to_string().into(),
        Cell::Money(number) | Cell::Int(number) => (*number).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_types() {
        let grid = Grid {
            heads: ["Họ tên", "Ngày", "Số tiền", "Ngày"].map(String::from).to_vec(),
            rows: vec![vec![
                Cell::Text("=Lý \"An\"".into()),
                Cell::Date("2015-03-05".parse().unwrap()),
                Cell::Money(500_000),
            ]],
            about: vec!["Đang lọc: lý".into()],
        };
        let read: Value = serde_json::from_slice(&render(&grid)).unwrap();
        let row = json!({ "Họ tên": "=Lý \"An\"", "Ngày": "2015-03-05", "Số tiền": 500_000, "Ngày (2)": null });
        assert_eq!(read, json!({ "about": ["Đang lọc: lý"], "rows": [row] }));
    }
}
