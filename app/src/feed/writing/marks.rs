//! The buttons over a text.

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Bold,
    Italic,
    Link,
    List,
    Quote,
    Code,
}

impl Mark {
    pub const ALL: [Mark; 6] = [Mark::Bold, Mark::Italic, Mark::Link, Mark::List, Mark::Quote, Mark::Code];

    /// The word it is known by in the page.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Bold => "bold",
            Mark::Italic => "italic",
            Mark::Link => "link",
            Mark::List => "list",
            Mark::Quote => "quote",
            Mark::Code => "code",
        }
    }

    #[cfg(feature = "hydrate")]
    pub fn from_word(word: &str) -> Option<Mark> {
        Mark::ALL.into_iter().find(|mark| mark.word() == word)
    }

    /// The letter that does the same with Ctrl or Cmd.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Mark::Bold => Some("b"),
            Mark::Italic => Some("i"),
            Mark::Link => Some("k"),
            _ => None,
        }
    }
}
