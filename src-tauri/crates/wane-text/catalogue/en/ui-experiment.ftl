### Fixed labels of experiments in the window.

experiments-title = Try something out
experiments-empty = A coin says on which days you do it and on which you leave it. At the end the days are compared.
experiments-set-up = Set up an experiment
experiments-past = Experiments that have ended
experiment-label = The experiment
experiment-details = Which days were compared
experiment-did = I did it
experiment-did-not = I did not
experiment-said-label = { $line }: was it done?
experiment-stop = Stop the experiment
experiment-see-result = See what came of it
experiment-remove = Remove
experiment-remove-named = Remove the experiment { $title }

## Setting one up
experiment-set-up-title = An experiment of your own
experiment-set-up-lead = First the question, then the coin. The question stays as it is until the end.
experiment-ask-tried = What would you like to try?
experiment-ask-own = In a few words
experiment-ask-part = When is it done?
experiment-ask-watched = What should be looked at?
experiment-ask-weeks = For how long?
experiment-two-weeks = Two weeks
experiment-four-weeks = Four weeks
experiment-ask-pace = How often may it change?
experiment-pace-day = Day by day
experiment-pace-days = Every two or three days, for what lingers
experiment-ask-first = First day
experiment-tried-choice-wind-down = Wind-down in the evening
experiment-tried-choice-morning-light = Morning light
experiment-tried-choice-movement = A time of movement
experiment-tried-choice-own = Something of my own
experiment-part-choice-morning = Soon after waking
experiment-part-choice-day = By day
experiment-part-choice-evening = In the evening
experiment-watched-choice-morning-pain = Pain on waking
experiment-watched-choice-evening-pain = Pain in the evening
experiment-watched-choice-asleep = Time asleep
experiment-watched-choice-efficiency = Sleep efficiency
experiment-watched-choice-quality = How the night was
experiment-expected = What can be expected
experiment-fair = Each morning Today says whether the day is with or without. What comes is not shown ahead, so that a hard day is not put where the coin would like it. Days marked as a flare, an illness, a journey or a holiday are left out. There is no result before the end, and you can stop on any day.
experiment-begin = Begin
experiment-not-now = Not now
