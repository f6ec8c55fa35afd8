//! What has served its time, taken away little by little while the house is open.

use crate::{
    Context, bind,
    db::At,
    error::{Error, Result},
};
use jiff::SignedDuration;
use surrealdb::types::RecordId;

/// A page may sit open, and a form be sent again, for so long. Links that are over say so for so
/// long; then they are links that never were.
const KEPT: SignedDuration = SignedDuration::from_hours(14 * 24);
/// Rows taken away in one transaction.
const BATCH: i64 = 500;

pub(crate) const KEYS: &str = "SELECT VALUE id FROM done WHERE at < $before LIMIT $limit";
/// There are a few of them at most: no index.
const RESETS: &str = "SELECT VALUE id FROM reset WHERE expires < $before LIMIT $limit";

/// Takes away the keys of forms sent more than two weeks ago, links to choose a new password that
/// ended then, and partners whose last day has passed; gives how many rows there were.
pub async fn tidy(ctx: &Context) -> Result<usize> {
    let before = ctx.now().checked_sub(KEPT).map_err(Error::broken)?;
    let mut gone = crate::communities::end_stays(ctx).await?;
    for old in [KEYS, RESETS] {
        loop {
            let rows = ctx.db().rows::<RecordId>(old, bind! { before: At(before), limit: BATCH }).await?;
            if rows.is_empty() {
                break;
            }
            gone += rows.len();
            ctx.write("DELETE $rows RETURN NONE;", bind! { rows }).await?;
        }
    }
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Yard, plan};

    #[tokio::test]
    async fn keys_of_forms_are_kept_for_two_weeks() {
        let yard = Yard::open().await;
        let zoe = yard.employee("Zoé").await;
        let write = "UPDATE $once_person SET bio = 'x' RETURN NONE;";
        let sent = async |key: &str| {
            yard.ctx.write_once(zoe.person, key, "made", write, bind! {}).await.unwrap().first
        };
        for n in 0..3 {
            assert!(sent(&format!("old {n}")).await);
        }
        yard.wait(13 * 24 * 3600);
        assert!(sent("new").await);
        assert_eq!(tidy(&yard.ctx).await.unwrap(), 0);
        yard.wait(25 * 3600);
        assert_eq!(tidy(&yard.ctx).await.unwrap(), 3);
        assert_eq!(tidy(&yard.ctx).await.unwrap(), 0);
        assert!(!sent("new").await, "it is remembered");
    }

    #[tokio::test]
    async fn old_keys_are_found_by_index() {
        let yard = Yard::open().await;
        let plan = plan(&yard.ctx, KEYS, bind! { before: At(yard.now()), limit: 500 }).await;
        assert!(plan.contains("done_at") && !plan.contains("TableScan"), "{plan}");
    }
}
