//! Words of the choice of what is written to a file, and in what form.
use super::texts;

texts! {
    TITLE = "In, xuất tệp", "Print, export";
    PATH = "Ghi vào tệp", "Write to the file";
    PRINTED = "Đã ghi {0}", "Written: {0}";
    PRINTED_ROWS = "Đã ghi {0} dòng vào {1}", "{0} rows written to {1}";
    LISTED = "Danh sách đang hiện", "The list on screen";
    ROSTER = "Danh sách đủ cột để gửi đi, nhập lại", "The roster with every column, to send and take in again";
    REJECTS = "Các dòng bị từ chối kèm lý do, để sửa rồi nhập lại", "The refused rows with reasons, to mend and take in again";
    COVER_NAMES = "Che tên, ghi đủ tên", "Cover names, full names";
    COVER_GROUPS = "Ghi, không ghi nhóm nhạy cảm", "Write, leave out sensitive groups";
    NAMES_FULL = "Họ tên: đầy đủ. F9 che tên khi gửi ra ngoài.", "Names: in full. F9 covers them for a file that leaves the office.";
    NAMES_COVERED = "Họ tên: che, bỏ điện thoại, địa chỉ, ghi chú. F9 ghi đầy đủ.", "Names: covered, no phone, address, remark. F9 writes them in full.";
    GROUPS_COVERED = "Hoàn cảnh nhạy cảm (đ e g i k l m): không ghi. F4 ghi cả.", "Sensitive circumstances (đ e g i k l m): left out. F4 writes them.";
    GROUPS_WRITTEN = "Hoàn cảnh nhạy cảm (đ e g i k l m): có ghi. F4 không ghi.", "Sensitive circumstances (đ e g i k l m): written. F4 leaves them out.";
    FORM = "Dạng tệp", "Form";
    FORM_DOCX = "Word", "Word";
    FORM_PDF = "PDF", "PDF";
    FORM_XLSX = "Excel", "Excel";
    FORM_CSV = "CSV", "CSV";
    FORM_JSON = "JSON", "JSON";
    FORM_ICS = ".ics", ".ics";
    FORM_TXT = ".txt", ".txt";
    FORM_SHOWN = "Xem trước", "Preview";
    FORM_FOLDER = "Thư mục", "Folder";
}
