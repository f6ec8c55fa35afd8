//! Charters as they might be written, one for each kind of community: nobody starts from a blank page.

use crate::communities::{kinds, texts as t};
use domain::{
    Lang,
    community::{Kind, proposal::Step},
};
use leptos::prelude::*;

use super::texts as own;

/// The charter of a community that does not exist.
struct Example {
    name: &'static str,
    summary: &'static str,
    purpose: &'static str,
    audience: &'static str,
    outside: &'static str,
    rules: &'static str,
    rituals: &'static str,
    calendar: &'static str,
    measures: &'static str,
}

macro_rules! examples {
    ($($kind:ident $variant:ident { $($texts:tt)* })*) => {
        $(mod $kind { texts! { $($texts)* } })*

        fn example(lang: Lang, kind: Kind) -> Example {
            match kind {
                $(Kind::$variant => Example {
                    name: $kind::name(lang),
                    summary: $kind::summary(lang),
                    purpose: $kind::purpose(lang),
                    audience: $kind::audience(lang),
                    outside: $kind::outside(lang),
                    rules: $kind::rules(lang),
                    rituals: $kind::rituals(lang),
                    calendar: $kind::calendar(lang),
                    measures: $kind::measures(lang),
                }),*
            }
        }
    };
}

examples! {
    off_work OffWork {
        name: "Les Aiguilles de midi", "Noon needles";
        summary: "On tricote, on raccommode, on papote, un midi par semaine.", "We knit, mend and chat, one lunch break a week.";
        purpose: "Offrir une heure calme par semaine à des gens qui ne travaillent pas ensemble. Pourquoi maintenant : trois ateliers se sont installés sur le site cette année, et l’on se croise sans se connaître.",
            "Give an hour of quiet a week to people who do not work together. Why now: three workshops moved to this site this year, and we pass each other without a word.";
        audience: "Toute personne curieuse, avec ou sans expérience. On prête le matériel.", "Anybody curious, experienced or not. We lend the tools.";
        outside: "La vente de ce que l’on fabrique, et les discussions de bureau.", "Selling what we make, and shop talk.";
        rules: "On montre avant d’expliquer.\nPersonne ne juge l’ouvrage d’une autre personne.\nOn range la salle en partant.", "Show before you explain.\nNobody judges somebody else’s work.\nTidy the room before leaving.";
        rituals: "Le mardi à 12 h 30, une heure, salle du fond.\nLe premier mardi du mois, on accueille celles et ceux qui débutent.", "Tuesdays at 12:30, one hour, back room.\nOn the first Tuesday of the month, beginners are welcomed.";
        calendar: "Mois 1 : une séance découverte sur chaque site.\nMois 2 : un atelier reprises avec les vêtements de travail.\nMois 3 : une couverture commune pour la salle de repos.", "Month 1: a taster session on each site.\nMonth 2: a mending workshop with work clothes.\nMonth 3: a shared blanket for the break room.";
        measures: "Vingt personnes sont venues au moins une fois.\nLa moitié vient d’un autre service que l’équipe d’animation.", "Twenty people have come at least once.\nHalf of them come from other departments than the animators’.";
    }
    interest Interest {
        name: "Lire le paysage", "Reading the landscape";
        summary: "Apprendre à reconnaître les arbres, les oiseaux et les traces autour de nos sites.", "Learning to tell the trees, birds and tracks around our sites.";
        purpose: "Mettre des noms sur ce que l’on voit par la fenêtre. Pourquoi maintenant : la haie plantée l’an dernier attire des oiseaux que personne ne sait nommer.",
            "Put names on what we see from the window. Why now: the hedge planted last year draws birds that nobody can name.";
        audience: "Tous les sites, tous les niveaux ; les enfants sont bienvenus aux sorties du samedi.", "Every site, every level; children are welcome on Saturday walks.";
        outside: "Les débats de politique environnementale, qui ont leur propre communauté.", "Debates on environmental policy, which have a community of their own.";
        rules: "On dit « je ne sais pas » sans gêne.\nOn cite sa source.\nOn ne révèle pas l’emplacement des nids.", "Saying “I don’t know” is fine.\nName your source.\nNests stay secret.";
        rituals: "Une devinette en photo chaque lundi, la réponse le vendredi.\nUne sortie d’une heure par mois.", "A picture riddle every Monday, the answer on Friday.\nAn hour’s walk each month.";
        calendar: "Mois 1 : l’inventaire des arbres de la cour.\nMois 2 : une sortie à l’aube au bord de l’eau.\nMois 3 : un petit guide de nos oiseaux, écrit ensemble.", "Month 1: an inventory of the trees in the yard.\nMonth 2: a walk at dawn along the water.\nMonth 3: a small guide to our birds, written together.";
        measures: "Trente espèces reconnues et photographiées.\nChaque site a proposé au moins une sortie.", "Thirty species recognised and photographed.\nEach site has led at least one walk.";
    }
    practice Practice {
        name: "Tenir une équipe", "Leading a team";
        summary: "Entre personnes qui encadrent, on partage ce qui marche et ce qui coince.", "Team leaders sharing what works and what does not.";
        purpose: "Que personne ne résolve seul un problème déjà résolu à côté. Pourquoi maintenant : six personnes ont pris une équipe cette année sans avoir de pair à qui parler.",
            "So that nobody solves alone what was solved next door. Why now: six people took on a team this year with no peer to talk to.";
        audience: "Toute personne qui encadre une équipe, quel que soit le métier ou le site.", "Whoever leads a team, whatever the craft or site.";
        outside: "Les cas personnels reconnaissables, et tout ce qui relève des ressources humaines.", "Recognisable personal cases, and anything that belongs to human resources.";
        rules: "Ce qui se dit ici ne nomme personne.\nOn pose des questions avant de donner des conseils.\nOn raconte aussi ses ratés.", "What is said here names nobody.\nAsk before you advise.\nTell your failures too.";
        rituals: "Un cas pratique toutes les deux semaines, quarante-cinq minutes.\nUne question ouverte chaque mercredi.", "A case study every other week, forty-five minutes.\nAn open question every Wednesday.";
        calendar: "Mois 1 : recueillir les dix questions qui reviennent.\nMois 2 : trois binômes s’observent une demi-journée.\nMois 3 : une fiche commune sur l’accueil d’une nouvelle personne.", "Month 1: gather the ten questions that keep coming back.\nMonth 2: three pairs shadow each other for half a day.\nMonth 3: a shared sheet on welcoming somebody new.";
        measures: "Huit questions sur dix reçoivent une réponse sous trois jours.\nChaque membre a changé une habitude et peut dire laquelle.", "Eight questions out of ten are answered within three days.\nEach member has changed one habit and can say which.";
    }
    project Project {
        name: "Un seul bon de livraison", "One delivery note";
        summary: "Passer de quatre formulaires à un, avec celles et ceux qui les remplissent.", "From four forms to one, with the people who fill them in.";
        purpose: "Remplacer quatre bons de livraison par un seul, lisible au quai. Pourquoi maintenant : le contrat d’impression se termine en juin.",
            "Replace four delivery notes by one that can be read on the dock. Why now: the printing contract ends in June.";
        audience: "Les équipes du quai, des commandes et de la facturation, et quiconque a déjà cherché un bon perdu.", "Dock, orders and billing teams, and whoever has ever looked for a lost note.";
        outside: "Le choix du logiciel, décidé ailleurs ; les tarifs des transporteurs.", "The choice of software, decided elsewhere; carriers’ prices.";
        rules: "Une décision est écrite le jour même.\nQui fait le travail a le dernier mot sur le formulaire.\nUne réunion a une heure de fin.", "A decision is written down the same day.\nWhoever does the work has the last word on the form.\nA meeting has an end time.";
        rituals: "Un point debout de quinze minutes le lundi.\nUne démonstration au quai le dernier jeudi du mois.", "A fifteen-minute stand-up on Mondays.\nA demonstration on the dock on the last Thursday of the month.";
        calendar: "Mois 1 : suivre dix livraisons de bout en bout.\nMois 2 : essayer un brouillon sur une ligne.\nMois 3 : corriger, puis l’ouvrir à tout le quai.", "Month 1: follow ten deliveries from end to end.\nMonth 2: try a draft on one line.\nMonth 3: correct it, then open it to the whole dock.";
        measures: "Un seul formulaire est imprimé en juin.\nLe temps de saisie est divisé par deux, mesuré sur vingt livraisons.", "A single form is printed in June.\nEntry time is halved, measured on twenty deliveries.";
    }
    transversal Transversal {
        name: "Zéro chute perdue", "No scrap lost";
        summary: "Donner une deuxième vie à ce que nos ateliers jettent.", "A second life for what our workshops throw away.";
        purpose: "Réduire nos déchets en faisant circuler ce qui peut servir ailleurs. Pourquoi maintenant : la benne a débordé trois fois cet hiver, et nous achetons ce que d’autres jettent.",
            "Cut our waste by passing on what others can use. Why now: the skip overflowed three times this winter, and we buy what others throw away.";
        audience: "Tous les services ; au moins une personne relais par atelier.", "Every department; at least one contact in each workshop.";
        outside: "Le tri à la maison, et la chasse aux coupables.", "Recycling at home, and finding somebody to blame.";
        rules: "On mesure avant de proposer.\nUne idée commence petit, sur un seul atelier.\nOn remercie qui trie.", "Measure before you propose.\nAn idea starts small, in one workshop.\nThank those who sort.";
        rituals: "Une pesée le premier vendredi du mois.\nUne annonce « à donner » dès qu’un lot se libère.", "A weigh-in on the first Friday of the month.\nA “to give away” notice as soon as a batch is free.";
        calendar: "Mois 1 : peser ce qui part, atelier par atelier.\nMois 2 : ouvrir une étagère d’échange sur chaque site.\nMois 3 : publier les premiers résultats, même modestes.", "Month 1: weigh what leaves, workshop by workshop.\nMonth 2: open a swap shelf on each site.\nMonth 3: publish the first results, however modest.";
        measures: "Dix pour cent de benne en moins en six mois.\nCinq lots par mois trouvent preneur.", "Ten per cent less in the skip within six months.\nFive batches a month find a taker.";
    }
    geographic Geographic {
        name: "La rive gauche", "Left bank";
        summary: "La vie du site de la rive gauche : le bâtiment, les bons plans, les voisins.", "Life on the left bank: the building, good tips, the neighbours.";
        purpose: "Savoir ce qui se passe sur notre site sans avoir à demander à l’accueil. Pourquoi maintenant : la moitié d’entre nous est arrivée depuis le déménagement.",
            "Know what goes on at our site without asking at the front desk. Why now: half of us came after the move.";
        audience: "Les personnes qui travaillent sur le site, et celles qui y passent.", "People who work on the site, and those who pass through.";
        outside: "Les demandes de travaux, qui passent par le guichet des services généraux.", "Requests for repairs, which go to general services.";
        rules: "On signale, on ne râle pas seulement.\nUne annonce a une date de fin.\nOn pense à celles et ceux qui travaillent la nuit.", "Report, do not only grumble.\nA notice has an end date.\nRemember those who work at night.";
        rituals: "Le mot de la semaine chaque lundi matin.\nUn petit déjeuner de site le premier mercredi du mois.", "A word for the week every Monday morning.\nA site breakfast on the first Wednesday of the month.";
        calendar: "Mois 1 : présenter chaque équipe du site en une photo.\nMois 2 : une visite des ateliers entre voisins.\nMois 3 : la carte des bonnes adresses à pied.", "Month 1: introduce each team of the site in one picture.\nMonth 2: neighbours visit each other’s workshops.\nMonth 3: a map of good addresses within walking distance.";
        measures: "Deux personnes sur trois du site en font partie.\nChaque nouvelle personne est saluée dans sa première semaine.", "Two out of three people on site are in it.\nEach newcomer is greeted within their first week.";
    }
    federation Federation {
        name: "Les sports de la maison", "Sports of the house";
        summary: "Les communautés sportives partagent leurs créneaux, leur matériel et leurs grandes dates.", "Sports communities sharing their slots, their gear and their big dates.";
        purpose: "Éviter que cinq groupes réservent le même gymnase le même soir. Pourquoi maintenant : deux communautés sportives sont nées cette année, et le budget est commun.",
            "Keep five groups from booking the same hall on the same evening. Why now: two sports communities were born this year, and the budget is shared.";
        audience: "Les communautés de sport, par deux personnes déléguées chacune.", "Sports communities, two delegates each.";
        outside: "La vie interne de chaque communauté, qui reste maîtresse chez elle.", "The inner life of each community, which stays its own master.";
        rules: "Une communauté, une voix.\nUn désaccord se règle à deux avant de venir ici.\nLes petits groupes choisissent leur créneau en premier.", "One community, one vote.\nTwo settle a disagreement before it comes here.\nSmall groups choose their slot first.";
        rituals: "Une réunion des personnes déléguées par trimestre.\nUn calendrier commun tenu à jour chaque fin de mois.", "A delegates’ meeting each quarter.\nA shared calendar brought up to date at each month’s end.";
        calendar: "Mois 1 : mettre tous les créneaux sur une page.\nMois 2 : une réserve de matériel partagée.\nMois 3 : préparer ensemble une journée du sport.", "Month 1: put all slots on one page.\nMonth 2: a shared store of gear.\nMonth 3: prepare a sports day together.";
        measures: "Aucune double réservation pendant un trimestre.\nTrois communautés organisent une date commune.", "No double booking for a quarter.\nThree communities run a date together.";
    }
}

/// What others might have written on `step`: of this kind, or of each while none is chosen.
#[component]
pub(super) fn Examples(lang: Lang, step: Step, kind: Option<Kind>) -> impl IntoView {
    if step == Step::People {
        return ().into_any();
    }
    let title = match kind {
        Some(kind) => own::example_of(lang, kinds::kind(lang, kind)),
        None => own::an_example(lang).to_owned(),
    };
    let body = match kind {
        Some(kind) => view! { <Parts parts=parts(lang, step, &example(lang, kind)) /> }.into_any(),
        None => Kind::ALL
            .map(|kind| {
                view! {
                    <h3>{kinds::kind(lang, kind)}</h3>
                    <Parts parts=parts(lang, step, &example(lang, kind)) />
                }
            })
            .into_iter()
            .collect_view()
            .into_any(),
    };
    view! {
        <details class="example">
            <summary>{title}</summary>
            <div class="stack">{body}</div>
        </details>
    }
    .into_any()
}

type Part = (&'static str, &'static str);

fn parts(lang: Lang, step: Step, example: &Example) -> Vec<Part> {
    match step {
        Step::Purpose => vec![
            (t::purpose(lang), example.purpose),
            (t::name(lang), example.name),
            (t::summary(lang), example.summary),
        ],
        Step::Audience => vec![(t::audience(lang), example.audience), (t::outside(lang), example.outside)],
        Step::People => Vec::new(),
        Step::Life => vec![
            (t::rules(lang), example.rules),
            (t::rituals(lang), example.rituals),
            (t::calendar(lang), example.calendar),
        ],
        Step::Success => vec![(t::measures(lang), example.measures)],
    }
}

#[component]
fn Parts(parts: Vec<Part>) -> impl IntoView {
    let parts = parts.into_iter().map(|(label, text)| {
        let lines = text.lines().map(|line| view! { <p>{line}</p> }).collect_view();
        view! { <div><dt>{label}</dt><dd>{lines}</dd></div> }
    });
    view! { <dl class="facts-list">{parts.collect_view()}</dl> }
}
