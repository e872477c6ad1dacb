//! The attributes of a tag, whether it is well-formed or not.

use std::borrow::Cow;

use memchr::memchr;

/// A tag that was read.
pub(super) struct Tag<'t, const N: usize> {
    /// The values of the attributes that were asked for, as they stand there; of two of one name the first counts.
    pub(super) values: [Option<&'t [u8]>; N],
    /// Whether it has no content of its own.
    pub(super) is_closed: bool,
}

/// From where to where in a tag a value stands; short, since every record copies as many as attributes are asked for.
type Place = (u32, u32);

/// Where a tag ends, and where in it the values are that were asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Places<const N: usize> {
    values: [Option<Place>; N],
    end: usize,
    is_closed: bool,
}

impl<const N: usize> Places<N> {
    /// Of what follows a `<`, at most 4 GiB of it, in one walk; `None` if the tag does not end in it.
    pub(super) fn of(rest: &[u8], names: &[&str; N]) -> Option<Self> {
        Walk::new(rest, names).finish(|_| {})
    }

    /// Where its `>` stands.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// The tag, of the text in which the places were found.
    pub(super) fn within(self, text: &[u8]) -> Tag<'_, N> {
        Tag {
            values: self
                .values
                .map(|place| place.map(|(from, to)| &text[from as usize..to as usize])),
            is_closed: self.is_closed,
        }
    }
}

/// A walk through a tag, from attribute to attribute.
///
/// A `>` between quotation marks is part of a value, and so is the other kind of quotation mark.
struct Walk<'t, const N: usize> {
    rest: &'t [u8],
    names: &'t [&'t str; N],
    values: [Option<Place>; N],
    at: usize,
    /// Where the value before ended; the beginning, if there was none.
    since: usize,
}

/// A value that begins.
#[derive(Debug, Clone, Copy)]
struct Opened {
    /// The place among the names that were asked for.
    name: Option<usize>,
    quote: u8,
    /// Behind the quotation mark.
    from: usize,
}

impl<'t, const N: usize> Walk<'t, N> {
    fn new(rest: &'t [u8], names: &'t [&'t str; N]) -> Self {
        Walk {
            rest,
            names,
            values: [None; N],
            at: 0,
            since: 0,
        }
    }

    /// Goes to the end of the tag, and says of every attribute when its value begins.
    fn finish(mut self, mut says: impl FnMut((&Self, &[u8], Opened))) -> Option<Places<N>> {
        loop {
            let stop = |byte: &u8| matches!(byte, b'=' | b'>' | b'"' | b'\'');
            let here = self.at + self.rest[self.at..].iter().position(stop)?;
            match self.rest[here] {
                b'>' => {
                    return Some(Places {
                        values: self.values,
                        end: here,
                        is_closed: self.rest[..here].trim_ascii_end().ends_with(b"/"),
                    });
                }
                b'=' => {
                    let after = &self.rest[here + 1..];
                    let blanks = after.iter().take_while(|byte| byte.is_ascii_whitespace());
                    let opens = here + 1 + blanks.count();
                    let Some(&quote @ (b'"' | b'\'')) = self.rest.get(opens) else {
                        self.at = here + 1;
                        continue;
                    };
                    let key = last_word(&self.rest[self.at..here]);
                    let opened = Opened {
                        name: self.names.iter().position(|name| name.as_bytes() == key),
                        quote,
                        from: opens + 1,
                    };
                    says((&self, key, opened));
                    self.take(opened)?;
                }
                // A value without a name.
                quote => self.at = here + 1 + memchr(quote, &self.rest[here + 1..])? + 1,
            }
        }
    }

    /// Takes a value and goes behind it.
    fn take(&mut self, opened: Opened) -> Option<()> {
        let to = opened.from + memchr(opened.quote, &self.rest[opened.from..])?;
        if let Some(place) = opened.name {
            self.values[place] = self.values[place].or(Some((opened.from as u32, to as u32)));
        }
        self.at = to + 1;
        self.since = self.at;
        Some(())
    }
}

/// The last word of what stands before a `=`.
fn last_word(text: &[u8]) -> &[u8] {
    let text = text.trim_ascii_end();
    let begins = text.iter().rposition(u8::is_ascii_whitespace);
    begins.map_or(text, |at| &text[at + 1..])
}

/// So many beginnings are remembered: those of what a phone and a watch write all day.
const REMEMBERED: usize = 16;

/// A tag's text as far as its first time, and what the walk had found by then.
struct Beginning<const N: usize> {
    text: Vec<u8>,
    values: [Option<Place>; N],
    opened: Opened,
    /// What stood between that time and the next value, between that one and the one after it, and so on.
    follow: Vec<Between>,
}

/// The text from the end of a value to the beginning of the next one, and what it opens.
struct Between {
    text: Vec<u8>,
    name: Option<usize>,
    quote: u8,
}

/// The beginnings of tags that were read before.
///
/// Of a watch's hundred thousand records of one kind all are the same up to the time at which they were written, which
/// is most of a record, and what stands between the values that follow is the same too. A walk depends on nothing but
/// the text, so where the text is the same it can go on from where an earlier one had come to.
pub(super) struct Beginnings<const N: usize> {
    names: [&'static str; N],
    /// The value that ends a beginning is of the first of these attributes.
    times: &'static [&'static str],
    /// The one that was of use last stands first.
    known: Vec<Beginning<N>>,
}

impl<const N: usize> Beginnings<N> {
    pub(super) fn new(names: [&'static str; N], times: &'static [&'static str]) -> Self {
        Beginnings {
            names,
            times,
            known: Vec::new(),
        }
    }

    /// As [`Places::of`].
    pub(super) fn places(&mut self, rest: &[u8]) -> Option<Places<N>> {
        let alike = |known: &Beginning<N>| rest.starts_with(&known.text);
        if let Some(at) = self.known.iter().position(alike) {
            let beginning = &self.known[at];
            let mut walk = Walk::new(rest, &self.names);
            walk.values = beginning.values;
            walk.take(beginning.opened)?;
            for between in &beginning.follow {
                if !rest[walk.at..].starts_with(&between.text) {
                    break;
                }
                walk.take(Opened {
                    name: between.name,
                    quote: between.quote,
                    from: walk.at + between.text.len(),
                })?;
            }
            let places = walk.finish(|_| {});
            if at > 0 {
                self.known.swap(at, at - 1);
            }
            return places;
        }
        let mut learnt: Option<Beginning<N>> = None;
        let walk = Walk::new(rest, &self.names);
        let places = walk.finish(|(walk, key, opened)| {
            if let Some(beginning) = &mut learnt {
                beginning.follow.push(Between {
                    text: walk.rest[walk.since..opened.from].to_owned(),
                    name: opened.name,
                    quote: opened.quote,
                });
            } else if self.times.iter().any(|time| time.as_bytes() == key) {
                learnt = Some(Beginning {
                    text: walk.rest[..opened.from].to_owned(),
                    values: walk.values,
                    opened,
                    follow: Vec::new(),
                });
            }
        });
        let is_short = |one: &Beginning<N>| one.bytes() <= MOST;
        if let Some(beginning) = learnt.filter(|one| places.is_some() && is_short(one)) {
            self.known.truncate(REMEMBERED - 1);
            self.known.insert(0, beginning);
        }
        places
    }
}

impl<const N: usize> Beginning<N> {
    /// How much text is remembered, each piece of which is a little more than its letters.
    fn bytes(&self) -> usize {
        let follow = self.follow.iter().map(|between| between.text.len() + 32);
        self.text.len() + follow.sum::<usize>()
    }
}

/// Longer beginnings are not remembered, in bytes.
const MOST: usize = 4096;

/// A value as it is meant, with the entities of XML itself undone.
pub(super) fn meant(value: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(value);
    if text.contains('&') {
        Cow::Owned(unescaped(&text))
    } else {
        text
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.find(';').filter(|end| *end <= 10);
        let known = entity.and_then(|end| Some((end, entity_char(&rest[1..end])?)));
        match known {
            Some((end, one)) => {
                plain.push(one);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn entity_char(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_memory_of_other_tags_changes_what_is_found(
            tags in prop::collection::vec("Record( {0,2}(a|written|start|value)?=?[\"']?[xy>'= ]{0,2}[\"']){0,5} ?/?>?", 1..20)
        ) {
            let names = ["a", "start", "value"];
            let mut beginnings = Beginnings::new(names, &["written", "start"]);
            for tag in &tags {
                prop_assert_eq!(beginnings.places(tag.as_bytes()), Places::of(tag.as_bytes(), &names), "{}", tag);
            }
        }
    }

    #[test]
    fn attributes_are_read_as_they_stand() {
        let tag = b"Record type=\"a\" name='it''s' lost= x = \"&lt;&amp;&#65;&#x42;&bomb;\" type=\"b\" y=\"a>b\"/ >";
        for (name, value) in [
            ("type", Some("a")),
            ("x", Some("<&AB&bomb;")),
            ("y", Some("a>b")),
            ("z", None),
        ] {
            let told = Places::of(tag, &[name]).unwrap().within(tag);
            assert!(told.is_closed);
            assert_eq!(
                told.values[0].map(meant).as_deref(),
                value,
                "attribute {name}"
            );
        }
    }

    #[test]
    fn a_tag_ends_at_the_first_bracket_outside_quotes() {
        let end = |text: &[u8]| Places::of(text, &[]).map(|places| places.end);
        assert_eq!(end(b"a b=\"x>y\" c='>'>rest"), Some(15));
        assert_eq!(end(b"a b=\"x>y"), None, "an open quote goes on");
        assert_eq!(end(b"a"), None);
    }

    #[test]
    fn whoever_has_seen_the_beginning_finds_the_same() {
        let names = ["a", "start", "value"];
        let mut beginnings = Beginnings::new(names, &["written", "start"]);
        for (text, reused) in [
            (
                "Record a=\"1\" written=\"x\" start=\"y\" value=\"2\"/>",
                false,
            ),
            (
                "Record a=\"1\" written=\"xx\" start=\"yy\" value=\"3\">",
                true,
            ),
            ("Record a=\"1\" written=\"x", true),
            ("Record a=\"1\" written=\"x' start='y\" value=\"3\">", true),
            ("Record a=\"1\" written='x' start=\"y\" value=\"3\">", false),
            ("Record a=\"1\" start=\"y\" start=\"z\" value=\"3\">", false),
            (
                "Record a=\"1\" start=\"yyyy\" start=\"z\" value=\"\">",
                true,
            ),
            ("Record a='1\" written=\"x' start=\"y\" value=\"3\">", false),
            // What follows is like it was, or it is not.
            ("Record a=\"1\" written=\"x\" start='y' value=\"2\"/>", true),
            ("Record a=\"1\" written=\"x\" start=\"y\" value='2'/>", true),
            (
                "Record a=\"1\" written=\"x\" start=\"y\" start=\"w\" value=\"2\" />",
                true,
            ),
            ("Record a=\"1\" written=\"x\" value=\"2\"/>", true),
            ("Record a=\"1\" written=\"x\" start=\"y\"", true),
            ("Record a=\"1\" written=\"x\" start=\"y\" value=\"2", true),
            (
                "Record a=\"1\" written=\"x\" start=\"y\" value=\"2\" more=\"4\">",
                true,
            ),
            ("Record>", false),
        ] {
            let rest = text.as_bytes();
            let known = beginnings
                .known
                .iter()
                .any(|one| rest.starts_with(&one.text));
            assert_eq!(known, reused, "the beginning of {text}");
            assert_eq!(beginnings.places(rest), Places::of(rest, &names), "{text}");
        }
        for source in 0..100 {
            let text = format!("Record a=\"{source}\" start=\"y\">");
            beginnings.places(text.as_bytes()).unwrap();
        }
        assert_eq!(beginnings.known.len(), REMEMBERED, "memory has an end");
    }
}
