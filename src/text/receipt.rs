//! Words of the papers that confirm and thank for what was given.
use super::texts;

texts! {
    RECEIPTS = "Giấy xác nhận", "Receipts";
    ONE_RECEIPT = "giấy xác nhận", "receipts";
    CODE = "Số giấy", "No.";
    NUMBER = "Số trong năm", "Number in the year";
    ISSUED_ON = "Ngày cấp", "Issued on";
    OF_YEAR = "Cả năm", "Year";
    PRINTS = "Lần in", "Prints";
    LINES = "Khoản ủng hộ", "Contributions";
    VALIDITY = "Hiệu lực", "Validity";
    VALID = "có hiệu lực", "valid";
    VOID = "đã ghi âm", "reversed";
    ACCOUNTING = "Số phiếu thu, chứng từ", "Accounting voucher no.";
    ABOUT_ACCOUNTING = "Số do kế toán cấp; ghi được cả sau khi đã ghi sổ.", "The accountants' number; it may be written after posting too.";
    OUT_ONE = "Giấy xác nhận ủng hộ, mỗi khoản một trang – cấp số", "Receipts, a page each – takes numbers";
    OUT_YEAR = "Giấy xác nhận cả năm của người ủng hộ – cấp số", "The donor's receipt of the year – takes a number";
    OUT_THANKS = "Thư cảm ơn, mỗi người một trang", "Letters of thanks, a page each";
    OUT_AGAIN = "In lại giấy xác nhận đã chọn", "Print the chosen receipts again";
    TITLE = "Giấy xác nhận {0}", "Receipt {0}";
    NONE_RECEIPT = "Chưa cấp giấy xác nhận nào. Chọn khoản đã ghi sổ ở thẻ Khoản ủng hộ rồi nhấn F7.", "No receipts yet. Choose posted lines under Contributions and press F7.";
    NOT_POSTED = "Khoản của {0} chưa ghi sổ: ghi sổ rồi mới cấp giấy xác nhận.", "The line of {0} is a draft: it is confirmed once it is posted.";
    TAKEN_BACK = "Khoản {0} đã ghi âm, không cấp giấy xác nhận.", "{0} is reversed and is not confirmed.";
    IS_VOID = "Giấy xác nhận số {0} có khoản đã ghi âm, không in lại được. Cấp giấy mới cho khoản nhập lại.", "Receipt {0} holds a reversed line and is not printed again. Issue one for what was entered in its place.";
    NONE_OF_DONOR = "{0} không có khoản ủng hộ nào đã ghi sổ trong năm {1}.", "{0} has no posted contribution in {1}.";
    NOTHING = "Không có khoản ủng hộ nào đã ghi sổ để lập giấy.", "There is no posted contribution to confirm.";
    NO_SUCH = "Không tìm thấy \"{0}\": cho số khoản (T12/2026), đợt vận động, năm (2026) hoặc tên người ủng hộ.", "\"{0}\" is not found: name a line (T12/2026), a campaign, a year (2026) or a donor.";

    KIND = "Giấy xác nhận ủng hộ", "Receipt";
    SUBJECT = "\"{0}\"", "\"{0}\"";
    SUBJECT_YEAR = "Các khoản ủng hộ vì trẻ em năm {0}", "Contributions for children in {0}";
    INTRO = "{0} xác nhận:", "{0} confirms:";
    PERSON = "Ông (bà): {0}", "Mr (Mrs): {0}";
    UNIT_DONOR = "Đơn vị: {0}", "Unit: {0}";
    OUTSIDE = "Cơ quan, tổ chức, cá nhân: {0}", "Body or person: {0}";
    OF_UNIT = "Đơn vị công tác: {0}", "Of the unit: {0}";
    PEOPLE = "Số người cùng ủng hộ: {0}", "People who gave together: {0}";
    DID = "Đã ủng hộ đợt vận động: {0}", "Has contributed to the campaign: {0}";
    BY = "Hình thức: {0}", "By: {0}";
    BY_GOODS = "Hình thức: hiện vật – {0}", "In goods: {0}";
    AMOUNT = "Số tiền: {0} đồng", "Amount: {0} đồng";
    WORTH = "Trị giá quy đổi: {0} đồng", "Valued at: {0} đồng";
    IN_WORDS = "Bằng chữ: {0}.", "In words: {0}.";
    BOOKED = "Ngày ủng hộ: {0}; số theo dõi: {1}", "Given on {0}; book no. {1}";
    BOOKED_VOUCHER = "Ngày ủng hộ: {0}; số theo dõi: {1}; chứng từ kế toán: {2}", "Given on {0}; book no. {1}; accounting voucher {2}";
    YEAR_DID = "Trong năm {0} đã ủng hộ {1} khoản:", "In {0} gave {1} times:";
    WITH_GOODS = "Trong đó hiện vật quy đổi: {0} đồng.", "Of which goods: {0} đồng.";
    THANKS_LINE = "{0} trân trọng cảm ơn tấm lòng của quý vị đối với trẻ em.", "{0} thanks you for what you did for children.";
    AGAIN = "In lại lần {0}", "Reprint {0}";
    FOR_DONOR = "Người ủng hộ", "The donor";
    HEAD_NUMBER = "STT", "No.";
    HEAD_DATE = "Ngày", "Day";
    HEAD_VOUCHER = "Số", "No.";
    HEAD_CAMPAIGN = "Đợt vận động", "Campaign";
    HEAD_MEANS = "Hình thức", "Means";
    HEAD_AMOUNT = "Số tiền (đồng)", "Amount (đồng)";
    SUM = "Tổng cộng", "Total";

    LETTER = "Thư cảm ơn", "Letter of thanks";
    DEAR = "Kính gửi {0},", "Dear {0},";
    LETTER_ONE = "{0} đã nhận được sự ủng hộ của quý vị cho \"{1}\": {2}.", "{0} has received your contribution to \"{1}\": {2}.";
    LETTER_MANY = "{0} đã nhận được sự ủng hộ của quý vị cho các hoạt động vì trẻ em: {1}.", "{0} has received your contributions for children: {1}.";
    LETTER_MONEY = "{0} đồng ({1})", "{0} đồng ({1})";
    LETTER_GOODS = "{0}, trị giá {1} đồng", "{0}, worth {1} đồng";
    LETTER_USE = "Toàn bộ số tiền, hiện vật được theo dõi riêng, sử dụng đúng mục đích và công khai theo quy định.", "All of it is kept apart, used for its purpose and made public.";
    LETTER_THANKS = "Thay mặt các cháu, chúng tôi trân trọng cảm ơn tấm lòng của quý vị, kính chúc quý vị mạnh khỏe, hạnh phúc và tiếp tục đồng hành cùng công tác chăm sóc, giáo dục và bảo vệ trẻ em.", "On behalf of the children we thank you, wish you well, and hope that you go on helping.";
}
