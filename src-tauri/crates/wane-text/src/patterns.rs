//! Messages as patterns: plain text with `{name}` where a variable goes.
//!
//! The window fills patterns in by itself, so it needs no Fluent of its own.
//! That loses nothing as long as its messages hold text and variables only; [`Catalogue::patterns`] leaves out the
//! ones that hold more, and a test keeps the window's files free of them.
//! [`Catalogue::variants`] writes out every form of a message instead, for the linter and for tests.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use crate::Catalogue;

/// How deep messages may refer to one another before a reference is given up; it stops circles.
const DEEPEST: usize = 8;

/// How many forms of one message are written out at most.
const MOST_VARIANTS: usize = 64;

impl Catalogue {
    /// Every message of the window (the files whose names begin with `ui`) as text with `{name}` for each variable.
    pub fn patterns(&self) -> BTreeMap<String, String> {
        self.ids()
            .filter(|id| self.file_of(id).is_some_and(|file| file.starts_with("ui")))
            .filter_map(|id| Some((id.to_owned(), self.pattern(id)?)))
            .collect()
    }

    /// Message `id` as text with `{name}` for each variable.
    ///
    /// `None` if there is no such message or if a pattern cannot hold all of it:
    /// a selector, a function, or a literal brace.
    pub fn pattern(&self, id: &str) -> Option<String> {
        let mut out = String::new();
        self.flatten(self.entries.get(id)?.value.as_ref()?, 0, &mut out)?;
        Some(out)
    }

    fn flatten(
        &self,
        pattern: &Pattern<&'static str>,
        depth: usize,
        out: &mut String,
    ) -> Option<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => out.push_str(value),
                PatternElement::Placeable { expression } => {
                    self.flatten_expression(expression, depth, out)?
                }
            }
        }
        Some(())
    }

    fn flatten_expression(
        &self,
        expression: &Expression<&'static str>,
        depth: usize,
        out: &mut String,
    ) -> Option<()> {
        let Expression::Inline(inline) = expression else {
            return None;
        };
        match inline {
            InlineExpression::StringLiteral { value } if !value.contains(['{', '}', '\\']) => {
                out.push_str(value)
            }
            InlineExpression::NumberLiteral { value } => out.push_str(value),
            InlineExpression::VariableReference { id } => {
                out.push('{');
                out.push_str(id.name);
                out.push('}');
            }
            InlineExpression::Placeable { expression } => {
                self.flatten_expression(expression, depth, out)?
            }
            reference => self.flatten(self.referred(reference, depth)?, depth + 1, out)?,
        }
        Some(())
    }

    /// The pattern a reference to a term or another message stands for.
    fn referred(
        &self,
        inline: &InlineExpression<&'static str>,
        depth: usize,
    ) -> Option<&Pattern<&'static str>> {
        if depth >= DEEPEST {
            return None;
        }
        match inline {
            InlineExpression::TermReference {
                id,
                attribute: None,
                ..
            } => self.terms.get(id.name),
            InlineExpression::MessageReference {
                id,
                attribute: None,
            } => self.entries.get(id.name)?.value.as_ref(),
            _ => None,
        }
    }

    /// Every form message `id` can take: one text for each combination of its selectors' variants,
    /// with `{name}` for each variable; empty if there is no such message.
    pub fn variants(&self, id: &str) -> Vec<String> {
        let Some(pattern) = self.entries.get(id).and_then(|entry| entry.value.as_ref()) else {
            return Vec::new();
        };
        self.forms(pattern, 0)
    }

    fn forms(&self, pattern: &Pattern<&'static str>, depth: usize) -> Vec<String> {
        let mut forms = vec![String::new()];
        for element in &pattern.elements {
            let endings = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression } => {
                    self.expression_forms(expression, depth)
                }
            };
            forms = forms
                .iter()
                .flat_map(|form| endings.iter().map(move |ending| format!("{form}{ending}")))
                .take(MOST_VARIANTS)
                .collect();
        }
        forms
    }

    fn expression_forms(&self, expression: &Expression<&'static str>, depth: usize) -> Vec<String> {
        match expression {
            Expression::Select { variants, .. } => variants
                .iter()
                .flat_map(|variant| self.forms(&variant.value, depth + 1))
                .collect(),
            Expression::Inline(inline) => match inline {
                InlineExpression::StringLiteral { value }
                | InlineExpression::NumberLiteral { value } => {
                    vec![(*value).to_owned()]
                }
                InlineExpression::VariableReference { id } => vec![format!("{{{}}}", id.name)],
                InlineExpression::FunctionReference { arguments, .. } => vec![
                    arguments
                        .positional
                        .iter()
                        .map(|argument| match argument {
                            InlineExpression::VariableReference { id } => {
                                format!("{{{}}}", id.name)
                            }
                            _ => String::new(),
                        })
                        .collect(),
                ],
                InlineExpression::Placeable { expression } => {
                    self.expression_forms(expression, depth)
                }
                reference => match self.referred(reference, depth) {
                    Some(pattern) => self.forms(pattern, depth + 1),
                    None => vec![String::new()],
                },
            },
        }
    }

    /// Whether message `id` is nothing but another message by a second name.
    pub(crate) fn is_alias(&self, id: &str) -> bool {
        let pattern = self.entries.get(id).and_then(|entry| entry.value.as_ref());
        matches!(
            pattern.map(|pattern| pattern.elements.as_slice()),
            Some([PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::MessageReference { .. })
            }])
        )
    }

    /// The names of the variables message `id` uses, in selectors too.
    pub fn variables(&self, id: &str) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        if let Some(pattern) = self.entries.get(id).and_then(|entry| entry.value.as_ref()) {
            self.collect(pattern, 0, &mut names);
        }
        names
    }

    fn collect(&self, pattern: &Pattern<&'static str>, depth: usize, names: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.collect_expression(expression, depth, names);
            }
        }
    }

    fn collect_expression(
        &self,
        expression: &Expression<&'static str>,
        depth: usize,
        names: &mut BTreeSet<String>,
    ) {
        match expression {
            Expression::Select { selector, variants } => {
                self.collect_inline(selector, depth, names);
                for variant in variants {
                    self.collect(&variant.value, depth + 1, names);
                }
            }
            Expression::Inline(inline) => self.collect_inline(inline, depth, names),
        }
    }

    fn collect_inline(
        &self,
        inline: &InlineExpression<&'static str>,
        depth: usize,
        names: &mut BTreeSet<String>,
    ) {
        match inline {
            InlineExpression::VariableReference { id } => {
                names.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.collect_inline(argument, depth, names);
                }
            }
            InlineExpression::Placeable { expression } => {
                self.collect_expression(expression, depth, names)
            }
            reference => {
                if let Some(pattern) = self.referred(reference, depth) {
                    self.collect(pattern, depth + 1, names);
                }
            }
        }
    }
}
