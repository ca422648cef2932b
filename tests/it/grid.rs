//! Fast entry: a sheet is entered line after line with few keys, must be what its paper says, and is posted whole.
use vitreem::domain::batch::Batch;
use vitreem::domain::campaign::Campaign;
use vitreem::domain::contribution::{Contribution, Means};
use vitreem::domain::money::Vnd;
use vitreem::domain::person::{Employed, Person};
use vitreem::store::Store;
use vitreem::text::{book as b, field as f};

use crate::harness::{day, store, unit};
use crate::typist::Typist;

/// The most keys that a line may take: at two keys a second, eight seconds.
const KEYS: usize = 16;

fn office() -> Store {
    let mut store = store();
    let mut campaign =
        Campaign {
            name: "Quỹ Bảo trợ trẻ em 2026".to_owned(), since: day("2026-01-01"), ..Campaign::default()
        };
    store.save(&mut campaign).unwrap();
    let office = unit(&mut store, "Văn phòng Sở").id;
    unit(&mut store, "Thanh tra Sở");
    for name in ["Nguyễn Thị Đông", "Lộc Văn Hà", "Hoàng Thị Hà", "Vi Văn Đức"] {
        let mut person = Person { name: name.to_owned(), unit: office, staff: Employed::Yes, ..Person::default() };
        store.save(&mut person).unwrap();
    }
    store
}

/// How many keys are pressed in a text of keys.
fn count(keys: &str) -> usize {
    let mut inside = false;
    keys.chars()
        .filter(|c| {
            let counted = !inside;
            inside = if inside { *c != '>' } else { *c == '<' };
            counted
        })
        .count()
}

#[test]
fn a_sheet_is_entered_in_few_keys_and_posted_once_it_fits() {
    let mut it = Typist::over(office());
    it.open(b::BATCHES).keys("<Ins>Bảng kê Văn phòng<Tab><↓><Enter>van phong<↓><Enter>18/5<Tab>5<Tab>2tr65<Ctrl+S>");
    it.sees("chưa khớp").keys("<Enter>").sees("Nhập nhanh: Bảng kê Văn phòng").sees("đã vào 0/5 dòng");
    let lines = [
        "dong<Enter>500k<Enter>",
        "loc<Enter>1tr2<Enter>",
        "hoang<Enter>200.000<Enter>",
        "thanh<Enter>12<Enter>600k<Enter>",
    ];
    for line in lines {
        assert!(count(line) <= KEYS, "{line}: {}", count(line));
        it.keys(line).sees("Đã lưu");
    }
    it.sees("Thanh tra Sở").sees("đã vào 4/5 dòng · 2.500.000/2.650.000 đồng");
    // The sheet does not fit, and is not posted.
    it.keys("<Ctrl+W>").sees("Khớp rồi mới ghi sổ được");
    // The same amount as above takes one key; the name is nobody's until the line that says so is chosen.
    it.keys("Công ty Mẫu<Enter>")
        .sees("chưa có trong danh sách")
        .keys("<↓>")
        .sees("▸ + nhà tài trợ ngoài cơ quan: Công ty Mẫu");
    it.keys("<Enter><Ctrl+D>").sees("600.000").keys("150k<Enter>").sees("đã vào 5/5 dòng").sees("khớp");
    it.keys("<Ctrl+W>").sees("Ghi sổ 5 khoản, 2.650.000 đồng?").keys("<Tab><Enter>").sees("T1/2026–T5/2026");
    it.keys("dong<Enter>5k<Enter>").sees("không thêm dòng được").keys("<Esc><Esc>").sees("đã ghi sổ");

    let all = it.store().all::<Contribution>().unwrap();
    let batch = it.store().all::<Batch>().unwrap().remove(0);
    assert!(all.iter().all(|line| line.batch == batch.id && line.date == day("2026-05-18")));
    let whole = all.iter().find(|line| line.people > 0).unwrap();
    assert_eq!((whole.people, whole.amount, whole.person.is_new()), (12, Vnd(600_000), true));
    let dong = all.iter().find(|line| line.donor_name == "Nguyễn Thị Đông").unwrap();
    assert!(!dong.unit.is_new() && !dong.person.is_new());
    assert_eq!(all.iter().filter(|line| line.donor == "Công ty Mẫu" && line.unit.is_new()).count(), 1);
    assert_eq!(it.store().check().unwrap(), []);
}

#[test]
fn lines_of_a_campaign_are_entered_without_a_sheet() {
    let mut it = Typist::over(office());
    it.open(f::CAMPAIGNS).keys("<Enter><Ctrl+U>").sees("Nhập nhanh: Quỹ Bảo trợ trẻ em 2026");
    // Goods ask what they are; a name that shall not be told is hidden.
    it.keys("duc<Enter>300k<Tab><Space><Space>").sees("hiện vật").keys("<Tab>20 hộp sữa<Tab><Space>").sees("có");
    it.keys("<Enter>").sees("đã vào 1 dòng · 300.000 đồng");
    it.keys("duc<Enter>100k<Enter>").sees("20 hộp sữa").sees("đã vào 1 dòng").keys("<Shift+Tab><Space>");
    it.sees("tiền mặt").keys("<Enter>").sees("Người này đã có một dòng cùng ngày");
    // A wrong amount is said in its cell and nothing is saved.
    it.keys("dong<Enter>x<Enter>").sees("!").keys("<Backspace>0<Enter>").sees("phải lớn hơn 0");
    it.keys("<Backspace>50k<Enter>").sees("đã vào 3 dòng");
    // A line above is mended in its form, or goes.
    it.keys("<↑><F2>").keys("60k<Ctrl+S>").sees("đã vào 3 dòng · 460.000 đồng").keys("<↑><Del>").sees("đã vào 2 dòng");
    it.keys("vi van<Esc>").keys("<Esc>").sees("chưa lưu").keys("<Esc>").sees("/2 khoản");
    let goods = it.store().all::<Contribution>().unwrap().into_iter().find(|line| line.means == Means::Goods).unwrap();
    assert!(goods.anonymous && goods.goods == "20 hộp sữa");
}

#[test]
fn an_arrow_takes_the_first_suggestion_as_enter_does_and_the_next_one_the_second() {
    let mut it = Typist::over(office());
    it.open(f::CAMPAIGNS).keys("<Enter><Ctrl+U>");
    let marked = |it: &mut Typist| it.screen().lines().find(|line| line.contains("▸ ")).unwrap_or_default().to_owned();
    let first = marked(it.keys("a"));
    assert_eq!(marked(it.keys("<↓>")), first);
    assert_ne!(marked(it.keys("<↓>")), first);
    assert_eq!(marked(it.keys("<↑><↑>")), first, "above the first nothing is gone to, and Enter takes the first again");
}

#[test]
fn the_grid_is_whole_at_every_size() {
    let mut it = Typist::over(office());
    it.open(f::CAMPAIGNS).keys("<Enter><Ctrl+U>");
    for amount in 1..30 {
        it.keys(&format!("ha<↓><Enter>{amount}0k<Enter>"));
    }
    for size in [(1, 1), (20, 5), (60, 15), (80, 24), (120, 40), (300, 100)] {
        it.size = size;
        it.keys("ha");
        if size.1 >= 24 {
            it.sees("▸ ").sees("290.000").keys("<↑><PgUp>");
        }
        it.keys("<Esc><Backspace><Backspace>");
    }
}
