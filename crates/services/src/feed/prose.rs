//! Markdown as people type it, into HTML that is safe to show.
//!
//! Raw HTML shows as it was typed, pictures become links (a picture from elsewhere would tell its
//! host who reads), and what comes out is cleaned once more as if it came from a stranger.

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// Safe HTML of a Markdown text. Its headings start at `h3` and skip no level; a line break is a
/// line break; addresses become links.
pub fn html(markdown: &str) -> String {
    if markdown.trim().is_empty() {
        return String::new();
    }
    let parser = TextMergeStream::new(Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH));
    let mut writer = Writer::default();
    for event in parser {
        writer.take(event);
    }
    let mut html = String::with_capacity(markdown.len() + markdown.len() / 4);
    pulldown_cmark::html::push_html(&mut html, writer.out.into_iter());
    CLEANER.clean(&html).to_string()
}

/// The first `most` characters of a Markdown text, without its formatting, on one line; cut at a word,
/// with three dots where something is left out.
pub fn excerpt(markdown: &str, most: usize) -> String {
    let mut plain = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                plain.push_str(&text);
            }
            Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image,
            ) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => plain.push(' '),
            _ => {}
        }
        if plain.len() > most.saturating_mul(8) {
            break;
        }
    }
    let mut short = String::new();
    let mut length = 0;
    for word in plain.split_whitespace() {
        length += word.chars().count() + 1;
        if length > most + 1 {
            if short.is_empty() {
                short = word.chars().take(most).collect();
            }
            short.push('…');
            return short;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "br",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "del",
        "hr",
        "a",
    ];
    let mut cleaner = Builder::default();
    cleaner
        .tags(HashSet::from(tags))
        .generic_attributes(HashSet::new())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("nofollow noopener"));
    cleaner
});

/// The house's reading of Markdown's events.
#[derive(Default)]
struct Writer<'a> {
    out: Vec<Event<'a>>,
    /// Inside a link, where no other may start.
    links: usize,
    /// Whether each picture that is open was turned into a link.
    pictures: Vec<bool>,
    code: bool,
    /// Level of the last heading; 2 is the post's own.
    level: Option<usize>,
}

/// Headings of a text, `#` to `######`, stand under the post's `h2`.
const SHIFTED: [HeadingLevel; 4] = [HeadingLevel::H3, HeadingLevel::H4, HeadingLevel::H5, HeadingLevel::H6];

impl<'a> Writer<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => self.out.push(Event::Text(raw)),
            Event::Start(Tag::HtmlBlock) => self.out.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => self.out.push(Event::End(TagEnd::Paragraph)),
            Event::SoftBreak => self.out.push(Event::HardBreak),
            Event::Start(Tag::Heading { level, .. }) => {
                let depth = level_of(level).min(self.level.map_or(0, |last| last + 1)).min(SHIFTED.len() - 1);
                self.level = Some(depth);
                let level = shifted(depth);
                self.out.push(Event::Start(Tag::Heading {
                    level,
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                }));
            }
            Event::End(TagEnd::Heading(_)) => {
                self.out.push(Event::End(TagEnd::Heading(shifted(self.level.unwrap_or_default()))));
            }
            Event::Start(Tag::Link { .. }) => {
                self.links += 1;
                self.out.push(event);
            }
            Event::End(TagEnd::Link) => {
                self.links = self.links.saturating_sub(1);
                self.out.push(event);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let alone = self.links == 0;
                self.pictures.push(alone);
                if alone {
                    self.links += 1;
                    self.out.push(link(dest_url));
                }
            }
            Event::End(TagEnd::Image) => {
                if self.pictures.pop() == Some(true) {
                    self.links = self.links.saturating_sub(1);
                    self.out.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.code = true;
                self.out.push(event);
            }
            Event::End(TagEnd::CodeBlock) => {
                self.code = false;
                self.out.push(event);
            }
            Event::Text(text) if self.links == 0 && !self.code => self.text(text),
            other => self.out.push(other),
        }
    }

    /// Text, its addresses made into links.
    fn text(&mut self, text: CowStr<'a>) {
        let mut rest: &str = &text;
        let mut found = false;
        while let Some((before, address, after)) = next_address(rest) {
            found = true;
            if !before.is_empty() {
                self.out.push(Event::Text(before.to_owned().into()));
            }
            self.out.push(link(address.to_owned().into()));
            self.out.push(Event::Text(address.to_owned().into()));
            self.out.push(Event::End(TagEnd::Link));
            rest = after;
        }
        if !found {
            self.out.push(Event::Text(text));
        } else if !rest.is_empty() {
            self.out.push(Event::Text(rest.to_owned().into()));
        }
    }
}

fn level_of(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 0,
        HeadingLevel::H2 => 1,
        HeadingLevel::H3 => 2,
        _ => 3,
    }
}

fn shifted(depth: usize) -> HeadingLevel {
    SHIFTED.get(depth).copied().unwrap_or(HeadingLevel::H6)
}

fn link(to: CowStr<'_>) -> Event<'_> {
    Event::Start(Tag::Link {
        link_type: LinkType::Autolink,
        dest_url: to,
        title: CowStr::Borrowed(""),
        id: CowStr::Borrowed(""),
    })
}

/// The first web address in `text`: what stands before it, itself, and what follows. The full stop
/// or the bracket that closes a sentence is not part of it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let tail = text.get(from..)?;
        let start = from + [tail.find("https://"), tail.find("http://")].into_iter().flatten().min()?;
        let (before, tail) = text.split_at_checked(start)?;
        let end = tail.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '`'));
        let mut address = tail.get(..end.unwrap_or(tail.len()))?;
        while let Some(last) = address.chars().next_back() {
            let closes = |open: char| address.matches(last).count() > address.matches(open).count();
            let extra = match last {
                ')' => closes('('),
                ']' => closes('['),
                '.' | ',' | ';' | ':' | '!' | '?' | '…' | '\'' | '’' | '*' | '_' => true,
                _ => false,
            };
            if !extra {
                break;
            }
            address = address.get(..address.len() - last.len_utf8())?;
        }
        let host = address.split_once("://").map_or("", |(_, host)| host);
        let glued = before.chars().next_back().is_some_and(char::is_alphanumeric);
        if !glued && host.starts_with(char::is_alphanumeric) {
            return Some((before, address, tail.get(address.len()..)?));
        }
        from = start + "http".len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_plain_and_ends_with_a_word() {
        assert_eq!(excerpt("# Oui\n\n**Le** [quai](/x),\n`vite` !", 99), "Oui Le quai, vite !");
        assert_eq!(excerpt("un deux trois", 8), "un deux…");
        assert_eq!(excerpt("anticonstitutionnellement", 4), "anti…");
        assert_eq!(excerpt("", 4), "");
    }

    #[test]
    fn marks_become_html() {
        for (markdown, expected) in [
            ("", ""),
            ("**Bravo** à _tout le monde_ !", "<p><strong>Bravo</strong> à <em>tout le monde</em> !</p>\n"),
            ("un\ndeux", "<p>un<br>\ndeux</p>\n"),
            ("- pain\n- fromage", "<ul>\n<li>pain</li>\n<li>fromage</li>\n</ul>\n"),
            ("~~jeudi~~", "<p><del>jeudi</del></p>\n"),
            ("3 < 4 & 5 > 4", "<p>3 &lt; 4 &amp; 5 &gt; 4</p>\n"),
        ] {
            assert_eq!(html(markdown), expected);
        }
    }

    #[test]
    fn headings_start_under_the_post_and_skip_no_level() {
        assert_eq!(html("# Un\n### Trois\n## Deux"), "<h3>Un</h3>\n<h4>Trois</h4>\n<h4>Deux</h4>\n");
        assert_eq!(html("###### Six"), "<h3>Six</h3>\n");
    }

    #[test]
    fn addresses_become_links_without_the_sentence_around_them() {
        let link = |to: &str| format!("<a href=\"{to}\" rel=\"nofollow noopener\">{to}</a>");
        for (text, expected) in [
            ("Voir https://exemple.fr/a_b_c.", format!("Voir {}.", link("https://exemple.fr/a_b_c"))),
            ("(http://exemple.fr/x)", format!("({})", link("http://exemple.fr/x"))),
            (
                "https://fr.exemple.org/Cour_(lieu) ?",
                format!("{} ?", link("https://fr.exemple.org/Cour_(lieu)")),
            ),
            ("https:// rien", "https:// rien".into()),
            (
                "le lien\u{202f}: https://exemple.fr\u{a0}!",
                format!("le lien\u{202f}: {}&nbsp;!", link("https://exemple.fr")),
            ),
        ] {
            assert_eq!(html(text), format!("<p>{expected}</p>\n"));
        }
        assert_eq!(html("`https://x.fr`"), "<p><code>https://x.fr</code></p>\n");
    }

    #[test]
    fn nothing_runs_and_nothing_is_fetched() {
        for markdown in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1) \"t\")",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "![suivi](https://ailleurs.exemple/pixel.png)",
            "[![x](https://ailleurs.exemple/x.png)](https://exemple.fr)",
            "<style>*{display:none}</style>",
            "<!-- --><iframe src=//x></iframe>",
            "```<b>\n</code></pre><script>\n```",
        ] {
            let html = html(markdown);
            for bad in ["<script", "<img", "<a href=\"javascript", "<a href=\"data:", "<style", "<iframe"] {
                assert!(!html.to_lowercase().contains(bad), "{markdown} → {html}");
            }
        }
    }

    #[test]
    fn what_looks_like_html_shows_as_typed() {
        assert_eq!(
            html("Vec<String> et <b>gras</b>"),
            "<p>Vec&lt;String&gt; et &lt;b&gt;gras&lt;/b&gt;</p>\n"
        );
    }
}
