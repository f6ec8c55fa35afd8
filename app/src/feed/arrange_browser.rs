//! Pictures put in order, in the browser.
//!
//! A list of pictures gets two buttons on each line, and can be dragged. What the order means is for
//! the list's owner: numbers in fields for pictures the server has, the order of files for those
//! that are still here.

use domain::{
    Lang,
    feed::{ALBUM_MAX, DESCRIPTION_MAX, PICTURES_MAX},
};
use gloo::events::{EventListener, EventListenerOptions};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, Document, DragEvent, Element, HtmlElement, HtmlFormElement, HtmlInputElement,
    HtmlTextAreaElement, Url,
};

texts! {
    alt_of(n: usize): format!("Ce que montre l’image {n}"), format!("What picture {n} shows");
    up: "Avancer l’image", "Move the picture forward";
    down: "Reculer l’image", "Move the picture back";
    moved(place: usize): format!("Image déplacée\u{a0}: place {place}"), format!("Picture moved: place {place}");
    too_heavy: "Une de ces images dépasse 12\u{a0}Mo\u{202f}: choisissez-en une plus légère, ou réduisez-la.",
        "One of these pictures is over 12\u{a0}MB: choose a lighter one, or make it smaller.";
    unread(name: &str): format!("Préau ne lit pas le format {name}\u{202f}: enregistrez cette image en JPEG, puis choisissez-la à nouveau."),
        format!("Préau does not read {name}: save that picture as JPEG, then choose it again.");
    too_many(most: usize): format!("{most} images au plus."), format!("{most} pictures at most.");
}

/// As the server's: what is heavier would be sent for nothing.
const HEAVY: f64 = 12_000_000.0;

type Tried<T> = Result<T, JsValue>;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Wakes the form `form`.
pub(super) fn help(form: &str, lang: Lang) {
    let Some(form) = document().and_then(|document| document.get_element_by_id(form)) else { return };
    let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
    let bench = Bench { form, lang };
    if let Ok(Some(list)) = bench.form.query_selector(".composer-kept-list") {
        let _ = bench.kept(list);
    }
    let choosing = bench.clone();
    EventListener::new(&bench.form, "change", move |event| {
        let chosen = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = chosen.filter(|input| input.type_() == "file" && input.name() == "picture") {
            choosing.weigh(&input);
            let _ = choosing.fresh(&input);
        }
    })
    .forget();
}

#[derive(Clone)]
struct Bench {
    form: HtmlFormElement,
    lang: Lang,
}

impl Bench {
    /// Tells what the server would refuse, before minutes are spent on sending it.
    fn weigh(&self, input: &HtmlInputElement) {
        let Some(files) = input.files() else { return };
        let heavy = (0..files.length()).filter_map(|n| files.get(n)).any(|file| file.size() > HEAVY);
        let album = self
            .form
            .query_selector("[name=kind][value=album]:checked, [name=kind][type=hidden][value=album]");
        let most = if matches!(album, Ok(Some(_))) { ALBUM_MAX } else { PICTURES_MAX };
        let many = usize::try_from(files.length()).is_ok_and(|count| count > most);
        let foreign = (0..files.length()).filter_map(|n| files.get(n)).find_map(|file| foreign(&file.name()));
        let said = match (foreign, heavy, many) {
            (Some(name), ..) => unread(self.lang, name),
            (_, true, _) => too_heavy(self.lang).to_owned(),
            (.., true) => too_many(self.lang, most),
            _ => String::new(),
        };
        input.set_custom_validity(&said);
        if !said.is_empty() {
            input.report_validity();
        }
    }

    /// Pictures the server has: their order is the numbers in their fields, which are out of sight
    /// from now on.
    fn kept(&self, list: Element) -> Tried<()> {
        list.set_attribute("data-sorted", "")?;
        let sorted = list.clone();
        self.sortable(list, move || {
            for (n, line) in lines(&sorted).iter().enumerate() {
                if let Ok(Some(place)) = line.query_selector("input[type=number]")
                    && let Ok(place) = place.dyn_into::<HtmlInputElement>()
                {
                    place.set_value(&(n + 1).to_string());
                }
            }
        })
    }

    /// Pictures just chosen: each is shown, with its own description when there are several, and the
    /// lines make up the field that is sent.
    fn fresh(&self, input: &HtmlInputElement) -> Tried<()> {
        let Some(files) = input.files() else { return Ok(()) };
        let Some(alt) = self.form.query_selector("[name=alt]")? else { return Ok(()) };
        let Ok(alt) = alt.dyn_into::<HtmlTextAreaElement>() else { return Ok(()) };
        let Some(frame) = alt.closest(".field")? else { return Ok(()) };
        if let Some(old) = self.form.query_selector(".composer-previews")? {
            old.remove();
        }
        let apart = files.length() > 1;
        if apart {
            frame.set_attribute("hidden", "")?;
        } else {
            frame.remove_attribute("hidden")?;
        }
        let Some(document) = document() else { return Ok(()) };
        let list = document.create_element("ol")?;
        list.set_class_name("composer-previews");
        let typed = alt.value();
        let mut said = typed.lines();
        let mut shown = Vec::new();
        for n in 0..files.length() {
            let Some(file) = files.get(n) else { continue };
            let line = document.create_element("li")?;
            line.set_class_name("composer-preview");
            let image = document.create_element("img")?;
            image.set_attribute("src", &Url::create_object_url_with_blob(&file)?)?;
            for (name, value) in [("alt", ""), ("width", "80"), ("height", "80")] {
                image.set_attribute(name, value)?;
            }
            line.append_child(&image)?;
            if apart {
                let label = document.create_element("label")?;
                label.set_class_name("field");
                let words = document.create_element("span")?;
                words.set_class_name("field-label");
                let number = usize::try_from(n).unwrap_or_default() + 1;
                words.set_text_content(Some(&alt_of(self.lang, number)));
                let field: HtmlInputElement = document.create_element("input")?.unchecked_into();
                field.set_class_name("input");
                field.set_attribute("maxlength", &DESCRIPTION_MAX.to_string())?;
                field.set_value(said.next().unwrap_or_default());
                label.append_child(&words)?;
                label.append_child(&field)?;
                line.append_child(&label)?;
            }
            list.append_child(&line)?;
            shown.push((line, file));
        }
        frame.before_with_node_1(&list)?;
        if !apart {
            return Ok(());
        }
        let (described, field) = (list.clone(), alt.clone());
        let describe = move || {
            let words = lines(&described).into_iter().map(|line| {
                let input = line.query_selector("input").ok().flatten();
                let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
                input.map(|input| input.value()).unwrap_or_default()
            });
            field.set_value(&words.collect::<Vec<_>>().join("\n"));
        };
        let describe = Rc::new(describe);
        let typing = describe.clone();
        EventListener::new(&list, "input", move |_| typing()).forget();
        let (ordered, input) = (list.clone(), input.clone());
        self.sortable(list, move || {
            let Ok(carrier) = DataTransfer::new() else { return };
            for line in lines(&ordered) {
                if let Some((_, file)) = shown.iter().find(|(shown, _)| *shown == line) {
                    let _ = carrier.items().add_with_file(file);
                }
            }
            input.set_files(carrier.files().as_ref());
            describe();
        })
    }

    /// Lets the lines of `list` be moved; `settled` is told after each move.
    fn sortable(&self, list: Element, settled: impl Fn() + 'static) -> Tried<()> {
        let lines = lines(&list);
        if lines.len() < 2 {
            return Ok(());
        }
        let Some(document) = document() else { return Ok(()) };
        for line in &lines {
            line.set_attribute("draggable", "true")?;
            let tools = document.create_element("div")?;
            tools.set_class_name("composer-move");
            for (way, label, sign) in [("up", up(self.lang), "↑"), ("down", down(self.lang), "↓")] {
                let button = document.create_element("button")?;
                for (name, value) in [("type", "button"), ("class", "icon-button"), ("data-move", way)] {
                    button.set_attribute(name, value)?;
                }
                button.set_attribute("aria-label", label)?;
                button.set_attribute("title", label)?;
                button.set_text_content(Some(sign));
                tools.append_child(&button)?;
            }
            line.append_child(&tools)?;
        }
        let settled = Rc::new(settled);
        let (bench, moving, told) = (self.clone(), list.clone(), settled.clone());
        EventListener::new(&list, "click", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(button) = target.and_then(|target| target.closest("[data-move]").ok().flatten()) else {
                return;
            };
            let Ok(Some(line)) = button.closest("li") else { return };
            let way = button.get_attribute("data-move");
            let stepped = match way.as_deref() {
                Some("up") => line.previous_element_sibling().map(|other| other.before_with_node_1(&line)),
                _ => line.next_element_sibling().map(|other| other.after_with_node_1(&line)),
            };
            if matches!(stepped, Some(Ok(()))) {
                told();
                bench.tell(&moving, &line);
                if let Some(button) = button.dyn_ref::<HtmlElement>() {
                    let _ = button.focus();
                }
            }
        })
        .forget();
        self.draggable(&list, settled);
        Ok(())
    }

    fn draggable(&self, list: &Element, settled: Rc<dyn Fn()>) {
        let held: Rc<RefCell<Option<Element>>> = Rc::default();
        let taking = held.clone();
        EventListener::new(list, "dragstart", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            // A picture that is dragged would be a file; the line goes, with what is in it.
            let line = target.and_then(|target| target.closest("li").ok().flatten());
            if let (Some(line), Some(event)) = (line, event.dyn_ref::<DragEvent>()) {
                if let Some(carrier) = event.data_transfer() {
                    carrier.set_effect_allowed("move");
                    let _ = carrier.set_data("text/plain", "");
                    carrier.set_drag_image(&line, 0, 0);
                }
                *taking.borrow_mut() = Some(line);
            }
        })
        .forget();
        let active = EventListenerOptions::enable_prevent_default();
        let (over, around) = (held.clone(), list.clone());
        EventListener::new_with_options(list, "dragover", active, move |event| {
            let Some(line) = over.borrow().clone() else { return };
            event.prevent_default();
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let under = target.and_then(|target| target.closest("li").ok().flatten());
            let Some(under) = under.filter(|under| *under != line && around.contains(Some(under))) else {
                return;
            };
            let lines = lines(&around);
            let place = |of: &Element| lines.iter().position(|line| line == of);
            let _ = if place(&line) < place(&under) {
                under.after_with_node_1(&line)
            } else {
                under.before_with_node_1(&line)
            };
        })
        .forget();
        let (bench, dropped) = (self.clone(), list.clone());
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(list, "drop", active, |event| event.prevent_default()).forget();
        EventListener::new(list, "dragend", move |_| {
            if let Some(line) = held.take() {
                settled();
                bench.tell(&dropped, &line);
            }
        })
        .forget();
    }

    fn tell(&self, list: &Element, line: &Element) {
        let place = lines(list).iter().position(|other| other == line).map_or(0, |place| place + 1);
        if let Ok(Some(said)) = self.form.query_selector(".composer-moved") {
            said.set_text_content(Some(&moved(self.lang, place)));
        }
    }
}

/// What a picture is called that the server does not read, by the ending of its name.
fn foreign(name: &str) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1;
    ["HEIC", "HEIF", "AVIF"].into_iter().find(|format| ending.eq_ignore_ascii_case(format))
}

/// The lines of a list, in order.
fn lines(list: &Element) -> Vec<Element> {
    let children = list.children();
    (0..children.length()).filter_map(|n| children.item(n)).collect()
}
