//! Many hands reach for the last seat.

use super::{BookForm, book, commute, house, offered, reason, refused, sound};
use crate::carpool::{Stops, ride};
use domain::carpool::CarpoolError;

const ROUNDS: usize = 200;
const HANDS: usize = 64;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_seat_goes_to_exactly_one() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let hands = yard.crowd(HANDS).await;
    for round in 0..ROUNDS {
        let id = offered(&yard, &zoe, &commute(workplace, 1)).await;
        let reach = hands.iter().map(|hand| {
            let (ctx, hand) = (yard.ctx.clone(), hand.clone());
            tokio::spawn(async move { book(&ctx, &hand, id, &BookForm::default(), "").await })
        });
        let mut won = 0;
        for answer in futures::future::join_all(reach).await {
            match answer.unwrap() {
                Ok(()) => won += 1,
                error => assert_eq!(reason(error), refused(CarpoolError::Full), "round {round}"),
            }
        }
        assert_eq!(won, 1, "round {round}");
        let shown = ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap();
        assert_eq!((shown.card.free, shown.bookings.len()), (0, 1));
    }
    sound(&yard).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_click_takes_one_seat() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    for _ in 0..10 {
        let id = offered(&yard, &zoe, &commute(workplace, 4)).await;
        let clicks = ["same", "same", "other"].map(|key| {
            let (ctx, ali, key) = (yard.ctx.clone(), ali.clone(), format!("{id}{key}"));
            tokio::spawn(async move { book(&ctx, &ali, id, &BookForm::default(), &key).await })
        });
        for click in clicks {
            click.await.unwrap().unwrap();
        }
        assert_eq!(ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap().card.free, 3);
    }
    sound(&yard).await;
}
