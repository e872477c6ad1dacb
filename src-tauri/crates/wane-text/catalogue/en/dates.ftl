### Dates, clock times, durations and numbers.

## Names of months
month-long-1 = January
month-long-2 = February
month-long-3 = March
month-long-4 = April
month-long-5 = May
month-long-6 = June
month-long-7 = July
month-long-8 = August
month-long-9 = September
month-long-10 = October
month-long-11 = November
month-long-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Names of weekdays; 1 is Monday
weekday-long-1 = Monday
weekday-long-2 = Tuesday
weekday-long-3 = Wednesday
weekday-long-4 = Thursday
weekday-long-5 = Friday
weekday-long-6 = Saturday
weekday-long-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

## Dates. $weekday and $month are names, long or short as the message's own name says
date-long = { $weekday }, { $day } { $month } { $year }
date-heading = { $weekday } { $day } { $month }
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-month-year = { $month } { $year }
date-range = { $from } – { $to }

## Clock times, 24 hours
clock = { $hour }:{ $minute }
clock-range = { $from }–{ $to }

## Durations. $minutes has two digits when hours stand before it
duration-hours-minutes = { $hours } h { $minutes }
duration-hours = { $hours } h
duration-minutes = { $minutes } min

## Numbers
number-decimal-separator = .
number-group-separator = ,
number-negative = −{ $number }
number-percent = { $number } %
