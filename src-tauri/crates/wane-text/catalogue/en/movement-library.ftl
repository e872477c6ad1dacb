### The gentle movements of the library: what each is called, how it goes, when to breathe, how to make it smaller, what its drawing shows.

## Lying
move-legs-up-rest = Legs up, and rest
move-legs-up-rest-1 = Lie on your back. Lay your lower legs on a chair, a sofa or a pile of pillows.
move-legs-up-rest-2 = Rest one hand on your belly.
move-legs-up-rest-3 = Feel the belly rise and sink. There is nothing else to do.
move-legs-up-rest-breath = Let the breath out be a little longer than the breath in.
move-legs-up-rest-ease = A pillow under the knees does as well, if the floor is too far down.
move-legs-up-rest-picture = A person lies on the back, lower legs on a seat, one hand on the belly. An arrow shows the belly rising and sinking.

move-ankle-pump = Ankle pumps
move-ankle-pump-1 = Lie with your legs long, or with a small roll under them.
move-ankle-pump-2 = Draw your toes towards you.
move-ankle-pump-3 = Then point them away, slowly.
move-ankle-pump-breath = In as the toes come, out as they go.
move-ankle-pump-ease = One foot at a time, or only think of the movement.
move-ankle-pump-picture = Lower legs seen closely, lying. A foot points up, and away; an arrow goes both ways.

move-pelvis-rock = Pelvis rock
move-pelvis-rock-1 = Lie on your back with your knees up and feet flat.
move-pelvis-rock-2 = Roll your pelvis back, so that the low back comes near the mat.
move-pelvis-rock-3 = Roll it forward again, so that the low back lifts a little.
move-pelvis-rock-breath = Out as the back sinks, in as it lifts.
move-pelvis-rock-ease = Make it as small as a nod. Nobody needs to see it.
move-pelvis-rock-picture = A person lies on the back, knees up. An arrow over the pelvis rocks both ways.

move-heel-slide = Heel slide
move-heel-slide-1 = Lie on your back, one knee up and one leg long.
move-heel-slide-2 = Slide the heel of the long leg towards you.
move-heel-slide-3 = Slide it away again. Then change legs.
move-heel-slide-breath = Out as the heel comes, in as it goes.
move-heel-slide-ease = Slide only half the way. A sock on a smooth sheet makes it lighter.
move-heel-slide-picture = A person lies on the back with one leg long. A pale line shows that leg bent, and an arrow the way of the heel.

move-knees-side = Knees from side to side
move-knees-side-1 = Lie on your back, knees up, arms out to the sides.
move-knees-side-2 = Let both knees sink to one side.
move-knees-side-3 = Bring them back, and let them sink to the other side.
move-knees-side-breath = Out as the knees sink, in as they come back.
move-knees-side-ease = Move a hand’s width each way. A pillow beside the knees can catch them.
move-knees-side-picture = Seen from above: a person lies with arms wide, both bent knees sunk to one side. Pale lines show them on the other side.

move-arms-overhead = Arms overhead
move-arms-overhead-1 = Lie on your back with your knees up, arms beside you.
move-arms-overhead-2 = Lift both arms in a wide arc, up and back over your head.
move-arms-overhead-3 = Bring them down the same way.
move-arms-overhead-breath = In as the arms go up, out as they come down.
move-arms-overhead-ease = Go only until the hands point to the ceiling, or take one arm.
move-arms-overhead-picture = A person lies on the back, knees up, arms beside the body. An arrow shows the arms going in an arc over the head.

move-knee-to-chest = One knee to the chest
move-knee-to-chest-1 = Lie on your back with your knees up.
move-knee-to-chest-2 = Lift one knee, and hold it with both hands.
move-knee-to-chest-3 = Let it come nearer, stay for a breath, and put it back. Then change sides.
move-knee-to-chest-breath = Out as the knee comes, in as it goes.
move-knee-to-chest-ease = Hold behind the thigh, or use a scarf as a longer arm.
move-knee-to-chest-picture = A person lies on the back, knees up. A pale line shows one knee drawn to the chest and held with both hands.

move-open-book = Open book
move-open-book-1 = Lie on your side, knees bent, palms together in front of you.
move-open-book-2 = Lift the upper arm and open it to the other side, like a page.
move-open-book-3 = Let your eyes follow the hand, and close the page again.
move-open-book-breath = In as the page opens, out as it closes.
move-open-book-ease = Open only to the ceiling, or slide the hand over your ribs.
move-open-book-picture = Seen from above: a person lies on the side, knees bent, arms in front. An arrow shows the upper arm opening to the back.

move-leg-ease = Back of the leg
move-leg-ease-1 = Lie on your back. Lift one thigh and hold it behind with both hands.
move-leg-ease-2 = Unfold the knee until you feel a light pull.
move-leg-ease-3 = Let the lower leg sink again. Then change sides.
move-leg-ease-breath = Out as the knee unfolds, in as it sinks.
move-leg-ease-ease = Leave the knee well bent. A scarf behind the thigh is easier on the hands.
move-leg-ease-picture = A person lies on the back and holds one thigh upright. A pale line shows the knee unfolding and the foot going up.

move-bridge = Small bridge
move-bridge-1 = Lie on your back, knees up, feet flat.
move-bridge-2 = Press your feet down and lift your hips a little.
move-bridge-3 = Lower them, slowly.
move-bridge-breath = Out as you lift, in as you lower.
move-bridge-ease = Press the feet down and let the hips stay where they are.
move-bridge-picture = A person lies on the back, knees up. A pale line shows the hips lifted, and an arrow points up.

## Sitting
move-head-turn = Turn the head
move-head-turn-1 = Sit tall, shoulders loose.
move-head-turn-2 = Turn your head as if you looked out of a window beside you.
move-head-turn-3 = Come back, and look to the other side.
move-head-turn-breath = Out as you turn, in as you come back.
move-head-turn-ease = Turn only your eyes first. The head may follow a little.
move-head-turn-picture = Head and shoulders from the front, the face turned a little. An arrow above goes both ways.

move-ear-to-shoulder = Ear to shoulder
move-ear-to-shoulder-1 = Sit tall and let both shoulders hang.
move-ear-to-shoulder-2 = Let one ear sink towards its shoulder.
move-ear-to-shoulder-3 = Stay for a breath, come back, and change sides.
move-ear-to-shoulder-breath = Out as the head sinks, in as it comes up.
move-ear-to-shoulder-ease = A finger’s width is enough. A hand may hold the head.
move-ear-to-shoulder-picture = Head and shoulders from the front. A pale line shows the head leaning to one side.

move-chin-glide = Chin glide
move-chin-glide-1 = Sit tall and look straight ahead.
move-chin-glide-2 = Glide your head back, as if to make room for somebody.
move-chin-glide-3 = Let it come forward again.
move-chin-glide-breath = Out as the head goes back, in as it comes.
move-chin-glide-ease = Let the head rest against a wall and only think of the way.
move-chin-glide-picture = Head and shoulders from the side. A pale line shows the head gliding straight back.

move-shoulder-roll = Shoulder rolls
move-shoulder-roll-1 = Let both arms hang.
move-shoulder-roll-2 = Lift your shoulders, take them back, and let them sink.
move-shoulder-roll-3 = Go on in slow circles. Then the other way round.
move-shoulder-roll-breath = In as they lift, out as they sink.
move-shoulder-roll-ease = One shoulder at a time, in a circle as small as a coin.
move-shoulder-roll-picture = Head and shoulders from the front. A pale line shows both shoulders lifted, and arrows go round.

move-elbows-back = Elbows back
move-elbows-back-1 = Sit tall, elbows bent, hands in front of you.
move-elbows-back-2 = Draw both elbows back, as if along a wall.
move-elbows-back-3 = Let them come forward again.
move-elbows-back-breath = In as the elbows go back, out as they come.
move-elbows-back-ease = Lay your hands on your thighs and let them slide.
move-elbows-back-picture = A person sits on a stool from the side, elbows bent. A pale line shows the elbows drawn back.

move-wrist-bend = Wrist bends
move-wrist-bend-1 = Rest your lower arms on a table, hands over its edge.
move-wrist-bend-2 = Lift your hands.
move-wrist-bend-3 = Let them sink below the edge.
move-wrist-bend-breath = In as they lift, out as they sink.
move-wrist-bend-ease = Make loose fists, or open and close the hands instead.
move-wrist-bend-picture = A person from the side, lower arm on a table. The hand is lifted; a pale line shows it sunk over the edge.

move-seated-round = Round and lengthen
move-seated-round-1 = Sit with your hands on your thighs.
move-seated-round-2 = Round your back and let your head sink forward.
move-seated-round-3 = Grow long again, and lift your breastbone a little.
move-seated-round-breath = Out as you round, in as you grow.
move-seated-round-ease = Move only the pelvis: roll it back, and forward.
move-seated-round-picture = A person sits tall on a chair from the side. A pale line shows the back rounded and the head sunk forward.

move-seated-turn = Turn on a chair
move-seated-turn-1 = Sit tall and cross your arms over your chest.
move-seated-turn-2 = Turn your chest to one side; the hips stay.
move-seated-turn-3 = Come back, and turn to the other side.
move-seated-turn-breath = Out as you turn, in as you come back.
move-seated-turn-ease = Turn only head and eyes, or hold on to the chair.
move-seated-turn-picture = A person sits on a chair from the front, arms crossed, the chest turned. An arrow goes round.

move-seated-side-bend = Side bend on a chair
move-seated-side-bend-1 = Sit tall, one hand on the chair.
move-seated-side-bend-2 = Reach up with the other arm and lean over to the side.
move-seated-side-bend-3 = Come back, and change sides.
move-seated-side-bend-breath = In as you reach, out as you lean.
move-seated-side-bend-ease = Leave the arm down, and let the hand slide along the chair.
move-seated-side-bend-picture = A person sits on a chair from the front, one arm up. A pale line shows the body leaning to the side.

move-knee-straighten = Straighten the knee
move-knee-straighten-1 = Sit with both feet on the floor.
move-knee-straighten-2 = Lift one foot until the leg is almost straight.
move-knee-straighten-3 = Lower it slowly. Then change sides.
move-knee-straighten-breath = Out as the foot lifts, in as it sinks.
move-knee-straighten-ease = Slide the heel along the floor instead of lifting it.
move-knee-straighten-picture = A person sits on a chair from the side. A pale line shows one lower leg lifted until it is straight.

move-seated-march = March on a chair
move-seated-march-1 = Sit tall, hands where they feel right.
move-seated-march-2 = Lift one knee a little, and put the foot down.
move-seated-march-3 = Lift the other, as in a slow march.
move-seated-march-breath = Breathe as you like; let it go on.
move-seated-march-ease = Lift only the heels, one after the other.
move-seated-march-picture = A person sits on a chair from the side. A pale line shows one knee lifted, and an arrow points up.

move-fold-forward = Fold forward
move-fold-forward-1 = Sit with your feet apart, hands on your thighs.
move-fold-forward-2 = Let your chest sink towards your thighs and your arms hang.
move-fold-forward-3 = Come up slowly, the head last.
move-fold-forward-breath = Out on the way down, in on the way up.
move-fold-forward-ease = Rest your lower arms on your thighs, and stay there. If you get dizzy, leave it out.
move-fold-forward-picture = A person sits on a chair from the side. A pale line shows the body folded over the thighs, arms hanging.

## Standing
move-weight-shift = Shift your weight
move-weight-shift-1 = Stand with your feet apart, beside something to hold on to.
move-weight-shift-2 = Let your weight move over to one foot.
move-weight-shift-3 = Let it move over to the other.
move-weight-shift-breath = Breathe as you like, slowly.
move-weight-shift-ease = Hold on with both hands, and move a hand’s width.
move-weight-shift-picture = A person stands from the front, the weight on one leg. A pale line shows it over the other leg.

move-hip-circle = Hip circles
move-hip-circle-1 = Stand with your feet apart, hands on your hips.
move-hip-circle-2 = Let your hips go in a slow circle.
move-hip-circle-3 = After some circles, go the other way round.
move-hip-circle-breath = Out to the front, in to the back.
move-hip-circle-ease = Make the circle as small as a plate, one hand on something steady.
move-hip-circle-picture = A person stands from the front, hands on the hips. An arrow and a pale line show the hips going round.

move-arms-rise = Let the arms rise
move-arms-rise-1 = Stand easy, arms beside you.
move-arms-rise-2 = Let both arms float out and up.
move-arms-rise-3 = Let them sink the same way.
move-arms-rise-breath = In as they rise, out as they sink.
move-arms-rise-ease = Stop at the height of your shoulders, or bend your elbows.
move-arms-rise-picture = A person stands from the front, arms down. Pale lines show both arms raised, and arrows point up.

move-long-back = Long back at the counter
move-long-back-1 = Lay your hands on the counter and step back.
move-long-back-2 = Let your hips go back until your back is long.
move-long-back-3 = Stay for some breaths, then walk in again.
move-long-back-breath = With each breath out, let the hips go back a little.
move-long-back-ease = Bend your knees, or lay your lower arms on the counter.
move-long-back-picture = A person bends at the hips, hands on a counter, back long. An arrow shows the hips going back.

move-calf-ease = Ease the calf
move-calf-ease-1 = Hold on to the counter, one foot well behind the other.
move-calf-ease-2 = Bend the front knee; the heel behind stays down.
move-calf-ease-3 = Stay for some breaths, then change sides.
move-calf-ease-breath = Let each breath out be long.
move-calf-ease-ease = Take a shorter step, and bend the knee behind a little.
move-calf-ease-picture = A person stands at a counter, one leg far behind. A pale line shows the body moving forward over the front leg.

move-walk-on-spot = Walk on the spot
move-walk-on-spot-1 = Stand beside something to hold on to.
move-walk-on-spot-2 = Lift one knee, then the other.
move-walk-on-spot-3 = Let your arms swing along.
move-walk-on-spot-breath = Breathe so that you could still talk.
move-walk-on-spot-ease = Lift only the heels; the toes stay down.
move-walk-on-spot-picture = A person seen from the side walks on the spot, one knee lifted, the other arm in front.

move-leg-swing = Swing a leg
move-leg-swing-1 = Hold on to the counter with one hand or both.
move-leg-swing-2 = Let one leg swing forward and back, like a bell.
move-leg-swing-3 = Let it come to rest, and change sides.
move-leg-swing-breath = Breathe as you like; let the leg do the rest.
move-leg-swing-ease = Let the toes glide over the floor.
move-leg-swing-picture = A person stands at a counter from the side, one leg behind. A pale line shows it swung to the front.

move-heel-raise = Heel raises
move-heel-raise-1 = Hold on to the counter, feet under your hips.
move-heel-raise-2 = Lift both heels.
move-heel-raise-3 = Lower them, slowly.
move-heel-raise-breath = In as you rise, out as you sink.
move-heel-raise-ease = Lift one heel at a time, or do it sitting.
move-heel-raise-picture = A person stands at a counter from the side. A pale line shows the heels lifted and the body higher.

move-counter-push = Push from the counter
move-counter-push-1 = Lay both hands on the counter and step back, so that you lean.
move-counter-push-2 = Bend your elbows and let your chest come near.
move-counter-push-3 = Push yourself away again.
move-counter-push-breath = In on the way down, out as you push.
move-counter-push-ease = Stand nearer, or push against a wall.
move-counter-push-picture = A person leans on a counter, arms straight, body in one line. A pale line shows the chest nearer, elbows bent.

move-small-squat = Small knee bend
move-small-squat-1 = Hold on to the counter, feet apart.
move-small-squat-2 = Let your hips go back and down a little, as if to sit.
move-small-squat-3 = Stand up again.
move-small-squat-breath = In on the way down, out on the way up.
move-small-squat-ease = Bend only a hand’s width, or put a high chair behind you.
move-small-squat-picture = A person stands at a counter from the side. A pale line shows the knees bent and the hips back.

move-sit-to-stand = Sit to stand
move-sit-to-stand-1 = Sit near the edge of a chair, feet under your knees.
move-sit-to-stand-2 = Lean forward and stand up.
move-sit-to-stand-3 = Sit down again, slowly.
move-sit-to-stand-breath = Out as you stand up, in as you sit down.
move-sit-to-stand-ease = Push with your hands, or put a pillow on the seat.
move-sit-to-stand-picture = A person sits on a chair and leans forward, arms out. A pale line shows the person standing.
