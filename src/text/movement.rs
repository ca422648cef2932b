//! Words of stock and flow: who was there, came, went and is left.
use super::texts;

texts! {
    SUB = "Biến động", "Movement";
    GROUP = "Nhóm, hoàn cảnh", "Group, hardship";
    OPENING = "Đầu kỳ", "Opening";
    CAME = "Tăng", "In";
    WENT = "Giảm", "Out";
    CLOSING = "Cuối kỳ", "Closing";
    ALL_GROUPS = "Cộng hoàn cảnh đặc biệt (tính một lần)", "In special circumstances (each child once)";
    ALL_HARDSHIPS = "Cộng khó khăn khác (tính một lần)", "In other hardship (each child once)";
    GROUP_LINE = "{0}) {1}", "{0}) {1}";
    PLAIN = "{0}", "{0}";
    BEHIND = "Các cháu", "The children";
    SHOW_NAMES = "Hiện tên nhóm nhạy cảm", "Show names of sensitive groups";
    HIDE_NAMES = "Che tên nhóm nhạy cảm", "Mask names of sensitive groups";
    NAMES_SHOWN = "Tên các cháu thuộc nhóm nhạy cảm sẽ hiện đủ. Ctrl+W che lại.", "Names in sensitive groups are shown in full now. Ctrl+W masks them again.";
    NAMES_HIDDEN = "Tên các cháu thuộc nhóm nhạy cảm được che.", "Names in sensitive groups are masked.";
    TITLE = "{0}: {1}", "{0}: {1}";
    CHOSEN = "{0} · {1}: {2} cháu", "{0} · {1}: {2} children";
    REASONS = "Giảm do: hết hoàn cảnh {0} · đủ 16 tuổi {1} · thôi theo dõi {2}", "Out: circumstance ended {0} · turned 16 {1} · left the roster {2}";
    SENSITIVE = "Nhóm nhạy cảm: mở ra thì tên được che (Ctrl+W hiện tên).", "A sensitive group: its children are opened with names masked (Ctrl+W shows them).";
    EQUATION = "Đầu kỳ + tăng − giảm = cuối kỳ. ← → chọn số, Enter xem các cháu.", "Opening + in − out = closing. ← → choose a number, Enter shows its children.";
    CHOOSE = "Chọn kỳ, khoảng ngày", "Choose a period or days";
    ASK_PERIOD = "Kỳ hoặc khoảng ngày: 2026, 2026-H1, cal:2026-Q2, 1/3/2026..30/6/2026", "A period or days: 2026, 2026-H1, cal:2026-Q2, 1/3/2026..30/6/2026";
    OUT_PAPER = "Biểu biến động", "Table of movement";
    PAPER_TITLE = "Biểu biến động trẻ em có hoàn cảnh đặc biệt, khó khăn", "Movement of children in special circumstances and hardship";
    NUMBER = "STT", "No.";
    NO_HARDSHIPS = "Chưa có danh mục hoàn cảnh.", "There is no list of circumstances yet.";
}
