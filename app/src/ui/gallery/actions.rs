//! What one presses.

use domain::Lang;
use leptos::prelude::*;

use super::texts as t;
use crate::ui::{Button, Chip, Dialog, IconButton, Link, Menu, Pill, Tone, Variant};

pub(super) fn draw(lang: Lang, theme: &'static str) -> AnyView {
    let dialog = format!("{theme}-dialog");
    view! {
        <div class="actions">
            <Button variant=Variant::Primary icon="send">{t::publish(lang)}</Button>
            <Button>{t::save_draft(lang)}</Button>
            <Button variant=Variant::Quiet icon="bell">{t::follow(lang)}</Button>
            <Button variant=Variant::Danger icon="trash-2">{t::cancel_booking(lang)}</Button>
            <Button disabled=true>{t::full(lang)}</Button>
            <Button href="#" icon="car">{t::offer_ride(lang)}</Button>
            <Button small=true>{t::sign_up(lang)}</Button>
        </div>
        <Button variant=Variant::Primary wide=true>{t::long_button(lang)}</Button>
        <div class="actions">
            <IconButton icon="bell" label=t::notifications(lang) badge=3 href="#" />
            <IconButton icon="bookmark" label=t::follow(lang) pressed=true />
            <IconButton icon="share-2" label=t::publish(lang) />
            <Menu id=format!("{theme}-menu") label=t::menu_label(lang)>
                <a href="#"><crate::ui::Icon name="pencil" />{t::edit(lang)}</a>
                <a href="#"><crate::ui::Icon name="flag" />{t::report(lang)}</a>
                <hr />
                <button type="submit" data-tone="danger"><crate::ui::Icon name="trash-2" />{t::delete(lang)}</button>
            </Menu>
            <Button variant=Variant::Danger opens=dialog.clone()>{t::open_dialog(lang)}</Button>
        </div>
        <Dialog lang id=dialog title=t::dialog_title(lang)>
            <p>{t::dialog_text(lang)}</p>
            <div class="actions">
                <Button variant=Variant::Quiet>{t::keep_booking(lang)}</Button>
                <Button variant=Variant::Danger>{t::cancel_booking(lang)}</Button>
            </div>
        </Dialog>
        <p>
            {t::in_text(lang)}
            <Link href="#">{t::read_charter(lang)}</Link>
            {t::or_see(lang)}
            <Link href="#" external=true>{t::standard(lang)}</Link>
            "."
        </p>
        <div class="chips">
            <Chip label=t::filter_all(lang) href="#" current=true />
            <Chip label=t::filter_off_work(lang) href="#" />
            <Chip label=t::filter_practice(lang) icon="wrench" href="#" />
            <Chip label=t::club(lang) icon="bike" />
        </div>
        <div class="chips">
            <Pill label=t::draft(lang) icon="pencil" />
            <Pill tone=Tone::Info label=t::question(lang) icon="circle-help" />
            <Pill tone=Tone::Warning label=t::pending(lang) icon="hourglass" />
            <Pill tone=Tone::Success label=t::confirmed(lang) icon="circle-check" />
            <Pill tone=Tone::Danger label=t::cancelled(lang) icon="circle-x" />
            <Pill label=t::done(lang) icon="check" />
        </div>
    }
    .into_any()
}
