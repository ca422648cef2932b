//! What is due is put off with a reason, seen again on its day, and never lost.
use vitreem::domain::child::Child;
use vitreem::domain::referral::Referral;
use vitreem::domain::snooze::Snooze;
use vitreem::domain::value::Lines;
use vitreem::reports::due;
use vitreem::text::{Lang, screen, today};

use crate::harness::{self, day};
use crate::smoke::demo_store;
use crate::typist::Typist;

#[test]
fn a_thing_is_put_off_with_a_reason_and_comes_back_on_its_day() {
    let mut typist = Typist::over(demo_store());
    typist.size = (120, 40);
    typist.open(screen::TAB_TODAY).sees("Chờ");
    let all = due::due(typist.store(), day("2026-11-23")).unwrap();
    // The first that is not about a child in danger.
    let at = all.iter().position(due::Due::can_wait).unwrap();
    typist.keys(&"<↓>".repeat(at)).keys("<Ctrl+W>").sees(today::SNOOZE.vi);
    // A day that has passed and a missing reason are refused, each with its sentence.
    typist.keys("<Tab><Enter>").sees(today::REASON_NEEDED.vi);
    typist.keys("<Esc><Esc>").sees("Việc cần làm");
    typist.keys("<Ctrl+W>").keys(&"<Backspace>".repeat(4)).keys("20/11<Tab>chờ lãnh đạo<Enter>");
    typist.sees("phải sau hôm nay").keys("<Esc><Esc>");
    typist.keys("<Ctrl+W>").keys(&"<Backspace>".repeat(4)).keys("30/11<Tab>chờ lãnh đạo duyệt<Enter>");
    typist.sees("Đã hoãn đến 30/11/2026").sees("đang hoãn: 1");
    let left = due::due(typist.store(), day("2026-11-23")).unwrap();
    assert_eq!(left.len() + 1, all.len());
    assert_eq!(due::due(typist.store(), day("2026-11-30")).unwrap().iter().filter(|it| **it == all[at]).count(), 0);
    let back = due::due(typist.store(), day("2026-11-30")).unwrap();
    assert!(back.iter().any(|it| it.thing() == all[at].thing()));
    // It can be looked at, and woken at once; undo puts it to sleep again.
    typist.keys("<Ctrl+D><End>").sees("hoãn đến 30/11/2026: chờ lãnh đạo duyệt").keys("<Ctrl+W>");
    assert_eq!(due::due(typist.store(), day("2026-11-23")).unwrap().len(), all.len());
    typist.keys("<Ctrl+Z>").sees("đang hoãn: 1").keys("<Ctrl+Z>").sees_no("đang hoãn");
}

#[test]
fn of_several_things_about_one_row_one_alone_is_put_off() {
    let mut store = demo_store();
    let today = store.today();
    let all = due::due(&store, today).unwrap();
    let twins = |it: &&due::Due| all.iter().filter(|other| other.open == it.open && other.due == it.due).count() > 1;
    let one = all.iter().find(twins).unwrap().clone();
    let (name, thing, until) = (one.what.say(Lang::Vi), one.thing(), day("2026-12-24"));
    store.save(&mut Snooze { name, thing, until, reason: "chờ".to_owned(), ..Snooze::default() }).unwrap();
    let (open, off) = due::parted(&store, today).unwrap();
    assert_eq!((open.len(), off.len()), (all.len() - 1, 1));
    assert_eq!(off[0].0, one);
}

#[test]
fn what_is_about_a_child_in_danger_is_not_put_off() {
    let mut store = harness::unsealed(harness::store());
    let (noted_on, noted_time) = (store.today(), store.now().time());
    let seen = Lines("khóc một mình".to_owned());
    store.save(&mut Child { name: "Lê An".to_owned(), ..Child::default() }).unwrap();
    store.save(&mut Referral { noted_on, noted_time: Some(noted_time), seen, ..Referral::default() }).unwrap();
    let at = due::due(&store, noted_on).unwrap().iter().position(|it| !it.can_wait()).unwrap();
    let mut typist = Typist::over(store);
    // The checklist of a new store stands before it.
    typist.open(screen::TAB_TODAY).keys("<End>").keys(&"<↑>".repeat(20));
    for _ in 0..20 {
        if typist.screen().contains("▌ 20/05/2026") {
            break;
        }
        typist.keys("<↓>");
    }
    assert_eq!(at, 0);
    typist.keys("<Ctrl+W>").sees("không hoãn được");
}
