//! Words that may be missing: a hint, an error, an address.

/// Optional text of a component: takes `&str`, `String`, and either of them in an `Option`, so that
/// a page writes `hint="…"` or `error=errors.get("title")` without ceremony. Empty text counts as
/// none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Option<String>);

impl Words {
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub fn get(self) -> Option<String> {
        self.0
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(Some(text).filter(|text| !text.is_empty()))
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Words {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl<T: Into<Words>> From<Option<T>> for Words {
    fn from(text: Option<T>) -> Self {
        text.map(Into::into).unwrap_or_default()
    }
}
