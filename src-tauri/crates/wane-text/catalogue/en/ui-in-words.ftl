### Fixed labels of the window without figures: NAME-in-words stands for NAME where words are wished for in place of numbers.

insights-day-measure-in-words = pain
insights-progress-in-words = On the way to enough pairs of days
insights-recalled-in-words = Leave out what was written more than two days later
range-two-weeks-in-words = Two weeks
range-six-weeks-in-words = Six weeks
range-three-months-in-words = Three months
range-year-in-words = A year
inbox-later-in-words = In ten minutes
marks-more-in-words = More
library-count-in-words = These fit
library-aside-in-words = Not for me
player-step-in-words = Now
pains-each-in-words = Each pain by itself
pains-each-answered-in-words = Each pain by itself
past-count-in-words = Show all
lists-aside-in-words = Put aside
lists-pains-note-in-words = Each gets a scale of its own, below the pain as a whole. Enter still saves without them.
factors-full-in-words = As many are in use as can be at a time. Put one aside to add another.
import-skipped-line-in-words = { $why }
breath-tap-more-in-words = A few more
