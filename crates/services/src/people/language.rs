//! The language a person is spoken to in.

use crate::{
    Context, bind,
    db::{Id, Word},
    error::Result,
};
use domain::{Actor, Lang};

/// Keeps `lang` as the actor's own.
pub async fn set_language(ctx: &Context, actor: &Actor, lang: Lang) -> Result<()> {
    let variables = bind! { person: Id(actor.person), lang: Word(lang) };
    ctx.write("UPDATE $person SET lang = $lang RETURN NONE;", variables).await?;
    ctx.caches().forget(actor.person);
    Ok(())
}
