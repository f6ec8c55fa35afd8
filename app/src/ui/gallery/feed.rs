//! What people say to each other.

use domain::Lang;
use leptos::prelude::*;

use super::texts as t;
use crate::ui::{Avatar, Button, Icon, Menu, Pill, Progress, Prose, Size, TextArea, Tone, Variant};

pub(super) fn draw(lang: Lang, theme: &'static str) -> AnyView {
    view! {
        <a class="composer-door" href="#"><Avatar name="Zoé Lebrun" />{t::write(lang)}</a>
        <Composer lang theme />
        <article class="post" data-kind="question">
            <header class="post-head">
                <Avatar name="Jean-Baptiste Ngo Mbarga de la Rochefoucauld" />
                <div class="post-who">
                    <p class="post-author"><a href="#">"Jean-Baptiste Ngo Mbarga de la Rochefoucauld"</a></p>
                    <p class="post-meta"><a href="#">{t::long_community(lang)}</a>" · "<a href="#"><time>{t::yesterday(lang)}</time></a></p>
                </div>
                <Pill tone=Tone::Info label=t::question(lang) />
                <Menu id=format!("{theme}-post-menu") label=t::menu_label(lang)><a href="#">{t::edit(lang)}</a></Menu>
            </header>
            <h3 class="post-title"><a href="#">{t::post_title(lang)}</a></h3>
            <Prose html=t::post_html(lang) />
            <p class="post-answer"><Icon name="badge-check" />{t::answer(lang)}</p>
            <footer class="post-foot">
                <Reactions lang named=false />
                <a class="post-comments" href="#"><Icon name="message-circle" />{t::comments(lang, 4)}</a>
            </footer>
        </article>
        <article class="post" data-kind="praise">
            <header class="post-head">
                <Avatar name="Amina" />
                <div class="post-who">
                    <h3 class="post-author"><a href="#">"Amina El Fassi"</a></h3>
                    <p class="post-meta"><time>{t::yesterday(lang)}</time></p>
                </div>
                <Pill label=t::praise(lang) icon="award" />
            </header>
            <Prose html=t::praise_html(lang) />
            <Reactions lang named=true />
        </article>
        <article class="post" data-kind="poll">
            <div class="poll">
                <Progress id=format!("{theme}-poll-1") label=t::workshop(lang) value=12 max=20 text="12" />
                <Progress id=format!("{theme}-poll-2") label=t::reading(lang) value=8 max=20 text="8" />
            </div>
        </article>
        <ol class="comments">
            <li class="comment" data-answer="true">
                <Avatar name="Léa Simon" size=Size::Small />
                <Comment lang who="Léa Simon" />
                <ol class="comments">
                    <li class="comment">
                        <Avatar name="Zoé Lebrun" size=Size::Small />
                        <Comment lang who="Zoé Lebrun" />
                    </li>
                </ol>
            </li>
            <li class="comment">
                <Avatar name="" size=Size::Small />
                <div class="comment-body"><p class="comment-gone">{t::comment_gone(lang)}</p></div>
            </li>
        </ol>
    }
    .into_any()
}

#[component]
fn Composer(lang: Lang, theme: &'static str) -> impl IntoView {
    let kind = move |value: &'static str, label: &'static str| {
        view! {
            <label>
                <input class="visually-hidden" type="radio" name=format!("{theme}-kind") value=value checked=value == "discussion" />
                <span class="chip">{label}</span>
            </label>
        }
    };
    view! {
        <section class="composer" aria-label=t::publish(lang)>
            <form class="form" method="post">
                <div class="composer-line">
                    <Avatar name="Zoé Lebrun" />
                    <TextArea lang name=format!("{theme}-body") label=t::write_label(lang) placeholder=t::write(lang) required=true />
                </div>
                <div class="composer-tools">
                    <fieldset class="composer-kinds">
                        <legend class="visually-hidden">{t::kind(lang)}</legend>
                        {kind("discussion", t::discussion(lang))}
                        {kind("question", t::question(lang))}
                        {kind("idea", t::idea(lang))}
                    </fieldset>
                    <Button variant=Variant::Primary icon="send">{t::publish(lang)}</Button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Reactions(lang: Lang, named: bool) -> impl IntoView {
    let reaction = |value: &'static str, icon: &'static str, name: &'static str, count: u32, mine: bool| {
        let count = (count > 0).then_some(count);
        view! {
            <button class="reaction" name="reaction" value=value aria-pressed=mine.to_string() title=name>
                <Icon name=icon />
                <span class="reaction-name">{name}</span>
                <span class="reaction-count">{count}</span>
            </button>
        }
    };
    view! {
        <form method="post">
            <fieldset class="reactions" data-named=named.then_some("true")>
            <legend class="visually-hidden">{t::reactions(lang)}</legend>
            {reaction("bravo", "party-popper", t::reaction_bravo(lang), 3, false)}
            {reaction("thanks", "hand-heart", t::reaction_thanks(lang), 12, true)}
            {reaction("useful", "lightbulb", t::reaction_useful(lang), 1, false)}
            {reaction("moved", "heart", t::reaction_moved(lang), 0, false)}
            {reaction("curious", "telescope", t::reaction_curious(lang), 0, false)}
            {reaction("with_you", "handshake", t::reaction_with_you(lang), 0, false)}
        </fieldset></form>
    }
}

#[component]
fn Comment(lang: Lang, who: &'static str) -> impl IntoView {
    view! {
        <div class="comment-body">
            <p class="comment-head">
                <a class="comment-author" href="#">{who}</a>
                <a class="comment-when" href="#"><time>{t::yesterday(lang)}</time></a>
            </p>
            <Prose html=t::comment(lang) />
            <div class="comment-foot">
                <Reactions lang named=false />
                <Button variant=Variant::Quiet small=true href="#">{t::reply(lang)}</Button>
            </div>
        </div>
    }
}
