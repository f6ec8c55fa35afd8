//! What a browser would read in a page: its links, its forms, the files it loads, its posts.
//!
//! Reads the markup that the server writes (quoted attributes, closed forms), not any HTML.

use std::collections::BTreeSet;

/// One opening tag and its attributes.
#[derive(Debug)]
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, String)>,
    closes: bool,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

/// The tags of a page, in order, without what stands inside scripts and comments.
struct Tags<'a>(&'a str);

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let (_, rest) = self.0.split_once('<')?;
            if let Some(comment) = rest.strip_prefix("!--") {
                self.0 = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let closes = rest.starts_with('/');
            let rest = rest.trim_start_matches('/');
            let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(rest.len());
            let (name, rest) = rest.split_at_checked(end)?;
            let (attributes, rest) = attributes(rest);
            self.0 = if name == "script" && !closes {
                rest.split_once("</script>").map_or("", |(_, rest)| rest)
            } else {
                rest
            };
            return Some(Tag { name, attributes, closes });
        }
    }
}

/// The attributes up to the end of the tag, and what follows it.
fn attributes(mut rest: &str) -> (Vec<(&str, String)>, &str) {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return (found, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '>').unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        match after.strip_prefix("=\"").and_then(|value| value.split_once('"')) {
            Some((value, after)) => {
                found.push((name, unescaped(value)));
                rest = after;
            }
            None => {
                found.push((name, String::new()));
                // `=` without quotes is not written by the server; skipped so that this ends.
                rest = after.strip_prefix('=').unwrap_or(after);
            }
        }
    }
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(text.to_owned(), |text, (entity, meant)| text.replace(entity, meant))
}

/// A form as it would be sent untouched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub action: String,
    /// Hidden fields, ticked boxes, boxes that must be ticked, first options.
    pub fields: Vec<(String, String)>,
    /// Buttons that say something: name and value.
    pub buttons: Vec<(String, String)>,
}

impl Form {
    /// The server function it names.
    pub fn does(&self) -> &str {
        let query = self.action.split_once('?').map_or("", |(_, query)| query);
        query.split('&').find_map(|pair| pair.strip_prefix("do=")).unwrap_or_default()
    }

    /// The body to send, with `typed` in place of what the form had.
    pub fn filled(&self, typed: &[(&str, &str)]) -> String {
        let kept = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let kept = kept.filter(|(name, _)| !typed.iter().any(|(new, _)| new == name));
        let pairs: Vec<_> = kept
            .chain(typed.iter().copied())
            .map(|(name, value)| format!("{}={}", percent(name), percent(value)))
            .collect();
        pairs.join("&")
    }
}

fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Every form of a page.
pub fn forms(page: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut open: Option<Form> = None;
    let mut select: Option<(String, bool)> = None;
    for tag in Tags(page) {
        if tag.name == "form" {
            forms.extend(open.take());
            if !tag.closes {
                let action = tag.get("action").unwrap_or_default().to_owned();
                open = Some(Form { action, ..Form::default() });
            }
            continue;
        }
        let Some(form) = open.as_mut().filter(|_| !tag.closes) else { continue };
        let named =
            tag.get("name").map(|name| (name.to_owned(), tag.get("value").unwrap_or_default().to_owned()));
        match (tag.name, named) {
            ("input", Some((name, value))) => match tag.get("type").unwrap_or("text") {
                "checkbox" if tag.has("checked") || tag.has("required") => {
                    form.fields.push((name, if value.is_empty() { "on".to_owned() } else { value }));
                }
                "radio" if tag.has("checked") => form.fields.push((name, value)),
                "checkbox" | "radio" | "file" | "submit" => {}
                _ => form.fields.push((name, value)),
            },
            ("textarea", Some((name, _))) => form.fields.push((name, String::new())),
            ("select", Some((name, _))) => select = Some((name, false)),
            ("option", _) => {
                // The first option until one says that it is selected.
                if let Some((name, taken)) = &mut select
                    && (!*taken || tag.has("selected"))
                {
                    form.fields.retain(|(found, _)| found != name);
                    form.fields.push((name.clone(), tag.get("value").unwrap_or_default().to_owned()));
                    *taken = true;
                }
            }
            ("button", Some(button)) => form.buttons.push(button),
            _ => {}
        }
    }
    forms
}

/// Addresses of a page's links.
pub fn links(page: &str) -> Vec<String> {
    Tags(page).filter(|tag| tag.name == "a").filter_map(|tag| tag.get("href").map(str::to_owned)).collect()
}

/// The address of the next page of a list, of a list that stands at `path`.
pub fn next_page(page: &str, path: &str) -> Option<String> {
    let link =
        links(main(page)).into_iter().find(|href| href.contains("?after=") || href.contains("&after="))?;
    if link.starts_with('?') {
        let path = path.split('?').next().unwrap_or(path);
        return Some(format!("{path}{link}"));
    }
    Some(link)
}

/// Pages about communities, which no community is called like.
const ABOUT_COMMUNITIES: [&str; 4] = ["archived", "new", "propose", "proposals"];

/// The communities a page leads to.
pub fn communities(page: &str) -> BTreeSet<String> {
    let slug = |href: String| {
        let slug = href.strip_prefix("/communities/")?.to_owned();
        let plain = !slug.is_empty()
            && !ABOUT_COMMUNITIES.contains(&slug.as_str())
            && !slug.contains(['/', '?', '#']);
        plain.then_some(slug)
    };
    links(page).into_iter().filter_map(slug).collect()
}

/// How many communities the frame around a page lists as the reader's own.
pub fn own_communities(page: &str) -> usize {
    let rail = page.split_once("class=\"rail\"").map_or("", |(_, rest)| rest);
    communities(rail.split_once("<main").map_or("", |(rail, _)| rail)).len()
}

/// The page without the frame around it.
pub fn main(page: &str) -> &str {
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    main.split_once("</main>").map_or(main, |(main, _)| main)
}

/// Whether a page came to its end; scripts may follow it.
pub fn is_whole(page: &str) -> bool {
    page.contains("</html>")
}

/// How many posts, events… a page shows.
pub fn articles(page: &str) -> usize {
    page.matches("<article").count()
}

/// The posts a page leads to, each once, in no order.
pub fn posts(page: &str) -> BTreeSet<&str> {
    main(page).split("/posts/").skip(1).filter_map(|rest| rest.get(..26)).filter(|id| is_ulid(id)).collect()
}

fn is_ulid(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Words of a page that begin with `stem`, up to what is neither letter, digit nor `-`.
pub fn words_after<'a>(page: &'a str, stem: &str) -> Vec<&'a str> {
    page.split(stem)
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next())
        .collect()
}

/// The number that stands before `word`, thousands apart or not: "1 048 membres".
pub fn number_before(page: &str, word: &str) -> Option<u32> {
    let apart = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | ',');
    let mut texts: Vec<&str> = page.split(word).collect();
    texts.pop();
    texts.into_iter().find_map(|before| {
        let digits = before.chars().rev().take_while(|c| c.is_ascii_digit() || apart(*c));
        let digits: Vec<char> = digits.filter(char::is_ascii_digit).collect();
        digits.into_iter().rev().collect::<String>().parse().ok()
    })
}

/// The files a page loads before anything is touched.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Files {
    pub code: Vec<String>,
    pub style: Vec<String>,
    pub fonts: Vec<String>,
}

/// Reads the head's links and what the page's own script imports.
pub fn files(page: &str) -> Files {
    let mut files = Files::default();
    for tag in Tags(page) {
        let kinds = match (tag.name, tag.get("rel"), tag.get("as")) {
            ("link", Some("stylesheet"), _) => &mut files.style,
            ("link", Some("modulepreload"), _) => &mut files.code,
            ("link", Some("preload"), Some("font")) => &mut files.fonts,
            ("link", Some("preload"), Some("script" | "fetch")) => &mut files.code,
            ("script", _, _) => &mut files.code,
            _ => continue,
        };
        kinds.extend(tag.get("href").or(tag.get("src")).map(str::to_owned));
    }
    // What the script at the end imports stands in it as quoted addresses.
    for script in page.split("<script").skip(1) {
        let script = script.split("</script>").next().unwrap_or_default();
        let quoted =
            script.split('"').filter(|word| word.starts_with('/') && !word.contains(char::is_whitespace));
        files.code.extend(
            quoted.filter(|word| word.ends_with(".js") || word.ends_with(".wasm")).map(str::to_owned),
        );
    }
    for kinds in [&mut files.code, &mut files.style, &mut files.fonts] {
        kinds.sort();
        kinds.dedup();
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html><head><link rel="stylesheet" href="/main.1.css"/>
        <link rel="preload" href="/fonts/a.woff2" as="font"/><link rel="modulepreload" href="/pkg/p.1.js"></head>
        <body><!-- <a href="/posts/no"> --><a href="/communities/la-burette">x</a><a href="/communities/new">y</a><a href="/communities/proposals">z</a>
        <main><article class="post"><a href="/posts/01ARZ3NDEKTSV4RRFFQ69G5FAV#c">t</a></article>
        <form method="post" action="/communities/a?sort=x&amp;do=publish"><input type="hidden" name="key" value="K&quot;1">
        <input type="radio" name="kind" value="idea"><input type="radio" name="kind" value="discussion" checked>
        <input type="checkbox" name="charter" required><input type="checkbox" name="mail" value="yes">
        <select name="place"><option value="1">A</option><option value="2" selected>B</option></select>
        <textarea name="body">Old</textarea><button name="reaction" value="bravo">B</button></form>
        <nav><a href="/?after=01ARZ&amp;k=2">Suite</a></nav></main>
        <script type="module" nonce="n">import("/pkg/p.1.js").then(a=>a<b,"/pkg/p_bg.1.wasm")</script></body></html>"#;

    #[test]
    fn a_form_is_read_as_it_would_be_sent() {
        let forms = forms(PAGE);
        let [form] = forms.as_slice() else { panic!("{forms:?}") };
        assert_eq!(form.does(), "publish");
        assert_eq!(form.buttons, [("reaction".to_owned(), "bravo".to_owned())]);
        assert_eq!(
            form.filled(&[("body", "Été & cie")]),
            "key=K%221&kind=discussion&charter=on&place=2&body=%C3%89t%C3%A9%20%26%20cie"
        );
    }

    #[test]
    fn links_posts_and_files_are_found() {
        assert_eq!(next_page(PAGE, "/").as_deref(), Some("/?after=01ARZ&k=2"));
        assert_eq!(communities(PAGE).into_iter().collect::<Vec<_>>(), ["la-burette"]);
        assert_eq!(posts(PAGE).into_iter().collect::<Vec<_>>(), ["01ARZ3NDEKTSV4RRFFQ69G5FAV"]);
        assert_eq!(articles(PAGE), 1);
        let files = files(PAGE);
        assert_eq!(files.code, ["/pkg/p.1.js", "/pkg/p_bg.1.wasm"]);
        assert_eq!((files.style.len(), files.fonts.len()), (1, 1));
    }

    #[test]
    fn numbers_and_marks_are_read_from_texts() {
        let page = "<p>Des membres de 3 lieux · 1\u{202f}048\u{a0}membres</p>";
        assert_eq!(number_before(page, "membre"), Some(1048));
        assert_eq!(words_after("<p>bench-1-2 bench-1-3.</p>", "bench-"), ["1-2", "1-3"]);
    }
}
