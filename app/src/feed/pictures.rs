//! The pictures of a post.

use super::texts as t;
use domain::{Lang, feed::Picture};
use leptos::prelude::*;

/// Widths the server keeps of a picture; see `services::media`.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// How wide a picture is drawn: the whole screen of a phone, the column of a desktop.
const SIZES: &str = "(min-width: 1100px) 40rem, 100vw";

pub(super) fn pictures(lang: Lang, pictures: &[Picture], author: &str) -> impl IntoView + use<> {
    let each = pictures
        .iter()
        .map(|picture| {
            let id = picture.id;
            let alt = match picture.alt.is_empty() {
                true => t::picture_undescribed(lang, author),
                false => picture.alt.clone(),
            };
            view! {
                <a href=format!("/media/{id}/1600") data-plain="">
                    <img
                        src=format!("/media/{id}/960")
                        srcset=srcset(picture)
                        sizes=SIZES
                        alt=alt
                        width=picture.width.to_string()
                        height=picture.height.to_string()
                        loading="lazy"
                        decoding="async"
                    />
                </a>
            }
        })
        .collect_view();
    view! { <div class="post-pictures" data-count=pictures.len().to_string()>{each}</div> }
}

/// The sizes there are, each with the width it really has.
fn srcset(picture: &Picture) -> String {
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
