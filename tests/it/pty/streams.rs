//! What input methods send, byte by byte: every stream ends as the text its writer meant.
use serde::Deserialize;

use super::terminal::Terminal;
use super::{at_children, children, office};

#[derive(Deserialize)]
struct Stream {
    chunks: Vec<String>,
    expect: String,
}

impl Stream {
    fn chunks(&self) -> Vec<Vec<u8>> {
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        self.chunks.iter().map(|hex| hex.as_bytes().chunks(2).map(byte).collect()).collect()
    }
}

/// How the bytes of a stream arrive.
#[derive(Clone, Copy, Debug)]
enum Pace {
    /// Chunk by chunk, each answered by a frame before the next.
    Chunks,
    /// All in one write.
    Fused,
    /// One byte in each write, as fast as they go.
    Bytes,
}

fn streams() -> Vec<Stream> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ime/streams.json");
    let all: Vec<Stream> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(all.len() >= 30);
    all
}

fn play(terminal: &mut Terminal, stream: &Stream, pace: Pace) {
    let chunks = stream.chunks();
    match pace {
        Pace::Chunks => {
            for chunk in chunks {
                terminal.send_and_see(chunk);
            }
        }
        Pace::Fused => {
            terminal.send(chunks.concat());
        }
        Pace::Bytes => {
            for byte in chunks.concat() {
                terminal.send([byte]);
            }
        }
    }
}

/// Types every stream as the name of a new child; all are read back by another run of the program.
fn as_names(pace: Pace) {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    let streams = streams();
    for (at, stream) in streams.iter().enumerate() {
        terminal.send("\x1b[2~").sees("Thêm cháu").sees("Ctrl+S");
        play(&mut terminal, stream, pace);
        terminal.sees(&format!("{}  ", stream.expect));
        terminal.send("\x13").sees("Đã lưu").sees(&format!("/{} cháu", at + 1));
    }
    terminal.send("\x11");
    assert_eq!(terminal.ends(), 0);
    let mut names = children(&data);
    let mut meant: Vec<String> = streams.into_iter().map(|stream| stream.expect).collect();
    names.sort();
    meant.sort();
    assert_eq!(names, meant);
}

/// Types every stream as a filter of the list; the status shows it.
fn as_filters(pace: Pace) {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    for stream in streams() {
        play(&mut terminal, &stream, pace);
        terminal.sees(&format!("lọc: {}  0/0 cháu", stream.expect));
        terminal.send("\x1b").sees_no("lọc:");
    }
    terminal.send("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn names_chunk_by_chunk() {
    as_names(Pace::Chunks);
}

#[test]
fn names_fused() {
    as_names(Pace::Fused);
}

#[test]
fn names_byte_by_byte() {
    as_names(Pace::Bytes);
}

#[test]
fn filters_chunk_by_chunk() {
    as_filters(Pace::Chunks);
}

#[test]
fn filters_fused_and_byte_by_byte() {
    as_filters(Pace::Fused);
    as_filters(Pace::Bytes);
}
