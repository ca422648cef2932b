//! Words of the public statement, and of the lists of a campaign on which people sign and money is handed on.
use super::texts;

texts! {
    PAPER = "Thông báo công khai kết quả ủng hộ", "Public statement";
    PAPER_AMOUNTS = "Thông báo công khai, ghi số tiền từng người", "Public statement with each amount";
    STATUS = "{0} · {1} người · {2} đồng", "{0} · {1} people · {2} đồng";
    TURN = "Đợt vận động khác", "Another campaign";
    AMOUNTS = "Có, không có số tiền từng người", "With or without each amount";
    OF_PART = "Khoản ủng hộ", "Its contributions";
    OF_UNIT = "Ủng hộ: {0}", "Contributions: {0}";
    LEFT = "Còn lại: {1} đồng. Đã chi, nộp: {0}.", "Left: {1} đồng. Paid out: {0}.";
    NOTHING = "Chưa có khoản ủng hộ nào đã ghi sổ. ← → chọn đợt vận động hoặc kỳ; < > đổi kỳ.", "Nothing is posted here yet. ← → choose a campaign or the period; < > change the period.";
    SUB = "Công khai", "Public statement";
    NAMED = "{0}", "{0}";
    WHOLE_UNIT = "cả đơn vị ({0} người)", "the whole unit ({0} people)";
    UNNAMED_STAFF = "{0} cán bộ", "{0} of the staff";
    UNNAMED_OUTSIDE = "{0} người không nêu tên", "{0} anonymous";
    OUTSIDE = "Ngoài cơ quan", "From outside";
    SUM = "Tổng cộng", "Total";
    HEAD_NUMBER = "STT", "No.";
    HEAD_UNIT = "Phòng, đơn vị", "Unit";
    HEAD_GIVERS = "Người ủng hộ", "Donors";
    HEAD_PEOPLE = "Số người", "People";
    HEAD_AMOUNT = "Số tiền (đồng)", "Amount (đồng)";
    IN_WORDS = "Bằng chữ: {0}.", "In words: {0}.";
    GOODS = "Trong đó tiền: {0} đồng; hiện vật quy đổi: {1} đồng.", "Of which money {0} đồng, goods worth {1} đồng.";
    USED = "Sử dụng: {0}. Số tiền còn lại đến ngày {1}: {2} đồng.", "Used: {0}. Left on {1}: {2} đồng.";
    COVERED = "Ít người không nêu tên: không ghi số tiền từng người của đơn vị này.", "Few are not named: no single amounts of this unit are told.";
    INTRO = "{0} công khai kết quả vận động, tiếp nhận và sử dụng như sau:", "{0} makes public what was raised, received and used:";
    INTRO_ANNEX = "{0} công khai kết quả vận động, tiếp nhận và sử dụng như sau (danh sách người ủng hộ tại Phụ lục kèm theo):", "{0} makes public what was raised, received and used (who gave stands in the annex):";
    BROUGHT = "Số dư mang sang: {0} đồng.", "Brought forward: {0} đồng.";
    TAKEN_BACK = "Ghi giảm khoản đã công khai của kỳ trước: {0} đồng.", "Taken back of what an earlier period told: {0} đồng.";
    SPENT_FOR = "{0} {1} đồng", "{0} {1} đồng";
    SPENT_NOTHING = "chưa chi", "nothing yet";
    ANNEX = "Danh sách người ủng hộ", "Who gave";
    ANNEX_TO = "(Kèm theo Thông báo {0} của {1})", "(With statement {0} of {1})";
    KIND = "Thông báo", "Notice";
    SUBJECT = "Công khai kết quả \"{0}\"", "Results of \"{0}\"";
    SUBJECT_PERIOD = "Công khai kết quả vận động ủng hộ vì trẻ em {0}", "Contributions for children, {0}";
    TO_UNITS = "Các phòng, đơn vị", "All units";
}
