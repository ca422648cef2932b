//! The ledger of consents at the keyboard: a signed sheet goes in with Space down the list, a withdrawal acts at once.
use vitreem::acts::setup;
use vitreem::domain::born::Born;
use vitreem::domain::child::Child;
use vitreem::domain::consent::{Consent, ConsentSheet, Purpose};
use vitreem::domain::event::Event;
use vitreem::domain::id::Id;
use vitreem::domain::money::Vnd;
use vitreem::domain::person::{Employed, Person};
use vitreem::paper::{Paper, csv, txt};
use vitreem::reports::table::{self, Cover, What};
use vitreem::reports::{consent, gift_list};
use vitreem::store::Store;
use vitreem::text::{Lang, field as f};

use crate::harness::{self, day, unit};
use crate::smoke::demo_store;
use crate::typist::Typist;

/// An office whose one unit has a child of 12 and one of 4.
fn office() -> Typist {
    let mut store = harness::store();
    setup::run(&mut store).unwrap();
    let unit = unit(&mut store, "Văn phòng Sở").id;
    let mut father = Person { name: "Lộc Văn Hà".to_owned(), unit, staff: Employed::Yes, ..Person::default() };
    store.save(&mut father).unwrap();
    for (name, born) in [("Lộc Văn Đông", "2014-03-12"), ("Lộc Thị An", "2022-01-05")] {
        let born = Born::from_iso(born);
        store.save(&mut Child { name: name.to_owned(), born, father: father.id, ..Child::default() }).unwrap();
    }
    store.save(&mut Child { name: "Ngoài đơn vị".to_owned(), ..Child::default() }).unwrap();
    let event = Event { name: "1/6".to_owned(), date: day("2026-06-01"), gift_value: Vnd(200_000), ..Event::default() };
    store.save(&mut event.clone()).unwrap();
    Typist::over(store)
}

fn text(paper: &Paper) -> String {
    txt::render(paper, 160)
}

fn gifts(store: &Store) -> String {
    text(&gift_list::paper(store, store.all::<Event>().unwrap()[0].id).unwrap())
}

fn roster(store: &Store) -> String {
    String::from_utf8(csv::render(&table::grid(store, What::Children, "", Cover::default()).unwrap()).unwrap()).unwrap()
}

#[test]
fn a_signed_sheet_is_entered_with_space_and_withdrawn_at_once() {
    let mut it = office();
    assert!(gifts(it.store()).contains("Chưa có cháu nào được đồng ý công khai họ tên"));
    it.open(f::CONSENT_SHEETS).keys("<Ins><Tab>Văn phòng Sở<Tab>Cặp 12<Ctrl+S>").sees("Đã lưu");
    it.keys("<Enter>").sees("Đồng ý: Văn phòng Sở, phiếu 20/05/2026").sees("Lộc Thị An").sees("Lộc Văn Đông");
    it.sees_no("Ngoài đơn vị").sees("lập danh sách quà, chương trình: chưa có đồng ý").sees("0/2 cháu");
    // Gifts: the representative is enough; Space goes down.
    it.keys("  ").sees("2/2 cháu đồng ý: Quà");
    // Publication: the child of 12 signs too, and a sheet that lacks its word does not count.
    it.keys("<→><→><→><Home>").sees("0/2 cháu đồng ý: Công khai").keys(" ").sees("1/2 cháu").keys("<Ctrl+W>");
    it.sees("▸½").sees("cháu từ 7 tuổi chưa ký: chưa dùng").sees("1/2 cháu");
    it.keys(" ").sees("▸✓✓").sees("người đại diện và cháu đồng ý").sees("2/2 cháu");
    let all = it.store().all::<Consent>().unwrap();
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|it| it.given_on == day("2026-05-20") && !it.representative.is_new()));
    assert!(!gifts(it.store()).contains("không công khai") && !gifts(it.store()).contains("Chưa có cháu nào"));
    // A wrong tick goes by ticking again, and comes back by undo.
    it.keys(" ").sees("1/2 cháu").keys("<Ctrl+Z>").sees("ghi đồng ý của cháu \"Lộc Văn Đông\"").sees("2/2 cháu");
    // Withdrawn: at once on the gift list and the roster that goes out.
    it.keys("<Ctrl+X>")
        .sees("Rút đồng ý")
        .sees("Công khai")
        .keys("<Enter><Enter>")
        .sees("Đã rút 1 đồng ý của Lộc Văn Đông");
    it.sees("▸×").sees("1/2 cháu").sees("đã rút đồng ý");
    let list = gifts(it.store());
    assert_eq!(list.matches("không công khai").count(), 1, "{list}");
    let out = roster(it.store());
    let line = |name: &str| out.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(line("Lộc Văn Đông").contains("không công khai") && !line("Lộc Thị An").contains("không công khai"));
    // The same sheet, signed the same day, may say otherwise; the withdrawn one stays as proof.
    it.keys("<Ctrl+X><Enter><Enter>").sees("không có đồng ý nào để rút").keys("<Esc>");
    let sheet = it.store().all::<ConsentSheet>().unwrap()[0].id;
    let proof = text(&consent::proof(it.store(), sheet).unwrap());
    assert!(proof.contains("đã rút ngày 20/05/2026") && proof.contains("20/05/2026 Cặp 12"), "{proof}");
    assert!(proof.contains("Lộc Văn Hà (người đại diện và trẻ)"), "{proof}");
    // Without its sheet no consent counts.
    it.keys("<Esc><Del>").sees("Đã xóa phiếu");
    assert!(gifts(it.store()).contains("Chưa có cháu nào được đồng ý công khai họ tên"));
    it.keys("<Ctrl+Z>").sees("Văn phòng Sở");
    assert_eq!(gifts(it.store()), list);
    assert_eq!(it.store().check().unwrap(), []);
}

#[test]
fn all_of_a_unit_are_ticked_in_one_go_and_the_papers_are_written() {
    let mut it = office();
    it.open(f::CONSENT_SHEETS).keys("<Ins><Tab>Văn phòng Sở<Ctrl+S><Enter><→><→><Ctrl+A>").sees("2/2 cháu đồng ý: Ảnh");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("phieu.docx");
    it.keys("<F7>").sees("Phiếu lấy ý kiến đồng ý để ký").keys("<Tab>").keys(&"<Backspace>".repeat(200));
    it.keys(&path.display().to_string()).keys("<Enter>").sees("Đã ghi");
    assert!(std::fs::metadata(&path).unwrap().len() > 3000);
    let sheet = it.store().all::<ConsentSheet>().unwrap()[0].id;
    let form = text(&consent::form(it.store(), sheet).unwrap());
    assert!(
        form.contains("Điều 24 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15") && form.contains("tự nguyện"),
        "{form}"
    );
    assert_eq!(form.matches("dưới 7 tuổi").count(), 1, "{form}");
}

#[test]
fn a_child_who_turns_seven_is_asked_itself() {
    let it = demo_store();
    let holds = |on: &str| consent::permitted(&it, Purpose::Publish, day(on)).unwrap();
    let (now, later) = (holds("2026-11-23"), holds("2032-01-01"));
    assert!(!now.is_empty() && later.len() < now.len(), "{now:?} {later:?}");
    assert!(holds("2026-01-01").is_empty());
    let one = *now.iter().next().unwrap();
    assert!(consent::permits(&it, Id::of(one), Purpose::Publish, day("2026-11-23")).unwrap());
}

#[test]
fn the_roster_leads_to_a_childs_consents_and_their_withdrawal() {
    let mut it = Typist::over(demo_store());
    it.open(f::CONSENT_SHEETS).sees("cặp 12").keys("<Enter>").sees("✓✓").sees("×").sees("½");
    let name = it.store().all::<Consent>().unwrap()[5].child;
    let name = it.store().name_of("child", name.0);
    it.open(f::CHILDREN).keys(&name);
    it.keys("<Ctrl+K>dong y cua chau<Enter>").sees("Đồng ý: ").sees("lập danh sách quà");
    it.keys("<Ctrl+X>").keys("<Enter><Enter>").sees("Đã rút 1 đồng ý");
    let said = it.store().undoable().unwrap().map(|line| line.act).unwrap_or_default();
    assert_eq!(said, "withdraw-consent");
    assert_eq!(Purpose::Gifts.text().say(Lang::Vi), "lập danh sách quà, chương trình");
}
