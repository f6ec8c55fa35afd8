//! Calling people in.

use super::{api::invitations_page, fresh_link::Fresh, pending::PendingList, texts as t};
use crate::{
    forms::{PostForm, form},
    page::{Title, page, query},
    ui::{Button, Card, Choice, Field, PageHeader, Select, Variant},
    visit::lang,
};
use domain::{Lang, actor::OrgRole};
use leptos::prelude::*;

/// `/admin/invitations?after=`
#[component]
pub fn Invitations() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(invitations_page(after), move |sheet| {
        view! {
            <Title text=t::invitations(lang) />
            <PageHeader title=t::invitations(lang) lead=t::invitations_lead(lang) />
            {sheet.fresh.map(|link| {
            let text = t::fresh_text(lang, &link.expires);
            view! { <Fresh lang link text /> }
        })}
            <Invite lang roles=sheet.roles />
            <PendingList lang pending=sheet.pending middle />
        }
    })
}

#[component]
fn Invite(lang: Lang, roles: Vec<OrgRole>) -> impl IntoView {
    let form = form("invite_person");
    let choices = roles.into_iter().map(|role| Choice::new(role.word(), t::role(lang, role))).collect();
    view! {
        <Card title=t::invite_somebody(lang)>
            <PostForm action="invite_person" class="form">
                <div class="fields">
                    <Field
                        lang
                        name="name"
                        label=t::name(lang)
                        value=form.value("name")
                        error=form.error("name")
                        required=true
                    />
                    <Field
                        lang
                        name="email"
                        kind="email"
                        label=t::email(lang)
                        value=form.value("email")
                        error=form.error("email")
                        required=true
                    />
                </div>
                <div class="fields">
                    <Select
                        lang
                        name="role"
                        label=t::role_label(lang)
                        choices
                        value=form.value_or("role", OrgRole::Employee.word())
                        error=form.error("role")
                        required=true
                    />
                    <Field
                        lang
                        name="company"
                        label=t::company(lang)
                        value=form.value("company")
                        error=form.error("company")
                        unmarked=true
                    />
                </div>
                <div class="actions">
                    <Button variant=Variant::Primary icon="user-plus">{t::prepare_invitation(lang)}</Button>
                </div>
            </PostForm>
        </Card>
    }
}
