# Lists in and out

exchange-file-empty = There are no people in this file.
exchange-file-not-utf8 = The file is not UTF-8. In the spreadsheet program choose “CSV UTF-8” or save it as XLSX.
exchange-file-unreadable = The file is neither CSV nor XLSX nor a JSON list.
exchange-columns-missing = These columns are missing: { $columns }.
exchange-would-add = { $count ->
    [0] Nobody would be added.
    [one] One person would be added.
   *[other] { $count } people would be added.
}
exchange-added = { $count ->
    [0] Nobody was added.
    [one] One person was added.
   *[other] { $count } people were added.
}
exchange-waitlisted = { $count ->
    [one] One of them goes on the waiting list, as all places are taken.
   *[other] { $count } of them go on the waiting list, as all places are taken.
}
exchange-known = { $count ->
    [one] 1 person is registered already and stays as registered.
   *[other] { $count } people are registered already and stay as registered.
}
exchange-new-categories = These categories are new in the forum: { $names }.
exchange-refused = { $count ->
    [one] One row was not taken.
   *[other] { $count } rows were not taken.
}
exchange-stopped = The import stopped before the end of the file.
exchange-stopped-unsure = We could not find out whether the next rows were saved.
exchange-again = Bring in the same file again: this does no harm, whoever is registered already stays as is.
exchange-row = Row { $row }: { $reason }
exchange-row-named = Row { $row }, { $name }: { $reason }
exchange-row-name = the name is missing or too long.
exchange-row-email = the e-mail address is wrong.
exchange-row-organisation = without an e-mail address, the organisation is needed.
exchange-row-country = the country is neither a code such as AZ nor a name we know.
exchange-row-phone = the phone number is not written in digits.
exchange-row-state = the state must be pending, confirmed, waitlisted, declined or withdrawn.
exchange-row-too-long = a text is too long.
exchange-row-known = this person is registered already and stays as registered. If it is somebody else, write yes in a column “another”.
exchange-row-twice = the same person is in an earlier row. If it is somebody else, write yes in a column “another”.
import-title = Import
import-intro = Bring in a list of people. Whoever is already registered stays as is, so the same file may be brought in twice.
import-columns = Columns: name and country are required, and email or organisation; all other columns of our export may be there, in any order.
import-file = File
import-file-hint = CSV, XLSX or JSON, up to 20 MB
import-mail = Send each new person the e-mail about their registration
import-check = Check only
import-run = Import
import-file-missing = Choose a file.
import-refused-title = Rows to correct
import-left-out-title = Rows left out
import-row-head = Row
import-name-head = Name
import-why-head = What to correct
import-left-out-why-head = Why
import-waiting = The list waits for its turn. You may close this page: it is imported all the same.
import-running = The list is being imported. You may close this page: the import goes on.
import-checking = The list is being checked.
import-progress = Rows: { $number_done } of { $number_total }
import-cancelled = The import was cancelled. Whoever had been added stays.
import-gone = The result of an import is kept for a day and is gone now.
job-waiting = Waiting for its turn
job-cancelled = Cancelled
job-cancel = Cancel
import-back = Back to the list
