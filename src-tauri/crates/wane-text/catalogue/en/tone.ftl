### Words in place of numbers, made by the app.

## A value beside the person's own usual
plain-less = less than usual
plain-usual = about as usual
plain-more = more than usual
plain-noted = noted

## A chart, a group of days, and a night
plain-chart = The shapes show how the days went. The higher a mark, the more there was of it.
plain-group = several days
plain-night-less = A shorter sleep than is usual for you
plain-night-usual = About as long a sleep as is usual for you
plain-night-more = A longer sleep than is usual for you
