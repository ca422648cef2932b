//! The printed plan.
use super::texts;

texts! {
    NAME = "Kế hoạch năm", "The year's plan";
    KIND = "Kế hoạch", "Plan";
    ABBREVIATION = "KH", "KH";
    GROUND = "Căn cứ", "On the ground of";
    RECIPIENTS = "Nơi nhận", "Recipients";
    ALL_UNITS = "Các phòng, đơn vị", "All units";
    INTRODUCTION = "{0} xây dựng {1}, cụ thể như sau:", "{0} makes the {1}, as follows:";
    SEE_ANNEX = "Phân công và thời hạn thực hiện từng nội dung tại Phụ lục kèm theo Kế hoạch này", "Who does what by when: see the annex";
    WITH_PLAN = "(Kèm theo Kế hoạch {0})", "(With plan {0})";
    ANNEX_TITLE = "Phân công, thời hạn thực hiện kế hoạch năm {0}", "Who does what by when in {0}";
    HEAD_CODE = "Mục", "Clause";
    HEAD_WORK = "Nội dung công việc", "Work";
    HEAD_LEAD = "Chủ trì", "Lead";
    HEAD_PARTNERS = "Phối hợp", "Partners";
    HEAD_DUE = "Thời hạn", "Due";
}
