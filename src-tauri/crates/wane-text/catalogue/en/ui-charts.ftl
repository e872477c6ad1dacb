### Words of the window around the charts.

chart-regularity = Bed and waking, week by week
chart-scatter = The night and pain on waking
chart-calendar = A calendar
chart-weekdays = By day of the week
chart-near = Waking near your own time
chart-hint-parts = Point at a part of the picture to read it.
chart-save = Save picture
panels-title = What is shown
measures-label = What the calendar shows
against-label = What of the night is set against pain
chart-hint-days = Point at a day to read it; a click opens it. Drag over days to see these alone.
chart-stretch = { $from } to { $to }. Enter shows these days alone, Esc lets go.
chart-mark = Mark a day
chart-keep = Save, copy or print
chart-copy-picture = Copy picture
chart-copy-svg = Copy as SVG text
chart-copy-table = Copy table
chart-print = Print
chart-print-table = Print with table
chart-copied-picture = The picture is in the clipboard.
chart-copied-svg = The picture is in the clipboard, as SVG text.
chart-copied-table = The table is in the clipboard. A spreadsheet takes it as it is.
chart-not-copied = The clipboard did not take it, so it is as it was. Saving the picture works without it.
chart-not-printed = Printing did not start here. Saving the picture works without it.
print-charts = Print all charts
print-charts-tables = Print with tables
range-move = Which days
range-earlier = Earlier
range-later = Later
range-closer = Fewer days
range-wider = More days
range-back = Back
trends-empty-here = There is no entry on these days.

## Days that are marked
marks-title = Marked days
marks-none = Mark a day with a few words, such as “started physio”, and the charts show it.
marks-add = Mark a day
marks-day = Day
marks-today = Today
marks-label = In a few words
marks-save = Save mark
marks-close = Close
marks-edit = Change “{ $mark }”, { $day }
marks-remove = Remove “{ $mark }”, { $day }
marks-more = { $count } more

## Keys
keyname-shift = Shift
key-stretch = choose several days in a chart; Enter shows them alone
key-range-move = in Trends, earlier or later days
key-range-zoom = in Trends, more or fewer days
keyname-print = Ctrl P
key-print = in Trends, print the charts
key-mark = mark a day on the charts
