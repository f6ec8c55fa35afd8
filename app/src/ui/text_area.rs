//! Several lines of text in a form.

use domain::Lang;
use leptos::prelude::*;

use super::{FieldFrame, Kept, Words, field_id, ids::described_by, texts};

/// A text area that grows with what is typed. `maxlength` is announced in the hint, so that nobody
/// meets the limit by surprise.
#[component]
pub fn TextArea(
    lang: Lang,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] required: bool,
    #[prop(optional)] unmarked: bool,
    #[prop(optional, into)] placeholder: Words,
    #[prop(default = None, into)] maxlength: Option<u32>,
    /// Lines shown while empty.
    #[prop(default = 3)]
    rows: u32,
    #[prop(optional)] autofocus: bool,
    #[prop(optional, into)] id: Words,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| field_id(&name));
    let limit = maxlength.map(|n| texts::at_most(lang, n));
    let hint: Words = match (hint.get(), limit) {
        (Some(hint), Some(limit)) => format!("{hint} {limit}.").into(),
        (Some(hint), None) => hint.into(),
        (None, limit) => limit.into(),
    };
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some();
    let value = value.get();
    Kept::note_text(value.as_deref());
    view! {
        <FieldFrame lang id=id.clone() label hint error optional=!required && !unmarked>
            <textarea
                class="input textarea"
                id=id
                name=name
                rows=rows.to_string()
                required=required
                autofocus=autofocus
                placeholder=placeholder.get()
                maxlength=maxlength.map(|n| n.to_string())
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
                inner_html=value.map(|text| textarea_html(&text))
            ></textarea>
        </FieldFrame>
    }
}

/// The contents of a `<textarea>` that holds `text`.
///
/// Leptos writes a text area's children as they are, so what a person typed has to be escaped here
/// or it could close the element. The line feed put first is the one that HTML leaves out.
fn textarea_html(text: &str) -> String {
    format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;"))
}

#[cfg(test)]
mod tests {
    use super::textarea_html;

    #[test]
    fn what_was_typed_cannot_leave_the_text_area() {
        let typed = "</textarea><script>alert(1)</script>";
        assert_eq!(textarea_html(typed), "\n&lt;/textarea>&lt;script>alert(1)&lt;/script>");
        assert_eq!(textarea_html("&lt; stays as typed"), "\n&amp;lt; stays as typed");
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn the_page_holds_it_escaped() {
        use super::{TextArea, TextAreaProps};
        use leptos::prelude::*;
        let owner = Owner::new();
        owner.set();
        let props = TextAreaProps::builder().lang(domain::Lang::Fr).name("body").label("Texte");
        let page = TextArea(props.value("</textarea><b>").build()).to_html();
        assert!(page.contains("&lt;/textarea>&lt;b>"), "{page}");
        assert!(!page.contains("<b>"), "{page}");
    }
}
