//! The package of a DOCX file: its parts out of a ZIP archive and into one again, packed tightly.
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::super::PaperError;

/// A file that would unpack to more than this is no paper, in bytes.
const MOST: u64 = 64 << 20;

/// A part of a package by its name.
pub(super) type Part = (String, Vec<u8>);

/// The parts of a package in their order.
///
/// # Errors
/// [`PaperError::Docx`] if it is no package, or unpacks to more than 64 MB.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part>, PaperError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|why| broken(&why))?;
    let mut parts = Vec::new();
    let mut left = MOST;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|why| broken(&why))?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(|why| broken(&why))?.into_owned();
        let mut content = Vec::new();
        file.take(left + 1).read_to_end(&mut content).map_err(|why| broken(&why))?;
        left = left.checked_sub(content.len() as u64).ok_or_else(|| broken(&"64 MB"))?;
        parts.push((name, content));
    }
    Ok(parts)
}

/// The parts with every photo under the ending of what it is: docx-rs calls them all PNG.
pub(super) fn pictured(mut parts: Vec<Part>) -> Vec<Part> {
    let is_jpeg = |(name, content): &&mut Part| name.starts_with("word/media/") && content.starts_with(b"\xff\xd8");
    let mut renamed = Vec::new();
    for (name, _) in parts.iter_mut().filter(is_jpeg) {
        let stem = name.trim_end_matches(".png").trim_start_matches("word/").to_owned();
        *name = format!("word/{stem}.jpeg");
        renamed.push(stem);
    }
    for (_, content) in parts.iter_mut().filter(|(name, _)| !renamed.is_empty() && name.ends_with("document.xml.rels"))
    {
        let mut text = String::from_utf8_lossy(content).into_owned();
        for stem in &renamed {
            text = text.replace(&format!("{stem}.png\""), &format!("{stem}.jpeg\""));
        }
        *content = text.into_bytes();
    }
    parts
}

/// Parts as a package; the same parts give the same bytes.
///
/// # Errors
/// [`PaperError::Docx`] if a part cannot be packed.
pub(super) fn packed(parts: &[Part]) -> Result<Vec<u8>, PaperError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // A fast level: these texts repeat themselves so much that it takes nearly all there is to take.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(2))
        .last_modified_time(zip::DateTime::default());
    for (name, content) in parts {
        archive.start_file(name.as_str(), options).map_err(|why| broken(&why))?;
        archive.write_all(content).map_err(|why| broken(&why))?;
    }
    Ok(archive.finish().map_err(|why| broken(&why))?.into_inner())
}

fn broken(why: &dyn ToString) -> PaperError {
    PaperError::Docx(why.to_string())
}
