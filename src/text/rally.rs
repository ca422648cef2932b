//! Words of movements for children that units join.
use super::texts;

texts! {
    RALLIES = "Phong trào", "Movements";
    ONE_RALLY = "phong trào", "movements";
    NAME = "Tên phong trào", "Movement";
    LAUNCHER = "Cơ quan phát động", "Launched by";
    DOCUMENT = "Văn bản phát động", "Launching document";
    SINCE = "Từ ngày", "From";
    UNTIL = "Đến ngày", "To";
    UNITS = "Đơn vị tham gia", "Units that joined";
    DONE = "Việc đã làm", "What was done";
    PEOPLE = "Lượt người", "Took part";
    JOINED = "Đơn vị", "Units";
    CODE = "Mã", "Code";
    NONE = "Chưa có phong trào nào. Ins ghi phong trào do cấp trên phát động và các đơn vị tham gia.", "No movements yet. Ins notes one that a higher level launched, and the units that joined.";
    FIGURES = "Phong trào hưởng ứng", "Movements joined";
    COUNT = "Số phong trào đã hưởng ứng", "Movements joined";
    UNITS_JOINED = "Số đơn vị tham gia phong trào", "Units that joined";
    OF_RALLIES = "phong trào", "movements";
    TOLD = "Hưởng ứng {0} phong trào vì trẻ em do cấp trên phát động ({1}), {2} đơn vị tham gia.", "{0} movements for children were joined ({1}) by {2} units.";
    PLACE = "Các phong trào đã hưởng ứng, kèm cơ quan phát động", "The movements joined, with who launched them";
    TOLD_ONE = "{0}{1}", "{0}{1}";
    TOLD_BY = ", {0} phát động", ", launched by {0}";
}
