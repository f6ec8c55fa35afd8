//! Looking for a ride.

use super::{TUESDAY, VIENNE, booked, commute, house, offered};
use crate::carpool::{search, usual};
use domain::{
    carpool::{Found, OfferForm, PAGE, SearchForm},
    form::Fault,
    id::WorkplaceId,
    person::CommuneForm,
};

fn to_work(workplace: WorkplaceId) -> SearchForm {
    SearchForm {
        from: CommuneForm::typed("Vienne (38200)"),
        workplace: workplace.to_string(),
        date: TUESDAY.into(),
        time: "08:30".into(),
        ..SearchForm::default()
    }
}

fn drivers(found: &[Found]) -> Vec<&str> {
    found.iter().map(|found| found.ride.driver.name.as_str()).collect()
}

#[tokio::test]
async fn tuesday_half_past_eight_to_the_workplace() {
    let (yard, workplace) = house().await;
    let ali = yard.employee("Ali Benali").await;
    for (name, from, date, time) in [
        ("Même Commune", "Vienne (38200)", TUESDAY, "07:45"),
        // Through Vienne from further south: no detour worth the name, but it is not at the door.
        ("Plus Loin", "Le Péage-de-Roussillon", TUESDAY, "07:20"),
        ("Trop Tard", "Vienne (38200)", TUESDAY, "09:30"),
        ("Autre Jour", "Vienne (38200)", "2026-11-25", "07:45"),
        ("Autre Route", "Villefranche-sur-Saône", TUESDAY, "07:45"),
    ] {
        let driver = yard.employee(name).await;
        let form = OfferForm {
            from: CommuneForm::typed(from),
            date: date.into(),
            time: time.into(),
            ..commute(workplace, 1)
        };
        offered(&yard, &driver, &form).await;
    }
    let result = search(&yard.ctx, &ali, &to_work(workplace)).await.unwrap();
    assert_eq!(drivers(&result.rides.items), ["Même Commune", "Plus Loin"]);
    assert_eq!(result.from.unwrap().commune, VIENNE);
    assert_eq!(result.to.unwrap().name, "Siège");
    let best = &result.rides.items[0];
    assert_eq!(best.via.fit.detour_metres, 0);
    assert_eq!((&best.via.from, &best.via.to), (&None, &None));
    assert_eq!(result.rides.items[1].via.from.as_ref().unwrap().name, "Vienne");
    assert_eq!(best.via.fit.pickup, best.ride.departs);
    assert_eq!(best.via.fit.dropoff, best.ride.arrives);
    assert!(result.rides.items[1].via.fit.pickup.at > result.rides.items[1].ride.departs.at);
    // A full car is not offered to anybody else.
    let lea = yard.employee("Léa Petit").await;
    booked(&yard.ctx, &lea, best.ride.id).await.unwrap();
    let result = search(&yard.ctx, &ali, &to_work(workplace)).await.unwrap();
    assert_eq!(drivers(&result.rides.items), ["Plus Loin"]);
}

#[tokio::test]
async fn a_wider_window_and_no_time_at_all_find_more() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let early = OfferForm { time: "06:00".into(), ..commute(workplace, 1) };
    offered(&yard, &zoe, &early).await;
    for (form, found) in [
        (to_work(workplace), 0),
        (SearchForm { window: "180".into(), ..to_work(workplace) }, 1),
        (SearchForm { time: String::new(), ..to_work(workplace) }, 1),
        (SearchForm { time: "06:10".into(), by: "departure".into(), ..to_work(workplace) }, 1),
        (SearchForm { from: CommuneForm::default(), time: String::new(), ..to_work(workplace) }, 1),
        (SearchForm { date: TUESDAY.into(), ..SearchForm::default() }, 1),
    ] {
        let result = search(&yard.ctx, &ali, &form).await.unwrap();
        assert_eq!(result.rides.items.len(), found, "{form:?}");
        // One's own ride is none to look for.
        assert_eq!(search(&yard.ctx, &zoe, &form).await.unwrap().rides.items.len(), 0);
    }
}

#[tokio::test]
async fn faults_are_told_and_communes_offered() {
    let (yard, workplace) = house().await;
    let ali = yard.employee("Ali Benali").await;
    let form = SearchForm {
        from: CommuneForm::typed("Saint-Denis"),
        date: "2026-11-22".into(),
        time: "8h75".into(),
        ..to_work(workplace)
    };
    let faults = search(&yard.ctx, &ali, &form).await.unwrap_err().failure().fields;
    let expected = [("from", Fault::Choice), ("date", Fault::Past), ("time", Fault::Moment)];
    assert_eq!(faults, expected.map(|(field, fault)| (field.to_owned(), fault)));
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repeat() {
    let (yard, workplace) = house().await;
    let ali = yard.employee("Ali Benali").await;
    for driver in yard.crowd(2 * PAGE + 3).await {
        offered(&yard, &driver, &commute(workplace, 1)).await;
    }
    let mut seen = Vec::new();
    let mut form = to_work(workplace);
    loop {
        let page = search(&yard.ctx, &ali, &form).await.unwrap().rides;
        assert!(page.items.len() <= PAGE);
        seen.extend(page.items.iter().map(|found| found.ride.id));
        match page.next {
            Some(next) => form.cursor = Some(next),
            None => break,
        }
    }
    assert_eq!(seen.len(), 2 * PAGE + 3);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 2 * PAGE + 3);
}

#[tokio::test]
async fn the_form_starts_from_what_one_usually_asks() {
    let (yard, workplace) = house().await;
    let ali = yard.employee("Ali Benali").await;
    let plain = usual(&yard.ctx, &ali).await.unwrap();
    assert_eq!((plain.from, plain.workplace, plain.date.as_str()), (None, None, TUESDAY));
    let set = "UPDATE $person SET commune = $commune, workplace = $workplace";
    let variables = crate::bind! {
        person: crate::db::Id(ali.person), commune: VIENNE.to_owned(), workplace: crate::db::Id(workplace)
    };
    yard.ctx.db().query(set, variables).await.unwrap();
    let own = usual(&yard.ctx, &ali).await.unwrap();
    assert_eq!((own.from.as_deref(), own.workplace), (Some("Vienne (38200)"), Some(workplace)));
}
