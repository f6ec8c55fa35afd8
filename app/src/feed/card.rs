//! A post, in a feed or on its own page.
//!
//! Twenty of them stand on the page that is asked for most: what they share is worked out once
//! ([`Sheet`]), and they are plain markup, not components in components.

use super::{
    api::Dated, attached::files, bilingual::versions, extra::extra, pictures::pictures, pin::pinned,
    reactions, stance, texts as t,
};
use crate::{
    communities::{federation::texts as f, perimeter::texts as p},
    forms::target,
    ui::{Avatar, Menu, Pill, Tone},
    visit::{Visit, visit},
};
use domain::{
    Lang,
    feed::{PostKind, PostView},
    id::PostId,
};
use leptos::prelude::*;

/// What the cards of one page share; addresses as they may stand in an attribute.
pub(super) struct Sheet {
    pub(super) lang: Lang,
    /// Where the icons' sprite is.
    pub(super) sprite: String,
    /// Where a reaction is sent.
    pub(super) react: String,
    /// Where it is said that a post is kept for later.
    pub(super) save: String,
    /// The page's own address, to come back to.
    pub(super) here: String,
    /// The same as it is, for views.
    back: String,
    /// The page is the post's own.
    pub(super) alone: bool,
}

impl Sheet {
    pub(super) fn new(alone: bool) -> Sheet {
        let Visit { lang, path, query, assets, .. } = visit();
        let sprite = if assets.icons.is_empty() { "/icons.svg" } else { assets.icons.as_str() };
        let here = target(&path, &query, "");
        let here = here.trim_end_matches("do=").trim_end_matches(['?', '&']);
        let back = here.to_owned();
        let react = target(&path, &query, "react");
        let save = target(&path, &query, "save_post");
        Sheet {
            lang,
            sprite: attribute(sprite),
            react: attribute(&react),
            save: attribute(&save),
            here: attribute(&back),
            back,
            alone,
        }
    }

    /// Where a form in the card of `post` leads back to.
    pub(super) fn back(&self, post: PostId) -> String {
        format!("{}#post-{post}", self.back)
    }
}

/// `text` as the value of an attribute between double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Longer than this, in bytes of HTML or in lines, a post in a feed is cut to a few lines: a long
/// voice does not drown the others.
const LONG: usize = 900;
const LINES: usize = 9;

pub(super) fn card(sheet: &Sheet, dated: Dated<PostView>) -> impl IntoView + use<> {
    let lang = sheet.lang;
    let Dated { it: view, when, moment } = dated;
    let post = &view.post;
    let id = post.id.to_string();
    let address = format!("/posts/{id}");
    let name = view.author.name.clone();
    let person = view.author.address();
    let untitled = post.title.is_empty();
    let author = view! { <a href=person>{name.clone()}</a> };
    // In a feed each post has a heading, so that one can go from one to the next.
    let author = match untitled && !sheet.alone {
        true => view! { <h2 class="post-author">{author}</h2> }.into_any(),
        false => view! { <p class="post-author">{author}</p> }.into_any(),
    };
    let title_in = view.version.map(|version| version.shown.tag());
    let title = (!untitled && !sheet.alone).then(|| {
        view! { <h2 class="post-title" lang=title_in><a href=address.clone()>{post.title.clone()}</a></h2> }
    });
    let kind = match post.kind {
        PostKind::Discussion => None,
        PostKind::Question => Some((Tone::Info, "circle-help")),
        PostKind::Announcement => Some((Tone::Warning, "megaphone")),
        PostKind::Idea => Some((Tone::Success, "lightbulb")),
        PostKind::Poll => Some((Tone::Info, "vote")),
        PostKind::Praise => Some((Tone::Success, "award")),
        PostKind::Album => Some((Tone::Info, "images")),
        PostKind::Link => Some((Tone::Info, "link")),
    };
    let kind = kind.map(|(tone, icon)| view! { <Pill tone label=t::kind_name(lang, post.kind) icon=icon /> });
    let edited = post.edited.map(|_| {
        view! { " · "<a href=format!("{address}/versions") title=t::see_versions(lang)>{t::edited(lang)}</a> }
    });
    let long = !sheet.alone && (post.html.len() > LONG || post.html.matches('\n').count() > LINES);
    let tongue = view.version.map(|version| version.shown.tag());
    let other = view.version.map(|version| versions(lang, &address, version));
    let prose = (!post.html.is_empty()).then(|| {
        let class = if long { "prose post-excerpt" } else { "prose" };
        let html = if sheet.alone { raised(&post.html) } else { post.html.clone() };
        view! { <div class=class lang=tongue inner_html=html></div> }
    });
    let more = long.then(|| {
        let about = if untitled { t::post_of(lang, &name) } else { post.title.clone() };
        let label = t::read_on_about(lang, &about);
        view! { <p><a class="link" href=address.clone() aria-label=label>{t::read_on(lang)}</a></p> }
    });
    let public = view.open.then(|| view! { <Pill tone=Tone::Info label=p::public(lang) icon="globe" /> });
    let menu = (view.edits || view.deletes || view.pins || view.marks || view.upward.may).then(|| {
        let edit = view.edits.then(|| view! { <a href=format!("{address}/edit")>{t::edit(lang)}</a> });
        let translate =
            view.edits.then(|| view! { <a href=format!("{address}/translate")>{t::translate(lang)}</a> });
        let pin = view.pins.then(|| view! { <a href=format!("{address}?pin=1")>{t::pin(lang)}</a> });
        let mark = view.marks.then(|| {
            let label = if post.public { p::make_private(lang) } else { p::make_public(lang) };
            view! { <a href=format!("{address}?public=1")>{label}</a> }
        });
        let share =
            view.upward.may.then(|| view! { <a href=format!("{address}/share")>{f::share_up(lang)}</a> });
        let delete =
            view.deletes.then(|| view! { <a href=format!("{address}?delete=post")>{t::delete(lang)}</a> });
        view! { <Menu id=format!("menu-{id}") label=t::actions_on(lang, &name)>{edit}{translate}{pin}{mark}{share}{delete}</Menu> }
    });
    let upward = upward(lang, &view);
    let thread = if sheet.alone { "#comments".to_owned() } else { format!("{address}#comments") };
    let foot = reactions::foot(sheet, &id, &view, &thread);
    let community = format!("/communities/{}", view.origin.slug);
    // Of a thread one muted, a list hears nothing more.
    let hears = sheet.alone || !view.stance.muted;
    let beside = stance::beside(lang, &view);
    let article = view! {
        <article
            class="post"
            id=format!("post-{id}")
            data-kind=post.kind.word()
            data-live=hears.then(|| format!("post:{id}"))
            data-pinned=view.pinned.map(|_| "")
            aria-label=t::post_in(lang, &name, &view.origin.name)
        >
            {view.pinned.map(|until| pinned(lang, until))}
            {view.stance.rare.then(|| stance::rare(lang))}
            <header class="post-head">
                <Avatar name=name.clone() picture=view.author.picture.clone() />
                <div class="post-who">
                    {author}
                    <p class="post-meta">
                        <a href=community>{view.origin.name.clone()}</a>
                        " · "
                        <a href=address.clone()><time datetime=moment>{when}</time></a>
                        {edited}
                        {upward}
                    </p>
                    {other}
                </div>
                {kind}
                {public}
                {menu}
            </header>
            {title}
            {prose}
            {more}
            {extra(sheet, &view)}
            {(!post.pictures.is_empty()).then(|| pictures(sheet, post, &name, tongue))}
            {(!post.files.is_empty()).then(|| files(lang, &post.files))}
            <footer class="post-foot" inner_html=foot></footer>
            {beside}
        </article>
    };
    match view.stance.folded && !sheet.alone {
        true => stance::folded(lang, &name, article).into_any(),
        false => article.into_any(),
    }
}

/// To which federations it was shared; from a community one may not know, that it was.
fn upward(lang: Lang, view: &PostView) -> Option<String> {
    let upward = &view.upward;
    if upward.veiled {
        return Some(format!(" · {}", f::shared_by_member(lang)));
    }
    let names: Vec<_> = upward.to.iter().map(|federation| federation.name.as_str()).collect();
    (!names.is_empty()).then(|| format!(" · {}", f::shared_with(lang, &names.join(", "))))
}

/// On a page whose `h1` is the post's own title, its headings come right under it.
fn raised(html: &str) -> String {
    if !html.contains("<h3>") {
        return html.to_owned();
    }
    ["3", "4", "5", "6"].into_iter().zip(["2", "3", "4", "5"]).fold(html.to_owned(), |html, (from, to)| {
        html.replace(&format!("<h{from}>"), &format!("<h{to}>"))
            .replace(&format!("</h{from}>"), &format!("</h{to}>"))
    })
}

#[cfg(test)]
mod tests {
    use super::raised;

    #[test]
    fn headings_come_right_under_the_title() {
        assert_eq!(raised("<h3>a</h3><h4>b</h4>"), "<h2>a</h2><h3>b</h3>");
        assert_eq!(raised("<p>h3</p>"), "<p>h3</p>");
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod markup {
    use super::*;
    use domain::{
        community::Hue,
        feed::{Origin, PostBody, Reaction, Tally},
        id::PersonId,
        person::PersonName,
    };
    use jiff::Timestamp;
    use std::sync::Arc;

    const ID: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    fn view() -> PostView {
        let author: PersonId = ID.parse().unwrap();
        PostView {
            post: Arc::new(PostBody {
                id: ID.parse().unwrap(),
                community: ID.parse().unwrap(),
                author,
                kind: PostKind::Question,
                title: "Une <pompe> ?".into(),
                html: "<p>Qui en a <strong>une</strong> ?</p>\n".into(),
                pictures: Vec::new(),
                files: Vec::new(),
                created: Timestamp::UNIX_EPOCH,
                edited: None,
                public: false,
            }),
            origin: Origin {
                id: ID.parse().unwrap(),
                slug: "velo".into(),
                name: "Club vélo".into(),
                hue: Hue::default(),
            },
            author: PersonName::new(author, "Zoé Martin", None),
            comments: 2,
            extra: domain::feed::Extra::None,
            tally: Tally { counts: [3, 0, 1, 0, 0, 0], mine: Some(Reaction::Bravo) },
            writes: true,
            edits: false,
            deletes: false,
            pins: false,
            marks: false,
            open: false,
            pinned: None,
            stance: domain::feed::Stance::default(),
            version: None,
            upward: domain::feed::Upward::default(),
        }
    }

    fn html(view: PostView, alone: bool) -> String {
        let owner = Owner::new();
        owner.set();
        let dated = Dated { it: view, when: "hier".into(), moment: "2026-11-22T08:00:00Z".into() };
        card(&Sheet::new(alone), dated).to_html()
    }

    #[test]
    fn titles_are_escaped_and_prose_is_not() {
        let html = html(view(), false);
        assert!(html.contains("Une &lt;pompe&gt; ?") && html.contains("<strong>une</strong>"), "{html}");
    }

    #[test]
    fn a_reaction_pressed_is_withdrawn_by_pressing_it_again() {
        let html = html(view(), false);
        assert!(
            html.contains("name=\"reaction\" value=\"\" aria-pressed=\"true\" title=\"Bravo\""),
            "{html}"
        );
        assert!(html.contains("name=\"reaction\" value=\"useful\" aria-pressed=\"false\""), "{html}");
        assert_eq!(html.matches("class=\"reaction\"").count(), 6);
    }

    #[test]
    fn who_may_not_write_is_offered_no_form() {
        let html = html(PostView { writes: false, ..view() }, false);
        assert!(!html.contains("data-react") && !html.contains("popover"), "{html}");
        assert_eq!(html.matches("class=\"reaction\"").count(), 2);
    }

    #[test]
    fn what_one_keeps_is_let_go_by_pressing_it_again() {
        let kept = domain::feed::Stance { saved: true, ..Default::default() };
        let html = html(PostView { stance: kept, ..view() }, false);
        assert!(html.contains("name=\"saved\" value=\"no\" aria-pressed=\"true\""), "{html}");
        assert!(self::html(view(), false).contains("name=\"saved\" value=\"yes\" aria-pressed=\"false\""));
    }

    #[test]
    fn who_is_muted_stands_folded_in_lists_and_whole_alone() {
        let muted = domain::feed::Stance { folded: true, muted: true, ..Default::default() };
        let view = PostView { stance: muted, ..view() };
        let listed = html(view.clone(), false);
        assert!(listed.contains("<details") && !listed.contains("data-live"), "{listed}");
        let alone = html(view, true);
        assert!(!alone.contains("<details") && alone.contains("data-live"), "{alone}");
    }

    #[test]
    fn an_address_stays_within_its_attribute() {
        assert_eq!(attribute("/?after=\"><b>&do=react"), "/?after=&quot;>&lt;b>&amp;do=react");
    }

    #[test]
    fn what_is_shared_says_where_and_what_is_veiled_does_not() {
        use domain::feed::Upward;
        assert!(!html(view(), false).contains("partag"));
        let shared = Upward { to: vec![view().origin], may: true, ..Upward::default() };
        let shown = html(PostView { upward: shared.clone(), ..view() }, false);
        assert!(shown.contains("avec Club vélo") || shown.contains("with Club vélo"), "{shown}");
        assert!(shown.contains("/share"), "{shown}");
        let veiled = Upward { veiled: true, may: false, ..shared };
        let shown = html(PostView { upward: veiled, ..view() }, false);
        assert!(!shown.contains("avec Club vélo") && !shown.contains("with Club vélo"), "{shown}");
    }

    #[test]
    fn a_post_alone_leaves_its_title_to_the_page() {
        assert!(!html(view(), true).contains("<h2"));
        assert!(html(view(), false).contains("<h2"));
    }
}
