//! A message that stays on the page.

use leptos::prelude::*;

use super::{Icon, Words};

/// What a message is about, never told by colour alone: each has its icon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

impl Tone {
    /// The value of `data-tone` that the style sheets know.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    pub(super) fn icon(self) -> &'static str {
        match self {
            Self::Neutral | Self::Info => "info",
            Self::Success => "circle-check",
            Self::Warning => "triangle-alert",
            Self::Danger => "circle-x",
        }
    }
}

/// A framed message: what happened, what was kept, what to do. `alert` interrupts a screen reader:
/// only for what the person has to know now.
#[component]
pub fn Banner(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: Words,
    #[prop(optional)] alert: bool,
    children: Children,
) -> impl IntoView {
    let title = title.get().map(|title| view! { <p class="banner-title">{title}</p> });
    view! {
        <div class="banner" data-tone=tone.name() role=alert.then_some("alert")>
            <Icon name=tone.icon() />
            <div class="banner-body">{title}{children()}</div>
        </div>
    }
}
