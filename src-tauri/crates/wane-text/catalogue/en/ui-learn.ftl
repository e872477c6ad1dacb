### Words of the Learn view that never change.

view-learn = Learn
learn-scale = What the moons mean
learn-back = All cards
learn-mark-read = Mark as read
learn-mark-unread = Mark as not read
learn-against = What speaks against it
learn-sources = Where this comes from
learn-previous = Previous card
learn-next = Next card
learn-turn = More cards
learn-card-name = { $title }: { $strength }
learn-card-read = { $name }, read

## On Today
learn-offer-open = Read it
learn-offer-away = Not this one again
learn-put-away = It will not be offered again. It stays in Learn.

## In Settings
settings-cards = Offer a card on Today
settings-cards-note = At most one a day, when the entry of the day gives occasion.
