//! Words of the progress of contributions.
use super::texts;

texts! {
    SUB = "Tiến độ ủng hộ", "Progress";
    EVERY = "Tất cả các đợt", "All campaigns";
    CAMPAIGN = "Đợt vận động", "Campaign";
    GIVEN = "Đã ủng hộ", "Given";
    TARGET = "Mức phấn đấu", "Target";
    PROGRESS = "Tiến độ", "Progress";
    NO_TARGET = "không đặt mức", "no target";
    PERCENT = "{0} %", "{0} %";
    BY_MONTH = "Theo tháng, năm {0}", "By month, {0}";
    BY_UNIT = "Theo đơn vị, năm {0}", "By unit, {0}";
    TOTAL = "Cộng", "Total";
    OUTSIDE = "Ngoài cơ quan", "From outside";
    NOTHING = "Không có khoản ủng hộ nào trong năm {0}.", "No contributions in {0}.";
    STATUS = "năm {0} · {1} đồng, tiền và hiện vật", "{0} · {1} đồng, money and goods";
    NEXT_YEAR = "Năm sau", "Next year";
    LAST_YEAR = "Năm trước", "Previous year";
    FIGURES = "Bảng số liệu", "The figures";
    FIGURES_OF = "{0}: {1} so với {2}", "{0}: {1} beside {2}";
    BESIDE = "So với năm trước", "Beside the year before";
    MONTHS_BESIDE = "Tháng, {0} và {1}", "Months, {0} and {1}";
    BY_YEAR = "Theo năm", "By year";
    CHANGED = "{0} so với năm trước: {1}", "{0} beside the year before: {1}";
    LINE = "Tháng, đơn vị", "Month, unit";
    CHANGE = "Tăng, giảm", "Change";
    MONTH = "Tháng {0}", "Month {0}";
    UNIT = "Phòng, đơn vị", "Unit";
}
