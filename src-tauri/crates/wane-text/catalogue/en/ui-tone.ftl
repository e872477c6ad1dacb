### Words of the tone tools: without numbers, and in amber.

## A scale from 0 to 10 in words
amount-0 = none
amount-1 = hardly any
amount-2 = very little
amount-3 = a little
amount-4 = some
amount-5 = middling
amount-6 = quite a lot
amount-7 = a lot
amount-8 = very much
amount-9 = nearly the most
amount-10 = the most

## In Settings
settings-numbers = Show words and shapes in place of numbers
settings-numbers-note = Scales become discs and words, charts lose their figures, and sentences do without them. Clock times and dates stay, and so does what you type.
settings-amber = Amber light
amber-auto = From wind-down on
amber-always = Always
amber-off = Never
amber-note = Warm and dim, without blue. The evening look then begins two hours earlier. Highest contrast goes first.
