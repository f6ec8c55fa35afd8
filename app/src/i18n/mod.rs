//! Every text of the house, in both languages, side by side.
//!
//! A text is a function of the language, so a missing translation does not compile and an unused
//! one is left out of the browser's bundle.

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
