//! What a column can hold, and the headers HR tools give it.

use serde::{Deserialize, Serialize};

use crate::{fold::fold, lang::Lang};

/// What is read of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Work address; required.
    Email,
    /// First name; required.
    GivenName,
    /// Last name in use; required.
    FamilyName,
    /// What the person does.
    JobTitle,
    /// The craft the job belongs to.
    JobFamily,
    /// Where the person works.
    Workplace,
    /// The team, or else the service or the department.
    Team,
    /// Language of the interface.
    Lang,
    /// First day.
    Arrives,
    /// Last day.
    Leaves,
}

/// How a header is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The field, and how precise its header is: 0 is preferred to 1.
    Read(Field, usize),
    /// Known, and on purpose never kept.
    Dropped,
    /// Unknown.
    Ignored,
}

impl Field {
    /// The columns a sheet cannot do without.
    pub(crate) const REQUIRED: [Self; 3] = [Self::GivenName, Self::FamilyName, Self::Email];

    /// The name of the field, as a header that would be recognised.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Email => lang.pick("Adresse e-mail", "Email"),
            Self::GivenName => lang.pick("Prénom", "First name"),
            Self::FamilyName => lang.pick("Nom", "Last name"),
            Self::JobTitle => lang.pick("Fonction", "Job title"),
            Self::JobFamily => lang.pick("Famille de métier", "Job family"),
            Self::Workplace => lang.pick("Lieu de travail", "Workplace"),
            Self::Team => lang.pick("Équipe", "Team"),
            Self::Lang => lang.pick("Langue", "Language"),
            Self::Arrives => lang.pick("Date d’entrée", "Start date"),
            Self::Leaves => lang.pick("Date de sortie", "End date"),
        }
    }
}

impl Meaning {
    /// Understands a header whatever its case, accents, blanks and punctuation. A remark in
    /// brackets, as in « Date d’entrée (jj/mm/aaaa) », is not part of it.
    pub(crate) fn of(header: &str) -> Self {
        let header = fold(header.split('(').next().unwrap_or_default());
        let known = header.as_str();
        for (field, ranks) in READ {
            if let Some(rank) = ranks.iter().position(|names| names.contains(&known)) {
                return Self::Read(*field, rank);
            }
        }
        if DROPPED.contains(&known) { Self::Dropped } else { Self::Ignored }
    }
}

/// Folded headers of each field, the most precise first. Two columns of one rank are a
/// duplicate; of two ranks, the first is read.
#[rustfmt::skip]
const READ: &[(Field, &[&[&str]])] = &[
    (Field::Email, &[
        &["emailprofessionnel", "emailpro", "mailprofessionnel", "mailpro", "courrielprofessionnel",
          "adresseemailprofessionnelle", "adressemailprofessionnelle", "adresseprofessionnelle",
          "workemail", "workemailaddress", "businessemail", "professionalemail", "companyemail"],
        &["email", "mail", "courriel", "adresseemail", "adressemail", "adressecourriel", "adressedecourriel",
          "adresseelectronique", "adressedemessagerie", "mel", "emailaddress", "mailaddress"],
    ]),
    (Field::GivenName, &[
        &["prenomusuel", "prenomdusage", "preferredname", "preferredfirstname"],
        &["prenom", "firstname", "givenname", "forename"],
        &["prenoms", "givennames"],
    ]),
    (Field::FamilyName, &[
        &["nomdusage", "nomusage", "nomusuel"],
        &["nom", "nomdefamille", "nomfamille", "lastname", "surname", "familyname"],
        &["name"],
    ]),
    (Field::JobTitle, &[
        &["fonction", "intituledeposte", "intituleduposte", "intituleposte", "libelleposte", "libelleduposte",
          "jobtitle"],
        &["poste", "position", "job"],
        &["emploi", "intituledelemploi", "libelleemploi"],
    ]),
    (Field::JobFamily, &[
        &["familledemetier", "familledemetiers", "famillemetier", "famillemetiers", "familleprofessionnelle",
          "jobfamily"],
        &["metier", "filiere", "filieremetier", "craft"],
    ]),
    (Field::Workplace, &[
        &["lieudetravail", "lieutravail", "sitedetravail", "siteprincipal", "workplace", "worklocation", "worksite"],
        &["site", "lieu", "localisation", "implantation", "location", "office"],
        &["etablissement", "establishment"],
    ]),
    (Field::Team, &[
        &["equipe", "team"],
        &["service", "unite", "pole", "unit"],
        &["direction", "departement", "department", "division"],
    ]),
    (Field::Lang, &[
        &["langue", "langueparlee", "languedinterface", "languepreferee", "language", "preferredlanguage", "lang",
          "locale"],
    ]),
    (Field::Arrives, &[
        &["datedentree", "dateentree", "datedarrivee", "datearrivee", "entree", "arrivee", "entreele", "arriveele",
          "startdate", "arrivaldate", "joiningdate", "joindate"],
        &["datedembauche", "dateembauche", "embauche", "hiredate", "hiringdate", "dateofhire"],
        &["datedebut", "datededebut", "debutdecontrat", "datededebutdecontrat", "datedebutcontrat",
          "contractstart", "contractstartdate"],
    ]),
    (Field::Leaves, &[
        &["datedesortie", "datesortie", "datededepart", "datedepart", "sortie", "depart", "leavedate", "leavingdate",
          "departuredate", "enddate", "lastday", "terminationdate"],
        &["findecontrat", "datedefindecontrat", "datefincontrat", "datefindecontrat", "fincontrat", "datefin",
          "datedefin", "contractend", "contractenddate"],
    ]),
];

/// Folded headers of what HR knows and a community platform has no use for.
#[rustfmt::skip]
const DROPPED: &[&str] = &[
    "matricule", "numeromatricule", "identifiant", "identifiantsalarie", "numerosalarie", "employeeid",
    "employeenumber", "staffid", "staffnumber",
    "statut", "status", "categorie", "categoriesocioprofessionnelle", "csp", "coefficient", "contrat",
    "typedecontrat", "naturedecontrat", "contracttype", "tempsdetravail",
    "commune", "communederesidence", "ville", "codepostal", "cp", "adresse", "adressepersonnelle",
    "adressepostale", "pays", "city", "town", "postcode", "postalcode", "zip", "zipcode", "address",
    "homeaddress", "country",
    "emailpersonnel", "mailpersonnel", "courrielpersonnel", "emailperso", "mailperso", "personalemail",
    "telephone", "telephonepersonnel", "portable", "mobile", "phone", "phonenumber",
    "civilite", "sexe", "genre", "gender", "sex", "nationalite", "nationality", "datedenaissance",
    "datenaissance", "lieudenaissance", "nomdenaissance", "nomdejeunefille", "birthdate", "dateofbirth",
    "birthname", "maidenname", "nir", "numerodesecuritesociale", "numerosecuritesociale", "salaire", "salary",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_header_is_folded_and_stands_once() {
        let mut all: Vec<&str> = READ
            .iter()
            .flat_map(|(_, ranks)| ranks.iter().copied().flatten().copied())
            .chain(DROPPED.iter().copied())
            .collect();
        for name in &all {
            assert_eq!(fold(name), *name);
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn labels_are_headers_we_read() {
        for (field, _) in READ {
            for lang in [Lang::Fr, Lang::En] {
                assert!(matches!(Meaning::of(field.label(lang)), Meaning::Read(read, _) if read == *field));
            }
        }
    }

    #[test]
    fn headers() {
        for (header, field) in [
            ("prénom", Field::GivenName),
            ("PRENOM", Field::GivenName),
            ("First_Name", Field::GivenName),
            ("nom", Field::FamilyName),
            ("Nom de famille", Field::FamilyName),
            ("Nom d’usage", Field::FamilyName),
            ("surname", Field::FamilyName),
            ("adresse e-mail", Field::Email),
            ("email", Field::Email),
            ("E-Mail *", Field::Email),
            ("Courriel", Field::Email),
            ("mail professionnel", Field::Email),
            ("fonction", Field::JobTitle),
            ("poste", Field::JobTitle),
            ("intitulé du poste", Field::JobTitle),
            ("famille de métier", Field::JobFamily),
            ("métier", Field::JobFamily),
            ("site", Field::Workplace),
            ("lieu de travail", Field::Workplace),
            ("établissement", Field::Workplace),
            ("service", Field::Team),
            ("direction", Field::Team),
            ("équipe", Field::Team),
            ("langue", Field::Lang),
            ("Date d'entrée (jj/mm/aaaa)", Field::Arrives),
            ("date d'embauche", Field::Arrives),
            ("date de sortie", Field::Leaves),
            ("Fin de contrat", Field::Leaves),
        ] {
            assert!(matches!(Meaning::of(header), Meaning::Read(read, _) if read == field), "{header}");
        }
        for header in ["Matricule", "commune", "Code postal", "statut", "e-mail personnel"] {
            assert_eq!(Meaning::of(header), Meaning::Dropped, "{header}");
        }
        for header in ["Pointure", ""] {
            assert_eq!(Meaning::of(header), Meaning::Ignored, "{header}");
        }
    }
}
