//! A community is closed well: what will happen is said before.

use super::{
    api::{ArchiveSheet, archive_page},
    texts as t,
};
use crate::{
    communities::{
        head::{Head, Tab},
        texts as shared,
    },
    forms::{PostForm, form},
    page::{Title, page, param},
    ui::{Button, Card, Checkbox, TextArea, Variant},
    visit::lang,
};
use domain::community::proposal::REASON_MAX;
use leptos::prelude::*;

/// `/communities/:slug/archive`
#[component]
pub fn ArchiveCommunity() -> impl IntoView {
    let lang = lang();
    page(async move { archive_page(param("slug")?).await }, move |sheet| {
        let ArchiveSheet { head, requests, events } = sheet;
        let form = form("archive_community");
        let (community, back) = (head.id.to_string(), format!("/communities/{}/life", head.slug));
        view! {
            <Title text=t::archive_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Life />
            <Card title=t::what_happens(lang)>
                <ul class="stack" data-gap="small">
                    <li>{t::happens_read(lang)}</li>
                    <li>{t::happens_lists(lang)}</li>
                    <li>{t::happens_requests(lang, requests)}</li>
                    <li>{t::happens_events(lang, events)}</li>
                    <li>{t::happens_back(lang)}</li>
                </ul>
                <PostForm action="archive_community" class="form">
                    <input type="hidden" name="community" value=community />
                    <TextArea
                        lang
                        name="reason"
                        label=t::why_archive(lang)
                        hint=t::why_archive_hint(lang)
                        value=form.value("reason")
                        error=form.error("reason")
                        maxlength=u32::try_from(REASON_MAX).unwrap_or(u32::MAX)
                        rows=3
                        required=true
                    />
                    <Checkbox
                        name="confirm"
                        label=t::archive_confirm(lang)
                        checked=form.ticked("confirm", false)
                        error=form.error("confirm")
                        required=true
                    />
                    <div class="actions">
                        <Button variant=Variant::Danger icon="archive">{t::archive(lang)}</Button>
                        <Button variant=Variant::Quiet href=back>{shared::cancel(lang)}</Button>
                    </div>
                </PostForm>
            </Card>
        }
    })
}
