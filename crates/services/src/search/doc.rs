//! One thing that can be found, as the index takes it and as it is shown.

use domain::{
    feed::PostKind,
    id::{CommentId, CommunityId, EventId, PersonId, PostId},
    search::Thing,
};
use finder::digest;
use ulid::Ulid;

/// What a document stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    Post(PostId),
    Comment(PostId, CommentId),
    Event(EventId),
    Community(CommunityId),
}

/// A document. What it says is its text; where it stands decides who may find it.
#[derive(Clone, Debug)]
pub(super) struct Doc {
    pub(super) subject: Subject,
    /// Another one when its text changed.
    pub(super) version: u64,
    pub(super) community: CommunityId,
    pub(super) author: Option<PersonId>,
    /// Milliseconds since the epoch.
    pub(super) at: u64,
    /// Read from outside too, where its community lets posts be: a post's.
    pub(super) public: bool,
    /// The federations it was shared to: a post's.
    pub(super) shared: Vec<CommunityId>,
    /// Of a post.
    pub(super) kind: Option<PostKind>,
    /// Of a comment, its post's: shown, and not found by.
    pub(super) title: String,
    /// Without Markdown.
    pub(super) body: String,
}

impl Subject {
    pub(super) fn thing(self) -> Thing {
        match self {
            Subject::Post(_) => Thing::Post,
            Subject::Comment(..) => Thing::Comment,
            Subject::Event(_) => Thing::Event,
            Subject::Community(_) => Thing::Community,
        }
    }

    /// The name of it in the index.
    pub(super) fn bytes(self) -> Vec<u8> {
        let (tag, ids) = match self {
            Subject::Post(post) => (b'p', vec![post.ulid()]),
            Subject::Comment(post, comment) => (b'c', vec![post.ulid(), comment.ulid()]),
            Subject::Event(event) => (b'e', vec![event.ulid()]),
            Subject::Community(community) => (b'k', vec![community.ulid()]),
        };
        std::iter::once(tag).chain(ids.into_iter().flat_map(|id| id.to_bytes())).collect()
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Subject> {
        let (tag, ids) = bytes.split_first()?;
        let mut ids = ids.chunks_exact(16).filter_map(|id| id.try_into().ok()).map(Ulid::from_bytes);
        let first = ids.next()?;
        Some(match tag {
            b'p' => Subject::Post(PostId::new(first)),
            b'c' => Subject::Comment(PostId::new(first), CommentId::new(ids.next()?)),
            b'e' => Subject::Event(EventId::new(first)),
            b'k' => Subject::Community(CommunityId::new(first)),
            _ => return None,
        })
    }

    pub(super) fn key(self) -> u64 {
        digest(&self.bytes())
    }
}

/// What of an id goes into a column: its last half, which is drawn by lot.
pub(super) fn half(id: Ulid) -> u64 {
    u64::try_from(id.0 & u128::from(u64::MAX)).unwrap_or_default()
}

/// The key to what is written in a community, and to its own name: who may not read it may know of it.
pub(super) fn inside(community: CommunityId) -> u64 {
    half(community.ulid())
}

pub(super) fn door(community: CommunityId) -> u64 {
    half(community.ulid()) ^ DOOR
}

/// The key to what is public there: whoever may read the rest holds it as well.
pub(super) fn window(community: CommunityId) -> u64 {
    half(community.ulid()) ^ WINDOW
}

/// The key to what a community shared to a federation. It is of the two together: nobody holds it once they
/// are parted, whatever the index still says.
pub(super) fn through(federation: CommunityId, community: CommunityId) -> u64 {
    let both = [federation, community].into_iter().flat_map(|id| id.ulid().to_bytes());
    digest(&both.collect::<Vec<_>>())
}

const DOOR: u64 = 0xD00D_D00D_D00D_D00D;
const WINDOW: u64 = 0xB1E5_0B1E_50B1_E50B;

impl Doc {
    /// As the index takes it.
    pub(super) fn indexed(&self) -> finder::Doc {
        let (under, title) = match self.subject {
            Subject::Comment(post, _) => (Some(Subject::Post(post).bytes()), ""),
            _ => (None, self.title.as_str()),
        };
        let own = match self.subject {
            Subject::Community(community) => door(community),
            Subject::Post(_) if self.public => window(self.community),
            _ => inside(self.community),
        };
        let above = self.shared.iter().map(|federation| through(*federation, self.community));
        finder::Doc {
            name: self.subject.bytes(),
            under,
            version: self.version,
            places: std::iter::once(own).chain(above).collect(),
            author: self.author.map(|author| half(author.ulid())),
            at: self.at,
            sorts: std::iter::once(self.subject.thing().word())
                .chain(self.kind.map(PostKind::word))
                .collect(),
            title: title.to_owned(),
            body: self.body.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_comes_back_from_its_name() {
        let id = Ulid(u128::MAX / 7);
        for subject in [
            Subject::Post(PostId::new(id)),
            Subject::Comment(PostId::new(id), CommentId::new(Ulid(9))),
            Subject::Event(EventId::new(id)),
            Subject::Community(CommunityId::new(id)),
        ] {
            assert_eq!(Subject::from_bytes(&subject.bytes()), Some(subject));
        }
        assert_eq!(Subject::from_bytes(b""), None);
        assert_eq!(Subject::from_bytes(b"c0123456789abcdef"), None);
    }

    #[test]
    fn a_shared_post_has_a_key_for_each_federation_and_what_is_said_under_it_has_not() {
        let id = |n: u128| CommunityId::new(Ulid(n));
        let post = PostId::new(Ulid(7));
        let doc = |subject, shared: &[CommunityId]| Doc {
            subject,
            version: 0,
            community: id(1),
            author: None,
            at: 0,
            public: false,
            shared: shared.to_vec(),
            kind: None,
            title: String::new(),
            body: String::new(),
        };
        let shared = doc(Subject::Post(post), &[id(2), id(3)]).indexed();
        assert_eq!(shared.places, [inside(id(1)), through(id(2), id(1)), through(id(3), id(1))]);
        let said = doc(Subject::Comment(post, CommentId::new(Ulid(9))), &[]).indexed();
        assert_eq!(said.places, [inside(id(1))]);
        // Of the two, in their places; ids one after the other have keys that are not.
        let mut keys: Vec<_> = (1..9).flat_map(|n| (1..9).map(move |m| through(id(n), id(m)))).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 64);
    }
}
