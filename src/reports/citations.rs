//! Documents of the shelf in the body of a paper: cited in full where they come first, by kind and number after that.
use crate::domain::citation::Citations;
use crate::domain::document::Document;
use crate::paper::Block;
use crate::store::{Result, Store};

/// Cites every document of the shelf that a body names as Nghị định 30/2020/NĐ-CP asks; headings and tables stay as they
/// are.
///
/// # Errors
/// If the store cannot be read.
pub fn settle(store: &Store, body: &mut [Block]) -> Result<()> {
    let mut citations = Citations::of(&store.all::<Document>()?);
    for block in body {
        let (Block::Paragraph(spans) | Block::Bullet(spans)) = block else { continue };
        for span in spans {
            span.text = citations.cite(&span.text);
        }
    }
    Ok(())
}
