//! Words of who came to an event, its files, and its photos under the rule of consent.
use super::texts;

texts! {
    PARTICIPANTS = "Trẻ tham gia", "Children who came";
    LIST_CHILDREN = "Lập danh sách trẻ", "List the children";
    LISTED = "Danh sách có {0} cháu. Phím cách: có mặt.", "{0} children listed. Space: present.";
    NONE_LISTED = "Chưa có cháu nào trong danh sách. Ctrl+U lập danh sách trẻ đủ điều kiện vào ngày chương trình; hoặc chỉ ghi số trẻ ở chương trình.", "No children listed. Ctrl+U lists those who may come on the day; or write only their number in the event.";
    NO_CHILDREN = "Không có cháu nào dưới {0} tuổi vào ngày chương trình. Nhập ở Trẻ em, Danh sách.", "No child is under {0} on the day. Enter them under Children.";
    CAME_STATE = "có mặt {0}/{1}", "present {0}/{1}";
    CAME_COUNT = "{0} cháu, chưa ghi tên", "{0} children, no names";
    ATTEND_EVENT = "ghi trẻ tham gia \"{1}\"", "note the children at \"{1}\"";
    LIST_EVENT = "lập danh sách trẻ tham gia \"{1}\"", "list the children of \"{1}\"";

    PHOTOS = "Ảnh", "Photos";
    ONE_PHOTO = "ảnh", "photos";
    CAPTION = "Chú thích", "Caption";
    SEEN = "Cháu có trong ảnh", "Children seen";
    NOBODY = "Không nhận ra cháu nào", "No child recognised";
    NOBODY_BUT_SEEN = "Đã ghi cháu có trong ảnh: bỏ dấu này, hoặc xóa tên các cháu.", "Children are written down: take this off, or their names.";
    CHOSEN = "Công khai", "Public";
    CHILDREN = "Số cháu", "Children";
    ADD = "Thêm ảnh", "Add a photo";
    UPRIGHT = "Ảnh in đúng như tệp đã lưu: ảnh chụp dọc bằng điện thoại thì xoay cho đứng rồi lưu lại trước khi thêm.", "It is printed as the file is kept: turn a telephone's photo upright and save it first.";
    ADDED = "Đã thêm ảnh {0} ({1} × {2} điểm). F2 ghi cháu có trong ảnh.", "Photo {0} added ({1} × {2}). F2 notes the children seen.";
    NOT_A_PHOTO = "{0} không phải ảnh .jpg hoặc .png.", "{0} is no .jpg or .png photo.";
    OPEN_PHOTO = "Xem ảnh", "Open the photo";
    CHOOSE = "Đưa lên, bỏ khỏi trang công khai", "On, off the public page";
    NONE = "Chưa có ảnh nào. Ins thêm ảnh bằng đường dẫn; F2 ghi cháu có trong ảnh; phím cách đưa lên trang công khai khi có đủ đồng ý.", "No photos yet. Ins adds one by its path; F2 notes the children seen; Space puts it on the public page once all agreed.";
    STATE = "{0} ảnh · {1} trên trang công khai", "{0} photos · {1} on the public page";
    STATE_LACKS = "{0} ảnh · {1} trên trang công khai · ! {2} thiếu đồng ý", "{0} photos · {1} on the public page · ! {2} without consent";
    UNSEEN_YET = "! chưa ghi ai trong ảnh", "! nobody said who is seen";
    FILES_STATE = "{0} tệp", "{0} files";
    UNSEEN = "Ảnh \"{0}\" chưa ghi cháu nào có trong ảnh: F2 ghi tên các cháu, hoặc đánh dấu không nhận ra cháu nào.", "Nobody wrote down who is seen on \"{0}\": F2 notes the children, or that none is recognised.";
    LACKING = "Ảnh \"{0}\" chưa công khai được: {1}.", "\"{0}\" cannot be public: {1}.";
    LACKS = "{0}: {1}", "{0}: {1}";
    LACKS_ALL = "chưa có đồng ý của cha mẹ hoặc người giám hộ", "no consent of the parents or guardian";
    LACKS_OWN = "cháu từ đủ 7 tuổi chưa đồng ý", "the child of 7 or more has not agreed";
    LACKS_NOW = "đã rút đồng ý", "consent was withdrawn";
    CHOOSE_ACT = "đưa ảnh \"{1}\" lên trang công khai", "put the photo \"{1}\" on the public page";
    DROP_ACT = "bỏ ảnh \"{1}\" khỏi trang công khai", "take the photo \"{1}\" off the public page";

    PAPER = "Trang ảnh công khai", "Page of public photos";
    PAPER_KIND = "Một số hình ảnh", "Pictures";
    PAPER_NONE = "\"{0}\" chưa có ảnh nào được chọn đưa lên trang công khai: mở Hồ sơ chương trình (Ctrl+W), Ảnh, phím cách.", "No photo of \"{0}\" is chosen for the public page: open the event (Ctrl+W), Photos, Space.";

    SINCE = "Có từ ngày", "Since";
    UNTIL = "Hoạt động đến ngày", "Until";
    ENDS_BEFORE = "Ngày kết thúc trước ngày bắt đầu.", "It ends before it begins.";
    PARTNER_GONE = "{0} hoạt động đến {1}, trước ngày chương trình: bỏ đi, hoặc chọn bên khác.", "{0} was there until {1}, before the event: take it out, or choose another.";
    PARTNER_NOT_YET = "{0} có từ {1}, sau ngày chương trình.", "{0} is there from {1}, after the event.";
}
