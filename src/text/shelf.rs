//! Words of the legal shelf: files, what has expired and what took its place, how a document is cited.
use super::texts;

texts! {
    FILES = "Tệp kèm theo", "Files";
    ONE_FILE = "tệp", "files";
    FILE = "Tệp", "File";
    FILE_NAME = "Tên tệp", "File name";
    ENDING = "Loại", "Type";
    SIZE = "Cỡ (KB)", "KB";
    ADDED_ON = "Ngày thêm", "Added on";
    FILES_COUNT = "Tệp", "Files";
    FILES_OF = "Tệp kèm theo: {0}", "Files: {0}";
    OPEN_FILES = "Tệp kèm theo", "Files";
    OPEN_FILE = "Mở tệp", "Open the file";
    ADD_FILE = "Thêm tệp", "Add a file";
    ASK_PATH = "Đường dẫn của tệp", "Where the file is";
    ADD_NOTE = "Bản sao được giữ trong dữ liệu của chương trình, mã hóa cùng dữ liệu; tệp gốc để nguyên. Kéo tệp vào cửa sổ để dán đường dẫn.", "A copy is kept in the program's data, encrypted with it; the original stays as it is. Drag the file here to paste its path.";
    ADDED = "Đã thêm tệp {0} ({1} KB).", "Added {0} ({1} KB).";
    OPENED = "Đang mở {0}. Sửa ở đó không vào bản giữ trong chương trình.", "Opening {0}. What is changed there does not change the copy kept here.";
    NO_OPENER = "Máy này không có chương trình mở tệp. {0} tạm để ở {1}, đóng chương trình là mất.", "Nothing here opens files. {0} lies at {1} until the program is closed.";
    HAS_ALREADY = "Tệp này đã có: {0}.", "This file is here already: {0}.";
    NONE_FILES = "Chưa có tệp nào. Ins thêm tệp bằng đường dẫn.", "No files yet. Ins adds one by its path.";
    ATTACH = "thêm tệp \"{1}\"", "add the file \"{1}\"";

    REPLACE = "Thay bằng văn bản còn hiệu lực", "Take what is in force instead";
    EXPIRED_BEFORE = "! {0} hết hiệu lực từ {1}. Ctrl+U thay bằng {2}.", "! {0} expired on {1}. Ctrl+U takes {2} instead.";
    EXPIRED_ALONE = "! {0} hết hiệu lực từ {1}, chưa rõ văn bản thay thế.", "! {0} expired on {1}; what replaced it is not known.";
    OUTDATED = "! {0} hết hiệu lực {1}, nay là {2}.", "! {0} expired on {1}, now {2}.";
    OUTDATED_ALONE = "! {0} hết hiệu lực {1}.", "! {0} expired on {1}.";
    FORMER_RECEIVER = "! \"{0}\": nay báo cáo gửi {1}.", "! \"{0}\": reports now go to {1}.";
    FORMER_NAME = "! \"{0}\" nay là \"{1}\".", "! \"{0}\" is now \"{1}\".";
    NOT_YET = "! {0} có hiệu lực từ {1}, sau ngày này.", "! {0} holds from {1}, after this day.";
    REPLACED = "Đã thay {0} văn bản bằng văn bản còn hiệu lực.", "{0} documents replaced by what is in force.";

    CITED = "{0} số {1} {2} của {3} {4}", "{0} no. {1} {2} by {3} {4}";
    CITED_BARE = "{0} số {1}", "{0} no. {1}";
    CITED_DAY = "ngày {0}", "dated {0}";
    CITED_BY = "của {0}", "by {0}";
    CITED_AND = " và ", " and ";
    CITED_ON = "về {0}", "on {0}";
    CITED_RE = "v/v", "re";
}
