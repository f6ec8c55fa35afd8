//! Figures over time, drawn on the server, with their table for who reads rather than looks.

use domain::Lang;
use leptos::prelude::*;

use super::texts;

/// Width of one bar's slot in the drawing's own units.
const SLOT: f64 = 10.0;
/// Height of the drawing in its own units.
const HEIGHT: f64 = 100.0;

/// A figure and when or what it is about.
pub type Point = (String, f64);

/// One bar a point; the last one, the most recent, in the accent.
#[component]
pub fn BarChart(
    lang: Lang,
    /// What is counted.
    #[prop(into)]
    title: String,
    points: Vec<Point>,
    /// Title of the first column of the table: "Mois".
    #[prop(into)]
    column: String,
) -> impl IntoView {
    let top = ceiling(&points);
    let last = points.len().saturating_sub(1);
    let many = (points.len() > 6).then_some("true");
    let width = SLOT * f64::from(u32::try_from(points.len()).unwrap_or(0));
    let bars = (0_u32..)
        .zip(points.iter().enumerate())
        .map(|(slot, (index, (_, value)))| {
            let height = value.max(0.0) / top * HEIGHT;
            view! {
                <rect
                    class=if index == last { "bar bar-last" } else { "bar" }
                    x=format!("{:.1}", f64::from(slot) * SLOT + SLOT * 0.15)
                    y=format!("{:.2}", HEIGHT - height)
                    width=format!("{:.1}", SLOT * 0.7)
                    height=format!("{height:.2}")
                />
            }
        })
        .collect_view();
    let axis = points.iter().map(|(label, _)| view! { <li>{label.clone()}</li> }).collect_view();
    view! {
        <figure class="chart">
            <figcaption>{title.clone()}</figcaption>
            <div class="chart-plot" aria-hidden="true">
                <p class="chart-max">{figure(lang, top)}</p>
                <svg class="chart-bars" viewBox=format!("0 0 {width:.0} {HEIGHT:.0}") preserveAspectRatio="none">
                    <path class="grid-line" d=format!("M0 0H{width:.0}") />
                    {bars}
                    <path class="base-line" d=format!("M0 {HEIGHT:.0}H{width:.0}") />
                </svg>
            </div>
            <ol class="chart-axis" aria-hidden="true" data-many=many>{axis}</ol>
            <details class="chart-table">
                <summary>{texts::data_table(lang)}</summary>
                <Figures lang title column points />
            </details>
        </figure>
    }
}

/// A line without axes, to sit beside a figure.
#[component]
pub fn Sparkline(
    lang: Lang,
    #[prop(into)] title: String,
    points: Vec<Point>,
    #[prop(into)] column: String,
) -> impl IntoView {
    let top = ceiling(&points);
    let steps = f64::from(u32::try_from(points.len()).unwrap_or(0)) - 1.0;
    let width = SLOT * steps.max(1.0);
    let line = (0_u32..)
        .zip(&points)
        .map(|(step, (_, value))| {
            let (x, y) = (f64::from(step) * SLOT, HEIGHT - value.max(0.0) / top * HEIGHT);
            format!("{x:.1},{y:.1}")
        })
        .collect::<Vec<_>>()
        .join(" ");
    view! {
        <figure class="sparkline">
            <svg viewBox=format!("0 0 {width:.0} {HEIGHT:.0}") preserveAspectRatio="none" aria-hidden="true">
                <polygon class="spark-area" points=format!("0,{HEIGHT:.0} {line} {width:.0},{HEIGHT:.0}") />
                <polyline class="spark" points=line />
            </svg>
            <div class="visually-hidden"><Figures lang title column points /></div>
        </figure>
    }
}

#[component]
fn Figures(lang: Lang, title: String, column: String, points: Vec<Point>) -> impl IntoView {
    let rows = points
        .into_iter()
        .map(|(label, value)| view! { <tr><th scope="row">{label}</th><td class="numbers">{figure(lang, value)}</td></tr> })
        .collect_view();
    view! {
        <table class="table">
            <thead><tr><th scope="col">{column}</th><th scope="col" class="numbers">{title}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The top of the scale: the first of 1, 2, 5, 10, 20… that no point exceeds.
fn ceiling(points: &[Point]) -> f64 {
    let highest =
        points.iter().map(|(_, value)| *value).filter(|value| value.is_finite()).fold(0.0, f64::max);
    let mut decade = 1.0;
    while decade * 10.0 < highest {
        decade *= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|step| step * decade)
        .find(|top| *top >= highest)
        .unwrap_or(decade * 10.0)
}

/// A figure as the language writes it: 12 500,5 or 12,500.5; one decimal at most.
///
/// ```
/// use domain::Lang;
/// assert_eq!(app::ui::figure(Lang::Fr, 12500.5), "12\u{202f}500,5");
/// assert_eq!(app::ui::figure(Lang::En, -1234.0), "-1,234");
/// ```
pub fn figure(lang: Lang, value: f64) -> String {
    let (group, comma) = match lang {
        Lang::Fr => ('\u{202f}', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.1}", value.abs());
    let (whole, decimal) = plain.split_once('.').unwrap_or((&plain, "0"));
    let mut out = String::from(if value < 0.0 { "-" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if decimal != "0" {
        out.push(comma);
        out.push_str(decimal);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::ceiling;

    #[test]
    fn the_scale_ends_on_a_round_figure() {
        for (highest, top) in
            [(0.0, 1.0), (1.0, 1.0), (3.0, 5.0), (10.0, 10.0), (11.0, 20.0), (4200.0, 5000.0)]
        {
            assert_eq!(ceiling(&[("a".into(), highest)]), top);
        }
    }
}
