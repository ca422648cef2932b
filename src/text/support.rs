//! Words of support: its way from proposal to gift, what it was paid from, its totals.
use super::texts;

texts! {
    APPROVE = "Duyệt hỗ trợ", "Approve support";
    GIVE = "Ghi đã hỗ trợ", "Note as given";
    TAKE_BACK = "Bỏ ghi nhận", "Take back";
    TOTALS = "Cộng theo cháu, đơn vị, nguồn", "Totals by child, unit, source";
    PAYMENT = "Xem khoản chi của khoản hỗ trợ", "Its payment";
    SUPPORTS = "Các khoản hỗ trợ", "Its supports";
    SUPPORTS_TITLE = "Hỗ trợ từ khoản chi {0}", "Support from the payment {0}";
    NO_PAYMENT = "Khoản hỗ trợ này không chi từ đợt vận động nào.", "This support was not paid out of a campaign.";
    ASK_DAY = "Ngày hỗ trợ", "Given on";
    NOT_APPROVED = "Còn {0} khoản chưa duyệt. Duyệt (Ctrl+U) trước khi ghi đã hỗ trợ.", "{0} are not approved. Approve (Ctrl+U) before noting them as given.";
    NONE_PROPOSED = "Không có khoản nào đang đề nghị trong các dòng đã chọn.", "None of the chosen rows is proposed.";
    NONE_APPROVED = "Không có khoản nào chờ hỗ trợ trong các dòng đã chọn.", "None of the chosen rows waits to be given.";
    NONE_GIVEN = "Không có khoản nào đã hỗ trợ trong các dòng đã chọn.", "None of the chosen rows was given.";
    PAYMENT_POSTED = "Khoản chi {0} cho hỗ trợ này đã ghi sổ, không sửa được. Ghi âm hoặc nhập lại khoản chi trước.", "The payment {0} for this support is posted and stands. Reverse or re-enter the payment first.";
    PAYEE = "Hỗ trợ trẻ em: {0}", "Support to children: {0}";
    PAYEE_MORE = "Chi thêm: {0}", "More for: {0}";
    PAYEE_MANY = "Hỗ trợ {0} cháu: {1}", "Support to {0} children: {1}";
    BY_CHILD = "theo cháu", "by child";
    BY_UNIT = "theo đơn vị", "by unit";
    BY_SOURCE = "theo nguồn", "by source";
    NAME = "Cháu, đơn vị, nguồn", "Child, unit, source";
    PLAIN = "{0}", "{0}";
    TIMES = "Lượt", "Times";
    GIVEN = "Đã hỗ trợ (đồng)", "Given (đồng)";
    WAITING = "Chờ", "Waiting";
    WAITING_VALUE = "Chờ (đồng)", "Waiting (đồng)";
    TOTAL = "Tổng cộng", "Total";
    NO_UNIT = "(chưa rõ đơn vị)", "(no unit)";
    STATUS = "{0} · {1}", "{0} · {1}";
    ROWS = "Các khoản", "Its rows";
    TURN = "Cộng theo mục khác", "Total by another";
    KEYS = "← → cộng theo cháu, đơn vị, nguồn · Enter xem các khoản", "← → by child, unit, source · Enter shows the rows";
    NOTHING = "Kỳ này chưa có khoản hỗ trợ nào.", "No support in this period.";
    TITLE = "Hỗ trợ: {0}", "Support: {0}";
}
