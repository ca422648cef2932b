//! Words for days and periods of the calendar.
use super::{Text, texts};

texts! {
    MONDAY = "thứ Hai", "Mon";
    TUESDAY = "thứ Ba", "Tue";
    WEDNESDAY = "thứ Tư", "Wed";
    THURSDAY = "thứ Năm", "Thu";
    FRIDAY = "thứ Sáu", "Fri";
    SATURDAY = "thứ Bảy", "Sat";
    SUNDAY = "Chủ nhật", "Sun";
    DAY_LINE = "{0}, {1}", "{0} {1}";
    DAY_LINE_LUNAR = "{0}, {1} ({2} ÂL)", "{0} {1} ({2} lunar)";
    DAY_LINE_LEAP = "{0}, {1} ({2} nhuận ÂL)", "{0} {1} ({2} leap lunar)";
    YEAR = "năm {0}", "{0}";
    FIRST_HALF = "6 tháng đầu năm {0}", "first half of {0}";
    SECOND_HALF = "6 tháng cuối năm {0}", "second half of {0}";
    QUARTER = "quý {0} năm {1}", "quarter {0} of {1}";
    MONTH = "tháng {0} năm {1}", "month {0} of {1}";
    ACTION_MONTH = "Tháng hành động vì trẻ em năm {0}", "Month of Action for Children {0}";
    FROM_TO = "từ ngày {0} đến ngày {1}", "from {0} to {1}";
    NOT_A_PERIOD = "\"{0}\" không phải là kỳ báo cáo. Nhập như 2026, 2026-H1, 2026-Q1, 2026-05, cal:2026-H1, 2026-thang-hanh-dong hoặc 2026-01-01..2026-03-31.", "\"{0}\" is not a period. Type it like 2026, 2026-H1, 2026-Q1, 2026-05, cal:2026-H1, 2026-thang-hanh-dong or 2026-01-01..2026-03-31.";
    BY_CALENDAR = "theo-lich", "by-calendar";
    PERIOD_BACKWARDS = "Kỳ \"{0}\" kết thúc trước khi bắt đầu.", "The period \"{0}\" ends before it begins.";
}

/// The days of the week from Monday on.
pub const WEEKDAYS: [Text; 7] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY];
