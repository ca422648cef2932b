//! What is past in a text that is to be signed.
use super::texts;

texts! {
    HOW_MANY = "Cần xem lại trước khi ký: {0} điều.", "To look at before it is signed: {0}.";
    TO_LOOK_AT = "cần xem lại {0}", "{0} to look at";
    LOOK = "Xem điều cần xem lại", "What to look at before it is signed";
    NONE = "Không thấy điều gì cần xem lại.", "There is nothing to look at.";
}
