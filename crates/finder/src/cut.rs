//! Texts cut into words while they are indexed, and not before: up to ten thousand documents wait for
//! the writer, and as cut words each would take fifteen times its room.

use crate::terms::{Stems, plain};
use domain::fold::words;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The words as they are, in their order: phrases are found by them.
#[derive(Clone, Copy)]
pub(crate) struct AsTheyAre;

/// The stems of each word, all in its place.
#[derive(Default)]
pub(crate) struct Stemmed(Stems);

impl Clone for Stemmed {
    /// Each writer remembers for itself.
    fn clone(&self) -> Self {
        Stemmed::default()
    }
}

impl Tokenizer for AsTheyAre {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        Tokens::of(words(text).enumerate().map(|(position, (_, word))| (position, plain(word))))
    }
}

impl Tokenizer for Stemmed {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let mut cut = Vec::new();
        for (position, (_, word)) in words(text).enumerate() {
            cut.extend(self.0.of(word).iter().map(|stem| (position, stem.clone())));
        }
        Tokens::of(cut.into_iter())
    }
}

/// Words one after the other.
pub(crate) struct Tokens {
    left: std::vec::IntoIter<(usize, String)>,
    now: Token,
}

impl Tokens {
    fn of(words: impl Iterator<Item = (usize, String)>) -> Tokens {
        Tokens { left: words.collect::<Vec<_>>().into_iter(), now: Token::default() }
    }
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        match self.left.next() {
            Some((position, text)) => {
                self.now = Token { position, text, ..Token::default() };
                true
            }
            None => false,
        }
    }

    fn token(&self) -> &Token {
        &self.now
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(mut tokens: Tokens) -> Vec<(usize, String)> {
        let mut told = Vec::new();
        tokens.process(&mut |token| told.push((token.position, token.text.clone())));
        told
    }

    #[test]
    fn words_keep_their_places() {
        let at = |words: &[(usize, &str)]| -> Vec<(usize, String)> {
            words.iter().map(|(place, word)| (*place, (*word).to_owned())).collect()
        };
        assert_eq!(told(AsTheyAre.token_stream("L’Été, déjà")), at(&[(0, "l"), (1, "ete"), (2, "deja")]));
        let cut = told(Stemmed::default().token_stream("Réunions d’été"));
        assert!(
            cut.contains(&(0, "reunion".to_owned())) && cut.iter().any(|(place, _)| *place == 2),
            "{cut:?}"
        );
        assert!(told(AsTheyAre.token_stream("…")).is_empty());
    }
}
