//! What is wrong with a record, said under the field it belongs to.
use super::texts;

texts! {
    NEEDED = "Cần điền mục này.", "This is needed.";
    NEGATIVE = "Không được là số âm.", "It cannot be negative.";
    NOT_POSITIVE = "Số tiền phải lớn hơn 0.", "The amount must be more than 0.";
    ENDS_BEFORE = "Ngày này sớm hơn ngày bắt đầu.", "This day is before the first one.";
    SAME_PARENT = "Mẹ trùng với bố. Chọn lại một trong hai người.", "The mother is the same person as the father. Choose one of them anew.";
    OWN_SUCCESSOR = "Văn bản không thể thay thế chính nó.", "A document cannot replace itself.";
    SUCCESSOR_OLDER = "Ban hành ngày {0}, trước văn bản mà nó thay thế ({1}).", "Issued on {0}, before what it replaces ({1}).";
    SUCCESSOR_CIRCLE = "Văn bản này lại được thay bằng chính văn bản đang sửa.", "This one is itself replaced by the document at hand.";
    NOT_A_YEAR = "Năm phải từ 1990 đến 2100.", "The year must be from 1990 to 2100.";
    NOT_AN_AGE = "Tuổi phải từ 0 đến 100.", "The age must be from 0 to 100.";
    NOT_A_DUE_RULE = "Hạn nhập như 1/6, rằm tháng Tám, 10 ngày làm việc trước 15/8 âm, hết kỳ 6 tháng đầu năm, 3 ngày làm việc sau khi xong.", "Type it like 1/6, rằm tháng Tám, 10 working days before 15/8 lunar, H1 +1, 3 ngày làm việc sau khi xong.";
    PROXY_NAME = "Ghi tên người nhận thay.", "Write who received it.";
    DONOR_NEEDED = "Chọn đơn vị, cá nhân hoặc ghi tên nhà tài trợ.", "Choose a unit or a person, or write the donor's name.";
    ONE_DONOR = "Chỉ một người ủng hộ: bỏ trống ô cá nhân hoặc ô này.", "One donor only: leave the person or this one blank.";
    DONOR_OUTSIDE = "Nhà tài trợ ngoài cơ quan thì để trống ô Đơn vị.", "For an outside donor leave the unit blank.";
    GOODS_NEEDED = "Ghi hiện vật là gì.", "Write what the goods are.";
    BASIS_REASON = "Ghi lý do chia sẻ khi chưa có đồng ý.", "Write why it is shared without consent.";
    RECEIVED_DAY = "Ghi ngày nhận báo cáo.", "Write the day the report came.";
    RECEIVED_STATE = "Báo cáo đã có ngày nhận: chọn trạng thái đã nộp hoặc không phát sinh.", "The report has come: choose in or nothing to report.";
    NOT_IN_LIST = "\"{0}\" chưa có trong danh sách. Chọn một dòng gợi ý.", "\"{0}\" is not in the list. Choose one that is offered.";
    TWO_IN_LIST = "\"{0}\" khớp nhiều dòng. Chọn một dòng gợi ý.", "\"{0}\" matches several. Choose one that is offered.";
    NOT_OF_KIND = "Giá trị này không hợp với ô.", "This value does not fit the field.";
    NOT_A_CHOICE = "\"{0}\" không có trong các lựa chọn: {1}.", "\"{0}\" is not one of the choices: {1}.";
    NOT_A_PERIOD = "\"{0}\" không phải kỳ báo cáo. Nhập như 6 tháng đầu năm 2026, quý I năm 2026, tháng 5 năm 2026, năm 2026, hoặc 2026-H1.", "\"{0}\" is not a period. Type it like 2026-H1, 2026, 2026-Q1, 2026-05 or 2026-thang-hanh-dong.";
}
