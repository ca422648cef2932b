//! Sentences about data that cannot be taken: dates, money, names, files.
use super::texts;

texts! {
    NOT_A_DATE = "\"{0}\" không phải là ngày. Nhập như 5/3/2015, 3/2015, 2015, hôm nay, +10 hoặc 15/8 âm.", "\"{0}\" is not a date. Type it like 5/3/2015, 3/2015, 2015, hôm nay, +10 or 15/8 âm.";
    NOT_A_TIME = "\"{0}\" không phải là giờ. Nhập như 14:05, 14h05, 1405 hoặc 14h.", "\"{0}\" is not a time. Type it like 14:05, 14h05, 1405 or 14h.";
    NO_SUCH_DAY = "\"{0}\" không có trong lịch.", "\"{0}\" is not in the calendar.";
    NOT_WHOLE_DAY = "\"{0}\" chưa đủ ngày, tháng, năm.", "\"{0}\" lacks the day or the month.";
    NOT_MONEY = "\"{0}\" không phải là số tiền. Nhập như 500000, 500.000, 500k, 1tr2 hoặc 1,5 triệu.", "\"{0}\" is not an amount. Type it like 500000, 500.000, 500k, 1tr2 or 1,5 triệu.";
    MONEY_TOO_BIG = "Số tiền \"{0}\" quá lớn.", "The amount \"{0}\" is too big.";
    MONEY_PART = "Số tiền \"{0}\" lẻ dưới một đồng.", "The amount \"{0}\" has a part of a đồng.";
    NOT_A_NUMBER = "\"{0}\" không phải là số nguyên.", "\"{0}\" is not a whole number.";
}
