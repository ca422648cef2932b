//! Hỗ trợ: đề nghị → duyệt → đã hỗ trợ, its payment, its totals.
use vitreem::domain::disbursement::Disbursement;
use vitreem::domain::support::{Support, SupportState};
use vitreem::text::field;

use crate::smoke::demo_store;
use crate::typist::Typist;

fn count(typist: &Typist, state: SupportState) -> usize {
    typist.store().all::<Support>().unwrap().iter().filter(|it| it.state == state).count()
}

#[test]
fn support_is_approved_and_given_many_at_once() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    let payments = typist.store().all::<Disbursement>().unwrap().len();
    typist.open(field::SUPPORTS).sees("○ đề nghị").sees("◐ đã duyệt").sees("● đã hỗ trợ");
    let given = count(&typist, SupportState::Given);
    // The three latest are proposed: they cannot be given yet.
    typist.keys("<Home><Shift+↓><Shift+↓><Ctrl+W><Enter>");
    typist.sees("Còn 3 khoản chưa duyệt").keys("<Esc><Home><Shift+↓><Shift+↓><Ctrl+U>");
    typist.sees("Duyệt hỗ trợ").keys("<Enter>").keys("<Enter>").keys("<Enter>").sees("Ghi cả văn bản duyệt");
    typist.keys("<Esc><Home><Shift+↓><Shift+↓><Ctrl+U>72/TTr-VP<Enter>Nguyễn Văn Mẫu<Enter><Enter>");
    typist.sees("Đã xong: Duyệt hỗ trợ · 3");
    assert_eq!(count(&typist, SupportState::Approved), 4);
    typist.keys("<Home><Shift+↓><Shift+↓><Ctrl+W><Enter>").sees("Đã xong: Ghi đã hỗ trợ · 3");
    assert_eq!(count(&typist, SupportState::Given), given + 3);
    let all = typist.store().all::<Disbursement>().unwrap();
    assert_eq!(all.len(), payments + 1);
    assert_eq!((all[0].amount.0, all[0].reference.as_str()), (1_200_000, "72/TTr-VP"));
    // From the payment to its supports and back.
    typist.open(field::DISBURSEMENTS).keys("<Home><Ctrl+U>").sees("1/3 lần hỗ trợ").sees("Áo ấm").keys("<Esc>");
    typist.open(field::SUPPORTS).keys("<Home><Ctrl+K>xem khoan chi<Enter>").sees("72/TTr-VP");
    // Taken back, the payment is gone too; undo brings both back.
    typist.open(field::SUPPORTS).keys("<Home><Shift+↓><Shift+↓><Ctrl+X>").sees("Đã xong: Bỏ ghi nhận · 3");
    assert_eq!(typist.store().all::<Disbursement>().unwrap().len(), payments);
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác");
    assert_eq!(typist.store().all::<Disbursement>().unwrap().len(), payments + 1);
    assert_eq!(typist.store().check().unwrap(), []);
}

#[test]
fn totals_open_their_rows() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    typist.open(field::SUPPORTS).keys("<Ctrl+D>").sees("theo đơn vị · năm 2026").sees("Tổng cộng").sees("12.500.000");
    typist.keys("<→>").sees("theo nguồn").sees("quỹ phúc lợi").keys("<Enter>").sees("lần hỗ trợ").keys("<Esc>");
    typist.keys("<←><←>").sees("theo cháu").keys("<F9>").sees(".").keys("<F9><End><Enter>").sees("/17 lần hỗ trợ");
    typist
        .keys("<Esc><Home><<>")
        .sees("năm 2025")
        .sees("chưa có khoản hỗ trợ nào")
        .keys("<Enter><F7>")
        .sees("In, xuất");
}
