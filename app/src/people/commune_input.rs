//! Proposes communes while one types.

use super::{api::CommuneOffer, texts as t};
use domain::Lang;
use leptos::{ev::KeyboardEvent, html::Input, prelude::*};

/// The line of a [`super::CommuneField`]. Before it wakes, and without JavaScript, it is a plain
/// one; then it follows the ARIA pattern of a combobox with a list.
#[island]
pub fn CommuneInput(
    lang: Lang,
    id: String,
    name: String,
    value: String,
    described: Option<String>,
    invalid: bool,
    required: bool,
) -> impl IntoView {
    let state = Proposals::new(id.clone());
    Effect::new(move |_| state.awake.set(true));
    let list = state.list_id();
    let options = move || {
        let active = state.pointed_at();
        let option = |(index, offer): (usize, CommuneOffer)| {
            view! {
                <li
                    class="combobox-option"
                    role="option"
                    id=state.option_id(index)
                    aria-selected=(active == Some(index)).to_string()
                    on:pointerdown=move |event| {
                        event.prevent_default();
                        state.choose(index);
                    }
                >
                    <span class="combobox-words">{offer.label}</span>
                </li>
            }
        };
        state.offers.try_get().unwrap_or_default().into_iter().enumerate().map(option).collect_view()
    };
    let told = move || match (
        state.told.try_get().unwrap_or_default(),
        state.offers.try_with(Vec::len).unwrap_or_default(),
    ) {
        (false, _) => String::new(),
        (true, count) => t::communes_found(lang, count),
    };
    view! {
        <div class="combobox">
            <input
                class="input"
                type="text"
                id=id
                name=name
                value=value
                required=required
                autocomplete=move || if state.is_awake() { "off" } else { "address-level2" }
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
                role=move || state.is_awake().then_some("combobox")
                aria-autocomplete=move || state.is_awake().then_some("list")
                aria-expanded=move || state.is_awake().then(|| state.is_open().to_string())
                aria-controls=move || state.is_awake().then(|| state.list_id())
                aria-activedescendant=move || state.pointed_at().map(|index| state.option_id(index))
                node_ref=state.input
                on:input=move |_| state.ask()
                on:keydown=move |event| state.key(&event)
                on:blur=move |_| state.close()
            />
            <ul class="combobox-list" role="listbox" id=list aria-label=t::communes(lang)>{options}</ul>
            <p class="visually-hidden" role="status">{told}</p>
        </div>
    }
}

/// What is proposed, and which of it is pointed at.
#[derive(Clone, Copy)]
struct Proposals {
    id: StoredValue<String>,
    input: NodeRef<Input>,
    awake: RwSignal<bool>,
    offers: RwSignal<Vec<CommuneOffer>>,
    active: RwSignal<Option<usize>>,
    /// An answer came for what is typed.
    told: RwSignal<bool>,
    /// Counts what was typed, so that a late answer to an earlier text is dropped.
    #[cfg_attr(not(feature = "hydrate"), allow(dead_code))]
    asked: StoredValue<u32>,
}

impl Proposals {
    fn new(id: String) -> Self {
        Proposals {
            id: StoredValue::new(id),
            input: NodeRef::new(),
            awake: RwSignal::new(false),
            offers: RwSignal::new(Vec::new()),
            active: RwSignal::new(None),
            told: RwSignal::new(false),
            asked: StoredValue::new(0),
        }
    }

    // The server may have let go of the signals by the time it writes the attributes: what is
    // read there is read as it was at first.
    fn is_awake(self) -> bool {
        self.awake.try_get().unwrap_or_default()
    }

    fn pointed_at(self) -> Option<usize> {
        self.active.try_get().flatten()
    }

    fn list_id(self) -> String {
        self.id.with_value(|id| format!("{id}-list"))
    }

    fn option_id(self, index: usize) -> String {
        self.id.with_value(|id| format!("{id}-option-{index}"))
    }

    fn is_open(self) -> bool {
        self.offers.try_with(|offers| !offers.is_empty()).unwrap_or_default()
    }

    /// An answer that is still on its way is not wanted any more.
    fn close(self) {
        let _ = self.asked.try_update_value(|asked| *asked += 1);
        self.offers.set(Vec::new());
        self.active.set(None);
        self.told.set(false);
    }

    fn choose(self, index: usize) {
        let chosen = self.offers.with(|offers| offers.get(index).map(|offer| offer.label.clone()));
        if let (Some(label), Some(input)) = (chosen, self.input.get_untracked()) {
            input.set_value(&label);
        }
        self.close();
    }

    fn key(self, event: &KeyboardEvent) {
        let count = self.offers.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        let last = count - 1;
        let active = self.active.get_untracked();
        let then = match (event.key().as_str(), active) {
            ("ArrowDown", Some(index)) if index < last => Some(index + 1),
            ("ArrowDown", _) => Some(0),
            ("ArrowUp", Some(index)) if index > 0 => Some(index - 1),
            ("ArrowUp", _) => Some(last),
            ("Enter", Some(index)) => {
                event.prevent_default();
                return self.choose(index);
            }
            ("Escape", _) => {
                event.prevent_default();
                return self.close();
            }
            _ => return,
        };
        event.prevent_default();
        self.active.set(then);
    }

    #[cfg(not(feature = "hydrate"))]
    fn ask(self) {}

    /// Asks once the typing pauses.
    #[cfg(feature = "hydrate")]
    fn ask(self) {
        let Some(asked) = self.asked.try_update_value(|asked| {
            *asked += 1;
            *asked
        }) else {
            return;
        };
        gloo::timers::callback::Timeout::new(PAUSE, move || {
            leptos::task::spawn_local(async move {
                let current = move || self.asked.try_get_value() == Some(asked);
                let Some(text) = self.input.get_untracked().map(|input| input.value()) else { return };
                if !current() {
                    return;
                }
                if text.trim().chars().count() < 2 {
                    return self.close();
                }
                let found = browser::communes(&text).await;
                if let (Some(found), true) = (found, current()) {
                    self.offers.set(found);
                    self.active.set(None);
                    self.told.set(true);
                }
            });
        })
        .forget();
    }
}

/// Milliseconds without a key.
#[cfg(feature = "hydrate")]
const PAUSE: u32 = 150;

#[cfg(feature = "hydrate")]
mod browser {
    use super::CommuneOffer;
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Headers, RequestInit, Response, UrlSearchParams};

    /// Asks the server function of that name by hand: its generated client would more than double
    /// what a page loads. No answer is no proposal.
    pub(super) async fn communes(text: &str) -> Option<Vec<CommuneOffer>> {
        let body = UrlSearchParams::new().ok()?;
        body.append("query", text);
        let headers = Headers::new().ok()?;
        headers.set("Accept", "application/json").ok()?;
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_headers(&headers);
        init.set_body(&body);
        let asked = web_sys::window()?.fetch_with_str_and_init("/api/communes", &init);
        let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        serde_json::from_str(&text).ok()
    }
}
