//! Markdown as the text one reads: what is looked for, and shown of what is found.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The words of a Markdown text; what parts them on the page is a space or a line break.
pub(super) fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                text.push_str(&part);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule | Event::Start(Tag::Item) => text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Item) => {
                text.push('\n');
            }
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_formats_is_left_out() {
        for (markdown, text) in [
            ("# Titre\n\nUn **mot** _vif_.\n- a\n- b", "Titre Un mot vif. a b"),
            ("[le lien](https://exemple.fr/x)\nsuite", "le lien suite"),
            ("<b>gras</b> & co", "<b>gras</b> & co"),
            ("`code` ~~non~~", "code non"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown), text);
        }
    }
}
