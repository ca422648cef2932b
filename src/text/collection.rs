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
    RECEIVED_BY = "Người nhận", "Received by";
    SLIP_KIND = "Phiếu nộp, chuyển tiền", "Slip of a payment";
    SLIP_SUBJECT = "Ngày {0}", "Of {0}";
    SLIP_FROM = "Đơn vị nộp: {0}", "From: {0}";
    SLIP_TO = "Nơi nhận: {0}", "To: {0}";
    SLIP_FOR = "Nội dung: {0}", "For: {0}";
    SLIP_OF = "Nguồn: đợt vận động \"{0}\"", "Out of the campaign \"{0}\"";
    SLIP_MEANS = "Hình thức: {0}", "By: {0}";
    SLIP_AMOUNT = "Số tiền: {0} đồng", "Amount: {0} đồng";
    SLIP_REFERENCE = "Chứng từ kèm theo: {0}", "Voucher: {0}";
    SLIP_BOOK = "Số theo dõi: {0}", "Book no.: {0}";
    SLIP_AGREEMENT = "Văn bản đồng ý chuyển mục đích: {0}", "Agreement: {0}";
    SLIP_CONFIRMED = "Xác nhận của Quỹ: {0}", "Confirmed by the fund: {0}";
    HANDED_KIND = "Bảng kê nộp quỹ", "Sheet of what is handed on";
    HANDED_SUBJECT = "\"{0}\"", "\"{0}\"";
    CAME = "1. Đã thu của các phòng, đơn vị và nhà tài trợ (đồng):", "1. Received from units and donors (đồng):";
    WENT = "2. Đã nộp Quỹ Bảo trợ trẻ em:", "2. Handed on to the children's fund:";
    WENT_NOTHING = "2. Chưa nộp Quỹ Bảo trợ trẻ em khoản nào.", "2. Nothing was handed on to the children's fund yet.";
    BALANCE_BROUGHT = "3. Số dư mang sang {4} đồng; tiền đã thu {0} đồng; đã nộp Quỹ {1} đồng; đã chi việc khác {2} đồng; còn lại {3} đồng.", "3. Brought forward {4} đồng; money received {0} đồng; handed on {1} đồng; otherwise spent {2} đồng; left {3} đồng.";
    BALANCE = "3. Tiền đã thu {0} đồng; đã nộp Quỹ {1} đồng; đã chi việc khác {2} đồng; còn lại {3} đồng.", "3. Money received {0} đồng; handed on {1} đồng; otherwise spent {2} đồng; left {3} đồng.";
}
