//! The next year's plan before it is kept.
use super::texts;

texts! {
    OPEN = "Mở kế hoạch năm sau", "Open next year's plan";
    TITLE = "Mở kế hoạch năm {0} từ năm {1}", "Open the plan of {0} from {1}";
    KEEP = "Lưu kế hoạch năm sau", "Keep next year's plan";
    KEPT = "Đã mở kế hoạch năm {0}: {1} mục, {2} chương trình. Ctrl+Z hoàn tác.", "The plan of {0} is open: {1} clauses, {2} programmes. Ctrl+Z undoes.";
    WHAT = "Mục, chương trình", "Clause, programme";
    THIS_YEAR = "Năm nay", "This year";
    NEXT_YEAR = "Năm sau", "Next year";
    LEFT_OUT = "Bỏ lại", "Left out";
    OFFICER_LEFT = "! người phụ trách đã thôi: {0}", "! officer has left: {0}";
    LEAD_GONE = "! đơn vị chủ trì không còn: {0}", "! lead is no more: {0}";
    PARTNER_GONE = "! bên phối hợp không còn: {0}", "! partner is no more: {0}";
    COUNTS = "{0} mục, {1} chương trình, {2} điều phải xem lại", "{0} clauses, {1} programmes, {2} to look at";
    NOTE = "Tuổi của các cháu tự tính theo ngày. Số, ngày ban hành, danh sách quà và chi phí không chép sang.", "Children age by themselves. Number, day of issue, gift lists and costs are not copied.";
    NO_PLAN = "Chưa có kế hoạch nào để mở năm sau.", "There is no plan to begin from.";
}
