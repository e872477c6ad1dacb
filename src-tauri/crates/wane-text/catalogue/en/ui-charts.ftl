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
