//! Markdown as people type it, into HTML that is safe to show.
//!
//! Raw HTML shows as it was typed, pictures become links (a picture from elsewhere would tell its
//! host who reads), and what comes out is cleaned once more as if it came from a stranger.

use super::mentions::Cast;
use ammonia::{Builder, UrlRelative};
use domain::{
    feed::{Mentioned, next_tag},
    id::CommunityId,
};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// Safe HTML of a Markdown text. Its headings start at `h3` and skip no level; a line break is a
/// line break; addresses and hashtags become links.
pub fn html(markdown: &str) -> String {
    written(markdown, None)
}

/// The same for a text that stands in `place`, with those it calls under the names they have now.
pub(super) fn html_calling(markdown: &str, cast: &Cast, place: CommunityId) -> String {
    written(markdown, Some((cast, place)))
}

fn written(markdown: &str, cast: Option<(&Cast, CommunityId)>) -> String {
    if markdown.trim().is_empty() {
        return String::new();
    }
    let mut html = String::with_capacity(markdown.len() + markdown.len() / 4);
    let writer = Writer { cast, ..Writer::default() }.read(markdown);
    pulldown_cmark::html::push_html(&mut html, writer.out.into_iter());
    CLEANER.clean(&html).to_string()
}

/// The different hashtags of a Markdown text, those that are not in code.
pub(super) fn tags(markdown: &str) -> Vec<String> {
    if !markdown.contains('#') {
        return Vec::new();
    }
    Writer::default().read(markdown).tags
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
        // Of our making: what people type has no attributes.
        .allowed_classes(HashMap::from([("a", HashSet::from(["mention", "hashtag"]))]))
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
    /// Those who may be called, and where the text stands.
    cast: Option<(&'a Cast, CommunityId)>,
    /// Who is being called, and the name they were called by.
    called: Option<(Mentioned, String)>,
    /// Folded, each once.
    tags: Vec<String>,
}

/// Headings of a text, `#` to `######`, stand under the post's `h2`.
const SHIFTED: [HeadingLevel; 4] = [HeadingLevel::H3, HeadingLevel::H4, HeadingLevel::H5, HeadingLevel::H6];

impl<'a> Writer<'a> {
    fn read(mut self, markdown: &'a str) -> Self {
        for event in TextMergeStream::new(Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH)) {
            self.take(event);
        }
        self
    }

    fn take(&mut self, event: Event<'a>) {
        if let Some((called, name)) = &mut self.called {
            match event {
                Event::Text(text) | Event::Code(text) => name.push_str(&text),
                Event::End(TagEnd::Link) => {
                    let (called, name) = (*called, std::mem::take(name));
                    self.called = None;
                    self.call(called, name);
                }
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Inline, ref dest_url, .. })
                if self.links == 0
                    && let Some(called) = Mentioned::read(dest_url)
                    && self.after_at() =>
            {
                self.called = Some((called, String::new()));
            }
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

    /// Takes away the `@` that was written last, if it was.
    fn after_at(&mut self) -> bool {
        let Some(Event::Text(last)) = self.out.last_mut() else { return false };
        let Some(rest) = last.strip_suffix('@') else { return false };
        *last = rest.to_owned().into();
        true
    }

    /// Somebody who was called by `name`. Who is not there any more, or not for all who read this, is
    /// left as they were called.
    fn call(&mut self, called: Mentioned, name: String) {
        let known = self.cast.and_then(|(cast, place)| match called {
            Mentioned::Person(person) => {
                cast.person(person).map(|name| (format!("/people/{person}"), name.to_owned()))
            }
            Mentioned::Community(community) => {
                cast.community(community, place).map(|slug| (format!("/communities/{slug}"), name.clone()))
            }
        });
        match known {
            Some((address, name)) => self.anchor("mention", &address, format!("@{name}")),
            None => self.out.push(Event::Text(format!("@{name}").into())),
        }
    }

    /// A link of our making; `address` is one of ours, without anything to escape.
    fn anchor(&mut self, class: &str, address: &str, text: String) {
        self.out.push(Event::InlineHtml(format!("<a class=\"{class}\" href=\"{address}\">").into()));
        self.out.push(Event::Text(text.into()));
        self.out.push(Event::InlineHtml("</a>".into()));
    }

    /// Text, its addresses and hashtags made into links.
    fn text(&mut self, text: CowStr<'a>) {
        if !text.contains("://") && !text.contains('#') {
            return self.out.push(Event::Text(text));
        }
        let mut rest: &str = &text;
        while let Some((before, address, after)) = next_address(rest) {
            self.words(before);
            self.out.push(link(address.to_owned().into()));
            self.out.push(Event::Text(address.to_owned().into()));
            self.out.push(Event::End(TagEnd::Link));
            rest = after;
        }
        self.words(rest);
    }

    /// Text without addresses.
    fn words(&mut self, text: &str) {
        let mut rest = text;
        while let Some((place, tag)) = next_tag(rest) {
            let (before, written) = (rest.get(..place.start), rest.get(place.clone()));
            self.plain(before.unwrap_or_default());
            self.anchor(
                "hashtag",
                &format!("/tags/{}", percent(&tag)),
                written.unwrap_or_default().to_owned(),
            );
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
            rest = rest.get(place.end..).unwrap_or_default();
        }
        self.plain(rest);
    }

    fn plain(&mut self, text: &str) {
        if !text.is_empty() {
            self.out.push(Event::Text(text.to_owned().into()));
        }
    }
}

/// A folded hashtag as a part of a path.
fn percent(tag: &str) -> String {
    let mut path = String::with_capacity(tag.len());
    for byte in tag.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => path.push(char::from(byte)),
            _ => path.push_str(&format!("%{byte:02X}")),
        }
    }
    path
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
    fn hashtags_lead_to_their_page_and_those_in_code_are_none() {
        let html = html("#Vélo et `#code`, #東京\n\n    #bloc\n\nhttps://x.fr/#non [#lien](https://x.fr)");
        assert!(html.contains("<a class=\"hashtag\" href=\"/tags/velo\""), "{html}");
        assert!(html.contains(">#Vélo</a>") && html.contains("/tags/%E6%9D%B1"), "{html}");
        for none in ["/tags/code", "/tags/bloc", "/tags/non", "/tags/lien"] {
            assert!(!html.contains(none), "{html}");
        }
        assert_eq!(tags("#Vélo **#velo** `#non` #Été_2"), ["velo", "ete-2"]);
    }

    #[test]
    fn who_is_called_is_shown_by_the_name_they_have_now() {
        let (here, there) = (CommunityId::new(ulid::Ulid(1)), CommunityId::new(ulid::Ulid(2)));
        let zoe = domain::id::PersonId::new(ulid::Ulid(3));
        let cast = Cast::test(&[(zoe, "Zoé <Martin>")], &[(here, "ici", false), (there, "secret", false)]);
        let shown = |text: String| html_calling(&text, &cast, here);
        assert_eq!(
            shown(format!("Merci @[Zoé \\*D\\*](person:{zoe})\u{202f}!")),
            format!(
                "<p>Merci <a class=\"mention\" href=\"/people/{zoe}\" rel=\"nofollow noopener\">\
                 @Zoé &lt;Martin&gt;</a>\u{202f}!</p>\n"
            )
        );
        assert!(shown(format!("@[Ici](community:{here})")).contains("href=\"/communities/ici\""));
        // Elsewhere, an unlisted community is not told of.
        assert_eq!(shown(format!("@[Là](community:{there})")), "<p>@Là</p>\n");
        let gone = domain::id::PersonId::new(ulid::Ulid(9));
        assert_eq!(shown(format!("@[Luc](person:{gone})")), "<p>@Luc</p>\n");
        assert!(!shown(format!("[Luc](person:{zoe}) et `@[x](person:{zoe})`")).contains("mention"));
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
