### The cards of the Learn view. Each has a title, a body and a result that speaks against it; which sources and how strong, `learn.rs` says.
### One sentence on a line, a blank line between paragraphs. The facts and their limits are those of the sources; the sentences are our own.

## How sleep and pain belong together

card-both-ways = Sleep and pain pull on each other
card-both-ways-body =
    Pain can keep you awake.
    A sore hip makes it hard to find a place to lie.
    A throbbing hand wakes you when you turn.
    Nobody needs a study to know that.

    The other way round is less plain to see.
    After a broken night the same back or knee often feels worse.
    You may have less patience with it, and less wish to move.
    So the day brings less to be glad of, and the evening comes with more pain and more worry.
    That is one way round the circle, and it can turn the other way as well.

    Many studies have asked people to write down nights and days.
    Taken together they show that the two go along with each other, in both directions.
    How well people felt they slept told more about the next day than how long they slept.

    There is a kind side to this.
    A circle has more than one door.
    When pain will not budge, the evening or the morning may still be open to a small change.
    You do not have to win on all sides at once.

    It is also good to know what this does not say.
    It does not say that pain is your own doing, or that better nights will take it away.
    It says that both are worth a look.
    That is why Wane asks about both, and why it keeps the morning and the evening apart.
card-both-ways-against = One study had 169 people keep diaries for 14 days. Within each person it found no link at all from day to day.

card-first-half = Which one leads?
card-first-half-body =
    It would be neat to know which comes first.
    In most groups that have been studied, last night told more about the next day than the day told about the next night.
    A review of 11 papers with about a thousand people says so for the quality of sleep.
    Nine of the papers leaned that way.

    How much are we talking about?
    In one study of 11 weeks, people rated their sleep from 0 to 10.
    One point better went along with about a sixth of a point less pain.
    That is small for any one day.
    It may still add up over a long time, or it may not.

    Where it shows can matter.
    In a week of diaries from 119 people, the night showed in the first half of the day.
    By the evening the link had faded.
    This is why Wane asks for pain on waking and again at the end of the day.
    They are two different numbers.

    Pain also seems to keep a tighter grip one way than the other.
    It rose more after a poor night than it eased after a good one.
    So a good night that brings no good day is nothing odd.

    All this is about groups.
    In your own life the arrow may point one way, the other way, both ways, or nowhere we can see.
    Insights looks at your days alone and says how sure anyone can be.
    “Can't tell yet” is an honest answer.
card-first-half-against = In a study of 56 people over two weeks, pain told something about the next night. The night said little about the next day, and a sleep tracker found nothing.

card-own-pattern = Your days are your own
card-own-pattern-body =
    Studies speak about an average person.
    Nobody is that person.
    What holds for a group may be stronger in you, weaker, or not there at all.

    To find out takes days, written down as they come.
    It takes more of them than most people think.
    With four weeks, only a very large change would stand out from the ups and downs.
    With three months, a change of about one point can be seen.
    This has nothing to do with how well you fill things in.
    Pain wanders by itself, and yesterday leaks into today.
    Both make a pattern hard to tell from chance.

    That is why Wane waits before it says anything.
    It sets aside the pain you already had the day before.
    It allows for weekends and for slow change over the months.
    Then it says how wide the guess is.
    A wide guess is no flaw in your diary.
    It is simply what the days can show so far.

    Gaps are fine.
    A day you leave out stays blank and is never guessed.
    What helps most is both pain numbers on the days you do fill in.

    And when a pattern does show, read it as a hint and no more.
    It tells what went along with what.
    Something else may stand behind both, such as a cold, a hard week or a change of season.
    If you want to go further, try one small change for a while and compare.
card-own-pattern-against = Mood can colour both how we rate a night and how we rate pain. No sum can take that out, so even a clear pattern can mislead.

## What happens in the body

card-nervous-system = A guard that does not rest
card-nervous-system-body =
    Think of the nerves as a guard at a gate.
    A calm guard lets small things pass.
    A tired and jumpy one rings the bell for a leaf in the wind.

    In the lab, healthy people were kept up for a whole night.
    The next morning mild heat hurt sooner than it had before.
    The part of the brain that maps touch and heat was busier.
    Parts that weigh up what a feeling means were more quiet.
    So the same touch came through louder.

    The brain has ways to turn pain down by itself.
    They work when you are rested, busy or safe.
    After short or broken nights they seem to work less well.
    This is one reason why pain can feel sharper, or spread wider, when you are worn out.

    The good news is in the same picture.
    If a guard can grow jumpy, it can also settle.
    Being warm, being safe, slow breaths, a walk or a kind word are signs that the gate can stay open.
    None of them is a switch.
    They are more like a hand on the shoulder.

    You may notice days on which everything feels too loud.
    Light, noise and touch can all be part of that.
    It does not mean that something has been torn or worn in the night.
    It may be a tired guard at work.
    On such a day it is fair to ask less of yourself, and to go on gently with what you can.
card-nervous-system-against = The lab study had 25 young and healthy people who missed a whole night. That is not the same as years of broken sleep with pain.

card-inflammation = Sleep and the body's repair crew
card-inflammation-body =
    When you cut a finger, it turns warm and swells.
    That is the body's repair crew at work.
    It sends out small signs in the blood that call for help.
    Some of these signs also make nerves more touchy.

    People who sleep badly for a long time have, on average, a little more of these signs.
    A large review put 72 studies together, with more than fifty thousand people.
    The link was there, but it was small.
    People who slept very long had more of them too.

    It is easy to turn this into a simple story.
    A short night, so more swelling, so more pain.
    The facts are not that tidy.
    When people in a lab were kept from sleep, the same review found no clear rise.
    So it may not be one short night that counts.
    It may be months of poor sleep, or some other thing that comes with it.
    Being ill, sitting a lot, stress and weight play a part as well.

    What can you take from this?
    First, one rough night is not setting your joints on fire.
    There is no need to lie awake and fear that.
    Second, calm and regular nights over a long time are good for many parts of the body, and this may be one of them.

    If a joint is hot, red or newly swollen, or you feel ill with a fever, that is another matter.
    Then it is time to have it looked at.
card-inflammation-against = When people were kept from sleep in a lab, the signs in their blood did not rise. The same review says so.

card-hormones = What the body does in deep sleep
card-hormones-body =
    The body keeps a night shift.
    In the first deep sleep of the night a wave of growth hormone goes out.
    It helps to build and mend muscle and bone, in grown people too.
    At the same time a stress hormone, cortisol, is low.
    It climbs towards morning and helps you wake up.

    In a small study, young men stayed up all night.
    The usual wave of growth hormone did not come.
    When they slept again, it came back, even stronger than before.
    So the body made up for some of what was lost.

    It is often said that short nights leave stress hormones high.
    The picture is mixed.
    In that study the average over the day did not change.
    The rise came at a different hour.

    Why does this matter with pain?
    Mending takes place all the time, but the night is when much of it is planned for.
    A body that gets its rest at about the same hours can run that shift more smoothly.
    It does not need a night without a break.
    Most people wake several times and do not even recall it.

    So there is no need to chase deep sleep.
    You cannot will it to come, and gadgets only guess at it.
    The body takes the deep part first, as soon as it gets the chance.
    After a short night it often takes a larger share.
    You can leave that part to your body.
card-hormones-against = When young men slept four hours for six nights, the body shifted its growth hormone to other times. It did not simply lose it.

card-emotion = Thin skin after a short night
card-emotion-body =
    After a short night small things weigh more.
    A lost key, a slow queue or a sharp word can be too much.
    Pain is one of those things.
    It may be just as strong as before and still be harder to bear.

    More than fifty years of studies have kept people from sleep and asked how they felt.
    Whichever way sleep was cut short, joy went down.
    Good things felt less good.
    Worry went up.
    Being sad or angry changed less than you might think.

    This matters because joy helps to carry pain.
    A friend, a song or a task you like takes up room in the head.
    Pain then has to share.
    When nothing sparks, pain gets the stage for itself.

    So after a rough night, it can help to plan for thin skin.
    Put off a hard talk if it can wait.
    Choose one small thing that has been good before, even if it does not call to you now.
    Tell people close to you that you are short of sleep, so that they need not guess.

    Be fair to yourself as well.
    A low mood after poor sleep is not weakness, and it is not who you are.
    It is a tired brain doing its best.

    If a low mood stays for two weeks or more, or life stops feeling worth it, please do not wait for better sleep.
    Talk to someone you trust or to a doctor.
    “Help now” is at the foot of every page.
card-emotion-against = The same review found mixed results for sad and angry feelings. It depended on how the sleep was cut short. The people in it were healthy.

card-brain-output = Pain is real, and the brain makes it
card-brain-output-body =
    Put a hand on a hot pan and it hurts at once.
    It seems as if the pain were in the pan, or in the skin.
    In fact the skin sends news, and the brain decides what to do with it.
    Pain is its answer: look after this part.

    To decide, the brain uses all it knows.
    What do the nerves report?
    What happened last time?
    Am I safe, am I tired, what does this mean for me?
    That is why a football player may not feel a broken toe until the game is over.
    It is also why a sore back can hurt more in a week of worry.

    None of this means that pain is “in your head”.
    All pain is made this way, in every person, and all of it is real.

    When pain has lasted a long time, the brain has had much practice.
    The alarm can go off sooner and ring longer.
    It may go on after the tissue has mended as well as it can.
    Then hurt and harm are no longer the same thing.

    Being short of sleep is one of the things the brain takes into account.
    A tired brain may be quicker to see a threat.
    So the same touch can be felt as more.

    To know this does not switch pain off.
    But many people find it takes away some of the fear.
    With less fear it is often easier to move, and to rest.
card-brain-output-against = Twelve trials tested teaching people this view of pain. Fear of moving went down, but pain itself changed very little.

card-who = You are in large company
card-who-body =
    If you live with pain and sleep badly, you are not the odd one out.
    It may be the other way round.
    Researchers put 37 studies of people with lasting pain together.
    Nearly half had a sleep problem that a doctor had given a name.
    Trouble falling or staying asleep was the most common by far.

    It comes with many kinds of pain.
    Sore backs and necks, worn joints, pain all over, headache, nerve pain and pain after an injury are all on the list.
    Young people know it as well as old ones.

    Two other things were found more often than in most people.
    One is legs that will not keep still in the evening.
    The other is breathing that stops and starts in sleep.
    Both are easy to miss, as pain takes the blame.
    Both can be helped.
    “When to seek care” says what to look out for.

    It is common to think that sleep will sort itself out once the pain is better.
    Sometimes it does.
    But poor sleep can also take on a life of its own.
    Habits form around it, such as long hours in bed or naps late in the day.
    They made sense at first.
    Then the sleep problem can go on even when the pain has its better days.

    This is good to know, for it means that sleep can be looked at in its own right.
    You do not need to wait until all else is solved.
card-who-against = Many of these studies were done in clinics. A study with family doctors found it less often. About a quarter of those with lasting pain slept very badly.

## Rest, and enough of it

card-rest-backfires = Why more rest can backfire
card-rest-backfires-body =
    When something hurts, we want to lie down.
    For a day or two that is wise.
    When it goes on for weeks, rest can turn into a trap.

    Muscles that are not used grow weak, and joints grow stiff.
    Then even small tasks feel hard.
    Days in bed are long, so there is more time to listen to the pain.
    The body also loses its sense of day and night.
    Someone who dozes all day is not sleepy at night.

    Time in bed works in much the same way.
    After a poor night it is tempting to go to bed early, or to stay in until noon.
    The sleep you have is then spread thin, like too little butter on too much bread.
    There are longer stretches awake, and the bed becomes a place to lie and wait.

    There is a gentler way.
    Keep about the same hours for bed and for getting up.
    If you need to rest in the day, do it by plan and not by collapse.
    Lie down for a short while at a set time, before you are worn out.
    Then get up again, even if it is only to sit by a window.
    Some people like to rest in a chair, so that the bed stays for the night.

    Wane never asks you to cut your hours in bed.
    That is something to do with a trained person, if at all.
    And on a day of flare, more rest may be just what you need.
card-rest-backfires-against = Among people with back pain that ran down the leg, staying in bed and staying active worked out about the same.

card-better-not-more = Better sleep, not more of it
card-better-not-more-body =
    Many of us carry a number in our head for how long a night has to be.
    When the night falls short, the day feels lost before it starts.
    But people differ.
    What one person needs is too much for the next.
    The same person needs less with age.

    In studies of pain, the number of hours said less than how good the night felt.
    A shorter night in one piece can do more than a long one full of holes.
    And a night at your usual time can do more than a long one at an odd time.

    So what makes a night better?
    Often it is dull things.
    A body that has moved by day.
    A room that is dark, quiet and a little cool.
    An evening that slows down step by step.
    Getting up at about the same time, even after a short night.
    It takes a few weeks until such things show.

    It also helps to let go of counting.
    We are poor judges of our own night.
    On average, people write down about 40 minutes more than a lab would measure.
    That is no problem.
    Here it is the pattern that counts, and the same person holds the pen each time.

    If you like, turn off the numbers in Settings for a while.
    You can still say how the night was with a word.
    A good enough night is a good thing to aim for.
    Not every night has to be one.
card-better-not-more-against = A program to sleep better helped sleep a lot in 12 trials with people in pain. Pain itself went down only a little, and not for everyone.

## Movement

card-movement = Moving by day, sleeping by night
card-movement-body =
    A body that has moved sleeps more easily.
    It has used up fuel, it has been in the light, and it has something to rest from.
    This seems to hold for people in pain as well.

    A broad review looked at movement and sleep in people with lasting pain.
    Moving helped sleep by a middling amount.
    Slow and mindful kinds such as yoga or tai chi did well.
    So did a mix of several kinds.
    It did not seem to matter much which one you choose.
    The best kind is one you do not mind doing again.

    It works the other way too.
    After a better night people did a bit more the next day, without being told to.
    So a walk may help the night, and the night may help the walk.

    What if moving hurts?
    A little more ache at first is common and not a sign of harm.
    The trick is to start with less than you could do.
    Five minutes count.
    So does getting up from the chair three times, or a stretch in bed.
    You can build from there, in small steps.

    Go by the next morning.
    If you feel about as usual, the amount was fine.
    If you are clearly worse for more than a day, take a bit less next time.
    That is no step back.
    It is how you find the amount that is right for you.

    If you have been told not to do some things, that comes first.
card-movement-against = The studies were judged to be of low quality. In the same review, endurance training alone or weights alone showed no clear gain for sleep.

card-dose = Just enough, and the same again
card-dose-body =
    Pain often draws us into a zigzag.
    On a good day we do all that has piled up.
    The next two days we pay for it.
    So we rest, things pile up, and it all starts again.

    A steadier line goes like this.
    First find out what you can do on most days without a flare.
    Say it is ten minutes of walking.
    Then start with a little less, about eight.
    Do these eight minutes on good days and on poor days alike.
    You stop by the clock and not by the pain.
    That feels too easy on a good day, and that is the point.

    When it has gone well for a week, add a small step.
    A minute is enough.
    Over two months small steps turn into a fair way.
    If a step is too much, go back to the one before and stay there for a while.

    In a flare the rule is soft.
    Take about a fifth less, or whatever you can.
    Try not to stop altogether, if you can help it.
    When the flare has passed, you start from the last easy amount.

    Some people dislike plans.
    Then keep just one idea: stop while it still feels all right.
    Half of something is more than none.

    A physiotherapist can find the right start with you.
    If they have given you a lower or an upper limit, that is the one that counts.
card-dose-against = How well pacing works has hardly been tested. One study found that people who pace were in a better mood but had more pain.

card-timing = When to move
card-timing-body =
    You may have heard that moving late in the day keeps you awake.
    For most kinds of movement that is not so.
    Gentle stretching, a slow walk or easy yoga are fine at any hour.
    For many people they are a good bridge between day and night.

    Hard effort is a different matter.
    It makes the heart race and warms you from within.
    Both take time to settle.
    If it ends within an hour of going to bed, falling asleep may take longer.
    In one very large set of data from wrist trackers, hard effort late in the evening went along with shorter and later sleep.
    When it ended four hours or more before sleep, nothing showed.

    So here is a simple rule.
    Keep the hard things for the day, and let the evening be soft.
    If the late hour is the only one you have, do it anyway, but a little easier.
    Moving late is better for most than not moving at all.

    Pain has its own clock too.
    Many people are stiff in the morning and better by noon.
    Then the middle of the day is a friendly time to do more.
    Others do best early, before the day has used them up.
    Look for your own good hour and guard it.

    And if you can, move outdoors in the first part of the day.
    The light tells your body clock that it is day.
    You get two good things for one walk.
card-timing-against = Pooled lab studies found that evening exercise does not harm sleep as a rule. The large tracker study only watched people and cannot show what led to what.

## Five things that tend to help

card-consistency = About the same time is good enough
card-consistency-body =
    If you do one thing for your nights, let it be this.
    Get up at about the same time each day.

    The body has a clock of its own.
    It sets the hour for being hungry, warm, awake and sleepy.
    It likes to know when the day starts.
    When that hour jumps about, the clock never quite knows where it is.
    It is a bit like flying to another land each weekend.

    You do not have to be strict.
    Half an hour either way is fine.
    The time of getting up matters more than the time of going to bed.
    Bedtime then finds its own place, as you grow sleepy when you have been up long enough.

    After a short night it is hard to get up as usual.
    If you can, do it all the same, and go gently through the day.
    The next night is often deeper.
    A lie-in of an hour or so is no harm, and after a run of short nights it may even help.
    It is the long swings that make things harder.

    One odd night moves nothing.
    A party, a journey or a flare may take you off your hours.
    You just pick them up again the next day.
    There is no count that starts from nought.

    Wane shows how far your mornings were spread.
    It compares you with no one but yourself.
    If your work has shifts, look for what stays the same, such as a meal or a walk after you wake.
card-consistency-against = Most of what is known comes from watching large groups. A steady hour may come with a steady life, and that may be what helps.

card-mornings = Guard the morning too
card-mornings-body =
    We tend to work on sleep at night.
    The morning is the other end of the same rope.

    Light is the strongest sign for the body clock.
    When it meets your eyes soon after you wake, the clock is set for the day.
    Some sixteen hours later it lets you grow sleepy.
    Without that sign it drifts, most often to a later hour.

    Daylight is far stronger than lamps.
    A room may feel bright, but even a cloudy sky is often ten times as bright or more.
    So twenty to thirty minutes outdoors within two hours of getting up is a good aim.
    On a grey day a bit longer is fine.
    Never look at the sun.
    A seat by an open window or on a balcony is better than nothing.

    In winter it may still be dark when you rise.
    Then switch the lamps on and go out later.
    If light hurts your eyes or brings on a headache, use shade, or go when it is soft.

    In the evening it is the other way round.
    Dim the lamps as you wind down.
    A dark room helps the clock to know that it is night.

    What about pain?
    A few small studies tried bright light in the morning, and some people had less pain.
    But it is not clear that the light did it.
    So go out for your sleep, for the air and for the start of the day.
    If the pain eases as well, all the better.
card-mornings-against = In a trial with 125 people with back pain, bright light did no better than dim light that was meant to do nothing.

card-pressure = Sleep comes when it is not chased
card-pressure-body =
    You can walk faster if you try.
    You can lift more if you try.
    Sleep is one of the few things that go away when you try.

    To try means to watch.
    Am I asleep yet?
    What time is it?
    How will I get through tomorrow?
    Each of these thoughts wakes you up a little more.
    The body hears that something is wrong and stays on guard.

    It may help to set another aim.
    Do not aim for sleep, aim for rest.
    Lying warm and quiet in the dark is good for a sore body, awake or not.
    If sleep comes, that is a gift.
    If it does not, you have rested.

    A few things take the pressure off.
    Turn the clock away, or put it where you cannot see it.
    Put tomorrow on paper an hour before bed, so that you need not carry it.
    If you are wide awake and tense, get up for a while and do something dull in dim light.
    Go back when your eyes grow heavy.

    A busy head at bedtime often says more about the night than pain does.
    That is why Wane asks about it in the evening.

    Trackers can add to the pressure as well.
    If a number tells you in the morning that you slept badly, the day starts with a dent.
    You may put the gadget away for a month.
    Wane too can go without numbers, or be put on holiday.
    Nothing is lost by that.
card-pressure-against = Getting up when you lie awake is common advice, but it has mostly been tested as one part of a whole program. Some people rest better if they stay in bed.

card-wind-down = A bridge from day to night
card-wind-down-body =
    Few of us can stop at once.
    The body needs a while to slow down, and so does the head.
    A wind-down is that while.

    It need not be long.
    Half an hour to an hour is plenty, and ten minutes are better than none.
    It need not be clever either.
    What counts is that it comes at about the same time, and that you like it.
    After some weeks the first step alone tells the body what comes next.

    You could put it together from simple parts.
    Some easy stretches for what has grown stiff.
    A warm bath or a warm pack on a sore place.
    Slow breathing for five minutes.
    A few pages of a book you know, or music without words.
    Lamps low.
    If thoughts go round, write them down and close the page.

    Two things are best kept out of it.
    One is work, news and hard talks.
    The other is the urge to get it right.
    If you skip a part, you skip a part.
    If the whole evening goes another way, tomorrow has one too.

    People in pain often dread the bed.
    A wind-down can change that a little.
    It gives the last hour to something pleasant, in place of waiting for the pain.

    You can build your own in Wane from a few blocks.
    It will tell you softly when the time has come.
    Then it stays out of the way.
card-wind-down-against = In a review, 14 of 25 relaxation trials found better sleep on at least one count. So 11 did not, and many had flaws in how they were done.

card-waking = Awake with pain at night
card-waking-body =
    Three in the morning, and it hurts.
    The first thought is often: now the night is over.
    It is not.
    Everybody wakes several times a night.
    Most of these times are short and leave no trace.
    What makes them long is the alarm that follows.

    So the aim is small.
    Do not make it bigger.
    There is nothing to solve at this hour.

    Here is what you can do without getting up.
    Let your jaw and shoulders drop.
    Change how you lie, and put a pillow where it takes the weight off.
    Breathe out slowly, a few times.
    Then let your mind rest on something plain, such as the weight of the blanket or a walk you know well.
    When thoughts of tomorrow come, tell them they can come back after breakfast.

    Leave the clock alone.
    It never brings good news at night.

    If you have medicine for the night, take it as you were told.
    It is good to settle with your doctor by day what is fine to take, so that you need not think about it in the dark.

    If you are still wide awake and tense after a while, get up and sit somewhere dim.
    A warm drink or a dull book will do.
    Go back when you are sleepy.

    Wane has a screen for this, black and without a clock.
    And in the morning look back with a kind eye.
    You may have rested more than it seems.
card-waking-against = These steps come from programs for people who sleep badly. How well each step works by itself, in people who wake from pain, has hardly been tested.

## Small tools

card-breathing = Slow breathing, and what it can do
card-breathing-body =
    Breathing is the one part of your alarm system that you can take by the hand.
    When you breathe out slowly, the heart beats a bit slower.
    The body reads that as a sign of safety.

    A simple way is to breathe in for four counts and out for six.
    That makes six breaths in a minute.
    If that is too slow, start with your own pace and make the way out a little longer.
    Let the belly move.
    There is no need to hold your breath, and no need to fill up to the top.
    Five to ten minutes are enough.

    What is known?
    More than two hundred studies show that slow breathing calms the heart while you do it, and few people had any trouble.
    In a lab, slow breaths with a long way out made heat on the skin hurt a little less.
    Those were young and healthy people.
    In one month of five minutes a day, mood got better, whichever pattern people used.

    It will not make pain go away.
    It may turn down the alarm around it, and that can be the part that keeps you awake.
    Think of it as a dimmer and not as a switch.

    Stop if you feel dizzy or if your fingers tingle.
    Then just breathe as you like.
    If you have a lung or heart problem or are pregnant, leave out all holding of breath and ask your doctor first.

    Try it a few times when things are calm.
    It is easier to find in the dark if you know the way.
card-breathing-against = In people with pain all over the body, slow breathing helped less surely than in healthy people. For short-lived pain in clinics the proof is very weak.

card-relaxation = Letting go, part by part
card-relaxation-body =
    Pain makes us brace.
    The shoulders creep up and the jaw sets, often for hours.
    We only notice when somebody points it out.

    There are two old ways to let go.
    In the first you tense a part for about five seconds, and then let it sink for twenty or thirty.
    You go through the body from the feet to the face.
    The change from tight to loose makes it easier to feel what loose is.
    Leave out any part that hurts, or just think of tensing it.

    In the second way you do nothing at all.
    You let your mind walk through the body and notice what is there.
    Warm, cool, heavy, light, sore, nothing.
    You do not need to change it.
    If a sore place calls too loudly, move on and stay with a part that feels all right.
    Ten to twenty minutes is a good length.

    Many people fall asleep on the way.
    That is fine at night.
    By day you can sit up, so that you stay awake and learn the path.

    It often feels clumsy the first few times.
    The mind wanders off, and you bring it back.
    That is not doing it wrong, that is doing it.

    Studies of these ways are many and small.
    More than half found that some part of sleep got better.
    As it costs nothing and is safe for most, it is worth a few evenings.
    If it makes you more tense, choose something else.
card-relaxation-against = In a review, 11 of 25 relaxation trials and 10 of 23 meditation trials found no gain for sleep. Many of the others could have been fairer tests.

## People and machines who can help

card-physio = Physiotherapy is more than joints
card-physio-body =
    Some people think of a physiotherapist as someone who kneads sore spots.
    That can be part of it.
    But much of the work is talk, trust and practice.

    A good one will ask how you sleep, what you fear and what you miss.
    They help you find out which moves are safe, and they do them with you.
    They set a start that is small enough, and a next step that is not too large.
    They tell you what a normal ache is and what is not.
    When fear of moving shrinks, life often gets bigger before the pain gets smaller.
    Sleep may come along as well, since you do more by day and worry less at night.

    You can help them help you.
    Bring a short note on how the last weeks went.
    What could you do that matters to you?
    When was it hard?
    What did you try?
    Wane can hold these things for you, so that you need not recall them in the room.

    Tell them freely what you left out, and why.
    An exercise that does not fit your day is not your fault.
    It needs to be changed.
    Ask for one or two things and not for ten.

    And write down what they said, as soon as you can.
    You can put their words in your flare plan, in their own voice.
    On a hard day it is good to hear from someone who knows you.

    If it does not feel right with one person, it is fine to look for another.
card-physio-against = That sleep gets better along with physiotherapy is what people in practice report. We know of no large fair test that shows it for lasting pain.

card-programs = Programs for sleep
card-programs-body =
    For people who sleep badly for months there are set programs.
    The best known one is called CBT-I.
    It takes about six to eight meetings, with a person or on a screen.

    You learn how sleep works.
    You keep a diary for a few weeks, much like the one in Wane.
    Then you try out changes.
    Steadier hours, a bed that is kept for sleep, ways to handle a busy head at night.
    With a trained person you may also spend less time in bed for a while, so that sleep grows deeper.
    That last part can make you very sleepy by day.
    It is not for everyone, and Wane never asks you to do it.

    It has been tried in people with lasting pain too.
    Twelve trials with 762 people were put together.
    Sleep got clearly better.
    Pain went down a little, less than most people would notice.

    What does that tell us?
    Better sleep is worth having for its own sake.
    It makes days easier to live, even when the pain is much the same.
    It would not be honest to sell it as a way out of pain.

    If your nights have been hard for three months or longer, ask your doctor about such a program.
    Sleeping pills are another talk to have with them, with gains and costs.
    In some places you can join a program without waiting for a visit.
    You could show them your diary, so that you start with facts.
card-programs-against = Put together, the trials give a chance of only about 58 in 100 that pain is less after the program. Half would be a coin toss.

card-wearables = What a watch can and cannot know
card-wearables-body =
    A watch or ring on your hand feels two things: how you move and how your heart beats.
    From these it guesses when you slept.
    It does not look into your brain, so it cannot know for sure.

    When you lie still and awake, as people in pain often do, it may think you are asleep.
    When you turn a lot in your sleep, it may think you are awake.
    Its guess about deep and light sleep is weaker still.
    Two brands on two hands can tell two stories about one night.

    Your own feeling is not exact either.
    In one study people wrote down about 40 minutes more than the lab had measured.
    For the hours of going to bed and getting up they were right to a few minutes.

    So who is right?
    It depends on what you want to know.
    If you want to know how a night felt, you are the only one who can tell.
    How it felt has said more about the next day's pain than what a device saw.
    If you want to know when you were in bed over many weeks, a device is handy, as it never forgets.

    Wane keeps the two apart.
    What you felt comes first.
    What a device saw lies next to it, as a second view.
    When they do not agree, nobody is wrong.

    If the morning number makes you tense, hide it for a while.
    There is even a word for people who sleep worse from chasing a good number.
    You would not be the first to sleep better without it.
card-wearables-against = A diary has its own slant. On average it gives 40 minutes more sleep than brain waves show, so a device can be nearer the truth on length.

card-road-ahead = What is being worked on
card-road-ahead-body =
    Sleep has long been an afterthought in pain care.
    That is slowly changing.
    More clinics ask about nights at the first visit.
    More programs work on sleep and on pain side by side, in place of one after the other.

    Some of the work is about timing.
    Can an hour of light in the morning help?
    Does it matter when you take a walk?
    A few small studies are in, and larger ones are needed.

    Some of it is about you as one person.
    If you write down days and nights over months, it may be possible to see what goes along with what in your own life.
    You can even run a small test on yourself.
    A coin decides which weeks you do a thing and which you leave it.
    Wane can do the sums for that, on your own machine.

    And some of it is about gadgets.
    They will get better at telling sleep from lying still.
    Whether that helps anyone to feel better is not known yet.

    It is wise to keep a cool head.
    Each year brings a new lamp, pill, pillow or app that claims to do it all.
    Ask three things.
    Was it tried on people like me?
    Was it compared with something that looks the same but does nothing?
    Who pays for the claim?

    Good care is often plain.
    Someone who listens, steady hours, some movement, a bit of light.
    That much is here already.
card-road-ahead-against = Bright light did well in two small studies of people with pain. In the one larger and fairer test it did no better than dim light.

card-myths = Six things that are not so
card-myths-body =
    “Everyone needs the same amount of sleep.”
    People differ, and so do ages.
    How you feel by day tells more than a count of hours.

    “If I wake at night, something is wrong.”
    All people wake.
    Most forget it.
    What makes it long is worry, and worry can be met.

    “Pain means that something is being harmed.”
    Fresh pain may say so.
    Pain that has lasted for a long time is more often an alarm that has grown touchy.
    If a pain is new or different, have it looked at.

    “I need to rest until it is gone.”
    Short rest is fine.
    Long rest makes a body stiff and the nights lighter.
    Small moves, done often, tend to do more.

    “If I sleep well, the pain will go.”
    It may ease a little, or not.
    Better sleep is good for its own sake.
    Nobody can promise more than that, and you can be wary of those who do.

    “It is all in the head.”
    All pain is made by the nerves and the brain, and all of it is real.
    That your mood and your nights have a say in it makes it no less real.

    There may be other sayings that weigh on you.
    You could look at one of them with a friend or with someone who looks after your care.
    Ask where it came from, and whether it still helps.
    It is fine to put an old rule down.
    You can always pick it up again later.
card-myths-against = For some people a saying holds some truth. One of the largest studies found that pain does get worse after poor nights, more than it eases after good ones.
