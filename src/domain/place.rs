//! Places in a written text that values stand in: "Đã tổ chức {sessions} buổi" keeps its number live.

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words, as they are.
    Words(&'a str),
    /// A place, by its name without the braces.
    Place(&'a str),
}

/// A text in pieces. A brace that is not closed on its line is words.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, name, after)) = next(rest) {
        if !before.is_empty() {
            found.push(Piece::Words(before));
        }
        found.push(Piece::Place(name));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Piece::Words(rest));
    }
    found
}

/// The names of a text's places, in order.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Place(name) => Some(name),
        Piece::Words(_) => None,
    })
}

/// What follows each brace of a text that is not closed on its line, as "buoi" of "{buoi" at the end of a line.
pub fn unclosed(text: &str) -> impl Iterator<Item = &str> {
    let words = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(words),
        Piece::Place(_) => None,
    });
    words.flat_map(|words| words.split('{').skip(1)).map(|rest| rest.lines().next().unwrap_or_default().trim())
}

/// A text with each place filled by its value; one that has none stays as it was written.
#[must_use]
pub fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let one = |piece: Piece<'_>| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Place(name) => value(name).unwrap_or_else(|| written(name)),
    };
    pieces(text).into_iter().map(one).collect()
}

/// A text without its places: what somebody typed.
#[must_use]
pub fn typed(text: &str) -> String {
    filled(text, |_| Some(String::new()))
}

/// A place as it is written.
#[must_use]
pub fn written(name: &str) -> String {
    format!("{{{name}}}")
}

/// The name that is being typed at the end of a text: what follows a brace that is still open.
#[must_use]
pub fn begun(text: &str) -> Option<&str> {
    let (_, name) = text.rsplit_once('{')?;
    (!name.contains(['}', '\n']) && name.chars().count() < 40).then_some(name)
}

fn next(text: &str) -> Option<(&str, &str, &str)> {
    let mut skipped = 0;
    while let Some((before, after)) = text.get(skipped..)?.split_once('{') {
        let open = skipped + before.len();
        let (name, rest) = after.split_once('}')?;
        // The innermost braces count, and only those that close on their line.
        if name.contains(['{', '\n']) {
            skipped = open + 1;
            continue;
        }
        return Some((text.get(..open)?, name.trim(), rest));
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_follows_an_open_brace_is_told() {
        let of = |text: &'static str| unclosed(text).collect::<Vec<_>>();
        assert_eq!(of("Do {buoi\nvà {sessions} buổi, {x"), ["buoi", "x"]);
        assert!(of("Đã tổ chức {sessions} buổi").is_empty());
    }

    #[test]
    fn places_stand_between_words() {
        let value = |name: &str| (name == "sessions").then(|| "12".to_owned());
        assert_eq!(filled("Đã tổ chức {sessions} buổi, { sessions } lần.", value), "Đã tổ chức 12 buổi, 12 lần.");
        assert_eq!(filled("{x} và {sessions}", value), "{x} và 12");
        assert_eq!(filled("mở { mà {sessions}\nkhông } đóng {", value), "mở { mà 12\nkhông } đóng {");
        assert_eq!(names("{a}{b} c {d}").collect::<Vec<_>>(), ["a", "b", "d"]);
        assert_eq!(typed("Có {a} và 3"), "Có  và 3");
        assert!(pieces("").is_empty());
    }

    #[test]
    fn a_name_is_begun_after_an_open_brace_only() {
        assert_eq!(begun("Đã có {sess"), Some("sess"));
        assert_eq!(begun("{"), Some(""));
        assert_eq!(begun("{a} xong"), None);
        assert_eq!(begun("{a\nb"), None);
        assert_eq!(begun("không"), None);
    }

    proptest! {
        #[test]
        fn words_are_kept_whatever_they_are(text in "[a-z{}\n ếđ]{0,40}") {
            let whole: String = pieces(&text).into_iter().map(|piece| match piece {
                Piece::Words(words) => words.to_owned(),
                Piece::Place(name) => written(name),
            }).collect();
            let tight = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(tight(&whole), tight(&text));
        }
    }
}
