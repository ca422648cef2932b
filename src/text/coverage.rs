//! Words of the matrix of units and documents.
use super::texts;

texts! {
    SUB = "Tình hình phổ biến", "Coverage";
    HOTLINE = "Tổng đài 111", "Hotline 111";
    HOTLINE_HEAD = "111", "111";
    UNIT = "Phòng, đơn vị", "Unit";
    SUM = "Đạt", "Reached";
    PERCENT = "% đơn vị đã phổ biến", "% of units reached";
    DONE = "✓{0}", "✓{0}";
    HOLE = "·", "·";
    UNCOUNTED = "?{0}", "?{0}";
    TO_COME = "L{0}", "P{0}";
    STATUS = "{0} · {2} · đã phổ biến {1} % số ô", "{0} · {2} · {1} % of cells done";
    BY_DOCUMENTS = "theo văn bản", "by document";
    BY_TOPICS = "theo chủ đề", "by topic";
    TO_TOPICS = "Xem theo chủ đề", "By topic";
    TO_DOCUMENTS = "Xem theo văn bản", "By document";
    CELL_DONE = "{0}: đã có {1} buổi, {2} lượt người", "{0}: {1} sessions, {2} attendances";
    CELL_UNCOUNTED = "{0}: {1} buổi chưa ghi số người dự, chưa tính", "{0}: nobody counted yet at {1} sessions";
    MORE_UNCOUNTED = "{0} buổi chưa ghi số người", "nobody counted at {0}";
    CELL_NAMES = "{0}/{1} người có tên ({2} %)", "{0}/{1} people by name ({2} %)";
    CELL_PROOF = "Minh chứng: {0}", "Proof: {0}";
    CELL_LEAFLETS = "{0} tờ rơi", "{0} leaflets";
    CELL_PLANNED = "đã lên lịch {0} buổi", "{0} planned";
    PEOPLE = " · mọi buổi: {0}/{1} CBCCVC có tên ({2} %)", " · all sessions: {0}/{1} staff by name ({2} %)";
    CELL_HOLE = "{0}: chưa có buổi nào", "{0}: no session yet";
    COLUMN = "{0}  {1}: {2}/{3} đơn vị ({4} %)", "{0}  {1}: {2}/{3} units ({4} %)";
    EXPIRED = "{0} (hết hiệu lực {1})", "{0} (expired {1})";
    LEGEND = "{0} {1}", "{0} {1}";
    PLAN = "Lên lịch cho đơn vị này", "Plan a session for this unit";
    RECORD = "Ghi buổi đã tổ chức", "Record a session held";
    BEHIND = "Các buổi", "Its sessions";
    TITLE = "{0}: {1}", "{0}: {1}";
    NO_UNITS = "Chưa có đơn vị nào. Nhập đơn vị ở Hệ thống, Đơn vị.", "There are no units yet. Enter them under System, Units.";
    KEYS = "✓ số buổi   ? chưa ghi số người dự   L đã lên lịch   · chưa phổ biến", "✓ sessions   ? nobody counted yet   P planned   · none yet";
}
