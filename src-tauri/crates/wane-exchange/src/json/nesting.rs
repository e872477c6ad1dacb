//! How deep in JSON a byte stands, told from the bytes alone.

/// Where in JSON somebody stands who sees its bytes one after the other.
#[derive(Debug, Default)]
pub struct Nesting {
    depth: u32,
    /// The bytes of the text within quotation marks that it stands in.
    text: Option<usize>,
    escaped: bool,
}

impl Nesting {
    /// Arrays and objects of no export lie deeper in one another than this.
    pub const DEEPEST: u32 = 64;

    /// Goes on by one byte.
    pub fn see(&mut self, byte: u8) {
        match (&mut self.text, byte) {
            (Some(_), _) if std::mem::take(&mut self.escaped) => {}
            (Some(_), b'\\') => self.escaped = true,
            (Some(_), b'"') => self.text = None,
            (Some(length), _) => *length += 1,
            (None, b'"') => self.text = Some(0),
            (None, b'[' | b'{') => self.depth += 1,
            (None, b']' | b'}') => self.depth = self.depth.saturating_sub(1),
            (None, _) => {}
        }
    }

    /// Whether it lies deeper than [`Nesting::DEEPEST`].
    pub fn is_too_deep(&self) -> bool {
        self.depth > Self::DEEPEST
    }

    /// How long the text is so far that it stands in; 0 outside of one.
    pub fn text_bytes(&self) -> usize {
        self.text.unwrap_or(0)
    }
}
