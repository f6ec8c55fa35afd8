//! The shape of what is on its way.

use domain::Lang;
use leptos::prelude::*;

use super::{VisuallyHidden, texts};

/// What is being waited for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    #[default]
    Post,
    /// A person or a line of a list.
    Row,
    /// An event, a ride, a community.
    Card,
    Text,
}

impl Shape {
    fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Row => "row",
            Self::Card => "card",
            Self::Text => "text",
        }
    }
}

/// `count` grey shapes in place of a list that is loading.
#[component]
pub fn Skeleton(
    lang: Lang,
    #[prop(optional)] shape: Shape,
    #[prop(default = 3)] count: u32,
) -> impl IntoView {
    let shapes = (0..count)
        .map(|_| {
            view! {
                <div class="skeleton" data-shape=shape.name() aria-hidden="true">
                    <span></span><span></span><span></span><span></span><span></span>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="skeletons" role="status">
            <VisuallyHidden>{texts::loading(lang)}</VisuallyHidden>
            {shapes}
        </div>
    }
}
