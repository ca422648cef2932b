//! Words of how far one campaign has come.
use super::texts;

texts! {
    OPEN = "Tiến độ của đợt", "How far it has come";
    TITLE = "Tiến độ: {0}", "Progress: {0}";
    UNIT = "Phòng, đơn vị", "Unit";
    OUTSIDE = "Ngoài cơ quan", "From outside";
    TARGET = "Mức phấn đấu", "Target";
    PLEDGED = "Đã đăng ký", "Promised";
    GIVEN = "Đã thu", "Received";
    HANDED_ON = "Đã nộp Quỹ", "Handed on";
    SPENT = "Đã chi khác", "Otherwise spent";
    LEFT = "Còn lại", "Left";
    OF_TARGET = "{0} % mức phấn đấu", "{0} % of the target";
    OF_GIVEN = "{0} % số đã thu", "{0} % of what came";
    OF_GOODS = "có hiện vật {0} đồng", "goods of {0} đồng among it";
    CONFIRMED = "Quỹ đã xác nhận {0} đồng", "The fund has confirmed {0} đồng";
    OPENING = "gồm {0} đồng mang sang", "with {0} đồng brought forward";
    BAR = "Tiến độ", "Progress";
    PERCENT = "{0} %", "{0} %";
    ABOUT_BASIS = "Căn cứ {0}", "By {0}";
    ABOUT_SUGGESTED = "mức gợi ý: {0}", "suggested: {0}";
    ABOUT_FOR = "ủng hộ đích danh: {0}", "for {0}";
    PLEDGES_OPEN = "Còn {0} nơi đã đăng ký, chưa nộp (Ctrl+U).", "{0} promised and have not handed in (Ctrl+U).";
    NOTHING = "Đợt này chưa có đăng ký hoặc khoản ủng hộ nào đã ghi sổ.", "Nothing was promised or posted here yet.";
    GIFTS_OF = "Ủng hộ: {0}", "Contributions: {0}";
    GIFTS = "Khoản ủng hộ của đơn vị", "The unit's contributions";
    PLEDGES_OF = "Đã đăng ký, chưa nộp: {0}", "Promised, not handed in: {0}";
}
