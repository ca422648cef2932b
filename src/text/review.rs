//! Words of the review of children: its rounds, its units, the sheet that a unit fills in.
use super::texts;

texts! {
    UNITS = "Các đơn vị", "Units";
    UNIT = "Phòng, đơn vị", "Unit";
    NO_UNIT = "(chưa rõ đơn vị)", "(no unit)";
    ALL_UNITS = "Cả cơ quan", "The whole agency";
    CHILDREN = "Cháu", "Children";
    DONE = "Đã RS", "Done";
    PERCENT = "%", "%";
    LACKS = "Còn thiếu thông tin", "Records lack";
    LACK = "{0} {1}", "{0} {1}";
    STATUS = "đã rà soát {0}/{1} cháu ({2} %)", "{0}/{1} children reviewed ({2} %)";
    OPEN_UNIT = "Rà soát đơn vị này", "Review this unit";
    REFRESH = "Cập nhật danh sách", "Bring up to date";
    REFRESHED = "Đã cập nhật: thêm {0} cháu, bỏ {1} cháu chưa rà soát không còn trong danh sách.", "Up to date: {0} children added, {1} not reviewed dropped.";
    SHEET = "In phiếu rà soát", "Print the review sheet";
    SAME = "Không thay đổi", "Unchanged";
    CHANGED = "Có thay đổi", "Changed";
    OPEN_CHILD = "Mở cháu", "Open the child";
    PROPOSE = "Đề nghị hỗ trợ", "Propose support";
    ONLY_PENDING = "Chỉ cháu chưa rà soát", "Only those not reviewed";
    ONLY_LACKING = "Chỉ cháu còn thiếu thông tin", "Only records that lack something";
    ONLY_ALL = "Bỏ lọc, xem tất cả", "All again";
    IS_PENDING = "chưa rà soát", "not reviewed";
    IS_LACKING = "còn thiếu thông tin", "lacking something";
    EMPTY = "Đợt này chưa có cháu nào. Nhấn Ctrl+U để lấy từ danh sách trẻ em.", "No children in this round yet. Press Ctrl+U to take them from the roster.";
    NONE = "Chưa có đợt rà soát nào. Nhấn Ins (Ctrl+N) để mở một đợt cho mọi cháu trong danh sách.", "No round of review yet. Press Ins (Ctrl+N) to open one for all children on the roster.";
    KEYS = "Enter mở từng đơn vị · F7 in phiếu rà soát của đơn vị đang chọn", "Enter opens a unit · F7 prints the review sheet of the chosen one";
    TITLE = "{0}: {1}", "{0}: {1}";
    OUT_SHEET = "Phiếu rà soát của đơn vị", "The unit's review sheet";
    OUT_XLSX = "Phiếu rà soát để đơn vị điền rồi nhập lại", "The unit's review sheet, to be filled in and taken in again";
    DUE = "{0}: còn {1}/{2} cháu chưa rà soát", "{0}: {1} of {2} children not reviewed";

    PAPER_KIND = "Phiếu rà soát trẻ em", "Review of children";
    PAPER_UNIT = "Đơn vị: {0}", "Unit: {0}";
    PAPER_ROUND = "{0} · {1}", "{0} · {1}";
    PAPER_DAY = "(Tính đến ngày {0})", "(As of {0})";
    PAPER_HOW = "Cột Kết quả: ghi x nếu không thay đổi; có thay đổi thì ghi rõ và sửa ngay trong dòng; thêm cháu mới ở cuối.", "Result: x if unchanged; else write what changed and mend the row; add new children at the end.";
    HEAD_NUMBER = "STT", "No.";
    HEAD_NAME = "Họ và tên cháu", "Child's name";
    HEAD_RESULT = "Kết quả rà soát", "Result of review";
    HEAD_PARENTS = "Bố, mẹ, người chăm sóc", "Parents, carer";
    HEAD_BOSS = "Thủ trưởng đơn vị", "Head of the unit";
}
