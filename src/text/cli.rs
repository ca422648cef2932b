//! The command line: its help, what it answers and what it refuses.
use super::texts;

texts! {
    ABOUT = "Vì Trẻ Em: kế hoạch năm về chăm sóc, giáo dục và bảo vệ trẻ em của cơ quan. Không có lệnh nào thì mở giao diện.", "Vì Trẻ Em: the office's yearly plan on the care, education and protection of children. Without a command the interface opens.";
    USAGE = "Cách dùng", "Usage";
    OPTIONS = "Tùy chọn", "Options";
    ARGUMENTS = "Tham số", "Arguments";
    COMMANDS = "Lệnh", "Commands";

    SOME_OPTIONS = "[TÙY CHỌN]", "[OPTIONS]";
    SOME_COMMAND = "[LỆNH]", "[COMMAND]";
    ONE_COMMAND = "<LỆNH>", "<COMMAND>";

    INIT = "Tạo dữ liệu mới trong một thư mục mới hoặc trống", "Make a new store in a new or empty folder";
    IMPORT = "Nhập tệp", "Take files in";
    IMPORT_CHILDREN = "Nhập danh sách trẻ em từ tệp xlsx, xls, ods, csv", "Take in rosters of children from xlsx, xls, ods, csv";
    IMPORT_CONTRIBUTIONS = "Nhập bảng kê ủng hộ từ tệp xlsx, xls, ods, csv vào một đợt vận động", "Take in sheets of contributions from xlsx, xls, ods, csv into a campaign";
    EXPORT = "Xuất một danh sách ra tệp xlsx, csv, json", "Write a list to an xlsx, csv or json file";
    GIFTS = "In danh sách quà của một chương trình", "Print the gift list of an event";
    REPORT = "In báo cáo tổng hợp của một kỳ", "Print the consolidated report of a period";
    PAPERS = "In các giấy tờ khác từ dữ liệu", "Print the other papers from the data";
    FIGURES = "Mọi số liệu của báo cáo một kỳ", "Every figure of a period's report";
    DUE = "Việc đến hạn, trễ hạn, còn thiếu", "What is due, late, missing";
    JOURNAL = "Nhật ký: ai sửa gì, mới nhất ở trên", "Who changed what, the newest first";
    UNDO = "Hoàn tác thao tác gần nhất", "Take the latest step back";
    REDO = "Làm lại thao tác vừa hoàn tác", "Take the undone step again";
    CHECK = "Kiểm tra dữ liệu và nhật ký còn nguyên vẹn", "Look whether data and journal are whole";
    LUNAR = "Ngày âm lịch của một ngày dương, hoặc ngược lại", "The Vietnamese lunar date of a day, or back";
    WORDS = "Số tiền bằng chữ", "An amount in words";
    COMPLETIONS = "Mã gợi ý lệnh cho bash, zsh, fish, elvish, powershell", "Completions for bash, zsh, fish, elvish, powershell";
    MAN = "Trang hướng dẫn dạng man", "The manual page";

    DATA = "Thư mục dữ liệu (mặc định: VITREEM_DATA, nếu không có thì thư mục dữ liệu của máy)", "Where the office's data lives (default: VITREEM_DATA, else the platform's data folder)";
    DEMO = "Dùng một cơ quan mẫu trong thư mục tạm, không có người thật", "Use a sample office in a throw-away folder, no real person";
    TODAY = "Ngày làm việc của chương trình", "The program's day";
    LANG = "Ngôn ngữ: vi hoặc en", "The language: vi or en";
    PASSPHRASE_FILE = "Tệp chứa mật khẩu (hoặc VITREEM_PASSPHRASE_FILE); nếu không có thì hỏi", "The file with the passphrase (or VITREEM_PASSPHRASE_FILE); else it is asked for";
    USER = "Người mở dữ liệu và ký các thao tác", "Whose passphrase opens the data and who signs the steps";
    HELP = "Xem hướng dẫn", "Show this help";
    VERSION = "Xem phiên bản", "Show the version";
    NO_ENCRYPTION = "Không mã hóa, không đặt mật khẩu", "No encryption and no passphrase";
    PRESET = "Cơ quan ban đầu: lang-son", "The agency to begin with: lang-son";
    FILES = "Các tệp", "The files";
    UNIT = "Đơn vị của những dòng mà tệp không ghi đơn vị", "The unit of rows for which the file names none";
    CAMPAIGN = "Mã (VD1) hoặc tên đợt vận động", "The code (VD1) or name of the campaign";
    POST = "Ghi sổ luôn các bảng kê khớp với tệp", "Post the sheets too that fit their files";
    POSTED = "Đã ghi sổ {0} khoản, {1} đồng: số {2}.", "Posted {0} lines, {1} đồng: no. {2}.";
    AS_OF = "Ngày mà danh sách nói đến, để tính tuổi", "The day the list speaks of, for the ages";
    DRY_RUN = "Chỉ báo kết quả, không ghi", "Only say what would happen";
    STRICT = "Một dòng không nhận được thì không nhập gì", "One refused row refuses everything";
    REJECTS = "Ghi các dòng không nhận được ra tệp này, kèm lý do", "Write the refused rows to this file, with the reasons";
    JSON = "Trả lời bằng một tài liệu JSON", "Answer with one JSON document";
    WHAT = "Danh sách: children, staff, contributions, sessions, events", "The list: children, staff, contributions, sessions, events";
    FILTER = "Chỉ những dòng có chữ này (không cần dấu)", "Only rows with this text (marks may be left out)";
    MASKED = "Che bớt họ tên", "Mask names";
    WITHOUT_SENSITIVE = "Bỏ các nhóm hoàn cảnh nhạy cảm (đ, e, g, i, k, l, m)", "Leave out the sensitive groups (đ, e, g, i, k, l, m)";
    OUT = "Tệp kết quả, định dạng theo đuôi tệp; - là màn hình", "The file to write, its format by ending; - is standard output";
    EVENT = "Mã (CT1) hoặc tên chương trình", "The code (CT1) or name of the event";
    PERIOD = "Kỳ: 2026, 2026-H1, 2026-Q1, 2026-05, cal:2026-H1, 2026-thang-hanh-dong hoặc TỪ..ĐẾN", "The period: 2026, 2026-H1, 2026-Q1, 2026-05, cal:2026-H1, 2026-thang-hanh-dong or FROM..TO";
    DATE = "Ngày dương (25/9/2026); với --to-solar là ngày âm (15/8/2026)", "A solar day (2026-09-25); with --to-solar a lunar one (15/8/2026)";
    TO_SOLAR = "Đổi ngày âm sang ngày dương", "Turn a lunar date into the solar one";
    AMOUNT = "Số tiền: 1205000, 1.205.000, 1,5 triệu", "The amount: 1205000, 1.205.000, 1,5 triệu";
    SHELL = "bash, zsh, fish, elvish, powershell", "bash, zsh, fish, elvish, powershell";

    UNKNOWN_ARGUMENT = "Không có tùy chọn \"{0}\".", "There is no option \"{0}\".";
    UNKNOWN_COMMAND = "Không có lệnh \"{0}\".", "There is no command \"{0}\".";
    ARGUMENT_NEEDED = "Thiếu: {0}", "Missing: {0}";
    COMMAND_NEEDED = "Thiếu lệnh.", "A command is missing.";
    VALUE_NEEDED = "Tùy chọn {0} cần một giá trị.", "The option {0} needs a value.";
    WRONG_VALUE = "\"{0}\" không dùng được cho {1}.", "\"{0}\" cannot be used for {1}.";
    NOT_ONE_OF = "\"{0}\" không dùng được cho {1}. Chọn một trong: {2}.", "\"{0}\" cannot be used for {1}. Choose one of: {2}.";
    TWICE = "Tùy chọn {0} chỉ dùng một lần.", "The option {0} can be used only once.";
    NOT_TEXT = "Dòng lệnh có ký tự không đọc được.", "The command line has characters that cannot be read.";
    WRONG_USAGE = "Dòng lệnh chưa đúng.", "The command line is wrong.";
    SEE_HELP = "Xem \"vitreem --help\".", "See \"vitreem --help\".";
    NOT_A_LANGUAGE = "\"{0}\" không phải vi hoặc en.", "\"{0}\" is neither vi nor en.";
    NO_TERMINAL = "Giao diện cần một cửa sổ dòng lệnh. Nếu chạy từ tệp lệnh, hãy thêm một lệnh.", "The interface needs a terminal. From a script, give a command.";
    NO_FOLDER = "Không rõ thư mục dữ liệu của máy. Dùng --data.", "The machine's data folder is not known. Use --data.";
    DEMO_AND_DATA = "--demo là dữ liệu mẫu tạm, mất khi thoát; --data là dữ liệu của cơ quan: bỏ một trong hai.", "--demo is a throw-away sample, lost on leaving; --data is the office's own data: leave out one of them.";
    DEMO_ELSEWHERE = "--demo dùng dữ liệu mẫu tạm, không đi cùng lệnh này.", "--demo is a throw-away sample and does not go with this command.";

    ASK_PASSPHRASE = "Mật khẩu: ", "Passphrase: ";
    ASK_NEW_PASSPHRASE = "Đặt mật khẩu (ít nhất 8 ký tự): ", "New passphrase (at least 8 characters): ";
    ASK_AGAIN = "Nhập lại mật khẩu: ", "The same again: ";
    PASSPHRASES_DIFFER = "Hai lần nhập mật khẩu khác nhau.", "The two passphrases differ.";
    NO_PASSPHRASE = "Cần mật khẩu: dùng --passphrase-file hoặc chạy trong cửa sổ dòng lệnh.", "A passphrase is needed: use --passphrase-file or run it in a terminal.";
    WHICH_USER = "Dữ liệu này có nhiều người dùng. Dùng --user.", "This data has several users. Use --user.";
    UNREADABLE = "Không đọc được tệp \"{0}\": {1}", "The file \"{0}\" cannot be read: {1}";
    UNWRITABLE = "Không ghi được tệp \"{0}\": {1}", "The file \"{0}\" cannot be written: {1}";
    ENDING = "Tệp \"{0}\" phải có đuôi {1}.", "The file \"{0}\" must end in {1}.";
    PAPER = "Không tạo được tệp: {0}", "The file could not be made: {0}";

    MADE = "Đã tạo dữ liệu ở {0}.", "The data was made in {0}.";

    TAKEN_IN = "{0}: thêm {1}, cập nhật {2}, không đổi {3}, không nhận {4}.", "{0}: {1} added, {2} updated, {3} unchanged, {4} refused.";
    WOULD_TAKE = "{0} (thử, chưa ghi): thêm {1}, cập nhật {2}, không đổi {3}, không nhận {4}.", "{0} (not written): {1} to add, {2} to update, {3} unchanged, {4} refused.";
    AT_ROW = "dòng {0}", "row {0}";
    AT_SHEET_ROW = "trang {0}, dòng {1}", "sheet {0}, row {1}";
    AT_SHEET = "trang {0}", "sheet {0}";
    REFUSED_LINE = "  không nhận: {0}, {1}", "  refused: {0}, {1}";
    WARNED_LINE = "  lưu ý: {0}: {1}", "  note: {0}: {1}";
    WARNED_FILE = "  lưu ý: {0}", "  note: {0}";
    WARNED_MORE = "  lưu ý: còn {0} dòng nữa như vậy; xem đủ bằng --json.", "  note: {0} more rows like this; --json gives them all.";
    STRICT_REFUSED = "Có {0} dòng không nhận được nên không nhập gì (--strict).", "{0} rows are refused, so nothing was taken in (--strict).";
    REASON = "Lý do", "Reason";
    ORIGIN = "Dòng gốc", "Original row";
    SHEET_REJECTS = "Không nhận", "Refused";

    NO_STEPS = "Nhật ký trống.", "The journal is empty.";
    WHOLE = "Dữ liệu và nhật ký nguyên vẹn.", "Data and journal are whole.";
    FAULTY = "Dữ liệu có {0} chỗ không khớp.", "The data has {0} faults.";
    FAULT_LINE = "{0}: {1}", "{0}: {1}";
    NOTHING_DUE = "Không có việc đến hạn.", "Nothing is due.";
    OUT_OF_LUNAR = "Ngày {0} ngoài lịch âm của chương trình.", "The day {0} is outside the program's lunar calendar.";
    PAPER_KIND = "Loại giấy: {0}", "The paper: {0}";
    PAPER_ABOUT = "Về đơn vị, chương trình, đợt vận động, vụ việc nào (mã hoặc tên) hay kỳ nào; không ghi thì cái mới nhất", "Which unit, event, campaign, concern (code or name) or period it is about; else the latest";
    PAPER_PERIOD = "Cần ghi kỳ, ví dụ 2026-H1.", "Give the period (--for), such as 2026-H1.";
    SEALING = "tệp ghi mật khẩu niêm phong; không có thì chỉ in phần mở", "file with the sealing passphrase; without it only the open part is printed";
    ASK_SEALING = "Mật khẩu niêm phong (để trống: chỉ in phần mở): ", "Sealing passphrase (blank: the open part only): ";
}
