//! What a post's kind adds, as one reader sees it and may do with it.

use super::{
    facts::{Facts, Own},
    rights,
    shown::Shown,
};
use crate::{Context, people::Names};
use domain::{
    Actor,
    feed::{AnnouncementView, AnswerView, Extra, IdeaView, PollView, QuestionView, Results},
    policy::{Action, Place, judge},
};

pub(super) fn extra(
    ctx: &Context,
    actor: &Actor,
    place: &Place,
    shown: &Shown,
    own: &Own,
    names: &Names,
) -> Extra {
    let (post, author) = (shown.body.id, shown.body.author);
    match &shown.facts {
        Facts::None => Extra::None,
        Facts::Question(answered) => Extra::Question(QuestionView {
            // Said under it, it stays among those who read the community.
            answer: answered.as_ref().filter(|_| judge(actor, Action::Read, place).is_allowed()).map(
                |answered| AnswerView {
                    comment: answered.comment,
                    author: names.of(answered.author),
                    excerpt: answered.excerpt.clone(),
                },
            ),
            accepts: rights::looks_after(actor, place, author),
        }),
        Facts::Idea { supports, judgement, .. } => Extra::Idea(IdeaView {
            supports: *supports,
            mine: own.has(post),
            judgement: judgement.clone(),
            judges: judge(actor, Action::Moderate, place).is_allowed(),
        }),
        Facts::Announcement { readings } => Extra::Announcement(AnnouncementView {
            mine: own.has(post),
            confirms: author != actor.person && judge(actor, Action::Write, place).is_allowed(),
            confirmed: rights::looks_after(actor, place, author).then_some(*readings),
        }),
        Facts::Poll(poll) => {
            let (now, voted) = (ctx.now(), own.has(post));
            let ended = poll.ends <= now;
            let results = poll.results(now, voted);
            let writes = judge(actor, Action::Write, place).is_allowed();
            Extra::Poll(PollView {
                options: shown.options(actor.lang, &poll.options),
                multiple: poll.multiple,
                anonymous: poll.anonymous,
                ends: poll.ends,
                ends_on: ctx.zone().to_datetime(poll.ends),
                ended,
                voters: poll.voters,
                voted,
                mine: own.choices(post),
                votes: writes && !ended && !(poll.anonymous && voted),
                names: !poll.anonymous && matches!(results, Results::Counts(_)),
                results,
            })
        }
        Facts::Link(link) => Extra::Link(super::preview::as_of(
            ctx.now(),
            shown.body.edited.unwrap_or(shown.body.created),
            link,
            author == actor.person,
        )),
        Facts::Praise(people) => Extra::Praise(people.iter().map(|person| names.of(*person)).collect()),
    }
}
