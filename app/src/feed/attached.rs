//! What is attached to a post, where it is written and where it is changed: pictures in their order,
//! each with what it shows, and files.
//!
//! What came before has a line of its own, also after a refused try; what is chosen now is added
//! after. Without script the order is made of numbers; with it, pictures are dragged, or moved by
//! buttons that fill in the numbers.

use super::texts as t;
use crate::{
    forms::FormState,
    i18n::failure::size,
    ui::{Checkbox, Field, FileField, Icon, TextArea},
};
use domain::{
    Lang,
    feed::{
        ALBUM_MAX, AttachedFile, DESCRIPTION_MAX, FILES_MAX, FileKind, PICTURES_MAX, Picture, ROWS_MAX,
        shared,
    },
};
use leptos::prelude::*;

/// A picture that came before, as its line shows it.
struct Row {
    id: String,
    alt: String,
    place: String,
    removed: bool,
    alt_error: Option<String>,
    place_error: Option<String>,
}

/// The lines of a form, and what of its descriptions belongs to none.
fn rows(form: &FormState, had: &[Picture]) -> (Vec<Row>, String) {
    if !form.is_refused() {
        let row = |(n, picture): (usize, &Picture)| Row {
            id: picture.id.to_string(),
            alt: picture.alt.clone(),
            place: (n + 1).to_string(),
            removed: false,
            alt_error: None,
            place_error: None,
        };
        return (had.iter().enumerate().map(row).collect(), String::new());
    }
    let mut rows = Vec::new();
    for n in 0..ROWS_MAX {
        let id = form.value(&format!("kept[{n}][id]"));
        if id.is_empty() {
            break;
        }
        let (alt, place) = (format!("kept[{n}][alt]"), format!("kept[{n}][place]"));
        rows.push(Row {
            id,
            alt: form.value(&alt),
            place: form.value(&place),
            removed: form.ticked(&format!("kept[{n}][remove]"), false),
            alt_error: form.error(&alt),
            place_error: form.error(&place),
        });
    }
    // Those that came with the refused try have a line from now on.
    let fresh = form.values("pictures");
    let (lines, rest) = shared(&form.value("alt"), fresh.len());
    for (id, alt) in fresh.into_iter().zip(lines) {
        let alt_error = form.error("alt").filter(|_| alt.chars().count() > DESCRIPTION_MAX);
        let place = (rows.len() + 1).to_string();
        rows.push(Row { id, alt, place, removed: false, alt_error, place_error: None });
    }
    (rows, rest)
}

/// Pictures that came before, and the field for others. `form_id` is that of the form around it.
#[component]
pub(super) fn Pictures(
    lang: Lang,
    form: FormState,
    form_id: String,
    /// Those the post has.
    #[prop(optional)]
    had: Vec<Picture>,
) -> impl IntoView {
    let (rows, rest) = rows(&form, &had);
    let open = form.is_refused() || !rows.is_empty();
    let count = rows.len();
    let kept = (count > 0).then(|| {
        let each = rows.into_iter().enumerate().map(|(n, row)| line(lang, n, count, row)).collect_view();
        let hint = (count > 1).then(|| view! { <p class="field-hint">{t::order_hint(lang)}</p> });
        view! {
            <fieldset class="composer-pictures">
                <legend>{t::kept_pictures(lang)}</legend>
                {hint}
                <ol class="composer-kept-list">{each}</ol>
            </fieldset>
        }
    });
    view! {
        <details class="composer-more" open=open>
            <summary><Icon name="image" />{t::pictures(lang)}</summary>
            {kept}
            <FileField
                lang
                name="picture"
                label=t::pictures(lang)
                hint=t::pictures_hint(lang, PICTURES_MAX, ALBUM_MAX)
                error=form.error("picture")
                multiple=true
            />
            <TextArea
                lang
                name="alt"
                label=t::alt(lang)
                hint=t::alt_hint(lang)
                value=rest
                error=form.error("alt")
                rows=2
            />
            <super::arrange::Arrange form=form_id lang />
        </details>
    }
}

fn line(lang: Lang, n: usize, count: usize, row: Row) -> impl IntoView {
    let name = |part: &str| format!("kept[{n}][{part}]");
    let number = n + 1;
    // Said once and gently: nobody is made to describe what they cannot put in words.
    let reminder = row.alt.is_empty().then(|| t::describe_reminder(lang).to_owned());
    let place = if row.place.is_empty() { number.to_string() } else { row.place };
    let place = (count > 1).then(|| {
        view! {
            <div class="composer-place">
                <Field
                    lang
                    name=name("place")
                    label=t::place_of(lang, number)
                    kind="number"
                    inputmode="numeric"
                    min="1"
                    max=count.to_string()
                    value=place
                    error=row.place_error
                    unmarked=true
                />
            </div>
        }
    });
    view! {
        <li class="composer-kept" data-number=number.to_string()>
            <img src=format!("/media/{}/160", row.id) alt="" width="80" height="80" />
            <div class="composer-kept-words">
                <input type="hidden" name=name("id") value=row.id />
                <Field
                    lang
                    name=name("alt")
                    label=t::alt_of(lang, number)
                    hint=reminder
                    value=row.alt
                    error=row.alt_error
                    maxlength=u32::try_from(DESCRIPTION_MAX).unwrap_or(u32::MAX)
                />
                <div class="composer-kept-line">
                    {place}
                    <Checkbox name=name("remove") label=t::remove_picture(lang, number) checked=row.removed />
                </div>
            </div>
        </li>
    }
}

/// What the browser offers to choose.
fn endings() -> String {
    let endings: Vec<_> = FileKind::ALL.into_iter().map(|kind| format!(".{}", kind.ending())).collect();
    endings.join(",")
}

/// Files that came before, and the field for others.
#[component]
pub(super) fn Files(
    lang: Lang,
    form: FormState,
    /// Those the post has.
    #[prop(optional)]
    had: Vec<AttachedFile>,
) -> impl IntoView {
    let mut kept: Vec<(String, String, bool)> = Vec::new();
    if form.is_refused() {
        for n in 0..FILES_MAX * 2 {
            let id = form.value(&format!("held[{n}][id]"));
            if id.is_empty() {
                break;
            }
            let removed = form.ticked(&format!("held[{n}][remove]"), false);
            kept.push((id, form.value(&format!("held[{n}][name]")), removed));
        }
        let fresh = form.values("files").into_iter().zip(form.values("file_names"));
        kept.extend(fresh.map(|(id, name)| (id, name, false)));
    } else {
        kept.extend(had.into_iter().map(|file| (file.id.to_string(), file.name, false)));
    }
    let open = !kept.is_empty() || form.error("file").is_some();
    let kept = (!kept.is_empty()).then(|| {
        let each = kept
            .into_iter()
            .enumerate()
            .map(|(n, (id, name, removed))| {
                let label = t::remove_file(lang, &name);
                view! {
                    <li>
                        <input type="hidden" name=format!("held[{n}][id]") value=id />
                        <input type="hidden" name=format!("held[{n}][name]") value=name.clone() />
                        <span class="composer-file"><Icon name="file-text" />{name}</span>
                        <Checkbox name=format!("held[{n}][remove]") label checked=removed />
                    </li>
                }
            })
            .collect_view();
        view! {
            <fieldset class="composer-pictures">
                <legend>{t::kept_files(lang)}</legend>
                <ul class="composer-files">{each}</ul>
            </fieldset>
        }
    });
    view! {
        <details class="composer-more" open=open>
            <summary><Icon name="paperclip" />{t::files(lang)}</summary>
            {kept}
            <FileField
                lang
                name="file"
                label=t::files(lang)
                accept=endings()
                hint=t::files_hint(lang, FILES_MAX, &limit(lang))
                error=form.error("file")
                multiple=true
            />
        </details>
    }
}

/// What one file may weigh, in words.
fn limit(lang: Lang) -> String {
    #[cfg(feature = "ssr")]
    if let Ok(ctx) = crate::asking::context() {
        return size(lang, u64::try_from(ctx.file_limit()).unwrap_or(u64::MAX));
    }
    size(lang, 0)
}

/// The files of a post, for its readers.
pub(super) fn files(lang: Lang, files: &[AttachedFile]) -> impl IntoView + use<> {
    let each = files
        .iter()
        .map(|file| {
            let about =
                format!("{}, {}", file.kind.ending().to_uppercase(), size(lang, file.bytes.max(1000)));
            view! {
                <li>
                    <a class="post-file" href=format!("/files/{}", file.id) data-plain="" download="">
                        <Icon name="file-text" />
                        <span class="post-file-name">{file.name.clone()}</span>
                        <span class="post-file-about">{about}</span>
                        <Icon name="download" />
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="post-files" aria-label=t::files(lang)>{each}</ul> }
}

#[cfg(test)]
mod tests {
    use super::endings;

    #[test]
    fn what_is_offered_is_what_is_taken() {
        assert_eq!(endings(), ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt");
    }
}
