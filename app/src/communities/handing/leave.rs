//! Leaving, for who has seen what it means.

use super::{
    api::{LeaveSheet, leave_page},
    texts as t,
};
use crate::{
    communities::{
        head::{Head, Tab},
        texts as shared,
    },
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Banner, Button, Card, Checkbox, Tone, Variant},
    visit::lang,
};
use domain::community::handing::Leaving;
use leptos::prelude::*;

/// `/communities/:slug/leave`
#[component]
pub fn LeaveCommunity() -> impl IntoView {
    let lang = lang();
    page(async move { leave_page(param("slug")?).await }, move |LeaveSheet { head, means }| {
        let form = form("leave_community");
        let base = format!("/communities/{}", head.slug);
        let community = head.id.to_string();
        let members = format!("{base}/members");
        let hand_over = (head.may_offer && means != Leaving::Plain)
            .then(|| view! { <p><a href=members>{t::see_members(lang)}</a></p> });
        let said = match means {
            Leaving::Plain => None,
            Leaving::Animated(others) => Some((Tone::Info, t::leave_animated(lang, others))),
            Leaving::OneLeft => Some((Tone::Warning, t::leave_one(lang).to_owned())),
            Leaving::Alone => Some((Tone::Warning, t::leave_alone(lang).to_owned())),
        };
        let said = said.map(|(tone, text)| view! { <Banner tone><p>{text}</p>{hand_over}</Banner> });
        view! {
            <Title text=t::leave_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Members />
            <Card title=t::leave_title(lang)>
                <p>{t::leave_plain(lang)}</p>
                {said}
                <PostForm action="leave_community" class="form">
                    <input type="hidden" name="community" value=community />
                    <Checkbox
                        name="confirm"
                        label=t::leave_confirm(lang)
                        error=form.error("confirm")
                        required=true
                    />
                    <div class="actions">
                        <Button variant=Variant::Danger icon="log-out">{t::leave_now(lang)}</Button>
                        <Button variant=Variant::Quiet href=base>{shared::cancel(lang)}</Button>
                    </div>
                </PostForm>
            </Card>
        }
    })
}
