//! The organisation, where it works, and its people.

use super::Lang;

/// The company itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name: String,
    pub tagline_fr: String,
    pub tagline_en: String,
    /// A few paragraphs in Markdown.
    pub story_fr: String,
    pub story_en: String,
    /// Reserved domain, never deliverable.
    pub mail_domain: String,
}

/// A place of work.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workplace {
    pub slug: String,
    pub name: String,
    pub about: String,
    /// Invented street, real commune.
    pub address: String,
    pub insee: String,
    pub commune: String,
    pub lon: f64,
    pub lat: f64,
    /// The main workplace; exactly one.
    #[serde(default)]
    pub main: bool,
}

/// A real commune, by its INSEE code, with a point near its centre.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commune {
    pub insee: String,
    pub name: String,
    pub lon: f64,
    pub lat: f64,
}

/// What someone may do in the organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    #[default]
    Employee,
    CommunityManager,
    Administrator,
    Partner,
}

/// Somebody who does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Stable, ASCII, unique: `camille`, `noor`… Also the sign-in name.
    pub login: String,
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub role: Role,
    pub job_title: String,
    pub job_family: String,
    /// Index into [`super::Company::workplaces`]; none for partners.
    pub workplace: Option<usize>,
    /// The partner's own company.
    pub employer: Option<String>,
    /// INSEE code, for those who gave it; listed in [`super::Company::communes`].
    pub home_insee: Option<String>,
    pub bio: Option<String>,
    /// Preferred language, and that of the biography.
    pub lang: Lang,
    /// Days between arrival in the company and the load.
    pub arrived_days_ago: u32,
    /// For `portrait(seed)`; none for those who chose no picture.
    pub portrait_seed: Option<u64>,
    /// One of the accounts shown on the sign-in page of a demonstration.
    pub ready_made: bool,
}

impl Person {
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}
