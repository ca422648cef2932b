//! Names of people who do not exist, put together from family, middle and given names usual in Lạng Sơn.
use std::collections::HashSet;

use super::dice::Dice;
use crate::domain::sex::Sex;

/// Tày, Nùng, Kinh and Dao families; the more usual ones stand more than once.
const FAMILIES: &[&str] = &[
    "Hoàng", "Hoàng", "Hoàng", "Nông", "Nông", "Nông", "Lộc", "Lộc", "Vi", "Vi", "Hứa", "Hứa", "Lăng", "Bế", "Lương",
    "Lương", "Triệu", "Triệu", "Đặng", "Nguyễn", "Nguyễn", "Nguyễn", "Chu", "Linh", "Dương", "Trần", "Phạm", "Lành",
    "Mã", "Phùng", "Bàn", "La",
];
const MEN: Parts = Parts {
    middle: &["Văn", "Đức", "Quang", "Hữu", "Minh", "Xuân", "Ngọc", "Thế", "Công", "Trọng"],
    given: &[
        "Hùng", "Dũng", "Cường", "Tuấn", "Sơn", "Thắng", "Long", "Nam", "Khánh", "Thành", "Hải", "Bằng", "Chiến",
        "Toàn", "Hiếu", "Kiên", "Lâm", "Phong", "Quyết", "Tiến",
    ],
};
const WOMEN: Parts = Parts {
    middle: &["Thị", "Thị", "Thị", "Thu", "Thúy", "Bích", "Kim", "Hồng", "Thanh"],
    given: &[
        "Hương", "Lan", "Hoa", "Huệ", "Nga", "Thủy", "Hằng", "Hạnh", "Yến", "Liên", "Nhung", "Phương", "Thảo", "Trang",
        "Dung", "Loan", "Ngân", "Hiền", "Mai", "Oanh",
    ],
};
const BOYS: Parts = Parts {
    middle: &["Gia", "Minh", "Bảo", "Đức", "Hải", "Anh", "Tuấn", "Quốc", "Nhật", "Thiên"],
    given: &[
        "Bảo", "Khôi", "Khang", "Phúc", "Huy", "Anh", "Nam", "Đăng", "Kiệt", "Long", "Quân", "Minh", "Vinh", "Tùng",
        "Lâm",
    ],
};
const GIRLS: Parts = Parts {
    middle: &["Khánh", "Bảo", "Ngọc", "Thùy", "Minh", "Phương", "Hà", "Diệu", "Quỳnh", "Thảo"],
    given: &["An", "Ngọc", "Linh", "Chi", "Anh", "My", "Nhi", "Vy", "Hân", "Trâm", "Châu", "Thư", "Mai", "Ly", "Diệp"],
};

struct Parts {
    middle: &'static [&'static str],
    given: &'static [&'static str],
}

/// The names given so far: no two people of the sample office share one by chance.
#[derive(Debug, Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// A grown-up's name.
    pub(super) fn adult(&mut self, dice: &mut Dice, sex: Sex) -> String {
        let family = dice.pick(FAMILIES);
        self.make(dice, family, if sex == Sex::Male { &MEN } else { &WOMEN })
    }

    /// A child's name in a family.
    pub(super) fn child(&mut self, dice: &mut Dice, family: &str, sex: Sex) -> String {
        self.make(dice, family, if sex == Sex::Male { &BOYS } else { &GIRLS })
    }

    fn make(&mut self, dice: &mut Dice, family: &str, parts: &Parts) -> String {
        loop {
            let (middle, given) = (dice.pick(parts.middle), dice.pick(parts.given));
            // Some names of the Dao, Tày and Nùng have no middle name.
            let name = if dice.chance(4) { format!("{family} {given}") } else { format!("{family} {middle} {given}") };
            if middle != given && family != given && self.0.insert(name.clone()) {
                return name;
            }
        }
    }
}

/// The family name: the first word.
pub(super) fn family(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}
