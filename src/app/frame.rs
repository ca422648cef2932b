//! The frame around every screen: bar, tabs, notice, hints.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::shell::SHELL;
use crate::domain::day;
use crate::screens::screen::Notice;
use crate::screens::tabs::TABS;
use crate::store::Store;
use crate::text::{Text, screen as t};
use crate::ui::key::Key;
use crate::ui::width::{cut, fit, width, wrap};

/// The smallest window that shows more than a line saying so.
const SMALLEST: (u16, u16) = (60, 15);

/// The most lines that a sentence of the notice line takes.
const SENTENCE_LINES: usize = 4;

/// The name of a tab, or of its screen where it is the only one.
pub(super) fn tab_name((tab, sub): (usize, usize)) -> Text {
    TABS.get(tab).and_then(|it| it.subs.get(sub)).map_or(t::APP, |sub| sub.name)
}

/// Draws everything; returns where the cursor stands.
pub(super) fn draw(app: &mut App, buf: &mut Buffer, area: Rect) -> Option<Position> {
    let theme = app.settings.theme;
    buf.set_style(area, theme.text());
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let cells = usize::from(area.width);
        for (line, y) in wrap(t::SHORT_WINDOW.say(app.settings.lang), cells).iter().zip(area.top()..area.bottom()) {
            buf.set_stringn(area.x, y, line, cells, theme.text());
        }
        return None;
    }
    if app.store.is_none() {
        return app.draw_locked(buf, area);
    }
    let body = Rect { y: area.y + 2, height: area.height - 4, ..area };
    if let Err(error) = app.refresh(body) {
        app.said(&error);
    }
    bar(app, buf, Rect { height: 1, ..area });
    subs(app, buf, Rect { y: area.y + 1, height: 1, ..area });
    let cursor = app.with_top(|top, cx| top.draw(buf, body, cx)).flatten();
    notice(app, buf, Rect { y: area.bottom() - 2, height: 1, ..area });
    hints(app, buf, Rect { y: area.bottom() - 1, height: 1, ..area });
    app.draw_overlay(buf, area).or(cursor)
}

fn bar(app: &App, buf: &mut Buffer, area: Rect) {
    let (theme, lang) = (app.settings.theme, app.settings.lang);
    let cells = usize::from(area.width);
    buf.set_stringn(area.x, area.y, " ".repeat(cells), cells, theme.bar());
    let day = app.store.as_ref().map_or_else(String::new, |store| format!("{} ", day::day_line(store.today(), lang)));
    let name = format!(" {} ", if app.sample { t::SAMPLE } else { t::APP }.say(lang));
    let full: Vec<String> =
        TABS.iter().enumerate().map(|(at, tab)| format!(" {} {} ", at + 1, tab.name.say(lang))).collect();
    let fits = width(&name) + full.iter().map(|text| width(text)).sum::<usize>() + width(&day) < cells;
    let mut x = usize::from(area.x);
    let mut put = |x: &mut usize, text: &str, style| {
        let room = cells.saturating_sub(*x - usize::from(area.x));
        buf.set_stringn(u16::try_from(*x).unwrap_or(u16::MAX), area.y, cut(text, room), room, style);
        *x += width(text).min(room);
    };
    put(&mut x, &name, if app.sample { theme.open_tab() } else { theme.bar() });
    for (at, text) in full.iter().enumerate() {
        let open = at == app.tab;
        let text = if open || fits { text.clone() } else { format!(" {} ", at + 1) };
        put(&mut x, &text, if open { theme.open_tab() } else { theme.bar() });
    }
    let right = cells.saturating_sub(width(&day));
    if right + usize::from(area.x) >= x {
        let mut at = right + usize::from(area.x);
        put(&mut at, &day, theme.bar());
    }
}

fn subs(app: &mut App, buf: &mut Buffer, area: Rect) {
    let (theme, lang) = (app.settings.theme, app.settings.lang);
    let (tab, sub) = app.place();
    let (title, status) = app.with_top(|top, cx| (top.title(cx), top.status(cx))).unwrap_or_default();
    let cells = usize::from(area.width);
    let names: Vec<&str> =
        TABS.get(tab).map_or_else(Vec::new, |it| it.subs.iter().map(|sub| sub.name.say(lang)).collect());
    // What holds is never hidden: of the tabs only the open one needs its room, of a title a half.
    let open = names.get(sub).map_or(0, |name| width(name) + 11);
    let least = if title.is_empty() { open.min(cells / 2) } else { (cells / 2).saturating_sub(8) };
    let status = cut(&status, cells.saturating_sub(least));
    let room = cells.saturating_sub(width(&status) + 2);
    if title.is_empty() {
        let all = names.iter().map(|name| width(name) + 3).sum::<usize>() < room;
        let mut x = area.x + 1;
        for (at, name) in names.iter().enumerate() {
            if !all && at != sub {
                continue;
            }
            let text = if at == sub { format!("[{name}]") } else { (*name).to_owned() };
            let left = room.saturating_sub(usize::from(x - area.x));
            let style = if at == sub { theme.label() } else { theme.quiet() };
            buf.set_stringn(x, area.y, cut(&text, left), left, style);
            x += u16::try_from(width(&cut(&text, left))).unwrap_or(0) + 2;
        }
        if !all {
            let more = format!("{}/{}", sub + 1, names.len());
            let left = room.saturating_sub(usize::from(x - area.x));
            buf.set_stringn(x, area.y, cut(&more, left), left, theme.quiet());
        }
    } else {
        let long = format!("{} › {title}", names.get(sub).copied().unwrap_or_default());
        let text = if width(&long) <= room { long } else { title };
        buf.set_stringn(area.x + 1, area.y, cut(&text, room), room, theme.label());
    }
    let x = area.right().saturating_sub(u16::try_from(width(&status)).unwrap_or(0) + 1);
    buf.set_stringn(x, area.y, &status, cells, theme.quiet());
}

fn notice(app: &App, buf: &mut Buffer, area: Rect) {
    let (theme, lang) = (app.settings.theme, app.settings.lang);
    let mask = if app.settings.mask { t::MASK_ON } else { t::MASK_OFF };
    let telex = if app.telex.is_some() { format!("{} · ", t::TELEX_ON.say(lang)) } else { String::new() };
    let open = app.store.as_ref().is_some_and(Store::is_unsealed);
    let open = if open { format!("{} · ", t::UNSEALED.say(lang)) } else { String::new() };
    let holds = format!("{telex}{open}111 · {} ", mask.say(lang));
    let cells = usize::from(area.width);
    let room = cells.saturating_sub(width(&holds) + 1);
    let (text, style) = match &app.notice {
        Notice::Nothing => (String::new(), theme.text()),
        Notice::Good(text) => (text.clone(), theme.good()),
        Notice::Bad(text) => (format!("! {text}"), theme.bad()),
    };
    let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    if width(&text) < room {
        let x = area.right().saturating_sub(u16::try_from(width(&holds)).unwrap_or(0));
        buf.set_stringn(x, area.y, &holds, cells, theme.quiet());
    }
    // A long sentence takes the whole line, and those above, rather than lose its end: it says what to do.
    let lines = wrap(&text, cells.saturating_sub(2));
    for (line, y) in lines.iter().rev().zip((0..=area.y).rev()).take(SENTENCE_LINES).filter(|_| !text.is_empty()) {
        let shown = if width(&text) < room { line.clone() } else { fit(line, cells.saturating_sub(1)) };
        if y < area.y {
            buf.set_stringn(area.x, y, " ", 1, style);
        }
        buf.set_stringn(area.x + 1, y, shown, cells.saturating_sub(1), style);
    }
}

fn hints(app: &mut App, buf: &mut Buffer, area: Rect) {
    let (theme, lang) = (app.settings.theme, app.settings.lang);
    let offers = app.with_top(|top, cx| top.offers(cx)).unwrap_or_default();
    let hint = |keys: &[Key], name: Text| keys.first().map(|key| (key.name(), name.say(lang)));
    let mut own: Vec<(String, &str)> = Vec::new();
    for (key, name) in offers.iter().filter_map(|offer| hint(offer.keys, offer.name)) {
        let quiet = matches!(key.as_str(), "Shift+↑" | "Shift+↓" | "F5" | "<" | ">" | "+" | "-");
        if !quiet && !own.iter().any(|(it, _)| *it == key) {
            own.push((key, name));
        }
    }
    // Adding, editing and trashing are known by their keys; a screen's own commands come after the first one.
    own.sort_by_key(|(key, _)| match key.as_str() {
        "Ins" => 1,
        "F2" => 2,
        "Del" => 3,
        _ => 4,
    });
    if let Some(first) = offers.first().and_then(|offer| hint(offer.keys, offer.name)) {
        own.retain(|(key, _)| *key != first.0);
        own.insert(0, first);
    }
    let always: Vec<(String, &str)> = SHELL.iter().take(3).filter_map(|it| hint(it.keys, it.name)).collect();
    let cells = usize::from(area.width);
    let size = |(key, name): &(String, &str)| width(key) + width(name) + 3;
    let mut left = cells.saturating_sub(always.iter().skip(1).map(size).sum());
    let mut shown = Vec::new();
    for it in own.into_iter().chain(always.iter().take(1).cloned()) {
        if size(&it) <= left {
            left -= size(&it);
            shown.push(it);
        }
    }
    shown.extend(always.into_iter().skip(1));
    let mut x = area.x + 1;
    for (key, name) in shown {
        let room = usize::from(area.right().saturating_sub(x));
        buf.set_stringn(x, area.y, &key, room, theme.label());
        x += u16::try_from(width(&key)).unwrap_or(0) + 1;
        let room = usize::from(area.right().saturating_sub(x));
        buf.set_stringn(x, area.y, fit(name, width(name)), room, theme.quiet());
        x += u16::try_from(width(name)).unwrap_or(0) + 2;
    }
}
