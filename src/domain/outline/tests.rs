use proptest::prelude::*;

use super::*;

const PLAN: &str = include_str!("../../../tests/data/plan.txt");

/// An outline as one reads it: codes with the first words of clauses, parts of all else.
fn shape(text: &str) -> Vec<String> {
    let all = read(text);
    let words = |entry: &Entry| entry.flat().split(' ').take(4).collect::<Vec<_>>().join(" ");
    let line = |(entry, code): (&Entry, String)| match entry.part {
        Part::Clause => format!("{}{code} {}", "  ".repeat(entry.depth), words(entry)),
        part => format!("[{}] {}", part.code(), words(entry)),
    };
    all.iter().zip(codes(&all)).map(line).collect()
}

/// The lines of a text that hold something, without their spaces: "-Việc" is written "- Việc".
fn kept(text: &str) -> Vec<String> {
    text.lines().map(clean).filter(|line| !line.is_empty()).map(|line| tight(&line)).collect()
}

fn tight(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}

fn told(text: &str) -> Vec<String> {
    lines(&read(text)).iter().map(|line| tight(line)).collect()
}

#[test]
fn the_plan_of_2020_is_told_apart() {
    let wanted = "[title] KẾ HOẠCH
[title] Thực hiện công tác
[ground] Thực hiện Công văn
I MỤC ĐÍCH, YÊU CẦU
  I.a Tiếp tục tuyên truyền
  I.b Vận động cán bộ
II NỘI DUNG THỰC HIỆN
  II.1 Công tác tuyên truyền
    II.1.a Các phòng, đơn vị
  II.2 Nội dung thực hiện
    II.2.a Hàng năm, Văn phòng
    II.2.b Các phòng, đơn vị
III TỔ CHỨC THỰC HIỆN
  III.a Căn cứ nội dung
  III.b Giao Văn phòng Sở
[recipient] Nơi nhận:
[recipient] Sở Lao động TB
[recipient] Lãnh đạo Sở;
[recipient] Các phòng, đơn vị;
[recipient] Lưu: VT, TH.
[signer] GIÁM ĐỐC
[signer] (họ tên người ký)";
    let shape: Vec<String> = shape(PLAN);
    let wanted: Vec<&str> = wanted.lines().collect();
    let first: Vec<String> = wanted.iter().map(|line| line.split(' ').take(99).collect::<Vec<_>>().join(" ")).collect();
    for (found, wanted) in shape.iter().zip(&first) {
        assert!(found.starts_with(wanted.as_str()), "{found:?} is not {wanted:?}\n{shape:#?}");
    }
    assert_eq!(shape.len(), wanted.len());
    assert_eq!(told(PLAN), kept(PLAN));
}

#[test]
fn a_paragraph_broken_by_a_page_is_one() {
    let all = read(PLAN);
    let broken = all.iter().find(|entry| entry.words.contains("Bên cạnh đó vận\nđộng cán bộ")).unwrap();
    assert!(broken.flat().contains("Bên cạnh đó vận động cán bộ"));
}

#[test]
fn the_plans_of_other_offices_are_told_apart_too() {
    let text = "UBND TỈNH A\nSỞ Y TẾ\nSố: 12/KH-SYT\nA, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nThực hiện công tác trẻ em\nnăm 2026\n\
Căn cứ Luật Trẻ em năm 2016;\nCăn cứ Chương trình hành động;\nSở Y tế ban hành kế hoạch như sau:\n\
PHẦN THỨ NHẤT\nA. ĐÁNH GIÁ\nI. KẾT QUẢ\n1. Việc một\n1.1. Việc nhỏ\na) Ý một:\n- Gạch một\n+ Cộng một\n- Gạch hai\nb) Ý hai\n1.2. Việc khác\n2. Việc hai\n\
Phần II\nĐiều 1. Phạm vi\n1. Khoản một\nĐiều 2. Tổ chức\nCác đơn vị:\n- Một;\n- Hai./.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn B\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nPHỤ LỤC\n1. Bảng";
    let shape = shape(text);
    let clauses: Vec<&str> =
        shape.iter().map(String::as_str).filter(|line| !line.starts_with('[')).map(str::trim_end).collect();
    assert_eq!(
        clauses,
        [
            "PHẦN THỨ NHẤT",
            "  PHẦN THỨ NHẤT.A ĐÁNH GIÁ",
            "    PHẦN THỨ NHẤT.A.I KẾT QUẢ",
            "      PHẦN THỨ NHẤT.A.I.1 Việc một",
            "        PHẦN THỨ NHẤT.A.I.1.1 Việc nhỏ",
            "          PHẦN THỨ NHẤT.A.I.1.1.a Ý một:",
            "            PHẦN THỨ NHẤT.A.I.1.1.a.a Gạch một",
            "              PHẦN THỨ NHẤT.A.I.1.1.a.a.a Cộng một",
            "            PHẦN THỨ NHẤT.A.I.1.1.a.b Gạch hai",
            "          PHẦN THỨ NHẤT.A.I.1.1.b Ý hai",
            "        PHẦN THỨ NHẤT.A.I.1.2 Việc khác",
            "      PHẦN THỨ NHẤT.A.I.2 Việc hai",
            "Phần II",
            "  Phần II.Điều 1 Phạm vi",
            "    Phần II.Điều 1.1 Khoản một",
            "  Phần II.Điều 2 Tổ chức",
            "    Phần II.Điều 2.a Các đơn vị:",
            "      Phần II.Điều 2.a.a Một;",
            "      Phần II.Điều 2.a.b Hai./.",
        ],
        "{shape:#?}"
    );
    let parts: Vec<&str> = read(text).iter().map(|it| it.part.code()).filter(|part| *part != "clause").collect();
    let wanted = "letterhead letterhead letterhead letterhead title title title ground ground ground signer signer signer \
                  recipient recipient recipient annex annex";
    assert_eq!(parts.join(" "), wanted);
    assert_eq!(told(text), kept(text));
}

#[test]
fn a_mark_alone_in_its_line_keeps_its_line() {
    assert_eq!(told("V.\na\n- b"), kept("V.\na\n- b"));
}

#[test]
fn headings_are_told_from_work() {
    let all = read(PLAN);
    let headings: Vec<&str> =
        (0..all.len()).filter(|at| is_heading(&all, *at)).map(|at| all[at].words.as_str()).collect();
    assert_eq!(
        headings,
        ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG THỰC HIỆN", "Công tác tuyên truyền", "Nội dung thực hiện", "TỔ CHỨC THỰC HIỆN"]
    );
}

proptest! {
    #[test]
    fn no_line_of_any_text_is_lost(lines_of in proptest::collection::vec(
        "(|KẾ HOẠCH|Nơi nhận:|GIÁM ĐỐC|PHỤ LỤC|Phần I|Điều [0-9]\\.) ?(|[IVX]{1,3}\\. |[1-9]\\. |[1-9]\\.[1-9]\\. |[a-dđ]\\) |- |\\+ |-)(|[a-zA-ZđĐếạ ]{0,80}|việc như sau:|hết\\./\\.)", 0..30),
        blank in any::<bool>(),
    ) {
        let text = lines_of.join(if blank { "\n\n" } else { "\n" });
        prop_assert_eq!(told(&text), kept(&text));
    }

    #[test]
    fn nothing_written_breaks_it(text in "\\PC{0,400}") {
        let all = read(&text);
        prop_assert_eq!(codes(&all).len(), all.len());
        prop_assert_eq!(told(&text), kept(&text));
    }
}
