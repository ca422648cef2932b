//! How the interface begins: the sample office, an open store, or the screen before a locked or a new one.
use crate::acts::found;
use crate::app::{App, Door, terminal};
use crate::cli::Start;
use crate::screens::screen::Settings;
use crate::store::Result;
use crate::ui::theme::Theme;

/// Runs the interface until it quits.
///
/// # Errors
/// If the data or the terminal cannot be opened.
pub fn start(start: Start) -> Result<()> {
    // Held until the end: the sample's folder goes with it.
    let mut throwaway = None;
    let lang = start.lang;
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let settings = Settings { lang: lang.unwrap_or_default(), theme: Theme::Dark, mask: false };
    let mut app = if start.demo {
        let (store, folder) = found::sample(start.user.as_ref().unwrap_or(&start.login), start.clock)?;
        throwaway = Some(folder);
        let mut app = App::new(Some(store), None, settings);
        app.throw_away();
        app
    } else {
        let door = Door { path: start.data, user: start.user, login: start.login, clock: start.clock };
        let store = match &start.passphrase {
            Some(passphrase) if door.is_new() => Some(door.found(passphrase)?),
            Some(passphrase) => Some(door.open(passphrase)?),
            None if !door.is_new() && !door.is_locked() => Some(door.open("")?),
            None => None,
        };
        App::new(store, Some(door), settings)
    };
    if let Some(lang) = lang {
        app.speak(lang);
    }
    if plain {
        app.dress(Theme::Mono);
    }
    let ran = terminal::run(&mut app);
    drop(app);
    drop(throwaway);
    ran?;
    Ok(())
}
