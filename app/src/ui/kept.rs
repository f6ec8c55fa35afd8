//! What a form that was refused still holds.

use super::texts;
use domain::Lang;
use leptos::prelude::use_context;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// What the fields of one form hold: each notes itself as it is drawn, so that the form promises only
/// what is true of it.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<Noted>);

#[derive(Debug, Default)]
struct Noted {
    /// Something that was written stands in a field.
    written: AtomicBool,
    /// There is a field for a password: it came back empty.
    password: AtomicBool,
}

impl Kept {
    /// Of a form in which something was written.
    pub fn of_text() -> Kept {
        let kept = Kept::default();
        kept.0.written.store(true, Ordering::Relaxed);
        kept
    }

    /// A field one writes in holds `value`.
    pub(crate) fn note_text(value: Option<&str>) {
        if value.is_some_and(|value| !value.is_empty())
            && let Some(Kept(noted)) = use_context::<Kept>()
        {
            noted.written.store(true, Ordering::Relaxed);
        }
    }

    pub(crate) fn note_password() {
        if let Some(Kept(noted)) = use_context::<Kept>() {
            noted.password.store(true, Ordering::Relaxed);
        }
    }

    pub(super) fn told(&self, lang: Lang) -> Option<&'static str> {
        let noted = |what: &AtomicBool| what.load(Ordering::Relaxed);
        match (noted(&self.0.written), noted(&self.0.password)) {
            (true, false) => Some(texts::nothing_lost(lang)),
            (true, true) => Some(texts::nothing_lost_but_password(lang)),
            (false, true) => Some(texts::password_again(lang)),
            (false, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{field::FieldProps, text_area::TextAreaProps};
    use leptos::prelude::{Owner, provide_context};

    fn field(kind: &str, value: &str, readonly: bool) {
        let props = FieldProps::builder().lang(Lang::Fr).name("a").label("A").kind(kind).value(value);
        let _ = crate::ui::Field(props.readonly(readonly).build());
    }

    fn told(draw: impl FnOnce()) -> Option<&'static str> {
        let owner = Owner::new();
        owner.with(|| {
            let kept = Kept::default();
            provide_context(kept.clone());
            draw();
            kept.told(Lang::Fr)
        })
    }

    #[test]
    fn a_form_promises_what_its_fields_hold() {
        assert_eq!(told(|| ()), None);
        assert_eq!(told(|| field("text", "", false)), None, "nothing was written");
        assert_eq!(told(|| field("email", "a@b.fr", true)), None, "not by who reads it");
        assert_eq!(told(|| field("email", "a@b.fr", false)), Some(texts::nothing_lost(Lang::Fr)));
        assert_eq!(told(|| field("password", "", false)), Some(texts::password_again(Lang::Fr)));
        let both = || {
            field("password", "", false);
            let props = TextAreaProps::builder().lang(Lang::Fr).name("b").label("B").value("Bonjour");
            let _ = crate::ui::TextArea(props.build());
        };
        assert_eq!(told(both), Some(texts::nothing_lost_but_password(Lang::Fr)));
    }
}
