//! What acts refuse or remark upon: gift lists, periods, reports, rosters taken in.
use super::texts;

texts! {
    LIST_APPROVED = "Danh sách quà của \"{0}\" đã duyệt ngày {1}, không lập lại được. Bỏ duyệt trước nếu cần sửa.", "The gift list of \"{0}\" was approved on {1} and cannot be made again. Withdraw the approval first.";
    ALREADY_APPROVED = "Danh sách quà của \"{0}\" đã duyệt ngày {1}.", "The gift list of \"{0}\" was approved on {1} already.";
    NOBODY_ON_LIST = "Không có cháu nào đủ điều kiện nhận quà của \"{0}\". Kiểm tra danh sách trẻ trước khi duyệt.", "No child is to get a gift of \"{0}\". Look at the roster before approving.";
    NOT_APPROVED = "Danh sách quà của \"{0}\" chưa duyệt.", "The gift list of \"{0}\" is not approved yet.";
    HANDED_OVER = "Đã phát {1} suất quà của \"{0}\", không bỏ duyệt được. Bỏ ghi nhận các suất đó trước.", "{1} gifts of \"{0}\" were handed over, so the approval stays. Take those back first.";
    NOT_ON_LIST = "Cháu {0} không có suất quà trong danh sách này.", "{0} gets no gift on this list.";
    PERIOD_NOT_ISSUED = "Báo cáo {0} chưa ban hành.", "The report on {0} is not issued yet.";
    NUMBER_NEEDED = "Ghi số của văn bản bằng chữ số, như 125.", "Write the number of the paper in digits, as 125.";
    NO_UNITS = "Chưa có đơn vị nào hoạt động trong kỳ {0}.", "No unit is active in the period {0}.";
    OTHER_UNIT = "\"{0}\" đã có ở {1}; người cùng tên ở {2} được ghi là người khác.", "There is a \"{0}\" in {1}; the one in {2} is taken as another person.";
    MOVED_UNIT = "Cháu {0} đã có ở {1}, tệp ghi {2}: đã chuyển theo tệp.", "{0} was in {1}, the file says {2}: changed to the file's.";
    CHILD_LEFT = "Cháu {0} đã ra khỏi danh sách, vẫn để nguyên như vậy.", "{0} has left the roster and stays so.";
    ENDED = "Hoàn cảnh \"{1}\" của cháu {0} đã kết thúc ngày {2}, không mở lại. Cần xem lại.", "The circumstance \"{1}\" of {0} ended on {2} and is not opened again. Please look.";
    NO_SUCH_WARD = "Không có xã, phường \"{0}\" trong danh mục; đã ghi vào địa chỉ.", "There is no ward \"{0}\" in the list; it was put into the address.";
    SAME_PARENTS = "Bố và mẹ cùng tên \"{0}\": chỉ ghi bố.", "Father and mother are both \"{0}\": only the father was taken.";
    TWO_PEOPLE = "Có nhiều người tên \"{0}\". Ghi thêm đơn vị vào bảng kê.", "Several people are called \"{0}\". Add the unit to the sheet.";
    NEW_UNIT = "Đơn vị \"{0}\" chưa có trong danh sách, đã thêm mới.", "The unit \"{0}\" was in no list and is added.";
    SAME_LINES = "\"{0}\" có nhiều dòng cùng ngày, cùng số tiền trong tệp; giữ cả các dòng.", "\"{0}\" has several lines of one day and amount in the file; all are kept.";
    SHEET_MADE = "Các dòng mới nằm ở bảng kê \"{0}\", chưa ghi sổ.", "The new lines are on the sheet \"{0}\", not posted yet.";
    NO_ROUND = "Không có đợt rà soát nào đang mở: kết quả rà soát trong tệp không được ghi.", "No round of review is going on: the results in the file are not noted.";
    NOT_TAKEN = "Không nhập các cột: {0}.", "Columns not taken in: {0}.";
    WITHDRAWN_SINCE = "{0} đã rút đồng ý sau ngày ký phiếu này. Cần phiếu ký sau ngày rút.", "Consent for {0} was withdrawn after this sheet was signed. A later sheet is needed.";
    NOTHING_TO_WITHDRAW = "{0} không có đồng ý nào để rút.", "There is no consent of {0} to withdraw.";
}
