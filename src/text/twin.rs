//! Words of children who may be one: why they are suspected, the screen of pairs, merging and taking apart.
use super::texts;

texts! {
    SUB = "Nghi trùng", "Suspected doubles";
    ONE_MERGE = "lần gộp", "merge";
    ONE_APART = "cặp không phải một", "pair told apart";
    KEPT = "Cháu giữ lại", "Kept child";
    GONE = "Cháu được gộp", "Merged child";
    MERGED_ON = "Ngày gộp", "Merged on";
    FIRST = "Cháu này", "This child";
    SECOND = "Cháu kia", "The other";
    STATE = "Trạng thái", "State";
    REASONS = "Vì sao", "Why";
    STATE_SUSPECTED = "nghi trùng", "suspected";
    STATE_APART = "không phải một", "not the same";
    STATE_MERGED = "đã gộp", "merged";

    NAME_SAME = "cùng họ tên", "same name";
    NAME_BARE = "cùng họ tên (một bên gõ không dấu)", "same name (one without marks)";
    NAME_MARKS = "họ tên khác dấu", "names differ in marks";
    NAME_SPACED = "họ tên khác cách viết liền, rời", "names differ in spaces";
    NAME_TYPO = "họ tên lệch một chữ cái", "names differ in a letter";
    NAME_PART = "một bên viết thiếu hoặc viết tắt họ tên", "one name is cut short";
    BORN_SAME = "cùng ngày sinh", "same birth date";
    BORN_WITHIN = "ngày sinh khớp phần đã biết", "birth dates agree as far as known";
    BORN_SWAPPED = "ngày và tháng sinh đảo chỗ", "day and month are swapped";
    BORN_DIGIT = "ngày sinh lệch một số", "birth dates differ in a digit";
    BORN_OTHER = "khác ngày sinh", "other birth date";
    KIN_BOTH = "cùng bố mẹ", "same parents";
    KIN_ONE = "cùng bố hoặc mẹ", "a parent in common";
    KIN_MIXED = "cùng bố hoặc mẹ (người kia khác)", "one parent in common (the other differs)";
    UNIT_SAME = "cùng đơn vị", "same unit";
    SEX_OTHER = "khác giới tính", "other sex";

    REASONS_LIST = "{0}, {1}", "{0}, {1}";
    LIKE_ONE = "Có thể đã có trong danh sách:", "May be on the roster already:";
    LIKE_COUNT = "nghi trùng: {0}", "suspected: {0}";
    LOOKING = "Đang so sánh danh sách …", "Comparing the roster …";
    NONE = "Không thấy cặp nào nghi trùng.", "No suspected pairs.";
    COUNT = "nghi trùng {0}  không phải một {1}  đã gộp {2}", "suspected {0}  told apart {1}  merged {2}";

    SHOW = "Xem nghi trùng", "Suspected doubles";
    COMPARE = "So sánh", "Compare";
    NOT_ONE = "Không phải một", "Not the same";
    MAY_BE_ONE = "Bỏ ghi nhớ không phải một", "Forget that they differ";
    MERGE = "Gộp làm một", "Merge";
    TAKE_APART = "Tách ra như cũ", "Take apart again";
    CHOOSE_LEFT = "Lấy bên trái", "Take the left";
    CHOOSE_RIGHT = "Lấy bên phải", "Take the right";
    TITLE = "So sánh hai cháu", "Two children side by side";
    LEFT = "Giữ lại (số {0})", "Kept (no. {0})";
    RIGHT = "Gộp vào (số {0})", "Merged into it (no. {0})";
    WAS_LEFT = "Còn trong danh sách", "Still on the roster";
    WAS_RIGHT = "Đã gộp, bản gốc", "Merged, as it was";
    ALIKE = "giống nhau", "alike";
    DIFFERING = "{0} ô khác nhau", "{0} fields differ";
    ABOUT_MERGE = "▸ là bên được lấy. Ctrl+S gộp; mọi hoàn cảnh, hỗ trợ, quà chuyển về cháu giữ lại; danh sách quà đã duyệt giữ nguyên. Tách ra lúc nào cũng được.", "▸ marks the side that is taken. Ctrl+S merges; circumstances, supports and gifts go to the kept child; approved gift lists stand. They can be taken apart at any time.";

    SAME_CHILD = "Hai bên là cùng một dòng.", "Both are the same row.";
    IN_TRASH = "Cháu {0} không còn trong danh sách.", "{0} is not on the roster any more.";
    MERGED_ON_TOP = "Sau đó cháu {0} được gộp tiếp. Tách lần gộp \"{1}\" trước.", "{0} was merged again since. Take \"{1}\" apart first.";
    WARN_CHILD = "Cháu {0} có thể là {1} đã có trong danh sách: {2}. Cần xem lại ở thẻ Nghi trùng.", "{0} may be {1}, who is on the roster: {2}. Please look under Suspected doubles.";
}
