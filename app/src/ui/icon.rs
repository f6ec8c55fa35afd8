//! Icons, from the sprite in `public/icons.svg`.

use crate::visit::Visit;
use leptos::prelude::*;

/// Where the sprite is served when the visit does not say.
const SPRITE: &str = "/icons.svg";

/// An icon by its name in the sprite, sized by the text around it. It is decoration: the words next
/// to it, or the label of its button, carry the meaning.
#[component]
pub fn Icon(#[prop(into)] name: String) -> impl IntoView {
    let sprite = with_context(|visit: &Visit| visit.assets.icons.clone())
        .filter(|address| !address.is_empty())
        .unwrap_or_else(|| SPRITE.to_owned());
    view! {
        <svg class="icon" aria-hidden="true" focusable="false" width="20" height="20">
            <use href=format!("{sprite}#{name}")></use>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    /// Every `icon="…"`, `<Icon name="…"` and `.icon("…")` of the sources names a symbol.
    #[test]
    fn every_icon_that_is_named_is_drawn() {
        let app = Path::new(env!("CARGO_MANIFEST_DIR"));
        let sprite = fs::read_to_string(app.join("../public/icons.svg")).unwrap();
        let mut folders = vec![app.join("src")];
        let mut missing = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let source = fs::read_to_string(&path).unwrap();
                    for mark in [" icon=\"", "<Icon name=\"", ".icon(\""] {
                        let names = source.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
                        missing.extend(
                            names
                                .filter(|name| is_name(name) && !sprite.contains(&format!("id=\"{name}\"")))
                                .map(str::to_owned),
                        );
                    }
                }
            }
        }
        assert!(missing.is_empty(), "not in public/icons.svg: {missing:?}");
    }

    fn is_name(text: &str) -> bool {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    }
}
