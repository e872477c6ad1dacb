# The window's fixed labels for files of other programs.

columns-title = What are the columns?
columns-note = Wane does not know this table. Say what stands in its columns; what you leave out stays out.
columns-remembered = You said this of such a table before.
columns-unnamed = Without a name
columns-empty = Empty in the first rows
columns-dates = Dates
columns-unit = Lengths with no unit
columns-by-hand = I wrote this myself; it is how I felt the nights
columns-look = Look inside
columns-again = Change the columns

measured-label = Measured by a device
came-from-label = Where this day came from
device-felt-title = Felt and measured
device-felt-nights = Night by night

progress-label = How far it has come
progress-stop = Stop
progress-stopping = Stopping
