//! What feeds do in the browser: reactions that show at once, and help for who writes.
//!
//! Nothing depends on it. When anything is not as expected it leaves the form to the yard, and the
//! yard to the browser.

use domain::{Lang, feed::Reaction};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, HtmlButtonElement, HtmlFormElement, HtmlInputElement, RequestInit, Response, Storage,
    SubmitEvent, UrlSearchParams, Window,
};

texts! {
    left(n: usize): format!("Encore {n} caractères"), format!("{n} characters left");
    over(n: usize): format!("{n} caractères de trop"), format!("{n} characters too many");
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Asks the server function `name`; what it answered, if it did what was asked.
async fn ask(name: &str, fields: &UrlSearchParams) -> Option<String> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(fields);
    let promise = window()?.fetch_with_str_and_init(&format!("/api/{name}"), &init);
    let answer: Response = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let text = answer.text().ok().filter(|_| answer.ok())?;
    wasm_bindgen_futures::JsFuture::from(text).await.ok()?.as_string()
}

/// Listens for reactions, once for as long as the page lives: posts come and go.
pub(super) fn quick_reactions() {
    thread_local! {
        static LISTENING: Cell<bool> = const { Cell::new(false) };
    }
    if LISTENING.replace(true) {
        return;
    }
    let Some(document) = document() else { return };
    // Before the yard, which leaves alone what was taken.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(&document, "submit", options, |event| {
        if let Some(pressed) = event.dyn_ref().and_then(Pressed::of) {
            event.prevent_default();
            pressed.go();
        }
    })
    .forget();
}

/// A reaction on its way.
struct Pressed {
    form: HtmlFormElement,
    buttons: Vec<HtmlButtonElement>,
    which: usize,
}

impl Pressed {
    fn of(event: &SubmitEvent) -> Option<Pressed> {
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        if !form.has_attribute("data-react") {
            return None;
        }
        let button: HtmlButtonElement = event.submitter()?.dyn_into().ok()?;
        let buttons = buttons(&form);
        let which = buttons.iter().position(|other| *other == button)?;
        Some(Pressed { form, buttons, which })
    }

    fn go(self) {
        // One at a time: two on their way could arrive the other way round.
        if self.form.has_attribute("aria-busy") {
            return;
        }
        let Some(fields) = self.fields() else { return };
        let before = self.form.inner_html();
        self.show();
        let _ = self.form.set_attribute("aria-busy", "true");
        leptos::task::spawn_local(async move {
            let done = ask("react", &fields).await.is_some();
            let _ = self.form.remove_attribute("aria-busy");
            if !done {
                self.form.set_inner_html(&before);
                let _ = self.form.remove_attribute("data-react");
                let button = buttons(&self.form).into_iter().nth(self.which);
                let _ = self.form.request_submit_with_submitter(button.as_ref().map(AsRef::as_ref));
            }
        });
    }

    fn fields(&self) -> Option<UrlSearchParams> {
        let post: HtmlInputElement = self.form.query_selector("input[name=post]").ok()??.dyn_into().ok()?;
        let fields = UrlSearchParams::new().ok()?;
        fields.append("post", &post.value());
        fields.append("reaction", &self.buttons.get(self.which)?.value());
        Some(fields)
    }

    /// What the page will look like once the server has answered.
    fn show(&self) {
        for ((place, button), reaction) in self.buttons.iter().enumerate().zip(Reaction::ALL) {
            let was = button.value().is_empty();
            let is = place == self.which && !was;
            if was == is {
                continue;
            }
            button.set_value(if is { "" } else { reaction.word() });
            let _ = button.set_attribute("aria-pressed", if is { "true" } else { "false" });
            if let Ok(Some(count)) = button.query_selector(".reaction-count") {
                let shown: u64 =
                    count.text_content().and_then(|text| text.trim().parse().ok()).unwrap_or_default();
                let shown = if is { shown + 1 } else { shown.saturating_sub(1) };
                count.set_text_content(Some(&shown.to_string()).filter(|_| shown > 0).map(String::as_str));
            }
        }
    }
}

fn buttons(form: &HtmlFormElement) -> Vec<HtmlButtonElement> {
    let Ok(found) = form.query_selector_all("button.reaction") else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

/// Characters left are told from here on.
const NEARLY: usize = 500;
/// Said once in so many characters.
const STEP: usize = 100;

/// Wakes the form `form`: its draft is kept on this device under `place`.
pub(super) fn help_writing(
    form: String,
    place: String,
    most: usize,
    resumed: String,
    edits: bool,
    lang: Lang,
) {
    let Some(form) = document().and_then(|document| document.get_element_by_id(&form)) else { return };
    let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    let desk = Desk { form, storage, name: format!("preau:draft:{place}"), most, edits, lang };
    desk.clone().take_up(resumed);
    desk.count();
    let typing = desk.clone();
    EventListener::new(&desk.form, "input", move |_| {
        typing.keep(false);
        typing.count();
    })
    .forget();
    let sending = desk.clone();
    EventListener::new(&desk.form, "submit", move |_| sending.keep(true)).forget();
}

/// Where somebody writes.
#[derive(Clone)]
struct Desk {
    form: HtmlFormElement,
    storage: Option<Storage>,
    name: String,
    most: usize,
    /// What is changed was written before: the form is never blank at first.
    edits: bool,
    lang: Lang,
}

/// Fields of a draft. With its key, a form that was sent and never answered is sent once.
const KEPT: [&str; 13] = [
    "key",
    "community",
    "title",
    "body",
    "alt",
    "poll_options",
    "poll_end_date",
    "poll_end_time",
    "praised",
    "url",
    "later_date",
    "later_time",
    "revision",
];

impl Desk {
    fn field(&self, name: &str) -> Option<Element> {
        self.form.query_selector(&format!("[name={name}]")).ok()?
    }

    fn value(&self, name: &str) -> String {
        let value = self.field(name).and_then(|field| property(&field, "value"));
        value.unwrap_or_default()
    }

    fn set(&self, name: &str, value: &str) {
        if let Some(field) = self.field(name) {
            let _ = web_sys::js_sys::Reflect::set(&field, &"value".into(), &value.into());
        }
    }

    /// Nothing was changed since the page was drawn.
    fn is_as_drawn(&self) -> bool {
        ["title", "body", "url"].into_iter().all(|name| {
            let drawn = self.field(name).and_then(|field| property(&field, "defaultValue"));
            drawn.is_none_or(|drawn| drawn == self.value(name))
        })
    }

    fn is_blank(&self) -> bool {
        let typed = ["title", "body", "url", "poll_options", "praised", "alt"];
        typed.into_iter().all(|name| self.value(name).is_empty())
    }

    /// Keeps what is typed; `sent` when it is on its way and nobody knows yet what becomes of it.
    fn keep(&self, sent: bool) {
        let (Some(storage), Ok(draft)) = (&self.storage, UrlSearchParams::new()) else { return };
        if self.is_blank() || (self.edits && self.is_as_drawn()) {
            let _ = storage.remove_item(&self.name);
            return;
        }
        for name in KEPT {
            draft.append(name, &self.value(name));
        }
        if let Ok(Some(kind)) = self.form.query_selector("[name=kind]:checked") {
            draft.append("kind", &property(&kind, "value").unwrap_or_default());
        }
        if sent {
            draft.append("sent", "1");
        }
        let _ = storage.set_item(&self.name, &String::from(draft.to_string()));
    }

    /// Takes up the draft of this place, unless it was published after all.
    fn take_up(self, resumed: String) {
        let kept = self.storage.as_ref().and_then(|storage| storage.get_item(&self.name).ok().flatten());
        let Some(draft) = kept.and_then(|kept| UrlSearchParams::new_with_str(&kept).ok()) else { return };
        // A form that was refused comes back as it was typed.
        if !self.edits && !self.is_blank() {
            return;
        }
        // A change that was taken, or made again elsewhere.
        let same = |name| draft.get(name).unwrap_or_default() == self.value(name);
        let over = draft.has("sent") && !same("revision");
        if self.edits && (over || (same("title") && same("body") && same("url"))) {
            if let Some(storage) = &self.storage {
                let _ = storage.remove_item(&self.name);
            }
            return;
        }
        leptos::task::spawn_local(async move {
            if draft.has("sent") && !self.edits && self.arrived(&draft).await {
                if let Some(storage) = &self.storage {
                    let _ = storage.remove_item(&self.name);
                }
                return;
            }
            for name in KEPT {
                // A change is made to what the page was drawn with.
                if self.edits && matches!(name, "key" | "revision") {
                    continue;
                }
                if let Some(value) = draft.get(name) {
                    self.set(name, &value);
                }
            }
            if let Some(kind) = draft.get("kind")
                && let Ok(Some(kind)) = self.form.query_selector(&format!("[name=kind][value={kind:?}]"))
            {
                let _ = web_sys::js_sys::Reflect::set(&kind, &"checked".into(), &JsValue::TRUE);
            }
            if let Ok(Some(door)) = self.form.closest("details") {
                let _ = door.set_attribute("open", "");
            }
            self.tell(&resumed);
        });
    }

    async fn arrived(&self, draft: &UrlSearchParams) -> bool {
        let (Ok(fields), Some(key)) = (UrlSearchParams::new(), draft.get("key")) else { return false };
        fields.append("key", &key);
        ask("was_sent", &fields).await.is_some_and(|answer| answer.trim() == "true")
    }

    fn tell(&self, text: &str) {
        if let Ok(Some(said)) = self.form.query_selector(".composer-draft") {
            said.set_text_content(Some(text));
        }
    }

    /// Shows how much may still be typed, and has it said now and then: not at each letter.
    fn count(&self) {
        let typed = self.value("body").chars().count();
        let told = match self.most.checked_sub(typed) {
            Some(rest) if rest > NEARLY => String::new(),
            Some(rest) => left(self.lang, rest),
            None => over(self.lang, typed - self.most),
        };
        let Ok(Some(shown)) = self.form.query_selector(".writing-left") else { return };
        if shown.text_content().unwrap_or_default() == told {
            return;
        }
        shown.set_text_content(Some(&told));
        let step = (typed / STEP).to_string();
        if told.is_empty() {
            let _ = shown.remove_attribute("data-step");
        } else if shown.get_attribute("data-step").as_ref() != Some(&step) || typed > self.most {
            let _ = shown.set_attribute("data-step", &step);
            self.tell(&told);
        }
    }
}

fn property(element: &Element, name: &str) -> Option<String> {
    web_sys::js_sys::Reflect::get(element, &name.into()).ok()?.as_string()
}
