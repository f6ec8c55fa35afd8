//! Things to press.

use leptos::prelude::*;

use super::{Icon, Words};

/// How loud a button is. One `Primary` a page or form; `Danger` for what cannot be undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    Primary,
    #[default]
    Secondary,
    /// No border until pointed at: toolbars, cards.
    Quiet,
    Danger,
}

impl Variant {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Secondary => "button",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

/// A button labelled by its children. It submits its form; with `href` it is a link that looks like
/// a button; with `opens` it opens the popover, menu or dialog of that id.
#[component]
pub fn Button(
    #[prop(optional)] variant: Variant,
    #[prop(optional, into)] icon: Words,
    #[prop(optional, into)] href: Words,
    #[prop(optional, into)] opens: Words,
    /// Name and value sent with the form when this is the button pressed.
    #[prop(optional, into)]
    name: Words,
    #[prop(optional, into)] value: Words,
    /// Another address for the form, for a form with two outcomes.
    #[prop(optional, into)]
    formaction: Words,
    /// Submit without the browser's own checks: "save as draft".
    #[prop(optional)]
    unchecked: bool,
    #[prop(optional)] small: bool,
    /// As wide as its container.
    #[prop(optional)]
    wide: bool,
    #[prop(optional)] disabled: bool,
    children: Children,
) -> impl IntoView {
    let icon = icon.get().map(|name| view! { <Icon name=name /> });
    let class = [variant.class(), if small { "small" } else { "" }, if wide { "wide" } else { "" }];
    let class = class.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let label = view! { <span class="button-label">{children()}</span> };
    match (href.get(), opens.get()) {
        (Some(href), _) => view! { <a class=class href=href>{icon}{label}</a> }.into_any(),
        (None, Some(target)) => view! {
            <button class=class type="button" popovertarget=target disabled=disabled>{icon}{label}</button>
        }
        .into_any(),
        (None, None) => view! {
            <button
                class=class
                type="submit"
                name=name.get()
                value=value.get()
                formaction=formaction.get()
                formnovalidate=unchecked
                disabled=disabled
            >
                {icon}
                {label}
            </button>
        }
        .into_any(),
    }
}

/// A button with only an icon to see and `label` to hear; the label also shows as a tooltip.
#[component]
pub fn IconButton(
    #[prop(into)] icon: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] href: Words,
    #[prop(optional, into)] opens: Words,
    #[prop(optional, into)] name: Words,
    #[prop(optional, into)] value: Words,
    /// For a toggle: whether it is on.
    #[prop(optional, into)]
    pressed: Option<bool>,
    /// A count drawn on the icon's corner; say it in the label too.
    #[prop(optional)]
    badge: u32,
) -> impl IntoView {
    let badge = (badge > 0).then(|| {
        let shown = if badge > 99 { "99+".to_owned() } else { badge.to_string() };
        view! { <span class="badge" data-count=shown aria-hidden="true"></span> }
    });
    let inside = view! { <Icon name=icon />{badge} };
    match (href.get(), opens.get()) {
        (Some(href), _) => view! {
            <a class="icon-button" href=href aria-label=label.clone() title=label>{inside}</a>
        }
        .into_any(),
        (None, Some(target)) => view! {
            <button class="icon-button" type="button" popovertarget=target aria-label=label.clone() title=label>
                {inside}
            </button>
        }
        .into_any(),
        (None, None) => view! {
            <button
                class="icon-button"
                type="submit"
                name=name.get()
                value=value.get()
                aria-label=label.clone()
                title=label
                aria-pressed=pressed.map(|on| on.to_string())
            >
                {inside}
            </button>
        }
        .into_any(),
    }
}
