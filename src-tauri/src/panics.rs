//! What is printed of a fault of the program's own: where it happened, and never what it was about.
//!
//! Rust's own words for a panic may quote the text at hand, such as one that was cut inside a letter,
//! and what is printed may end in the desktop's journal.

use std::any::Any;
use std::panic;

/// From now on a panic prints its place, and its message only if that stands in the program word for word.
pub fn keep_quiet() {
    panic::set_hook(Box::new(|fault| {
        let place = fault.location().map(ToString::to_string);
        eprintln!(
            "wane-desktop: a fault of the program's own at {}: {}",
            place.as_deref().unwrap_or("an unknown place"),
            fixed_words(fault.payload())
                .unwrap_or("its message is not printed, since it may quote the diary")
        );
    }));
}

/// The message of a panic, if no value was put into it.
fn fixed_words(payload: &(dyn Any + Send)) -> Option<&'static str> {
    payload.downcast_ref::<&'static str>().copied()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn only_what_stands_in_the_program_is_printed() {
        let written = String::from("canary-\u{e9}");
        let by_value = panic::catch_unwind(|| panic!("saved {written}")).unwrap_err();
        assert_eq!(
            fixed_words(&*by_value),
            None,
            "a message with a value in it is withheld"
        );
        let cut = panic::catch_unwind(|| written[..8].to_owned()).unwrap_err();
        assert_eq!(
            fixed_words(&*cut),
            None,
            "Rust quotes a text that is cut inside a letter; that is withheld too"
        );
        let fixed = panic::catch_unwind(|| panic!("two fixed words")).unwrap_err();
        assert_eq!(
            fixed_words(&*fixed),
            Some("two fixed words"),
            "what holds no value helps to find the fault"
        );
    }
}
