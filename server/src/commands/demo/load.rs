//! From the pure company of the `demo` crate to rows: each index becomes an id, each offset a date.

use demo::{Company, Present, Scale, Subject};
use domain::{
    Actor, Lang,
    account::Invite,
    actor::{OrgRole, Role},
    carpool::BookingStatus,
    community::{
        Charter, Hue, Kind, NewCommunity, Stage,
        proposal::{State, Turn},
    },
    feed::{Draft, PostKind, Reaction},
    id::{CommentId, CommunityId, EventId, JourneyId, MediaId, PersonId, PostId, WorkplaceId},
    person::{FullName, Workplace},
    policy::Admission,
};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time},
};
use services::{
    Context, Error, Result, accounts,
    carpool::{SeedBooking, SeedEnd, SeedJourney, seed_bookings, seed_journeys},
    communities::{
        SeedCommunity, SeedFinding, SeedMembership, amendments,
        decisions::{SeedDecision, seed_decision},
        federation::{SeedAlly, SeedFederation, SeedGoal, SeedShare, seed_federation},
        proposals::{SeedProposal, seed_proposal},
        seed_community, seed_finding, seed_memberships, seed_stays,
    },
    events::{SeedEvent, SeedRegistration, seed_events, seed_move, seed_registrations},
    feed::{
        Beside, SeedComment, SeedGesture, SeedPoll, SeedPost, SeedReaction, SeedVerdict, seed_answers,
        seed_comments, seed_gestures, seed_pins, seed_polls, seed_posts, seed_praise, seed_reactions,
        seed_verdicts,
    },
    media,
    people::{NewPerson, enrol, seed_workplaces},
};
use std::{collections::HashMap, io::Cursor};

/// What was loaded, for people to read and for scripts to use.
pub struct Loaded {
    pub counted: Vec<String>,
    pub accounts: Vec<Account>,
    /// People who come back from three weeks' leave.
    pub away: Vec<String>,
    /// Token of an invitation nobody has answered yet.
    pub invitation: String,
    /// Token of a link by which somebody chooses a new password.
    pub reset: String,
}

pub struct Account {
    pub role: &'static str,
    pub email: String,
    pub name: String,
}

/// Days of commutes put on the board, today included: five weeks.
const BOARD_DAYS: i32 = 35;
/// People who come back from leave, and the days of it.
const AWAY: usize = 8;
const AWAY_DAYS: u32 = 21;
/// Days until partners leave, one after the other.
const STAY_DAYS: [i32; 4] = [12, 90, 150, 200];

/// Loads the company of `scale`, all of its people with the same password.
pub async fn load(ctx: &Context, scale: Scale, password: &str) -> Result<Loaded> {
    let now = ctx.now().to_zoned(ctx.zone().clone());
    let minute = u16::try_from(i32::from(now.hour()) * 60 + i32::from(now.minute())).unwrap_or_default();
    let weekday = u8::try_from(now.weekday().to_monday_one_offset()).unwrap_or(1);
    let company = demo::company_at(scale, Present { weekday, minute });
    accounts::found_organisation(ctx, &company.organisation.name).await?;
    let loader = Loader { ctx, company: &company };
    let workplaces = loader.workplaces().await?;
    let people = loader.people(&workplaces, password).await?;
    let communities = loader.communities(&people).await?;
    loader.perimeters(&people, &communities, &workplaces).await?;
    loader.proposals(&people).await?;
    loader.changes(&people).await?;
    let posts = loader.posts(&people, &communities).await?;
    loader.talk(&people, &posts).await?;
    loader.kept(&people, &posts).await?;
    let away = loader.away(&people, &communities).await?;
    loader.events(&people, &communities).await?;
    loader.waiting(&people, &communities).await?;
    loader.lives(&people, &communities).await?;
    loader.decisions(&people, &communities).await?;
    loader.federations(&people, &communities, &posts).await?;
    let rides = loader.rides(&people, &workplaces).await?;
    let invitation = loader.invitation(&people).await?;
    let reset = loader.forgotten().await?;
    let counted = vec![
        format!("{} people in {} workplaces", people.len(), workplaces.len()),
        format!("{} communities, {} memberships", communities.len(), company.memberships.len()),
        format!("{} communities proposed", company.proposals.len()),
        format!(
            "{} posts, {} comments, {} reactions",
            posts.len(),
            company.comments.len(),
            company.reactions.len()
        ),
        format!("{} events, {} registrations", company.events.len(), company.registrations.len()),
        format!("{} regular commutes, {rides} rides on the board", company.commutes.len()),
    ];
    let ready = company.people.iter().filter(|person| person.ready_made);
    let accounts = ready
        .map(|person| Account {
            role: match person.role {
                demo::Role::Employee => "employee",
                demo::Role::CommunityManager => "community_manager",
                demo::Role::Administrator => "administrator",
                demo::Role::Partner => "partner",
            },
            email: person.email.clone(),
            name: format!("{} {}", person.given_name, person.family_name),
        })
        .collect();
    Ok(Loaded { counted, accounts, away, invitation, reset })
}

struct Loader<'a> {
    ctx: &'a Context,
    company: &'a Company,
}

/// The id at `index`; the demo crate's tests hold that every index is valid.
fn at<T: Copy>(ids: &[T], index: usize) -> Result<T> {
    ids.get(index).copied().ok_or_else(|| Error::broken("the demo company points at nothing"))
}

fn lang(lang: demo::Lang) -> Lang {
    match lang {
        demo::Lang::Fr => Lang::Fr,
        demo::Lang::En => Lang::En,
    }
}

/// Reads a word of the demo crate as the enum of the same words in `domain`.
fn same_word<T: serde::de::DeserializeOwned>(word: &impl std::fmt::Debug) -> Result<T> {
    let mut snake = String::new();
    for (index, c) in format!("{word:?}").chars().enumerate() {
        if c.is_uppercase() && index > 0 {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    serde_json::from_value(serde_json::Value::String(snake)).map_err(Error::broken)
}

impl Loader<'_> {
    fn minutes_ago(&self, minutes: u32) -> Timestamp {
        self.ctx.now().saturating_sub(i64::from(minutes).minutes()).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn days_ago(&self, days: u32) -> Timestamp {
        self.minutes_ago(days.saturating_mul(24 * 60))
    }

    /// The moment of a wall time `HH:MM` on the day `offset` days from today.
    fn moment(&self, offset: i32, wall: &str) -> Result<Timestamp> {
        let time: Time = wall.parse().map_err(Error::broken)?;
        let day = self.day(offset)?;
        let at = day.to_datetime(time).to_zoned(self.ctx.zone().clone()).map_err(Error::broken)?;
        Ok(at.timestamp())
    }

    fn day(&self, offset: i32) -> Result<Date> {
        self.ctx.today().checked_add(offset.days()).map_err(Error::broken)
    }

    async fn workplaces(&self) -> Result<Vec<WorkplaceId>> {
        let places: Vec<_> = self
            .company
            .workplaces
            .iter()
            .map(|place| Workplace {
                id: WorkplaceId::new(self.ctx.ulid()),
                name: place.name.clone(),
                commune: Some(place.insee.clone()),
                point: Some((place.lon, place.lat)),
            })
            .collect();
        seed_workplaces(self.ctx, &places).await?;
        Ok(places.iter().map(|place| place.id).collect())
    }

    async fn people(&self, workplaces: &[WorkplaceId], password: &str) -> Result<Vec<PersonId>> {
        let hash = accounts::hash_password(self.ctx, password).await?;
        let mut people = Vec::with_capacity(self.company.people.len());
        for person in &self.company.people {
            let created = self.days_ago(person.arrived_days_ago);
            let id = PersonId::new(self.ctx.clock().ulid_at(created));
            let name = FullName::of(&person.given_name, &person.family_name);
            people.push(NewPerson {
                role: same_word(&person.role)?,
                lang: lang(person.lang),
                title: person.job_title.clone(),
                craft: person.job_family.clone(),
                company: person.employer.clone().unwrap_or_default(),
                bio: person.bio.clone().unwrap_or_default(),
                workplace: person.workplace.map(|index| at(workplaces, index)).transpose()?,
                commune: person.home_insee.clone(),
                picture: self.portrait(id, person.portrait_seed).await?,
                password: Some(hash.clone()),
                joined: Some(created),
                ..NewPerson::new(id, &person.email, name, created)
            });
        }
        let ids = people.iter().map(|person| person.id).collect();
        enrol(self.ctx, people).await?;
        Ok(ids)
    }

    async fn portrait(&self, person: PersonId, seed: Option<u64>) -> Result<Option<MediaId>> {
        let Some(seed) = seed else { return Ok(None) };
        let portrait =
            self.picture(person, demo::portrait(seed), demo::PORTRAIT_SIDE, demo::PORTRAIT_SIDE).await?;
        media::make_portrait(self.ctx, portrait).await?;
        Ok(Some(portrait))
    }

    /// Stores painted pixels as if `owner` had sent them.
    async fn picture(&self, owner: PersonId, pixels: Vec<u8>, width: u32, height: u32) -> Result<MediaId> {
        let painted =
            image::RgbImage::from_raw(width, height, pixels).ok_or_else(|| Error::broken("a torn canvas"))?;
        let mut png = Cursor::new(Vec::new());
        painted.write_to(&mut png, image::ImageFormat::Png).map_err(Error::broken)?;
        media::store(self.ctx, &sender(owner), png.into_inner().into()).await
    }

    /// Stores a text as if `owner` had attached it.
    async fn file(&self, owner: PersonId, file: Option<&demo::File>) -> Result<Option<MediaId>> {
        let Some(file) = file else { return Ok(None) };
        let bytes = file.text.clone().into_bytes().into();
        Ok(Some(media::store_document(self.ctx, &sender(owner), &file.name, bytes).await?))
    }

    async fn communities(&self, people: &[PersonId]) -> Result<Vec<CommunityId>> {
        let mut ids = Vec::new();
        for community in &self.company.communities {
            let created = self.days_ago(community.opened_days_ago);
            let id = CommunityId::new(self.ctx.clock().ulid_at(created));
            let charter = &community.charter;
            let sponsor = at(people, charter.sponsor)?;
            let by = charter.animators.first().copied().unwrap_or(charter.sponsor);
            seed_community(
                self.ctx,
                SeedCommunity {
                    id,
                    slug: community.slug.clone(),
                    name: community.name.clone(),
                    summary: community.summary.clone(),
                    kind: same_word::<Kind>(&community.kind)?,
                    hue: same_word::<Hue>(&community.accent).unwrap_or_default(),
                    stage: same_word::<Stage>(&community.stage)?,
                    admission: same_word::<Admission>(&community.admission)?,
                    listed: community.listed,
                    everyone: community.everyone,
                    charter: Charter {
                        purpose: format!("{}\n\n{}", charter.purpose, charter.why_now),
                        audience: charter.audience.clone(),
                        outside: charter.outside.clone(),
                        rules: charter.rules.join("\n"),
                        rituals: charter.rituals.join("\n"),
                        calendar: String::new(),
                        measures: charter.success_measures.join("\n"),
                        review_on: self.day(charter.review_in_days)?.to_string(),
                    },
                    sponsor: Some(sponsor),
                    by: at(people, by)?,
                    created,
                },
            )
            .await?;
            ids.push(id);
        }
        let mut memberships = Vec::with_capacity(self.company.memberships.len());
        for membership in &self.company.memberships {
            let sponsor = self.company.communities.get(membership.community).map(|c| c.charter.sponsor);
            let role = match membership.role {
                demo::CommunityRole::Animator => Role::Animator,
                demo::CommunityRole::Member if sponsor == Some(membership.person) => Role::Sponsor,
                demo::CommunityRole::Member => Role::Member,
            };
            memberships.push(SeedMembership {
                person: at(people, membership.person)?,
                community: at(&ids, membership.community)?,
                role,
                since: self.days_ago(membership.joined_days_ago),
            });
        }
        seed_memberships(self.ctx, &memberships).await?;
        Ok(ids)
    }

    /// By what communities are found, what they ask, and until when partners are there.
    async fn perimeters(
        &self,
        people: &[PersonId],
        communities: &[CommunityId],
        workplaces: &[WorkplaceId],
    ) -> Result<()> {
        for (community, id) in self.company.communities.iter().zip(communities) {
            let seed = SeedFinding {
                community: *id,
                tags: community.tags.clone(),
                place: community.workplace.map(|index| at(workplaces, index)).transpose()?,
                question: community.question.clone(),
            };
            seed_finding(self.ctx, seed).await?;
        }
        let mut stays = Vec::new();
        for membership in &self.company.memberships {
            let partner = self.company.people.get(membership.person);
            if partner.is_some_and(|person| person.role == demo::Role::Partner) {
                // Some leave within the month, so that the reminder shows.
                let days = STAY_DAYS.get(stays.len() % STAY_DAYS.len()).copied().unwrap_or_default();
                stays.push((
                    at(people, membership.person)?,
                    at(communities, membership.community)?,
                    self.day(days)?,
                ));
            }
        }
        seed_stays(self.ctx, &stays).await
    }

    /// What was put to the vote, and what came of it.
    async fn decisions(&self, people: &[PersonId], communities: &[CommunityId]) -> Result<()> {
        for decision in &self.company.decisions {
            let animator = self.company.communities.get(decision.community);
            let animator = animator.and_then(|community| community.charter.animators.first());
            let closes = self.moment(decision.ends_in_days.saturating_add(1), "00:00")?;
            let over = closes <= self.ctx.now();
            let concluded = match animator {
                Some(animator) if over && !decision.reasons.is_empty() => {
                    let when = closes.saturating_add(15.hours()).map_err(Error::broken)?;
                    Some((at(people, *animator)?, decision.reasons.clone(), when))
                }
                _ => None,
            };
            let vote = |(person, choice): &(usize, usize)| Ok((at(people, *person)?, *choice));
            let seed = SeedDecision {
                community: at(communities, decision.community)?,
                by: at(people, decision.by)?,
                question: decision.question.clone(),
                detail: decision.detail.clone(),
                choices: decision.choices.clone(),
                quorum: decision.quorum,
                created: self.days_ago(decision.put_days_ago),
                closes,
                votes: decision.votes.iter().map(vote).collect::<Result<_>>()?,
                concluded,
            };
            seed_decision(self.ctx, seed).await?;
        }
        Ok(())
    }

    /// Which communities are in a federation, what they want together, and what they share there.
    async fn federations(
        &self,
        people: &[PersonId],
        communities: &[CommunityId],
        posts: &[PostId],
    ) -> Result<()> {
        for federation in &self.company.federations {
            let mut shares = Vec::new();
            for ally in &federation.allies {
                for (post, minutes) in &ally.shares {
                    shares.push(SeedShare {
                        post: at(posts, *post)?,
                        by: at(people, ally.by)?,
                        at: self.minutes_ago(*minutes),
                    });
                }
            }
            let ally = |ally: &demo::Ally| {
                Ok(SeedAlly {
                    community: at(communities, ally.community)?,
                    by: at(people, ally.by)?,
                    at: self.days_ago(ally.days_ago),
                    brings: ally.brings.clone(),
                    called: ally.called,
                })
            };
            let goal = |goal: &demo::Goal| {
                Ok(SeedGoal {
                    by: at(people, goal.by)?,
                    at: self.days_ago(goal.days_ago),
                    goal: goal.text.clone(),
                    measure: goal.measure.clone(),
                    due: goal.due_in_days.map(|days| self.day(days)).transpose()?,
                    state: same_word(&goal.state)?,
                    word: goal.word.clone(),
                })
            };
            let seed = SeedFederation {
                federation: at(communities, federation.community)?,
                allies: federation.allies.iter().map(ally).collect::<Result<_>>()?,
                goals: federation.goals.iter().map(goal).collect::<Result<_>>()?,
                shares,
            };
            seed_federation(self.ctx, seed).await?;
        }
        Ok(())
    }

    /// What teams say to newcomers, and teams that have left.
    async fn lives(&self, people: &[PersonId], communities: &[CommunityId]) -> Result<()> {
        for (index, community) in self.company.communities.iter().enumerate() {
            let id = at(communities, index)?;
            let Some(first) = community.charter.animators.first() else { continue };
            if !community.hello.is_empty() {
                let actor = accounts::actor(self.ctx, at(people, *first)?).await?;
                services::communities::greeting::set_hello(self.ctx, &actor, id, &community.hello).await?;
            }
            for animator in community.charter.animators.iter().filter(|_| community.left_alone) {
                let actor = accounts::actor(self.ctx, at(people, *animator)?).await?;
                services::communities::leave_anyway(self.ctx, &actor, id).await?;
            }
        }
        Ok(())
    }

    /// Communities people wish for, with what was answered so far.
    async fn proposals(&self, people: &[PersonId]) -> Result<()> {
        // A person is named in a form by their address.
        let address = |index: usize| self.company.people.get(index).map(|person| person.email.clone());
        for proposal in &self.company.proposals {
            let review = proposal.review_in_days.map(|days| self.day(days)).transpose()?;
            let form = NewCommunity {
                name: proposal.name.clone(),
                summary: proposal.summary.clone(),
                kind: same_word::<Kind>(&proposal.kind)?.word().to_owned(),
                hue: same_word::<Hue>(&proposal.accent).unwrap_or_default().word().to_owned(),
                charter: Charter {
                    purpose: proposal.purpose.clone(),
                    audience: proposal.audience.clone(),
                    outside: proposal.outside.clone(),
                    rules: proposal.rules.join("\n"),
                    rituals: proposal.rituals.join("\n"),
                    calendar: proposal.calendar.join("\n"),
                    measures: proposal.measures.join("\n"),
                    review_on: review.map(|day| day.to_string()).unwrap_or_default(),
                },
                sponsor: proposal.sponsor.and_then(address).unwrap_or_default(),
                animators: proposal.animators.iter().filter_map(|index| address(*index)).collect(),
                ..NewCommunity::default()
            };
            let mut turns = Vec::new();
            for happened in &proposal.history {
                let turn = same_word::<Turn>(&happened.what)?;
                let when = self.days_ago(happened.days_ago);
                turns.push((turn, at(people, happened.by)?, happened.said.clone(), when));
            }
            let seed = SeedProposal {
                by: at(people, proposal.by)?,
                form,
                state: same_word::<State>(&proposal.state)?,
                begun: self.days_ago(proposal.begun_days_ago),
                turns,
            };
            seed_proposal(self.ctx, seed).await?;
        }
        Ok(())
    }

    /// Changes of charters that wait for an answer.
    async fn changes(&self, people: &[PersonId]) -> Result<()> {
        for change in &self.company.changes {
            let Some(community) = self.company.communities.get(change.community) else { continue };
            let actor = accounts::actor(self.ctx, at(people, change.by)?).await?;
            let found = services::communities::found_by_slug(self.ctx, &community.slug).await?;
            let mut text = services::communities::charter(self.ctx, &actor, &community.slug).await?.charter;
            text.rules.push('\n');
            text.rules.push_str(&change.rule);
            amendments::amend(self.ctx, &actor, found.id, found.charter, &text, &change.reason, "").await?;
        }
        Ok(())
    }

    async fn posts(&self, people: &[PersonId], communities: &[CommunityId]) -> Result<Vec<PostId>> {
        // Posts that say again what was written show what was painted: a hundred thousand of them
        // would take hours to paint.
        let again = self.company.posts.len() > demo::Scale::default().posts;
        let mut painted = HashMap::new();
        let mut posts = Vec::with_capacity(self.company.posts.len());
        for post in &self.company.posts {
            let author = at(people, post.author)?;
            let community = at(communities, post.community)?;
            let mut pictures = Vec::new();
            for picture in post.picture.iter().chain(&post.album) {
                let (width, height) = (picture.width, picture.height);
                let id = match painted.get(&(post.community, picture.seed)) {
                    Some(id) if again => *id,
                    _ => {
                        let pixels = demo::picture(picture.seed, width, height);
                        self.picture(author, pixels, width, height).await?
                    }
                };
                painted.insert((post.community, picture.seed), id);
                let alt = match post.lang {
                    demo::Lang::Fr => picture.alt_fr.clone(),
                    demo::Lang::En => picture.alt_en.clone(),
                };
                pictures.push((id, alt));
            }
            posts.push(SeedPost {
                community,
                author,
                kind: same_word::<PostKind>(&post.kind)?,
                title: post.title.clone().unwrap_or_default(),
                body: post.body.clone(),
                at: self.minutes_ago(post.minutes_ago),
                pictures,
                files: self.file(author, post.file.as_ref()).await?.into_iter().collect(),
            });
        }
        seed_posts(self.ctx, &posts).await
    }

    /// What the community manager has written already and keeps for the day after tomorrow.
    async fn waiting(&self, people: &[PersonId], communities: &[CommunityId]) -> Result<()> {
        let manager =
            self.company.people.iter().position(|person| matches!(person.role, demo::Role::CommunityManager));
        let (Some(manager), Some(house)) = (manager, communities.first()) else { return Ok(()) };
        let manager = accounts::actor(self.ctx, at(people, manager)?).await?;
        if manager.role_in(*house).is_none() {
            return Ok(());
        }
        let draft = Draft {
            kind: PostKind::Announcement,
            title: "Le point de la semaine".into(),
            body: "Trois nouvelles des sites, deux mercis, et ce qui vient. À lire avec un café.".into(),
        };
        let hour = self.day(2)?.at(9, 0, 0, 0);
        services::feed::schedule(
            self.ctx,
            &manager,
            *house,
            draft,
            Beside::default(),
            Vec::new(),
            hour,
            "demo-later",
        )
        .await
        .map(drop)
    }

    async fn talk(&self, people: &[PersonId], posts: &[PostId]) -> Result<()> {
        let mut comments = Vec::with_capacity(self.company.comments.len());
        for comment in &self.company.comments {
            comments.push(SeedComment {
                post: at(posts, comment.post)?,
                author: at(people, comment.author)?,
                body: comment.body.clone(),
                answers: comment.answers,
                at: self.minutes_ago(comment.minutes_ago),
            });
        }
        let ids = seed_comments(self.ctx, &comments).await?;
        self.asked(people, posts, &ids).await?;
        let mut reactions = Vec::with_capacity(self.company.reactions.len());
        for reaction in &self.company.reactions {
            // Comments take no reactions yet.
            let Subject::Post(post) = reaction.subject else { continue };
            reactions.push(SeedReaction {
                post: at(posts, post)?,
                person: at(people, reaction.person)?,
                kind: same_word::<Reaction>(&reaction.kind)?,
                at: self.minutes_ago(reaction.minutes_ago),
            });
        }
        seed_reactions(self.ctx, &reactions).await
    }

    /// What the ready-made people keep for later: a few of the last posts they may read.
    async fn kept(&self, people: &[PersonId], posts: &[PostId]) -> Result<()> {
        for (index, _) in self.company.people.iter().enumerate().filter(|(_, person)| person.ready_made) {
            let actor = accounts::actor(self.ctx, at(people, index)?).await?;
            let mut kept = 0;
            for post in posts.iter().rev().step_by(5).take(30) {
                match services::reading::save(self.ctx, &actor, *post, true).await {
                    Ok(()) => kept += 1,
                    // Not theirs to read.
                    Err(services::Error::Refused(_)) => {}
                    Err(error) => return Err(error),
                }
                if kept == 3 {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The first of those who have been here for longer, and are no account of the demonstration, have read
    /// nothing for three weeks. Their addresses.
    async fn away(&self, people: &[PersonId], communities: &[CommunityId]) -> Result<Vec<String>> {
        let left = |person: &demo::Person| {
            person.role == demo::Role::Employee && !person.ready_made && person.arrived_days_ago > AWAY_DAYS
        };
        let absent = self.company.people.iter().enumerate().filter(|(_, person)| left(person)).take(AWAY);
        let mut addresses = Vec::with_capacity(AWAY);
        for (index, person) in absent {
            let theirs = self.company.memberships.iter().filter(|membership| membership.person == index);
            let theirs: Vec<_> =
                theirs.map(|membership| at(communities, membership.community)).collect::<Result<_>>()?;
            let last = self.days_ago(AWAY_DAYS);
            services::reading::seed_absence(self.ctx, at(people, index)?, &theirs, last).await?;
            addresses.push(person.email.clone());
        }
        Ok(addresses)
    }

    /// Answers accepted, ideas supported and judged, announcements read.
    async fn asked(&self, people: &[PersonId], posts: &[PostId], comments: &[CommentId]) -> Result<()> {
        let mut answers = Vec::new();
        for (index, comment) in self.company.comments.iter().enumerate().filter(|(_, said)| said.accepted) {
            answers.push((at(posts, comment.post)?, at(comments, index)?));
        }
        seed_answers(self.ctx, &answers).await?;
        let mut gestures = Vec::with_capacity(self.company.gestures.len());
        for gesture in &self.company.gestures {
            let Some(post) = self.company.posts.get(gesture.post) else { continue };
            gestures.push(SeedGesture {
                post: at(posts, gesture.post)?,
                kind: same_word::<PostKind>(&post.kind)?,
                person: at(people, gesture.person)?,
                at: self.minutes_ago(gesture.minutes_ago),
            });
        }
        seed_gestures(self.ctx, &gestures).await?;
        self.kinds(people, posts).await?;
        let mut verdicts = Vec::new();
        for (index, post) in self.company.posts.iter().enumerate() {
            let Some((state, note)) = &post.verdict else { continue };
            let community = self.company.communities.get(post.community);
            let by = community.and_then(|community| community.charter.animators.first());
            verdicts.push(SeedVerdict {
                post: at(posts, index)?,
                state: state.clone(),
                note: note.clone(),
                by: at(people, by.copied().unwrap_or(post.author))?,
                at: self.minutes_ago(post.minutes_ago / 2),
            });
        }
        seed_verdicts(self.ctx, &verdicts).await
    }

    /// Polls with their votes, praise, and what is pinned.
    async fn kinds(&self, people: &[PersonId], posts: &[PostId]) -> Result<()> {
        let (mut polls, mut praise, mut pins) = (Vec::new(), Vec::new(), Vec::new());
        for (index, post) in self.company.posts.iter().enumerate() {
            let id = at(posts, index)?;
            if let Some(poll) = &post.poll {
                let mut votes = Vec::new();
                for gesture in self.company.gestures.iter().filter(|gesture| gesture.post == index) {
                    let Some(choice) = gesture.choice else { continue };
                    votes.push((at(people, gesture.person)?, choice, self.minutes_ago(gesture.minutes_ago)));
                }
                polls.push(SeedPoll {
                    post: id,
                    options: poll.options.clone(),
                    multiple: poll.multiple,
                    anonymous: poll.anonymous,
                    ends: self.moment(poll.ends_in, "18:00")?,
                    votes,
                });
            }
            if !post.praised.is_empty() {
                let praised = post.praised.iter().map(|person| at(people, *person));
                praise.push((id, praised.collect::<Result<_>>()?));
            }
            if let Some(days) = post.pinned {
                let until = self.moment(i32::try_from(days).unwrap_or_default() + 1, "00:00")?;
                pins.push((id, until, at(people, post.author)?));
            }
        }
        seed_polls(self.ctx, &polls).await?;
        seed_praise(self.ctx, &praise).await?;
        seed_pins(self.ctx, &pins).await
    }

    async fn events(&self, people: &[PersonId], communities: &[CommunityId]) -> Result<Vec<EventId>> {
        let mut events = Vec::new();
        for event in &self.company.events {
            let dtstart = self.moment(event.day_offset, &event.starts_at)?;
            let dtend =
                dtstart.checked_add(i64::from(event.duration_minutes).minutes()).map_err(Error::broken)?;
            let before = dtstart.checked_sub(21 * 24.hours()).map_err(Error::broken)?;
            events.push(SeedEvent {
                community: at(communities, event.community)?,
                organizer: at(people, event.organiser)?,
                summary: event.title.clone(),
                description: event.description.clone(),
                location: event.place.clone(),
                dtstart,
                dtend,
                capacity: event.capacity,
                created: before.min(self.days_ago(1)),
            });
        }
        let ids = seed_events(self.ctx, &events).await?;
        let mut registrations = Vec::new();
        // There is no waiting list yet: who waits in the company is not on any list.
        for registration in self.company.registrations.iter().filter(|registration| !registration.waiting) {
            registrations.push(SeedRegistration {
                event: at(&ids, registration.event)?,
                person: at(people, registration.person)?,
                at: self.minutes_ago(registration.minutes_ago),
            });
        }
        seed_registrations(self.ctx, &registrations).await?;
        for (event, id) in self.company.events.iter().zip(&ids) {
            if let Some(was) = &event.was_at {
                seed_move(self.ctx, *id, was).await?;
            }
        }
        Ok(ids)
    }

    /// Each commute on each of its days of the coming weeks; a few seats are booked already.
    async fn rides(&self, people: &[PersonId], workplaces: &[WorkplaceId]) -> Result<usize> {
        let mut journeys = Vec::new();
        let mut drivers = Vec::new();
        for commute in &self.company.commutes {
            for offset in 0..BOARD_DAYS {
                let weekday = self.day(offset)?.weekday().to_monday_one_offset();
                if !commute.weekdays.iter().any(|day| i8::try_from(*day) == Ok(weekday)) {
                    continue;
                }
                let departs = self.moment(offset, &commute.departs_at)?;
                if departs <= self.ctx.now() {
                    continue;
                }
                drivers.push((commute.driver, offset));
                journeys.push(SeedJourney {
                    driver: at(people, commute.driver)?,
                    from: commute.from_insee.clone(),
                    to: SeedEnd::Workplace(at(workplaces, commute.to_workplace)?),
                    departs,
                    seats: i64::from(commute.seats),
                    note: commute.note.clone().unwrap_or_default(),
                    created: self.days_ago(3),
                });
            }
        }
        let ids = seed_journeys(self.ctx, &journeys).await?;
        seed_bookings(self.ctx, &self.bookings(people, &ids, &drivers)?).await?;
        Ok(ids.len())
    }

    /// One ride in five has somebody aboard, when it has more than one seat; one in twenty-five is
    /// waiting for an answer.
    fn bookings(
        &self,
        people: &[PersonId],
        rides: &[JourneyId],
        drivers: &[(usize, i32)],
    ) -> Result<Vec<SeedBooking>> {
        let riders: Vec<usize> = (0..self.company.people.len())
            .filter(|index| {
                self.company
                    .people
                    .get(*index)
                    .is_some_and(|p| p.role == demo::Role::Employee && !p.ready_made)
            })
            .collect();
        let mut bookings = Vec::new();
        for (index, (ride, (driver, _))) in rides.iter().zip(drivers).enumerate() {
            if index % 5 != 0 || riders.is_empty() {
                continue;
            }
            let rider = at(&riders, (index * 7 + 3) % riders.len())?;
            if rider == *driver {
                continue;
            }
            let waiting = index % 25 == 0;
            bookings.push(SeedBooking {
                journey: *ride,
                person: at(people, rider)?,
                status: if waiting { BookingStatus::WaitingConfirmation } else { BookingStatus::Confirmed },
                ended: None,
                seats: 1,
                asked: self.days_ago(1),
            });
        }
        Ok(bookings)
    }

    /// A link for somebody who forgot their password: none of the ready-made.
    async fn forgotten(&self) -> Result<String> {
        let person = self.company.people.iter().rev().find(|person| !person.ready_made);
        let person = person.ok_or_else(|| Error::broken("a company of ready-made people"))?;
        Ok(accounts::reset_link_for(self.ctx, &person.email).await?.token)
    }

    /// Somebody who has been invited and has not come yet.
    async fn invitation(&self, people: &[PersonId]) -> Result<String> {
        let host = self.company.people.iter().position(|person| person.role == demo::Role::CommunityManager);
        let host = at(people, host.unwrap_or_default())?;
        let actor = accounts::actor(self.ctx, host).await?;
        let email = format!("nouvelle.venue@{}", self.company.organisation.mail_domain);
        let form =
            Invite { email, name: "Ysaline Corbeau".into(), role: String::new(), company: String::new() };
        Ok(accounts::invite(self.ctx, &actor, &form).await?.token.clone())
    }
}

/// Somebody, as far as it matters to who sends a file.
fn sender(person: PersonId) -> Actor {
    Actor {
        person,
        name: String::new(),
        role: OrgRole::Employee,
        lang: Lang::default(),
        memberships: Vec::new(),
        invited: Vec::new(),
        at_home: Vec::new(),
    }
}
