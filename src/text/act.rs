//! The names of steps, as the journal, undo and the notice line say them. `{0}` is what kind of thing, `{1}` its name.
use super::texts;

texts! {
    ADD = "thêm {0} \"{1}\"", "add {0} \"{1}\"";
    EDIT = "sửa {0} \"{1}\"", "edit {0} \"{1}\"";
    TRASH = "xóa {0} \"{1}\"", "trash {0} \"{1}\"";
    RESTORE = "khôi phục {0} \"{1}\"", "restore {0} \"{1}\"";
    EDIT_MANY = "sửa {1} {0}", "edit {1} {0}";
    TRASH_MANY = "xóa {1} {0}", "trash {1} {0}";
    RESTORE_MANY = "khôi phục {1} {0}", "restore {1} {0}";
    TICK_MANY = "ghi nhận {1} {0} quà", "hand over {1} {0}";
    IMPORT = "nhập tệp \"{1}\"", "import \"{1}\"";
    MAKE_LIST = "lập danh sách quà \"{1}\"", "make the gift list \"{1}\"";
    APPROVE = "duyệt danh sách quà \"{1}\"", "approve the gift list \"{1}\"";
    UNAPPROVE = "bỏ duyệt danh sách quà \"{1}\"", "withdraw the approval of \"{1}\"";
    TICK = "ghi nhận quà \"{1}\"", "hand over a gift \"{1}\"";
    OPEN_PERIOD = "mở kỳ báo cáo \"{1}\"", "open the period \"{1}\"";
    RECEIVE = "nhận báo cáo \"{1}\"", "take in the report \"{1}\"";
    ISSUE = "ban hành báo cáo \"{1}\"", "issue the report \"{1}\"";
    WITHDRAW = "thu hồi báo cáo \"{1}\"", "withdraw the report \"{1}\"";
    MERGE = "gộp hai dòng của cháu \"{1}\"", "merge the two rows of \"{1}\"";
    SEPARATE = "tách cháu \"{1}\" đã gộp", "take \"{1}\" apart again";
    TELL_APART = "ghi nhớ không phải một: {1}", "note that they differ: {1}";
    DOUBT = "bỏ ghi nhớ không phải một: {1}", "forget that they differ: {1}";
    TRANSFER = "chuyển đơn vị \"{1}\"", "move \"{1}\" to another unit";
    CONSENT = "ghi đồng ý của {0} \"{1}\"", "note consents of {0} \"{1}\"";
    CONSENT_MANY = "ghi đồng ý của {1} {0}", "note consents of {1} {0}";
    WITHDRAW_CONSENT = "rút đồng ý của {0} \"{1}\"", "withdraw consents of {0} \"{1}\"";
    SETUP = "lập dữ liệu ban đầu", "set up the first data";
    DEMO = "lập dữ liệu mẫu", "set up the sample data";
    UNDO = "hoàn tác: {0}", "undo: {0}";
    REDO = "làm lại: {0}", "redo: {0}";
}
