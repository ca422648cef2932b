//! Words of the office's own Word files that reports are filled into.
use super::texts;

texts! {
    TEMPLATES = "Mẫu Word", "Word templates";
    ONE_TEMPLATE = "mẫu", "templates";
    NAME = "Tên mẫu", "Name";
    KIND = "Dùng cho", "Used for";
    CONTENT = "Tệp mẫu", "File";
    ANY = "mọi báo cáo", "any report";
    HALF = "báo cáo 6 tháng", "half-year reports";
    YEAR = "báo cáo năm", "year reports";
    ACTION = "báo cáo Tháng hành động", "Month of Action reports";
    TAKE_IN = "Nạp tệp mẫu", "Take a template in";
    START = "Ghi mẫu khởi đầu ra tệp", "Write a file to begin with";
    ASK_START = "Tệp ghi mẫu khởi đầu (mở bằng Word, sửa rồi nạp lại)", "Where to write it (change it in Word, then take it in)";
    START_WRITTEN = "Đã ghi {0}. Mở bằng Word, sửa lời và cách trình bày, giữ các chỗ {{...}}, rồi nhấn Ins để nạp.", "Written: {0}. Change it in Word, keep the places {{...}}, then press Ins to take it in.";
    NO_TABLE = "(Kỳ này không có biểu này.)", "(There is no such table in this period.)";
    NAMES = "Các chỗ điền được", "Names to fill in";
    NAMED = "{0}  =  {1}", "{0}  =  {1}";
    ASK_FILE = "Tệp Word .docx có các chỗ điền như {{so}}, {{ngay}}, {{noi_dung}}", "A Word .docx with places like {{so}}, {{ngay}}, {{noi_dung}}";
    TAKEN = "Đã nạp mẫu \"{0}\". F2 chọn báo cáo dùng mẫu này; in ở thẻ Tổng hợp.", "Taken in: \"{0}\". F2 says which reports use it; print under Consolidation.";
    TAKEN_WITH = "Đã nạp mẫu \"{0}\", còn {1} chỗ chưa điền được. {2}", "Taken in: \"{0}\"; {1} places cannot be filled. {2}";
    NONE = "Chưa có mẫu nào. Ctrl+U ghi một mẫu khởi đầu để sửa bằng Word; Ins (Ctrl+N) nạp tệp Word của cơ quan; Ctrl+W xem các chỗ điền được.", "No templates yet. Ctrl+U writes a file to begin with; Ins (Ctrl+N) takes a Word file in; Ctrl+W lists the names to fill in.";
    EXISTS = "Tệp {0} đã có. Ghi tên khác.", "There is a file {0} already. Choose another name.";
    TOO_BIG = "Tệp lớn hơn 2 MB, không dùng làm mẫu được.", "The file is over 2 MB and cannot be a template.";
    NOT_A_DOCX = "Tệp này không phải tệp Word .docx đọc được.", "This is no Word .docx that can be read.";
    NO_PLACES = "Tệp không có chỗ điền nào dạng {{ten}}.", "The file has no place like {{ten}} to fill in.";
    UNKNOWN = "Mẫu \"{0}\": không rõ chỗ điền {1}.", "Template \"{0}\": nothing is called {1}.";
    EMPTY = "Mẫu \"{0}\": {1} chưa có giá trị.", "Template \"{0}\": {1} has no value.";
    NOT_ALONE = "Mẫu \"{0}\": {1} phải đứng riêng một đoạn.", "Template \"{0}\": {1} must be a paragraph of its own.";
    BLOCKS = "({0} đoạn, bảng)", "({0} paragraphs, tables)";
    OUT = "Báo cáo tổng hợp theo mẫu của cơ quan", "Consolidated report in the office's template";
    CONTENT_KEPT = "tệp Word ({0} KB)", "Word file ({0} KB)";
}
