//! Words of the books: posting, reversing, sheets of contributions, cash counts.
use super::texts;

texts! {
    DRAFT = "chưa ghi sổ", "draft";
    POSTED = "đã ghi sổ", "posted";
    REVERSED = "đã ghi âm", "reversed";
    REVERSAL = "ghi âm", "reversal";
    STANDING = "Tình trạng", "Standing";
    VOUCHER = "Số", "No.";
    LINKED = "Liên quan số", "Linked with";
    BATCH = "Bảng kê", "Sheet";
    PENDING = "Chưa ghi sổ", "Not posted";

    BATCHES = "Bảng kê", "Sheets";
    ONE_BATCH = "bảng kê", "sheets";
    BATCH_NAME = "Tên bảng kê", "Sheet";
    DECLARED_LINES = "Số dòng", "Lines";
    DECLARED_TOTAL = "Tổng tiền", "Total";
    ENTERED_LINES = "Đã vào", "Entered";
    ENTERED_TOTAL = "Tiền đã vào", "Sum entered";
    BATCH_OPEN = "chưa khớp", "does not fit";
    BATCH_FITS = "khớp", "fits";

    CASH_COUNTS = "Kiểm quỹ, khóa sổ", "Cash counts";
    ONE_CASH_COUNT = "lần kiểm", "counts";
    COUNT_DAY = "Ngày kiểm", "Day";
    CASH = "Tiền mặt", "Cash";
    BANK = "Tài khoản", "Bank";
    COUNTED = "Thực tế", "Counted";
    BOOK = "Theo sổ", "Book";
    DIFFERENCE = "Chênh lệch", "Difference";
    DIFFERENCE_NOTE = "Lý do chênh lệch", "Why they differ";
    CLOSED_ON = "Khóa ngày", "Closed on";

    KIND = "Loại", "Kind";
    KIND_BROUGHT = "mang sang", "brought";
    KIND_IN = "thu", "in";
    KIND_OUT = "chi, nộp", "out";
    PREVIEW = "{0} ({1}): {2}; sổ từ {3} thành {4}.", "{0} ({1}): {2}; the book goes from {3} to {4}.";
    GOES_OUT = "chi, nộp {0}", "out {0}";
    FOR_ANOTHER = "Đợt \"{0}\" ủng hộ đích danh {1}, khoản này chi cho \"{2}\". Sửa nơi nhận hoặc ghi văn bản đồng ý (F2) rồi mới ghi sổ.", "\"{0}\" is for {1}, this is paid to \"{2}\". Mend the payee or write the paper that agrees (F2), then post.";
    EARMARKED = "Tiền của \"{0}\" dành cho {1}, khoản này chi cho {2}. Ghi văn bản đồng ý chuyển mục đích (F2) rồi mới ghi sổ.", "Money of \"{0}\" is for {1}, this is for {2}. Write the paper that agrees (F2), then post.";
    POST = "Ghi sổ", "Post";
    CORRECT = "Ghi âm, nhập lại", "Reverse and re-enter";
    REVERSE = "Chỉ ghi âm", "Reverse only";
    CLOSE_DAY = "Khóa sổ đến ngày này", "Close up to this day";
    OPEN_DAY = "Mở lại sổ", "Open the book again";
    POST_ASKED = "Ghi sổ {0} khoản, {1} đồng? Ghi rồi thì không sửa, không xóa; sai thì ghi âm và nhập lại.", "Post {0} lines, {1} đồng? They stand still afterwards; mistakes are reversed and re-entered.";
    CLOSE_ASKED = "Khóa sổ đến hết ngày {0}? Sau đó không ghi sổ được khoản nào từ ngày đó về trước.", "Close the book up to {0}? Nothing of that day or before can be posted afterwards.";
    POSTED_LINES = "Đã ghi sổ {0} khoản, {1} đồng: số {2}. Sai thì dùng Ghi âm, nhập lại (Ctrl+X).", "Posted {0} lines, {1} đồng: no. {2}. Mistakes: Reverse and re-enter (Ctrl+X).";
    CORRECTED = "Đã ghi âm {0} và nhập lại thành {1}.", "Reversed {0} and entered it again as {1}.";
    REVERSED_BY = "Đã ghi âm {0} bằng số {1}.", "Reversed {0} by {1}.";
    CLOSED = "Đã khóa sổ đến hết ngày {0}.", "The book is closed up to {0}.";
    OPENED = "Đã mở lại sổ của ngày {0}.", "The book of {0} is open again.";
    REVERSAL_NOTE = "Ghi âm {0}: {1}", "Reversal of {0}: {1}";
    ASK_REASON = "Lý do ghi âm", "Why it is reversed";
    REASON_NEEDED = "Nêu lý do ghi âm, như \"gõ nhầm số tiền\".", "Say why it is reversed, such as \"the amount was misread\".";
    CORRECT_TITLE = "Ghi âm {0} và nhập lại", "Reverse {0} and enter it again";
    REPLACED = "nhập lại", "entered again";

    ENTER_LINES = "Nhập nhanh", "Fast entry";
    POST_BATCH = "Ghi sổ cả bảng kê", "Post the whole sheet";
    SAVE_LINE = "Lưu dòng", "Save the line";
    GRID_TITLE = "Nhập nhanh: {0}", "Fast entry: {0}";
    GRID_SUMS = "{4}: đã vào {0}/{1} dòng · {2}/{3} đồng", "{4}: {0}/{1} lines · {2}/{3} đồng";
    GRID_COUNT = "đã vào {0} dòng · {1} đồng", "{0} lines · {1} đồng";
    GRID_HOW = "Gõ vài chữ tên người hoặc đơn vị, Enter; gõ số tiền như 500k, Enter là sang dòng mới. Ctrl+D chép ô từ dòng trên.", "Type a few letters of a person or unit, Enter; the amount such as 500k, Enter begins the next line. Ctrl+D copies the cell above.";
    WHOLE_UNIT = "{0}  (cả đơn vị)", "{0}  (the whole unit)";
    OUTSIDE_DONOR = "+ nhà tài trợ ngoài cơ quan: {0}", "+ outside donor: {0}";
    UNNAMED = "Ẩn tên", "Unnamed";
    DONOR_BLANK = "Cho biết ai ủng hộ.", "Say who gave.";
    DONOR_UNKNOWN = "\"{0}\" chưa có trong danh sách. Nhấn ↓ rồi Enter nếu là nhà tài trợ ngoài cơ quan.", "\"{0}\" is in no list. Press ↓ and Enter if this is an outside donor.";
    LINE_SAVED = "Đã lưu: {0}, {1} đồng. Ctrl+Z ở danh sách hoàn tác.", "Saved: {0}, {1} đồng. Ctrl+Z on the list undoes.";
    LINE_TWICE = "Đã lưu: {0}, {1} đồng. Người này đã có một dòng cùng ngày.", "Saved: {0}, {1} đồng. There is a line of this donor on that day already.";

    IMPORT_SHEET = "Nhập bảng kê từ tệp", "Take a sheet in from a file";
    ASK_PATH = "Đường dẫn tệp (.xlsx, .xls, .ods, .csv)", "Path of the file (.xlsx, .xls, .ods, .csv)";
    ASK_CAMPAIGN = "Đợt vận động", "Campaign";
    NO_CAMPAIGN = "Chưa có đợt vận động nào. Lập đợt ở thẻ Đợt vận động trước.", "There is no campaign yet. Make one under Campaigns first.";
    SEE_SHEET = "Xem bảng kê", "See the sheet";
    IMPORT_SUMMARY = "Khoản mới {0} · đã có {1} · từ chối {2} · lưu ý {3}", "New {0} · there already {1} · refused {2} · remarks {3}";
    IMPORT_KEYS = "Enter nhập vào một bảng kê. F7 ghi dòng bị từ chối ra tệp. Esc thôi.", "Enter takes them onto a sheet that is not posted. F7 writes the refused lines to a file. Esc leaves.";
    IMPORT_NOTHING = "Tệp này không có khoản nào mới.", "There is nothing new in this file.";
    IMPORT_DONE = "Ctrl+U xem bảng kê, khớp thì ghi sổ (Ctrl+W). Ctrl+Z ở danh sách hoàn tác.", "Taken in. Ctrl+U shows the sheet; once it fits, post it there (Ctrl+W). Ctrl+Z on the list undoes.";

    NONE_BATCH = "Chưa có bảng kê nào. Nhấn Ctrl+U nhập từ tệp, hoặc Ins (Ctrl+N) lập bảng kê rồi Enter nhập nhanh.", "No sheets yet. Press Ctrl+U to take one in from a file, or Ins (Ctrl+N) to make one and Enter to fill it.";
    NONE_COUNT = "Chưa kiểm quỹ lần nào. Nhấn Ins (Ctrl+N) ghi số tiền thực có; Ctrl+W khóa sổ đến ngày kiểm.", "The money was never counted yet. Press Ins (Ctrl+N) to write what is there; Ctrl+W closes the book up to that day.";
    NONE_POSTED = "Chưa ghi sổ khoản nào. Chọn khoản ở thẻ Khoản ủng hộ rồi nhấn Ctrl+W.", "Nothing is posted yet. Choose lines under Contributions and press Ctrl+W.";

    NOTHING_TO_POST = "Không có khoản nào chưa ghi sổ trong các dòng đã chọn.", "None of the chosen lines is a draft.";
    OF_FUTURE = "Khoản ngày {0} chưa đến ngày, chưa ghi sổ được.", "The line of {0} lies in the future and cannot be posted yet.";
    OF_BATCH = "Khoản này thuộc bảng kê \"{0}\": ghi sổ cả bảng kê ở thẻ Bảng kê.", "This line belongs to the sheet \"{0}\": post the whole sheet under Sheets.";
    BATCH_UNFIT = "Bảng kê ghi {0} dòng, {1} đồng; đã vào {2} dòng, {3} đồng. Khớp rồi mới ghi sổ được.", "The sheet says {0} lines, {1} đồng; entered are {2} lines, {3} đồng. It is posted once they fit.";
    BATCH_POSTED = "Bảng kê \"{0}\" đã ghi sổ.", "The sheet \"{0}\" is posted.";
    OTHER_CAMPAIGN = "Dòng \"{0}\" thuộc đợt vận động khác với bảng kê.", "The line \"{0}\" is of another campaign than the sheet.";
    NOT_POSTED = "Khoản này chưa ghi sổ: sửa (F2) hoặc xóa (Del) như thường.", "This line is a draft: edit (F2) or delete (Del) it as usual.";
    IS_REVERSED = "Khoản {0} đã ghi âm rồi.", "{0} is reversed already.";
    DAY_IN_FUTURE = "Chỉ khóa được ngày đã qua hoặc hôm nay.", "Only today or a day past can be closed.";
    DIFFERENCE_UNTOLD = "Thực tế lệch sổ {0} đồng. Ghi lý do chênh lệch (F2) trước khi khóa.", "The count differs from the book by {0} đồng. Say why (F2) before closing.";
    CLOSED_ALREADY = "Ngày này đã khóa.", "This day is closed already.";
    LATER_CLOSED = "Sổ đang khóa đến ngày {0}: mở lại lần khóa đó trước.", "The book is closed up to {0}: open that count first.";
    NOT_CLOSED = "Ngày này chưa khóa.", "This day is not closed.";
}
