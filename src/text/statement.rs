//! Words of the public statement, and of the lists of a campaign on which people sign and money is handed on.
use super::texts;

texts! {
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
    SPENT_FOR = "{0} {1} đồng", "{0} {1} đồng";
    SPENT_NOTHING = "chưa chi", "nothing yet";
    KIND = "Thông báo", "Notice";
    SUBJECT = "Công khai kết quả \"{0}\"", "Results of \"{0}\"";
    SUBJECT_PERIOD = "Công khai kết quả vận động ủng hộ vì trẻ em {0}", "Contributions for children, {0}";
    TO_UNITS = "Các phòng, đơn vị", "All units";
}
