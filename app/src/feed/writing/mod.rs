//! Help for who writes a text: buttons that format, names that complete, what it will look like, the
//! characters left, and a draft kept on the device.
//!
//! A text is written without any of it; what it will look like is shown without JavaScript too.

mod marks;

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(any(feature = "hydrate", test))]
mod change;

use super::texts as t;
use crate::{
    forms::{FormState, target},
    ui::{Button, Icon, Variant},
    visit::visit,
};
use domain::Lang;
use leptos::prelude::*;
use marks::Mark;

/// Under the field `body` of a form.
#[component]
pub(super) fn WritingHelp(
    lang: Lang,
    state: FormState,
    /// Id of the form it helps with.
    form: String,
    /// Under which a draft is kept on the device.
    place: String,
    /// Characters of the longest text.
    most: usize,
    /// The form changes what was written before.
    #[prop(optional)]
    edits: bool,
) -> impl IntoView {
    // A device may be shared: nobody is shown another's draft.
    let place = visit().actor.map(|actor| format!("{}:{place}", actor.person)).unwrap_or(place);
    let tools = Mark::ALL.into_iter().map(|mark| tool(lang, mark)).collect_view();
    let (names, preview) = (format!("{form}-names"), format!("{form}-preview"));
    let html = state.preview();
    let hidden = html.is_none();
    let title = format!("{preview}-title");
    let labelled = title.clone();
    view! {
        <div class="writing">
            <div class="writing-tools" role="toolbar" aria-label=t::formatting(lang) hidden>{tools}</div>
            <div class="writing-names">
                <ul class="combobox-list" role="listbox" id=names aria-label=t::names(lang) hidden></ul>
            </div>
            <p class="writing-left" aria-hidden="true"></p>
            <section class="writing-preview" id=preview hidden=hidden aria-labelledby=labelled tabindex="-1">
                <p class="writing-preview-title" id=title>{t::preview(lang)}</p>
                <div class="prose" inner_html=html.unwrap_or_default()></div>
            </section>
            <Draft form place most resumed=t::draft_kept(lang).to_owned() edits lang />
        </div>
    }
}

/// Shows what the text will look like and publishes nothing; beside the button that sends.
#[component]
pub(super) fn PreviewButton(lang: Lang, action: &'static str, form: String) -> impl IntoView {
    let visit = visit();
    let to = format!("{}#{form}-preview", target(&visit.path, &visit.query, action));
    view! {
        <Button variant=Variant::Quiet icon="eye" name="preview" value="yes" formaction=to unchecked=true>
            {t::preview(lang)}
        </Button>
    }
}

fn tool(lang: Lang, mark: Mark) -> impl IntoView {
    let name = match mark {
        Mark::Bold => t::bold(lang),
        Mark::Italic => t::italic(lang),
        Mark::Link => t::make_link(lang),
        Mark::List => t::make_list(lang),
        Mark::Quote => t::make_quote(lang),
        Mark::Code => t::make_code(lang),
    };
    let keys = mark.key().map(|key| key.to_uppercase());
    let shortcuts = keys.as_ref().map(|key| format!("Control+{key} Meta+{key}"));
    let title = keys.map_or(name.to_owned(), |key| format!("{name} (Ctrl+{key})"));
    view! {
        <button
            type="button"
            class="icon-button"
            data-mark=mark.word()
            aria-label=name
            title=title
            aria-keyshortcuts=shortcuts
        >
            <Icon name=mark.word() />
        </button>
    }
}

/// Wakes the rest; says what there is to say of the draft and of the characters left.
#[island]
fn Draft(
    form: String,
    place: String,
    most: usize,
    /// Said when a draft was taken up.
    resumed: String,
    edits: bool,
    lang: Lang,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        browser::help(&form, lang);
        super::browser::help_writing(form, place, most, resumed, edits, lang);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, place, most, resumed, edits, lang);
    view! { <p class="composer-draft" role="status"></p> }
}
