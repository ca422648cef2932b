//! What is past in a text that is to be signed.
use super::texts;

texts! {
    REPLACED = "{0} hết hiệu lực từ sau ngày {1}; nay là {2}.", "{0} expired after {1}; now {2}.";
    EXPIRED = "{0} hết hiệu lực từ sau ngày {1}, chưa rõ văn bản thay thế.", "{0} expired after {1}; what replaced it is not known.";
    NUMBER = "Số {0} không còn dùng; nay gọi {1}.", "The number {0} is out of use; now call {1}.";
    AGENCY = "Còn ghi \"{0}\"; từ {1} cơ quan là {2}.", "It still says \"{0}\"; since {1} the agency is {2}.";
    ADDRESSEE = "Còn ghi \"{0}\"; nay gửi báo cáo về {1}.", "It still says \"{0}\"; reports now go to {1}.";
    HOW_MANY = "Cần xem lại trước khi ký: {0} điều.", "To look at before it is signed: {0}.";
    TO_LOOK_AT = "cần xem lại {0}", "{0} to look at";
    LOOK = "Xem điều cần xem lại trước khi ký", "What to look at before it is signed";
    NONE = "Không thấy điều gì cần xem lại.", "There is nothing to look at.";
}
