//! Proof over claims.

use domain::Lang;
use jiff::civil::{Date, date};
use leptos::prelude::*;

use super::texts as t;
use crate::i18n::dates;
use crate::ui::{BarChart, CalendarMonth, MapSketch, Mark, Meter, Sparkline, Spot, Stat, figure};

const TODAY: Date = date(2026, 11, 10);

pub(super) fn draw(lang: Lang, _theme: &'static str) -> AnyView {
    let months = [42.0, 51.0, 38.0, 64.0, 70.0, 66.0, 20.0, 9.0, 81.0, 96.0, 120.0, 137.0];
    let points: Vec<(String, f64)> = (1_i8..)
        .zip(months)
        .filter_map(|(month, rides)| {
            let name = dates::month(lang, Date::new(2026, month, 1).ok()?);
            let short = match name.chars().count() {
                0..=4 => name.to_owned(),
                _ => format!("{}.", name.chars().take(3).collect::<String>()),
            };
            Some((short, rides))
        })
        .collect();
    let mark = |day: i8, label: &'static str, mine: bool| {
        Some(Mark {
            date: Date::new(2026, 11, day).ok()?,
            label: label.to_owned(),
            href: "#".to_owned(),
            mine,
        })
    };
    let marks = [
        mark(3, t::reading(lang), false),
        mark(24, t::workshop(lang), true),
        mark(24, t::event_long(lang), false),
    ];
    view! {
        <div class="stats">
            <Stat value=figure(lang, 12500.5) label=t::saved_km(lang) />
            <Stat value="128" label=t::active(lang) change=t::change(lang) change_icon="arrow-up-right" />
            <Sparkline lang title=t::rides_by_month(lang) points=points.clone() column=t::month(lang) />
        </div>
        <Meter lang taken=3 of=8 />
        <Meter lang taken=8 of=8 />
        <BarChart lang title=t::rides_by_month(lang) points column=t::month(lang) />
        <MapSketch
            lang
            departure=Spot::new(5.5906, 45.3642, t::map_zone(lang))
            radius_km=2.0
            stops=vec![Spot::new(5.7136, 45.2047, t::ride_stop(lang))]
            arrival=Spot::new(5.7245, 45.1885, t::ride_to(lang))
        />
        <CalendarMonth
            lang
            month=TODAY
            today=TODAY
            marks=marks.into_iter().flatten().collect()
            previous="#"
            next="#"
        />
    }
    .into_any()
}
