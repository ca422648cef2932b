//! The plan as a tree: who carries it out, its clauses, its pasted text, its next year.
use super::texts;

texts! {
    BODIES = "Đơn vị thực hiện", "Bodies";
    ONE_BODY = "đơn vị thực hiện", "bodies";
    BODY_NAME = "Tên đơn vị, tổ chức", "Body";
    BODY_UNIT = "Là phòng, đơn vị", "Is the unit";
    BODY_EVERY = "Là mọi phòng, đơn vị", "Is every unit";
    BODY_CLAUSES = "Số mục", "Clauses";
    BODY_REACH = "Liên hệ", "Contact";
    BASIS = "Căn cứ, lời dẫn", "Grounds";
    RECIPIENTS = "Nơi nhận", "Recipients";
    SIGNER = "Người ký", "Signer";
    PARENT = "Thuộc mục", "Under";
    OFFICER = "Người phụ trách", "Officer";
    MARK = "Dấu đầu dòng", "Mark";
    WORDS = "Nguyên văn", "Full wording";
    PLACE = "Thứ tự", "Place";
    LINE = "Nội dung theo mục", "Clauses";
    PARTNER_NAMES = "Các bên phối hợp", "Partners named";
    LEAD_NAME = "Bên chủ trì", "Lead named";
    BARE = "Chưa có minh chứng", "Without evidence";
    DEADLINE = "Hạn", "Deadline";
    OWN_PARENT = "Mục không thể thuộc chính nó.", "A clause cannot be under itself.";
    PARENT_BELOW = "Mục này đang nằm dưới chính mục đang sửa: chọn mục khác.", "This clause is under the one being edited: choose another.";
    YEAR_OF = "Năm của kế hoạch", "Year of the plan";
    OPEN_EVIDENCE = "Mở minh chứng", "Open the evidence";
    NO_EVIDENCE = "Mục này chưa có minh chứng nào ({0}).", "Nothing proves this clause yet ({0}).";
    COVERAGE = "Xem mục chưa có minh chứng", "Clauses without evidence";
    FOLD = "Gập nhánh, về mục trên", "Fold, go to the clause above";
    UNFOLD = "Mở nhánh", "Unfold";
    NEXT_PLAN = "Kế hoạch năm sau", "Next year's plan";
    LAST_PLAN = "Kế hoạch năm trước", "Last year's plan";
    NO_LATER = "Chưa có kế hoạch của năm sau.", "There is no plan of a later year yet.";
    NO_EARLIER = "Không có kế hoạch của năm trước.", "There is no plan of an earlier year.";
    OF_YEAR = "năm {0}", "{0}";
}
