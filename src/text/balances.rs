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
    BOOK = "Sổ theo dõi thu, chi ủng hộ", "Fund book";
    BOOK_OF = "{0}. Mục đích: {1}", "{0}. Purpose: {1}";
    BOOK_EMPTY = "Sổ theo dõi thu, chi của {0} không có số dư, thu hoặc chi nào.", "Nothing was there, came or went in {0}.";
    BOOK_OPENING = "Số dư đầu kỳ", "Opening";
    BOOK_CLOSING = "Cộng phát sinh; số dư cuối kỳ", "Sums; closing";
    BOOK_BROUGHT = "Mang sang của \"{0}\"", "Brought along by \"{0}\"";
    BOOK_TAKEN_BACK = "{0} – ghi âm", "{0} – reversed";
    BOOK_DATE = "Ngày", "Day";
    BOOK_VOUCHER = "Số", "No.";
    BOOK_CONTENT = "Người nộp, nơi nhận tiền", "From, to";
    BOOK_IN = "Thu (đồng)", "In (đồng)";
    BOOK_OUT = "Chi, nộp (đồng)", "Out (đồng)";
    BOOK_LEFT = "Còn lại (đồng)", "Left (đồng)";
    NOTHING = "Năm {0} không có số dư, thu hoặc chi nào.", "Nothing was there, came or went in {0}.";
}
