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
    POINT_UNDER = "{0}, ý {1}", "{0}, point {1}";
    POINT_ALONE = "ý {0}", "point {0}";
    SIGNER_OTHER = "! Chỗ ký ghi {0}; người ký của cơ quan là {1}.", "! It is signed by {0}; the agency's signer is {1}.";
    SIGNER_PLACE = "! Chỗ ký chưa có họ tên: bản in lấy người ký của cơ quan, {0}.", "! No name stands where it is signed: the agency's signer is printed, {0}.";
    SIGNER_NAMELESS = "! Chưa có họ tên người ký: nhập ở Hệ thống › Cơ quan.", "! The signer's name is not set: add it under System, Agency.";
}
