//! Words of the appeal to staff to look after their own children, and of the promise they may sign.
use super::texts;

texts! {
    SUB = "Vận động", "Appeal";
    UNIT = "Phòng, đơn vị", "Unit";
    PEOPLE = "Người", "Staff";
    SESSIONS = "Buổi", "Held";
    ATTENDANCE = "Lượt", "Came";
    REACHED = "Đến dự", "Reached";
    PERCENT = "%", "%";
    SIGNED = "Cam kết", "Promised";
    ALL_UNITS = "Cả cơ quan", "The whole agency";
    STATUS = "{0} · vận động {1} % · cam kết {2} %", "{0} · reached {1} % · promised {2} %";
    OF = "{0}/{1}", "{0}/{1}";
    OPEN = "Cam kết của đơn vị", "The unit's promises";
    HELD = "Các buổi", "Its sessions";
    RECORD = "Ghi buổi vận động", "Record a session";
    LIST = "Lập danh sách cam kết", "List the year's promises";
    LISTED = "Đã lập danh sách cam kết năm {0}: thêm {1} người. Space ghi đã ký.", "Promises of {0} listed: {1} added. Space notes one as signed.";
    SIGN = "Đã ký cam kết", "Signed";
    TITLE = "{0}: {1}", "{0}: {1}";
    COMMITMENTS_OF = "Cam kết năm {0}: {1}", "Promises of {0}: {1}";
    EMPTY = "Năm này chưa lập danh sách cam kết. Nhấn Ctrl+U ở thẻ Vận động để lấy từ danh sách cán bộ.", "No promises listed for this year. Press Ctrl+U under Appeal to take them from the staff.";
    KEYS = "Đến dự: buổi đông nhất của đơn vị, không cộng dồn. Cam kết là tự nguyện.", "Reached: the unit's largest session, not added up. A promise is voluntary.";
    NO_UNITS = "Chưa có đơn vị nào. Nhập đơn vị ở Hệ thống, Đơn vị.", "There are no units yet. Enter them under System, Units.";
    TOPIC = "Vận động quan tâm con em mình, tránh ấn phẩm bạo lực, khiêu dâm", "Look after your own children, keep them from violent and pornographic material";
    OUT_PAPER = "Bản cam kết để đơn vị ký", "The promise, for the unit to sign";

    PAPER_KIND = "Bản cam kết", "Promise";
    PAPER_SUBJECT = "Quan tâm, chăm sóc, giáo dục và bảo vệ con em năm {0}", "To look after, raise and protect our children, {0}";
    PAPER_INTRO = "Chúng tôi là cán bộ, công chức, viên chức, người lao động của {0}, tự nguyện cam kết:", "We, the staff of {0}, promise of our own will:";
    PROMISE_CARE = "Quan tâm, chăm sóc, giáo dục con em mình; tạo điều kiện để con được học tập, vui chơi an toàn, lành mạnh;", "To look after and raise our children, and give them room to learn and play in safety;";
    PROMISE_MEDIA = "Không để con em tiếp xúc với ấn phẩm, phim ảnh, trò chơi, trang mạng mang tính bạo lực, khiêu dâm;", "To keep from them print, film, games and sites that are violent or pornographic;";
    PROMISE_SAFETY = "Hướng dẫn con phòng, tránh tai nạn thương tích, đuối nước, lôi kéo, bắt cóc và rủi ro trên môi trường mạng;", "To teach them to avoid accidents, drowning, enticement, abduction and harm online;";
    PROMISE_REPORT = "Không bạo lực, xâm hại trẻ em; khi biết trẻ em bị xâm hại hoặc có nguy cơ thì báo ngay Tổng đài 111, công an hoặc Ủy ban nhân dân cấp xã (Điều 51 Luật Trẻ em).", "Never to harm a child, and to tell hotline 111, the police or the commune at once of harm or risk (Article 51 of the Law on Children).";
    HEAD_NUMBER = "STT", "No.";
    HEAD_SIGN = "Ký tên", "Signature";
}
