//! Which commune is meant by what somebody typed.

use domain::{
    form::{Fault, Reader},
    person::CommuneForm,
};
use gazetteer::Commune;

/// Communes offered when the words fit several.
const OFFERED: usize = 8;

/// The commune meant by `text`: the only one found, or the only one called just that, today or, when
/// none is, formerly. Otherwise those to choose from, namesakes alone when there are some; none when
/// nothing is found.
pub fn resolve_commune(text: &str) -> Result<&'static Commune, Vec<&'static Commune>> {
    let found = gazetteer::search(text, 20);
    if let [only] = found.as_slice() {
        return Ok(only);
    }
    let name = without_figures(text);
    let called = |commune: &&'static Commune| gazetteer::fold(commune.name) == name;
    let was_called = |commune: &&'static Commune| {
        commune.former_names.iter().any(|former| gazetteer::fold(former) == name)
    };
    let today: Vec<&'static Commune> = found.iter().copied().filter(called).collect();
    let formerly: Vec<&'static Commune> = found.iter().copied().filter(was_called).collect();
    match (today.as_slice(), formerly.as_slice()) {
        ([only], _) | ([], [only]) => Ok(*only),
        ([], _) => Err(found.into_iter().take(OFFERED).collect()),
        (namesakes, _) => Err(namesakes.iter().copied().take(OFFERED).collect()),
    }
}

/// The same for a form's field: nothing typed is no commune, and one picked among those offered for
/// these words is the one.
pub fn read_commune(form: &mut Reader, field: &str, typed: &CommuneForm) -> Option<&'static Commune> {
    if typed.text.trim().is_empty() {
        return None;
    }
    let picked = gazetteer::by_code(typed.choice.trim());
    match (resolve_commune(&typed.text), picked) {
        (Err(offered), Some(picked)) if offered.iter().any(|commune| commune.code == picked.code) => {
            Some(picked)
        }
        (Ok(commune), _) => Some(commune),
        (Err(offered), _) => {
            form.fault(field, if offered.is_empty() { Fault::Place } else { Fault::Choice });
            None
        }
    }
}

/// The one commune of that very name.
pub(crate) fn exactly(name: &str) -> Option<&'static Commune> {
    resolve_commune(name).ok().filter(|commune| gazetteer::fold(commune.name) == gazetteer::fold(name))
}

/// The words of a name typed with or without a postcode.
fn without_figures(text: &str) -> String {
    let folded = gazetteer::fold(text);
    let words = folded.split(' ').filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(text: &str) -> Result<&'static str, usize> {
        resolve_commune(text).map(|commune| commune.code).map_err(|offered| offered.len())
    }

    #[test]
    fn a_name_or_a_postcode_is_enough_unless_several_have_it() {
        assert_eq!(resolved("st etienne"), Ok("42218"));
        assert_eq!(resolved("Saint-Étienne (42000)"), Ok("42218"));
        assert_eq!(resolved("Lyon"), Ok("69123"));
        assert_eq!(resolved("lyon 69003"), Ok("69123"));
        assert_eq!(resolved("Saint-Denis 97400"), Ok("97411"));
        assert!(resolved("Saint-Denis").is_err_and(|offered| offered > 1));
        assert!(resolved("vill").is_err_and(|offered| offered > 1));
        assert_eq!(resolved("zzzzzzzz"), Err(0));
    }

    #[test]
    fn a_choice_counts_only_for_the_words_it_was_offered_for() {
        let read = |text: &str, choice: &str| {
            let mut form = Reader::default();
            let typed = CommuneForm { text: text.into(), choice: choice.into() };
            let code = read_commune(&mut form, "commune", &typed).map(|commune| commune.code);
            (code, form.done().err().map(|failure| failure.fields))
        };
        assert_eq!(read("Saint-Denis", "97411"), (Some("97411"), None));
        assert_eq!(read("Lyon", "97411"), (Some("69123"), None));
        assert_eq!(read(" ", "97411"), (None, None));
        assert_eq!(read("Saint-Denis", "69123").1, Some(vec![("commune".into(), Fault::Choice)]));
        assert_eq!(read("zzzzzzzz", "").1, Some(vec![("commune".into(), Fault::Place)]));
    }
}
