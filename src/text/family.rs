//! Words of the child's page: earlier units, school years, ages, donors.
use super::texts;

texts! {
    PROMISED = "đã cam kết năm {0}", "promised in {0}";
    STAYS = "Đơn vị trước đây", "Earlier units";
    ONE_STAY = "đơn vị trước đây", "earlier units";
    STAY_UNIT = "Đơn vị trước đây", "Earlier unit";
    STAY_UNTIL = "Đến hết ngày", "Up to";

    SCHOOLINGS = "Học tập", "School";
    ONE_SCHOOLING = "năm học", "school years";
    SCHOOL_YEAR = "Năm học", "Year";
    SCHOOL = "Trường", "School";
    CLASS = "Lớp", "Class";
    RESULT = "Kết quả", "Result";
    RESULT_UNKNOWN = "chưa có", "not yet";
    RESULT_EXCELLENT = "xuất sắc", "excellent";
    RESULT_GOOD = "tốt, giỏi", "good";
    RESULT_FAIR = "khá", "fair";
    RESULT_PASSED = "đạt", "passed";
    RESULT_FAILED = "không đạt", "failed";
    PRIZE = "Thành tích, giải", "Prize";
    NOT_A_SCHOOL_YEAR = "Nhập năm học như 2025-2026.", "Type the school year like 2025-2026.";

    DONORS = "Nhà tài trợ", "Outside donors";
    ONE_DONOR = "nhà tài trợ", "donors";
    DONOR_TIMES = "Số lần", "Times";

    NOT_BANDS = "Nhập các mốc tuổi từ 1 đến 100, nhiều nhất sáu mốc, như 6, 11, 16.", "Type ages from 1 to 100, six at most, like 6, 11, 16.";

    PAGE = "Mở trang", "Open the page";
    PAGE_OF = "Cháu {0}", "{0}";
    HISTORY = "Lịch sử", "History";
    SECTION_COUNT = "{0} ({1})", "{0} ({1})";
    SECTION_NONE = "chưa có; Ins (Ctrl+N) để thêm", "nothing yet; Ins (Ctrl+N) adds";
    SECTION_EMPTY = "chưa có", "nothing yet";
    NEXT_SECTION = "Mục tiếp", "Next section";
    LAST_SECTION = "Mục trước", "Previous section";
    AGED = "{0} tuổi", "aged {0}";
    BAND_OF = "nhóm {0}", "band {0}";
    GROWN = "đã đủ 16 tuổi ngày {0}", "16 on {0}";
    GROWS = "đủ 16 tuổi ngày {0}", "16 on {0}";
    GROWS_BY = "đủ 16 tuổi chậm nhất ngày {0}", "16 on {0} at the latest";
    PARTIAL = "chưa rõ ngày sinh", "birth date not known in full";
    NEAR = "! Có thể đủ {0} tuổi từ {1}: hỏi gia đình ngày sinh.", "! May be {0} from {1} on: ask the family for the birth date.";
    IS_STAFF = "cán bộ", "staff";
    IS_NO_STAFF = "ngoài cơ quan", "not staff";
    MAYBE_STAFF = "chưa rõ có phải cán bộ", "not known to be staff";
    WAS_IN = "trước: {0} (đến {1})", "before: {0} (until {1})";

    TRANSFER = "Chuyển đơn vị", "Move to another unit";
    ASK_UNIT = "Đơn vị mới của {0}", "New unit of {0}";
    ASK_DAY = "Chuyển từ ngày", "From the day";
    TRANSFERRED = "{0} về {1} từ {2}; {3} cháu chuyển theo. Ctrl+Z hoàn tác.", "{0} is in {1} from {2}; {3} children follow. Ctrl+Z undoes.";
    TRANSFER_LATER = "Chưa đến ngày chuyển. Ghi khi người đó đã về đơn vị mới.", "That day has not come. Enter it once the person is in the new unit.";
    TRANSFER_SAME = "Người này đang ở đơn vị đó.", "This person is in that unit already.";
    FOLLOWED = "{0} cháu chuyển theo.", "{0} children follow.";
}
