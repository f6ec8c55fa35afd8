//! `organisation.toml`, `communes.toml` and `people.toml`.

use serde::Deserialize;

use crate::{
    company::{Commune, Lang, Organisation, Role, Workplace},
    typography,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct House {
    organisation: Organisation,
    pub workplace: Vec<Workplace>,
}

impl House {
    /// The organisation with its texts set.
    pub(super) fn set(&self) -> Organisation {
        let given = &self.organisation;
        Organisation {
            name: given.name.clone(),
            tagline_fr: typography::set(&given.tagline_fr, Lang::Fr),
            tagline_en: typography::set(&given.tagline_en, Lang::En),
            story_fr: typography::set(&given.story_fr, Lang::Fr),
            story_en: typography::set(&given.story_en, Lang::En),
            mail_domain: given.mail_domain.clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Communes {
    pub commune: Vec<Commune>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub person: Vec<WrittenPerson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenPerson {
    pub id: String,
    /// Given name, family name.
    pub name: (String, String),
    pub job: String,
    pub family: String,
    pub at: Option<String>,
    pub employer: Option<String>,
    pub home: Option<String>,
    pub since: u32,
    #[serde(default)]
    pub role: Role,
    #[serde(default)]
    pub account: bool,
    #[serde(default)]
    pub lang: Lang,
    pub bio: Option<String>,
}
