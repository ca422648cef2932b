//! Words of a campaign's lists: signed for what is handed in, summed up and handed on.
use super::texts;

texts! {
    SIGN_KIND = "Danh sách ủng hộ, ký nộp", "List of contributions, signed";
    SIGN_SUBJECT = "\"{0}\"", "\"{0}\"";
    WHOLE_UNIT = "Cả đơn vị ({0} người)", "The whole unit ({0} people)";
    OUTSIDE = "Ngoài cơ quan", "From outside";
    SUM = "Tổng cộng", "Total";
    HEAD_NUMBER = "STT", "No.";
    HEAD_NAME = "Họ và tên", "Name";
    HEAD_MEANS = "Hình thức", "Means";
    HEAD_AMOUNT = "Số tiền (đồng)", "Amount (đồng)";
    HEAD_SIGN = "Ký nộp", "Signature";
    HEAD_UNIT = "Phòng, đơn vị", "Unit";
    HEAD_PEOPLE = "Số người", "People";
    HEAD_CASH = "Tiền mặt", "Cash";
    HEAD_TRANSFER = "Chuyển khoản", "Transfer";
    HEAD_GOODS = "Hiện vật quy đổi", "Goods";
    HEAD_SUM = "Cộng", "Sum";
    HEAD_DATE = "Ngày nộp", "Day";
    HEAD_PAYEE = "Nơi nhận", "To";
    HEAD_SLIP = "Số chứng từ", "Slip";
    IN_WORDS = "Bằng chữ: {0}.", "In words: {0}.";
    COLLECTOR = "Người thu", "Collected by";
    UNIT_HEAD = "Trưởng phòng, đơn vị", "Head of the unit";
    ACCOUNTANT = "Kế toán", "Accountant";
    AGENCY_HEAD = "Thủ trưởng cơ quan", "Head of the agency";
    HANDED_KIND = "Bảng kê nộp quỹ", "Sheet of what is handed on";
    HANDED_SUBJECT = "\"{0}\"", "\"{0}\"";
    CAME = "1. Đã thu của các phòng, đơn vị và nhà tài trợ (đồng):", "1. Received from units and donors (đồng):";
    WENT = "2. Đã nộp Quỹ Bảo trợ trẻ em:", "2. Handed on to the children's fund:";
    WENT_NOTHING = "2. Chưa nộp Quỹ Bảo trợ trẻ em khoản nào.", "2. Nothing was handed on to the children's fund yet.";
    BALANCE = "3. Tiền đã thu {0} đồng; đã nộp Quỹ {1} đồng; đã chi việc khác {2} đồng; còn lại {3} đồng.", "3. Money received {0} đồng; handed on {1} đồng; otherwise spent {2} đồng; left {3} đồng.";
}
