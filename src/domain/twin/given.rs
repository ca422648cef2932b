//! Words that Vietnamese given and middle names are made of. Where two names differ by such a word each, they may well
//! be two children's; where one of them is no such word, it was likely typed wrong.

/// In lower case, the tone on the first vowel of an open pair, i for a y that ends a word after a consonant. Words that
/// only stand between family and given name, such as "văn" and "thị", are left out.
const GIVEN: &str = "
    ái an ân anh ánh ấn bách bạch băng bằng bảo báu bắc bích biên bình bính bông ca cẩm cảnh cảm cát cần chân
    chấn châu chi chí chiến chinh chính chung chương công cúc cư cường dân danh dậu di diễm diên diễn diện diệp
    diệu doan doanh du dung dũng duy duyên duyệt dư dương dưỡng đài đại đàm đan đạo đạt đăng đặng đậu đệ đích
    điền điệp đình định đoan đoàn đông đồng đỗ đức đường gia giang giao giáp hà hạ hải hàn hán hạnh hành hảo hào
    hằng hân hậu hi hỉ hiên hiền hiển hiếu hiệu hiệp hoa hòa hóa hoài hoan hoàn hoàng hoạt hồ hồi hồng hợp huân
    huấn huệ huê hùng huy huyên huyền huỳnh hưng hương hường hướng hữu ích kha khả khải khang khanh khánh khiêm
    khoa khôi khuê khương kì kỉ kiên kiệt kiều kim kính la lạc lai lam lâm lan lân lành lãm lăng lê lệ liên liêm
    liễu linh lĩnh loan long lộc lợi luân luận lụa lực lương lượng lưu li lí mạc mai mạnh mẫn mận mây mi mĩ miên
    minh mùi na nam nga ngà ngân nghi nghĩa nghiêm nghiệp ngọc ngôn nguyên nguyện nguyệt nhã nhài nhàn nhân nhẫn
    nhật nhi nhiên như nhung nhuận ninh nương oanh phát phi phong phú phúc phụng phước phương phượng quân quang
    quảng quế quốc quí quyên quyền quyết quỳnh sa sam san sang sáng sen sinh sơn song sử sương tài tâm tân tấn
    tạo thạch thái thanh thành thạnh thảo thao thắm thắng thăng thân thận thi thiên thiện thiệu thịnh thoa thơ
    thơm thông thống thu thuận thục thùy thúy thủy thụy thuyên thuyết thư thương thường thức tiên tiến tiệp tín
    tinh tình tĩnh toán toàn toản tố trà trang tráng trâm trân trí triết triều triệu trinh trình trọng trúc
    trung trường tú tuân tuấn tuệ tùng tuyên tuyến tuyền tuyết tư từ tường uyên uyển ước vân vi vĩ viên viễn
    việt vinh vĩnh vũ vui vương vượng xuân xuyến yên yến ý
";

/// Whether a word of a name, written as above, is usual in given names.
#[must_use]
pub fn is_given(word: &str) -> bool {
    GIVEN.split_whitespace().any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::{lower, one_tone_place};

    #[test]
    fn words_are_written_as_names_are_compared() {
        for word in GIVEN.split_whitespace() {
            assert_eq!(one_tone_place(&lower(word)), word);
            assert_eq!(GIVEN.split_whitespace().filter(|other| *other == word).count(), 1, "{word}");
        }
        assert!(is_given("ánh") && is_given("mi") && !is_given("mính") && !is_given("thị"));
    }
}
