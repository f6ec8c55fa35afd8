//! Feeds: of all one's communities, in the order one chose and with an equal voice for each; of one
//! community, newest first; and what one keeps for later.

use super::{
    pins, public, row, share,
    shelves::Rows,
    shown::Shown,
    stir::Stir,
    upward::{Above, Share, Shared, merged},
    view::{Among, views},
};
use crate::{Context, communities, communities::Found, error::Result, reading};
use domain::{
    Actor,
    community::Kind,
    feed::{Candidate, LOOK, PAGE, PostKind, PostView, Seat, seat},
    id::{CommunityId, PersonId, PostId},
    page::Page,
    policy::{Action, allow, judge},
    reading::{Muted, Order, one_line},
};
use std::{collections::HashMap, sync::Arc};

/// Characters of a post without a title, where a title stands.
const LINE: usize = 90;

/// What was said lately in the communities `actor` is in, less those that are archived and those they
/// muted, and what others shared to the federations among them. A cursor goes on in the order it was
/// given out in, whatever they chose meanwhile.
pub async fn home(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<PostView>> {
    let taste = reading::taste(ctx, actor.person).await?;
    let heard = |community: CommunityId| !taste.mutes(Muted::Community(community));
    let mut mine = communities::mine(ctx, actor).await?;
    mine.retain(|found| heard(found.id));
    let federations = mine.iter().filter(|found| found.kind == Kind::Federation).map(|found| found.id);
    let above = share::above(ctx, actor, federations).await?;
    let hears = |share: &Share| share::hears(actor, &taste, share);
    let communities: Vec<_> = mine.iter().map(|found| found.id).collect();
    let sources = Sources { communities: &communities, above: &above, hears: &hears };
    let shelves = &ctx.caches().feeds.shelves;
    let place = cursor.and_then(Cursor::read);
    let first = place.is_none();
    let (seated, order) = match place.unwrap_or_else(|| Cursor::beginning(taste.order)) {
        Cursor::Newest(before) => {
            (seated(ctx, actor, &shelves.newest, sources, before).await?, Order::Newest)
        }
        Cursor::Active(before) => {
            (seated(ctx, actor, &shelves.active, sources, before).await?, Order::Active)
        }
    };
    // Posts stirred or shared lately may be of any age: between the oldest and the newest lies too much.
    let among = match order {
        Order::Newest if seated.shared.is_empty() => Among::Home { first },
        _ => Among::Others,
    };
    let page = Page { items: shown(ctx, actor, seated.rows, among).await?, next: seated.next };
    if first {
        let own = |view: &&PostView| actor.role_in(view.origin.id).is_some() && !view.upward.veiled;
        let own = page.items.iter().filter(own).map(|view| (view.origin.id, view.post.id));
        reading::saw(ctx, actor, own.chain(seated.shared));
    }
    Ok(page)
}

/// Where the posts of a feed stand.
#[derive(Clone, Copy)]
struct Sources<'a> {
    communities: &'a [CommunityId],
    above: &'a [Arc<Above>],
    /// What is shared above and not read elsewhere.
    hears: &'a (dyn Fn(&Share) -> bool + Send + Sync),
}

/// Where a page of the home feed begins.
enum Cursor {
    Newest(Option<PostId>),
    Active(Option<Stir>),
}

impl Cursor {
    fn beginning(order: Order) -> Cursor {
        match order {
            Order::Newest => Cursor::Newest(None),
            Order::Active => Cursor::Active(None),
        }
    }

    fn read(cursor: &str) -> Option<Cursor> {
        let newest = || cursor.parse().ok().map(|post| Cursor::Newest(Some(post)));
        Stir::from_rank(cursor).map(|stir| Cursor::Active(Some(stir))).or_else(newest)
    }
}

/// A key as a cursor says it.
trait Told: Shared {
    fn told(self) -> String;
}

impl Told for PostId {
    fn told(self) -> String {
        self.to_string()
    }
}

impl Told for Stir {
    fn told(self) -> String {
        self.rank()
    }
}

/// A page's posts in their seats, and where the next one begins.
struct Seated {
    rows: Vec<(Seat, Arc<Shown>, Vec<Arc<Shown>>)>,
    next: Option<String>,
    /// Those that are there because they were shared: where to, and when.
    shared: Vec<(CommunityId, PostId)>,
}

/// The posts of `sources` below `before`, each author with their share: as many are looked at as
/// fill a page, and no more than [`LOOK`].
async fn seated<K: Told>(
    ctx: &Context,
    actor: &Actor,
    rows: &Rows<K>,
    sources: Sources<'_>,
    before: Option<K>,
) -> Result<Seated> {
    let mut look = PAGE;
    loop {
        let own = rows.top(ctx, sources.communities, before, look + 1).await?;
        let keys = merged(own, sources.above, before, look + 1, sources.hears);
        let more = keys.len() > look;
        let keys = keys.get(..look.min(keys.len())).unwrap_or_default();
        let ids: Vec<_> = keys.iter().map(|stand| stand.post).collect();
        // A post deleted since its id was read is left out: the page is one shorter, the next one right.
        let mut posts = row::posts(ctx, &ids).await?;
        if keys.iter().any(|stand| stand.shared.is_some()) {
            // What is told beside a post, as what its author wrote besides, is told to who may read it.
            posts = share::readable(ctx, actor, posts).await?;
        }
        let candidates: Vec<_> = posts.iter().map(|shown| candidate(shown)).collect();
        let seating = seat(&candidates, PAGE);
        let all = seating.taken == posts.len();
        if all && more && seating.seats.len() < PAGE && look < LOOK {
            look += PAGE;
            continue;
        }
        let last = match seating.taken.checked_sub(1).and_then(|last| posts.get(last)).filter(|_| !all) {
            Some(last) => keys.iter().find(|stand| stand.post == last.body.id),
            None => keys.last().filter(|_| more),
        };
        let next = last.map(|stand| stand.key.told());
        let of = |index: usize| posts.get(index).cloned();
        let row = |seat: Seat| {
            let others = seat.others.iter().filter_map(|other| of(*other)).collect();
            Some((of(seat.post)?, others, seat))
        };
        let rows = seating.seats.into_iter().filter_map(row);
        let rows: Vec<_> = rows.map(|(post, others, seat)| (seat, post, others)).collect();
        let stand = |post: PostId| keys.iter().find(|stand| stand.post == post);
        let shared = rows.iter().filter_map(|(_, post, _)| stand(post.body.id)?.shared).collect();
        return Ok(Seated { rows, next, shared });
    }
}

fn candidate(shown: &Shown) -> Candidate {
    Candidate { author: shown.body.author, rare: shown.rare, asks: shown.body.kind == PostKind::Announcement }
}

/// What stands beside a post is of its author, and was found to be readable like it.
async fn shown(
    ctx: &Context,
    actor: &Actor,
    rows: Vec<(Seat, Arc<Shown>, Vec<Arc<Shown>>)>,
    among: Among,
) -> Result<Vec<PostView>> {
    let posts = rows.iter().map(|(_, post, _)| post.clone()).collect();
    let mut views = views(ctx, actor, posts, among).await?;
    let told = rows.into_iter().filter(|(seat, _, others)| seat.lifted || !others.is_empty());
    for (seat, post, others) in told {
        let Some(view) = views.iter_mut().find(|view| view.post.id == post.body.id) else { continue };
        view.stance.rare = seat.lifted;
        view.stance.others = others.iter().map(|other| (other.body.id, name(other))).collect();
    }
    Ok(views)
}

fn name(shown: &Shown) -> String {
    let post = &shown.body;
    if post.title.is_empty() { one_line(&post.html, LINE) } else { post.title.clone() }
}

/// What was written lately in `community`; on the first page, what is pinned there comes before. Those
/// outside get what is public, where the community lets it.
pub async fn community_feed(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    cursor: Option<&str>,
) -> Result<Page<PostView>> {
    let found = communities::found(ctx, community).await?;
    if !judge(actor, Action::Read, &found.place).is_allowed() {
        allow(judge(actor, Action::Peek, &found.place))?;
        return public::public(ctx, actor, community, cursor).await;
    }
    let (mut page, top) = feed(ctx, actor, &found, cursor).await?;
    if cursor.is_none() && actor.role_in(community).is_some() {
        reading::saw(ctx, actor, top.map(|top| (community, top)));
    }
    let pins = ctx.caches().feeds.pins.of(ctx, community).await?;
    if pins.is_empty() {
        return Ok(page);
    }
    // They stand on top, and nowhere else.
    page.items.retain(|view| !pins.iter().any(|pin| pin.post == view.post.id));
    if cursor.is_none() {
        let ids: Vec<_> = pins.iter().map(|pin| pin.post).collect();
        let mut top = views(ctx, actor, row::posts(ctx, &ids).await?, Among::Others).await?;
        for view in &mut top {
            let pin = pins.iter().find(|pin| pin.post == view.post.id);
            view.pinned = pin.map(|pin| pins::last_day(ctx, pin.until));
        }
        page.items.splice(0..0, top);
    }
    Ok(page)
}

/// A page of what follows `cursor`, and where its first post stands; one that cannot be read is the
/// beginning. A federation's has what was shared there, where it was shared.
async fn feed(
    ctx: &Context,
    actor: &Actor,
    found: &Found,
    cursor: Option<&str>,
) -> Result<(Page<PostView>, Option<PostId>)> {
    let before: Option<PostId> = cursor.and_then(|cursor| cursor.parse().ok());
    let federation = Some(found.id).filter(|_| found.kind == Kind::Federation);
    let above = share::above(ctx, actor, federation.into_iter()).await?;
    let own = ctx.caches().feeds.shelves.newest.top(ctx, &[found.id], before, PAGE + 1).await?;
    let page =
        Page::cut(merged(own, &above, before, PAGE + 1, |_| true), PAGE, |stand| stand.key.to_string());
    let top = page.items.first().map(|stand| stand.key);
    let ids: Vec<_> = page.items.iter().map(|stand| stand.post).collect();
    let posts = row::posts(ctx, &ids).await?;
    Ok((Page { items: views(ctx, actor, posts, Among::Others).await?, next: page.next }, top))
}

/// A page of what the actor keeps for later, the last kept first. What has gone, or is no longer theirs
/// to read, is left out without a word.
pub async fn saved(ctx: &Context, actor: &Actor, cursor: Option<&str>) -> Result<Page<PostView>> {
    let taste = reading::taste(ctx, actor.person).await?;
    let page = taste.saved(cursor, PAGE);
    let mut items = views(ctx, actor, row::posts(ctx, &page.items).await?, Among::Others).await?;
    for view in &mut items {
        // One kept it oneself.
        view.stance.folded = false;
    }
    Ok(Page { items, next: page.next })
}

/// The newest posts of `community` after `than`, at most `most`, newest first; from memory.
pub(crate) async fn newer(
    ctx: &Context,
    community: CommunityId,
    than: PostId,
    most: usize,
) -> Result<Vec<PostId>> {
    let mut posts = ctx.caches().feeds.shelves.newest.top(ctx, &[community], None, most).await?;
    posts.retain(|post| *post > than);
    Ok(posts)
}

/// The newest post of `community`; from memory.
pub(crate) async fn newest_of(ctx: &Context, community: CommunityId) -> Result<Option<PostId>> {
    Ok(ctx.caches().feeds.shelves.newest.top(ctx, &[community], None, 1).await?.into_iter().next())
}

/// Who wrote those of `ids` that exist, and what they are; from memory when they are there.
pub(crate) async fn authors(ctx: &Context, ids: &[PostId]) -> Result<HashMap<PostId, (PersonId, PostKind)>> {
    let posts = row::posts(ctx, ids).await?;
    Ok(posts.iter().map(|shown| (shown.body.id, (shown.body.author, shown.body.kind))).collect())
}

/// Those of `ids` that exist and that `actor` may read.
pub(crate) async fn some(ctx: &Context, actor: &Actor, ids: &[PostId]) -> Result<Vec<PostView>> {
    let posts = row::posts(ctx, ids).await?;
    views(ctx, actor, posts, Among::Unanswered).await
}
