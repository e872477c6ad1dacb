### Sentences made by the app about the plan: tonight and tomorrow, pauses, the protected night, suggestions, the tray.

## Tonight and tomorrow
glance-tonight = Tonight
glance-tomorrow = Tomorrow
glance-rise = Getting up
glance-protected-night = Protected night
glance-from-to = { $from }–{ $to }
glance-nothing-shown = nothing is shown then
glance-reminds = a reminder comes
glance-no-reminder = no reminder is set
glance-done = already done
glance-rests = the reminder rests
glance-paused = reminders pause
glance-in-the-night = inside the protected night, so it waits in the inbox
glance-over = no more reminder today

## What is worth knowing about a rule
rule-rests = Resting. You can bring it back at any time.
rule-in-the-night = This time lies in your protected night. The reminder waits quietly in the inbox.

## Pauses
pause-until = Reminders pause until { $time }, { $day }. Nothing counts meanwhile.
pause-open = Reminders pause until you end the pause. Nothing counts meanwhile.

## The protected night
night-from-targets = Nothing is shown from { $from } to { $to }. This follows your own times.
night-unknown = Nothing is shown from { $from } to { $to }. Once you give your own times, it follows them.
night-own = Nothing is shown from { $from } to { $to }, as you chose.

## Whether a reminder shall rest
question-steady = “{ $title }”: you do this without being reminded. Shall the reminder rest?
question-ignored = “{ $title }” came three times without an answer. Shall the reminder rest?
question-rest = Let it rest
question-keep = Keep it

## Suggested times
suggestion = For the next days: up at about { $rise }, and lights out at about { $bed }, not before you are sleepy.
suggestion-why = Your last { $nights } nights were about { $bed } to { $rise }. Regular times suit the body clock; one night off changes nothing.
suggestion-why-step = Your last { $nights } nights were about { $bed } to { $rise }. This is a small step towards { $goal_bed } to { $goal_rise }. Your time in bed gets no shorter.

## What became of a reminder
inbox-quiet = Was due at { $time }, { $day }, in your protected night
inbox-done = Due at { $time }, { $day }; done
inbox-snoozed = Was due at { $time }, { $day }; you asked for later
inbox-skipped = Was due at { $time }, { $day }; not wanted that day
inbox-paused = Was due at { $time }, { $day }; reminders paused
inbox-rested = Was due at { $time }, { $day }; the reminder rests

## Ways to have the morning light
light-after-waking = Outdoors, once it is light
light-indoor = By a window, without going out
light-sensitive = Soft light: in the shade, or behind a blind
notice-quiet-morning-light-indoor = It is light outside.
notice-quiet-morning-light-sensitive = It is light outside.
notice-plain-morning-light-indoor = Daylight: a while by the window supports the body clock.
notice-plain-morning-light-sensitive = Daylight: soft light counts too. In the shade, and as long as it is comfortable.

## Buttons of a notification
action-start = Start
action-later = Later
action-done = Done
action-not-tonight = Not tonight
action-not-today = Not today

## The tray's menu
tray-quick-log = Quick log
tray-rough-day = A rough day
tray-wind-down = Wind-down
tray-night-screen = Night screen
tray-pause = Pause reminders until tomorrow
tray-pause-end = End the pause
tray-quit = Quit

## Without a window
notice-without-tray = Reminders keep coming with the window closed. Open Wane again for the window; to end Wane, choose “Quit Wane” in Settings.
error-autostart = What starts with this computer's session could not be changed. Everything else is as it was.
