//! What the buttons over a text do to it. Places are counted in UTF-16 units, as browsers count.

use super::marks::Mark;

/// What takes the place of a stretch of a text, and what of it is selected then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How far before and after what was selected the stretch goes.
    pub back: usize,
    pub ahead: usize,
    pub insert: String,
    /// Where the selection begins in it, and its length.
    pub select: (usize, usize),
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What `mark` does to `selected`, which stands between `before` and `after`. Done twice, it is undone.
pub fn marked(mark: Mark, before: &str, selected: &str, after: &str) -> Change {
    match mark {
        Mark::Bold => around("**", before, selected, after),
        Mark::Italic => around("_", before, selected, after),
        Mark::Code if selected.contains('\n') => fenced(before, selected),
        Mark::Code => around("`", before, selected, after),
        Mark::Link => link(selected),
        Mark::List => lines("- ", before, selected),
        Mark::Quote => lines("> ", before, selected),
    }
}

fn around(sign: &str, before: &str, selected: &str, after: &str) -> Change {
    let length = units(sign);
    if before.ends_with(sign) && after.starts_with(sign) {
        let select = (0, units(selected));
        return Change { back: length, ahead: length, insert: selected.to_owned(), select };
    }
    // A space that was selected with a word stays outside: `** x**` is not bold.
    let word = selected.trim();
    let (lead, tail) = match selected.find(word).filter(|_| !word.is_empty()) {
        Some(start) => selected.split_at(start),
        None => ("", selected),
    };
    let tail = tail.get(word.len()..).unwrap_or_default();
    let insert = format!("{lead}{sign}{word}{sign}{tail}");
    Change { back: 0, ahead: 0, insert, select: (units(lead) + length, units(word)) }
}

fn fenced(before: &str, selected: &str) -> Change {
    let start = if before.is_empty() || before.ends_with('\n') { "```\n" } else { "\n```\n" };
    let end = if selected.ends_with('\n') { "```\n" } else { "\n```\n" };
    let insert = format!("{start}{selected}{end}");
    Change { back: 0, ahead: 0, insert, select: (units(start), units(selected)) }
}

fn link(selected: &str) -> Change {
    const TO: &str = "https://";
    if selected.starts_with("https://") || selected.starts_with("http://") {
        return Change { back: 0, ahead: 0, insert: format!("[]({selected})"), select: (1, 0) };
    }
    let insert = format!("[{selected}]({TO})");
    let select = if selected.is_empty() { (1, 0) } else { (units(selected) + 3, units(TO)) };
    Change { back: 0, ahead: 0, insert, select }
}

fn lines(sign: &str, before: &str, selected: &str) -> Change {
    let begun = before.rsplit('\n').next().unwrap_or_default();
    let whole = format!("{begun}{selected}");
    let undo = whole.split('\n').all(|line| line.starts_with(sign));
    let each = |line: &str| match undo {
        true => line.strip_prefix(sign).unwrap_or(line).to_owned(),
        false => format!("{sign}{line}"),
    };
    let insert = whole.split('\n').map(each).collect::<Vec<_>>().join("\n");
    let length = units(&insert);
    // With nothing selected one goes on writing at the end of the line.
    let select = if selected.is_empty() { (length, 0) } else { (0, length) };
    Change { back: units(begun), ahead: 0, insert, select }
}

/// The name being typed right before the caret, after an `@` that begins a word.
pub fn asked(before: &str) -> Option<&str> {
    let (head, name) = before.rsplit_once('@')?;
    let begins =
        head.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '@' | '.' | '_' | '/'));
    let few = name.chars().count() <= 40 && name.split(' ').count() <= 4 && !name.contains(['\n', '[', '(']);
    let starts = name.chars().next().is_some_and(char::is_alphanumeric);
    (begins && few && starts && !name.ends_with("  ")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with what is selected between bars, marked; the same of the outcome.
    fn after(mark: Mark, text: &str) -> String {
        let parts: Vec<_> = text.split('|').collect();
        let (before, selected, after) = (parts[0], parts[1], parts[2]);
        let change = marked(mark, before, selected, after);
        let head: String =
            String::from_utf16(&before.encode_utf16().collect::<Vec<_>>()[..units(before) - change.back])
                .unwrap();
        let tail: String =
            String::from_utf16(&after.encode_utf16().skip(change.ahead).collect::<Vec<_>>()).unwrap();
        let insert: Vec<u16> = change.insert.encode_utf16().collect();
        let (from, to) = (change.select.0, change.select.0 + change.select.1);
        let piece = |units: &[u16]| String::from_utf16(units).unwrap();
        format!(
            "{head}{}|{}|{}{tail}",
            piece(&insert[..from]),
            piece(&insert[from..to]),
            piece(&insert[to..])
        )
    }

    #[test]
    fn a_mark_is_put_and_taken_back() {
        for (mark, text, marked) in [
            (Mark::Bold, "un |mot| vif", "un **|mot|** vif"),
            (Mark::Bold, "un **|mot|** vif", "un |mot| vif"),
            (Mark::Bold, "un| mot |vif", "un **|mot|** vif"),
            (Mark::Italic, "||", "_||_"),
            (Mark::Code, "|a|", "`|a|`"),
            (Mark::Code, "x|a\nb|", "x\n```\n|a\nb|\n```\n"),
            (Mark::Link, "|ici|", "[ici](|https://|)"),
            (Mark::Link, "|https://x.fr|", "[||](https://x.fr)"),
            (Mark::Link, "||", "[||](https://)"),
            (Mark::List, "un\nde|ux\ntrois|", "un\n|- deux\n- trois|"),
            (Mark::List, "un\n- de|ux\n- trois|", "un\n|deux\ntrois|"),
            (Mark::Quote, "dit||", "> dit||"),
            (Mark::Bold, "👩 |é👩|", "👩 **|é👩|**"),
        ] {
            assert_eq!(after(mark, text), marked, "{mark:?} {text}");
        }
    }

    #[test]
    fn a_name_is_asked_for_while_it_is_typed() {
        for (before, name) in [
            ("Merci @Zo", Some("Zo")),
            ("Merci @Zoé Mar", Some("Zoé Mar")),
            ("zoe@exemple", None),
            ("@", None),
            ("@Zoé\nMartin", None),
            ("@[Zoé](person", None),
            ("@Zoé et moi allons au parc", None),
        ] {
            assert_eq!(asked(before), name, "{before}");
        }
    }
}
