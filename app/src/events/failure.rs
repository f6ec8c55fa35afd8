//! How this room's refusals read.

use domain::{Lang, event::EventError};

texts! {
    full: "Toutes les places sont prises.", "Every place is taken.";
    over: "Cet événement a déjà commencé ou est passé.", "This event has begun or is over.";
    cancelled: "Cet événement est annulé.", "This event is called off.";
    changed: "Quelqu’un d’autre a modifié cet événement entre-temps. Relisez ce qui suit, puis enregistrez pour le remplacer par votre version.",
        "Somebody else changed this event meanwhile. Read what follows again, then save to replace it with your version.";
}

pub fn sentence(lang: Lang, error: &EventError) -> &'static str {
    match error {
        EventError::Full => full(lang),
        EventError::Over => over(lang),
        EventError::Cancelled => cancelled(lang),
        EventError::Changed => changed(lang),
    }
}
