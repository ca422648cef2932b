//! Words of the folder that all papers of a period are put in.
use super::texts;

texts! {
    OUT = "Cả bộ văn bản của kỳ vào một thư mục, kèm mục lục", "All papers of the period into one folder, with an index";
    FOLDER = "Thư mục mới để ghi", "The new folder";
    TITLE = "Lập bộ văn bản", "All papers";
    SEVERAL_UNITS = "các đơn vị", "several units";
    INDEX = "Mục lục văn bản", "Index of papers";
    HEAD_NUMBER = "STT", "No.";
    HEAD_PAPER = "Văn bản", "Paper";
    HEAD_ABOUT = "Về", "About";
    HEAD_FILE = "Tệp", "File";
    HEAD_NOTE = "Ghi chú", "Note";
    EXISTS = "Thư mục {0} đã có. Ghi tên khác.", "There is a folder {0} already. Choose another name.";
    NOT_MADE = "Chưa lập được: {0}", "Not made: {0}";
    MADE = "Đã lập {0} văn bản vào {1}", "{0} papers were written to {1}";
}
