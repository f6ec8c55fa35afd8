//! A house in memory with everybody in it, each in their own browser, and one thing of each kind.

use crate::{
    browser::{Answer, Browser, encoded},
    process::{Serving, serve},
};
use jiff::ToSpan;
use serde_json::Value;
use std::{collections::BTreeMap, io::Cursor, path::Path};

pub const PASSWORD: &str = "trois pommes et un vélo rouge";

/// Who lives there, besides the administrator: see [`crate::roles::Row`].
const PEOPLE: [(&str, &str, &str); 10] = [
    ("manager", "Maud Responsable", "community_manager"),
    ("sponsor", "Sol Marraine", "employee"),
    ("animator", "Ada Animatrice", "employee"),
    ("second", "Bea Animatrice", "employee"),
    ("member", "Zoe Membre", "employee"),
    ("employee", "Eve Ailleurs", "employee"),
    ("driver", "Dan Conducteur", "employee"),
    ("former", "Lou Partie", "employee"),
    ("partner", "Pia Partenaire", "partner"),
    ("guest", "Gus Tisserand", "partner"),
];

pub struct Yard {
    pub serving: Serving,
    people: BTreeMap<&'static str, Browser>,
    ids: BTreeMap<&'static str, String>,
    folder: tempfile::TempDir,
}

/// A house that has closed, to open again and again as it was.
pub struct Kept(Yard);

impl Yard {
    pub fn open() -> Yard {
        Yard::furnished(&["--store", "mem://"])
    }

    /// One that can be kept.
    pub fn open_on_disk() -> Yard {
        Yard::furnished(&[])
    }

    fn furnished(arguments: &[&str]) -> Yard {
        let folder = tempfile::tempdir().unwrap();
        let assets = folder.path().join("assets");
        std::fs::create_dir(&assets).unwrap();
        let serving = serve(&folder.path().join("data"), &assets, arguments);
        let today = jiff::Zoned::now().date();
        let ids = BTreeMap::from([
            ("setup", serving.setup.clone().unwrap()),
            ("unknown", "01ARZ3NDEKTSV4RRFFQ69G5FAV".to_owned()),
            ("day", today.checked_add(3.days()).unwrap().to_string()),
            ("review", today.checked_add(90.days()).unwrap().to_string()),
        ]);
        let people = BTreeMap::from([("nobody", Browser::at(serving.address))]);
        let mut yard = Yard { serving, people, ids, folder };
        yard.move_in();
        yard.open_communities();
        yard.live();
        yard.federate();
        yard.propose();
        // What is said once, and the languages of browsers, are not what these tests are about.
        for browser in yard.people.values_mut() {
            browser.cookies.retain(|name, _| name == "session");
        }
        yard
    }

    /// Closes it as it is.
    pub fn keep(mut self) -> Kept {
        assert!(self.serving.stop().success());
        Kept(self)
    }

    /// A browser of `who`.
    pub fn browser(&self, who: &str) -> Browser {
        self.people.get(who).unwrap_or_else(|| panic!("nobody is {who}")).clone()
    }

    /// `{name}` becomes what has that name.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (name, id) in &self.ids {
            filled = filled.replace(&format!("{{{name}}}"), id);
        }
        assert!(!filled.contains('{'), "{filled}");
        filled
    }

    /// Asks a server function; `fields` as a form sends them.
    pub fn call(&self, who: &str, function: &str, fields: &str) -> Answer {
        self.browser(who).call(function, &self.fill(fields)).unwrap()
    }

    fn answer(&self, who: &str, function: &str, fields: &str) -> Value {
        let answer = self.call(who, function, fields);
        assert_eq!(answer.status, 200, "{function}: {}", answer.text());
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// Sends a form that succeeds; where it leads.
    fn form(&mut self, who: &str, page: &str, fields: &[(&str, &str)]) -> String {
        let page = self.fill(page);
        let filled: Vec<_> = fields.iter().map(|(name, value)| (*name, self.fill(value))).collect();
        let fields: Vec<_> = filled.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = self.people.get_mut(who).unwrap().send(&page, &fields).unwrap();
        assert_eq!(answer.status, 303, "{who} at {page}: {}", answer.text());
        let next = answer.header("location").unwrap().to_owned();
        assert!(!next.starts_with("/sign-in"), "{who} at {page}");
        next
    }

    fn enter(&mut self, who: &'static str) {
        self.people.insert(who, Browser::at(self.serving.address));
    }

    fn move_in(&mut self) {
        self.enter("admin");
        let house = [
            ("token", "{setup}"),
            ("organisation", "Ateliers"),
            ("name", "Alix Directrice"),
            ("email", "admin@exemple.fr"),
            ("password", PASSWORD),
            ("lang", "fr"),
        ];
        self.form("admin", "/setup/{setup}?do=set_up_house", &house);
        let id = text(&self.answer("admin", "my_profile", "x=1"), &["own", "id"]);
        self.ids.insert("admin", id);
        for (who, name, role) in PEOPLE {
            self.invite(name, &format!("{who}@exemple.fr"), role);
            self.enter(who);
            self.form(who, "/join/{token}?do=join_house", &[("token", "{token}"), ("password", PASSWORD)]);
            let id = text(&self.answer(who, "my_profile", "x=1"), &["own", "id"]);
            self.ids.insert(who, id);
        }
        self.invite("Iris Invitee", "iris@exemple.fr", "employee");
        self.form("manager", "/people/{driver}?do=make_reset_link", &[("person", "{driver}")]);
        let offer = self.answer("manager", "reset_offer", "person={driver}");
        self.ids.insert("reset", last(&text(&offer, &["fresh", "address"]), '/'));
    }

    /// Leaves the link's token under `token`.
    fn invite(&mut self, name: &str, email: &str, role: &str) {
        let company = if role == "partner" { "Tisserands" } else { "" };
        let fields = [("name", name), ("email", email), ("role", role), ("company", company)];
        self.form("admin", "/admin/invitations?do=invite_person", &fields);
        let page = self.browser("admin").get("/admin/invitations").unwrap().text();
        let (_, link) = page.split_once("/join/").expect("a fresh link");
        self.ids.insert("token", link.chars().take(43).collect());
    }

    fn open_communities(&mut self) {
        for (name, slug, id, admission, listed) in [
            ("Course du midi", "club", "club_id", "on_request", "yes"),
            ("Projet discret", "secret", "secret_id", "open", "no"),
        ] {
            let fields = [
                ("name", name),
                ("summary", "Une communauté pour essayer."),
                ("kind", "off_work"),
                ("purpose", "Courir ensemble le midi, dehors."),
                ("audience", "Qui veut courir un peu."),
                ("rules", "On attend la dernière personne."),
                ("measures", "Dix personnes par mois."),
                ("review_on", "{review}"),
                ("sponsor", "Sol Marraine"),
                ("animators[0]", "Ada Animatrice"),
                ("animators[1]", "Bea Animatrice"),
                ("admission", admission),
                ("listed", listed),
            ];
            let next = self.form("manager", "/communities/new?do=open_community", &fields);
            let found = next.rsplit('/').next().unwrap().to_owned();
            let view = self.answer("manager", "community_page", &format!("slug={found}"));
            self.ids.insert(slug, found);
            self.ids.insert(id, text(&view, &["id"]));
        }
        for (who, person) in [("member", "{member}"), ("former", "{former}")] {
            let asked = [("community", "{club_id}"), ("charter", "1")];
            self.form(who, "/communities/{club}?do=join_community", &asked);
            let admitted = [("community", "{club_id}"), ("person", person)];
            self.form("animator", "/communities/{club}/members?do=admit_member", &admitted);
        }
        self.form("former", "/communities/{club}/leave?do=leave_community", &[("community", "{club_id}")]);
        for email in ["guest@exemple.fr", "partner@exemple.fr"] {
            let stay = [
                ("community", "{club_id}"),
                ("partner", email),
                ("company", "Tisserands"),
                ("until", "{review}"),
            ];
            self.form("animator", "/communities/{club}/perimeter?do=admit_partner", &stay);
        }
        let ended = [("community", "{club_id}"), ("person", "{partner}")];
        self.form("animator", "/communities/{club}/perimeter?do=end_stay", &ended);
        let change = [
            ("community", "{club_id}"),
            ("base", "1"),
            ("purpose", "Courir ensemble le midi, dehors et dedans."),
            ("audience", "Qui veut courir un peu."),
            ("rules", "On attend la dernière personne."),
            ("measures", "Dix personnes par mois."),
            ("review_on", "{review}"),
            ("reason", "Il pleut."),
        ];
        let next = self.form("member", "/communities/{club}/charter?edit=1&do=amend_charter", &change);
        self.ids.insert("change", last(&next, '/'));
        let put = [
            ("community", "{club_id}"),
            ("question", "Courir le mardi soir aussi ?"),
            ("quorum", "30"),
            ("last_day", "{day}"),
        ];
        let next = self.form("member", "/communities/{club}/decisions/new?do=propose_decision", &put);
        self.ids.insert("decision", last(&next, '/'));
    }

    /// A post with a comment, an event, a ride with a seat asked for, a picture; and what nobody
    /// else knows of, in the unlisted community.
    fn live(&mut self) {
        for (who, community, post) in
            [("member", "{club_id}", "post"), ("animator", "{secret_id}", "hidden_post")]
        {
            self.form(who, "/?do=publish", &[("community", community), ("body", "Qui vient ?")]);
            let feed = self.answer(who, "community_feed", &format!("community={community}"));
            self.ids.insert(post, text(&feed, &["items", "0", "it", "post", "id"]));
        }
        let next = self.form("member", "/posts/{post}?do=comment", &[("post", "{post}"), ("body", "Moi !")]);
        self.ids.insert("comment", last(&next, '-'));
        for (who, kind, name) in [
            ("member", "question", "question"),
            ("member", "idea", "idea"),
            ("animator", "announcement", "news"),
        ] {
            let fields = [("community", "{club_id}"), ("kind", kind), ("body", "Voilà")];
            self.form(who, "/?do=publish", &fields);
            let feed = self.answer(who, "community_feed", "community={club_id}");
            self.ids.insert(name, text(&feed, &["items", "0", "it", "post", "id"]));
        }
        for (anonymous, name) in [("no", "poll"), ("yes", "secret_poll")] {
            let fields = [
                ("community", "{club_id}"),
                ("kind", "poll"),
                ("title", "Quel jour ?"),
                ("poll_options", "Lundi\nMardi"),
                ("poll_anonymous", anonymous),
                ("poll_end_date", "{day}"),
                ("poll_end_time", "18:00"),
            ];
            self.form("member", "/?do=publish", &fields);
            let feed = self.answer("member", "community_feed", "community={club_id}");
            self.ids.insert(name, text(&feed, &["items", "0", "it", "post", "id"]));
            let page = format!("/posts/{{{name}}}?do=vote");
            let post = format!("{{{name}}}");
            self.form("member", &page, &[("post", &post), ("choice", "0")]);
        }
        let waits = [
            ("community", "{club_id}"),
            ("body", "Plus tard"),
            ("later_date", "{day}"),
            ("later_time", "09:00"),
        ];
        self.form("member", "/?do=publish", &waits);
        let waiting = self.answer("member", "scheduled_page", "x=1");
        self.ids.insert("later", text(&waiting, &["posts", "0", "id"]));
        let said = [("post", "{question}"), ("body", "Au parc")];
        let next = self.form("animator", "/posts/{question}?do=comment", &said);
        self.ids.insert("answer", last(&next, '-'));
        for (community, slug, event) in
            [("{club_id}", "{club}", "event"), ("{secret_id}", "{secret}", "hidden_event")]
        {
            let fields = [
                ("community", community),
                ("summary", "Sortie"),
                ("description", ""),
                ("location", "Parc"),
                ("date", "{day}"),
                ("time", "12:00"),
                ("end_date", ""),
                ("end_time", "13:00"),
                ("capacity", "5"),
            ];
            let page = format!("/communities/{slug}/events/new?do=create_event");
            let next = self.form("animator", &page, &fields);
            self.ids.insert(event, last(&next, '/'));
        }
        let offer = [
            ("from", "Vienne (38200)"),
            ("to", "Villeurbanne (69100)"),
            ("date", "{day}"),
            ("time", "07:50"),
            ("seats", "3"),
        ];
        let next = self.form("driver", "/carpool/offer?do=offer_ride", &offer);
        self.ids.insert("ride", last(&next, '/'));
        self.form("member", "/carpool/rides/{ride}?do=book_seat", &[("ride", "{ride}")]);
        let answer = self.publish_file("member", &drawing());
        assert_eq!(answer.status, 303, "{}", answer.text());
        let feed = self.answer("member", "community_feed", "community={club_id}");
        self.ids.insert("picture", text(&feed, &["items", "0", "it", "post", "pictures", "0", "id"]));
        self.ids.insert("pictured", text(&feed, &["items", "0", "it", "post", "id"]));
        let parts =
            [part("community", &self.fill("{club_id}")), file("file", "Plan.csv", b"km;lieu\n5;Parc\n")];
        let answer = self.upload("member", "/?do=publish", &parts);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let feed = self.answer("member", "community_feed", "community={club_id}");
        self.ids.insert("file", text(&feed, &["items", "0", "it", "post", "files", "0", "id"]));
    }

    /// A federation of the two, run by others, with a goal; what was said there, and a post of the unlisted
    /// community that was shared with it.
    fn federate(&mut self) {
        let fields = [
            ("name", "Courses ensemble"),
            ("summary", "Celles qui courent, réunies."),
            ("kind", "federation"),
            ("purpose", "Courir ensemble, entre communautés."),
            ("audience", "Les communautés qui courent."),
            ("rules", "On attend la dernière communauté."),
            ("measures", "Deux sorties communes par an."),
            ("review_on", "{review}"),
            ("sponsor", "Maud Responsable"),
            ("animators[0]", "Bea Animatrice"),
            ("animators[1]", "Dan Conducteur"),
            ("admission", "on_request"),
            ("listed", "yes"),
        ];
        let next = self.form("manager", "/communities/new?do=open_community", &fields);
        let found = next.rsplit('/').next().unwrap().to_owned();
        let view = self.answer("manager", "community_page", &format!("slug={found}"));
        self.ids.insert("union", found);
        self.ids.insert("union_id", text(&view, &["id"]));
        for (id, slug) in [("{club_id}", "{club}"), ("{secret_id}", "{secret}")] {
            let asks = [("community", id), ("other", "{union}")];
            self.form("animator", &format!("/communities/{slug}/federation?do=propose_tie"), &asks);
            let yes =
                [("federation", "{union_id}"), ("community", id), ("side", "federation"), ("answer", "yes")];
            self.form("manager", "/communities/{union}/federation?do=answer_tie", &yes);
        }
        let goal = [("federation", "{union_id}"), ("goal", "Cent personnes au départ")];
        self.form("manager", "/communities/{union}/federation?do=set_goal", &goal);
        let page = self.answer("manager", "federation_page", "slug={union}");
        self.ids.insert("goal", text(&page, &["goals", "0", "goal", "id"]));
        for (who, community, post) in
            [("manager", "{union_id}", "said_above"), ("animator", "{secret_id}", "raised")]
        {
            self.form(who, "/?do=publish", &[("community", community), ("body", "Pour toutes")]);
            let feed = self.answer(who, "community_feed", &format!("community={community}"));
            self.ids.insert(post, text(&feed, &["items", "0", "it", "post", "id"]));
        }
        let share = [("post", "{raised}"), ("federation", "{union_id}")];
        self.form("animator", "/posts/{raised}/share?do=share_post", &share);
    }

    /// A community the member wishes for, sent, and another, begun.
    fn propose(&mut self) {
        let first = [
            ("name", "Potager du quai"),
            ("kind", "off_work"),
            ("purpose", "Cultiver ensemble le quai vide."),
        ];
        let steps: [&[(&str, &str)]; 5] = [
            &[
                ("name", "Potager du quai"),
                ("summary", "Des légumes à la pause."),
                ("kind", "off_work"),
                ("hue", "olive"),
                ("purpose", "Cultiver ensemble le quai vide."),
            ],
            &[("audience", "Qui veut jardiner."), ("admission", "open"), ("listed", "yes")],
            &[
                ("sponsor", "Maud Responsable"),
                ("animators[0]", "Zoe Membre"),
                ("animators[1]", "Eve Ailleurs"),
            ],
            &[("rules", "On range les outils."), ("calendar", "Mois 1 : bêcher.")],
            &[("measures", "Vingt personnes."), ("review_on", "{review}")],
        ];
        for name in ["proposal", "draft"] {
            let next = self.form("member", "/communities/propose?do=start_proposal", &first);
            let id = next.rsplit('/').next().and_then(|rest| rest.split('?').next()).unwrap().to_owned();
            self.ids.insert(name, id);
        }
        for (number, fields) in ["1", "2", "3", "4", "5"].into_iter().zip(steps) {
            let mut fields = fields.to_vec();
            fields.extend([("proposal", "{proposal}"), ("step", number)]);
            self.form("member", "/communities/proposals/{proposal}?do=save_proposal", &fields);
        }
        let sent = [("proposal", "{proposal}")];
        self.form("member", "/communities/proposals/{proposal}?do=send_proposal", &sent);
    }

    /// Posts a file in the closed community.
    pub fn publish_file(&self, who: &str, bytes: &[u8]) -> Answer {
        let parts = [
            part("community", &self.fill("{club_id}")),
            part("alt", "Le parc"),
            file("picture", "parc.png", bytes),
        ];
        self.upload(who, "/?do=publish", &parts)
    }

    /// Sends a form with files, as a page of ours does.
    pub fn upload(&self, who: &str, page: &str, parts: &[Vec<u8>]) -> Answer {
        let headers = [
            ("content-type", "multipart/form-data; boundary=x"),
            ("sec-fetch-site", "same-origin"),
            ("accept", "text/html"),
        ];
        let body = [parts.concat(), b"--x--\r\n".to_vec()].concat();
        self.browser(who).ask("POST", page, &headers, &body).unwrap()
    }
}

impl Kept {
    /// Opens it again, as it was when it was closed.
    pub fn open(&self) -> Yard {
        let folder = tempfile::tempdir().unwrap();
        copy(&self.0.folder.path().join("data"), &folder.path().join("data"));
        let serving = serve(&folder.path().join("data"), &self.0.folder.path().join("assets"), &[]);
        let mut people = self.0.people.clone();
        for browser in people.values_mut() {
            browser.server = serving.address;
        }
        Yard { serving, people, ids: self.0.ids.clone(), folder }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let copied = to.join(entry.file_name());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            copy(&entry.path(), &copied);
        } else if kind.is_file() {
            std::fs::copy(entry.path(), copied).unwrap();
        }
    }
}

/// A text of a form with files.
pub fn part(name: &str, value: &str) -> Vec<u8> {
    format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
}

/// A file of such a form.
pub fn file(field: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let head =
        format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

/// A PNG to send.
pub fn drawing() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(600, 300, |x, y| {
        let shade = u8::try_from((x * 7 + y * 13) % 256).unwrap();
        image::Rgb([shade, 90, 200])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// What stands at `path` in an answer.
fn text(value: &Value, path: &[&str]) -> String {
    let mut found = value;
    for part in path {
        let next = match part.parse::<usize>() {
            Ok(index) => found.get(index),
            Err(_) => found.get(*part),
        };
        found = next.unwrap_or_else(|| panic!("nothing at {path:?} in {value}"));
    }
    found.as_str().unwrap_or_else(|| panic!("no text at {path:?} in {value}")).to_owned()
}

fn last(address: &str, before: char) -> String {
    address.rsplit(before).next().unwrap_or_default().to_owned()
}

/// Fields as a form sends them.
pub fn fields(pairs: &[(&str, &str)]) -> String {
    let encode = |(name, value): &(&str, &str)| format!("{}={}", encoded(name), encoded(value));
    pairs.iter().map(encode).collect::<Vec<_>>().join("&")
}
