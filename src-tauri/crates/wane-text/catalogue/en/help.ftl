### Two pages that are always within reach: help now, and when to seek care. They list and explain; they weigh nothing up.

## Help now
help-now-first = You do not have to get through this moment alone.
help-now-second = If you are in danger, or might hurt yourself, call your emergency number or one of the lines below. You can just say: I need help.
help-now-third = Tell someone near you how bad it is. Move away from anything you could hurt yourself with. Then get through the next hour, and no more than that.
help-now-fourth = Nothing you do on this page is counted, stored or sent.

help-place-us = United States
help-place-ca = Canada
help-place-uk = United Kingdom
help-place-ie = Ireland
help-place-de = Germany
help-place-eu = European Union
help-place-au = Australia
help-place-nz = New Zealand

help-line-us-988 = 988 Suicide & Crisis Lifeline
help-line-ca-988 = 988 Suicide Crisis Helpline
help-line-samaritans = Samaritans
help-line-telefonseelsorge = Telefonseelsorge
help-line-lifeline = Lifeline
help-line-1737 = Need to talk?
help-line-emergency = Emergency
help-how-call = Call
help-how-call-or-text = Call or text
help-how-call-free = Call, free of charge

change-help = your list of help

## When to seek care
care-first = Most aches and most short nights pass by themselves. Some signs are worth a call.
care-second = This page is only a list. Wane does not look for these signs in your diary and draws no conclusions.
care-last = If you are not sure, ask. A doctor, a nurse line or a pharmacist would rather hear from you once too often.

care-now = Call your emergency number now
care-now-numb = You newly feel numb between the legs, or in the sex organs.
care-now-bladder = You newly cannot hold your water or your stool, or cannot pass them.
care-now-legs = One leg is newly weak, or both legs hurt or give way.
care-now-chest = Your chest hurts, or you suddenly cannot breathe well.
care-now-life = You think of ending your life. “Help now” has numbers to call.

care-soon = See a doctor soon
care-soon-fever = Pain together with a fever, or with feeling ill.
care-soon-weight = You lose weight and do not know why.
care-soon-cancer = New pain, if you have had cancer at any time.
care-soon-injury = Pain after a hard fall or an accident.
care-soon-immune = New pain, if you take steroids or your body fights germs less well.
care-soon-night = Pain at night that nothing eases, however you lie.
care-soon-new = Pain that is new, or not like the one you know.

care-sleep = Ask about your sleep
care-sleep-breath = You snore loudly, stop breathing or wake up gasping. Headache in the morning and being sleepy by day can go with it.
care-sleep-wheel = You get sleepy at the wheel. Please leave the car until you have asked.
care-sleep-legs = Your legs want to move, most of all at rest and in the evening, and walking eases it.
care-sleep-dreams = You hit, kick or shout in your dreams.
care-sleep-energy = You have hardly slept for three nights or more, and are full of energy.
care-sleep-months = Broken nights have weighed on you for three months or more.
care-sleep-pills = You take sleeping pills or strong pain medicine, and drink alcohol.

care-mood = Ask about your mood
care-mood-low = On most days of two weeks you felt low, or nothing gave you joy.
care-mood-worth = Pain or nights make you feel that life is not worth it. You do not have to wait until it is urgent.

## What could not be done
error-help-empty = A name and a number are needed. Nothing was changed.
error-help-long = A name or a number may have { $limit } characters. Nothing was changed.
error-help-many = Your own list holds { $limit } people. Nothing was changed.
