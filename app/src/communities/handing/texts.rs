//! Every sentence about handing a community over, in both languages.

texts! {
    hand_over: "Lui proposer de prendre ma suite", "Offer to hand over to them";
    name_sponsor: "Confier le parrainage", "Make them the sponsor";
    end_sponsor: "Mettre fin au parrainage", "End the sponsorship";

    offered_by(name: &str): format!("{name} vous propose de prendre sa suite à l’animation"), format!("{name} offers to hand over to you as an animator");
    offered_text(until: &str): format!("Si vous acceptez, vous animez la communauté ; cette personne en redevient membre. La proposition tient jusqu’au {until}."),
        format!("If you accept, you animate the community and they are a member again. The offer stands until {until}.");
    accept: "Prendre la suite", "Take over";
    decline: "Décliner", "Decline";
    you_offered(name: &str): format!("Vous proposez à {name} de prendre votre suite"), format!("You offer to hand over to {name}");
    you_offered_text(until: &str): format!("Vous animez la communauté tant que personne n’a accepté. La proposition tient jusqu’au {until}."),
        format!("You animate the community until it is accepted. The offer stands until {until}.");
    take_back: "Retirer ma proposition", "Take my offer back";
    offered: "On vous propose une suite à prendre", "You are offered to take over";

    alone_title: "Cette communauté cherche qui l’animera", "This community is looking for somebody to animate it";
    alone_keepers: "En attendant, veillent sur elle :", "Meanwhile, it is looked after by:";
    alone_nobody: "En attendant, l’administration veille sur elle.", "Meanwhile, the administrators look after it.";
    alone_text: "Tout ce qui s’y est dit reste là. L’envie d’animer vous prend ? Dites-le-leur.",
        "All that was said there stays. Do you feel like animating it? Tell them.";
    entrust_link: "Confier la communauté à quelqu’un", "Entrust the community to somebody";

    leave_of(name: &str): format!("Quitter {name}"), format!("Leave {name}");
    leave_title: "Avant de partir", "Before you go";
    leave_plain: "Vous ne recevez plus rien d’elle et vos places à ses événements sont libérées. Ce que vous avez écrit reste.",
        "You hear no more of it, and your places at its events are freed. What you wrote stays.";
    leave_animated(n: u64): match n { 1 => String::from("Une autre personne continue de l’animer."), n => format!("{n} autres personnes continuent de l’animer.") },
        match n { 1 => String::from("One other person goes on animating it."), n => format!("{n} other people go on animating it.") };
    leave_one: "Une seule personne continuera de l’animer. Une communauté vit mieux à deux : vous pouvez d’abord proposer votre suite à un membre.",
        "One person alone will go on animating it. A community is better off with two: you may first offer to hand over to a member.";
    leave_alone: "Plus personne ne l’animera. Avec tout ce qui s’y est dit, elle sera confiée aux community managers, qui chercheront quelqu’un ; les membres le verront. Vous pouvez d’abord proposer votre suite à un membre.",
        "Nobody will animate it any more. With all that was said there, it goes to the community managers, who will look for somebody; members will see it. You may first offer to hand over to a member.";
    leave_confirm: "J’ai lu ce qui va se passer", "I have read what will happen";
    leave_now: "Quitter la communauté", "Leave the community";
    see_members: "Voir les membres", "See the members";

    orphans: "Communautés à confier", "Communities to entrust";
    orphans_lead: "Personne ne les anime, ou une seule personne. Leur contenu vous est confié en attendant.",
        "Nobody animates them, or one person alone. Their content is in your care meanwhile.";
    nobody: "Personne ne les anime", "Nobody animates them";
    one_alone: "Une seule personne les anime", "One person animates them alone";
    none_orphan: "Chaque communauté a son équipe", "Each community has its team";
    none_orphan_text: "Quand la dernière personne qui anime une communauté s’en va, elle apparaît ici, avec tout son contenu.",
        "When the last person who animates a community leaves, it shows up here, with all its content.";
    whom: "Qui va l’animer", "Who will animate it";
    whom_hint: "Son adresse, ou son nom tel qu’il figure dans l’annuaire.", "Their address, or their name as it stands in the directory.";
    entrust: "Confier", "Entrust";
    entrust_of(name: &str): format!("Confier {name}"), format!("Entrust {name}");
    more: "Voir la suite", "See more";
}
