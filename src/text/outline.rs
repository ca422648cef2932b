//! The parts of a plan's text, and what is asked while one is taken in.
use super::texts;

texts! {
    CLAUSE = "mục", "clause";
    LETTERHEAD = "phần đầu", "letterhead";
    TITLE = "tên kế hoạch", "title";
    GROUND = "căn cứ, lời dẫn", "grounds";
    RECIPIENT = "nơi nhận", "recipients";
    SIGNER = "người ký", "signer";
    ANNEX = "phụ lục", "annex";
    LEFT_OUT = "bỏ qua", "left out";
}
