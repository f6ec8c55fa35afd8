//! The pictures of a post.

use super::{card::Sheet, texts as t};
use domain::feed::{Picture, PostBody, PostKind};
use leptos::prelude::*;

/// Widths the server keeps of a picture; see `services::media`.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// How wide a picture is drawn: the whole screen of a phone, the column of a desktop.
const SIZES: &str = "(min-width: 1100px) 40rem, 100vw";
/// In the grid of an album: two columns on a phone, three on a desktop.
const GRID_SIZES: &str = "(min-width: 1100px) 14rem, 50vw";

/// Pictures of an album shown in a feed; on its own page, all are.
const SHOWN: usize = 5;

/// `tongue` is the language they are described in, where that is known.
pub(super) fn pictures(
    sheet: &Sheet,
    post: &PostBody,
    author: &str,
    tongue: Option<&'static str>,
) -> impl IntoView + use<> {
    let lang = sheet.lang;
    let album = post.kind == PostKind::Album;
    let shown = if album && !sheet.alone { SHOWN } else { usize::MAX };
    let sizes = if album && sheet.alone { GRID_SIZES } else { SIZES };
    let each = post
        .pictures
        .iter()
        .take(shown)
        .enumerate()
        .map(|(n, picture)| {
            let alt = match picture.alt.is_empty() {
                true => t::picture_undescribed(lang, author),
                false => picture.alt.clone(),
            };
            view! {
                <a href=format!("/posts/{}/pictures/{}", post.id, n + 1)>
                    <img
                        src=format!("/media/{}/960", picture.id)
                        srcset=srcset(picture)
                        sizes=sizes
                        alt=alt
                        lang=tongue.filter(|_| !picture.alt.is_empty())
                        width=picture.width.to_string()
                        height=picture.height.to_string()
                        loading="lazy"
                        decoding="async"
                    />
                </a>
            }
        })
        .collect_view();
    let count = post.pictures.len();
    let all = (count > shown).then(|| {
        view! { <p><a class="link" href=format!("/posts/{}", post.id)>{t::all_pictures(lang, count)}</a></p> }
    });
    let class = if album { "post-pictures post-album" } else { "post-pictures" };
    view! {
        <div class=class data-count=count.min(shown).to_string()>{each}</div>
        {all}
    }
}

/// The sizes there are, each with the width it really has.
pub(super) fn srcset(picture: &Picture) -> String {
    let mut set = String::new();
    for width in WIDTHS {
        if !set.is_empty() {
            set.push_str(", ");
        }
        let real = width.min(picture.width);
        set.push_str(&format!("/media/{}/{width} {real}w", picture.id));
        if width >= picture.width {
            break;
        }
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::MediaId;

    #[test]
    fn no_size_is_offered_twice() {
        let id: MediaId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let set = |width| srcset(&Picture { id, alt: String::new(), width, height: 10 });
        assert_eq!(set(300), format!("/media/{id}/480 300w"));
        assert_eq!(set(960), format!("/media/{id}/480 480w, /media/{id}/960 960w"));
        assert_eq!(set(1600).matches("/media/").count(), 3);
    }
}
