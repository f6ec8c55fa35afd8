//! Who is called in a text: names read as references when it is written, references shown as names
//! when it is read, and where each person is told of it.

use super::{prose, some, threads};
use crate::{
    Context, accounts, bind, communities,
    communities::Found,
    db::Id,
    error::{Error, Result},
    people,
};
use domain::{
    Actor, Failure, Reason,
    feed::{CALLS_MAX, MENTIONS_MAX, Mentioned, Offer, PostView, TAGS_MAX, calls, tags},
    fold::{finds, fold},
    form::Fault,
    id::{CommentId, CommunityId, PersonId, PostId, newest_first},
    person::PersonName,
    policy::{Action, allow, judge},
};
use jiff::Timestamp;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::{
    collections::{BTreeSet, HashMap},
    hash::{Hash, Hasher},
    ops::Range,
};
use surrealdb::types::SurrealValue;
use ulid::Ulid;

/// A text as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) body: String,
    /// Those who are called and learn of it; never the author.
    pub(super) called: Vec<Id<PersonId>>,
    /// Folded.
    pub(super) tags: Vec<String>,
    /// Names that are nobody's, or those of several.
    pub(super) unknown: Vec<String>,
}

/// Names told as not understood, at most.
const UNKNOWN_MOST: usize = 5;

/// Reads who is called in `body`, a tidy text of the actor's that is to stand in `found`.
///
/// A name counts when it is one person's of those who read there, or a community's that all of them
/// may know of. What is not understood stays as it was typed.
pub(super) async fn read(
    ctx: &Context,
    actor: &Actor,
    found: &Found,
    title: &str,
    body: &str,
) -> Result<Kept> {
    let mut kept = Kept { tags: all_tags(title, body), ..Kept::default() };
    if kept.tags.len() > TAGS_MAX {
        return Err(fault(Fault::Tags { max: TAGS_MAX }));
    }
    if !body.contains('@') {
        kept.body = body.to_owned();
        return Ok(kept);
    }
    let spans = spans(body);
    let mut asked = Vec::new();
    let mut words = BTreeSet::new();
    for span in spans.iter().filter(|span| span.kept.is_none()) {
        for call in calls(body.get(span.place.clone()).unwrap_or_default()) {
            words.extend(call.words.first().map(|(word, _)| word.clone()));
            asked.push((span.place.start, call));
        }
        if words.len() > CALLS_MAX {
            return Err(fault(Fault::Mentions { max: MENTIONS_MAX }));
        }
    }
    let mut audience = Audience::new(ctx, found);
    audience.learn(&words).await?;
    let mut changes = Vec::new();
    let mut all = Vec::new();
    for (from, call) in asked {
        let start = from + call.start;
        match audience.named(&call).await? {
            Some((called, name, end)) => {
                all.push(called);
                changes.push((start..from + end, called.kept(&name)));
            }
            None => {
                let name = told(body, start, &call.words, from);
                if kept.unknown.len() < UNKNOWN_MOST && !kept.unknown.contains(&name) {
                    kept.unknown.push(name);
                }
            }
        }
    }
    for span in spans {
        let Some((called, label)) = span.kept else { continue };
        match audience.name_of(called).await? {
            Some(name) => {
                all.push(called);
                changes.push((span.place, called.kept(&name)));
            }
            // Nobody who reads here, whatever the text was made to say.
            None => changes.push((span.place, format!("@{label}"))),
        }
    }
    all.sort_unstable_by_key(|called| match called {
        Mentioned::Person(id) => (0, id.ulid()),
        Mentioned::Community(id) => (1, id.ulid()),
    });
    all.dedup();
    if all.len() > MENTIONS_MAX {
        return Err(fault(Fault::Mentions { max: MENTIONS_MAX }));
    }
    kept.body = replaced(body, changes);
    kept.called = all
        .into_iter()
        .filter_map(|called| match called {
            Mentioned::Person(person) if person != actor.person => Some(Id(person)),
            _ => None,
        })
        .collect();
    Ok(kept)
}

fn fault(fault: Fault) -> Error {
    Failure { fields: vec![("body".to_owned(), fault)], ..Failure::from(Reason::Form) }.into()
}

/// The hashtags of a post.
pub(super) fn all_tags(title: &str, body: &str) -> Vec<String> {
    let mut found = prose::tags(body);
    for tag in tags(title) {
        if !found.contains(&tag) {
            found.push(tag);
        }
    }
    found
}

/// A name that was not understood, as it was typed: the word after the `@`, and the next when it is
/// written like a name's.
fn told(body: &str, start: usize, words: &[(String, usize)], from: usize) -> String {
    let text = |end: usize| body.get(start..from + end).unwrap_or_default();
    let one = words.first().map_or(start, |(_, end)| *end);
    let two = words.get(1).map(|(_, end)| text(*end)).filter(|two| {
        let last = two.get(text(one).len()..).unwrap_or_default();
        last.trim_start().starts_with(char::is_uppercase)
    });
    two.unwrap_or_else(|| text(one)).chars().take(60).collect()
}

/// A stretch of a Markdown text where names are read, or a reference kept there before.
struct Span {
    place: Range<usize>,
    kept: Option<(Mentioned, String)>,
}

/// Code, links and HTML are left as they are.
fn spans(body: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let (mut closed, mut code) = (0_usize, false);
    let mut label: Option<(Mentioned, usize, String)> = None;
    for (event, place) in Parser::new_ext(body, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let at = place.start.checked_sub(1).filter(|at| body.get(*at..place.start) == Some("@"));
                if let (Some(called), Some(at), 0, LinkType::Inline) =
                    (Mentioned::read(&dest_url), at, closed, link_type)
                {
                    label = Some((called, at, String::new()));
                }
                closed += 1;
            }
            Event::End(TagEnd::Link) => {
                closed = closed.saturating_sub(1);
                if let Some((called, at, label)) = label.take() {
                    spans.push(Span { place: at..place.end, kept: Some((called, label)) });
                }
            }
            Event::Start(Tag::Image { .. }) => closed += 1,
            Event::End(TagEnd::Image) => closed = closed.saturating_sub(1),
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Text(text) => match &mut label {
                Some((_, _, label)) => label.push_str(&text),
                None if closed > 0 || code => {}
                None => match spans.last_mut() {
                    Some(last) if last.kept.is_none() && last.place.end == place.start => {
                        last.place.end = place.end;
                    }
                    _ => spans.push(Span { place, kept: None }),
                },
            },
            _ => {}
        }
    }
    spans
}

fn replaced(body: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(place, _)| place.start);
    let mut text = String::with_capacity(body.len() + changes.len() * 48);
    let mut from = 0;
    for (place, instead) in changes {
        text.push_str(body.get(from..place.start).unwrap_or_default());
        text.push_str(&instead);
        from = place.end;
    }
    text.push_str(body.get(from..).unwrap_or_default());
    text
}

/// Those who may be called in one place.
struct Audience<'a> {
    ctx: &'a Context,
    found: &'a Found,
    /// Names, folded, of people whose name begins with a word that was asked for.
    people: Vec<(String, PersonId)>,
    /// Names of the communities that may be called, folded and as they are.
    communities: Vec<(String, CommunityId, String)>,
    /// Whether somebody reads there, by what name.
    readers: HashMap<PersonId, Option<String>>,
}

impl<'a> Audience<'a> {
    fn new(ctx: &'a Context, found: &'a Found) -> Self {
        Audience { ctx, found, people: Vec::new(), communities: Vec::new(), readers: HashMap::new() }
    }

    /// Learns the names that begin with these words.
    async fn learn(&mut self, words: &BTreeSet<String>) -> Result<()> {
        if words.is_empty() {
            return Ok(());
        }
        for word in words {
            self.people.extend(people::called(self.ctx, word).await?);
        }
        for community in communities::all(self.ctx).await?.iter() {
            if let Some((name, _)) = self.community(*community).await? {
                let folded = fold(&name);
                if words.contains(folded.split(' ').next().unwrap_or_default()) {
                    self.communities.push((folded, *community, name));
                }
            }
        }
        Ok(())
    }

    /// The name of a community that all who read here may know of, and its slug.
    async fn community(&self, community: CommunityId) -> Result<Option<(String, String)>> {
        match communities::found(self.ctx, community).await {
            Ok(found) if is_known(&found) || found.id == self.found.id => {
                Ok(Some((found.name.clone(), found.slug.clone())))
            }
            Ok(_) => Ok(None),
            Err(error) if error.failure().reason == Reason::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The name of somebody who reads here.
    async fn reader(&mut self, person: PersonId) -> Result<Option<String>> {
        if let Some(known) = self.readers.get(&person) {
            return Ok(known.clone());
        }
        let name = match accounts::actor(self.ctx, person).await {
            Ok(actor) if judge(&actor, Action::Read, &self.found.place).is_allowed() => {
                Some(actor.name.clone())
            }
            Ok(_) => None,
            Err(error) if error.failure().reason == Reason::NotFound => None,
            Err(error) => return Err(error),
        };
        self.readers.insert(person, name.clone());
        Ok(name)
    }

    async fn name_of(&mut self, called: Mentioned) -> Result<Option<String>> {
        match called {
            Mentioned::Person(person) => self.reader(person).await,
            Mentioned::Community(community) => Ok(self.community(community).await?.map(|(name, _)| name)),
        }
    }

    /// Who is called, by the longest name that is one person's or one community's, and where the name
    /// ends.
    async fn named(&mut self, call: &domain::feed::Call) -> Result<Option<(Mentioned, String, usize)>> {
        let mut fitting: Vec<_> = Vec::new();
        for (folded, person) in &self.people {
            fitting.extend(call.says(folded).map(|end| (end, Mentioned::Person(*person))));
        }
        for (folded, community, _) in &self.communities {
            fitting.extend(call.says(folded).map(|end| (end, Mentioned::Community(*community))));
        }
        fitting.sort_unstable_by_key(|(end, _)| std::cmp::Reverse(*end));
        let mut one: Option<(Mentioned, String, usize)> = None;
        for (end, called) in fitting {
            if one.as_ref().is_some_and(|(known, _, longest)| *longest > end || *known == called) {
                break;
            }
            let Some(name) = self.name_of(called).await? else { continue };
            match (&one, called) {
                (None, _) => one = Some((called, name, end)),
                // Between a person and a community of one name, the person is meant.
                (Some((Mentioned::Person(_), ..)), Mentioned::Community(_)) => {}
                (Some((Mentioned::Community(_), ..)), Mentioned::Person(_)) => {
                    one = Some((called, name, end))
                }
                _ => return Ok(None),
            }
        }
        Ok(one)
    }
}

/// Every employee knows of it.
fn is_known(found: &Found) -> bool {
    found.place.listed && found.place.stage.is_public()
}

/// A text as it was typed, or could have been: references are names again where a name is enough.
pub(super) async fn typed(ctx: &Context, found: &Found, body: &str) -> Result<String> {
    let mut audience = Audience::new(ctx, found);
    let mut changes = Vec::new();
    for span in spans(body) {
        let Some((called, _)) = span.kept else { continue };
        let Some(name) = audience.name_of(called).await? else { continue };
        audience.learn(&fold(&name).split(' ').take(1).map(str::to_owned).collect()).await?;
        let text = format!("@{name}");
        let whole = match calls(&text).first() {
            Some(call) => audience.named(call).await?,
            None => None,
        };
        if whole.is_some_and(|(who, _, end)| who == called && end == text.len()) {
            changes.push((span.place, text));
        }
    }
    Ok(replaced(body, changes))
}

/// Names after `@` in `body` that would call nobody in `community`.
pub async fn unknown_names(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    body: &str,
) -> Result<Vec<String>> {
    if !body.contains('@') {
        return Ok(Vec::new());
    }
    let found = communities::found(ctx, community).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    Ok(read(ctx, actor, &found, "", &domain::form::tidy(body)).await?.unknown)
}

/// What a text would look like in `community`; in none, nobody is called.
pub async fn preview(
    ctx: &Context,
    actor: &Actor,
    community: Option<CommunityId>,
    body: &str,
) -> Result<String> {
    let body = domain::form::tidy(body);
    let Some(community) = community else { return Ok(prose::html(&body)) };
    let found = communities::found(ctx, community).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    let kept = read(ctx, actor, &found, "", &body).await?;
    let cast = Cast::of(ctx, references(&kept.body).collect()).await?;
    Ok(prose::html_calling(&kept.body, &cast, community))
}

/// Those proposed while one types a name.
const OFFERS: usize = 6;
/// Pages of the directory that are looked through for them.
const PAGES: usize = 6;

/// People and communities whose name begins like `query` and who may be called in `community`.
pub async fn offers(ctx: &Context, actor: &Actor, community: CommunityId, query: &str) -> Result<Vec<Offer>> {
    let found = communities::found(ctx, community).await?;
    allow(judge(actor, Action::Read, &found.place))?;
    let query: String = query.chars().take(60).collect();
    if fold(&query).is_empty() {
        return Ok(Vec::new());
    }
    let mut audience = Audience::new(ctx, &found);
    let mut offers = Vec::new();
    let mut cursor = None;
    for _ in 0..PAGES {
        let page = people::directory(ctx, actor, &query, cursor.as_deref()).await?;
        for card in page.items {
            // The directory finds by job and workplace too.
            if offers.len() >= OFFERS || !finds(&fold(&card.name), &query) || card.id == actor.person {
                continue;
            }
            let Some(name) = audience.reader(card.id).await? else { continue };
            let text = typed(ctx, &found, &Mentioned::Person(card.id).kept(&name)).await?;
            offers.push(Offer { name, hint: card.title, text });
        }
        cursor = page.next;
        if cursor.is_none() || offers.len() >= OFFERS {
            break;
        }
    }
    for community in communities::all(ctx).await?.iter() {
        if offers.len() >= OFFERS + 2 {
            break;
        }
        let Some((name, slug)) = audience.community(*community).await? else { continue };
        if finds(&fold(&name), &query) && judge_known(ctx, actor, *community).await? {
            let text = typed(ctx, &found, &Mentioned::Community(*community).kept(&name)).await?;
            offers.push(Offer { name, hint: format!("/{slug}"), text });
        }
    }
    Ok(offers)
}

async fn judge_known(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<bool> {
    let found = communities::found(ctx, community).await?;
    Ok(judge(actor, Action::Look, &found.place).is_allowed())
}

/// Those called in some texts, as they are shown now.
#[derive(Debug, Default)]
pub(super) struct Cast {
    people: HashMap<PersonId, String>,
    /// Slug, and whether every employee knows of it.
    communities: HashMap<CommunityId, (String, bool)>,
}

impl Cast {
    /// What is known of those `called`.
    pub(super) async fn of(ctx: &Context, called: Vec<Mentioned>) -> Result<Cast> {
        let mut cast = Cast::default();
        for called in called {
            match called {
                Mentioned::Person(person) if !cast.people.contains_key(&person) => {
                    match accounts::actor(ctx, person).await {
                        Ok(actor) => drop(cast.people.insert(person, actor.name.clone())),
                        Err(error) if error.failure().reason == Reason::NotFound => {}
                        Err(error) => return Err(error),
                    }
                }
                Mentioned::Community(community) if !cast.communities.contains_key(&community) => {
                    match communities::found(ctx, community).await {
                        Ok(found) => {
                            cast.communities.insert(community, (found.slug.clone(), is_known(&found)));
                        }
                        Err(error) if error.failure().reason == Reason::NotFound => {}
                        Err(error) => return Err(error),
                    }
                }
                _ => {}
            }
        }
        Ok(cast)
    }

    pub(super) fn person(&self, person: PersonId) -> Option<&str> {
        self.people.get(&person).map(String::as_str)
    }

    /// The slug of a community that all who read in `place` may know of.
    pub(super) fn community(&self, community: CommunityId, place: CommunityId) -> Option<&str> {
        let (slug, known) = self.communities.get(&community)?;
        (*known || community == place).then_some(slug)
    }

    /// Adds to `hasher` what `text` shows of those it calls.
    pub(super) fn hash(&self, text: &str, hasher: &mut impl Hasher) {
        for called in references(text) {
            match called {
                Mentioned::Person(person) => self.people.get(&person).hash(hasher),
                Mentioned::Community(community) => self.communities.get(&community).hash(hasher),
            }
        }
    }

    #[cfg(test)]
    pub(super) fn test(people: &[(PersonId, &str)], communities: &[(CommunityId, &str, bool)]) -> Cast {
        Cast {
            people: people.iter().map(|(id, name)| (*id, (*name).to_owned())).collect(),
            communities: communities
                .iter()
                .map(|(id, slug, known)| (*id, ((*slug).to_owned(), *known)))
                .collect(),
        }
    }
}

/// What may be references in `text`, found without reading its Markdown.
pub(super) fn references(text: &str) -> impl Iterator<Item = Mentioned> + use<'_> {
    text.match_indices("](").filter_map(|(place, _)| {
        let rest = text.get(place + 2..)?;
        if !rest.starts_with("person:") && !rest.starts_with("community:") {
            return None;
        }
        Mentioned::read(rest.split_once(')')?.0)
    })
}

#[derive(SurrealValue)]
struct Row {
    rank: String,
    post: Id<PostId>,
    comment: String,
    by: Id<PersonId>,
}

/// Keys are upside down: the latest first, from after one of them down to another.
pub(crate) const CALLED: &str = "SELECT record::id(id)[1] AS rank, post, comment, by
    FROM type::record('mention', [$person, $after]>..=[$person, $end]) LIMIT $limit";

/// Where somebody was called.
#[derive(Clone, Debug)]
pub(crate) struct Calling {
    pub(crate) post: PostView,
    /// In this comment on it.
    pub(crate) comment: Option<CommentId>,
    pub(crate) by: PersonName,
}

/// Where the actor was called, the latest first, after the key `after` and down to `since`, at most
/// `most` times: each with its key; nothing for what they may no longer read.
pub(crate) async fn callings(
    ctx: &Context,
    actor: &Actor,
    after: &str,
    since: Timestamp,
    most: usize,
) -> Result<Vec<(String, Option<Calling>)>> {
    let millis = u64::try_from(since.as_millisecond()).unwrap_or_default();
    let variables = bind! {
        person: Id(actor.person), after: after.to_owned(),
        end: newest_first(Ulid::from_parts(millis, 0)).to_string(),
        limit: i64::try_from(most).unwrap_or(i64::MAX)
    };
    let rows = ctx.db().rows::<Row>(CALLED, variables).await?;
    let posts: Vec<_> = rows.iter().map(|row| row.post.0).collect();
    let views = some(ctx, actor, &posts).await?;
    let views: HashMap<_, _> = views.into_iter().map(|view| (view.post.id, view)).collect();
    let threads = threads(ctx, actor, &posts).await?;
    let by: Vec<_> = rows.iter().map(|row| row.by.0).collect();
    let names = people::names(ctx, &by).await?;
    let calling = |row: Row| {
        let post = views.get(&row.post.0);
        let post = post.filter(|_| row.comment.is_empty() || threads.contains(&row.post.0));
        let calling = post.map(|post| Calling {
            post: post.clone(),
            comment: row.comment.parse().ok(),
            by: names.of(row.by.0),
        });
        (row.rank, calling)
    };
    Ok(rows.into_iter().map(calling).collect())
}

/// The key under which those called at this moment are told: the latest first.
pub(super) fn mark(ctx: &Context) -> String {
    newest_first(ctx.ulid()).to_string()
}
