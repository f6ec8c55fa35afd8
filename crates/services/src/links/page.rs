//! What a page says of itself, in its head.

use encoding_rs::{Encoding, UTF_8};
use html5ever::{
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind},
};
use std::cell::RefCell;

/// Longest, in characters: enough for a card, too little for a page of its own.
const TITLE_MAX: usize = 160;
const DESCRIPTION_MAX: usize = 300;
const SITE_MAX: usize = 60;
/// Where a page that does not say its charset in its headers says it (HTML, 4.2.5.4).
const CHARSET_WITHIN: usize = 1024;

/// Its own words, tidied; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub title: String,
    pub description: String,
    pub site: String,
    /// The address of a picture, as the page writes it.
    pub(super) picture: Option<String>,
}

/// Reads the beginning of a page.
pub(super) fn read(bytes: &[u8], charset: Option<&str>) -> Said {
    let named = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    let encoding = named.or_else(|| said_within(bytes)).unwrap_or(UTF_8);
    let (text, ..) = encoding.decode(bytes);
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&text));
    let tokenizer = Tokenizer::new(Head::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.heard.into_inner().said()
}

fn said_within(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..CHARSET_WITHIN.min(bytes.len()))?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let name = rest.trim_start_matches(['"', '\'']);
    let end = name.find(['"', '\'', ' ', '>', ';', '/']).unwrap_or(name.len());
    Encoding::for_label(name.get(..end)?.as_bytes())
}

/// Hears the tags of a head; the body says nothing of the page.
#[derive(Default)]
struct Head {
    heard: RefCell<Heard>,
}

#[derive(Default)]
struct Heard {
    in_title: bool,
    over: bool,
    title: String,
    /// In the order of preference: what is meant for previews, then what is meant for searches.
    titles: [String; 2],
    descriptions: [String; 3],
    site: String,
    pictures: [String; 2],
}

impl Heard {
    fn said(self) -> Said {
        let [og_title, card_title] = self.titles;
        let [og, plain, card] = self.descriptions;
        let [og_picture, card_picture] = self.pictures;
        let first = |all: &[String], most: usize| {
            all.iter().map(|text| tidied(text, most)).find(|text| !text.is_empty()).unwrap_or_default()
        };
        let picture = [og_picture, card_picture].into_iter().find(|address| !address.trim().is_empty());
        Said {
            title: first(&[og_title, self.title, card_title], TITLE_MAX),
            description: first(&[og, plain, card], DESCRIPTION_MAX),
            site: tidied(&self.site, SITE_MAX),
            picture: picture.map(|address| address.trim().to_owned()),
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let value = |wanted: &str| {
            tag.attrs
                .iter()
                .find(|attribute| &*attribute.name.local == wanted)
                .map(|found| found.value.to_string())
        };
        let Some(content) = value("content") else { return };
        let name = value("property").or_else(|| value("name")).unwrap_or_default().to_ascii_lowercase();
        let [og_title, card_title] = &mut self.titles;
        let [og, plain, card] = &mut self.descriptions;
        let [og_picture, card_picture] = &mut self.pictures;
        let place = match name.as_str() {
            "og:title" => og_title,
            "twitter:title" => card_title,
            "og:description" => og,
            "description" => plain,
            "twitter:description" => card,
            "og:site_name" => &mut self.site,
            "og:image" | "og:image:url" | "og:image:secure_url" => og_picture,
            "twitter:image" => card_picture,
            _ => return,
        };
        if place.is_empty() {
            *place = content;
        }
    }
}

impl TokenSink for Head {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut heard = self.heard.borrow_mut();
        if heard.over {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(text) if heard.in_title => heard.title.push_str(&text),
            Token::TagToken(tag) => {
                let opens = tag.kind == TagKind::StartTag;
                match &*tag.name {
                    "meta" if opens => heard.meta(&tag),
                    "title" => {
                        heard.in_title = opens && heard.title.is_empty();
                        if opens {
                            return TokenSinkResult::RawData(RawKind::Rcdata);
                        }
                    }
                    "style" | "noscript" if opens => return TokenSinkResult::RawData(RawKind::Rawtext),
                    "script" if opens => return TokenSinkResult::RawData(RawKind::ScriptData),
                    "body" if opens => heard.over = true,
                    "head" if !opens => heard.over = true,
                    _ => {}
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// On one line, without what hides or reorders letters, cut at a word.
fn tidied(text: &str, most: usize) -> String {
    let line = domain::form::tidy(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_called_what_it_says_for_previews() {
        let page = r#"<!doctype html><html><head><meta charset="utf-8"><title>Titre &amp; suite</title>
            <meta property="og:title" content="Le vélo à Lyon"><meta name="description" content="Plat  ou
            pentu"><meta property="og:site_name" content="La Ville"><meta property="og:image" content="/a.jpg">
            </head><body><meta property="og:title" content="Non"><title>Non</title>"#;
        let said = read(page.as_bytes(), None);
        assert_eq!((said.title.as_str(), said.description.as_str()), ("Le vélo à Lyon", "Plat ou pentu"));
        assert_eq!((said.site.as_str(), said.picture.as_deref()), ("La Ville", Some("/a.jpg")));
        assert_eq!(read("<title>Titre &amp; suite</title>".as_bytes(), None).title, "Titre & suite");
    }

    #[test]
    fn letters_are_read_in_their_charset() {
        let latin = b"<meta charset=windows-1252><title>\xC9t\xE9</title>";
        assert_eq!(read(latin, None).title, "Été");
        assert_eq!(read(b"<title>\xC9t\xE9</title>", Some("iso-8859-1")).title, "Été");
        assert_eq!(read(b"<title>\xC9</title>", Some("none-such")).title, "\u{FFFD}");
    }

    #[test]
    fn tags_in_scripts_and_titles_are_only_text() {
        let page = b"<script>'<title>Faux</title>'</script><style><title>Faux</title></style>\
                     <title>Vrai <b>titre</b></title>";
        assert_eq!(read(page, None).title, "Vrai <b>titre</b>");
    }

    #[test]
    fn nothing_is_too_long_or_hidden() {
        let long = format!("<title>{}</title>", "mot ".repeat(10_000));
        let said = read(long.as_bytes(), None);
        assert!(said.title.chars().count() <= TITLE_MAX && said.title.ends_with("mot…"));
        assert_eq!(read("<title>a\u{202E}b\u{200B}</title>".as_bytes(), None).title, "ab");
        for odd in ["", "<", "<title>", "<meta content", "\u{0}\u{0}", "<title></title>"] {
            read(odd.as_bytes(), None);
        }
    }
}
