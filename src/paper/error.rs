//! Why a paper could not be made into a file.
use crate::text::{Said, paper as text};

/// Why a rendering failed. The model itself is always printable; what fails is the packing of a file.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The DOCX package could not be packed.
    #[error("docx: {0}")]
    Docx(String),
    /// The PDF file could not be packed.
    #[error("pdf: {0}")]
    Pdf(String),
    /// The workbook refused a cell (a text over 32,767 characters) or could not be packed.
    #[error("xlsx: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV text could not be written.
    #[error("csv: {0}")]
    Csv(#[from] csv::Error),
}

impl PaperError {
    /// The sentence a person reads.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Docx(why) => text::CANNOT_MAKE_DOCX.with([why]),
            Self::Pdf(why) => text::CANNOT_MAKE_PDF.with([why]),
            Self::Xlsx(why) => text::CANNOT_MAKE_XLSX.with([why]),
            Self::Csv(why) => text::CANNOT_MAKE_CSV.with([why]),
        }
    }
}
