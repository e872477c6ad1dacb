"""Made-up diaries, the same to the last bit here and in wane-insight/tests/insight/oracle.rs.

Everything is whole numbers: SplitMix64 for chance, thousandths for state, division rounded down.
"""

import datetime

MASK = (1 << 64) - 1


class Rng:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def any(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, end):
        return self.any() % end

    def noise(self):
        """About normal around 0 with a standard deviation of about 1155."""
        return sum(self.below(2001) - 1000 for _ in range(4))


class Diary:
    """One diary: a first date, and one value or None a day for pain, pain on waking, two sleep measures and a factor by day."""

    def __init__(self, seed):
        rng = Rng(seed)
        days = 40 + rng.below(360)
        follows = 30 + rng.below(51)
        missing = 10 + rng.below(21)
        effect = 15 * rng.below(3)
        feedback = 10 * rng.below(3)
        weekend = 500 * rng.below(2)
        self.first = datetime.date(2024, 1, 1) + datetime.timedelta(days=rng.below(700))
        self.pain, self.waking, self.se, self.quality, self.factor = [], [], [], [], []
        # Chances of their own, so that the rest of the diary is what it was without them.
        wakings = Rng(seed ^ MASK)
        pain, sleep, factor, stiff = 4500, 0, 0, 0
        for day in range(days):
            free = (self.first + datetime.timedelta(days=day)).weekday() >= 5
            sleep = 40 * sleep // 100 + rng.noise() - feedback * (pain - 4500) // 100 - 300 * factor
            stiff = 40 * stiff // 100 + wakings.noise()
            waking = 4500 + 60 * (pain - 4500) // 100 + stiff - effect * sleep // 100
            pain = 4500 + follows * (pain - 4500) // 100 + rng.noise() - effect * sleep // 100
            pain += weekend if free else 0
            shown = min(max((pain + 500) // 1000, 0), 10)
            se = (84000 + 6 * sleep + rng.noise()) // 250
            quality = min(max((3500 + sleep // 2 + rng.noise()) // 1000, 1), 5)
            factor = 1 if rng.below(100) < (60 if shown > 5 else 40) else 0
            self.pain.append(None if rng.below(100) < missing else float(shown))
            night = rng.below(100) >= missing
            told = min(max((waking + 500) // 1000, 0), 10)
            self.waking.append(float(told) if night and wakings.below(100) >= missing else None)
            self.se.append(se / 4.0 if night else None)
            self.quality.append(float(quality) if night else None)
            self.factor.append(None if rng.below(100) < missing else float(factor))
