//! Keys that come faster than anybody types: a paste, where the terminal does not say so.
use crate::ui::key::{Input, Key};

/// The most printable keys that an input method sends in one go: two long words with their marks.
const TYPED: usize = 24;

/// Whether what came in one go holds a paste whose rest may still be on its way.
#[must_use]
pub fn begins(inputs: &[Input]) -> bool {
    inputs.rsplit(|input| letter(input).is_none()).next().is_some_and(is_paste)
}

/// Turns each run of keys that only a paste can have sent into pasted text; all else stays as it is.
#[must_use]
pub fn gather(inputs: Vec<Input>) -> Vec<Input> {
    let mut out = Vec::with_capacity(inputs.len());
    let mut run: Vec<Input> = Vec::new();
    for input in inputs {
        if letter(&input).is_some() {
            run.push(input);
        } else {
            end(&mut run, &mut out);
            out.push(input);
        }
    }
    end(&mut run, &mut out);
    out
}

/// The end of a run: text if it was pasted, else the keys that it is.
fn end(run: &mut Vec<Input>, out: &mut Vec<Input>) {
    if is_paste(run) {
        out.push(Input::Paste(run.drain(..).filter_map(|input| letter(&input)).collect()));
    } else {
        out.append(run);
    }
}

/// Many letters, or a line break or tab with letters on both sides.
fn is_paste(run: &[Input]) -> bool {
    let letters: Vec<char> = run.iter().filter_map(letter).collect();
    let printable = letters.iter().filter(|letter| !letter.is_control()).count();
    let inner: String = letters.iter().collect();
    printable > TYPED || inner.trim_matches(['\n', '\t']).contains(['\n', '\t'])
}

fn letter(input: &Input) -> Option<char> {
    match input {
        Input::Key(Key::Char(letter)) => Some(*letter),
        Input::Key(Key::Enter) => Some('\n'),
        Input::Key(Key::Tab) => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Input> {
        let key = |letter| match letter {
            '\n' => Key::Enter,
            '\t' => Key::Tab,
            '⌫' => Key::Backspace,
            letter => Key::Char(letter),
        };
        text.chars().map(|letter| Input::Key(key(letter))).collect()
    }

    #[test]
    fn what_an_input_method_sends_stays_keys() {
        for text in ["⌫⌫ễn", "Nguye⌫ên⌫⌫ễn", "e\u{202f}⌫⌫ê", "An\n", "\nAn", "a", "\t\tAn", "Văn phòng Sở"]
        {
            assert_eq!(gather(keys(text)), keys(text), "{text}");
            assert!(!begins(&keys(text)), "{text}");
        }
    }

    #[test]
    fn a_paste_is_text_with_its_line_breaks() {
        for text in ["xóa\nhết", "An\t2015", "một dòng dài hơn bộ gõ nào gửi một lần\n"] {
            assert_eq!(gather(keys(text)), [Input::Paste(text.to_owned())]);
            assert!(begins(&keys(text)));
        }
    }

    #[test]
    fn what_stands_around_a_paste_stays_keys() {
        let mut all = vec![Input::Key(Key::Esc)];
        all.extend(keys("xóa\nhết"));
        all.push(Input::Resize);
        let gathered = [Input::Key(Key::Esc), Input::Paste("xóa\nhết".to_owned()), Input::Resize];
        assert_eq!(gather(all), gathered);
    }
}
