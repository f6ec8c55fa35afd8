//! One's own page: what it says, and changing it.

use super::{read_commune, read_workplace, word_rows, words_of};
use crate::{
    Context, bind,
    db::{Id, Word, thrown},
    error::Result,
};
use domain::{
    Actor, Lang, Reason,
    form::{Fault, Reader},
    id::{MediaId, WorkplaceId},
    person::{BIO_MAX, LINE_MAX, OwnProfile, ProfileForm, picture_address},
};
use surrealdb::types::SurrealValue;

const OWN: &str = "SELECT name, sort, email, picture, title, bio, workplace, commune, lang FROM $person";

/// The actor's own page, as they may change it.
pub async fn own_profile(ctx: &Context, actor: &Actor) -> Result<OwnProfile> {
    let row = own(ctx, actor).await?;
    let commune = row.commune.as_deref().and_then(gazetteer::by_code);
    Ok(OwnProfile {
        id: actor.person,
        name: row.name,
        email: row.email,
        picture: row.picture.map(|picture| picture_address(picture.0)),
        title: row.title,
        bio: row.bio,
        workplace: row.workplace.map(|workplace| workplace.0),
        commune: commune.map(gazetteer::Commune::label),
        lang: row.lang.0,
    })
}

async fn own(ctx: &Context, actor: &Actor) -> Result<Row> {
    let row = ctx.db().row::<Row>(OWN, bind! { person: Id(actor.person) }).await?;
    row.ok_or_else(|| Reason::NotFound.into())
}

const EDIT: &str = "
LET $before = SELECT sort, words, picture FROM ONLY $person;
IF $picture != NONE {
    LET $sent = SELECT owner, attached, name FROM ONLY $picture;
    IF $sent.owner != $person OR $sent.name != NONE OR ($sent.attached AND $picture != $before.picture) { THROW 'picture' };
    UPDATE $picture SET attached = true, portrait = true RETURN NONE;
};
IF $before.picture != NONE AND $before.picture != $picture AND ($picture != NONE OR $drop) {
    UPDATE $before.picture SET attached = false, portrait = false RETURN NONE;
};
FOR $word IN $before.words { DELETE type::record('directory', [$word, $before.sort, $person]) RETURN NONE };
UPDATE $person SET title = $title, bio = $bio, workplace = $workplace, commune = $commune, lang = $lang,
    picture = IF $drop { $picture } ELSE { $picture ?? $before.picture }, words = $found_under RETURN NONE;
INSERT INTO directory $words RETURN NONE;
";

/// Changes the actor's own page. Repeating it changes nothing.
pub async fn edit_profile(ctx: &Context, actor: &Actor, raw: &ProfileForm) -> Result<()> {
    let before = own(ctx, actor).await?;
    let mut form = Reader::default();
    let title = form.text("title", &raw.title, 0, LINE_MAX);
    let bio = form.text("bio", &raw.bio, 0, BIO_MAX);
    let workplace = read_workplace(ctx, &mut form, "workplace", &raw.workplace).await?;
    let commune = read_commune(&mut form, "commune", &raw.commune).map(|commune| commune.code.to_owned());
    let lang = form.take("lang", Lang::from_tag(&raw.lang).ok_or(Fault::Choice), actor.lang);
    form.done()?;
    let place = workplace.as_ref().map_or("", |place| place.name.as_str());
    let found_under = words_of(&before.name, &title, place);
    let variables = bind! {
        person: Id(actor.person), title, bio, workplace: workplace.as_ref().map(|place| Id(place.id)), commune,
        lang: Word(lang), picture: raw.picture.map(Id), drop: raw.drop_picture,
        words: word_rows(actor.person, &before.sort, &found_under), found_under
    };
    ctx.write(EDIT, variables).await.map_err(|error| match thrown(&error) {
        Some("picture") => picture(),
        _ => error,
    })?;
    ctx.caches().forget(actor.person);
    Ok(())
}

/// A picture that is somebody else's, or gone.
fn picture() -> crate::Error {
    let mut form = Reader::default();
    form.fault("picture", Fault::Picture);
    form.done().map_or_else(Into::into, |()| Reason::Picture.into())
}

#[derive(SurrealValue)]
struct Row {
    name: String,
    sort: String,
    email: String,
    picture: Option<Id<MediaId>>,
    title: String,
    bio: String,
    workplace: Option<Id<WorkplaceId>>,
    commune: Option<String>,
    lang: Word<Lang>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        db::At,
        people::{directory, name, person},
        testing::Yard,
    };
    use domain::person::CommuneForm;

    fn form() -> ProfileForm {
        ProfileForm { title: "Soudeuse".into(), lang: "en".into(), ..ProfileForm::default() }
    }

    async fn picture_of(yard: &Yard, owner: &Actor) -> MediaId {
        let id = MediaId::new(yard.ctx.ulid());
        let create = "CREATE $id SET owner = $owner, portrait = false, width = 1, height = 1, sizes = [1], mime = '', \
             bytes = 1, hash = '', created = $at";
        let variables = bind! { id: Id(id), owner: Id(owner.person), at: At(yard.now()) };
        yard.ctx.db().query(create, variables).await.unwrap();
        id
    }

    async fn attached(yard: &Yard, id: MediaId) -> bool {
        let mut rows =
            yard.ctx.db().query("SELECT VALUE attached FROM $id", bind! { id: Id(id) }).await.unwrap();
        rows.take::<bool>(0).unwrap()[0]
    }

    #[tokio::test]
    async fn what_one_changes_is_found_and_shown() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let raw = ProfileForm { commune: CommuneForm::typed("st etienne"), bio: "Bonjour".into(), ..form() };
        for _ in 0..2 {
            edit_profile(&yard.ctx, &zoe, &raw).await.unwrap();
        }
        let own = own_profile(&yard.ctx, &zoe).await.unwrap();
        assert_eq!(own.commune.as_deref(), Some("Saint-Étienne (42000)"));
        assert_eq!(yard.fresh(&zoe).await.lang, Lang::En);
        assert_eq!(person(&yard.ctx, &zoe, zoe.person).await.unwrap().bio, "Bonjour");
        let found = directory(&yard.ctx, &zoe, "soud", None).await.unwrap().items;
        assert_eq!(found.len(), 1);
        edit_profile(&yard.ctx, &zoe, &ProfileForm { title: "Tourneuse".into(), ..form() }).await.unwrap();
        assert_eq!(directory(&yard.ctx, &zoe, "soud", None).await.unwrap().items, []);
        assert_eq!(own_profile(&yard.ctx, &zoe).await.unwrap().commune, None);
    }

    #[tokio::test]
    async fn a_portrait_is_ones_own_and_replaces_the_one_before() {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let (first, second) = (picture_of(&yard, &zoe).await, picture_of(&yard, &zoe).await);
        let stolen = ProfileForm { picture: Some(first), ..form() };
        let failure = edit_profile(&yard.ctx, &luc, &stolen).await.unwrap_err().failure();
        assert_eq!(failure.fault("picture"), Some(&Fault::Picture));
        for picture in [first, second] {
            edit_profile(&yard.ctx, &zoe, &ProfileForm { picture: Some(picture), ..form() }).await.unwrap();
            let named = name(&yard.ctx, zoe.person).await.unwrap();
            assert_eq!(named.picture, Some(picture_address(picture)));
        }
        assert_eq!((attached(&yard, first).await, attached(&yard, second).await), (false, true));
        edit_profile(&yard.ctx, &zoe, &form()).await.unwrap();
        assert!(name(&yard.ctx, zoe.person).await.unwrap().picture.is_some(), "kept when none is sent");
        edit_profile(&yard.ctx, &zoe, &ProfileForm { drop_picture: true, ..form() }).await.unwrap();
        assert_eq!(name(&yard.ctx, zoe.person).await.unwrap().picture, None);
        assert!(!attached(&yard, second).await);
    }

    #[tokio::test]
    async fn every_fault_is_told_beside_its_field() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let raw = ProfileForm {
            title: "x".repeat(300),
            workplace: "ailleurs".into(),
            commune: CommuneForm::typed("zzzzzz"),
            lang: "de".into(),
            ..ProfileForm::default()
        };
        let failure = edit_profile(&yard.ctx, &zoe, &raw).await.unwrap_err().failure();
        let fields: Vec<_> = failure.fields.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["title", "workplace", "commune", "lang"]);
    }
}
