//! The groups of children in special circumstances, named as the law names them.
use super::{Text, texts};

texts! {
    ORPHAN = "Trẻ em mồ côi cả cha và mẹ", "Children who have lost both parents";
    ABANDONED = "Trẻ em bị bỏ rơi", "Abandoned children";
    NO_SUPPORT = "Trẻ em không nơi nương tựa", "Children with nobody to rely on";
    DISABLED = "Trẻ em khuyết tật", "Children with disabilities";
    HIV = "Trẻ em nhiễm HIV/AIDS", "Children with HIV/AIDS";
    OFFENDING = "Trẻ em vi phạm pháp luật", "Children in conflict with the law";
    ADDICTED = "Trẻ em nghiện ma túy", "Children addicted to drugs";
    OUT_OF_SCHOOL = "Trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục trung học cơ sở", "Children who had to leave school for a living before finishing lower secondary education";
    HARMED = "Trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực", "Children gravely harmed in body and mind by violence";
    EXPLOITED = "Trẻ em bị bóc lột", "Exploited children";
    ABUSED = "Trẻ em bị xâm hại tình dục", "Sexually abused children";
    TRAFFICKED = "Trẻ em bị mua bán", "Trafficked children";
    ILL_AND_POOR = "Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo hoặc hộ cận nghèo", "Children of poor or near-poor households with a grave illness or one that needs long treatment";
    MIGRANT = "Trẻ em di cư, trẻ em lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc", "Migrant, displaced or refugee children whose parents are not known or who have nobody to care for them";
}

/// The groups in the order of the law, points a to o.
pub const NAMES: [Text; 14] = [
    ORPHAN,
    ABANDONED,
    NO_SUPPORT,
    DISABLED,
    HIV,
    OFFENDING,
    ADDICTED,
    OUT_OF_SCHOOL,
    HARMED,
    EXPLOITED,
    ABUSED,
    TRAFFICKED,
    ILL_AND_POOR,
    MIGRANT,
];
