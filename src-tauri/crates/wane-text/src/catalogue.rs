//! From a message's id and its arguments to a sentence.

use std::{collections::BTreeMap, fmt, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use crate::languages::{Language, en::ENGLISH};

/// What a variable of a message is filled with.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Put in as it stands.
    Text(String),
    /// A number: it can also choose between the singular and plural forms of a message.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Arg::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Arg::Text(value)
    }
}

impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Arg::Text(value.clone())
    }
}

macro_rules! from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(value: $number) -> Self {
                // Counts and minutes are far below 2^53, where every whole number has its own f64.
                Arg::Number(value as f64)
            }
        }
    )*};
}
from_number!(u8, u16, u32, u64, usize, i32, i64, f64);

/// Where one message stands, and its syntax tree.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The file it was read from.
    pub(crate) file: &'static str,
    /// Its pattern; `None` for a message that has attributes only.
    pub(crate) value: Option<ast::Pattern<&'static str>>,
}

/// Something wrong with a catalogue file; the tests hold that no shipped catalogue has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: &'static str,
    /// What is wrong, for the person who writes catalogues.
    pub what: String,
}

/// All messages of one language.
///
/// It can be shared between threads.
pub struct Catalogue {
    language: &'static Language,
    bundle: FluentBundle<FluentResource>,
    pub(crate) entries: BTreeMap<&'static str, Entry>,
    pub(crate) terms: BTreeMap<&'static str, ast::Pattern<&'static str>>,
    faults: Vec<Fault>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Catalogue({}, {} messages)",
            self.language.tag,
            self.entries.len()
        )
    }
}

impl Catalogue {
    /// The English catalogue, read once.
    pub fn english() -> &'static Catalogue {
        static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(&ENGLISH));
        &CATALOGUE
    }

    /// Reads the catalogue of `language`.
    ///
    /// A broken entry is left out and named by [`Catalogue::faults`]; the rest stays usable.
    pub fn read(language: &'static Language) -> Catalogue {
        let locale: LanguageIdentifier = language.tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolating marks would be visible boxes in places that do not lay out two directions, such as SVG titles.
        bundle.set_use_isolating(false);
        let mut catalogue = Catalogue {
            language,
            bundle,
            entries: BTreeMap::new(),
            terms: BTreeMap::new(),
            faults: Vec::new(),
        };
        for (file, source) in language.files {
            catalogue.add(file, source);
        }
        catalogue
    }

    fn add(&mut self, file: &'static str, source: &'static str) {
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                self.faults.extend(errors.iter().map(|error| {
                    let line = source[..error.pos.start.min(source.len())].lines().count();
                    Fault {
                        file,
                        what: format!("line {line}: {error}"),
                    }
                }));
                resource
            }
        };
        if let Err(errors) = self.bundle.add_resource(resource) {
            self.faults.extend(errors.iter().map(|error| Fault {
                file,
                what: error.to_string(),
            }));
        }
        let tree = match fluent_syntax::parser::parse(source) {
            Ok(tree) | Err((tree, _)) => tree,
        };
        for entry in tree.body {
            match entry {
                ast::Entry::Message(message) => {
                    if !message.attributes.is_empty() {
                        let what = format!(
                            "{} has attributes; every text is a message of its own",
                            message.id.name
                        );
                        self.faults.push(Fault { file, what });
                    }
                    // The bundle keeps the first of two messages with one id, and so does the table.
                    self.entries.entry(message.id.name).or_insert(Entry {
                        file,
                        value: message.value,
                    });
                }
                ast::Entry::Term(term) => {
                    self.terms.entry(term.id.name).or_insert(term.value);
                }
                _ => {}
            }
        }
    }

    /// The language of this catalogue.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// What is wrong with the files; empty for every catalogue that ships.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether there is a message `id`.
    pub fn has(&self, id: &str) -> bool {
        self.entries.contains_key(id)
    }

    /// Every id, in alphabetical order.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.entries.keys().copied()
    }

    /// The file of the catalogue in which message `id` stands.
    pub fn file_of(&self, id: &str) -> Option<&'static str> {
        self.entries.get(id).map(|entry| entry.file)
    }

    /// The sentence of message `id` with its variables filled in from `args`.
    ///
    /// An unknown id comes back as `⟦id⟧`, so that a slip is visible and findable instead of a crash.
    /// A variable without an argument stays as `{$name}`.
    pub fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return format!("⟦{id}⟧");
        };
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value: FluentValue = match arg {
                Arg::Text(text) => text.as_str().into(),
                Arg::Number(number) => (*number).into(),
            };
            filled.set(*name, value);
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&filled), &mut errors)
            .into_owned()
    }
}
