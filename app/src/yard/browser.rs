//! The yard's work in the browser.

use domain::live::{Mark, TOPICS_MOST};
use gloo::events::{EventListener, EventListenerOptions};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Document, DomParser, Element, Event, EventSource, File, FormData, HtmlButtonElement, HtmlElement,
    HtmlFormElement, HtmlInputElement, HtmlProgressElement, HtmlTextAreaElement, MessageEvent, ProgressEvent,
    RequestInit, Response, SubmitEvent, SupportedType, Url, Window, XmlHttpRequest,
};

#[wasm_bindgen]
extern "C" {
    /// Wakes the islands in an element put into the page (set up by the shell's script).
    #[wasm_bindgen(js_namespace = window, js_name = preauWake, catch)]
    fn wake_islands(element: &Element) -> Result<JsValue, JsValue>;

    /// Path and query the page was loaded with, from before the bundle came.
    #[wasm_bindgen(js_namespace = window, js_name = preauAt, thread_local_v2)]
    static LOADED: JsValue;
}

type Tried<T> = Result<T, JsValue>;

fn window() -> Window {
    web_sys::window().unwrap_throw()
}

use wasm_bindgen::UnwrapThrowExt;

fn document() -> Document {
    window().document().unwrap_throw()
}

thread_local! {
    static AWAKE: Cell<bool> = const { Cell::new(false) };
    /// Path and query of what is on display.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Listens for as long as the page lives; once, however often the island is woken.
pub fn wake() {
    if AWAKE.replace(true) {
        return;
    }
    SHOWN.set(LOADED.with(JsValue::as_string).or_else(|| address().ok()).unwrap_or_default());
    EventListener::new(&window(), "popstate", |_| follow()).forget();
    // Somebody may have gone back while the bundle was on its way.
    follow();
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "submit", active, |event| {
        if let Some(sent) = Sent::of(event) {
            event.prevent_default();
            leptos::task::spawn_local(sent.send());
        }
    })
    .forget();
    // What waited for somebody to be done with it.
    EventListener::new(&document(), "focusout", |_| look_again(None)).forget();
    EventListener::new(&document(), "visibilitychange", |_| listen()).forget();
    drawn(&document());
    listen();
}

/// The address may have gone back to a page that is no longer there. A mere fragment is the browser's own.
fn follow() {
    if address().is_ok_and(|address| SHOWN.with_borrow(|shown| *shown != address)) {
        let _ = window().location().reload();
    }
}

/// A form on its way.
struct Sent {
    form: HtmlFormElement,
    button: Option<HtmlButtonElement>,
    data: FormData,
    url: String,
}

impl Sent {
    /// The form of a submit event, when it is one of ours to send: a POST to this house.
    fn of(event: &Event) -> Option<Sent> {
        if event.default_prevented() {
            return None;
        }
        let submit: &SubmitEvent = event.dyn_ref()?;
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        if !form.method().eq_ignore_ascii_case("post") || form.has_attribute("data-plain") {
            return None;
        }
        let button: Option<HtmlButtonElement> = submit.submitter().and_then(|button| button.dyn_into().ok());
        let data = FormData::new_with_form(&form).ok()?;
        if let Some(button) = button.as_ref().filter(|button| !button.name().is_empty()) {
            data.append_with_str(&button.name(), &button.value()).ok()?;
        }
        // The attribute, not the property: a field may be called "action".
        let url = form.get_attribute("action")?;
        Some(Sent { form, button, data, url })
    }

    async fn send(self) {
        self.busy(true);
        let outcome = self.ask().await;
        self.busy(false);
        if outcome.is_err() {
            // A network cut: nothing typed is lost, the form is still there.
            toast(Some(&offline_text()));
        }
    }

    async fn ask(&self) -> Tried<()> {
        let answer = if self.has_files() { self.upload().await? } else { self.post().await? };
        let refused = answer.status >= 400;
        let scroll = window().scroll_y().unwrap_or_default();
        let here = Url::new(&window().location().href()?)?.pathname();
        let there = Url::new(&answer.url)?.pathname();
        toast(None);
        show(&answer, !refused)?;
        if refused && let Some(summary) = document().get_element_by_id("error-summary") {
            focus(&summary);
            return Ok(());
        }
        // Where the reading goes on: the button that had the focus is gone.
        if let Some(main) = document().query_selector("main")? {
            focus(&main);
        }
        window().scroll_to_with_x_and_y(0.0, if here == there { scroll } else { 0.0 });
        // An answer's address comes without the place in the page it was to lead to: the page says it.
        if !refused && let Some(wanted) = document().query_selector("main [data-wanted]")? {
            window().location().replace(&format!("#{}", wanted.id()))?;
        }
        Ok(())
    }

    async fn post(&self) -> Tried<Answer> {
        let init = RequestInit::new();
        init.set_method("POST");
        if self.form.enctype() == "multipart/form-data" {
            init.set_body(&self.data);
        } else {
            let query: JsValue = web_sys::UrlSearchParams::new()?.into();
            let query: web_sys::UrlSearchParams = query.unchecked_into();
            each(&self.data, |name, value| query.append(&name, &value));
            init.set_body(&query);
        }
        let response = fetch(&self.url, &init).await?;
        let text = wasm_bindgen_futures::JsFuture::from(response.text()?).await?;
        let text = text.as_string().unwrap_or_default();
        Ok(Answer { url: response.url(), status: response.status(), text })
    }

    /// Whether any file was chosen: one that was not is there too, without a byte.
    fn has_files(&self) -> bool {
        let entries = web_sys::js_sys::Array::from(&self.data);
        entries.iter().any(|entry| {
            let value = web_sys::js_sys::Array::from(&entry).get(1);
            value.dyn_ref::<File>().is_some_and(|file| file.size() > 0.0)
        })
    }

    /// Sends files the way that tells how far it is: what fetch does not.
    async fn upload(&self) -> Tried<Answer> {
        let request = XmlHttpRequest::new()?;
        request.open_with_async("POST", &self.url, true)?;
        request.set_request_header("Accept", "text/html")?;
        let (frame, bar) = sending(&self.form)?;
        let told = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            if event.length_computable() {
                bar.set_max(event.total());
                bar.set_value(event.loaded());
            }
        });
        request.upload()?.set_onprogress(Some(told.as_ref().unchecked_ref()));
        let arrived = request.clone();
        let done = web_sys::js_sys::Promise::new(&mut |resolve, reject| {
            arrived.set_onload(Some(&resolve));
            arrived.set_onerror(Some(&reject));
            arrived.set_onabort(Some(&reject));
        });
        request.send_with_opt_form_data(Some(&self.data))?;
        let outcome = wasm_bindgen_futures::JsFuture::from(done).await;
        frame.remove();
        outcome?;
        let text = request.response_text()?.unwrap_or_default();
        Ok(Answer { url: request.response_url(), status: request.status()?, text })
    }

    /// While it is on its way the button cannot be pressed again and says so.
    fn busy(&self, on: bool) {
        if let Some(button) = &self.button {
            button.set_disabled(on);
        }
        let _ = if on {
            self.form.set_attribute("aria-busy", "true")
        } else {
            self.form.remove_attribute("aria-busy")
        };
    }
}

/// What came back: where from, how it went, and the page.
struct Answer {
    url: String,
    status: u16,
    text: String,
}

/// A bar at the end of the form, in its frame.
fn sending(form: &HtmlFormElement) -> Tried<(Element, HtmlProgressElement)> {
    let frame = document().create_element("div")?;
    frame.set_class_name("composer-sending");
    let words = document().create_element("p")?;
    words.set_text_content(Some(crate::i18n::frame::sending(page_lang())));
    let bar: HtmlProgressElement = document().create_element("progress")?.unchecked_into();
    bar.set_attribute("aria-label", crate::i18n::frame::sending(page_lang()))?;
    frame.append_child(&words)?;
    frame.append_child(&bar)?;
    form.append_child(&frame)?;
    Ok((frame, bar))
}

fn each(data: &FormData, mut with: impl FnMut(String, String)) {
    let entries = web_sys::js_sys::Array::from(data);
    for entry in entries.iter() {
        let pair = web_sys::js_sys::Array::from(&entry);
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
            with(name, value);
        }
    }
}

async fn fetch(url: &str, init: &RequestInit) -> Tried<Response> {
    let headers = web_sys::Headers::new()?;
    headers.set("Accept", "text/html")?;
    init.set_headers(&headers);
    let promise = window().fetch_with_str_and_init(url, init);
    wasm_bindgen_futures::JsFuture::from(promise).await?.dyn_into()
}

async fn page_of(response: &Response) -> Tried<Document> {
    let text = wasm_bindgen_futures::JsFuture::from(response.text()?).await?;
    parsed(&text.as_string().unwrap_or_default())
}

fn parsed(text: &str) -> Tried<Document> {
    DomParser::new()?.parse_from_string(text, SupportedType::TextHtml)
}

/// What surrounds a page and may change with it.
const AROUND: [&str; 4] = [".topbar", ".rail", ".side", ".bottom-bar"];

/// Puts an answered page in place of this one: its body, title, language and address.
fn show(answer: &Answer, moved: bool) -> Tried<()> {
    let page = parsed(&answer.text)?;
    let (Some(from), Some(to)) = (page.query_selector("main")?, document().query_selector("main")?) else {
        // No page of ours: let the browser go there.
        return window().location().set_href(&answer.url);
    };
    if moved {
        if answer.url != window().location().href()? {
            let (history, url) = (window().history()?, &answer.url);
            // Of one page, before and after the form: one step back leads out of it.
            match Url::new(url)?.pathname() == window().location().pathname()? {
                true => history.replace_state_with_url(&JsValue::NULL, "", Some(url))?,
                false => history.push_state_with_url(&JsValue::NULL, "", Some(url))?,
            }
        }
        SHOWN.set(address()?);
    }
    document().set_title(&page.title());
    if let (Some(from), Some(to)) = (page.document_element(), document().document_element())
        && let Some(lang) = from.get_attribute("lang")
    {
        to.set_attribute("lang", &lang)?;
    }
    let framed = |document: &Document| Ok::<_, JsValue>(document.query_selector(".frame")?.is_some());
    match (page.body(), document().body()) {
        // In or out of the house: everything around is another. Asked for again, the page would no
        // longer say what is said once.
        (Some(from), Some(to)) if framed(&page)? != framed(&document())? => {
            to.set_inner_html(&from.inner_html());
            wake_islands(&to)?;
        }
        _ => {
            to.set_inner_html(&from.inner_html());
            wake_islands(&to)?;
            for part in AROUND {
                if let (Some(from), Some(to)) = (page.query_selector(part)?, document().query_selector(part)?)
                    && from.inner_html() != to.inner_html()
                {
                    to.set_inner_html(&from.inner_html());
                    wake_islands(&to)?;
                }
            }
        }
    }
    if let Some(notice) = document().query_selector("main .notice")? {
        say(&notice.text_content().unwrap_or_default());
    }
    // The stream that is open heard of everything since; a new one is to begin with this page.
    drawn(&page);
    listen();
    Ok(())
}

/// Path and query of the address.
fn address() -> Tried<String> {
    let location = window().location();
    Ok(location.pathname()? + &location.search()?)
}

/// Shows `text` over the page, or nothing any more.
fn toast(text: Option<&str>) {
    let Some(toasts) = document().get_element_by_id("toasts") else { return };
    toasts.set_text_content(None);
    if let (Some(text), Ok(toast)) = (text, document().create_element("p")) {
        toast.set_class_name("toast");
        toast.set_text_content(Some(text));
        let _ = toasts.append_child(&toast);
    }
}

/// Has `text` read out.
fn say(text: &str) {
    if let Some(said) = document().get_element_by_id("said") {
        said.set_text_content(Some(text));
    }
}

fn offline_text() -> String {
    crate::i18n::frame::offline(page_lang()).to_owned()
}

fn page_lang() -> domain::Lang {
    let lang = document().document_element().and_then(|html| html.get_attribute("lang")).unwrap_or_default();
    domain::Lang::from_tag(&lang).unwrap_or_default()
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// What the yard hears from the house.
struct Ear {
    /// The one stream of this tab, and the topics it is about.
    stream: Option<(String, EventSource)>,
    /// Where the news stood when the page was drawn, or that of the last thing heard.
    heard: String,
    /// Topics to look at again: those of the last moment, and those of parts that were in use.
    changed: BTreeSet<String>,
    /// Somebody is about to look.
    looking: bool,
    /// Posts that came since the page was drawn; nobody knows how many after a gap.
    news: Option<u32>,
}

thread_local! {
    static EAR: RefCell<Ear> =
        const { RefCell::new(Ear { stream: None, heard: String::new(), changed: BTreeSet::new(), looking: false, news: Some(0) }) };
}

/// Several things that change within this time are asked for together.
const MOMENT_MS: u32 = 150;
/// Everything may have changed.
const EVERYTHING: &str = "*";

/// Opens the stream of what this page shows; keeps the one that is open when it is about the same. A
/// page nobody looks at listens to nothing: browsers open few streams, and it is told what it missed.
fn listen() {
    let topics = if document().hidden() { String::new() } else { topics() };
    EAR.with_borrow_mut(|ear| {
        if ear.stream.as_ref().is_some_and(|(about, _)| *about == topics) {
            return;
        }
        if let Some((_, old)) = ear.stream.take() {
            old.close();
        }
        if topics.is_empty() {
            return;
        }
        let url = format!("/live?topics={topics}&since={}", ear.heard);
        let Ok(source) = EventSource::new(&url) else { return };
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
            if let Some(topic) = event.data().as_string() {
                let is_news = EAR.with_borrow_mut(|ear| {
                    // One's own post comes back with the page that shows it, and is no news there.
                    let (came, known) = (event.last_event_id().parse::<Mark>(), ear.heard.parse::<Mark>());
                    if came.is_ok_and(|came| known.is_ok_and(|known| came.is_in(known))) {
                        return false;
                    }
                    ear.heard = event.last_event_id();
                    if topic.starts_with("feed:") {
                        ear.news = ear.news.map(|count| count.saturating_add(1));
                    } else if topic == EVERYTHING {
                        ear.news = None;
                    }
                    true
                });
                if is_news {
                    look_again(Some(topic));
                }
            }
        });
        source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        ear.stream = Some((topics, source));
    });
}

/// The page is as new as the mark it carries.
fn drawn(page: &Document) {
    let mark = page.document_element().and_then(|html| html.get_attribute("data-since"));
    EAR.with_borrow_mut(|ear| {
        ear.heard = mark.unwrap_or_default();
        ear.changed.clear();
        ear.news = Some(0);
    });
}

/// Looks in a moment at what changed, together with what changes until then.
fn look_again(topic: Option<String>) {
    let wait = EAR.with_borrow_mut(|ear| {
        ear.changed.extend(topic);
        !ear.changed.is_empty() && !std::mem::replace(&mut ear.looking, true)
    });
    if wait {
        gloo::timers::callback::Timeout::new(MOMENT_MS, || {
            leptos::task::spawn_local(async {
                let changed = EAR.with_borrow_mut(|ear| {
                    ear.looking = false;
                    std::mem::take(&mut ear.changed)
                });
                let _ = refresh(changed).await;
            });
        })
        .forget();
    }
}

/// What this page shows that may change, separated by commas.
fn topics() -> String {
    let mut topics = Vec::new();
    for attribute in ["data-live", "data-live-banner"] {
        for element in all(&document(), &format!("[{attribute}]")) {
            let about = element.get_attribute(attribute).unwrap_or_default();
            topics.extend(about.split(',').filter(|topic| !topic.is_empty()).map(str::to_owned));
        }
    }
    topics.sort();
    topics.dedup();
    topics.truncate(TOPICS_MOST);
    topics.join(",")
}

/// The elements of `page` that `selector` finds.
fn all(page: &Document, selector: &str) -> Vec<Element> {
    let Ok(found) = page.query_selector_all(selector) else { return Vec::new() };
    let element = |index| found.get(index)?.dyn_into::<Element>().ok();
    (0..found.length()).filter_map(element).collect()
}

/// Some things changed: show the banners that offer them, and replace the parts that are about them.
/// A part somebody is writing in waits until they are done.
async fn refresh(changed: BTreeSet<String>) -> Tried<()> {
    let everything = changed.contains(EVERYTHING);
    let about = |element: &Element, attribute: &str| {
        let about = element.get_attribute(attribute).unwrap_or_default();
        everything || about.split(',').any(|topic| changed.contains(topic))
    };
    for banner in all(&document(), "[data-live-banner]") {
        if !everything && about(&banner, "data-live-banner") {
            offer(&banner)?;
        }
    }
    let mut parts = all(&document(), "[data-live]");
    parts.retain(|part| about(part, "data-live"));
    if parts.is_empty() && !everything {
        return Ok(());
    }
    let response = fetch(&window().location().href()?, &RequestInit::new()).await?;
    if !response.ok() {
        return Ok(());
    }
    let page = page_of(&response).await?;
    // Nobody knows what was missed: posts are there that are not here.
    let posts = |page: &Document| all(page, "[data-live^='post:']").first().map(Element::id);
    if everything && posts(&page) != posts(&document()) {
        for banner in all(&document(), "[data-live-banner]") {
            offer(&banner)?;
        }
    }
    for part in parts {
        let Some(new) = page.get_element_by_id(&part.id()) else { continue };
        if part.inner_html() == new.inner_html() {
            continue;
        }
        if is_in_use(&part) {
            let topic = part.get_attribute("data-live");
            EAR.with_borrow_mut(|ear| ear.changed.extend(topic));
            continue;
        }
        part.set_inner_html(&new.inner_html());
        wake_islands(&part)?;
    }
    Ok(())
}

/// Shows a banner and how many posts it offers, where that is known. It is read out once, when it comes.
fn offer(banner: &Element) -> Tried<()> {
    let words = match EAR.with_borrow(|ear| ear.news) {
        Some(1) => banner.get_attribute("data-one"),
        Some(count) if count > 1 => {
            banner.get_attribute("data-many").map(|words| words.replace("{n}", &count.to_string()))
        }
        _ => None,
    };
    if let Some(words) = words {
        banner.set_text_content(Some(&words));
    }
    if banner.has_attribute("hidden") {
        banner.remove_attribute("hidden")?;
        say(&banner.text_content().unwrap_or_default());
    }
    Ok(())
}

/// Whether somebody is in the middle of something there: the focus is in it, or words that were not
/// sent.
fn is_in_use(part: &Element) -> bool {
    if document().active_element().is_some_and(|active| part.contains(Some(&active))) {
        return true;
    }
    let fields = "textarea, input[type=text], input:not([type]), input[type=radio], input[type=checkbox]";
    let Ok(fields) = part.query_selector_all(fields) else { return false };
    (0..fields.length()).filter_map(|index| fields.get(index)).any(|field| {
        match (field.dyn_ref::<HtmlTextAreaElement>(), field.dyn_ref::<HtmlInputElement>()) {
            (Some(area), _) => area.default_value().is_ok_and(|first| area.value() != first),
            // Chosen, and not sent.
            (_, Some(input)) if ["radio", "checkbox"].contains(&input.type_().as_str()) => {
                input.checked() != input.default_checked()
            }
            (_, Some(input)) => input.value() != input.default_value(),
            _ => false,
        }
    })
}
