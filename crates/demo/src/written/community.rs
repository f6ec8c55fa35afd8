//! One file a community: what it is, its charter, what is said in it.

use serde::Deserialize;

use crate::{
    company::{Accent, Admission, CommunityKind, Lang, PostKind, ReactionKind, Stage},
    paint::Scene,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenCommunity {
    #[serde(rename = "community")]
    pub card: Card,
    pub charter: WrittenCharter,
    #[serde(rename = "post", default)]
    pub posts: Vec<WrittenPost>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Card {
    pub slug: String,
    pub name: String,
    pub summary: String,
    pub kind: CommunityKind,
    pub stage: Stage,
    pub admission: Admission,
    #[serde(default = "yes")]
    pub listed: bool,
    #[serde(default)]
    pub everyone: bool,
    #[serde(default)]
    pub partners: bool,
    pub accent: Accent,
    #[serde(default)]
    pub tags: Vec<String>,
    /// Slug of the workplace it is at home in.
    #[serde(default)]
    pub at: Option<String>,
    /// Asked of those who ask to come in.
    #[serde(default)]
    pub asks: String,
    #[serde(default)]
    pub lang: Lang,
    /// Days since it opened.
    pub opened: u32,
    /// Days since the last word was said, for those asleep or closed.
    #[serde(default)]
    pub quiet: u32,
    /// Those who animated it have left: it waits for somebody.
    #[serde(default)]
    pub left_alone: bool,
    /// What its team says to who comes in.
    #[serde(default)]
    pub hello: String,
    /// How many members it likes to have; those who speak are always among them.
    #[serde(default)]
    pub crowd: usize,
    pub cover: WrittenScene,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenScene {
    pub scene: Scene,
    pub variant: u32,
}

impl WrittenScene {
    pub(crate) fn seed(&self) -> u64 {
        self.scene.seed(self.variant)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenCharter {
    pub purpose: String,
    pub why_now: String,
    pub audience: String,
    pub outside: String,
    pub sponsor: String,
    pub animators: Vec<String>,
    pub rules: Vec<String>,
    pub rituals: Vec<String>,
    pub measures: Vec<String>,
    /// Days from the load to the review.
    pub review_in: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenPost {
    pub by: String,
    #[serde(default)]
    pub kind: PostKind,
    #[serde(default)]
    pub lang: Lang,
    pub title: Option<String>,
    pub body: String,
    /// Days before the load; without it, the place in the file decides.
    pub ago: Option<u32>,
    /// The reaction this post tends to draw.
    pub mood: Option<ReactionKind>,
    pub picture: Option<WrittenPicture>,
    /// More pictures, when it is an album.
    #[serde(default)]
    pub album: Vec<WrittenPicture>,
    /// A file of text: `{ name, text }`.
    pub file: Option<WrittenFile>,
    /// The comment that was accepted as the answer, counted from 0.
    pub accepted: Option<usize>,
    /// Where the animators say an idea stands, and why: `["kept", "why"]`.
    pub verdict: Option<(String, String)>,
    pub poll: Option<WrittenPoll>,
    /// Those it praises.
    #[serde(default)]
    pub praised: Vec<String>,
    /// Days through which it stays pinned.
    pub pinned: Option<u32>,
    #[serde(default)]
    pub comments: Vec<WrittenComment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenPoll {
    pub options: Vec<String>,
    #[serde(default)]
    pub multiple: bool,
    #[serde(default)]
    pub anonymous: bool,
    /// Days from the load; negative once it is over.
    pub ends_in: i32,
    pub votes: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenFile {
    pub name: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenPicture {
    pub scene: Scene,
    pub variant: u32,
    pub fr: String,
    pub en: String,
}

/// `["who", "what they answer"]`; a third is `"en"` when it is in English, or `"re"` when it answers
/// the comment before it (of several in a row, the one they all follow).
#[derive(Deserialize)]
#[serde(try_from = "Vec<String>")]
pub(crate) struct WrittenComment {
    pub by: String,
    pub body: String,
    pub lang: Lang,
    pub answers: bool,
}

impl TryFrom<Vec<String>> for WrittenComment {
    type Error = String;

    fn try_from(words: Vec<String>) -> Result<Self, Self::Error> {
        let mut words = words.into_iter();
        match (words.next(), words.next(), words.next().as_deref()) {
            (Some(by), Some(body), None) => Ok(Self { by, body, lang: Lang::Fr, answers: false }),
            (Some(by), Some(body), Some("re")) => Ok(Self { by, body, lang: Lang::Fr, answers: true }),
            (Some(by), Some(body), Some("en")) => Ok(Self { by, body, lang: Lang::En, answers: false }),
            (by, ..) => Err(format!("a comment by {by:?} wants a name, a text, and maybe \"en\"")),
        }
    }
}
