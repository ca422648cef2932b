//! What is sealed: concerns noted, handed on and followed at the keyboard; and that nothing of them lies in the clear.
use std::path::Path;

use vitreem::acts::setup;
use vitreem::domain::child::Child;
use vitreem::domain::event::Event;
use vitreem::domain::handover::{Answer, Basis, Handover};
use vitreem::domain::record::Record;
use vitreem::domain::referral::{Referral, ReferralState};
use vitreem::domain::session::Session;
use vitreem::domain::value::{Lines, Value};
use vitreem::paper::txt;
use vitreem::reports::figures::{by_code, figures};
use vitreem::reports::{due, referral};
use vitreem::store::Store;
use vitreem::store::list::Query;
use vitreem::store::open::Folder;
use vitreem::text::{Lang, field as f, screen as t, store as words};

use crate::harness::{SEALING, TODAY, clock, day, dump, file_store, number, reopen, said, unit};
use crate::smoke::demo_store;
use crate::typist::Typist;

/// What nobody may find in the clear.
const SECRET: &str = "roi mây";

/// An office that has no passphrase for concerns yet.
fn office() -> Typist {
    let mut store = Store::memory("vân", clock()).unwrap();
    setup::run(&mut store).unwrap();
    // Nothing but concerns is to be done.
    store.save(&mut setup::preset(day(TODAY))).unwrap();
    let unit = unit(&mut store, "Văn phòng Sở");
    let today = day(TODAY);
    store.save(&mut Event { name: "1/6".to_owned(), date: today, ..Event::default() }).unwrap();
    let session = Session { name: "Luật Trẻ em".to_owned(), date: today, unit: unit.id, ..Session::default() };
    store.save(&mut session.clone()).unwrap();
    store.save(&mut Child { name: "Lộc Văn Đông".to_owned(), ..Child::default() }).unwrap();
    Typist::over(store)
}

fn looks(store: &Store, what: &str) -> i64 {
    number(store, &format!("select count(*) from look where what = '{what}'"))
}

/// An office where one concern was noted just now.
fn noted() -> Typist {
    let mut it = office();
    it.open(f::REFERRALS).sees("Chưa có vụ việc nào").keys("<Ins>").sees("Mật khẩu niêm phong mới");
    it.sees("bỏ phong bì dán kín").keys("ngan<Enter>ngan<Enter>").sees("ít nhất 8 ký tự");
    it.keys("mat khau kin<Enter>mat khau khac<Enter>").sees("Hai lần nhập không giống nhau").sees_no("mat khau");
    it.keys("mat khau kin<Enter>mat khau kin<Enter>").sees("Thêm vụ việc").sees("niêm phong: mở");
    it.sees("08:30").sees("Không ghi: suy đoán ai gây ra").sees("Không cần tên trẻ");
    it.keys(&format!("Cháu {SECRET}<Ctrl+S>")).sees("Đã lưu").sees("chưa báo").sees(SECRET);
    it
}

#[test]
fn a_concern_is_noted_handed_on_and_answered() {
    let mut it = noted();
    it.open(t::TAB_TODAY)
        .sees("! ")
        .sees("Vụ việc chưa báo nơi nào, đã 0 phút (ghi 20/05/2026 08:30; Điều 51 Luật Trẻ em)");
    it.keys("<Enter>")
        .sees("[Vụ việc]")
        .keys("<Enter>")
        .sees("Chưa báo nơi nào")
        .sees("chưa báo · ghi cách đây 0 phút");
    it.keys("<Ins>").sees("Thông báo theo Điều 51 Luật Trẻ em").keys("<Ctrl+S>").sees("Đã lưu");
    it.sees("Tổng đài 111").sees("chờ trả lời").sees("đã báo · ghi");
    it.keys("<Enter>khong nhan<Ctrl+S>").sees("không nhận").sees("không tiếp nhận · ghi");
    it.keys("<Esc>").open(t::TAB_TODAY).sees("Vụ việc bị từ chối, chuyển nơi khác ngay");
    it.open(f::REFERRALS).keys("<Ctrl+W>cong an<Tab><Tab>chua co<Tab><Ctrl+S>").sees("Ghi lý do chia sẻ khi chưa có");
    it.keys("Cháu cần nơi ở tạm<Ctrl+S>").sees("Đã lưu").keys("<Enter>").sees("Công an").sees("20/05/2026 08:30");
    it.keys("<Ctrl+X>").sees("lý do khác: Cháu cần nơi ở tạm").sees("người chuyển: vân").keys("<Esc>");
    it.keys("<↓><Enter>da xu ly<Ctrl+S>").sees("đã xong · ghi").keys("<Esc>");
    it.open(t::TAB_TODAY).sees_no("Điều 51");
    let all = it.store().all::<Handover>().unwrap();
    assert_eq!((all.len(), all[1].basis, all[1].answer), (2, Basis::Other, Answer::Done));
    // Undo and redo work on what is sealed, and take the state along.
    it.open(f::REFERRALS).sees("đã xong").keys("<Ctrl+Z>").sees("đã báo").keys("<Ctrl+Z>").sees("không tiếp nhận");
    it.keys("<Ctrl+Y><Ctrl+Y>").sees("đã xong");
    assert_eq!(it.store().check().unwrap(), []);
}

#[test]
fn sealed_again_nothing_is_shown_found_exported_or_edited() {
    let mut it = noted();
    it.keys("<Ctrl+U>")
        .sees("Đã niêm phong lại")
        .sees("▒▒▒▒")
        .sees_no(SECRET)
        .sees_no("niêm phong: mở")
        .sees("chưa báo");
    it.keys("roi may").sees("Không có dòng nào khớp").keys("<Esc>");
    let query = Query { filter: "roi mây".to_owned(), ..Query::default() };
    assert_eq!(it.store().ids(Referral::META, &query, None).unwrap(), [0_i64; 0]);
    // The journal's screen shows that it is sealed.
    it.open(f::JOURNAL).keys("<Enter>").sees("Điều đã thấy, đã nghe: ").sees("▒▒▒▒").sees_no("roi").keys("<Esc>");
    // A list goes out without what is sealed; a blank passphrase is enough for that.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vu viec.csv");
    it.open(f::REFERRALS).keys("<F7>").sees("chỉ in ngày giờ").keys("<Enter>").chooses("Danh sách đang hiện", "CSV");
    it.at_path(&path).keys("<Enter>").sees("Đã ghi");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("chưa báo") && !text.contains("roi"), "{text}");
    // Editing asks for the passphrase; a wrong one says so, and both are written down.
    let before = looks(it.store(), "unseal");
    it.keys("<F2>").sees("Mật khẩu niêm phong").keys("sai mat khau<Enter>").sees("Mật khẩu không đúng").sees_no("sai");
    assert_eq!((looks(it.store(), "unseal"), looks(it.store(), "unseal-refused")), (before, 1));
    it.keys("mat khau kin<Enter>").sees("Sửa vụ việc").sees(SECRET);
    assert_eq!(looks(it.store(), "unseal"), before + 1);
    // Unsealed, it is found; and who opened it, or tried to, is there to be read.
    it.keys("<Esc>roi may").sees("1/1 vụ việc").sees(SECRET);
    it.open(f::LOOKS).sees("mở niêm phong, sai mật khẩu").sees("đặt, đổi mật khẩu").sees("vân");
}

#[test]
fn what_is_typed_is_not_lost_when_it_is_sealed_meanwhile() {
    let mut it = noted();
    it.keys("<F2><Tab><Tab><Tab><Tab>Trong sân trường").keys("<Ctrl+K>niem phong lai<Enter>").sees("Đã niêm phong lại");
    it.sees("[Vụ việc]").sees_no("sân trường");
    let draft: String = it
        .store()
        .reader()
        .query_row("select value from memory where key like 'draft%'", [], |row| row.get(0))
        .unwrap();
    assert!(draft.starts_with("s1:") && !draft.contains("trường"), "{draft}");
    it.keys("<F2>mat khau kin<Enter>").sees("Trong sân trường").keys("<Ctrl+S>").sees("Đã lưu");
    assert_eq!(it.store().all::<Referral>().unwrap()[0].place, "Trong sân trường");
}

#[test]
fn the_passphrase_is_changed_and_the_old_one_opens_nothing_more() {
    let mut it = noted();
    it.keys("<Ctrl+K>doi mat khau<Enter>").sees("đang dùng");
    it.keys("sai mat khau<Enter>mat khau moi<Enter>mat khau moi<Enter>").sees("Mật khẩu không đúng");
    it.keys("mat khau kin<Enter>mat khau moi<Enter>mat khau moi<Enter>").sees("Đã đổi mật khẩu niêm phong");
    it.keys("<Ctrl+U>").sees("▒▒▒▒").keys("<Ctrl+U>mat khau kin<Enter>").sees("Mật khẩu không đúng");
    it.keys("mat khau moi<Enter>").sees(SECRET);
}

#[test]
fn locking_seals_even_where_the_store_has_no_passphrase() {
    let mut it = noted();
    it.keys("<Ctrl+L>").sees("▒▒▒▒").sees_no(SECRET);
    assert!(!it.store().is_unsealed());
}

#[test]
fn the_mask_covers_what_is_unsealed() {
    noted().keys("<F9>").sees("•••").sees_no("roi").keys("<Ctrl+X>").sees("(niêm phong)").sees_no("roi");
}

#[test]
fn the_clock_of_a_concern_runs_from_its_entry() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, keys) = file_store(&path);
    let noted_time = chrono::NaiveTime::from_hms_opt(8, 30, 0);
    let seen = Lines("một mình ở cổng".to_owned());
    store.save(&mut Referral { noted_on: day(TODAY), noted_time, seen, ..Referral::default() }).unwrap();
    drop(store);
    let later = || day("2026-05-20").and_hms_opt(11, 45, 10).unwrap();
    let clock = vitreem::store::clock::Clock { day: None, now: later };
    let store = Store::open(Folder::open(&path).unwrap(), &keys, "vân", clock).unwrap();
    let all = due::due(&store, later().date()).unwrap();
    assert_eq!((all[0].state.code(), all[0].days, all[0].legal), ("late", 0, true));
    let said = all[0].what.say(Lang::Vi);
    assert_eq!(said, "Vụ việc chưa báo nơi nào, đã 3 giờ 15 phút (ghi 20/05/2026 08:30; Điều 51 Luật Trẻ em)");
}

#[test]
fn the_sample_tells_its_passphrase_and_counts_while_sealed() {
    let mut it = Typist::over(demo_store());
    it.open(f::REFERRALS).sees("đã xong").sees("đã tiếp nhận").sees("▒▒▒▒").sees("UBND cấp xã").sees_no("Tay có vết");
    it.keys("<Ctrl+U>").sees("mau niem phong").keys("mau niem phong<Enter>").sees("Người dân gọi báo");
    let period = vitreem::domain::period::Period::parse("2026").unwrap();
    let all = figures(it.store(), &period).unwrap();
    let count = |code| all.iter().find(|it| it.0.code == code).map(|it| it.1);
    assert_eq!((count("incidents"), count("incidents_sent")), (Some(2), Some(2)));
    assert!(by_code("incidents").is_some());
    // The rows behind a figure are the same: sealed again, they are not opened.
    it.keys("<Ctrl+U>").open(t::SUB_FIGURES).keys("+<End><↑><↑><↑><↑><↑><↑><↑>").sees("▌ Số vụ việc đã thông báo");
    it.keys("<Enter>").sees("đã tiếp nhận").keys("<F2>").sees("Vụ việc đang niêm phong");
}

/// Every file of a data folder as bytes.
fn holds(path: &Path, text: &str) -> bool {
    let mut files = std::fs::read_dir(path).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    files.any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

#[test]
fn nothing_sealed_lies_in_the_clear_in_the_file_its_log_or_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, keys) = file_store(&path);
    let mut child = Child { name: "Lộc Văn Đông".to_owned(), ..Child::default() };
    store.save(&mut child).unwrap();
    let mut concern = Referral {
        noted_on: day("2026-05-20"),
        noted_time: chrono::NaiveTime::from_hms_opt(9, 5, 0),
        seen: Lines(format!("Cháu {SECRET}\nkhóc")),
        place: "Sau nhà kho".to_owned(),
        child: child.id,
        ..Referral::default()
    };
    store.save(&mut concern).unwrap();
    concern.place = "Sân vận động".to_owned();
    store.save(&mut concern).unwrap();
    let mut handover = Handover {
        referral: concern.id,
        sent_on: day("2026-05-20"),
        sent_time: concern.noted_time,
        office: "Công an phường Không Tên".to_owned(),
        sender: "Hoàng Thị Kiểm".to_owned(),
        receipt: "TN-7788".to_owned(),
        ..Handover::default()
    };
    store.save(&mut handover).unwrap();
    store.undo().unwrap();
    store.redo().unwrap();
    store.trash(Referral::META, &[concern.id.0]).unwrap();
    store.undo().unwrap();
    assert_eq!(
        store.get(concern.id).unwrap(),
        Referral {
            handovers: 1,
            state: ReferralState::Sent,
            receiver: Some(vitreem::domain::referral::Receiver::Hotline),
            sent_on: Some(day("2026-05-20")),
            ..concern.clone()
        }
    );
    assert_eq!(store.check().unwrap(), []);
    let secrets =
        [SECRET, "roi mây", "Sau nhà kho", "Sân vận động", "Không Tên", "Hoàng Thị Kiểm", "TN-7788", "roi may"];
    for secret in secrets {
        assert!(!holds(&path, secret), "{secret} while open");
    }
    // The child itself is on the roster; its link is not to be read.
    assert!(holds(&path, "Lộc Văn Đông"));
    let links: Vec<String> = dump(&store)["referral"].clone();
    assert!(links.iter().all(|row| row.contains("child=Text") && !row.contains(&format!("child={}", child.id.0))));
    // What changed is told by ciphertext alone, and only of the column that changed.
    let changes = store
        .changes(number(
            &store,
            "select max(step) from change where kind = 'referral' and old is not null
        and new is not null and step < (select min(step) from change where kind = 'handover')",
        ))
        .unwrap();
    assert_eq!(changes[0].differences().iter().map(|(name, ..)| *name).collect::<Vec<_>>(), ["place"]);
    drop(store);
    for secret in secrets {
        assert!(!holds(&path, secret), "{secret} after closing");
    }

    // Opened anew it is sealed: rows, lists, search and papers tell the head only, and undo works on ciphertext.
    let opened = Folder::open(&path).unwrap();
    let mut store = Store::open(opened, &keys, "vân", clock()).unwrap();
    assert!(store.has_inner_lock() && !store.is_unsealed());
    let read = store.get(concern.id).unwrap();
    assert_eq!((read.seen.0.as_str(), read.place.as_str(), read.child.is_new()), ("", "", true));
    assert_eq!((read.state, read.noted_on), (ReferralState::Sent, day("2026-05-20")));
    let line = &store.lines(Referral::META, &[concern.id.0]).unwrap()[0];
    assert_eq!(Referral::META.value(line, "seen"), &Value::Null);
    for paper in [referral::sheet(&store, concern.id).unwrap(), referral::timeline_paper(&store, concern.id).unwrap()] {
        let text = txt::render(&paper, 100);
        assert!(text.contains("(niêm phong)") && secrets.iter().all(|secret| !text.contains(secret)), "{text}");
    }
    store.undo().unwrap();
    assert_eq!(store.get(concern.id).unwrap().handovers, 0);
    store.redo().unwrap();
    // Nothing sealed is written or blanked over while it is sealed.
    let mut blind = Referral { seen: Lines("mới".to_owned()), ..read.clone() };
    assert_eq!(said(store.save(&mut blind)), words::IS_SEALED.vi);
    let mut fresh = Referral { id: Default::default(), ..blind };
    assert_eq!(said(store.save(&mut fresh)), words::IS_SEALED.vi);
    assert_eq!(said(store.unseal("mật khẩu sai")), words::WRONG_PASSPHRASE.vi);
    store.unseal(SEALING).unwrap();
    assert_eq!(store.get(concern.id).unwrap().place, "Sân vận động");
    let text = txt::render(&referral::sheet(&store, concern.id).unwrap(), 100);
    assert!(text.contains("Lộc Văn Đông") && text.contains("09 giờ 05 phút, ngày 20 tháng 5 năm 2026"), "{text}");
    assert!(
        text.contains("Công an phường Không Tên") && text.contains("20/05/2026 09:05, số tiếp nhận TN-7788"),
        "{text}"
    );
    let late = due::due(&store, day("2026-05-23")).unwrap();
    assert!(!late.iter().any(|it| it.what.say(Lang::Vi).contains("Điều 51")));
    drop(store);
    assert_eq!(reopen(&path, &keys).all::<Handover>().unwrap()[0].receipt, "TN-7788");
}

#[test]
fn a_store_without_the_new_columns_in_its_journal_is_still_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (store, keys) = file_store(&path);
    drop(store);
    let db = path.join(vitreem::store::open::FILE);
    std::fs::remove_file(&db).unwrap();
    let conn = rusqlite::Connection::open(&db).unwrap();
    for file in ["001-foundation.sql", "002-open-steps.sql"] {
        conn.execute_batch(&std::fs::read_to_string(format!("assets/migrations/{file}")).unwrap()).unwrap();
    }
    conn.execute_batch(
        "insert into referral (noted_on, receiver, sent_on, receipt, state, fold)
            values ('2025-03-01', 'police', '2025-03-02', 'CA-1', 'accepted', 'ca-1');
         pragma user_version = 2;",
    )
    .unwrap();
    drop(conn);
    let store = reopen(&path, &keys);
    let old = store.all::<Referral>().unwrap();
    assert_eq!((old[0].state, old[0].sent_on, old[0].handovers), (ReferralState::Accepted, Some(day("2025-03-02")), 0));
    let flaws: Vec<String> = store.check().unwrap().iter().map(|flaw| flaw.said.say(Lang::Vi)).collect();
    assert_eq!(flaws, ["dòng 1 không có trong nhật ký"], "only because this row was put in by hand");
}
