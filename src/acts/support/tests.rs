//! Support is paid once, and comes back whole.
use super::*;
use crate::acts::sample::{child, day, staff, store, unit};
use crate::acts::{keep, posting};
use crate::domain::campaign::Source;
use crate::domain::child::Child;
use crate::domain::contribution::Contribution;
use crate::text::store as words;

struct Office {
    store: Store,
    children: Vec<Id<Child>>,
    campaign: Id<Campaign>,
}

fn office() -> Office {
    let mut store = store();
    let unit = unit(&mut store, "Văn phòng Sở");
    let father = staff(&mut store, "Lê Văn An", unit);
    let children = ["Lê Thị Na", "Lê Văn Tú"].map(|name| child(&mut store, name, "2015-03-05", father, unit)).to_vec();
    let mut campaign = Campaign {
        name: "Quỹ 2026".into(),
        purpose: Purpose::General,
        since: day("2026-01-01"),
        ..Campaign::default()
    };
    store.save(&mut campaign).unwrap();
    let mut money = Contribution {
        date: day("2026-02-01"),
        campaign: campaign.id,
        unit,
        amount: Vnd(3_000_000),
        ..Contribution::default()
    };
    store.save(&mut money).unwrap();
    Office { store, children, campaign: campaign.id }
}

impl Office {
    fn support(&mut self, child: usize, state: SupportState, amount: i64) -> Id<Support> {
        let support = Support {
            date: day("2026-05-04"),
            child: self.children[child],
            content: "Sách vở".into(),
            amount: Vnd(amount),
            source: Source::Contributions,
            campaign: self.campaign,
            state,
            ..Support::default()
        };
        let mut row = support.row();
        keep::save(&mut self.store, Support::META, &mut row).unwrap();
        Id::of(row.id)
    }

    fn balance(&self) -> i64 {
        // A payment is a draft until it is posted, and counts here too.
        let campaign = self.store.get(self.campaign).unwrap();
        campaign.balance.0 + campaign.pending.0
    }

    fn payments(&self) -> Vec<i64> {
        self.store.all::<Disbursement>().unwrap().iter().map(|payment| payment.amount.0).collect()
    }
}

fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
    result.unwrap_err().say(Lang::Vi)
}

#[test]
fn support_goes_its_way_and_is_paid_once_for_all() {
    let mut office = office();
    let ids = [office.support(0, SupportState::Proposed, 500_000), office.support(1, SupportState::Proposed, 700_000)];
    assert_eq!(said(give(&mut office.store, &ids, day("2026-05-20"))), t::NOT_APPROVED.with([2]).say(Lang::Vi));
    assert_eq!(approve(&mut office.store, &ids, "12/QĐ-SNNMT", "Giám đốc", day("2026-05-10")).unwrap(), 2);
    assert_eq!((office.balance(), office.payments().len()), (3_000_000, 0));
    assert_eq!(give(&mut office.store, &ids, day("2026-05-20")).unwrap(), 2);
    assert_eq!((office.balance(), office.payments()), (1_800_000, vec![1_200_000]));
    let first = office.store.get(ids[0]).unwrap();
    assert_eq!((first.state, first.date), (SupportState::Given, day("2026-05-20")));
    let payment = office.store.get(first.disbursement).unwrap();
    assert_eq!((payment.purpose, payment.reference.as_str()), (Purpose::Support, "12/QĐ-SNNMT"));
    assert_eq!(supports_of(&office.store, payment.id).unwrap().len(), 2);
    assert_eq!(said(give(&mut office.store, &ids, day("2026-05-20"))), t::NONE_APPROVED.vi);
    office.store.write(Step::new(Act::GiveSupport, "support", ""), |store| pay_within(store, &ids)).unwrap();
    assert_eq!(office.payments(), [1_200_000]);
    // One is taken back, then the other; undo brings all of it back.
    take_back(&mut office.store, &ids[..1]).unwrap();
    assert_eq!((office.balance(), office.payments()), (2_300_000, vec![700_000]));
    take_back(&mut office.store, &ids).unwrap();
    assert_eq!((office.balance(), office.payments()), (3_000_000, vec![]));
    assert_eq!(office.store.get(ids[0]).unwrap().state, SupportState::Approved);
    for _ in 0..3 {
        office.store.undo().unwrap();
    }
    assert_eq!((office.balance(), office.payments()), (3_000_000, vec![]));
    for _ in 0..3 {
        office.store.redo().unwrap();
    }
    assert_eq!(office.store.check().unwrap(), []);
}

#[test]
fn a_form_that_says_given_pays_and_a_payment_that_is_there_is_used() {
    let mut office = office();
    let mut paid = Disbursement {
        date: day("2026-05-04"),
        campaign: office.campaign,
        purpose: Purpose::Support,
        amount: Vnd(900_000),
        ..Disbursement::default()
    };
    office.store.save(&mut paid).unwrap();
    let first = office.support(0, SupportState::Given, 600_000);
    assert_eq!((office.payments(), office.store.get(first).unwrap().disbursement), (vec![900_000], paid.id));
    // What is left of it is too little for the next.
    let second = office.support(1, SupportState::Given, 400_000);
    assert_eq!(office.balance(), 1_700_000);
    // The payment follows the amount.
    let mut row = office.store.get(second).map(|it| Support { amount: Vnd(450_000), ..it }).unwrap().row();
    keep::save(&mut office.store, Support::META, &mut row).unwrap();
    assert_eq!(office.balance(), 1_650_000);
    let mut row = office.store.get(second).map(|it| Support { amount: Vnd(100_000), ..it }).unwrap().row();
    keep::save(&mut office.store, Support::META, &mut row).unwrap();
    assert_eq!(office.balance(), 2_000_000);
    // More than there is, is refused whole.
    let mut row = office.store.get(second).map(|it| Support { amount: Vnd(9_000_000), ..it }).unwrap().row();
    assert_eq!(said(keep::save(&mut office.store, Support::META, &mut row)), words::FUND_NEGATIVE.vi);
    assert_eq!(office.balance(), 2_000_000);
}

#[test]
fn payment_and_support_cannot_part() {
    let mut office = office();
    let id = office.support(0, SupportState::Given, 600_000);
    let given = office.store.get(id).unwrap();
    let mut payment = office.store.get(given.disbursement).unwrap();
    let refused = words::SUPPORT_PAID.vi;
    payment.amount = Vnd(599_999);
    assert_eq!(said(office.store.save(&mut payment)), refused);
    assert_eq!(said(office.store.trash(Disbursement::META, &[payment.id.0])), refused);
    for wrong in [
        Support { state: SupportState::Proposed, ..given.clone() },
        Support { campaign: Id::NEW, ..given.clone() },
        Support { amount: Vnd(600_001), ..given.clone() },
    ] {
        assert_eq!(said(office.store.save(&mut wrong.clone())), refused, "{wrong:?}");
    }
    office.store.trash(Support::META, &[id.0]).unwrap();
    office.store.restore(Support::META, &[id.0]).unwrap();
    assert_eq!(office.store.check().unwrap(), []);
}

#[test]
fn a_posted_payment_stands_until_it_is_reversed_or_entered_anew() {
    let mut office = office();
    let id = office.support(0, SupportState::Given, 600_000);
    let money = office.store.all::<Contribution>().unwrap()[0].id;
    posting::post(&mut office.store, Contribution::META, &[money.0]).unwrap();
    let first = office.store.get(id).unwrap().disbursement;
    posting::post(&mut office.store, Disbursement::META, &[first.0]).unwrap();
    // Neither a smaller amount nor taking it back touches what is posted.
    let refused = t::PAYMENT_POSTED.with(["C1/2026"]).say(Lang::Vi);
    let mut row = office.store.get(id).map(|it| Support { amount: Vnd(500_000), ..it }).unwrap().row();
    assert_eq!(said(keep::save(&mut office.store, Support::META, &mut row)), refused);
    assert_eq!(said(take_back(&mut office.store, &[id])), refused);
    // One entered anew pays it, unless it is too little.
    let anew = |office: &mut Office, amount: i64| {
        let mut row = office.store.row(Disbursement::META, first.0).unwrap().unwrap();
        Disbursement::META.set(&mut row, "amount", Vnd(amount).value());
        posting::correct(&mut office.store, Disbursement::META, first.0, &mut row)
    };
    assert_eq!(said(anew(&mut office, 599_999)), words::SUPPORT_PAID.vi);
    let second = Id::of(anew(&mut office, 650_000).unwrap().row);
    assert_eq!(office.store.get(id).unwrap().disbursement, second);
    // Reversed, it pays nothing; support that is taken back and given again is paid anew.
    posting::reverse(&mut office.store, Disbursement::META, second.0, "chi nhầm").unwrap();
    assert!(office.store.get(id).unwrap().disbursement.is_new());
    take_back(&mut office.store, &[id]).unwrap();
    approve(&mut office.store, &[id], "12/QĐ", "Giám đốc", day("2026-05-10")).unwrap();
    give(&mut office.store, &[id], day("2026-05-04")).unwrap();
    let third = office.store.get(id).unwrap().disbursement;
    assert!(!third.is_new() && third != first && third != second);
    assert_eq!(office.balance(), 2_400_000);
    assert_eq!(office.store.check().unwrap(), []);
}

#[test]
fn a_further_payment_raises_what_a_posted_one_paid() {
    let mut office = office();
    let id = office.support(0, SupportState::Given, 600_000);
    let money = office.store.all::<Contribution>().unwrap()[0].id;
    posting::post(&mut office.store, Contribution::META, &[money.0]).unwrap();
    let own = office.store.get(id).unwrap().disbursement;
    posting::post(&mut office.store, Disbursement::META, &[own.0]).unwrap();
    let set = |office: &mut Office, amount: i64| {
        let mut row = office.store.get(id).map(|it| Support { amount: Vnd(amount), ..it }).unwrap().row();
        keep::save(&mut office.store, Support::META, &mut row).err().map_or_else(String::new, |it| it.say(Lang::Vi))
    };
    let more =
        |office: &Office| -> Vec<i64> { raises_of(&office.store, id).unwrap().iter().map(|it| it.amount.0).collect() };
    // A draft follows the amount up and down, and goes with it.
    assert_eq!((set(&mut office, 900_000), more(&office)), (String::new(), vec![300_000]));
    assert_eq!((set(&mut office, 1_000_000), more(&office)), (String::new(), vec![400_000]));
    assert_eq!((set(&mut office, 750_000), more(&office)), (String::new(), vec![150_000]));
    assert_eq!((set(&mut office, 600_000), more(&office)), (String::new(), vec![]));
    assert!(!set(&mut office, 500_000).is_empty());
    // Posted, it stands; taken back, the support is what it was.
    assert_eq!(set(&mut office, 800_000), "");
    let raise = raises_of(&office.store, id).unwrap()[0].id;
    posting::post(&mut office.store, Disbursement::META, &[raise.0]).unwrap();
    assert!(!set(&mut office, 700_000).is_empty());
    assert!(said(office.store.trash(Disbursement::META, &[raise.0])).len() > 3);
    posting::reverse(&mut office.store, Disbursement::META, raise.0, "chi nhầm").unwrap();
    assert_eq!(office.store.get(id).unwrap().amount, Vnd(600_000));
    // Entered anew, the support follows.
    assert_eq!(set(&mut office, 800_000), "");
    let raise = raises_of(&office.store, id).unwrap().into_iter().find(|it| it.standing == Standing::Draft).unwrap();
    posting::post(&mut office.store, Disbursement::META, &[raise.id.0]).unwrap();
    let mut row = office.store.row(Disbursement::META, raise.id.0).unwrap().unwrap();
    Disbursement::META.set(&mut row, "amount", Vnd(50_000).value());
    posting::correct(&mut office.store, Disbursement::META, raise.id.0, &mut row).unwrap();
    assert_eq!(office.store.get(id).unwrap().amount, Vnd(650_000));
    assert_eq!(office.store.check().unwrap(), []);
}
