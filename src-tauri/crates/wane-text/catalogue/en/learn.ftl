### The Learn view, around its cards: groups, how strong the evidence is, the sources, and the one card that Today may offer.

## Groups
card-group-together = How sleep and pain belong together
card-group-body = What happens in the body
card-group-rest = Rest, and enough of it
card-group-movement = Movement
card-group-tend = Five things that tend to help
card-group-tools = Small tools
card-group-help = People and machines who can help

## How strong the evidence is: a name, and what it means
strength-firm = Well supported
strength-firm-meaning = Reviews of many studies point the same way.
strength-fair = Some support
strength-fair-meaning = Several studies point this way. They are small or short, or they do not all agree.
strength-thin = Early days
strength-thin-meaning = There are a few small studies. The next ones may change the picture.
strength-practice = From practice
strength-practice-meaning = This is what people who work in the field advise. We have not checked studies of it.

## How far one has come
learn-read-count = { $read ->
    [0] { $all } cards of about two minutes each. Read any of them, in any order.
   *[other] { $read } of { $all } cards read. The others can wait.
}

## The one card that Today may offer, by what the day's entry says
learn-offer-waking = You were awake in the night. Here is a card about that, if you like:
learn-offer-pressure = You wrote that your head was busy. Here is a card about that, if you like:
learn-offer-emotion = The night was a hard one. Here is a card about days like this, if you like:
learn-offer-rest = You had a long time in bed. Here is a card about that, if you like:
learn-offer-guard = A rough day. Here is a card about days like this, if you like:
learn-offer-first-half = Mornings seem harder than evenings just now. Here is a card about that, if you like:

## What can be taken back
change-learn-mark = marking a card
change-learn-away = putting a card away

## Sources: facts about where something was found
card-source-general = General knowledge in the field; we have checked no single study for it.
card-source-finan-2013 = Finan and others, 2013: a review. Journal of Pain 14, 1539.
card-source-tang-2012 = Tang and others, 2012: a week of diaries, 119 people.
card-source-gerhart-2017 = Gerhart and others, 2017: diaries of people with back pain.
card-source-va-weeks = A study of a pain program over 11 weeks, with a weekly rating of sleep.
card-source-goossens-2025 = Goossens and others, 2025: a review of 11 papers. Sleep Medicine Reviews, article 102013.
card-source-abeler-2021 = Abeler and others, 2021: diaries and trackers over two weeks, 56 people.
card-source-no-link = A conference report: 169 people, 14 days of diaries and trackers.
card-source-asymmetry = A study of 3508 people on nights and pain. PubMed Central 6121188.
card-source-own-sums = Our own sums; they stand in the documents that come with Wane.
card-source-krause-2019 = Krause and others, 2019: 25 people in a lab, and an online survey. Journal of Neuroscience 39, 2291.
card-source-irwin-2016 = Irwin and others, 2016: a review of 72 studies. Biological Psychiatry 80, 40.
card-source-davidson-1991 = A study of 10 young men, 1991. Journal of Psychiatry and Neuroscience 16, 96.
card-source-spiegel-2000 = Spiegel and others, 2000: 11 young men. American Journal of Physiology 279, R874.
card-source-palmer-2024 = Palmer and others, 2024: a review of 154 studies. Psychological Bulletin 150, 440.
card-source-watson-2019 = Watson and others, 2019: a review of 12 trials. Journal of Pain 20, 1140.
card-source-mathias-2018 = Mathias and others, 2018: a review of 37 studies. Sleep Medicine 52, 198.
card-source-jank-2017 = Jank and others, 2017: family doctors in Austria. Pain Research and Treatment, article 9081802.
card-source-dahm-2010 = Dahm and others, 2010: ten trials of rest in bed. Cochrane review CD007612.
card-source-selvanathan-2021 = Selvanathan and others, 2021: a review of 12 trials, 762 people.
card-source-dietch-2021 = Dietch and others, 2021: diaries, trackers and brain waves compared. PubMed Central 8314633.
card-source-movement-2023 = A review of reviews on movement and sleep in lasting pain, 2023.
card-source-estevez-2021 = Estévez-López and others, 2021: a review of 12 trials.
card-source-tang-2014 = Tang and others, 2014: what people did after better nights.
card-source-pacing-au = Therapeutic Guidelines, Australia: pacing of activity.
card-source-nielson-2013 = Nielson and others, 2013: a review of pacing.
card-source-andrews-2012 = Andrews and others, 2012: how people in pain spend their energy.
card-source-stutz-2019 = Stutz and others, 2019: a review of evening exercise.
card-source-leota-2025 = Leota and others, 2025: four million nights from trackers; some authors work for the maker.
card-source-nsf-2023 = National Sleep Foundation, 2023: a panel on regular hours.
card-source-huang-2020 = Huang and others, 2020: seven days of trackers, then years of watching.
card-source-burgess-2019 = Burgess and others, 2019: 37 people at home, without a comparison group.
card-source-burgess-2017 = Burgess and others, 2017: 10 women, six days.
card-source-leichtfried-2014 = Leichtfried and others, 2014: a trial with 125 people.
card-source-brown-2022 = Brown and others, 2022: a panel on light by day and by night.
card-source-neuendorf-2015 = Neuendorf and others, 2015: a review of trials, some of them on meditation.
card-source-jafari-2020 = Jafari and others, 2020: 48 healthy people in a lab.
card-source-zautra-2010 = Zautra and others, 2010: slow breathing, with and without lasting pain.
card-source-joseph-2022 = Joseph and others, 2022: a review of 7 trials.
card-source-laborde-2022 = Laborde and others, 2022: a review of 223 studies.
card-source-balban-2023 = Balban and others, 2023: five minutes a day for a month.
