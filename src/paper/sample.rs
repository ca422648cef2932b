//! Papers for the tests: a report with everything in it, a công văn, a gift list.
use super::sheet::{self, Kind};
use super::{Align, Annex, Block, Cell, Column, Foot, Head, Level, Lie, Paper, Row, Sheet, Sign, Signer, Span, Table};
use chrono::NaiveDate;

/// The smallest photo: two dots beside each other.
pub(crate) const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x02\x00\x00\x00\x01\x08\x02\x00\x00\x00{@\xe8\xdd\x00\x00\x00\x0fIDATx\x9cc\xf8\xff\xff\x7fCC\x03\x00\x11\xf8\x04~\xc9\x17T\x09\x00\x00\x00\x00IEND\xaeB`\x82";

pub(super) fn head() -> Head {
    Head {
        parent: "UBND tỉnh Lạng Sơn".into(),
        agency: "Sở Nông nghiệp và Môi trường".into(),
        number: String::new(),
        symbol: "BC-SNNMT".into(),
        place: "Lạng Sơn".into(),
        date: None,
        year: 2026,
        print: String::new(),
    }
}

/// A report in draft: addressee, headings of all levels, a table of 60 rows, one signer, two annexes.
pub(super) fn report() -> Paper {
    let reference = format!("(Kèm theo Báo cáo {} của Sở Nông nghiệp và Môi trường)", head().citation());
    Paper {
        head: Some(head()),
        addressee: vec!["Ủy ban nhân dân tỉnh Lạng Sơn".into()],
        kind: Some("Báo cáo".into()),
        subject: "Kết quả thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em năm 2026".into(),
        body: body(),
        foot: Foot::Sign(Sign {
            office: vec!["KT. Giám đốc".into(), "Phó Giám đốc".into()],
            name: "(họ tên người ký)".into(),
            recipients: vec![
                "Như trên".into(),
                "Sở Y tế".into(),
                "Lãnh đạo Sở".into(),
                "Công đoàn Sở, Đoàn thanh niên Sở".into(),
                "Các phòng, đơn vị thuộc Sở".into(),
                "Lưu: VT, VP".into(),
            ],
        }),
        lie: Lie::Portrait,
        annexes: vec![
            Annex {
                title: "Tổng hợp số liệu theo phòng, đơn vị".into(),
                reference: reference.clone(),
                lie: Lie::Portrait,
                blocks: vec![Block::Table(units(20))],
            },
            Annex {
                title: "Danh sách trẻ em được tặng quà".into(),
                reference,
                lie: Lie::Landscape,
                blocks: vec![Block::Table(units(40))],
            },
        ],
        next: Vec::new(),
    }
}

fn body() -> Vec<Block> {
    let long = "Các phòng, đơn vị đã tổ chức tuyên truyền, phổ biến Luật Trẻ em và các văn bản hướng dẫn đến toàn thể \
                công chức, viên chức, người lao động bằng nhiều hình thức: lồng ghép họp chi bộ, họp cơ quan, \
                niêm yết, tờ rơi và nhóm Zalo.";
    vec![
        Block::italic("Căn cứ Kế hoạch số 05/KH-SNNMT ngày 05 tháng 01 năm 2026 của Sở Nông nghiệp và Môi trường;"),
        Block::text("Sở Nông nghiệp và Môi trường báo cáo kết quả thực hiện như sau:"),
        Block::Heading(Level::Part, "I. Công tác lãnh đạo, chỉ đạo".into()),
        Block::text(long),
        Block::Heading(Level::Part, "II. Kết quả thực hiện".into()),
        Block::Heading(Level::Item, "1. Tuyên truyền, phổ biến".into()),
        Block::Heading(Level::Point, "a) Hội nghị, họp cơ quan".into()),
        Block::Paragraph(vec![
            Span::plain("Đã tổ chức "),
            Span::bold("24 buổi"),
            Span::plain(" với 1.250 lượt người."),
        ]),
        Block::bullet("Tổng đài quốc gia bảo vệ trẻ em 111: niêm yết tại 18/18 đơn vị."),
        Block::bullet("Ký tự phải giữ nguyên: <b>A & B</b> \"C\" =1+1."),
        Block::Heading(Level::Item, "2. Kết quả theo phòng, đơn vị".into()),
        Block::Table(units(60)),
        Block::Heading(Level::Part, "III. Kiến nghị, đề xuất".into()),
        Block::text(long),
        Block::text("Sở Nông nghiệp và Môi trường trân trọng báo cáo."),
    ]
}

fn units(count: usize) -> Table {
    let row = |n: usize| {
        let name = if n.is_multiple_of(3) {
            "Chi cục Trồng trọt, Bảo vệ thực vật và Kiểm lâm"
        } else {
            "Văn phòng Sở"
        };
        let cells = [n.to_string(), name.into(), (n * 2).to_string(), (n * 35).to_string(), format!("{n}.500.000")];
        Row::Cells(cells.into_iter().chain([String::new()]).collect())
    };
    let mut rows = vec![Row::Group("A. Các phòng, chi cục".into())];
    rows.extend((1..=count).map(row));
    rows.push(Row::Total(["Tổng cộng", "", "120", "4.500", "123.500.000", ""].map(String::from).to_vec()));
    Table {
        columns: vec![
            Column::new("STT", 6, Align::Centre),
            Column::new("Phòng, đơn vị", 34, Align::Left),
            Column::new("Số buổi", 12, Align::Centre),
            Column::new("Lượt người", 14, Align::Centre),
            Column::new("Kinh phí (đồng)", 20, Align::Right),
            Column::new("Ghi chú", 14, Align::Left),
        ],
        rows,
    }
}

/// A công văn to several bodies: no kind, "V/v" under the number.
pub(super) fn letter() -> Paper {
    Paper {
        head: Some(Head {
            number: "7".into(),
            symbol: "SNNMT-VP".into(),
            date: NaiveDate::from_ymd_opt(2026, 2, 9),
            ..head()
        }),
        addressee: vec!["Các phòng chuyên môn thuộc Sở".into(), "Các đơn vị trực thuộc Sở".into()],
        kind: None,
        subject: "báo cáo kết quả công tác trẻ em 6 tháng đầu năm 2026".into(),
        body: vec![
            Block::text(
                "Thực hiện Kế hoạch số 05/KH-SNNMT, Sở đề nghị các phòng, đơn vị báo cáo trước ngày 10 tháng 6.",
            ),
            Block::text("Đề nghị các phòng, đơn vị quan tâm thực hiện."),
        ],
        foot: Foot::Sign(Sign {
            office: vec!["TL. Giám đốc".into(), "Chánh Văn phòng".into()],
            name: "Nguyễn Văn An".into(),
            recipients: vec!["Như trên".into(), "Lưu: VT, VP".into()],
        }),
        ..Paper::default()
    }
}

/// A gift list with three signers, as a sheet.
pub(super) fn gifts(count: i64) -> Sheet {
    let column = |head: &str, kind| sheet::Column { head: head.into(), kind, width: None };
    let row = |n: i64| {
        vec![
            Cell::Int(n),
            Cell::Text(["Nguyễn Thị Minh Anh", "=HYPERLINK(\"x\")", "Lý Đức"][usize::try_from(n % 3).unwrap()].into()),
            Cell::Date(NaiveDate::from_ymd_opt(2015, 3, 5).unwrap()),
            Cell::Text("Nguyễn Văn Bình".into()),
            Cell::Text("Chi cục Trồng trọt và Bảo vệ thực vật".into()),
            Cell::Money(500_000),
            Cell::Empty,
            Cell::Empty,
        ]
    };
    let mut total = vec![Cell::Text("Tổng cộng".into()), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    total.extend([Cell::Money(500_000 * count), Cell::Empty, Cell::Empty]);
    let signer = |title: &str, dated: String| Signer {
        dated,
        title: title.into(),
        note: "(Ký, ghi rõ họ tên)".into(),
        name: String::new(),
    };
    Sheet {
        head: Some(Head { symbol: String::new(), ..head() }),
        titles: vec!["DANH SÁCH TRẺ EM NHẬN QUÀ TẾT TRUNG THU NĂM 2026".into()],
        columns: vec![
            column("STT", Kind::Number),
            column("Họ và tên cháu", Kind::Text),
            column("Ngày sinh", Kind::Date),
            column("Họ tên bố/mẹ", Kind::Text),
            column("Phòng, đơn vị", Kind::Text),
            column("Số tiền (đồng)", Kind::Money),
            column("Ký nhận", Kind::Check),
            column("Ghi chú", Kind::Text),
        ],
        rows: (1..=count).map(row).collect(),
        total,
        words: "Bằng chữ: Hai mươi triệu đồng.".into(),
        signers: vec![
            signer("Người lập", String::new()),
            signer("Công đoàn", String::new()),
            signer("Lãnh đạo Sở", head().date_line()),
        ],
        lie: Lie::Landscape,
    }
}
