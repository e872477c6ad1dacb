### Sentences made by the app about the evening's help: the wind-down, breathing, worries.

## The blocks: what they are called, what they are good for, and what is said while they last
block-worries = Put worries away
block-worries-note = Write down what is on your mind. It comes back tomorrow, after the light.
block-worries-text = One line for each thing on your mind. They are out of sight until tomorrow, after the light.
block-movement = Gentle movement
block-movement-note = A few easy movements, small and slow.
block-movement-text = Take any of these, small and slow, as far as it feels fine. Leave out what does not.
block-stretching = Stretching
block-stretching-note = Easy stretches that need no floor.
block-stretching-text = Take any of these, up to a mild pull and no further. A few calm breaths each.
block-breathing = Breathing
block-breathing-note = Slow breaths, a little longer out than in.
block-breathing-text = Let the shape lead you, or breathe as you like.
block-body-scan = Body scan
block-body-scan-note = Your attention goes through the body, from the feet up. Nothing has to change.
block-body-scan-text = Lie or sit as you like. It ends by itself.
block-muscles = Muscle relaxation
block-muscles-note = Muscles are tensed for a moment and let go. What hurts is left in peace.
block-muscles-text = Lie or sit as you like. Tense only half as hard as you could. It ends by itself.
block-quiet = Quiet
block-quiet-note = Time with nothing to do.
block-quiet-text = Nothing to do now. One of these, if you like.

## On a day, and in its history
value-block-worries = worries put away
value-block-movement = gentle movement
value-block-stretching = stretching
value-block-breathing = breathing
value-block-body-scan = body scan
value-block-muscles = muscle relaxation
value-block-quiet = quiet
line-wind-down = Wind-down
line-wind-down-time = Wind-down, { $time }
line-wind-down-what = Wind-down: { $what }
line-wind-down-time-what = Wind-down, { $time }: { $what }
thing-wind-down = Wind-down
thing-worry = Worry put away
field-any-blocks = with
field-any-fate = what became of it
value-fate-parked = put away
value-fate-kept = kept as a note
value-fate-let-go = let go
value-fate-planned = with a next step
holds-wind-down = Wind-downs
holds-worry = Worries put away
change-wind-down = wind-down
change-remove-wind-down = removing a wind-down
change-wind-down-blocks = the wind-down’s blocks
change-breathing = how to breathe
change-breathing-pace = your breathing pace
change-park-worries = worries put away
change-keep-worry = keeping a worry as a note
change-let-worry-go = letting a worry go
change-plan-worry = a next step for a worry

## The sequence, and the evening under way
wind-down-in-all = { $time } in all
wind-down-saved = Saved
saved-wind-down = Saved: wind-down
wind-down-done = This evening’s wind-down is noted.
wind-down-done-time = This evening’s wind-down is noted: { $time }.
wind-down-paused = It stands still after { $time }. It goes on where you left it.
wind-down-paused-early = It stands still. It goes on where you left it.
wind-down-over = That was your wind-down, { $time }. It is noted. Let the rest of the evening be easy.
wind-down-left = Left for now. Nothing was noted.

## Gentle movement: sitting or standing, by anybody
move-shoulders = Roll your shoulders slowly back, five times. Then let them hang.
move-arms = Let your arms swing loosely from side to side, as if they were heavy.
move-sway = Stand and sway a little from foot to foot, like a tree in a light wind.
move-knees = Sitting, straighten one knee and let it bend again. Then the other.
move-ankles = Draw slow circles with each foot.
move-walk = Walk through the room once, slowly, and feel each foot meet the floor.

## Stretching
stretch-reach = Reach both arms up as if for a high shelf, then let them sink.
stretch-neck = Let one ear sink towards its shoulder. Then the other side.
stretch-side = Sitting, lean a little to one side with that arm hanging. Then the other side.
stretch-back = Sitting, let your head and back round forward, hands on your thighs. Come up slowly.
stretch-thigh = Standing, hold on to something and step one foot back, heel light. Then the other.
stretch-calf = Hands on the wall, one heel back on the floor, until the calf pulls mildly. Then the other.

## Quiet
quiet-light = Turn the lights down and put the screen away.
quiet-music = Listen to something slow, or to nothing.
quiet-nothing = Sit or lie, and look at nothing in particular.

## Body scan: one place at a time, from the feet up
scan-arrive = Settle in. Let the floor, the chair or the bed carry you. There is nothing to get right.
scan-foot-left = Go with your attention to your left foot: toes, sole, heel, ankle. Only notice what is there.
scan-foot-right = Now the right foot. Warm or cool, heavy or light, or nothing much at all.
scan-legs = Lower legs and knees, both at once. Notice where they touch something.
scan-thighs = Thighs, front and back. Let them be as heavy as they are.
scan-hips = Hips and seat. Feel how they are carried.
scan-lower-back = The lower back. Perhaps the breath can be felt there.
scan-belly = The belly. It rises and sinks by itself.
scan-upper-back = The upper back and the shoulder blades. Let them widen a little.
scan-chest = The chest, front and sides. A breath comes, a breath goes.
scan-arm-left = The left arm, from the fingers up to the shoulder. Let the hand lie open.
scan-arm-right = The right arm, from the fingers up to the shoulder. Let this hand lie open too.
scan-shoulders = Shoulders and neck. There is nothing to carry now.
scan-face = Jaw, cheeks, eyes, brow. The teeth may part a little.
scan-head = The whole head, resting. Then the whole body at once, from the crown to the feet.
scan-still = Rest here for as long as you like. It ends by itself.
scan-sore = It may be sore here. Stay at its edge, or move on.

## Muscle relaxation
muscles-arrive = Settle in. You will tense some muscles for a few breaths’ time, about half as hard as you could, and let go.
muscles-imagine = This place is sore, so only picture it. Leave the muscles at rest.
muscles-hand-right = Make a fist with your right hand.
muscles-hand-right-release = Let the right hand open. Feel it grow warm and heavy.
muscles-hand-left = Make a fist with your left hand.
muscles-hand-left-release = Let the left hand open. Feel it grow warm and heavy.
muscles-arm-right = Bend your right elbow and tense the upper arm.
muscles-arm-right-release = Let the right arm sink down. Nothing holds it up.
muscles-arm-left = Bend your left elbow and tense the upper arm.
muscles-arm-left-release = Let the left arm sink down. Nothing holds it up.
muscles-face = Close your eyes firmly and draw up your brow.
muscles-face-release = Let eyes and brow grow smooth.
muscles-jaw = Press your lips and your teeth together a little.
muscles-jaw-release = Let the jaw hang, teeth apart.
muscles-shoulders = Draw your shoulders up towards your ears.
muscles-shoulders-release = Let the shoulders drop. Let the neck grow long.
muscles-chest = Breathe in and draw your shoulder blades gently together.
muscles-chest-release = Breathe out and let the chest grow soft.
muscles-belly = Make your belly firm.
muscles-belly-release = Let the belly go soft. It moves with the breath again.
muscles-seat = Press your seat together.
muscles-seat-release = Let the seat spread and be carried.
muscles-thigh-right = Tense your right thigh by pressing the knee down.
muscles-thigh-right-release = Let the right thigh go. It is heavy.
muscles-thigh-left = Tense your left thigh by pressing the knee down.
muscles-thigh-left-release = Let the left thigh go. It is heavy.
muscles-leg-right = Draw the toes of your right foot up towards you.
muscles-leg-right-release = Let the right foot fall back as it likes.
muscles-leg-left = Draw the toes of your left foot up towards you.
muscles-leg-left-release = Let the left foot fall back as it likes.
muscles-still = Feel the whole body rest. There is nothing more to do. It ends by itself.

## Breathing
breath-4-6 = 4 in, 6 out
breath-5-5 = 5 in, 5 out
breath-5-5-5-5 = 5.5 in, 5.5 out
breath-sigh = A sigh: twice in, once long out
breath-4-7-8 = 4 in, hold 7, 8 out
breath-box = A box: in, hold, out, hold, 4 each
breath-rate = { $rate } breaths a minute
breath-caution = The breath is held here. With a lung or heart illness, or in pregnancy, take a pattern without holds and ask a clinician first.
breath-pace = Your own pace when you last looked: { $rate }.
breath-pace-none = Your own pace is not known yet.

## Worries
worries-parked = { $count ->
    [1] Put away until tomorrow, after the light.
   *[other] { $count } things put away until tomorrow, after the light.
}
worries-away = { $count ->
    [1] One thing is put away until after the light.
   *[other] { $count } things are put away until after the light.
}
worries-given = { $count ->
    [1] One thing you put away in the evening is back.
   *[other] { $count } things you put away in the evening are back.
}
worry-from = put away on { $day }
worry-kept = Kept as a note of today.
worry-let-go = Let go.
worry-planned = The next step is noted today.
worry-planned-note = { $worry }
    Next step: { $step }

## What could not be done
error-blocks-count = A wind-down has one to { $limit } blocks. Nothing was changed.
error-block-minutes = One block is shorter or longer than it can be. Nothing was changed; body scan and muscle relaxation take 10 to 20 minutes.
error-blocks-short = A wind-down takes { $limit } minutes or more in all. Nothing was changed; add a block or some minutes.
error-blocks-long = A wind-down takes up to { $limit } minutes in all. Nothing was changed; take a block or some minutes away.
error-breath-rate = A pace of your own goes from 3 to 12 breaths a minute, out up to three times as long as in. Nothing was changed.
error-taps = That was hard to read. Nothing was changed; tap once at the start of four breaths in or more.
error-worry-empty = There is nothing written yet. Nothing was changed.
error-worry-many = Up to { $limit } things can be put away at once. Nothing was changed.
error-worry-long = One thing can be up to { $limit } characters long. Nothing was changed; please shorten it.
error-worry-step = A next step needs a few words. Nothing was changed.
