//! Coins: how random bytes become days with and without.

/// For each day its coin, and whether it lies in the second week of its fortnight, which mirrors the first.
pub(super) fn layout(blocks: &[usize], fortnights: usize) -> Vec<(usize, bool)> {
    let mut days = Vec::new();
    for fortnight in 0..fortnights {
        for mirrored in [false, true] {
            for (block, length) in blocks.iter().enumerate() {
                let coin = fortnight * blocks.len() + block;
                days.extend(std::iter::repeat_n((coin, mirrored), *length));
            }
        }
    }
    days
}

/// The bits of some bytes, each byte from its lowest bit on.
pub(super) fn bits(bytes: &[u8]) -> impl Iterator<Item = bool> {
    bytes
        .iter()
        .flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1))
}

/// One fall of `coins` coins; `None` when the bits run out.
pub(super) fn fall(bits: &mut impl Iterator<Item = bool>, coins: usize) -> Option<u64> {
    let mut fall = 0;
    for coin in 0..coins {
        fall |= u64::from(bits.next()?) << coin;
    }
    Some(fall)
}

/// Whether a day is on when the coins fall so.
pub(super) fn is_on(fall: u64, (coin, mirrored): (usize, bool)) -> bool {
    (fall >> coin & 1 == 1) != mirrored
}
