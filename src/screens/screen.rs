//! What a screen is: a struct that owns its state, takes keys, draws itself and says its commands.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::record::Row;
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text};
use crate::ui::key::Key;
use crate::ui::theme::Theme;

/// What the office chose for itself, kept across restarts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the screens.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
    /// Whether names are masked.
    pub mask: bool,
}

/// What just happened, said on the line above the hints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nothing worth saying.
    #[default]
    Nothing,
    /// Something was done.
    Good(String),
    /// Something was refused.
    Bad(String),
}

/// What a screen works with.
pub struct Cx<'a> {
    /// The data.
    pub store: &'a mut Store,
    /// The office's choices.
    pub settings: &'a mut Settings,
    /// What is said to the user.
    pub notice: &'a mut Notice,
    /// Text that shall go to the terminal's clipboard.
    pub clipboard: &'a mut Option<String>,
}

impl Cx<'_> {
    /// A text in the language of the screens.
    #[must_use]
    pub const fn say(&self, text: Text) -> &'static str {
        text.say(self.settings.lang)
    }

    /// Says that something was done.
    pub fn good(&mut self, sentence: impl Into<String>) {
        *self.notice = Notice::Good(sentence.into());
    }

    /// Says that something was refused.
    pub fn bad(&mut self, sentence: impl Into<String>) {
        *self.notice = Notice::Bad(sentence.into());
    }
}

/// What a key led to, told to the shell.
pub enum Flow {
    /// The screen has dealt with it.
    Stay,
    /// The screen has no use for it: the shell may.
    Pass,
    /// Another screen opens on top.
    Open(Box<dyn Screen>),
    /// The screen is done.
    Back,
    /// The screen is done, and another takes its place.
    Replace(Box<dyn Screen>),
    /// The form is done and saved a row, which the list below goes to.
    Saved(i64),
    /// A row of a table is gone to, on its own tab.
    Go(&'static str, i64),
    /// A tab is gone to, by the name of its list.
    Tab(Text),
}

/// A command of a screen: its keys, its name, when it can run, and what it does.
pub struct Command<S: 'static> {
    /// The key and its twin; none for what only the palette offers.
    pub keys: &'static [Key],
    /// Its name in hints, help and palette.
    pub name: Text,
    /// Whether it can run now; if not, it is neither shown nor found.
    pub ready: fn(&S, &Cx) -> bool,
    /// Does it.
    pub run: fn(&mut S, &mut Cx) -> Result<Flow>,
}

/// A command that can run now, as hints, help and palette show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its keys.
    pub keys: &'static [Key],
    /// Its name.
    pub name: Text,
    /// What [`Screen::run`] is called with.
    pub at: usize,
}

/// The commands of some tables that can run now. A command whose keys an earlier table has taken is hidden: a screen's
/// own commands stand before those of every list.
pub fn offers<S>(commands: &[&'static [Command<S>]], screen: &S, cx: &Cx) -> Vec<Offer> {
    let (mut found, mut at): (Vec<Offer>, usize) = (Vec::new(), 0);
    for table in commands {
        let taken: Vec<Key> = found.iter().flat_map(|offer| offer.keys.iter().copied()).collect();
        for command in *table {
            let hidden = !command.keys.is_empty() && command.keys.iter().all(|key| taken.contains(key));
            if !hidden && (command.ready)(screen, cx) {
                found.push(Offer { keys: command.keys, name: command.name, at });
            }
            at += 1;
        }
    }
    found
}

/// What a command of a table does, by its place.
#[must_use]
pub fn command<S>(commands: &[&'static [Command<S>]], at: usize) -> Option<fn(&mut S, &mut Cx) -> Result<Flow>> {
    commands.iter().flat_map(|table| table.iter()).nth(at).map(|command| command.run)
}

/// Something that fills the window between the bar and the status lines.
pub trait Screen {
    /// Its name, shown where a list's tabs are, when it lies on top of one; blank for the tab's own screen.
    fn title(&self, cx: &Cx) -> String;

    /// What holds now, to the right of the tabs: filter, marks, "3/214 cháu".
    fn status(&self, cx: &Cx) -> String {
        let _ = cx;
        String::new()
    }

    /// The commands that can run now.
    fn offers(&self, cx: &Cx) -> Vec<Offer>;

    /// Runs one of them.
    ///
    /// # Errors
    /// What is refused, said on the notice line.
    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow>;

    /// Takes a key.
    ///
    /// # Errors
    /// What is refused, said on the notice line.
    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        self.dispatch(cx, key)
    }

    /// Runs the command of a key, if there is one that can run.
    ///
    /// # Errors
    /// What is refused, said on the notice line.
    fn dispatch(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let offer = self.offers(cx).into_iter().find(|offer| offer.keys.contains(&key));
        offer.map_or(Ok(Flow::Pass), |offer| self.run(cx, offer.at))
    }

    /// Takes pasted text.
    ///
    /// # Errors
    /// What is refused, said on the notice line.
    fn paste(&mut self, cx: &mut Cx, text: &str) -> Result<Flow> {
        let _ = (cx, text);
        Ok(Flow::Pass)
    }

    /// What its help says first: of the field under the cursor, its rule and where the rule comes from.
    fn help(&self, lang: Lang) -> Vec<Said> {
        let _ = lang;
        Vec::new()
    }

    /// Whether printable keys are text now.
    fn typing(&self) -> bool {
        false
    }

    /// Reads what the next frame needs, for an area.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()>;

    /// Does what can wait until the frame is drawn; `true` if another frame is wanted.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        let _ = cx;
        Ok(false)
    }

    /// Whether it is in the midst of a long work, one piece of which [`Screen::settle`] does at a time.
    fn working(&self) -> bool {
        false
    }

    /// Draws itself; returns where the cursor stands.
    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position>;

    /// Whether something typed is not saved yet.
    fn unsaved(&self) -> bool {
        false
    }

    /// Goes to a row, if it can show it.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn go(&mut self, cx: &mut Cx, row: i64) -> Result<()> {
        let _ = (cx, row);
        Ok(())
    }

    /// The row that the keys act on, with its values, if it is one.
    fn row(&self) -> Option<&Row> {
        None
    }
}
