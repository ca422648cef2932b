use super::*;
use crate::acts::events;
use crate::domain::budget::BudgetLine;
use crate::domain::money::Vnd;
use crate::paper::{Paper, txt};
use crate::reports::fixture::office;

/// The office with a Mid-Autumn begun from its template, its first line priced.
fn begun() -> (Store, Id<Event>) {
    let mut store = office();
    let planned = events::coming(store.today()).into_iter().find(|it| it.name.contains("Trung thu")).unwrap();
    let event = events::make(&mut store, &planned).unwrap();
    let mut line = store.find::<BudgetLine>("event", &Value::Int(event.0)).unwrap().remove(0);
    line.price = Vnd(200_000);
    store.save(&mut line).unwrap();
    (store, event)
}

fn text(paper: &Paper) -> String {
    txt::render(paper, 120).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn holds(paper: &Paper, words: &[&str]) {
    let text = text(paper);
    for word in words {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn the_letter_asks_before_the_list_is_closed_and_encloses_the_form() {
    let (store, event) = begun();
    let paper = ask_list(&store, event).unwrap();
    assert!(paper.kind.is_none(), "a công văn has no kind");
    let head = paper.head.clone().unwrap();
    assert!(head.symbol.ends_with("-VP") && !head.symbol.starts_with("VP-"), "{}", head.symbol);
    holds(&paper, &["Các phòng, đơn vị thuộc Sở", "dưới 16 tuổi", "chỉ ghi một lần", "Nhận theo", "./."]);
}

#[test]
fn plan_and_duties_say_what_happens_and_who_does_it() {
    let (store, event) = begun();
    holds(
        &plan(&store, event).unwrap(),
        &["KẾ HOẠCH", "I. MỤC ĐÍCH", "Rước đèn, phá cỗ", "Chốt danh sách quà", "Đoàn thanh niên"],
    );
    holds(&duties(&store, event).unwrap(), &["BẢNG PHÂN CÔNG", "Mua quà", "Múa sư tử", "Công đoàn"]);
    holds(&invitation(&store, event).unwrap(), &["GIẤY MỜI", "18:00", "Rất hân hạnh"]);
}

#[test]
fn the_budget_is_put_forward_with_its_sum_in_words() {
    let (mut store, event) = begun();
    let planned = store.get(event).unwrap().planned;
    assert!(planned.0 > 0);
    holds(&budget(&store, event).unwrap(), &[&planned.show(), "Bằng chữ", "KẾ TOÁN"]);
    let today = store.today();
    events::submit_budget(&mut store, event, "15/TTr", today).unwrap();
    let paper = proposal(&store, event).unwrap();
    assert_eq!(paper.head.as_ref().unwrap().number, "15");
    holds(&paper, &["TỜ TRÌNH", &planned.show(), "Lãnh đạo Sở", "CHÁNH VĂN PHÒNG"]);
    assert!(!text(&paper).contains("GIÁM ĐỐC"), "the director does not petition himself");
    holds(&payment_file(&store, event).unwrap(), &["15/TTr", "Bảng quyết toán quà"]);
    assert_eq!(budget_sheet(&store, event).unwrap().total.len(), 7);
}

#[test]
fn the_proposal_bears_the_number_that_was_typed() {
    for (typed, line) in [
        ("15", "Số: 15/TTr-SNNMT"),
        ("12/TTr-VP", "Số: 12/TTr-VP"),
        ("số 7/TTr-VP ngày 20/5/2026", "Số: 07/TTr-VP"),
        ("TTr đầu năm", "Số:       /TTr-SNNMT"),
    ] {
        let (mut store, event) = begun();
        let today = store.today();
        events::submit_budget(&mut store, event, typed, today).unwrap();
        let head = proposal(&store, event).unwrap().head.unwrap();
        assert_eq!(head.number_line(), line, "{typed}");
    }
}

#[test]
fn whoever_takes_part_without_parents_is_asked_first() {
    let (store, event) = begun();
    holds(
        &parents_opinion(&store, event).unwrap(),
        &["Ý KIẾN CỦA CHA, MẸ", "đồng ý cho trẻ tham gia", "Tết Trung thu"],
    );
    holds(&child_opinion(&store, event).unwrap(), &["TỪ ĐỦ 7 TUỔI", "muốn tham gia"]);
    holds(&helpers(&store, event).unwrap(), &["CAM KẾT BẢO VỆ TRẺ EM", "Tổng đài 111", "Đoàn thanh niên"]);
}
