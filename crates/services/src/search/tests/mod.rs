//! What is found, by whom, and how soon.

mod above;
mod finding;
mod following;
mod hiding;

use super::{Wanted, follow, search};
use crate::{
    feed,
    testing::{Sketch, Yard},
};
use domain::{
    Actor,
    feed::Draft,
    id::{CommunityId, PostId},
    search::{Address, Hit, Only, Piece, Results},
};
use std::sync::Arc;

/// A yard whose search follows only when told.
async fn yard() -> Yard {
    let yard = Yard::open().await;
    super::attach(&yard.ctx, None, false).await.unwrap();
    yard
}

fn index(yard: &Yard) -> &Arc<super::Search> {
    yard.ctx.search().unwrap()
}

/// Takes up what was written since.
async fn follows(yard: &Yard) -> usize {
    follow::catch_up(&yard.ctx, index(yard)).await.unwrap()
}

async fn posts(yard: &Yard, by: &Actor, community: CommunityId, title: &str, body: &str) -> PostId {
    yard.wait(1);
    let body = if body.is_empty() { "Rien." } else { body };
    let draft = Draft { title: title.into(), body: body.into(), ..Draft::default() };
    feed::publish(&yard.ctx, by, community, draft, vec![], "").await.unwrap()
}

fn words(text: &str) -> Wanted {
    Wanted { text: text.into(), ..Wanted::default() }
}

async fn results(yard: &Yard, by: &Actor, wanted: &Wanted) -> Results {
    search(&yard.ctx, by, wanted, None).await.unwrap()
}

fn told(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() })
        .collect()
}

fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// How a hit reads: what it is, and its title or else its text.
fn named(hit: &Hit) -> String {
    let what = match hit.address {
        Address::Post(..) => "post",
        Address::Comment(..) => "comment",
        Address::Event(_) => "event",
        Address::Community => "community",
    };
    let text = match hit.address {
        Address::Comment(..) => plain(&hit.excerpt),
        _ if hit.title.is_empty() => plain(&hit.excerpt),
        _ => plain(&hit.title),
    };
    format!("{what} {text}")
}

/// What `by` finds, sorted by name: for who finds what.
async fn finds(yard: &Yard, by: &Actor, wanted: &Wanted) -> Vec<String> {
    let by = yard.fresh(by).await;
    let mut found: Vec<_> = results(yard, &by, wanted).await.hits.items.iter().map(named).collect();
    found.sort();
    found
}

fn only(word: &str) -> Option<Only> {
    Some(Only::from_word(word).unwrap())
}

fn hidden() -> Sketch {
    Sketch { listed: false, ..Sketch::default() }
}
