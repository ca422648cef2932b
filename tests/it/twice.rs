//! Two gifts of one donor on one day: both stand wherever gifts are listed, summed up, printed or taken in.
use vitreem::acts::{posting, receipts};
use vitreem::domain::campaign::Campaign;
use vitreem::domain::contribution::Contribution;
use vitreem::domain::donor::Donor;
use vitreem::domain::fund::FundLine;
use vitreem::domain::id::Id;
use vitreem::domain::money::Vnd;
use vitreem::domain::period::Period;
use vitreem::domain::person::Person;
use vitreem::domain::receipt::Receipt;
use vitreem::domain::record::Record;
use vitreem::paper::{Paper, txt};
use vitreem::reports::statement::{self, About};
use vitreem::reports::{collection, figures, progress, receipt};
use vitreem::store::Store;
use vitreem::text::field as f;

use crate::harness::{day, store, unit};
use crate::typist::Typist;

/// A campaign to which one person gave 200.000 twice on 18 May, and the same to a second campaign.
fn begun() -> (Store, [Id<Campaign>; 2], Id<Person>, Vec<i64>) {
    let mut store = store();
    let unit = unit(&mut store, "Văn phòng Sở").id;
    let mut person = Person { name: "Nông Thị Vân".into(), unit, ..Person::default() };
    store.save(&mut person).unwrap();
    let mut campaigns = [Id::NEW; 2];
    let mut gifts = Vec::new();
    for (at, name) in ["Quỹ 2026", "Trung thu 2026"].into_iter().enumerate() {
        let mut campaign = Campaign { name: name.into(), since: day("2026-01-01"), ..Campaign::default() };
        store.save(&mut campaign).unwrap();
        campaigns[at] = campaign.id;
        for _ in 0..2 - at {
            let (campaign, person) = (campaign.id, person.id);
            let mut gift = Contribution {
                date: day("2026-05-18"),
                campaign,
                unit,
                person,
                amount: Vnd(200_000),
                ..Contribution::default()
            };
            store.save(&mut gift).unwrap();
            gifts.push(gift.id.0);
        }
    }
    posting::post(&mut store, Contribution::META, &gifts).unwrap();
    (store, campaigns, person.id, gifts)
}

fn text(paper: &Paper) -> String {
    txt::render(paper, 110).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn both_are_in_every_sum() {
    let (store, [fund, _], _, _) = begun();
    let h1 = Period::parse("2026-H1").unwrap();
    let figure = |code: &str| figures::by_code(code).unwrap().value(&store, &h1).unwrap();
    assert_eq!((figure("contributed"), figure("contributions")), (600_000, 3));
    assert_eq!(progress::of_campaign(&store, fund).unwrap().given(), Vnd(400_000));
    let book = store.all::<FundLine>().unwrap();
    let of_fund: Vec<i64> = book.iter().filter(|line| line.campaign == "Quỹ 2026").map(|line| line.balance.0).collect();
    assert_eq!(of_fund, [400_000, 200_000]);
    let told = statement::statement(&store, &About::Campaign(fund)).unwrap();
    assert_eq!((told.people(), told.total(), told.parts[0].givers.len()), (1, Vnd(400_000), 1));
    assert_eq!(statement::statement(&store, &About::Period(h1)).unwrap().people(), 1);
}

#[test]
fn both_are_on_every_paper() {
    let (mut store, [fund, _], person, gifts) = begun();
    let list = text(&collection::to_sign(&store, fund).unwrap());
    assert_eq!(list.matches("Nông Thị Vân").count(), 2, "{list}");
    assert!(text(&collection::handed_on(&store, fund).unwrap()).contains("400.000"));
    // Each has a paper of its own, and the year's has a line for each.
    let mut of_year = String::new();
    let ids: Vec<Id<Contribution>> = gifts.iter().copied().map(Id::of).collect();
    receipts::print_each(&mut store, &ids, &mut |_, _| Ok(())).unwrap();
    assert_eq!(store.all::<Receipt>().unwrap().len(), 3);
    receipts::print_year(&mut store, &[Donor::Person(person)], 2026, &mut |store, papers| {
        of_year = text(&receipt::receipts(store, papers)?);
        Ok(())
    })
    .unwrap();
    assert!(of_year.contains("đã ủng hộ 3 khoản") && of_year.contains("600.000"), "{of_year}");
    for voucher in ["T1/2026", "T2/2026", "T3/2026"] {
        assert!(of_year.contains(voucher), "{of_year}");
    }
    let all: Vec<Contribution> = ids.iter().map(|id| store.get(*id).unwrap()).collect();
    assert!(text(&receipt::letters(&store, &all).unwrap()).contains("600.000 đồng"));
}

#[test]
fn both_are_on_the_screens() {
    let (store, ..) = begun();
    let mut it = Typist::over(store);
    it.open(f::CONTRIBUTIONS).sees("/3 khoản").sees("T1/2026").sees("T2/2026").sees("T3/2026");
    it.open(f::FUND_BOOK).sees("/3 dòng").sees("400.000");
    // Two more, typed one after the other, are kept though they are alike; the form says so.
    it.open(f::CAMPAIGNS).keys("/quy 2026<↓><Home><Enter><Ctrl+U>");
    it.keys("nong<Enter>200k<Enter>").keys("nong<Enter>200k<Enter>").sees("Người này đã có một dòng cùng ngày");
    it.sees("đã vào 2 dòng · 400.000 đồng");
    assert_eq!(it.store().all::<Contribution>().unwrap().len(), 5);
}
