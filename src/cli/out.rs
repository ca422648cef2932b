//! Where answers go: the terminal, where no foreign control character may come, and files, which are whole or not
//! there.
use std::io::{self, Write};
use std::path::Path;

use serde_json::Value as Json;

use super::fail::{Answer, Failure};
use crate::domain::clean::clean;
use crate::paper::file;
use crate::text::{Lang, Said, Text, cli as t};

/// The two streams and their language.
pub struct Out<'a> {
    /// The answer, nothing else.
    pub answer: &'a mut dyn Write,
    /// Refusals.
    pub aside: &'a mut dyn Write,
    /// The language of both.
    pub lang: Lang,
}

impl Out<'_> {
    /// Writes a line of the answer. Leading spaces are kept.
    pub fn line(&mut self, text: &str) -> Answer<()> {
        let text = shown(text);
        writeln!(self.answer, "{text}").map_err(deaf)
    }

    /// Writes a sentence of the answer.
    pub fn say(&mut self, said: impl Into<Said>) -> Answer<()> {
        let text = said.into().say(self.lang);
        self.line(&text)
    }

    /// Writes the answer as one JSON document.
    pub fn json(&mut self, json: &Json) -> Answer<()> {
        let text = serde_json::to_string_pretty(json).map_err(io::Error::other).map_err(deaf)?;
        writeln!(self.answer, "{text}").map_err(deaf)
    }

    /// Writes bytes of our own making.
    pub fn raw(&mut self, bytes: &[u8]) -> Answer<()> {
        self.answer.write_all(bytes).and_then(|()| self.answer.flush()).map_err(deaf)
    }

    /// Writes bytes to a file, which appears whole or not at all; `-` is the answer itself.
    pub fn file(&mut self, path: &Path, bytes: &[u8]) -> Answer<()> {
        if path.as_os_str() == "-" {
            return self.raw(bytes);
        }
        file::write(path, bytes)
            .map_err(|error| t::UNWRITABLE.with([path.display().to_string(), error.to_string()]).into())
    }

    /// Writes lines beside the answer.
    pub fn note(&mut self, lines: &[String]) {
        for line in lines {
            // Where nobody listens, the exit code says it all.
            let _ = writeln!(self.aside, "{}", shown(line));
        }
    }

    /// Says why a command failed; gives its exit code.
    pub fn fail(&mut self, failure: &Failure) -> u8 {
        let (code, lines) = match failure {
            Failure::Usage(said) => (2, vec![said.say(self.lang), t::SEE_HELP.say(self.lang).to_owned()]),
            Failure::Refused(error) => (1, vec![error.say(self.lang)]),
            Failure::Deaf => return 1,
        };
        self.note(&lines);
        code
    }

    /// A phrase in the language of the answer.
    pub const fn word(&self, text: Text) -> &'static str {
        text.say(self.lang)
    }
}

/// A line as a terminal may show it: what could move the cursor or hide text is gone.
fn shown(line: &str) -> String {
    let indent = line.chars().take_while(|c| *c == ' ').count();
    format!("{}{}", " ".repeat(indent), clean(line))
}

fn deaf(error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe { Failure::Deaf } else { Failure::Refused(error.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_reaches_the_terminal() {
        assert_eq!(shown("  a\u{1b}[2Jb\u{7}\tc\u{202e}d\r\n"), "  a[2Jb cd");
    }
}
