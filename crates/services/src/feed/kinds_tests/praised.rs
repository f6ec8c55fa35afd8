use super::*;
use domain::{feed::FeedError, form::Fault};

impl Club {
    async fn praises(&self, actor: &Actor, praised: &str, body: &str) -> Result<PostId> {
        let draft = Draft { kind: PostKind::Praise, body: body.into(), ..Draft::default() };
        let beside = Beside { praised: praised.into(), ..Beside::default() };
        publish_with(self.ctx(), actor, self.club, draft, beside, vec![], "").await
    }
}

#[tokio::test]
async fn praise_names_people_of_the_company() {
    let club = Club::open().await;
    let names = "Luc  Durand\nada-un@exemple.fr\nLuc Durand";
    let post = club.praises(&club.member, names, "Pour le coup de main.").await.unwrap();
    let Extra::Praise(people) = club.extra(&club.outsider, post).await else { panic!() };
    let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Luc Durand", "Ada Un"]);
    club.is_sound().await;
}

#[tokio::test]
async fn praise_has_a_reason_and_is_for_others() {
    let club = Club::open().await;
    club.yard.partner("Pia Partenaire").await;
    let many = "Luc Durand\nAda Un\nBea Deux\nOlga Loin\na\nb";
    for (praised, body, field, fault) in [
        ("Luc Durand", " ", "body", Fault::Required),
        ("", "Bravo", "praised", Fault::Required),
        ("Personne Inconnue", "Bravo", "praised", Fault::Person),
        ("Pia Partenaire", "Bravo", "praised", Fault::Person),
        ("Zoé Martin", "Bravo", "praised", Fault::Oneself),
        (many, "Bravo", "praised", Fault::TooMany { max: 5 }),
    ] {
        let refused = club.praises(&club.member, praised, body).await.unwrap_err().failure();
        assert_eq!(refused.fields.first(), Some(&(field.to_owned(), fault)), "{praised}");
    }
    let partner = club.yard.partner("Paul Partenaire").await;
    club.yard.join(&partner, club.club).await;
    let partner = club.yard.fresh(&partner).await;
    refuses(club.praises(&partner, "Luc Durand", "Bravo").await, FeedError::NotPraise);
}
