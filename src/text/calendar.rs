//! Words of the calendar: what lies on a day, and its keys.
use super::texts;

texts! {
    SUB = "Lịch", "Calendar";
    ICS_NAME = "Công tác trẻ em – {0}, {1}", "Work for children – {0}, {1}";
    TODAY = "Về hôm nay", "Today";
    NEXT_MONTH = "Tháng sau", "Next month";
    LAST_MONTH = "Tháng trước", "Previous month";
    WHOLE_YEAR = "Cả năm", "Whole year";
    ONE_MONTH = "Từng tháng", "One month";
    MONTH_NAME = "Tháng {0}", "Month {0}";
    OUT_ICS = "Lịch việc, để mở bằng lịch của điện thoại hoặc Outlook", "The calendar, for telephones and Outlook";
    CHOOSE = "Chọn việc", "Choose";
    ADD_SESSION = "Ghi buổi ngày này", "Session on this day";
    KEYS = "← → ↑ ↓ chọn ngày · PgUp PgDn chuyển tháng · Home về hôm nay", "← → ↑ ↓ choose a day · PgUp PgDn months · Home today";
    NOTHING = "Không có việc trong ngày này.", "Nothing on this day.";
    LUNAR_YEAR = "{0}, năm {1}", "{0}, year {1}";
    COUNT = "{0}: {1} việc", "{0}: {1} things";

    SESSIONS = "tuyên truyền", "session";
    INSPECTIONS = "kiểm tra", "inspection";
    EVENTS = "chương trình", "event";
    DEADLINES = "hạn", "deadline";
    CUT_OFFS = "chốt số liệu", "cut-off";
    FEASTS = "lễ, tết", "feast";

    SESSION = "{0}: {1}", "{0}: {1}";
    INSPECTION = "Kiểm tra {0}: {1}", "Inspection of {0}: {1}";
    DONE = "✓ xong", "✓ done";
    PLANNED = "đã lên lịch", "planned";
    ATTENDED = "{0} lượt người", "{0} came";
    CUT_OFF = "Chốt số liệu {0}", "Figures close: {0}";
    OWN_REPORT = "Hạn báo cáo của cơ quan {0}", "The agency's report is due: {0}";
    UNIT_REPORTS = "Hạn đơn vị nộp báo cáo {0}", "Unit reports are due: {0}";
    CLAUSE = "Kế hoạch {0}", "Plan {0}";
    ISSUED = "✓ đã ban hành", "✓ issued";
    CAME = "{0}/{1} đã nộp", "{0}/{1} are in";
    CAME_ALL = "✓ đủ {0} đơn vị", "✓ all {0} units";
    EVIDENCED = "✓ có minh chứng", "✓ has evidence";
    UNPROVED = "chưa có minh chứng", "no evidence yet";
    LATE = "! {0}", "! {0}";

    NEW_YEARS_DAY = "Tết Dương lịch (nghỉ lễ)", "New Year's Day (holiday)";
    TET = "Tết Nguyên đán (nghỉ lễ)", "Tết Nguyên đán (holiday)";
    KINGS = "Giỗ Tổ Hùng Vương (nghỉ lễ)", "Hùng Kings' Day (holiday)";
    REUNIFICATION = "Ngày Chiến thắng 30/4 (nghỉ lễ)", "Reunification Day (holiday)";
    LABOUR = "Ngày Quốc tế lao động (nghỉ lễ)", "Labour Day (holiday)";
    NATIONAL = "Quốc khánh (nghỉ lễ)", "National Day (holiday)";
    INSTEAD = "Nghỉ bù", "Day off in lieu";
    CHILDRENS_DAY = "Ngày Quốc tế Thiếu nhi, bắt đầu Tháng hành động vì trẻ em", "Children's Day, the Month of Action begins";
    MID_AUTUMN = "Tết Trung thu (rằm tháng Tám)", "Mid-Autumn Festival";
}
