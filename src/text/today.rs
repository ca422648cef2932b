//! Words of what is put off on the screen of today.
use super::texts;

texts! {
    SNOOZES = "Việc đang hoãn", "Reminders put off";
    ONE_SNOOZE = "việc hoãn", "reminder";
    THING = "Việc", "Thing";
    UNTIL = "Hoãn đến", "Put off until";
    REASON = "Lý do", "Reason";
    SNOOZE = "Hoãn nhắc", "Put off";
    ASK_UNTIL = "Nhắc lại ngày nào (ví dụ +7, 30/11)", "Remind again on (such as +7, 30/11)";
    ASK_REASON = "Vì sao hoãn", "Why it is put off";
    SHOW = "Xem việc đang hoãn", "Show what is put off";
    HIDE = "Thôi xem việc đang hoãn", "Hide what is put off";
    WAKE = "Nhắc lại ngay", "Remind at once";
    COUNT = "{0} · đang hoãn: {1}", "{0} · put off: {1}";
    STATE = "hoãn đến {0}: {1}", "until {0}: {1}";
    LATER = "Ngày nhắc lại phải sau hôm nay, {0}.", "The day to be reminded must be after today, {0}.";
    REASON_NEEDED = "Ghi vì sao hoãn, để người sau hiểu.", "Say why it is put off, for whoever comes after.";
    NEVER = "Việc về một cháu cần bảo vệ thì không hoãn được: chuyển ngay cho cơ quan có trách nhiệm.", "What is about a child in danger is not put off: hand it over at once.";
    DONE = "Đã hoãn đến {0}: {1}", "Put off until {0}: {1}";
    OFF_DAYS = "Hạn rơi vào ngày nghỉ", "Deadlines on days off";
    OFF_KEEP = "giữ nguyên", "stay";
    OFF_BEFORE = "lùi về ngày làm việc trước", "move to the working day before";
    OFF_AFTER = "dời sang ngày làm việc sau", "move to the working day after";
    WAITS = "Chờ", "Waiting for";
}
