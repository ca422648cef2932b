//! Rules of deadlines in words: as they are shown they can be typed.
use super::{Text, texts};

texts! {
    DAY = "ngày {0}", "day {0}";
    LUNAR = "{0} âm lịch", "{0} lunar";
    FULL_MOON = "rằm tháng {0}", "rằm tháng {0}";
    FIRST_HALF = "hết kỳ 6 tháng đầu năm", "the end of the first half";
    SECOND_HALF = "hết kỳ 6 tháng cuối năm", "the end of the second half";
    WHOLE_YEAR = "hết kỳ báo cáo năm", "the end of the reporting year";
    WHEN_DONE = "ngay khi xong việc trước", "when the work before is done";
    AFTER_DONE = "{0} ngày làm việc sau khi xong việc trước", "{0} working days after when the work before is done";
    BEFORE = "{0} ngày làm việc trước {1}", "{0} working days before {1}";
    AFTER = "{0} ngày làm việc sau {1}", "{0} working days after {1}";
    MONTH_1 = "Giêng", "Giêng";
    MONTH_2 = "Hai", "Hai";
    MONTH_3 = "Ba", "Ba";
    MONTH_4 = "Tư", "Tư";
    MONTH_5 = "Năm", "Năm";
    MONTH_6 = "Sáu", "Sáu";
    MONTH_7 = "Bảy", "Bảy";
    MONTH_8 = "Tám", "Tám";
    MONTH_9 = "Chín", "Chín";
    MONTH_10 = "Mười", "Mười";
    MONTH_11 = "Mười một", "Mười một";
    MONTH_12 = "Chạp", "Chạp";
    LATE = "! {0}", "! {0}";
    PROVED = "✓ {0}", "✓ {0}";
    WEEKS = "{0}, {1} tuần nữa", "{0}, in {1} weeks";
    DAYS = "{0}, {1} ngày nữa", "{0}, in {1} days";
}

/// The lunar months by name.
pub const LUNAR_MONTHS: [Text; 12] =
    [MONTH_1, MONTH_2, MONTH_3, MONTH_4, MONTH_5, MONTH_6, MONTH_7, MONTH_8, MONTH_9, MONTH_10, MONTH_11, MONTH_12];
