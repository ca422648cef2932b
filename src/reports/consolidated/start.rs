//! A Word file to begin the office's own template with: the report as it is printed, its places instead of its words.
use super::own::TABLES;
use crate::paper::docx::template;
use crate::paper::{Annex, Block, Foot, Head, Lie, Paper, Sign};
use crate::store::Result;
use crate::text::{Lang, Text, prose as t};

/// How the annexes lie that every report of a period with a plan has.
const LIES: [Lie; 4] = [Lie::Portrait, Lie::Portrait, Lie::Landscape, Lie::Landscape];

/// The file, to be changed in Word and taken in again.
///
/// # Errors
/// If it cannot be packed.
pub fn start() -> Result<Vec<u8>> {
    let head = Head {
        parent: place("co_quan_chu_quan"),
        agency: place("co_quan"),
        symbol: place("ky_hieu"),
        place: place("dia_danh"),
        year: 2000,
        ..Head::default()
    };
    // What a paper makes of several facts is one place.
    let swaps = [
        (head.number_line(), place("so_ky_hieu")),
        (head.date_line(), format!("{}, {}", place("dia_danh"), place("ngay"))),
        (format!("- {}.", place("noi_nhan")), place("noi_nhan")),
        (format!("{}./.", place("noi_dung")), place("noi_dung")),
    ];
    let annex = |((tables, title), lie): ((&str, Text), Lie)| Annex {
        title: title.with([place("ky")]).say(Lang::Vi),
        reference: t::ANNEX_TO.with([place("trich_dan"), place("co_quan")]).say(Lang::Vi),
        lie,
        blocks: vec![Block::text(place(tables))],
    };
    let paper = Paper {
        head: Some(head),
        kind: Some(place("loai")),
        subject: place("trich_yeu"),
        addressee: vec![place("kinh_gui")],
        body: vec![Block::text(place("noi_dung"))],
        foot: Foot::Sign(Sign {
            office: vec![place("chuc_vu")],
            name: place("nguoi_ky"),
            recipients: vec![place("noi_nhan")],
        }),
        annexes: TABLES.into_iter().zip(LIES).map(annex).collect(),
        ..Paper::default()
    };
    template::begun(&paper, &swaps).map_err(|error| error.said().into())
}

fn place(name: &str) -> String {
    format!("{{{{{name}}}}}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::Template;
    use crate::reports::consolidated::own;
    use crate::reports::fixture::{add, h1, office};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    #[test]
    fn the_file_to_begin_with_is_filled_without_a_fault() {
        let bytes = start().unwrap();
        let names: Vec<String> = template::places(&bytes).unwrap().into_iter().map(|place| place.name).collect();
        for name in ["CO_QUAN", "so_ky_hieu", "ngay", "LOAI", "noi_dung", "noi_nhan", "bang:ke_hoach"] {
            assert!(names.iter().any(|its| its == name), "{name}: {names:?}");
        }
        let mut store = office();
        let template = Template { name: "Đầu".into(), content: STANDARD.encode(&bytes), ..Template::default() };
        add(&mut store, template);
        let template = own::template_of(&store, &h1()).unwrap().unwrap();
        assert_eq!(own::faults(&store, &h1(), &template).unwrap(), []);
        let filled = own::filled(&store, &h1(), &template).unwrap();
        assert_eq!(template::places(&filled).unwrap(), []);
    }
}
