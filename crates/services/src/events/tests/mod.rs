//! The rules of events, each told by a test.

mod changes;
mod joining;
mod lists;
mod organising;
mod plans;
mod racing;
mod registering;
mod seeding;

use super::*;
use crate::testing::Yard;
use domain::{
    Actor, Failure, Reason,
    event::{EventError, EventForm},
    id::{CommunityId, EventId},
};

/// A yard with a running club, the person who runs it, and a member.
struct Club {
    yard: Yard,
    club: CommunityId,
    animator: Actor,
    member: Actor,
}

impl Club {
    async fn open() -> Club {
        let yard = Yard::open().await;
        let animator = yard.employee("Noor Animatrice").await;
        let member = yard.employee("Zoé Membre").await;
        let club = yard.community("course", &[&animator]).await;
        yard.join(&member, club).await;
        let (animator, member) = (yard.fresh(&animator).await, yard.fresh(&member).await);
        Club { yard, club, animator, member }
    }

    /// Somebody more in the club.
    async fn member(&self, name: &str) -> Actor {
        let person = self.yard.employee(name).await;
        self.yard.join(&person, self.club).await;
        self.yard.fresh(&person).await
    }

    /// An event of the club with that many places, tomorrow at noon.
    async fn event(&self, capacity: &str) -> EventId {
        self.event_on("2026-11-24", capacity).await
    }

    async fn event_on(&self, date: &str, capacity: &str) -> EventId {
        let form = EventForm { capacity: capacity.into(), date: date.into(), ..run() };
        create(&self.yard.ctx, &self.animator, self.club, &form, "").await.unwrap()
    }

    async fn taken(&self, event: EventId) -> u32 {
        super::event(&self.yard.ctx, &self.animator, event).await.unwrap().card.seats.taken
    }

    /// Counters equal rows, and every registration is where and when it should be.
    async fn is_sound(&self) {
        let report = crate::check::run(&self.yard.ctx).await.unwrap();
        let ours = |line: &&String| line.contains("event") || line.contains("registration");
        assert_eq!(report.wrong.iter().filter(ours).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

/// Tomorrow's run at noon: the yard's clock stands at Monday 23 November 2026, 8:30 in Paris.
fn run() -> EventForm {
    EventForm {
        summary: "Course du midi".into(),
        description: "Huit kilomètres, *tranquilles*.".into(),
        location: "Devant l’accueil".into(),
        date: "2026-11-24".into(),
        time: "12:15".into(),
        end_date: String::new(),
        end_time: "13:15".into(),
        capacity: String::new(),
    }
}

fn refused<T: std::fmt::Debug>(answer: crate::Result<T>) -> Failure {
    answer.unwrap_err().failure()
}

fn reason<T: std::fmt::Debug>(answer: crate::Result<T>) -> Reason {
    refused(answer).reason
}

const FULL: Reason = Reason::Event(EventError::Full);
const OVER: Reason = Reason::Event(EventError::Over);
const CANCELLED: Reason = Reason::Event(EventError::Cancelled);
const CHANGED: Reason = Reason::Event(EventError::Changed);
