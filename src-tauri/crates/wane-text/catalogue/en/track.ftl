### Sentences made by the app about what is tracked by name: regions of the body, pains, factors, medicines, naps, notes.

## What was just done with something that is tracked
tracked-saved = Saved
tracked-pain-made = Saved. Both check-ins ask for it from now on.
tracked-factor-made-day = Saved. The evening asks for it from now on.
tracked-factor-made-night = Saved. The morning asks for it from now on.
tracked-medicine-made = Saved
tracked-put-aside = Put aside. What was written about it stays.
tracked-taken-up = In use again

## Import
import-factors-aside = Comes in put aside, since six can be in use

## How often a factor was answered
factor-unused = Not answered yet
factor-used = { $count ->
    [one] Answered once, on { $day }
   *[other] Answered { $count } times, last on { $day }
}
factor-measured-days = { $count ->
    [one] One day, { $day }
   *[other] { $count } days, the last { $day }
}

## Entries of a day
entry-saved = Saved
entry-saved-with-questions = Saved.
entry-saved-asking = { $saved } { $question }
entry-removed = Removed. It stays in the trash for 30 days.
line-list = { $list }, { $next }
line-nap = Nap
line-nap-range = Nap { $range }
line-nap-from = Nap from { $time }
line-nap-until = Nap until { $time }
line-asleep = { $duration } asleep
line-medicine-nameless = A medicine
note-empty = Nothing was written, so nothing was saved.
question-nap-asleep = The minutes asleep are more than this sleep had. Could one of them be different?
question-nap-long = More than 16 hours lie between beginning and end. Could the two be swapped?
question-nap-night = The night covers some of the same time. Are both right?
question-entry-future = Part of this has not come yet. Is the time right?

## Undo. These name a change
change-save-pain = a named pain
change-save-factor = a factor
change-save-medicine = a medicine
change-save-anchors = what the numbers mean
change-retire-pain = putting a pain aside
change-retire-factor = putting a factor aside
change-retire-medicine = putting a medicine aside
change-take-up-pain = taking a pain up again
change-take-up-factor = taking a factor up again
change-take-up-medicine = taking a medicine up again
change-remove-nap = removing a nap
change-remove-medicine = removing a medicine
change-remove-note = removing a note

## Errors: what happened, what was kept, what to do
error-name-empty = This needs a name. Nothing was changed; a word or two are enough.
error-name-long = A name has at most { $limit } characters. Nothing was changed; please shorten it.
error-name-taken = Something in use has this name already. Nothing was changed; another name tells the two apart.
error-unit-long = A unit has at most { $limit } characters. Nothing was changed; please shorten it.
error-factor-limit = { $limit } factors are in use, and that is the most at once. Put one aside first; what it holds stays in the diary.
error-factor-fixed = This factor has answers, so its time of day and its unit stay as they are. Nothing was changed. Another factor can be made beside it.
error-factor-yes-no = This factor is answered with yes or no. Nothing was changed.
error-factor-number = This factor is answered with a number from 0 to 100,000. Nothing was changed.
error-anchor-long = These words have at most { $limit } characters for each number. Nothing was changed; please shorten them.
error-amount-long = An amount has at most { $limit } characters. Nothing was changed; a note has room for more.
error-note-long = A note has at most { $limit } characters. Nothing was saved; two notes can share the text.
error-nap-empty = A nap needs a beginning, an end, or the minutes asleep. Nothing was saved; one of them is enough.

## Regions of the body. Left and right are the person's own
region-list = { $list }; { $next }
region-group-whole = The whole body
region-group-head = Head and neck
region-group-arm = Shoulders and arms
region-group-hand = Hands
region-group-front = Chest and belly
region-group-spine = Spine
region-group-back = Back, beside the spine
region-group-pelvis = Hips, pelvis and intimate areas
region-group-leg = Legs
region-group-foot = Feet
region-everywhere = everywhere
region-top-of-head = top of the head
region-forehead = forehead
region-temple-left = left temple
region-temple-right = right temple
region-eye-left = left eye
region-eye-right = right eye
region-jaw-left = left jaw
region-jaw-right = right jaw
region-mouth = mouth
region-throat = throat, front of the neck
region-back-of-head = back of the head
region-shoulder-front-left = left shoulder, front
region-shoulder-front-right = right shoulder, front
region-shoulder-back-left = left shoulder, back
region-shoulder-back-right = right shoulder, back
region-upper-arm-front-left = left upper arm, front
region-upper-arm-front-right = right upper arm, front
region-upper-arm-back-left = left upper arm, back
region-upper-arm-back-right = right upper arm, back
region-elbow-inside-left = left elbow, inside
region-elbow-inside-right = right elbow, inside
region-elbow-point-left = left elbow, point
region-elbow-point-right = right elbow, point
region-forearm-front-left = left forearm, front
region-forearm-front-right = right forearm, front
region-forearm-back-left = left forearm, back
region-forearm-back-right = right forearm, back
region-wrist-left = left wrist
region-wrist-right = right wrist
region-palm-left = left palm
region-palm-right = right palm
region-thumb-left = left thumb
region-thumb-right = right thumb
region-fingers-left = left fingers
region-fingers-right = right fingers
region-back-of-hand-left = back of the left hand
region-back-of-hand-right = back of the right hand
region-breastbone = breastbone
region-chest-left = left chest
region-chest-right = right chest
region-ribs-left = left ribs
region-ribs-right = right ribs
region-belly-upper = upper belly
region-belly-left = left side of the belly
region-belly-right = right side of the belly
region-belly-lower = lower belly
region-spine-neck = neck, back
region-spine-upper = upper spine
region-spine-middle = middle spine
region-spine-lower = lower spine
region-sacrum = sacrum
region-tailbone = tailbone
region-shoulder-blade-left = left shoulder blade
region-shoulder-blade-right = right shoulder blade
region-flank-left = left flank
region-flank-right = right flank
region-lower-back-left = left lower back
region-lower-back-right = right lower back
region-hip-left = left hip
region-hip-right = right hip
region-groin-left = left groin
region-groin-right = right groin
region-genitals = genitals
region-buttock-left = left buttock
region-buttock-right = right buttock
region-back-passage = back passage
region-thigh-front-left = left thigh, front
region-thigh-front-right = right thigh, front
region-thigh-back-left = left thigh, back
region-thigh-back-right = right thigh, back
region-knee-front-left = left knee, front
region-knee-front-right = right knee, front
region-knee-back-left = left knee, back
region-knee-back-right = right knee, back
region-shin-left = left shin
region-shin-right = right shin
region-calf-left = left calf
region-calf-right = right calf
region-ankle-left = left ankle
region-ankle-right = right ankle
region-top-of-foot-left = top of the left foot
region-top-of-foot-right = top of the right foot
region-toes-left = left toes
region-toes-right = right toes
region-heel-left = left heel
region-heel-right = right heel
region-sole-left = left sole
region-sole-right = right sole

## The sample diary: what a made-up person tracks and writes
sample-pain-back = Lower back
sample-pain-knee = Right knee
sample-factor-window = window open
sample-factor-tea = tea
sample-factor-tea-unit = cups
sample-medicine-planned = Vitamin D
sample-medicine-rescue = Warming gel
sample-amount = as on the packet
sample-anchor-2 = I notice it only when I think of it
sample-anchor-4 = cannot sit for half an hour
sample-anchor-7 = hard to hold a conversation
sample-flare-words = This has passed before, and it will pass again.
sample-flare-helps = Warmth on the back, the blue blanket, the garden radio.
sample-flare-gentle = To the gate and back. Knees to the chest, lying down.
sample-flare-wait = Ironing, the long emails, the windows.
sample-flare-people = Ask Jo next door about the shopping.
sample-flare-clinician = Keep moving a little. Call when it stays for two weeks.
sample-instruction = A little every day, and more when it settles.
sample-mattered-1 = called an old friend
sample-mattered-2 = watered the beans
sample-mattered-3 = finished the blue scarf
sample-mattered-4 = walked to the bridge and back
sample-mattered-5 = cooked for two days
sample-mattered-6 = read to the children
sample-mattered-7 = wrote three letters
sample-mattered-8 = sat in the sun
sample-note-1 = New pillow since yesterday. Too soon to say.
sample-note-2 = Long drive in the afternoon, stiff in the evening.
sample-note-3 = Slept with the window open. Quieter than I had thought.
sample-note-4 = Stretched before bed, ten minutes.
sample-note-5 = The cat woke me at four, and we both went back to sleep.
sample-note-6 = Warm bath, then an early night.
sample-note-7 = Visitors all day. Tired in a good way.
sample-note-8 = Ask the physio about the stairs exercise.
