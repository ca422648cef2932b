use super::*;
use crate::acts::posting;
use crate::domain::campaign::Campaign;
use crate::domain::contribution::Means;
use crate::domain::person::Person;
use crate::store::list::Query;

fn begun() -> (Store, Vec<Id<Contribution>>) {
    let mut store = crate::acts::sample::store();
    let day = store.today();
    let mut campaign = Campaign { name: "Quỹ 2026".into(), since: day, ..Campaign::default() };
    store.save(&mut campaign).unwrap();
    let mut person = Person { name: "Nguyễn Văn Bình".into(), ..Person::default() };
    store.save(&mut person).unwrap();
    let given = [
        (person.id, "", 200_000, Means::Cash),
        (person.id, "", 300_000, Means::Transfer),
        (Id::NEW, "Hợp tác xã Hoa Đào", 5_000_000, Means::Transfer),
        (Id::NEW, "HỢP TÁC XÃ HOA ĐÀO", 800_000, Means::Goods),
    ];
    let mut ids = Vec::new();
    for (person, donor, amount, means) in given {
        let goods = if means == Means::Goods { "sữa" } else { "" }.to_owned();
        let mut gift = Contribution {
            date: day,
            campaign: campaign.id,
            person,
            donor: donor.to_owned(),
            amount: Vnd(amount),
            means,
            goods,
            ..Contribution::default()
        };
        store.save(&mut gift).unwrap();
        ids.push(gift.id);
    }
    (store, ids)
}

fn post_all(store: &mut Store) {
    let all = store.ids(Contribution::META, &Query::default(), None).unwrap();
    posting::post(store, Contribution::META, &all).unwrap();
}

fn said<T>(result: Result<T>) -> String {
    result.err().map(|error| error.say(crate::text::Lang::Vi)).unwrap_or_default()
}

/// What a print delivers.
fn printed(print: impl FnOnce(Deliver<'_>) -> Result<()>) -> Result<Vec<Id<Receipt>>> {
    let mut papers = Vec::new();
    print(&mut |_, ids| {
        papers = ids.to_vec();
        Ok(())
    })?;
    Ok(papers)
}

#[test]
fn a_number_is_taken_and_a_print_counted_only_where_the_paper_came_out() {
    let (mut store, ids) = begun();
    post_all(&mut store);
    let full = |_: &Store, _: &[Id<Receipt>]| Err(std::io::Error::from(std::io::ErrorKind::StorageFull).into());
    assert!(said(print_each(&mut store, &ids[..2], &mut full.clone())).contains("đầy"));
    assert!(store.all::<Receipt>().unwrap().is_empty());
    let paper = printed(|to| print_each(&mut store, &ids[..1], to)).unwrap();
    assert!(print_again(&mut store, &paper, &mut full.clone()).is_err());
    assert!(print_each(&mut store, &ids[..1], &mut full.clone()).is_err());
    let kept = store.get(paper[0]).unwrap();
    assert_eq!((kept.number, kept.prints), (1, 1));
    // Whoever writes it sees it numbered and counted already.
    let mut seen = (0, 0);
    print_again(&mut store, &paper, &mut |store, papers| {
        let paper = store.get(papers[0])?;
        seen = (paper.number, paper.prints);
        Ok(())
    })
    .unwrap();
    assert_eq!(seen, (1, 2));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn numbers_follow_one_another_and_a_reprint_keeps_its_own() {
    let (mut store, ids) = begun();
    assert!(said(printed(|to| print_each(&mut store, &ids[..1], to))).contains("chưa ghi sổ"));
    post_all(&mut store);
    let first = printed(|to| print_each(&mut store, &ids[..2], to)).unwrap();
    let again = printed(|to| print_each(&mut store, &ids[1..3], to)).unwrap();
    let code = |store: &Store, id| store.get::<Receipt>(id).unwrap().code;
    let year = store.today().year();
    assert_eq!(again[0], first[1]);
    assert_eq!([first[0], first[1], again[1]].map(|id| code(&store, id)), [1, 2, 3].map(|n| format!("0{n}/{year}")));
    let prints = |store: &Store, id| store.get::<Receipt>(id).unwrap().prints;
    assert_eq!([first[0], first[1], again[1]].map(|id| prints(&store, id)), [1, 2, 1]);
    printed(|to| print_again(&mut store, &first, to)).unwrap();
    assert_eq!([first[0], first[1]].map(|id| prints(&store, id)), [2, 3]);
    // A number that was given stays: nothing takes it back.
    assert!(said(store.undo()).contains("cấp"));
    let step = || Step::new(Act::Edit, Receipt::TABLE, "");
    assert!(store.write(step(), |store| store.remove(Receipt::META, first[0].0)).is_err());
    assert!(store.write(step(), |store| store.set(Receipt::META, first[0].0, "prints", &1_i64.value())).is_err());
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_year_s_paper_holds_every_gift_and_is_made_anew_when_one_comes() {
    let (mut store, ids) = begun();
    post_all(&mut store);
    let year = store.today().year();
    let donor = Donor::of(&store.get(ids[3]).unwrap());
    let first = printed(|to| print_year(&mut store, std::slice::from_ref(&donor), year, to)).unwrap()[0];
    let paper = store.get(first).unwrap();
    assert_eq!((paper.amount, paper.lines.0.len(), paper.number), (Vnd(5_800_000), 2, 1));
    assert_eq!(printed(|to| print_year(&mut store, std::slice::from_ref(&donor), year, to)).unwrap(), [first]);
    let mut more = Contribution { id: Id::NEW, amount: Vnd(100_000), ..store.get(ids[2]).unwrap() };
    store.save(&mut more).unwrap();
    post_all(&mut store);
    let second = printed(|to| print_year(&mut store, std::slice::from_ref(&donor), year, to)).unwrap()[0];
    assert_eq!(store.get(second).unwrap().amount, Vnd(5_900_000));
    let nobody = said(printed(|to| print_year(&mut store, &[Donor::Outside("ai do".into())], year, to)));
    assert!(nobody.contains("không có khoản ủng hộ nào"), "{nobody}");
}

#[test]
fn what_was_taken_back_is_confirmed_no_more() {
    let (mut store, ids) = begun();
    post_all(&mut store);
    let paper = printed(|to| print_each(&mut store, &ids[..1], to)).unwrap();
    posting::reverse(&mut store, Contribution::META, ids[0].0, "gõ nhầm").unwrap();
    assert_eq!(store.get(paper[0]).unwrap().validity, Validity::Void);
    assert!(said(printed(|to| print_again(&mut store, &paper, to))).contains("đã ghi âm"));
    assert!(said(printed(|to| print_each(&mut store, &ids[..1], to))).contains("đã ghi âm"));
    assert_eq!(of_year(&store, store.today().year()).unwrap().len(), 3);
}
