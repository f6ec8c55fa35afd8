//! A picture or a file taken in.

use super::{
    document, files,
    picture::{self, MAX_BYTES, Print, Prints},
};
use crate::{
    Context, bind,
    db::{At, Id},
    error::{Error, Result},
};
use bytes::Bytes;
use domain::{Actor, Failure, Reason, feed::file_name, form::Fault, id::MediaId};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

/// Million pixels being drawn at once: two photographs, or one of the largest.
static EASEL: Semaphore = Semaphore::const_new(EASEL_WIDTH);
const EASEL_WIDTH: usize = 50;
/// What any picture takes of it, so that small ones do not take every core.
const LEAST: u64 = 25;

const CREATE: &str = "
CREATE $media SET owner = $owner, portrait = false, width = $width, height = $height, sizes = $sizes,
    mime = $mime, bytes = $bytes, hash = $hash, attached = false, created = $at RETURN NONE;
";

/// Takes in a picture somebody sent: JPEG, PNG, WebP, or the first frame of a GIF.
///
/// Until it is posted only `actor` sees it, and a day later it is swept away. What cannot be read is
/// a fault of the field `picture`.
pub async fn store(ctx: &Context, actor: &Actor, bytes: Bytes) -> Result<MediaId> {
    if bytes.len() > MAX_BYTES {
        return Err(refused(Fault::Heavy { limit: u64::try_from(MAX_BYTES).unwrap_or(u64::MAX) }));
    }
    let pixels = picture::pixels(&bytes).map_err(refused)?;
    let share = u32::try_from((pixels / 1_000_000).max(LEAST)).unwrap_or(u32::MAX);
    let turn = EASEL.acquire_many(share).await.map_err(Error::broken)?;
    // A decoder that breaks on a crafted file takes down its own thread only. The turn moves into the
    // work: a request that is dropped does not free it early.
    let draw = move || {
        let _turn = turn;
        picture::print(&bytes)
    };
    let drawn = tokio::task::spawn_blocking(draw).await;
    let prints = drawn.map_err(|_| refused(Fault::Picture))?.map_err(refused)?;
    let hash = hash(&prints);
    let kept: usize = prints.files.iter().map(|print| print.bytes.len()).sum();
    let sizes: Vec<i64> = prints.files.iter().map(|print| i64::from(print.size)).collect();
    let media = MediaId::new(ctx.ulid());
    let variables = bind! {
        media: Id(media), owner: Id(actor.person), width: i64::from(prints.width),
        height: i64::from(prints.height), sizes, mime: prints.mime.to_owned(),
        bytes: i64::try_from(kept).unwrap_or(i64::MAX), hash: hash.clone(), at: At(ctx.now())
    };
    let _handling = files::HANDLING.read().await;
    let folder = ctx.files().to_owned();
    let written =
        tokio::task::spawn_blocking(move || files::write(&folder, &hash, prints.mime, &prints.files)).await;
    written.map_err(Error::broken)?.map_err(|error| Error::Io("pictures folder", error))?;
    ctx.write(CREATE, variables).await?;
    Ok(media)
}

/// What one person may have sent and not posted: some tries of a long album, and not the disk.
const LOOSE_MOST: usize = 200;
const LOOSE_BYTES: i64 = 2_000_000_000;

pub(super) const LOOSE_OF: &str = "SELECT VALUE bytes FROM media WITH INDEX media_owner \
     WHERE owner = $owner AND attached = false LIMIT $most";

/// Whether `actor` may send more: what they sent and did not post is swept away a day later, and until
/// then takes room. To be asked before [`store`] and [`store_document`].
pub async fn has_room(ctx: &Context, actor: &Actor) -> Result<()> {
    let most = i64::try_from(LOOSE_MOST).unwrap_or(i64::MAX);
    let loose: Vec<i64> = ctx.db().rows(LOOSE_OF, bind! { owner: Id(actor.person), most }).await?;
    let bytes = loose.iter().fold(0_i64, |sum, bytes| sum.saturating_add(*bytes));
    if loose.len() >= LOOSE_MOST || bytes >= LOOSE_BYTES {
        return Err(Reason::Throttled { seconds: 3600 }.into());
    }
    Ok(())
}

/// The one size of a file.
pub(super) const WHOLE: u32 = 0;

const CREATE_DOCUMENT: &str = "
CREATE $media SET owner = $owner, portrait = false, width = 0, height = 0, sizes = [0], mime = $mime,
    bytes = $bytes, hash = $hash, name = $name, attached = false, created = $at RETURN NONE;
";

/// Takes in a file somebody sent under `name`: what is in it has to be what its name says.
///
/// As with pictures, only `actor` sees it until it is posted, and a day later it is swept away. What
/// cannot be taken is a fault of the field `file`.
pub async fn store_document(ctx: &Context, actor: &Actor, name: &str, bytes: Bytes) -> Result<MediaId> {
    let (sent, said) = (bytes.clone(), name.to_owned());
    let looked = tokio::task::spawn_blocking(move || document::sniff(&said, &sent)).await;
    let kind = looked.map_err(|_| document_fault(Fault::Disguised))?.map_err(document_fault)?;
    let media = MediaId::new(ctx.ulid());
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let variables = bind! {
        media: Id(media), owner: Id(actor.person), mime: kind.mime().to_owned(), hash: hash.clone(),
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX), name: file_name(name, kind), at: At(ctx.now())
    };
    let _handling = files::HANDLING.read().await;
    let folder = ctx.files().to_owned();
    let whole = Print { size: WHOLE, bytes: bytes.into() };
    let written = tokio::task::spawn_blocking(move || files::write(&folder, &hash, kind.mime(), &[whole]));
    written.await.map_err(Error::broken)?.map_err(|error| Error::Io("files folder", error))?;
    ctx.write(CREATE_DOCUMENT, variables).await?;
    Ok(media)
}

fn document_fault(fault: Fault) -> Error {
    let fields = vec![("file".to_owned(), fault)];
    Failure { fields, ..Failure::from(Reason::Form) }.into()
}

/// What the picture shows, at its largest: equal pictures share their files.
fn hash(prints: &Prints) -> String {
    let mut hash = Sha256::new();
    for print in &prints.files {
        hash.update(&print.bytes);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn refused(fault: Fault) -> Error {
    let fields = vec![("picture".to_owned(), fault)];
    Failure { fields, ..Failure::from(Reason::Form) }.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{media::tests::drawing, testing::Yard};
    use std::time::Duration;

    #[tokio::test]
    async fn who_leaves_while_their_picture_is_drawn_keeps_their_turn() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé Martin").await;
        let picture = drawing(2000, 2000);
        let left = tokio::time::timeout(Duration::from_millis(1), store(&yard.ctx, &zoe, picture)).await;
        assert!(left.is_err(), "it takes longer than that");
        assert!(EASEL.available_permits() < EASEL_WIDTH, "the drawing goes on, and so does its turn");
    }

    #[tokio::test]
    async fn too_heavy_a_picture_is_told_as_such() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé Martin").await;
        let heavy = Bytes::from(vec![0xFF; MAX_BYTES + 1]);
        let failure = store(&yard.ctx, &zoe, heavy).await.unwrap_err().failure();
        assert_eq!(failure.fields, vec![("picture".to_owned(), Fault::Heavy { limit: 12_000_000 })]);
    }
}
