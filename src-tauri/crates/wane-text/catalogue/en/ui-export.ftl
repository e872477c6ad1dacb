# Taking the diary out again.
export-title = Take out
export-note = Your diary belongs to you. You see what is in the file before it is written.
export-holds = In the file
export-without = Not in the file
export-save = Save the file
export-nothing = There is nothing to take out yet.
export-working = Writing…
export-choose-json = Whole diary
export-choose-csv = Spreadsheet
export-choose-fhir = For a clinic
export-choices = What for
