//! A photo on a paper: its bytes as they are, and how large it is.
use serde::{Deserialize, Serialize};

/// How high it is printed at most, in points: two of them with their captions fill a page.
const HIGH: f32 = 230.0;

/// A photo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The file as it was taken in.
    pub bytes: Vec<u8>,
    /// What the file is.
    pub kind: Kind,
    /// Its width in dots.
    pub width: u32,
    /// Its height in dots.
    pub height: u32,
}

/// The formats that papers take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// As cameras and telephones make them.
    Jpeg,
    /// As screens are kept.
    Png,
}

impl Picture {
    /// What a file holds, if it is a JPEG or a PNG with a size.
    #[must_use]
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let (kind, (width, height)) = match png(&bytes) {
            Some(size) => (Kind::Png, size),
            None => (Kind::Jpeg, jpeg(&bytes)?),
        };
        (width > 0 && height > 0).then_some(Self { bytes, kind, width, height })
    }

    /// Its width and height on paper, in points, in a measure so wide.
    #[must_use]
    pub fn printed(&self, measure: f32) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        let scale = (measure / width).min(HIGH / height);
        (width * scale, height * scale)
    }
}

/// The size that the head of a PNG gives.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    (rest.get(4..8)? == b"IHDR").then_some((number(8)?, number(12)?))
}

/// The size that the frame of a JPEG gives.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, tail @ ..] = rest else { return None };
        match marker {
            // A filling byte, or a marker that stands alone.
            0xff => rest = rest.get(1..)?,
            0x01 | 0xd0..=0xd7 => rest = tail,
            // The frame: its length, the depth of its colours, height and width.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let number = |at: usize| Some(u32::from(u16::from_be_bytes(tail.get(at..at + 2)?.try_into().ok()?)));
                return Some((number(5)?, number(3)?));
            }
            _ => {
                let length = usize::from(u16::from_be_bytes(tail.get(..2)?.try_into().ok()?));
                rest = tail.get(length..)?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::sample::PNG;

    #[test]
    fn a_size_is_read_from_the_head_of_the_file() {
        let read = Picture::read(PNG.to_vec()).unwrap();
        assert_eq!((read.kind, read.width, read.height), (Kind::Png, 2, 1));
        let jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x0b\x08\x01\xe0\x02\x80\x03".to_vec();
        let read = Picture::read(jpeg).unwrap();
        assert_eq!((read.kind, read.width, read.height), (Kind::Jpeg, 640, 480));
        assert_eq!(read.printed(240.0), (240.0, 180.0));
    }

    #[test]
    fn what_is_cut_off_or_something_else_is_no_picture() {
        for end in 0..PNG.len().min(24) {
            assert_eq!(Picture::read(PNG[..end].to_vec()), None, "{end}");
        }
        for bytes in [
            &b"%PDF-1.7"[..],
            b"\xff\xd8",
            b"\xff\xd8\xff\xe0\xff\xff",
            b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x00\x00\x00",
        ] {
            assert_eq!(Picture::read(bytes.to_vec()), None);
        }
    }
}
