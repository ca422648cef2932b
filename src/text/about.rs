//! What help says of one field of a form: its rule, and the law or decree that the rule comes from.
use super::{Text, texts};

texts! {
    OF_FIELD = "▸ {0}", "▸ {0}";
    TYPE_DATE = "Nhập ngày như 5/3/15, 05-03-2015, hôm nay, +10, 15/8 âm.", "Type a day like 5/3/15, 05-03-2015, hôm nay, +10, 15/8 âm.";
    TYPE_CLOCK = "Nhập giờ như 14:05, 14h05, 1405 hoặc 14h.", "Type a time like 14:05, 14h05, 1405 or 14h.";
    TYPE_BORN = "Nhập 5/3/2015; chỉ biết tháng thì 3/2015, chỉ biết năm thì 2015.", "Type 5/3/2015; if only the month is known 3/2015, if only the year 2015.";
    TYPE_MONEY = "Nhập 500000, 500.000, 500k, 1tr2 hoặc 1,5 triệu; số tiền bằng chữ hiện bên dưới.", "Type 500000, 500.000, 500k, 1tr2 or 1,5 triệu; the amount in words stands beneath.";
    TYPE_REF = "Gõ vài chữ, không cần dấu, rồi ↓ và Enter để chọn; ↓ ở ô trống mở danh sách.", "Type a few letters, marks are not needed, then ↓ and Enter; ↓ in a blank field opens the list.";
    TYPE_NEW = "Tên chưa có: khi chỉ còn dòng \"+ thêm mới\" thì Enter là thêm; còn dòng khác thì ↓ để chọn. Tab không thêm ai.", "A name that is not there yet: where \"+ add new\" stands alone Enter takes it, else choose with ↓. Tab adds nobody.";
    TYPE_MANY = "Chọn nhiều mục, cách nhau bằng dấu chấm phẩy.", "Choose several, with semicolons between them.";
    TYPE_CHOICE = "Phím cách đổi lựa chọn; ↓ mở danh sách; gõ chữ đầu cũng được.", "Space turns to the next choice; ↓ opens the list; the first letters do too.";
    TYPE_LINES = "Enter xuống dòng, Tab sang ô sau, Ctrl+S lưu.", "Enter breaks the line, Tab goes on, Ctrl+S saves.";
    TYPE_RULE = "Hạn lặp lại mỗi năm: 1/6, rằm tháng Tám, 10 ngày làm việc trước rằm tháng Tám, 1 ngày làm việc sau hết kỳ 6 tháng đầu năm; hạn của việc nối tiếp: 3 ngày làm việc sau khi xong việc trước.", "A rule that holds each year: 1/6, rằm tháng Tám, 10 working days before rằm tháng Tám; of a following task: 3 ngày làm việc sau khi xong.";
    TYPE_PERIOD = "Nhập 2026-H1 (6 tháng đầu năm), 2026-H2, 2026, 2026-Q1 hoặc 2026-05.", "Type 2026-H1 (first half), 2026-H2, 2026, 2026-Q1 or 2026-05.";

    CHILD_BORN = "Trẻ em là người dưới 16 tuổi (Điều 1 Luật Trẻ em). Chưa rõ ngày sinh vẫn lưu được; tuổi khi đó là một khoảng.", "A child is under 16 (Điều 1 Luật Trẻ em). A birth date that is not known in full can be saved; the age is then a span.";
    CHILD_PARENT = "Bố hoặc mẹ là CBCCVC, người lao động của cơ quan. Hai bố mẹ cùng cơ quan thì vẫn là một cháu, một suất quà.", "A parent who works for the agency. With two parents here it is still one child, one gift.";
    CHILD_STATE = "Thôi theo dõi khi bố, mẹ chuyển đi hoặc gia đình đề nghị. Đủ 16 tuổi thì tự ra khỏi số liệu, không cần xóa.", "A child leaves the roster when the parents move or the family asks. At 16 it leaves the figures by itself; nothing need be deleted.";
    CHILD_ADDRESS = "Chỗ ở của trẻ là thông tin bí mật đời sống riêng tư (Điều 33 Nghị định 56/2017/NĐ-CP). Chỉ ghi khi cần.", "Where a child lives is private (Điều 33 Nghị định 56/2017/NĐ-CP). Write it only if needed.";
    CHILD_NOTE = "Không ghi bệnh tật, việc riêng của gia đình: đó là bí mật đời sống riêng tư của trẻ (Điều 33 Nghị định 56/2017/NĐ-CP).", "Write no illness and nothing private of the family (Điều 33 Nghị định 56/2017/NĐ-CP).";
    CHILD_WARD = "Xã, phường theo địa giới từ ngày 01/7/2025.", "Wards as of 1 July 2025.";
    HARDSHIP = "14 nhóm hoàn cảnh đặc biệt: điểm a đến o khoản 1 Điều 10 Luật Trẻ em, chi tiết ở Nghị định 56/2017/NĐ-CP. Mồ côi một bên, hộ nghèo mà không ốm nặng … là khó khăn khác, không tính vào 14 nhóm.", "14 statutory groups: points a to o of Điều 10 khoản 1 Luật Trẻ em, detailed in Nghị định 56/2017/NĐ-CP. Half orphans, poor households and the like are other hardships and do not count among the 14.";
    CIRCUMSTANCE_SINCE = "Từ ngày nào thì tính vào số liệu từ ngày đó; để trống là từ trước tới nay. Hết hoàn cảnh thì ghi Đến ngày, không xóa.", "It counts from this day; blank means since ever. When it ends, write the last day and do not delete it.";
    SUPPORT_CHILD = "Hỗ trợ cho trẻ em: phòng ngừa, hỗ trợ, can thiệp (Điều 47 đến 50 Luật Trẻ em).", "Support to a child: prevention, support, intervention (Điều 47 to 50 Luật Trẻ em).";
    REFERRAL = "Ai biết trẻ em bị xâm hại hoặc có nguy cơ phải báo ngay cho Tổng đài 111, công an, UBND cấp xã hoặc cơ quan về trẻ em (Điều 51 Luật Trẻ em). Cơ quan không tự điều tra.", "Whoever knows of harm or risk to a child must report it at once to hotline 111, the police, the commune or the child-affairs agency (Điều 51 Luật Trẻ em). The office does not investigate.";
    REFERRAL_SEEN = "Ghi điều thấy, nghe tận nơi, lời trẻ nói nguyên văn; không suy đoán ai gây ra, không hỏi lại trẻ. Ô này được niêm phong: mã hóa bằng khóa riêng, không tìm, không xuất được khi chưa mở.", "Write what was seen and heard, the child's own words; guess nobody's guilt and do not question the child. This is sealed: encrypted under its own key, not found and not exported until it is opened.";
    REFERRAL_CHILD = "Không cần biết tên trẻ mới ghi được. Chỉ chọn khi trẻ có trong danh sách và chắc chắn đúng cháu; ô này được niêm phong.", "No name is needed. Choose a child only if it is on the roster and surely the one; this is sealed.";
    CONSENT_DATE = "Đồng ý là tự nguyện, riêng từng mục đích, im lặng không phải đồng ý. Công khai đời sống riêng của trẻ từ đủ 7 tuổi cần cả trẻ và người đại diện (Điều 24 Luật 91/2025/QH15).", "Consent is voluntary and for each purpose; silence is none. To make public the private life of a child of 7 or more both the child and the representative must agree (Điều 24 Luật 91/2025/QH15).";
    CONSENT_KEPT = "Cơ quan phải chứng minh được sự đồng ý: ghi phiếu giấy đã ký lưu ở đâu.", "The agency must be able to prove consent: write where the signed paper lies.";
    REFERRAL_WRITE = "Ghi ngắn: thấy gì, nghe gì, ở đâu, lúc nào; lời trẻ giữ nguyên văn. Không cần tên trẻ.", "Write briefly what was seen or heard, where and when; the child's own words. No name is needed.";
    REFERRAL_WRITE_NOT = "Không ghi: suy đoán ai gây ra, bệnh tật, chuyện riêng gia đình, số giấy tờ, ảnh, tên người báo khi họ chưa đồng ý.", "Do not write: guesses at who did it, illness, private family matters, document numbers, photos, the informant's name unless they agree.";
    REFERRAL_ASK_NOT = "Không hỏi lại trẻ, không tự xác minh: lưu rồi báo ngay 111, công an hoặc UBND cấp xã.", "Do not question the child or check yourself: save, then tell 111, the police or the commune at once.";
    HANDOVER_BASIS = "Thông báo theo Điều 51 Luật Trẻ em là nghĩa vụ, không cần đồng ý. Chia sẻ cho mục đích khác cần đồng ý của người đại diện và của trẻ từ đủ 7 tuổi (Điều 24 Luật 91/2025/QH15), nếu không thì ghi lý do; nhật ký giữ lại căn cứ.", "Reporting under Điều 51 Luật Trẻ em is a duty and needs no consent. Sharing for anything else needs the representative's, and from 7 on the child's (Điều 24 Luật 91/2025/QH15); else write the reason. The journal keeps the ground.";
    HANDOVER_ANSWER = "Không nhận thì phải chuyển nơi khác ngay: vụ việc lại hiện ở Hôm nay.", "If it is declined it must go elsewhere at once: it shows under Today again.";
    HANDOVER_SEALED = "Ô này được niêm phong.", "This is sealed.";
    SESSION_FORM = "Hình thức truyền thông theo Điều 3 Thông tư 28/2019/TT-BLĐTBXH.", "Forms of communication after Điều 3 Thông tư 28/2019/TT-BLĐTBXH.";
    SESSION_DOCUMENTS = "Văn bản không còn hiệu lực vào ngày của buổi được nhắc ngay; Ctrl+U thay bằng văn bản còn hiệu lực.", "A document that does not hold on the session's day is said at once; Ctrl+U takes what is in force.";
    SESSION_ATTENDANCE = "Lượt người: ai dự hai buổi tính hai lượt. Báo cáo cộng lượt, không trừ trùng.", "Attendances: who comes twice counts twice. Reports add them up as they are.";
    SESSION_HOTLINE = "Giới thiệu Tổng đài 111 là nhiệm vụ riêng của kế hoạch (mục II.1.b); ghi có để tính vào báo cáo.", "Making hotline 111 known is a duty of the plan (II.1.b); say yes so that reports count it.";
    EVENT_AGE = "Để trống là dưới 16 tuổi (Điều 1 Luật Trẻ em). Tính tại ngày chương trình, hoặc theo năm sinh.", "Blank means under 16 (Điều 1 Luật Trẻ em), on the event's day or by birth year.";
    EVENT_GIFT = "Mỗi cháu một suất. Duyệt danh sách rồi thì mức quà giữ nguyên.", "One gift for each child. Once the list is approved, its value stands.";
    EVENT_KIND = "Tháng hành động vì trẻ em là tháng 6 hằng năm (Điều 11 Luật Trẻ em).", "The month of action for children is June (Điều 11 Luật Trẻ em).";
    CAMPAIGN_TARGET = "Mức phấn đấu, không phải mức thu: ủng hộ Quỹ Bảo trợ trẻ em là tự nguyện (Điều 95 Luật Trẻ em).", "A target, not a levy: contributions to the children's fund are voluntary (Điều 95 Luật Trẻ em).";
    CONTRIBUTION_WHO = "Ghi một người ủng hộ: đơn vị, hoặc cá nhân, hoặc nhà tài trợ ngoài cơ quan. Cá nhân thì ghi thêm đơn vị của người đó.", "One donor: a unit, or a person, or an outside donor. With a person write the unit too.";
    CONTRIBUTION_PEOPLE = "Số người của đơn vị cùng ủng hộ trong khoản này.", "How many people of the unit gave together.";
    CONTRIBUTION_GOODS = "Hiện vật ghi tên, số lượng; Số tiền là giá trị ước tính bằng đồng.", "For goods write what and how many; the amount is their estimated value in đồng.";
    CONTRIBUTION_ANONYMOUS = "Khi công khai sẽ ghi \"01 người không nêu tên\".", "In public it reads \"01 anonymous donor\".";
    DISBURSEMENT_AMOUNT = "Không chi quá số còn lại của đợt. Nộp Quỹ Bảo trợ trẻ em thì ghi số chứng từ.", "No more than what is left of the campaign. For a payment to the fund write the voucher.";
    BATCH_LINES = "Số dòng và tổng tiền ghi trên bảng kê giấy. Các dòng đã vào phải khớp cả hai thì bảng kê mới ghi sổ được.", "The lines and the total written on the paper. The sheet is posted only if what is entered fits both.";
    COUNT_MONEY = "Tiền mặt đếm được và số dư tài khoản cuối ngày đó; chương trình so với sổ của mọi đợt vận động.", "Cash counted and the bank balance at the end of that day; both are held against the book of all campaigns.";
    COUNT_NOTE = "Thực tế lệch sổ thì phải nêu lý do mới khóa ngày được.", "If the count differs from the book, the day is closed only with a reason.";
    POSTED_DATE = "Số phiếu đếm theo năm của ngày này. Ghi sổ rồi thì không sửa; sai thì ghi âm và nhập lại (Điều 27 Luật Kế toán 2015).", "Numbers are counted in the year of this day. What is posted stands; mistakes are reversed and re-entered (Điều 27 Luật Kế toán 2015).";
    LETTER_DUE = "Lưu công văn yêu cầu thì kỳ được mở và hạn nộp của các đơn vị chưa báo cáo lấy theo ngày này. Hạn trước ngày chốt số liệu thì số liệu là số ước.", "Saving a request opens the period, and reports still awaited are due on this day. Before the cut-off, figures are estimates.";
    LETTER_UNITS = "Để trống là mọi đơn vị đang hoạt động trong kỳ.", "Blank means every unit that is there in the period.";
    BASIS = "Báo cáo nộp trước ngày chốt số liệu là số ước; số thực tế gửi bản sau.", "What is reported before the cut-off is an estimate; actual figures come in a later version.";
    UNIT_REPORT_FIGURES = "Ctrl+D lấy số Văn phòng đang có. Để trống nếu đơn vị không báo chỉ tiêu này.", "Ctrl+D takes what the office has. Leave blank what the unit does not give.";
    INCIDENTS = "Chỉ ghi số vụ việc, không ghi tên trẻ em (Điều 33 Nghị định 56/2017/NĐ-CP).", "The number alone, no child's name (Điều 33 Nghị định 56/2017/NĐ-CP).";
    CHECK_KIND = "Mỗi cảnh báo phải sửa số liệu hoặc ghi giải trình rồi mới tiếp nhận được.", "Each warning must be mended or explained before a report is accepted.";
    CHECK_PERCENT = "Chênh quá mức này thì cảnh báo; 0 là phải khớp.", "A warning is given above this; 0 means exact.";
    SIGNER_AUTHORITY = "Công văn gửi đơn vị thường ký TL. GIÁM ĐỐC, CHÁNH VĂN PHÒNG (Phụ lục I, phần II, mục 7 Nghị định 30/2020/NĐ-CP).", "Letters to units are mostly signed by order of the director (Phụ lục I, part II, 7 of Nghị định 30/2020/NĐ-CP).";
    SIGNER_DRAFTER = "Viết tắt nơi soạn trong ký hiệu: VP trong SNNMT-VP.", "The drafter in the symbol: VP in SNNMT-VP.";
    UNIT_REPORT_DUE = "Hạn nộp sau ngày chốt số liệu ít nhất 1 ngày làm việc (khoản 5 Điều 8 Nghị định 09/2019/NĐ-CP).", "At least 1 working day after the cut-off (Điều 8 khoản 5 Nghị định 09/2019/NĐ-CP).";
    PERIOD = "Kỳ 6 tháng: 15/12–14/6 và 15/6–14/12; năm: 15/12–14/12 (Điều 12 Nghị định 09/2019/NĐ-CP).", "Half-years: 15/12–14/6 and 15/6–14/12; year: 15/12–14/12 (Điều 12 Nghị định 09/2019/NĐ-CP).";
    AGENCY_SIGNER = "Họ tên in dưới chữ ký, viết thường có dấu (Nghị định 30/2020/NĐ-CP).", "The name printed under the signature (Nghị định 30/2020/NĐ-CP).";
    AGENCY_AUTHORITY = "TM., KT., TL., TUQ. in trước chức vụ người ký (Nghị định 30/2020/NĐ-CP). Ký thay, ký thừa lệnh thì ghi chức vụ người ký ở ô sau.", "TM., KT., TL., TUQ. stand before the signer's title (Nghị định 30/2020/NĐ-CP). If somebody signs for the head, write that title below.";
    AGENCY_RECIPIENTS = "Mỗi nơi nhận một dòng; dòng Lưu tự thêm ở cuối (Nghị định 30/2020/NĐ-CP).", "One recipient a line; the filing line is added at the end (Nghị định 30/2020/NĐ-CP).";
    AGENCY_SYMBOL = "Chữ viết tắt trong số, ký hiệu văn bản, như 12/BC-SNNMT (Nghị định 30/2020/NĐ-CP).", "The letters in a paper's number, such as 12/BC-SNNMT (Nghị định 30/2020/NĐ-CP).";
    AGENCY_SINCE = "Cơ quan đổi tên, đổi người ký: thêm dòng mới từ ngày đó; văn bản cũ giữ tên cũ.", "If name or signer change, add a new row from that day; old papers keep the old one.";
    PERSON_STAFF = "CBCCVC, người lao động của cơ quan. Chưa rõ thì danh sách quà ghi \"chưa rõ\" để kiểm tra lại.", "Whether the agency employs this person. If unknown, the gift list says so to be checked.";
    REPORT_PART = "Ô trống được viết từ số liệu khi in. Ctrl+D chép bản nháp vào ô để sửa. Gõ { rồi vài chữ để chèn số liệu: số tự cập nhật đến khi báo cáo được ký.", "A blank part is written from the figures when printing. Ctrl+D copies the draft into it. Type { and some letters for a figure: its number stays live until the report is signed.";
    DOCUMENT_UNTIL = "Quá ngày này chương trình nhắc văn bản đã hết hiệu lực và nêu văn bản thay thế.", "After this day the program says that the document has expired, and what replaced it.";
}

/// What is said of a field, by table and column.
const FIELDS: &[(&str, &str, Text)] = &[
    ("child", "born", CHILD_BORN),
    ("child", "father", CHILD_PARENT),
    ("child", "mother", CHILD_PARENT),
    ("child", "state", CHILD_STATE),
    ("child", "address", CHILD_ADDRESS),
    ("child", "note", CHILD_NOTE),
    ("child", "ward", CHILD_WARD),
    ("circumstance", "hardship", HARDSHIP),
    ("circumstance", "since", CIRCUMSTANCE_SINCE),
    ("circumstance", "until", CIRCUMSTANCE_SINCE),
    ("circumstance", "note", CHILD_NOTE),
    ("support", "child", SUPPORT_CHILD),
    ("support", "content", SUPPORT_CHILD),
    ("consent_sheet", "date", CONSENT_DATE),
    ("consent_sheet", "unit", CONSENT_DATE),
    ("consent_sheet", "kept", CONSENT_KEPT),
    ("referral", "noted_on", REFERRAL),
    ("referral", "noted_time", REFERRAL),
    ("referral", "source", REFERRAL),
    ("referral", "seen", REFERRAL_SEEN),
    ("referral", "place", REFERRAL_SEEN),
    ("referral", "child", REFERRAL_CHILD),
    ("handover", "sent_on", REFERRAL),
    ("handover", "sent_time", REFERRAL),
    ("handover", "receiver", REFERRAL),
    ("handover", "basis", HANDOVER_BASIS),
    ("handover", "reason", HANDOVER_BASIS),
    ("handover", "answer", HANDOVER_ANSWER),
    ("handover", "office", HANDOVER_SEALED),
    ("handover", "sender", HANDOVER_SEALED),
    ("handover", "receipt", HANDOVER_SEALED),
    ("handover", "reply", HANDOVER_SEALED),
    ("session", "form", SESSION_FORM),
    ("session", "documents", SESSION_DOCUMENTS),
    ("session", "attendance", SESSION_ATTENDANCE),
    ("session", "hotline", SESSION_HOTLINE),
    ("event", "kind", EVENT_KIND),
    ("event", "age_limit", EVENT_AGE),
    ("event", "age_rule", EVENT_AGE),
    ("event", "gift_value", EVENT_GIFT),
    ("campaign", "target", CAMPAIGN_TARGET),
    ("batch", "lines", BATCH_LINES),
    ("batch", "total", BATCH_LINES),
    ("cash_count", "cash", COUNT_MONEY),
    ("cash_count", "bank", COUNT_MONEY),
    ("cash_count", "note", COUNT_NOTE),
    ("contribution", "date", POSTED_DATE),
    ("disbursement", "date", POSTED_DATE),
    ("contribution", "unit", CONTRIBUTION_WHO),
    ("contribution", "person", CONTRIBUTION_WHO),
    ("contribution", "donor", CONTRIBUTION_WHO),
    ("contribution", "people", CONTRIBUTION_PEOPLE),
    ("contribution", "goods", CONTRIBUTION_GOODS),
    ("contribution", "anonymous", CONTRIBUTION_ANONYMOUS),
    ("disbursement", "amount", DISBURSEMENT_AMOUNT),
    ("disbursement", "agreement", super::welfare::ABOUT_AGREEMENT),
    ("campaign", "suggested", super::welfare::ABOUT_SUGGESTED),
    ("campaign", "beneficiary", super::welfare::ABOUT_BENEFICIARY),
    ("campaign", "opening", super::welfare::ABOUT_OPENING),
    ("pledge", "amount", super::welfare::ABOUT_PLEDGE),
    ("contribution", "accounting", super::receipt::ABOUT_ACCOUNTING),
    ("letter", "due", LETTER_DUE),
    ("letter", "units", LETTER_UNITS),
    ("letter", "period", PERIOD),
    ("urging", "period", PERIOD),
    ("submission", "basis", BASIS),
    ("submission", "sessions", UNIT_REPORT_FIGURES),
    ("submission", "incidents", INCIDENTS),
    ("check_rule", "kind", CHECK_KIND),
    ("check_rule", "percent", CHECK_PERCENT),
    ("signer", "authority", SIGNER_AUTHORITY),
    ("signer", "drafter", SIGNER_DRAFTER),
    ("unit_report", "due", UNIT_REPORT_DUE),
    ("unit_report", "period", PERIOD),
    ("report", "period", PERIOD),
    ("agency", "signer", AGENCY_SIGNER),
    ("agency", "authority", AGENCY_AUTHORITY),
    ("agency", "recipients", AGENCY_RECIPIENTS),
    ("agency", "symbol", AGENCY_SYMBOL),
    ("agency", "since", AGENCY_SINCE),
    ("person", "staff", PERSON_STAFF),
    ("document", "until", DOCUMENT_UNTIL),
];

/// What stands beside the fields of a form all the time: what is not to be written.
#[must_use]
pub fn beside(table: &str) -> &'static [Text] {
    match table {
        "referral" => &[REFERRAL_WRITE, REFERRAL_WRITE_NOT, REFERRAL_ASK_NOT],
        _ => &[],
    }
}

/// What is said of a field, if anything beyond how it is typed.
#[must_use]
pub fn field(table: &str, column: &str) -> Option<Text> {
    FIELDS.iter().find(|(its, name, _)| *its == table && *name == column).map(|(.., text)| *text)
}

/// The fields something is said of, for the tests.
pub fn fields() -> impl Iterator<Item = (&'static str, &'static str)> {
    FIELDS.iter().map(|(table, column, _)| (*table, *column))
}
