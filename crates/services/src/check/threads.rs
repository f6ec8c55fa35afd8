//! Threads of two levels: what is counted under a comment stands under it, and nothing under that.

use super::Round;
use domain::id::PostId;
use std::collections::HashMap;

/// Comments that were answered or are answers: what they count, less what was found.
#[derive(Default)]
pub(super) struct Branches(HashMap<(PostId, String), Branch>);

#[derive(Default)]
struct Branch {
    counted: Option<i64>,
    found: i64,
}

impl Branches {
    /// A comment, its key, what it stands under, and how many it says stand under it.
    pub(super) fn heard(&mut self, post: PostId, key: &str, thread: &str, answers: i64) {
        if !thread.is_empty() {
            self.0.entry((post, thread.to_owned())).or_default().found += 1;
        }
        if thread.is_empty() && answers > 0 {
            self.0.entry((post, key.to_owned())).or_default().counted = Some(answers);
        }
        if !thread.is_empty() && answers > 0 {
            // Under what is no root, nothing is found.
            self.0.entry((post, format!("{key} under {thread}"))).or_default().counted = Some(answers);
        }
    }
}

pub(super) fn settle(round: &mut Round<'_>) {
    for ((post, key), branch) in std::mem::take(&mut round.branches).0 {
        let counted = branch.counted.unwrap_or_default();
        round.hold(counted == branch.found, || {
            format!("comment {key} on post {post} counts {counted} answers and has {}", branch.found)
        });
    }
}
