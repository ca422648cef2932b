//! What help says beside the commands.
use super::{Text, texts};

texts! {
    POSTER = "Tờ rơi, áp phích Tổng đài 111", "Poster of hotline 111";
    POSTER_NATIONAL = "TỔNG ĐÀI ĐIỆN THOẠI\nQUỐC GIA", "NATIONAL\nHOTLINE";
    POSTER_CHILDREN = "BẢO VỆ TRẺ EM", "FOR CHILD PROTECTION";
    POSTER_FREE = "Gọi miễn phí, 24 giờ mỗi ngày", "Free, around the clock";
    POSTER_CALL = "Thấy trẻ em bị xâm hại, bạo lực, bỏ mặc hoặc có nguy cơ: gọi ngay.", "A child is harmed, beaten, left alone or in danger: call at once.";
    POSTER_OTHERS = "Hoặc báo công an, Ủy ban nhân dân xã, phường nơi gần nhất (Điều 51 Luật Trẻ em). Người báo được giữ kín tên.", "Or tell the police or the commune nearby (Điều 51 Luật Trẻ em). Your name is kept secret.";
    POSTER_OLD = "Số cũ {0} không còn dùng, nay gọi {1}.", "The old number {0} is no longer in use; call {1}.";
    HOTLINE_111 = "☎ 111  Tổng đài điện thoại quốc gia bảo vệ trẻ em (từ 06/12/2017)", "☎ 111  National hotline for child protection (since 06/12/2017)";
    TELEX = "Gõ tiếng Việt thoải mái: chữ cái trên danh sách chỉ để lọc, không bao giờ là lệnh.", "Type freely: a letter on a list only filters, it is never a command.";
    TELEX_SWITCH = "Máy không có bộ gõ (Unikey, ibus): Ctrl+K, gõ telex, Enter để bật gõ Telex của chương trình.", "Without an input method: Ctrl+K, telex, Enter turns on the program's own Telex typing.";
    MARKS = "Lọc không dấu thì tìm mọi dấu (dong tìm thấy Đông); gõ có dấu thì chỉ tìm đúng dấu ấy.", "Without marks a filter finds any marks; with marks only those.";
    SIFT = "Ctrl+F hai lần: lọc theo cột (đơn vị, tuổi, ngày, trống …), lưu cách lọc; Esc bỏ mọi lọc.", "Ctrl+F twice: filter by columns (unit, age, days, blank …), save a view; Esc clears all.";
    TYPO = "Ctrl+G tìm trẻ em, cán bộ, nhà tài trợ, văn bản … từ mọi nơi; gõ sai một chữ vẫn tìm ra.", "Ctrl+G finds children, staff, donors, documents … from anywhere, with one slip of the hand too.";
    DATES = "Ngày: 5/3/15 · 05-03-2015 · 3/2015 · 2015 · hôm nay · +10 · 15/8 âm", "Dates: 5/3/15 · 05-03-2015 · 3/2015 · 2015 · hôm nay · +10 · 15/8 âm";
    MONEY = "Tiền: 500000 · 500.000 · 500k · 1tr2 · 1,5 triệu", "Money: 500000 · 500.000 · 500k · 1tr2 · 1,5 triệu";
    TRASH = "Xóa là chuyển vào thùng rác (Hệ thống → Thùng rác); Ctrl+Z lấy lại ngay.", "What is deleted lies in the trash (System → Trash); Ctrl+Z brings it back at once.";
    CHILD = "Trẻ em là người dưới 16 tuổi (Điều 1 Luật Trẻ em).", "A child is under 16 (Điều 1 Luật Trẻ em).";
    GROUPS = "Hoàn cảnh đặc biệt: 14 nhóm, điểm a đến o khoản 1 Điều 10 Luật Trẻ em; khó khăn khác để riêng.", "Special circumstances: 14 groups, points a to o of Điều 10 khoản 1 Luật Trẻ em; other hardships apart.";
    PERIODS = "Kỳ 6 tháng: 15/12–14/6 và 15/6–14/12; năm: 15/12–14/12 (Điều 12 Nghị định 09/2019/NĐ-CP).", "Half-years: 15/12–14/6 and 15/6–14/12; year: 15/12–14/12 (Điều 12 NĐ 09/2019/NĐ-CP).";
}

/// What every help page ends with.
pub const LINES: &[Text] = &[TELEX, TELEX_SWITCH, MARKS, SIFT, TYPO, DATES, MONEY, TRASH, CHILD, GROUPS, PERIODS];
