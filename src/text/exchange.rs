//! Sentences about files that come in: what could not be read, refused or deserves a look.
use super::texts;

texts! {
    TOO_BIG = "Tệp \"{0}\" quá lớn: nhiều nhất 50 MB và 1.000.000 ô.", "The file \"{0}\" is too big: at most 50 MB and 1,000,000 cells.";
    EMPTY_FILE = "Tệp \"{0}\" trống.", "The file \"{0}\" is empty.";
    NOT_A_SHEET = "Tệp \"{0}\" không phải là bảng tính (xlsx, xls, ods, csv).", "The file \"{0}\" is not a spreadsheet (xlsx, xls, ods, csv).";
    A_WEB_PAGE = "Tệp \"{0}\" là trang web hoặc XML mang tên bảng tính. Mở bằng Excel rồi lưu lại thành .xlsx.", "The file \"{0}\" is a web page or XML named as a spreadsheet. Open it in Excel and save it as .xlsx.";
    LOCKED = "Tệp \"{0}\" có mật khẩu. Bỏ mật khẩu rồi nhập lại.", "The file \"{0}\" has a password. Remove it and import again.";
    BROKEN = "Tệp \"{0}\" bị hỏng, không đọc được.", "The file \"{0}\" is broken and cannot be read.";
    STOPPED = "Đã dừng đọc tệp.", "The reading was stopped.";

    NO_ROSTER = "Không tìm thấy danh sách trẻ trong tệp \"{0}\". Cần một dòng tiêu đề có cột họ tên và ngày sinh, giới tính, bố hoặc mẹ.", "No roster of children in the file \"{0}\". It needs a row of heads with name and birth date, sex, father or mother.";
    NO_GIFTS = "Không tìm thấy bảng kê ủng hộ trong tệp \"{0}\". Cần một dòng tiêu đề có cột số tiền và cột họ tên hoặc đơn vị.", "No sheet of contributions in the file \"{0}\". It needs a row of heads with an amount and a name or unit.";
    HIDDEN_GIFTS = "Trang ẩn \"{0}\" có bảng kê nhưng không được nhập.", "The hidden sheet \"{0}\" holds contributions that are not imported.";
    SKIPPED_GIFT = "Bỏ qua dòng \"{0}\" vì không phải là khoản ủng hộ.", "The line \"{0}\" is passed over: it is no contribution.";
    TOTAL_DIFFERS = "Dòng tổng ghi {0} đồng, cộng các dòng được {1} đồng.", "The total says {0} đồng, the lines sum up to {1} đồng.";
    TOTAL_GAPS = "Dòng tổng ghi {0} đồng, các dòng nhận được cộng lại là {1} đồng; có dòng không nhận được.", "The total says {0} đồng, the lines taken sum up to {1} đồng; some are refused.";
    AMOUNT_BLANK = "Thiếu số tiền.", "The amount is missing.";
    AMOUNT_ODD = "\"{0}\" không phải là số tiền chẵn đồng.", "\"{0}\" is no amount in whole đồng.";
    AMOUNT_NOT_POSITIVE = "Số tiền phải lớn hơn 0.", "The amount must be more than 0.";
    DONOR_BLANK = "Thiếu tên người hoặc đơn vị ủng hộ.", "It does not say who gave.";
    GIFT_FUTURE = "Ngày {0} sau ngày {1}.", "The day {0} lies after {1}.";
    PEOPLE_ODD = "\"{0}\" không phải là số người.", "\"{0}\" is no number of people.";
    GOODS_UNNAMED = "hiện vật (bảng kê không ghi tên)", "goods (not named on the sheet)";
    NO_NAMES = "Trang \"{0}\": chưa rõ cột nào là họ tên trẻ. Chọn cột đó rồi đọc tiếp.", "Sheet \"{0}\": no column of children's names. Choose it and read on.";
    DECODED = "Tệp gõ bằng phông {0} cũ, đã chuyển sang Unicode. Nên xem lại dấu và chữ hoa.", "The file uses the old {0} font and was turned into Unicode. Please look at marks and capitals.";
    HIDDEN = "Trang ẩn \"{0}\" có danh sách nhưng không được nhập.", "The hidden sheet \"{0}\" holds a roster that is not imported.";
    HIDDEN_ROWS = "Đã bỏ qua {0} dòng ẩn (dòng {1}). Bỏ lọc, bỏ ẩn trong Excel nếu muốn nhập.", "{0} hidden rows are left out (rows {1}). Show them in Excel to take them in.";
    SKIPPED = "Bỏ qua dòng \"{0}\" vì không phải là một trẻ.", "The line \"{0}\" is passed over: it is no child.";
    NO_UNIT = "Chưa rõ đơn vị của {0} trẻ.", "The unit of {0} children is not known.";
    NO_BIRTH_COLUMN = "Danh sách không có cột ngày sinh.", "The list has no column of birth dates.";
    NO_SEX_COLUMN = "Danh sách không có cột giới tính.", "The list has no column of the sex.";
    GIRLS_ONLY = "Chỉ có cột nữ: dòng không đánh dấu được hiểu là nam.", "Only girls have a column: rows without a mark are taken as boys.";
    NAME_BLANK = "Thiếu họ tên trẻ.", "The child's name is missing.";
    NAME_ODD = "\"{0}\" không phải là họ tên.", "\"{0}\" is not a name.";
    NAME_MASKED = "Họ tên \"{0}\" đã che, không biết là cháu nào.", "The name \"{0}\" is masked; which child it is cannot be known.";
    DATE_ODD = "\"{0}\" không phải là ngày sinh.", "\"{0}\" is not a birth date.";
    FUTURE = "Ngày sinh {0} sau ngày {1}.", "The birth date {0} lies after {1}.";
    ADULT = "Sinh {0}, đã đủ 16 tuổi vào ngày {1}.", "Born {0}, 16 or older on {1}.";
    AGE_UNCLEAR = "Sinh {0}: chưa rõ đã đủ 16 tuổi vào ngày {1} hay chưa, tạm tính là trẻ em.", "Born {0}: whether 16 on {1} is not known; taken as a child.";
    SEX_ODD = "\"{0}\" không phải là giới tính.", "\"{0}\" is not a sex.";
    SEX_BOTH = "Vừa đánh dấu nam vừa đánh dấu nữ.", "Both sexes are marked.";
    BIRTH_BLANK = "Thiếu ngày sinh.", "The birth date is missing.";
    SEX_BLANK = "Thiếu giới tính.", "The sex is missing.";
    PERSON_ODD = "\"{0}\" không phải là họ tên bố, mẹ hoặc người chăm sóc; đã chuyển sang ghi chú.", "\"{0}\" is not the name of a parent or carer; it was moved to the remarks.";
    GUESSED_FATHER = "Chưa rõ \"{0}\" là bố hay mẹ, tạm ghi là bố.", "Whether \"{0}\" is father or mother is not said; taken as the father.";
    GUESSED_MOTHER = "Chưa rõ \"{0}\" là bố hay mẹ, tạm ghi là mẹ.", "Whether \"{0}\" is father or mother is not said; taken as the mother.";
    FORMULA = "Cột \"{0}\" chứa công thức hoặc lỗi công thức, không được nhập.", "The column \"{0}\" holds a formula or its error, which is not imported.";
    UNIT_AS_ABOVE = "Đơn vị để trống, lấy theo dòng trên: {0}.", "The unit is blank and taken from the row above: {0}.";
    PARENTS_AS_ABOVE = "Bố, mẹ để trống, lấy theo dòng trên: {0}.", "The parents are blank and taken from the row above: {0}.";
    ORPHAN = "Ghi \"{0}\" nhưng vẫn có tên {1}. Cần xác minh.", "It says \"{0}\" but names {1}. Please verify.";
    TWICE = "\"{0}\" trùng với dòng {1}, đã gộp.", "\"{0}\" is the child of row {1}; merged.";
    TWICE_IN = "\"{0}\" trùng với dòng {1} của trang \"{2}\", đã gộp.", "\"{0}\" is the child of row {1} of the sheet \"{2}\"; merged.";
}
