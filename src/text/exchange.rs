//! Sentences about files that come in: what could not be read, refused or deserves a look.
use super::texts;

texts! {
    TOO_BIG = "Tệp \"{0}\" quá lớn: nhiều nhất 50 MB và 1.000.000 ô.", "The file \"{0}\" is too big: at most 50 MB and 1,000,000 cells.";
    EMPTY_FILE = "Tệp \"{0}\" trống.", "The file \"{0}\" is empty.";
    NOT_A_SHEET = "Tệp \"{0}\" không phải là bảng tính (xlsx, xls, ods, csv).", "The file \"{0}\" is not a spreadsheet (xlsx, xls, ods, csv).";
    A_WEB_PAGE = "Tệp \"{0}\" là trang web hoặc XML mang tên bảng tính. Mở bằng Excel rồi lưu lại thành .xlsx.", "The file \"{0}\" is a web page or XML named as a spreadsheet. Open it in Excel and save it as .xlsx.";
    LOCKED = "Tệp \"{0}\" có mật khẩu. Bỏ mật khẩu rồi nhập lại.", "The file \"{0}\" has a password. Remove it and import again.";
    BROKEN = "Tệp \"{0}\" bị hỏng, không đọc được.", "The file \"{0}\" is broken and cannot be read.";
}
