//! Words of what is left by purpose, year by year.
use super::texts;

texts! {
    OPEN = "Số dư theo mục đích", "What is left by purpose";
    TITLE = "Số dư theo mục đích, năm {0}", "What is left by purpose, {0}";
    LINES = "Các dòng của sổ", "Lines of the book";
    LINES_OF = "Theo dõi thu, chi: {0}", "Fund book: {0}";
    OF_ALL = "Tổng cộng", "All";
    NAME = "Mục đích, đợt vận động", "Purpose, campaign";
    BEGINNING = "Đầu năm", "Opening";
    CAME = "Thu", "In";
    WENT = "Chi, nộp", "Out";
    END = "Cuối năm", "Closing";
    LAST_IN = "Thu năm trước", "In, last year";
    LAST_OUT = "Chi năm trước", "Out, last year";
    BESIDE = "Năm {0}: thu {1}; chi, nộp {2}.", "{0}: in {1}; out {2}.";
    NOTHING = "Năm {0} không có số dư, thu hoặc chi nào.", "Nothing was there, came or went in {0}.";
}
