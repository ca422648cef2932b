//! Colours by meaning, for a dark, a light and a colourless terminal. Meaning is never by colour alone.
use ratatui::style::{Color, Modifier, Style};

/// A set of styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// For a dark terminal.
    #[default]
    Dark,
    /// For a light terminal or a projector.
    Light,
    /// Without colour, as `NO_COLOR` asks.
    Mono,
}

impl Theme {
    /// Every theme with the name it is remembered by.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Dark, "dark"), (Self::Light, "light"), (Self::Mono, "mono")];

    /// The theme of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, it)| *it == name).map(|(theme, _)| *theme)
    }

    /// The name it is remembered by.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(theme, _)| *theme == self).map_or("dark", |(_, name)| name)
    }

    /// The next theme in turn.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }

    /// Text.
    #[must_use]
    pub const fn text(self) -> Style {
        match self {
            Self::Dark | Self::Mono => Style::new(),
            Self::Light => Style::new().fg(Color::Black).bg(Color::White),
        }
    }

    /// The line at the top.
    #[must_use]
    pub const fn bar(self) -> Style {
        match self {
            Self::Dark => Style::new().fg(Color::White).bg(Color::Rgb(20, 60, 100)),
            Self::Light => Style::new().fg(Color::White).bg(Color::Rgb(0, 70, 130)),
            Self::Mono => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The open tab in the bar.
    #[must_use]
    pub const fn open_tab(self) -> Style {
        match self {
            Self::Dark | Self::Light => {
                Style::new().fg(Color::Black).bg(Color::Rgb(255, 214, 102)).add_modifier(Modifier::BOLD)
            }
            Self::Mono => Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
        }
    }

    /// Heads of columns, labels of fields.
    #[must_use]
    pub const fn label(self) -> Style {
        match self {
            Self::Dark => Style::new().fg(Color::Rgb(130, 190, 255)),
            Self::Light => Style::new().fg(Color::Rgb(0, 60, 120)).bg(Color::White),
            Self::Mono => Style::new().add_modifier(Modifier::BOLD),
        }
    }

    /// The row or field that the keys act on.
    #[must_use]
    pub const fn cursor(self) -> Style {
        match self {
            Self::Dark => Style::new().fg(Color::White).bg(Color::Rgb(40, 80, 130)),
            Self::Light => Style::new().fg(Color::Black).bg(Color::Rgb(190, 220, 255)),
            Self::Mono => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// What is less important.
    #[must_use]
    pub const fn quiet(self) -> Style {
        match self {
            Self::Dark => Style::new().fg(Color::Rgb(150, 155, 165)),
            Self::Light => Style::new().fg(Color::Rgb(85, 85, 85)).bg(Color::White),
            Self::Mono => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// What went well.
    #[must_use]
    pub const fn good(self) -> Style {
        match self {
            Self::Dark => Style::new().fg(Color::Rgb(130, 220, 140)),
            Self::Light => Style::new().fg(Color::Rgb(0, 100, 30)).bg(Color::White),
            Self::Mono => Style::new(),
        }
    }

    /// What is wrong or late.
    #[must_use]
    pub const fn bad(self) -> Style {
        match self {
            Self::Dark => Style::new().fg(Color::Rgb(255, 130, 120)),
            Self::Light => Style::new().fg(Color::Rgb(170, 0, 0)).bg(Color::White),
            Self::Mono => Style::new().add_modifier(Modifier::BOLD),
        }
    }
}
