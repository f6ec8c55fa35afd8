//! Small drawings of the yard, for empty places and the front door.

use leptos::prelude::*;

/// What a drawing shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scene {
    /// The covered yard and its chestnut tree.
    #[default]
    Yard,
    /// A bench under the tree, for feeds and comments.
    Bench,
    /// A calendar on its line, for events.
    Calendar,
    /// A car on its way, for rides.
    Road,
    /// A magnifying glass on the blackboard, for searches without results.
    Search,
    /// The yard's bell at rest, for notifications.
    Bell,
}

impl Scene {
    pub const ALL: [Self; 6] =
        [Self::Yard, Self::Bench, Self::Calendar, Self::Road, Self::Search, Self::Bell];

    /// The drawing. Its classes take the theme's colours from `style/empty-state.css`.
    pub fn draw(self) -> impl IntoView {
        let (window, drawing) = match self {
            Self::Yard => ("0 10 240 120", YARD),
            Self::Bench => ("0 8 240 122", BENCH),
            Self::Calendar => ("0 24 240 106", CALENDAR),
            Self::Road => ("0 38 240 92", ROAD),
            Self::Search => ("0 18 240 112", SEARCH),
            Self::Bell => ("0 4 240 126", BELL),
        };
        view! {
            <svg
                class="scene"
                viewBox=window
                width="240"
                aria-hidden="true"
                focusable="false"
                inner_html=drawing
            ></svg>
        }
    }
}

const YARD: &str = r#"
<circle class="chalk" cx="40" cy="26" r="11"/>
<path class="ground" d="M6 126h228"/>
<path class="wood" d="M187 126c2-14 2-30 0-46h9c-2 16-2 32 1 46z"/>
<path class="leaf" d="M191 18c13-2 21 6 22 15 10 1 17 9 15 20-2 10-10 14-17 14-3 11-12 17-21 15-9 3-18-1-22-9-10 1-18-6-18-16 0-9 6-15 13-17 0-12 11-22 28-22z"/>
<path class="leaf-soft" d="M181 34c5-6 14-7 19-3-8-1-14 1-19 3zM169 54c3-6 9-9 14-8-6 2-10 4-14 8zM200 55c4-4 11-5 15-2-6 0-10 0-15 2z"/>
<path class="brick-soft" d="M33 72h100v54H33z"/>
<path class="brick" d="M16 70 83 32l67 38v8H16z"/>
<path class="line" d="M33 78v48M83 78v48M133 78v48"/>
<path class="line" d="M44 108h28M48 108v18M68 108v18M94 108h28M98 108v18M118 108v18"/>
"#;

const BENCH: &str = r#"
<path class="ground" d="M6 126h228"/>
<path class="wood" d="M40 126c2-16 2-32 0-50h9c-1 18-1 34 1 50z"/>
<path class="leaf" d="M44 12c13-2 21 6 22 15 10 1 17 9 15 20-2 10-10 14-17 14-3 11-12 17-21 15-9 3-18-1-22-9-10 1-16-6-16-16 0-9 6-15 13-17 0-12 9-20 26-22z"/>
<path class="leaf-soft" d="M34 30c5-6 14-7 19-3-8-1-14 1-19 3zM50 50c4-4 11-5 15-2-6 0-10 0-15 2z"/>
<path class="brick" d="M96 98h112v8H96z"/>
<path class="line" d="M104 84h96M106 106v20M198 106v20M110 84v14M194 84v14"/>
<path class="blue-soft" d="M112 30h44a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8h-28l-10 10v-10h-6a8 8 0 0 1-8-8V38a8 8 0 0 1 8-8z"/>
<path class="line" d="M116 41h36M116 50h22"/>
<path class="chalk" d="M180 16h28a7 7 0 0 1 7 7v10a7 7 0 0 1-7 7h-3v9l-9-9h-16a7 7 0 0 1-7-7V23a7 7 0 0 1 7-7z"/>
"#;

const CALENDAR: &str = r#"
<path class="ground" d="M6 126h228"/>
<path class="line" d="M14 30c60 12 150 12 212 0"/>
<path class="paper" d="M76 42h88v74H76z"/>
<path class="brick" d="M76 42h88v18H76z"/>
<path class="line" d="M96 34v14M144 34v14"/>
<path class="blue-soft" d="M86 70h14v12H86zM106 70h14v12h-14zM126 70h14v12h-14zM86 90h14v12H86zM126 90h14v12h-14z"/>
<path class="chalk" d="M106 90h14v12h-14z"/>
<path class="leaf" d="M26 33h22l-11 18zM194 33h22l-11 18z"/>
<path class="brick" d="M52 36h18l-9 15z"/>
<path class="blue" d="M170 37h18l-9 14z"/>
"#;

const ROAD: &str = r#"
<circle class="chalk" cx="208" cy="58" r="10"/>
<path class="leaf-soft" d="M6 110c30-30 58-34 88-16 24-30 62-36 96-8 18-6 32 4 44 24z"/>
<path class="brick" d="M30 74l20-12 20 12v4H30z"/>
<path class="line" d="M35 78v24M65 78v24"/>
<path class="ground" d="M6 126h228"/>
<path class="line" d="M20 126h16M52 126h16M180 126h16M212 126h12"/>
<path class="leaf" d="M92 110c0-8 4-12 14-13l12-16c2-3 5-4 9-4h24c4 0 7 1 10 4l13 15c10 1 14 5 14 12v6a3 3 0 0 1-3 3H95a3 3 0 0 1-3-3z"/>
<path class="paper" d="M120 95l8-11c1-1 2-2 4-2h6v13zM145 82h7c2 0 3 1 4 2l10 11h-21z"/>
<circle class="paper" cx="114" cy="117" r="9"/>
<circle class="paper" cx="166" cy="117" r="9"/>
"#;

const SEARCH: &str = r#"
<path class="ground" d="M6 126h228"/>
<path class="line" d="M58 100l-10 26M182 100l10 26"/>
<path class="paper" d="M44 24h152v76H44z"/>
<path class="line" d="M60 44h44M60 58h30M60 72h38"/>
<circle class="blue-soft" cx="146" cy="58" r="22"/>
<circle class="line" cx="146" cy="58" r="22"/>
<path class="line" d="M162 74l18 18"/>
<path class="chalk" d="M60 94h16v4H60z"/>
<path class="brick" d="M82 94h12v4H82z"/>
"#;

const BELL: &str = r#"
<path class="ground" d="M6 126h228"/>
<path class="brick" d="M40 34 120 8l80 26v8H40z"/>
<path class="line" d="M54 42v84M186 42v84M120 42v14"/>
<path class="chalk" d="M120 54c17 0 24 13 24 28 0 9 3 13 8 17H88c5-4 8-8 8-17 0-15 7-28 24-28z"/>
<path class="line" d="M113 105a8 8 0 0 0 14 0"/>
<path class="leaf" d="M66 112c6-8 14-8 20 0-6 8-14 8-20 0zM154 116c5-7 12-7 18 0-6 7-13 7-18 0z"/>
"#;
