//! Kinds of posts, each with what it asks of its readers, against a fresh store.

mod announcements;
mod bilingual;
mod calling;
mod ideas;
mod pinned;
mod plans;
mod polls;
mod praised;
mod questions;
mod threads;
mod versions;
mod waiting;

use super::*;
use crate::{Context, testing::Yard};
use domain::{
    Actor, Reason,
    feed::{Draft, Extra, PostKind},
    id::{CommunityId, PostId},
};

/// A community with two animators and two members, and somebody who is not in it.
struct Club {
    yard: Yard,
    club: CommunityId,
    animator: Actor,
    member: Actor,
    other: Actor,
    outsider: Actor,
}

impl Club {
    async fn open() -> Club {
        let yard = Yard::open().await;
        let (one, two) = (yard.employee("Ada Un").await, yard.employee("Bea Deux").await);
        let club = yard.community("course", &[&one, &two]).await;
        let (member, other) = (yard.employee("Zoé Martin").await, yard.employee("Luc Durand").await);
        for actor in [&member, &other] {
            yard.join(actor, club).await;
        }
        let (animator, member, other) =
            (yard.fresh(&one).await, yard.fresh(&member).await, yard.fresh(&other).await);
        let outsider = yard.employee("Olga Loin").await;
        Club { yard, club, animator, member, other, outsider }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn try_to_say(&self, actor: &Actor, kind: PostKind) -> Result<PostId> {
        let draft = Draft { kind, body: "Voilà".into(), ..Draft::default() };
        publish(self.ctx(), actor, self.club, draft, vec![], "").await
    }

    async fn says(&self, actor: &Actor, kind: PostKind) -> PostId {
        self.try_to_say(actor, kind).await.unwrap()
    }

    /// What the post has beside its words, as `actor` sees it.
    async fn extra(&self, actor: &Actor, post: PostId) -> Extra {
        let alone = post_view(self.ctx(), actor, post).await;
        let feed = community_feed(self.ctx(), actor, self.club, None).await.unwrap();
        let among = feed.items.into_iter().find(|view| view.post.id == post).unwrap();
        assert_eq!(alone, among.extra, "the same on its page as in its feed");
        alone
    }

    async fn is_sound(&self) {
        assert_eq!(crate::check::run(self.ctx()).await.unwrap().wrong, Vec::<String>::new());
    }
}

async fn post_view(ctx: &Context, actor: &Actor, post: PostId) -> Extra {
    super::post(ctx, actor, post).await.unwrap().extra
}

fn refuses<T: std::fmt::Debug>(answer: Result<T>, reason: impl Into<Reason>) {
    assert_eq!(answer.unwrap_err().failure().reason, reason.into());
}
