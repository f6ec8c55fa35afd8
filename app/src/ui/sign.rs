//! The sign of the house.

use leptos::prelude::*;

/// A roof on two posts and the leaf of a chestnut tree, as in `public/favicon.svg`.
#[component]
pub fn Sign() -> impl IntoView {
    view! { <svg class="brand-sign" viewBox="0 0 64 64" aria-hidden="true" focusable="false" inner_html=SIGN></svg> }
}

/// The drawing, at 64 × 64.
const SIGN: &str = r##"<rect width="64" height="64" rx="14" fill="#b5472e"/>
<path fill="none" stroke="#fbfaf6" stroke-linecap="round" stroke-linejoin="round" stroke-width="5" d="M8 28 32 11l24 17M14 28v26M50 28v26"/>
<g transform="translate(32 46)" fill="#f2c14e">
<path transform="rotate(-100)" d="M0 0C-1.2 -3.3 -3.3 -5.5 -3.3 -7.7C-3.3 -9.3 -1.2 -10.2 0 -11.0C1.2 -10.2 3.3 -9.3 3.3 -7.7C3.3 -5.5 1.2 -3.3 0 0Z"/>
<path transform="rotate(100)" d="M0 0C-1.2 -3.3 -3.3 -5.5 -3.3 -7.7C-3.3 -9.3 -1.2 -10.2 0 -11.0C1.2 -10.2 3.3 -9.3 3.3 -7.7C3.3 -5.5 1.2 -3.3 0 0Z"/>
<path transform="rotate(-52)" d="M0 0C-1.5 -4.8 -4.4 -8 -4.4 -11.2C-4.4 -13.6 -1.5 -14.9 0 -16.0C1.5 -14.9 4.4 -13.6 4.4 -11.2C4.4 -8 1.5 -4.8 0 0Z"/>
<path transform="rotate(52)" d="M0 0C-1.5 -4.8 -4.4 -8 -4.4 -11.2C-4.4 -13.6 -1.5 -14.9 0 -16.0C1.5 -14.9 4.4 -13.6 4.4 -11.2C4.4 -8 1.5 -4.8 0 0Z"/>
<path d="M0 0C-1.8 -5.7 -5 -9.5 -5 -13.3C-5 -16.1 -1.8 -17.7 0 -19.0C1.8 -17.7 5 -16.1 5 -13.3C5 -9.5 1.8 -5.7 0 0Z"/>
<path d="M-1 -1h2l.8 7.5h-3.6z"/>

</g>"##;
