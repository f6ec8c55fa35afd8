//! Element ids derived from field names, so that a label, a hint, an error and the summary's link
//! agree on them without passing ids around.

/// The id of the control named `name`: `field-` and the name, with anything that has a meaning in a
/// selector or an address turned into a dash.
///
/// ```
/// assert_eq!(app::ui::field_id("places[0].name"), "field-places-0--name");
/// ```
pub fn field_id(name: &str) -> String {
    let safe: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    format!("field-{safe}")
}

/// What `aria-describedby` of the control `id` should say, given what stands around it.
pub(super) fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (true, true) => Some(format!("{id}-error {id}-hint")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}
