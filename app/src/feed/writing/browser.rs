//! The buttons, the names and the preview, in the browser. When anything is not as expected, one
//! writes as without them.

use super::{
    change::{asked, marked},
    marks::Mark,
};
use domain::{Lang, feed::Offer};
use gloo::events::{EventListener, EventListenerOptions};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, Event, FormData, Headers, HtmlButtonElement, HtmlElement, HtmlFormElement,
    HtmlTextAreaElement, RequestInit, Response, UrlSearchParams, js_sys,
};

texts! {
    found(n: usize):
        match n { 0 => String::from("Aucun nom"), 1 => String::from("1 nom proposé, flèche bas pour le choisir"), n => format!("{n} noms proposés, flèche bas pour choisir") },
        match n { 0 => String::from("No name"), 1 => String::from("1 name offered, arrow down to choose it"), n => format!("{n} names offered, arrow down to choose") };
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Wakes the help of the form `form`.
pub(super) fn help(form: &str, lang: Lang) {
    let desk = || {
        let form: HtmlFormElement = document()?.get_element_by_id(form)?.dyn_into().ok()?;
        let area: HtmlTextAreaElement = form.query_selector("textarea[name=body]").ok()??.dyn_into().ok()?;
        let tools = form.query_selector(".writing-tools").ok()??;
        let list = form.query_selector(".writing-names [role=listbox]").ok()??;
        let preview = form.query_selector(".writing-preview").ok()??;
        Some(Rc::new(Desk {
            form,
            area,
            list,
            tools,
            preview,
            lang,
            offers: RefCell::default(),
            active: Cell::default(),
            asked: Cell::default(),
        }))
    };
    if let Some(desk) = desk() {
        desk.wake();
    }
}

struct Desk {
    form: HtmlFormElement,
    area: HtmlTextAreaElement,
    tools: Element,
    list: Element,
    preview: Element,
    lang: Lang,
    offers: RefCell<Vec<Offer>>,
    active: Cell<Option<usize>>,
    /// Counts what was typed, so that a late answer to an earlier text is dropped.
    asked: Cell<u32>,
}

/// Milliseconds without a key.
const PAUSE: u32 = 150;

impl Desk {
    fn wake(self: Rc<Self>) {
        let _ = self.tools.remove_attribute("hidden");
        let desk = self.clone();
        EventListener::new(&self.tools, "click", move |event| {
            let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let pressed = pressed.and_then(|element| element.closest("[data-mark]").ok().flatten());
            if let Some(mark) =
                pressed.and_then(|button| Mark::from_word(&button.get_attribute("data-mark")?))
            {
                desk.mark(mark);
            }
        })
        .forget();
        let desk = self.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.area, "keydown", options, move |event| desk.key(event))
            .forget();
        let desk = self.clone();
        EventListener::new(&self.area, "input", move |_| desk.clone().look()).forget();
        let desk = self.clone();
        EventListener::new(&self.area, "blur", move |_| desk.close()).forget();
        let desk = self.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.list, "pointerdown", options, move |event| {
            let option = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let option = option.and_then(|element| element.closest("[role=option]").ok().flatten());
            let place = option.and_then(|option| option.get_attribute("data-place")?.parse().ok());
            event.prevent_default();
            if let Some(place) = place {
                desk.choose(place);
            }
        })
        .forget();
        let desk = self.clone();
        let options =
            EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
        // Before the yard, which would send the form.
        EventListener::new_with_options(&self.form, "submit", options, move |event| {
            let button = event.dyn_ref::<web_sys::SubmitEvent>().and_then(web_sys::SubmitEvent::submitter);
            let button = button.and_then(|button| button.dyn_into::<HtmlButtonElement>().ok());
            if button.is_some_and(|button| button.name() == "preview") {
                event.prevent_default();
                event.stop_propagation();
                leptos::task::spawn_local(desk.clone().show());
            }
        })
        .forget();
    }

    /// What stands before the caret or what is selected, that, and what stands after.
    fn parts(&self) -> Option<(String, String, String)> {
        let text: Vec<u16> = self.area.value().encode_utf16().collect();
        let place =
            |at: Result<Option<u32>, JsValue>| at.ok()?.map(|at| usize::try_from(at).unwrap_or(usize::MAX));
        let (start, end) = (place(self.area.selection_start())?, place(self.area.selection_end())?);
        let part = |units: Option<&[u16]>| units.map(String::from_utf16_lossy);
        Some((part(text.get(..start))?, part(text.get(start..end))?, part(text.get(end..))?))
    }

    /// Puts `text` in place of `length` units from `start` on, in a way that can be undone.
    fn put(&self, start: usize, length: usize, text: &str) {
        let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let _ = self.area.focus();
        let _ = self.area.set_selection_range(at(start), at(start + length));
        let typed = || {
            let document = document()?;
            let insert = js_sys::Reflect::get(&document, &"execCommand".into()).ok()?;
            let insert: js_sys::Function = insert.dyn_into().ok()?;
            let done = insert.call3(&document, &"insertText".into(), &JsValue::FALSE, &text.into()).ok()?;
            done.as_bool().filter(|done| *done)
        };
        if typed().is_none() {
            let _ = self.area.set_range_text(text);
            if let Ok(event) = Event::new("input") {
                let _ = self.area.dispatch_event(&event);
            }
        }
    }

    fn mark(&self, mark: Mark) {
        let Some((before, selected, after)) = self.parts() else { return };
        let change = marked(mark, &before, &selected, &after);
        let units = |text: &str| text.encode_utf16().count();
        let start = units(&before).saturating_sub(change.back);
        self.put(start, units(&selected) + change.back + change.ahead, &change.insert);
        let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let from = start + change.select.0;
        let _ = self.area.set_selection_range(at(from), at(from + change.select.1));
    }

    fn key(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let key = event.key();
        if (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key() {
            if let Some(mark) =
                Mark::ALL.into_iter().find(|mark| mark.key() == Some(key.to_lowercase().as_str()))
            {
                event.prevent_default();
                self.mark(mark);
            }
            return;
        }
        let count = self.offers.borrow().len();
        let Some(last) = count.checked_sub(1) else { return };
        let then = match (key.as_str(), self.active.get()) {
            ("ArrowDown", Some(place)) if place < last => place + 1,
            ("ArrowDown", _) => 0,
            ("ArrowUp", Some(place)) if place > 0 => place - 1,
            ("ArrowUp", _) => last,
            ("Enter" | "Tab", Some(place)) => {
                event.prevent_default();
                return self.choose(place);
            }
            ("Escape", _) => {
                event.prevent_default();
                return self.close();
            }
            _ => return,
        };
        event.prevent_default();
        self.point(then);
    }

    fn point(&self, place: usize) {
        self.active.set(Some(place));
        let Ok(options) = self.list.query_selector_all("[role=option]") else { return };
        for n in 0..options.length() {
            let Some(option) = options.get(n).and_then(|option| option.dyn_into::<Element>().ok()) else {
                continue;
            };
            let active = usize::try_from(n) == Ok(place);
            let _ = option.set_attribute("aria-selected", if active { "true" } else { "false" });
            if active {
                let _ = self.area.set_attribute("aria-activedescendant", &option.id());
                option.scroll_into_view_with_bool(false);
            }
        }
    }

    /// An answer that is still on its way is not wanted any more.
    fn close(&self) {
        self.asked.set(self.asked.get().wrapping_add(1));
        self.offers.borrow_mut().clear();
        self.active.set(None);
        self.list.set_text_content(None);
        let _ = self.list.set_attribute("hidden", "");
        for name in ["aria-activedescendant", "aria-controls", "aria-autocomplete"] {
            let _ = self.area.remove_attribute(name);
        }
    }

    /// The name that is being typed, when there is one.
    fn name(&self) -> Option<String> {
        let (before, selected, _) = self.parts()?;
        selected.is_empty().then(|| asked(&before).map(str::to_owned)).flatten()
    }

    /// Asks once the typing pauses.
    fn look(self: Rc<Self>) {
        self.asked.set(self.asked.get().wrapping_add(1));
        let asked = self.asked.get();
        if self.name().is_none() {
            if !self.offers.borrow().is_empty() {
                self.close();
            }
            return;
        }
        gloo::timers::callback::Timeout::new(PAUSE, move || {
            leptos::task::spawn_local(async move {
                let Some(name) = self.name().filter(|_| self.asked.get() == asked) else { return };
                let offers = self.ask(&name).await.unwrap_or_default();
                if self.asked.get() == asked {
                    self.offer(offers);
                }
            });
        })
        .forget();
    }

    fn value(&self, name: &str) -> String {
        let field = self.form.query_selector(&format!("[name={name}]")).ok().flatten();
        let value = field.and_then(|field| js_sys::Reflect::get(&field, &"value".into()).ok());
        value.and_then(|value| value.as_string()).unwrap_or_default()
    }

    async fn ask(&self, name: &str) -> Option<Vec<Offer>> {
        let fields = UrlSearchParams::new().ok()?;
        fields.append("community", &self.value("community"));
        fields.append("post", &self.value("post"));
        fields.append("query", name);
        serde_json::from_str(&fetch("mention_offers", &fields).await?).ok()
    }

    fn offer(&self, offers: Vec<Offer>) {
        self.close();
        let Some(document) = document() else { return };
        let id = self.list.id();
        for (place, offer) in offers.iter().enumerate() {
            let (Ok(option), Ok(words), Ok(hint)) = (
                document.create_element("li"),
                document.create_element("span"),
                document.create_element("span"),
            ) else {
                return;
            };
            option.set_class_name("combobox-option");
            option.set_id(&format!("{id}-{place}"));
            for (name, value) in
                [("role", "option"), ("aria-selected", "false"), ("data-place", &place.to_string())]
            {
                let _ = option.set_attribute(name, value);
            }
            words.set_class_name("combobox-words");
            words.set_text_content(Some(&offer.name));
            hint.set_class_name("muted");
            hint.set_text_content(Some(&offer.hint));
            let _ = option.append_child(&words);
            let _ = option.append_child(&hint);
            let _ = self.list.append_child(&option);
        }
        if let Ok(Some(said)) = self.form.query_selector(".composer-draft") {
            said.set_text_content(Some(&found(self.lang, offers.len())));
        }
        if !offers.is_empty() {
            let _ = self.list.remove_attribute("hidden");
            let _ = self.area.set_attribute("aria-controls", &id);
            let _ = self.area.set_attribute("aria-autocomplete", "list");
        }
        *self.offers.borrow_mut() = offers;
    }

    fn choose(&self, place: usize) {
        let chosen = self.offers.borrow().get(place).map(|offer| offer.text.clone());
        if let (Some(text), Some(name), Some((before, ..))) = (chosen, self.name(), self.parts()) {
            let units = |text: &str| text.encode_utf16().count();
            // The `@` goes with the name.
            let length = units(&name) + 1;
            self.put(units(&before).saturating_sub(length), length, &format!("{text} "));
        }
        self.close();
    }

    /// Asks the server what the text will look like.
    async fn show(self: Rc<Self>) {
        let html = self.rendered().await;
        let Ok(Some(place)) = self.preview.query_selector(".prose") else { return };
        match html {
            Some(html) => place.set_inner_html(&html),
            // What is wrong is told by the form itself, when it is sent.
            None => return,
        }
        let _ = self.preview.remove_attribute("hidden");
        if let Some(preview) = self.preview.dyn_ref::<HtmlElement>() {
            let _ = preview.focus();
        }
    }

    async fn rendered(&self) -> Option<String> {
        let action = self.form.get_attribute("action")?;
        let action = action.rsplit_once("do=")?.1.to_owned();
        let fields = UrlSearchParams::new().ok()?;
        let data = FormData::new_with_form(&self.form).ok()?;
        for pair in js_sys::Array::from(&data).iter() {
            let pair = js_sys::Array::from(&pair);
            // Pictures stay where they are.
            if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
                fields.append(&name, &value);
            }
        }
        fields.append("preview", "yes");
        let told: serde_json::Value = serde_json::from_str(&fetch(&action, &fields).await?).ok()?;
        Some(told.get("reason")?.get("preview")?.get("html")?.as_str()?.to_owned())
    }
}

/// Asks the server function `name`; what it answered with a good status.
async fn fetch(name: &str, fields: &UrlSearchParams) -> Option<String> {
    let headers = Headers::new().ok()?;
    headers.set("Accept", "application/json").ok()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(fields);
    let promise = web_sys::window()?.fetch_with_str_and_init(&format!("/api/{name}"), &init);
    let answer: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let text = answer.text().ok().filter(|_| answer.ok())?;
    JsFuture::from(text).await.ok()?.as_string()
}
