//! Every sentence about rides, in both languages.

texts! {
    carpool: "Covoiturage", "Carpool";
    carpool_lead: "Partagez la route du travail. On ne montre jamais une adresse\u{a0}: seulement la commune.",
        "Share the way to work. No address is ever shown: only the town.";
    offer: "Proposer un trajet", "Offer a ride";
    my_rides: "Mes trajets", "My rides";

    search_title: "Chercher un trajet", "Look for a ride";
    from: "Commune de départ", "Town of departure";
    workplace: "Destination", "Destination";
    any_commune: "Une commune, à préciser", "A town, named below";
    to: "Commune d’arrivée", "Town of arrival";
    to_hint: "Si vous n’allez pas sur un site.", "If you are not going to a workplace.";
    date: "Date", "Date";
    time: "Heure souhaitée", "Time";
    by: "Cette heure est celle", "That time is for";
    by_arrival: "de l’arrivée", "arriving";
    by_departure: "du départ", "leaving";
    window: "Marge", "Margin";
    window_minutes(minutes: i64): format!("±\u{a0}{minutes}\u{a0}min"), format!("±\u{a0}{minutes}\u{a0}min");
    search: "Chercher", "Search";

    found(count: usize, day: &str):
        match count { 1 => format!("1 trajet pour {day}"), n => format!("{n} trajets pour {day}") },
        match count { 1 => format!("1 ride for {day}"), n => format!("{n} rides for {day}") };
    found_many(day: &str): format!("Des trajets pour {day}"), format!("Rides for {day}");
    estimates: "Distances, détours et heures d’arrivée sont des estimations, à vol d’oiseau ou presque\u{a0}: comptez large.",
        "Distances, detours and arrival times are estimates made without a map: allow for more.";
    more: "Voir d’autres trajets", "See more rides";
    none_title: "Personne ne propose encore ce trajet", "Nobody offers this ride yet";
    none_text: "Élargissez l’horaire, ou faites le premier geste\u{a0}: un trajet proposé trouve souvent preneur, même pour une seule place.",
        "Widen the time, or make the first move: a ride that is offered often finds company, even with a single seat.";

    approximately: "vers", "about";
    pickup_at(place: &str): format!("Montée\u{a0}: {place}"), format!("Get in at {place}");
    dropoff_at(place: &str): format!("Descente\u{a0}: {place}"), format!("Get out at {place}");
    kilometres(km: i64):
        if km < 1 { String::from("moins de 1\u{a0}km") } else { format!("environ {km}\u{a0}km") },
        if km < 1 { String::from("less than 1\u{a0}km") } else { format!("about {km}\u{a0}km") };
    no_detour: "sans détour", "no detour";
    detour(km: i64): format!("détour d’environ {km}\u{a0}km"), format!("detour of about {km}\u{a0}km");
    seats_free(free: i64):
        match free { 0 => String::from("Complet"), 1 => String::from("1 place libre"), n => format!("{n} places libres") },
        match free { 0 => String::from("Full"), 1 => String::from("1 free seat"), n => format!("{n} free seats") };
    seats_of(free: i64, seats: i64): format!("{} sur {seats}", seats_free(domain::Lang::Fr, free)),
        format!("{} of {seats}", seats_free(domain::Lang::En, free));
    seats_booked(seats: i64):
        match seats { 1 => String::from("1 place"), n => format!("{n} places") },
        match seats { 1 => String::from("1 seat"), n => format!("{n} seats") };

    book: "Réserver une place", "Book a seat";
    with_at(driver: &str, time: &str): format!(" avec {driver}, {time}"), format!(" with {driver}, {time}");
    confirm: "Confirmer", "Confirm";
    decline: "Décliner", "Decline";
    take_back: "Annuler cette place", "Cancel this seat";
    withdraw: "Annuler ma demande", "Withdraw my request";
    give_back: "Annuler ma réservation", "Cancel my booking";
    of_person(name: &str): format!("\u{a0}: {name}"), format!(": {name}");
    cancel_ride: "Annuler le trajet", "Call the ride off";
    cancel_ride_confirm: "Oui, ce trajet n’aura pas lieu", "Yes, this ride will not take place";
    cancel_ride_text: "Les personnes qui ont une place, ou qui en attendent une, le verront aussitôt. C’est définitif.",
        "Whoever has a seat, or waits for one, will see it at once. This cannot be undone.";

    waiting: "En attente", "Waiting";
    confirmed: "Confirmée", "Confirmed";
    completed: "Effectuée", "Done";
    declined: "Déclinée", "Declined";
    cancelled: "Annulée", "Cancelled";
    ride_cancelled: "Trajet annulé", "Called off";
    driving: "Vous conduisez", "You drive";
    to_answer(n: i64):
        match n { 1 => String::from("1 demande à confirmer"), n => format!("{n} demandes à confirmer") },
        match n { 1 => String::from("1 request to answer"), n => format!("{n} requests to answer") };

    ride_off_title: "Ce trajet est annulé", "This ride has been called off";
    ride_off_text: "Il n’aura pas lieu. D’autres trajets vont peut-être dans la même direction.",
        "It will not take place. Other rides may be going the same way.";
    ride_gone_title: "Ce trajet est parti", "This ride has left";
    ride_gone_text: "On ne peut plus y réserver ni annuler de place.", "Seats can no longer be booked or cancelled.";
    see_others: "Chercher un autre trajet", "Look for another ride";
    the_ride: "Le trajet", "The ride";
    driver: "Au volant\u{a0}: ", "At the wheel: ";
    note: "Un mot de la personne qui conduit", "A word from the driver";
    my_seat: "Ma place", "My seat";
    waiting_text(driver: &str): format!("Votre place est gardée. {driver} doit encore confirmer."),
        format!("Your seat is held. {driver} has yet to confirm.");
    confirmed_text(driver: &str): format!("C’est entendu avec {driver}. Bonne route\u{202f}!"),
        format!("It is settled with {driver}. Have a good ride!");
    declined_text: "Cette fois, ce n’est pas possible. Votre place est libérée.", "Not this time. Your seat has been freed.";
    by_driver_text: "La personne qui conduit a dû annuler votre place.", "The driver had to cancel your seat.";
    by_passenger_text: "Vous avez annulé. Vous pouvez redemander une place tant qu’il en reste.",
        "You cancelled. You may ask again while seats are left.";
    stops(from: &str, to: &str): format!("{from} → {to}"), format!("{from} → {to}");
    book_at_start(place: &str, time: &str): format!("Montée\u{a0}: {place}, à {time}."),
        format!("You get in at {place}, at {time}.");
    book_on_the_way(place: &str, time: &str, detour: &str):
        format!("Montée\u{a0}: {place}, vers {time} ({detour}). La personne qui conduit le saura, et confirmera."),
        format!("You get in at {place}, about {time} ({detour}). The driver will be told, and will confirm.");
    book_share: "Avec votre demande, la personne qui conduit voit votre nom et la commune où vous montez.",
        "With your request, the driver sees your name and the town where you get in.";
    full_text: "Toutes les places sont prises. Il s’en libère parfois\u{a0}: revenez voir.",
        "Every seat is taken. Some come free at times: have another look later.";
    passengers: "Qui vient", "Who is coming";
    fellow_passengers: "Vous voyagez avec", "You travel with";
    nobody_yet: "Personne n’a encore demandé de place. Vous le verrez ici.", "Nobody has asked for a seat yet. You will see it here.";

    offer_lead: "Une date, une heure, des places\u{a0}: c’est tout. Vous confirmez chaque demande.",
        "A date, a time, some seats: that is all. You confirm each request.";
    offer_from_hint: "Son nom seul est montré, et les distances se comptent depuis son centre.",
        "Only its name is shown, and distances are counted from its centre.";
    departure_time: "Heure de départ", "Time of departure";
    seats: "Places libres", "Free seats";
    seats_hint: "De 1 à 8, sans compter la vôtre.", "From 1 to 8, not counting yours.";
    note_label: "Un mot", "A word";
    note_hint: "Point de rendez-vous, bagages, musique… Jamais votre adresse.", "Meeting point, luggage, music… Never your address.";

    mine_lead: "Ceux que vous conduisez, ceux où vous avez une place.", "Those you drive, those you have a seat in.";
    which: "Trajets à venir ou passés", "Rides to come or past";
    coming: "À venir", "To come";
    past: "Passés", "Past";
    none_coming_title: "Pas de trajet prévu", "No ride ahead";
    none_coming_text: "Cherchez un trajet vers votre site, ou proposez le vôtre.", "Look for a ride to your workplace, or offer yours.";
    none_past_title: "Pas encore de trajet", "No ride yet";
    none_past_text: "Vos trajets passés resteront ici.", "Your past rides will stay here.";
}
