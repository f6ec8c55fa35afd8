//! Every text of the house, in both languages, side by side.
//!
//! A text is a function of the language, so a missing translation does not compile and an unused
//! one is left out of the browser's bundle.

/// `text` as one part of a query: everything but unreserved characters and `/` percent-encoded
/// (RFC 3986, section 2.3).
pub fn percent(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Declares texts: `name: "français", "English";`, or with arguments
/// `name(n: u64): |lang| …` for what counts or inserts.
///
/// ```
/// # #[macro_use] extern crate app;
/// app::texts! {
///     publish: "Publier", "Publish";
///     hello(name: &str): format!("Bonjour {name}"), format!("Hello {name}");
/// }
/// # fn main() {
/// # use domain::Lang;
/// assert_eq!(publish(Lang::En), "Publish");
/// assert_eq!(hello(Lang::Fr, "Zoé"), "Bonjour Zoé");
/// # }
/// ```
#[macro_export]
macro_rules! texts {
    () => {};
    ($(#[$doc:meta])* $name:ident: $fr:literal, $en:literal; $($rest:tt)*) => {
        $(#[$doc])*
        pub fn $name(lang: domain::Lang) -> &'static str {
            match lang {
                domain::Lang::Fr => $fr,
                domain::Lang::En => $en,
            }
        }
        $crate::texts! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident($($arg:ident: $ty:ty),+ $(,)?): $fr:expr, $en:expr; $($rest:tt)*) => {
        $(#[$doc])*
        pub fn $name(lang: domain::Lang, $($arg: $ty),+) -> String {
            match lang {
                domain::Lang::Fr => String::from($fr),
                domain::Lang::En => String::from($en),
            }
        }
        $crate::texts! { $($rest)* }
    };
}

// After the macro, which they use.
pub mod dates;
pub mod failure;
pub mod frame;
