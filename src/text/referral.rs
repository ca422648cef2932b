//! The papers of a concern: the information sheet after Mẫu số 01 of Nghị định 56/2017/NĐ-CP, and its timeline.
use super::texts;

texts! {
    SHEET_KIND = "Phiếu thông tin trẻ em", "Information sheet on a child";
    SHEET_SUBJECT = "bị xâm hại hoặc có nguy cơ bị bạo lực, bóc lột, bỏ rơi", "harmed, or at risk of violence, exploitation or abandonment";
    SHEET_FORM = "(theo Mẫu số 01 Nghị định số 56/2017/NĐ-CP; thông tin bí mật)", "(After Mẫu số 01 of Nghị định 56/2017/NĐ-CP; confidential)";
    PART_SOURCE = "1. Nguồn nhận thông tin", "1. Source";
    PART_CHILD = "2. Thông tin về trẻ em", "2. The child";
    PART_INFORMANT = "3. Thông tin người cung cấp thông tin (nếu đồng ý cung cấp)", "3. The informant (if they agree)";
    PART_HANDED = "4. Nơi đã được thông báo", "4. Handed to";
    HEAD_ITEM = "Mục", "Item";
    HEAD_KNOWN = "Thông tin đã biết", "What is known";
    SOURCE = "Thông qua", "Through";
    TIME_TAKEN = "Thời gian", "At";
    TIME_AT = "{0} giờ {1} phút, {2}", "{0}:{1}, {2}";
    NAME = "Họ và tên trẻ em", "Name";
    BORN = "Ngày sinh hoặc ước lượng tuổi", "Born, or estimated age";
    SEX = "Giới tính (nam, nữ, không biết)", "Sex";
    WHERE = "Địa điểm xảy ra vụ việc", "Where it happened";
    NOW = "Tình trạng hiện tại (như đã thấy, nghe)", "The child's state, as seen and heard";
    HARM = "Hậu quả có thể xảy ra nếu không giúp", "What may follow without help";
    FATHER = "Cha (họ tên, tuổi, nghề nghiệp)", "Father";
    MOTHER = "Mẹ (họ tên, tuổi, nghề nghiệp)", "Mother";
    HOME = "Hoàn cảnh gia đình", "Family";
    CARER = "Người chăm sóc trẻ em hiện nay", "Carer";
    DONE_BEFORE = "Việc đã hỗ trợ, can thiệp trước đó", "Done before";
    HANDED_RECEIPT = ", số tiếp nhận {0}", ", receipt {0}";
    HANDED_NONE = "Chưa thông báo nơi nào.", "Nobody yet.";
    INFORMANT = "Họ và tên, số điện thoại, địa chỉ", "Name, telephone, address";
    REMARK = "Ghi chú thêm", "Remarks";
    TAKER = "Cán bộ tiếp nhận thông tin", "Taken by";
    SECRET = "Thông tin bí mật (Điều 24 Nghị định số 56/2017/NĐ-CP).", "Confidential, for those who must act only (Điều 24 Nghị định 56/2017/NĐ-CP).";
    SEALED = "(niêm phong)", "(sealed)";

    TIMELINE_KIND = "Diễn biến xử lý vụ việc", "Timeline of a concern";
    TIMELINE_SUBJECT = "ghi nhận lúc {0}", "noted at {0}";
    HEAD_TIME = "Thời gian", "Time";
    HEAD_WHAT = "Việc đã làm", "What was done";
    STATE = "Trạng thái đến {0}: {1}.", "State at {0}: {1}.";
    EVENT_NOTED = "Ghi nhận: {0}. {1}", "Noted: {0}. {1}";
    EVENT_SENT = "Chuyển {0}, cách chuyển: {1}, người chuyển: {2}{3}. Căn cứ: {4}", "Handed to {0}, way: {1}, by {2}{3}. Ground: {4}";
    EVENT_ANSWER = "{0} trả lời: {1}. {2}", "{0} answered: {1}. {2}";
    EVENT_OPEN = "Chưa nơi nào tiếp nhận, đã {0} từ khi ghi nhận.", "Nobody has it in hand, {0} since it was noted.";
    EVENT_NOW = "đến nay", "so far";
    OFFICE = "{0} ({1})", "{0} ({1})";
    REASON = "{0}: {1}", "{0}: {1}";
}
