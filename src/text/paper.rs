//! The fixed words of official papers (Nghị định 30/2020/NĐ-CP), and what is said when a file cannot be made.
//! Papers themselves are always printed in Vietnamese, the language the decree asks for.
use super::texts;

texts! {
    NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM";
    MOTTO = "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness";
    NUMBER = "Số: {0}/{1}", "No.: {0}/{1}";
    DATED = "ngày {0} tháng {1} năm {2}", "day {0} month {1} year {2}";
    CITED = "số {0}/{1} {2}", "no. {0}/{1} {2}";
    ABOUT = "V/v {0}", "Re: {0}";
    TO = "Kính gửi:", "To:";
    RECIPIENTS = "Nơi nhận:", "Copies to:";
    ANNEX = "Phụ lục", "Annex";
    PICTURE = "[ảnh]", "[photo]";
    ABOUT_FILE = "Về tệp này", "About this file";
    CANNOT_MAKE_DOCX = "Không tạo được tệp DOCX: {0}", "The DOCX file cannot be made: {0}";
    CANNOT_MAKE_PDF = "Không tạo được tệp PDF: {0}", "The PDF file cannot be made: {0}";
    CANNOT_MAKE_XLSX = "Không tạo được tệp XLSX: {0}", "The XLSX file cannot be made: {0}";
    CANNOT_MAKE_CSV = "Không tạo được tệp CSV: {0}", "The CSV file cannot be made: {0}";
    PRINTED_AS = "Mã nội dung (SHA-256): {0}", "Fingerprint (SHA-256): {0}";
}
