//! Words of ages, of filters by column and of saved views.
use super::texts;

texts! {
    BANDS = "Đặt nhóm tuổi", "Set the bands of age";
    BANDS_ASK = "Các mốc tuổi", "Ages";
    BANDS_SET = "Nhóm tuổi chia ở {0}.", "Bands end at {0}.";
}
