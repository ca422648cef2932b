//! Sentences about the data folder, the passphrase, the journal and what the store refuses.
use super::texts;

texts! {
    NO_STORE = "Thư mục {0} chưa có dữ liệu. Chạy \"vitreem init\" để tạo.", "There is no data in {0}. Run \"vitreem init\" to make it.";
    STORE_EXISTS = "Thư mục {0} đã có tệp. Chọn thư mục mới hoặc trống.", "The folder {0} is not empty. Choose a new or an empty one.";
    STORE_BUSY = "Dữ liệu ở {0} đang mở ở một cửa sổ khác. Đóng cửa sổ đó rồi thử lại.", "The data in {0} is open in another window. Close that one and try again.";
    STORE_NEWER = "Dữ liệu này do bản mới hơn của chương trình tạo (lược đồ {0}). Hãy cập nhật chương trình.", "This data was made by a newer version (schema {0}). Please update the program.";
    STORE_BROKEN = "Không đọc được tệp dữ liệu: tệp hỏng hoặc không phải của chương trình này.", "The data file cannot be read: it is damaged or not of this program.";
    NO_CIPHER = "Bản này của chương trình không mở được dữ liệu mã hóa.", "This build of the program cannot open encrypted data.";
    NOT_DURABLE = "Ổ đĩa này không ghi được an toàn (chế độ {0}). Hãy để dữ liệu trên ổ đĩa của máy.", "This disk cannot be written safely (mode {0}). Keep the data on the machine's own disk.";
    VAULT_BROKEN = "Không đọc được tệp khóa {0}.", "The key file {0} cannot be read.";
    WRONG_PASSPHRASE = "Mật khẩu không đúng.", "The passphrase is wrong.";
    NO_USER = "Không có người dùng \"{0}\" trong tệp khóa.", "There is no user \"{0}\" in the key file.";
    WEAK_PASSPHRASE = "Mật khẩu cần ít nhất 8 ký tự.", "The passphrase needs at least 8 characters.";
    NOT_SEALED_YET = "Chưa đặt mật khẩu niêm phong. Đặt ở thẻ Trẻ em → Vụ việc.", "There is no sealing passphrase yet. Set it under Children → Referrals.";
    SEALED_ALREADY = "Đã có mật khẩu niêm phong rồi. Dùng lệnh Đổi mật khẩu niêm phong.", "There is a sealing passphrase already. Use Change the sealing passphrase.";
    IS_SEALED = "Vụ việc đang niêm phong. Ctrl+U ở thẻ Vụ việc để mở bằng mật khẩu niêm phong, rồi lưu lại.", "Referrals are sealed. Ctrl+U on their tab opens them by the sealing passphrase; then save again.";
    NO_RANDOM = "Máy không cấp được số ngẫu nhiên an toàn.", "The machine gives no safe random numbers.";
    SQL = "Lỗi dữ liệu: {0}", "Data error: {0}";
    IO = "Lỗi đọc, ghi tệp: {0}", "File error: {0}";
    DISK_FULL = "Ổ đĩa đã đầy. Xóa bớt tệp rồi lưu lại; những gì đã báo lưu vẫn còn nguyên.", "The disk is full. Free some space and save again; what was said to be saved is still there.";
    FUND_NEGATIVE = "Số tiền chi lớn hơn số còn lại của đợt vận động. Kiểm tra số tiền hoặc ghi khoản thu trước.", "This would pay out more than the campaign has. Check the amount, or enter what came in first.";
    EVENT_FROZEN = "Danh sách quà của chương trình này đã duyệt. Bỏ duyệt trước khi sửa ngày, mức quà, độ tuổi hoặc danh sách.", "The gift list of this event is approved. Withdraw the approval before changing its day, gift value, age or list.";
    REPORT_ISSUED = "Báo cáo này đã ban hành. Thu hồi trước khi sửa.", "This report is issued. Withdraw it before changing it.";
    TAKEN = "Đã có dòng như vậy rồi.", "There is one like this already.";
    STILL_NEEDED = "Không xóa hẳn được: còn dữ liệu khác dùng đến.", "It is still used by other data.";
    NOT_ALLOWED = "Giá trị không hợp lệ, chưa ghi.", "The value is not allowed; nothing was written.";
    GONE = "Dòng này không còn nữa.", "This row is not there any more.";
    ONLY_LOOKED_AT = "Danh sách này chỉ để xem.", "This list is only to be looked at.";
    NOT_JOURNALED = "Có dòng chưa vào nhật ký nên thao tác không được ghi.", "Some rows are not in the journal, so the step was not written.";
    OUTSIDE_STEP = "Chương trình định ghi ngoài một thao tác.", "The program tried to write outside a step.";
    NOTHING_TO_UNDO = "Không còn thao tác nào để hoàn tác.", "There is nothing to undo.";
    NOTHING_TO_REDO = "Không có thao tác nào để làm lại.", "There is nothing to redo.";
    UNDO_STOPS = "Không hoàn tác được \"{0}\": việc này đã chốt. {1}", "\"{0}\" cannot be undone: it is final. {1}";
    USE_UNAPPROVE = "Dùng lệnh Bỏ duyệt (Ctrl+X) ở danh sách quà.", "Use Withdraw approval (Ctrl+X) on the gift list.";
    USE_WITHDRAW = "Dùng lệnh Thu hồi (Ctrl+X) ở thẻ Tổng hợp.", "Use Withdraw (Ctrl+X) under Consolidation.";
    USE_NOTHING = "Các thao tác sau đó vẫn giữ nguyên.", "Later steps stay as they are.";
    UNDO_SCHEMA = "Không hoàn tác được qua lần nâng cấp chương trình.", "Undo does not go back past an upgrade of the program.";
    FAULT_INTEGRITY = "tệp dữ liệu hỏng: {0}", "damaged file: {0}";
    FAULT_LINK = "bảng {0} dòng {1} trỏ đến dòng không có của bảng {2}", "{0} row {1} points to a missing row of {2}";
    FAULT_SEAL = "dấu niêm của thao tác {0} không khớp: nhật ký đã bị sửa ngoài chương trình", "the seal of step {0} does not fit: the journal was changed from outside";
    FAULT_ROW = "dòng {0} khác với nhật ký", "row {0} differs from the journal";
    FAULT_UNKNOWN_ROW = "dòng {0} không có trong nhật ký", "row {0} is not in the journal";
    FAULT_LOST_ROW = "dòng {0} có trong nhật ký nhưng không còn", "row {0} is in the journal but gone";
    FAULT_FOLD = "dòng {0}: cột tìm kiếm không khớp với tên", "row {0}: the search column does not fit the name";
    FAULT_TOTAL = "tổng giữ sẵn của đợt vận động {0} không khớp: {1} khác {2}", "the kept total of campaign {0} does not fit: {1} against {2}";
}
