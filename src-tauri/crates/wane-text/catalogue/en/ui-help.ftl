### Words of the two pages that are always within reach.

view-help-now = Help now
view-care = When to seek care
help-back = Back
help-lines = Numbers
help-own = Your own
help-own-none = Add a person or a line you would call. It will stand on top.
help-here = where you seem to be
help-add = Add someone
help-edit = Edit
help-remove = Remove
help-remove-name = Remove { $name }
help-edit-name = Edit { $name }
help-name = Who
help-number = Number
help-note = What you want to remember
help-save = Keep
help-hide = Put away
help-hide-name = Put away { $name }
help-bring-back = Show all countries
help-care-link = When to seek care
help-now-link = Help now
help-foot-night = Night screen
key-help-now = help now
