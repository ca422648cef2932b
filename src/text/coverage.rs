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
    STATUS = "{0} · đã phổ biến {1} % số ô", "{0} · {1} % of cells done";
    CELL_DONE = "{0}: đã có {1} buổi", "{0}: {1} sessions";
    CELL_HOLE = "{0}: chưa có buổi nào", "{0}: no session yet";
    COLUMN = "{0}  {1}: {2}/{3} đơn vị ({4} %)", "{0}  {1}: {2}/{3} units ({4} %)";
    EXPIRED = "{0} (hết hiệu lực {1})", "{0} (expired {1})";
    LEGEND = "{0} {1}", "{0} {1}";
    RECORD = "Ghi buổi cho ô này", "Record a session for this cell";
    BEHIND = "Các buổi", "Its sessions";
    TITLE = "{0}: {1}", "{0}: {1}";
    NO_UNITS = "Chưa có đơn vị nào. Nhập đơn vị ở Hệ thống, Đơn vị.", "There are no units yet. Enter them under System, Units.";
    KEYS = "✓ số buổi đã phổ biến   · chưa phổ biến", "✓ sessions held   · none yet";
}
