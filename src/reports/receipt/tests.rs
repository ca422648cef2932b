use super::*;
use crate::domain::act::{Act, Step};
use crate::domain::posting::Standing;
use crate::domain::receipt::Confirmed;
use crate::domain::record::Record;
use crate::domain::value::Cell;
use crate::paper::{pdf, txt};
use crate::reports::fixture::{add, at, office};

fn text(paper: &Paper) -> String {
    txt::render(paper, 100).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn confirm(store: &mut Store, number: i64, gifts: &[&Contribution], year: Option<i64>, prints: i64) -> Id<Receipt> {
    let paper = Receipt {
        date: at("2026-06-19"),
        number,
        donor_name: gifts[0].donor_name.clone(),
        year,
        amount: gifts.iter().map(|gift| gift.amount).sum(),
        lines: Confirmed(gifts.iter().map(|gift| gift.id.0).collect()),
        ..Receipt::default()
    };
    let id = add(store, paper);
    let step = Step::new(Act::Certify, Receipt::TABLE, "");
    store.write(step, |store| store.set(Receipt::META, id.0, "prints", &prints.value())).unwrap();
    id
}

fn posted(store: &Store) -> Vec<Contribution> {
    let mut gifts = store.all::<Contribution>().unwrap();
    gifts.retain(|gift| gift.standing == Standing::Posted);
    gifts
}

#[test]
fn a_receipt_says_who_what_and_how_much_in_words() {
    let mut store = office();
    let gift = posted(&store).into_iter().find(|gift| gift.means == Means::Cash).unwrap();
    let id = confirm(&mut store, 1, &[&gift], None, 1);
    let paper = text(&receipts(&store, &[id]).unwrap());
    let worded = words::capital(&words::dong(gift.amount));
    for part in ["Số: 01/GXN-", "GIẤY XÁC NHẬN", &gift.donor_name, &gift.amount.show(), &worded, &gift.voucher] {
        assert!(paper.contains(part), "{part}: {paper}");
    }
    assert!(!paper.contains("In lại"));
    let again = confirm(&mut store, 2, &[&gift], None, 2);
    assert!(text(&receipts(&store, &[again]).unwrap()).contains("(In lại lần 2)"));
    // Two papers are two pages, each with its own letterhead.
    let pages = pdf::layout(&receipts(&store, &[id, again]).unwrap());
    assert_eq!(pages.len(), 2);
}

#[test]
fn the_year_s_receipt_lists_each_gift_and_sums_them_up() {
    let mut store = office();
    let gifts = posted(&store);
    let both: Vec<&Contribution> = gifts.iter().filter(|gift| gift.date.to_string().starts_with("2026")).collect();
    let id = confirm(&mut store, 1, &both, Some(2026), 1);
    let paper = text(&receipts(&store, &[id]).unwrap());
    let total: Vnd = both.iter().map(|gift| gift.amount).sum();
    for gift in &both {
        assert!(paper.contains(&gift.voucher), "{}: {paper}", gift.voucher);
    }
    assert!(paper.contains(&total.show()) && paper.contains("trong năm 2026") || paper.contains("Trong năm 2026"));
}

#[test]
fn each_donor_is_thanked_on_one_page() {
    let store = office();
    let gifts = posted(&store);
    let mut donors: Vec<Donor> = gifts.iter().map(Donor::of).collect();
    donors.sort_by_key(|donor| format!("{donor:?}"));
    donors.dedup();
    let paper = letters(&store, &gifts).unwrap();
    assert_eq!(pdf::layout(&paper).len(), donors.len());
    let text = text(&paper);
    assert!(text.contains("THƯ CẢM ƠN") && !text.contains("Số:"));
    assert!(letters(&store, &[]).is_err());
}
