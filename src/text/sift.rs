//! Words of ages, of filters by column and of saved views.
use super::texts;

texts! {
    BANDS = "Đặt nhóm tuổi", "Set the bands of age";
    BANDS_ASK = "Các mốc tuổi", "Ages";
    BANDS_SET = "Nhóm tuổi chia ở {0}.", "Bands end at {0}.";

    SIFT = "Lọc theo cột, cách lọc đã lưu", "Filter by columns, saved views";
    SIFT_AGAIN = "Gõ chữ để lọc; Ctrl+F lần nữa: lọc theo cột, cách lọc đã lưu.", "Type to filter; Ctrl+F again: columns, saved views.";
    SIFT_TITLE = "Lọc theo cột (gõ không cần dấu: vp so, nam, trống …)", "Filter by a column (type to find)";
    READY_UNDER = "dưới 16", "under 16";
    READY_TURNING = "đủ 16 trong năm", "16 this year";
    READY_GROWN = "đã đủ 16", "16 and over";
    READY_LEFT = "thôi theo dõi", "left the roster";
    READY_ALL = "mọi trẻ em", "everybody";
    READY_CLAUSES = "mọi mục", "all clauses";
    READY_BARE = "mục chưa có minh chứng", "clauses without evidence";
    PICK_READY = "Xem: {0}", "Show: {0}";
    PICK_VIEW = "★ {0}", "★ {0}";
    PICK_DROP = "Bỏ lọc: {0}", "Drop: {0}";
    PICK_CLEAR = "Bỏ mọi lọc (Esc)", "Clear all (Esc)";
    PICK_SAVE = "Lưu cách lọc này …", "Save this view …";
    PICK_FORGET = "Xóa cách lọc đã lưu: {0}", "Forget the view: {0}";
    PICK_RANGE = "{0}: từ – đến …", "{0}: from – to …";
    PICK_AMONG = "{0}: chọn …", "{0}: choose …";
    PICK_DAY = "Tính tuổi tại ngày …", "Count ages on a day …";
    IS = "{0}: {1}", "{0}: {1}";
    IS_BLANK = "{0}: trống", "{0}: blank";
    IS_FILLED = "{0}: có", "{0}: filled";
    FROM_TO = "{0}: {1} – {2}", "{0}: {1} – {2}";
    FROM = "{0}: từ {1}", "{0}: from {1}";
    TO = "{0}: đến {1}", "{0}: to {1}";
    AGED = "tuổi {0}", "aged {0}";
    AGED_FROM = "đã đủ {0} tuổi", "{0} and over";
    TURNS = "đủ {0} tuổi trong năm", "{0} this year";
    ON_DAY = "tuổi tại {0}", "ages on {0}";
    THIS_YEAR = "năm nay", "this year";
    LAST_YEAR = "năm trước", "last year";
    THIS_MONTH = "tháng này", "this month";
    ASK_RANGE = "{0}: gõ 2015, 1/2015 - 6/2016, 5/3/2015 – …", "{0}: type 2015, 1/2015 - 6/2016, 5/3/2015 – …";
    ASK_AMONG = "{0}: gõ vài chữ", "{0}: type a few letters";
    ASK_VIEW = "Đặt tên cho cách lọc", "Name the view";
    ASK_DAY = "Tính tuổi tại ngày nào", "On which day";
    VIEW_SAVED = "Đã lưu cách lọc \"{0}\". Ctrl+F hai lần để chọn lại.", "The view \"{0}\" is saved. Ctrl+F twice finds it.";
    VIEW_FORGOTTEN = "Đã xóa cách lọc \"{0}\".", "The view \"{0}\" is forgotten.";
    SHOWS_ALL = "Dòng này không có trong cách lọc trước; đang xem: {0}.", "The last filter would hide this row; now showing: {0}.";
}
