//! A community taken along: its charter, its history, what was decided and said, as those who answer for it may
//! read it.

use super::history::lines;
use crate::{
    Context,
    communities::{
        Found,
        charter::charter_text,
        decisions, found_by_slug,
        members::{MEMBERS, TEAM, rows},
    },
    error::Result,
    feed,
    media::{self, Whole},
};
use domain::{
    Actor,
    actor::Role,
    community::{
        Charter, MemberRow,
        life::{LifeLine, may_keep},
    },
    id::MediaId,
    page::Page,
    policy::allow,
};
use std::sync::Arc;

pub use crate::{
    communities::decisions::ExportDecision,
    feed::{ExportPost, ExportWords},
};

/// What stands before the posts.
pub struct ExportHead {
    pub found: Arc<Found>,
    pub charter: Charter,
    /// Names of those who animate.
    pub animators: Vec<String>,
    /// The newest first.
    pub life: Vec<LifeLine>,
}

/// Lines of history and names of a team in one file.
const MOST: usize = 1_000;

/// The beginning of the file, for those who answer for the community.
pub async fn export_head(ctx: &Context, actor: &Actor, slug: &str) -> Result<ExportHead> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_keep(actor, &found.place))?;
    let team = rows(ctx, found.id, TEAM, MEMBERS, MOST).await?;
    let animators = team.into_iter().filter(|row| row.role.0 == Role::Animator);
    Ok(ExportHead {
        charter: charter_text(ctx, found.id, found.charter).await?,
        animators: animators.map(|row| MemberRow::from(row).person.name).collect(),
        life: lines(ctx, found.id, None, MOST).await?.items,
        found,
    })
}

/// A page of what was decided, the newest first.
pub async fn export_decisions(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<ExportDecision>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_keep(actor, &found.place))?;
    decisions::export(ctx, found.id, cursor).await
}

/// Pictures and files of posts that are taken along, where they lie.
pub async fn export_media(ctx: &Context, actor: &Actor, slug: &str, media: &[MediaId]) -> Result<Vec<Whole>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_keep(actor, &found.place))?;
    media::whole(ctx, found.id, media).await
}

/// A page of the posts with all that was answered, the newest first.
pub async fn export_posts(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<Page<ExportPost>> {
    let found = found_by_slug(ctx, slug).await?;
    allow(may_keep(actor, &found.place))?;
    feed::export(ctx, found.id, cursor).await
}
