//! Words and phrases that do not belong in Wane, each with the reason.

/// A family of words or phrases and why it stands here.
#[derive(Debug)]
pub struct Forbidden {
    /// Each is one word or several; a trailing `*` stands for any ending, `{}` for a number or a variable, and `…`
    /// between words for up to three more of the same sentence.
    pub patterns: &'static [&'static str],
    /// Why, and what to write instead where there is something.
    pub why: &'static str,
}

/// Everything that is forbidden.
pub const FORBIDDEN: &[Forbidden] = &[
    Forbidden {
        patterns: &["cause", "causes", "caused", "causing"],
        why: "a diary shows no causes: write “went along with”",
    },
    Forbidden {
        patterns: &[
            "prevent*", "cure", "cures", "cured", "heal", "heals", "healed", "healing",
        ],
        why: "Wane promises no effect on health",
    },
    Forbidden {
        patterns: &[
            "treat",
            "treats",
            "treated",
            "treating",
            "treatment*",
            "therapy",
            "therapies",
            "therapeutic*",
        ],
        why: "Wane is no treatment (medical device wording)",
    },
    Forbidden {
        patterns: &[
            "diagnos*",
            "clinical alert*",
            "risk score*",
            "monitor your",
            "monitors your",
            "dose advice",
        ],
        why: "companion, not clinician (medical device wording)",
    },
    Forbidden {
        patterns: &[
            "relie* … pain",
            "reduc* … pain",
            "pain relief",
            "pain-free",
            "pain free",
            "fix* … pain",
            "kill* … pain",
            "get* rid of … pain",
            "painkilling",
        ],
        why: "no promise that pain will fall",
    },
    Forbidden {
        patterns: &[
            "sleep restriction",
            "sleep-restriction",
            "restrict* your sleep",
        ],
        why: "Wane prescribes no sleep restriction",
    },
    Forbidden {
        patterns: &["must", "have got to", "you should", "you ought"],
        why: "no pressure: say what can be done",
    },
    Forbidden {
        patterns: &[
            "fail", "fails", "failed", "failing", "failure*", "ruin*", "spoil*", "wreck*", "lazy",
        ],
        why: "never blame: say what happened and what was kept",
    },
    Forbidden {
        patterns: &[
            "should have",
            "should've",
            "you forgot",
            "you missed",
            "you didn't",
            "you did not",
            "don't forget",
        ],
        why: "never blame: nothing is required",
    },
    Forbidden {
        patterns: &[
            "streak*",
            "perfect*",
            "score",
            "scores",
            "scored",
            "scoring",
            "badge*",
            "goal reached",
            "well done",
        ],
        why: "no scores and no streaks: consistency is forgiving",
    },
    Forbidden {
        patterns: &[
            "bad night*",
            "bad sleep*",
            "terrible night*",
            "awful night*",
            "worst night*",
            "poor sleeper*",
        ],
        why: "a short night is not an error: say what was different about it",
    },
    Forbidden {
        patterns: &[
            "eight hours",
            "eight-hour",
            "8 hours",
            "8-hour",
            "not enough sleep",
            "too little sleep",
        ],
        why: "no eight-hour line: the user's own usual is the measure",
    },
    Forbidden {
        patterns: &[
            "only {} h",
            "only {} hours",
            "only {} min",
            "only {} minutes",
            "just {} h",
            "just {} hours",
        ],
        why: "a number of the user's own is no threat: leave out “only”",
    },
    Forbidden {
        patterns: &[
            "complian*",
            "non-complian*",
            "adheren*",
            "sufferer*",
            "suffers from",
            "suffering from",
        ],
        why: "the user is a person at home, not a case",
    },
    Forbidden {
        patterns: &[
            "guarantee*",
            "proven",
            "scientifically",
            "amazing",
            "incredible",
            "revolutionary",
            "miracle*",
        ],
        why: "never hype",
    },
];

/// The words of a text in lower case, with variables as `{}` and sentence ends as `.`.
pub fn spoken(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut in_variable = false;
    let push = |words: &mut Vec<String>, word: &mut String| {
        let trimmed = word.trim_matches(['-', '\'']);
        if !trimmed.is_empty() {
            words.push(trimmed.to_owned());
        }
        word.clear();
    };
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '{' => {
                push(&mut words, &mut word);
                in_variable = true;
            }
            '}' if in_variable => {
                words.push("{}".to_owned());
                in_variable = false;
            }
            _ if in_variable => {}
            '’' | '\'' => word.push('\''),
            '‑' | '-' => word.push('-'),
            c if c.is_alphanumeric() => word.push(c),
            '.' | '!' | '?' | ';' | ':' | '\n' | '…' => {
                push(&mut words, &mut word);
                words.push(".".to_owned());
            }
            _ => push(&mut words, &mut word),
        }
    }
    push(&mut words, &mut word);
    words
}

impl Forbidden {
    /// The phrases of this family found in the words of a text, each as it stands there.
    pub fn found_in(&self, words: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        for pattern in self.patterns {
            let pattern: Vec<&str> = pattern.split(' ').collect();
            for start in 0..words.len() {
                if let Some(length) = match_length(&pattern, &words[start..]) {
                    found.push(words[start..start + length].join(" "));
                }
            }
        }
        found
    }
}

/// How many words the pattern takes at the beginning of `words`; `None` if it does not stand there.
fn match_length(pattern: &[&str], words: &[String]) -> Option<usize> {
    let Some((first, rest)) = pattern.split_first() else {
        return Some(0);
    };
    if *first == "…" {
        return (0..=3.min(words.len()))
            .take_while(|skipped| words[..*skipped].iter().all(|word| word != "."))
            .find_map(|skipped| {
                match_length(rest, &words[skipped..]).map(|length| length + skipped)
            });
    }
    let word = words.first()?;
    let same = match first.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None if *first == "{}" => word == "{}" || word.chars().all(|c| c.is_ascii_digit()),
        None => word == first,
    };
    if same {
        match_length(rest, &words[1..]).map(|length| length + 1)
    } else {
        None
    }
}

/// Words of five letters or more that are written in capitals; shorter ones are abbreviations such as REM.
pub fn shouted(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= 5 && word.chars().all(char::is_uppercase))
        .map(str::to_owned)
        .collect()
}
