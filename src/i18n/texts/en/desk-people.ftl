# The desk: signing in, the forums of an account, and the people of a forum.

desk-sign-out = Sign out
desk-tab-overview = Overview
desk-tab-registrations = Registrations
desk-tab-messages = E-mails
desk-tab-sites = Venues
desk-tab-sessions = Programme
desk-tab-categories = Categories
desk-tab-checkpoints = Checkpoints
desk-tab-devices = Devices
desk-tab-texts = Texts
desk-tab-settings = Settings
desk-tab-people = Team
desk-room-people = People
desk-room-mail = E-mail
desk-room-print = Printing
desk-room-doors = Doors
desk-room-forum = Forum
desk-room-pages = Pages of this part

desk-sign-in-title = Sign in to the desk
desk-sign-in-email = E-mail
desk-sign-in-password = Password
desk-sign-in-button = Sign in
desk-sign-in-wrong = E-mail and password do not match. Check both and try again.
desk-sign-in-again = This page had been open for too long, or the browser keeps no cookies. Enter your password once more.
desk-sign-in-password-set = Your password is set. Now sign in with it.
desk-sign-in-forgotten = No password yet, or forgotten? An owner of this Hazir can send you a new link.
desk-sign-in-old = This page had been open for too long. Please type your password once more.
desk-sign-in-file = Your sign-in had ended, and the file could not be kept. Sign in, then choose it again.
desk-in-place-text = Your sign-in has ended. Nothing you typed is lost: sign in here, and it is sent.
desk-in-place-button = Sign in and send
desk-in-place-forbidden = This account may not do that. Sign in with another one.

desk-password-title = Set your password
desk-password-for = For the account { $email }.
desk-password-new = New password
desk-password-hint = At least 12 characters. A short sentence is easy to remember and hard to guess.
desk-password-button = Set the password
desk-password-too-short = Make it at least { $count } characters long. A short sentence works well.
desk-password-too-long = Make it at most { $count } characters long.
desk-password-personal = Choose one without your e-mail address in it: that is tried first.
desk-password-simple = This one is tried first by everybody who guesses. Choose a different one.
desk-password-gone-title = This link no longer works
desk-password-gone-text = It has already been used, or its time is up. Ask an owner of this Hazir for a new one.

desk-home-title = Your forums
desk-home-new = New forum
desk-home-accounts = Accounts
desk-home-registered = { $count } registered
desk-home-confirmed = { $count } confirmed
desk-home-hidden = Not published yet
desk-home-empty-title = No forums yet
desk-home-empty-create = Create the first one: title, days and place are enough to begin.
desk-home-empty-ask = Ask an organizer to give your account access to a forum.

desk-overview-registered = registered
desk-overview-confirmed = confirmed
desk-overview-hall = in the hall
desk-overview-countries-present = countries present
desk-overview-undecided = { $count ->
    [0] None awaits a decision
    [one] One awaits a decision
   *[other] { $count } await a decision
}
desk-overview-of-places = of { $count } places
desk-overview-no-limit = no limit on places
desk-overview-came = { $count ->
    [0] Nobody has come yet
    [one] One person has come
   *[other] { $count } people have come
}
desk-bounds-between = known so far; in truth between { $number_low } and { $number_high }
desk-bounds-at-least = known so far; in truth { $number_low } or more
desk-bounds-unknown = known so far
desk-bounds-why = Not yet counted in the hall: { $list }
desk-bounds-silent = { $device } (silent since { $time })
desk-bounds-silent-queue = { $count ->
    [one] { $device } (silent since { $time }, one scan to send)
   *[other] { $device } (silent since { $time }, { $count } scans to send)
}
desk-bounds-held-back = { $count ->
    [one] { $device } (one scan to send as of { $time })
   *[other] { $device } ({ $count } scans to send as of { $time })
}
desk-bounds-kept = { $count ->
    [one] one scan that could not be entered
   *[other] { $count } scans that could not be entered
}
desk-bounds-more = and { $count } more
desk-overview-of-countries = of { $count } registered
desk-overview-stale = These numbers have stopped: you are offline. Load the page again when you are back online.
desk-overview-todo = Waiting for you
desk-overview-todo-nothing = Nothing is waiting for you.
desk-overview-todo-notes = Notes from the doors: { $count }
desk-overview-todo-pending = { $count ->
    [one] One registration to decide
   *[other] { $count } registrations to decide
}
desk-overview-todo-messages = { $count ->
    [one] One e-mail could not be delivered
   *[other] { $count } e-mails could not be delivered
}
desk-overview-todo-waiting = { $count ->
    [one] One person on the waiting list
   *[other] { $count } people on the waiting list
}
desk-overview-todo-conflicts = { $count ->
    [one] One scan on which doors disagree
   *[other] { $count } scans on which doors disagree
}
desk-overview-todo-silent = Silent for more than five minutes, with scans to send: { $devices }
desk-overview-categories = Categories
desk-overview-category = Category
desk-overview-countries = Countries
desk-overview-country = Country
desk-overview-registered-head = Registered
desk-overview-confirmed-head = Confirmed
desk-overview-hall-head = In the hall
desk-overview-countries-all = All countries
desk-overview-countries-none = Nobody is registered yet.
desk-overview-countries-summary = In the hall: { $count } of { $number_all } registered countries.

desk-people-add = Add a registration
desk-people-import = Import
desk-people-export = Export this list:
desk-people-search = Name, organisation, e-mail or badge code
desk-people-state = State
desk-people-category = Category
desk-people-country = Country
desk-people-site = Venue
desk-people-at = Inside now
desk-people-hall = In the hall
desk-people-sort = Order
desk-people-newest = Newest first
desk-people-oldest = Oldest first
desk-people-by-name = By name
desk-people-any = All
desk-people-live = All but withdrawn
desk-people-show = Show
desk-people-count = { $count ->
    [one] One registration
   *[other] { $count } registrations
}
desk-people-found = { $count ->
    [one] One found
   *[other] { $count } found, the best first
}
desk-people-best = The best { $count } are shown. Write more of the name to find one person.
desk-people-none = No registrations yet
desk-people-none-text = Give people the address of the form, add the first one yourself, or import a list.
desk-people-none-found = Nobody matches that
desk-people-none-found-text = Try another spelling, fewer letters, or another choice.
desk-people-all = Show all registrations
desk-people-choose = Choose { $name }
desk-people-confirm-chosen = Confirm all chosen
desk-people-confirmed = { $count ->
    [one] One registration was confirmed.
   *[other] { $count } registrations were confirmed.
}
desk-people-chosen-none = Nobody was chosen: tick people who still await a decision.
desk-people-decided = { $count ->
    [one] One of those chosen did not await a decision any more.
   *[other] { $count } of those chosen did not await a decision any more.
}
desk-people-full = { $count ->
    [one] For one there was no place left.
   *[other] For { $count } there was no place left.
}
desk-people-pages = Pages of the list
desk-people-next = Next page
desk-people-before = Previous page

desk-person-name = Name
desk-person-name-hint = As it should appear on the badge
desk-person-native-name = Name in their own script
desk-person-email = E-mail
desk-person-phone = Phone
desk-person-phone-hint = With the country code, for example +994 50 123 45 67
desk-person-organisation = Organisation
desk-person-position = Position
desk-person-language = Language of e-mails
desk-person-access = Needs for taking part
desk-person-invite-again = May be invited again
desk-person-food = Food
desk-person-registered = Registered
desk-person-optional = optional
desk-person-choose = Please choose
desk-person-decide = Decision
desk-person-confirm = Confirm
desk-person-waitlist = Put on the waiting list
desk-person-decline = Decline
desk-person-decline-ask = Decline …
desk-person-words = A few words to the person
desk-person-words-hint = They go out with the e-mail and stay in the history.
desk-person-withdraw = Withdraw the registration
desk-person-withdraw-ask = Withdraw for the person …
desk-person-withdraw-text = The place becomes free, the badge no longer works, and the person is told. To come back, a new registration is needed.
desk-person-withdrawn-text = This registration was withdrawn. Anyone who wants to come after all registers again; the same address may be used.
desk-person-data = Details
desk-person-correct = Correct
desk-person-change-email = Change the e-mail
desk-person-resend = Send the e-mail again
desk-person-badge = Badge
desk-person-badge-show = Show the code
desk-person-badge-ask = New badge …
desk-person-badge-text = The present badge will be refused at every door from now on, and the person gets the new one by e-mail.
desk-person-badge-new = Replace the badge
desk-person-badge-not-confirmed = Only a confirmed registration has a badge. Confirm it first.
desk-person-scans = At the doors
desk-person-scans-none = Not scanned yet.
desk-person-scan-admitted = Admitted
desk-person-scan-left = Left
desk-person-history = History
desk-person-messages = E-mails
desk-person-messages-none = None yet.
desk-person-full = No place is left, in the forum or in this category. Raise the number of places, or wait until one becomes free.
desk-person-not-from = This registration was withdrawn in the meantime, so it cannot be changed that way.
desk-person-already = This had been done already; nothing was changed.
desk-person-same = Nothing was different, so nothing was changed.
desk-person-moved-up = { $count ->
    [one] One person from the waiting list got the place and was told.
   *[other] { $count } people from the waiting list got places and were told.
}
desk-person-done-confirmed = Confirmed. The badge is on its way by e-mail.
desk-person-done-declined = Declined. The person is told by e-mail.
desk-person-done-waitlisted = On the waiting list now. The person is told by e-mail.
desk-person-done-withdrawn = Withdrawn. The person is told by e-mail.
desk-person-done-untold = Saved. There is no e-mail address: please tell the person.
desk-person-done-badge = The new badge is valid and on its way by e-mail; the old one is refused.
desk-person-done-sent = The e-mail is on its way.
desk-person-sent-already = An e-mail to this person has just been sent. Wait half a minute to send another.
desk-person-done-corrected = Saved. The badge stays valid.
desk-person-done-email = The address is changed. The new one gets the e-mail with the person’s own page, whose old link no longer works.
desk-person-done-added = Registered.
desk-person-added-waiting = Registered, but no place was left: the person is on the waiting list.
desk-person-errors = Please check these fields
desk-person-correct-title = Correct: { $name }
desk-person-save = Save
desk-person-cancel = Go back
desk-person-category-full = This category has no place left.
desk-person-name-taken = Somebody of this name is registered with this e-mail address.
desk-person-email-title = Change the e-mail: { $name }
desk-person-email-now = Now: { $email }
desk-person-email-new = New address
desk-person-email-hint = It is used at once. The old address is told of the change, and the person’s page moves to a new link.
desk-person-email-save = Change the address
desk-person-email-taken = Somebody of this name is registered with that e-mail address.
desk-person-known = Somebody of this name is registered already: with this e-mail address, or from this organisation.
desk-person-known-open = The same person: open that registration
desk-person-known-another = Somebody else: add them
desk-person-email-none = May be left empty. Then no mail is sent.
desk-person-new-state = State
desk-person-new-confirmed = Confirm at once
desk-person-new-pending = Leave the decision for later
desk-person-new-mail = Tell the person by e-mail
desk-person-was-registered = Registered
desk-person-was-imported = Imported from a list
desk-person-was-corrected = Corrected
desk-person-was-email-asked = Asked for another e-mail address
desk-person-was-email-changed = E-mail address changed
desk-person-was-badge-issued = New badge issued
desk-person-was-badge-revoked = Badge revoked
desk-person-was-asked = Asked by e-mail whether they are coming
desk-person-was-sent-again = E-mail sent again
desk-person-by-delegate = the person
desk-person-by-system = Hazir
desk-person-by-command = the server’s operator
desk-person-by-door = a door
desk-person-acts = Besides scans
desk-person-act-walk-in = Registered at the door
desk-person-act-undo = Scan undone
desk-person-act-badge-lost = Badge lost, a new one issued
desk-person-act-note = Note for the information desk
desk-person-scan-undone = undone

desk-message-to = To
desk-message-subject = Subject
desk-message-written = Written
desk-message-words = The mail server’s answer
desk-message-accepted = Accepted
desk-message-waiting = Waiting
desk-message-refused = Refused
desk-message-failed = Given up
desk-message-undelivered = Not delivered
desk-message-attempts = { $count ->
    [one] one attempt
   *[other] { $count } attempts
}
desk-message-again = Try again
desk-message-done-again = The e-mail is on its way once more.
mail-held = Waits for you
mail-held-network = { $count ->
    [one] One e-mail waits for you: more than { $limit } registrations came from one network within an hour.
   *[other] { $count } e-mails wait for you: more than { $limit } registrations came from one network within an hour.
}
mail-held-all = { $count ->
    [one] One e-mail waits for you: more than { $limit } registrations came within an hour.
   *[other] { $count } e-mails wait for you: more than { $limit } registrations came within an hour.
}
mail-held-text = The registrations are saved. Look at the names: if they are people, let the e-mails go; if a program made them up, decline or withdraw them first.
mail-held-list = Show these e-mails
mail-let-go = Let them all go
mail-let-go-done = { $count ->
    [one] One e-mail is on its way.
   *[other] { $count } e-mails are on their way.
}
mail-held-todo = { $count ->
    [one] One e-mail waits for you to let it go
   *[other] { $count } e-mails wait for you to let them go
}
desk-message-none = No e-mails here
desk-message-none-text = As soon as somebody registers, each e-mail is shown here with the mail server’s answer.
desk-message-none-so = None is in this state.
desk-message-trouble = E-mails cannot leave at the moment.
desk-message-trouble-since = Since { $moment }. They wait and go out by themselves when the mail server answers again:

# Conflicts between doors
desk-conflicts-title = Two doors disagree
desk-conflicts-lead = What doors did while they were offline and the organizers would not have done: people let in twice, let in by mistake, or turned away by mistake. Only those who passed are counted; nothing was undone. Check each, then put it away.
desk-conflicts-none = No doors disagree
desk-conflicts-none-text = When doors that are offline let in one badge twice, let in somebody who should have waited, or turn away somebody who may enter, it is shown here.
desk-conflicts-person = Person
desk-conflicts-door = Checkpoint
desk-conflicts-later = Let in
desk-conflicts-earlier = Counts
desk-conflicts-unknown = Unknown badge
desk-conflicts-look = Checked
desk-conflicts-at-the-door = At the door
desk-conflicts-turned-away = Turned away
desk-notes-title = Notes from the doors
desk-notes-none = No notes
desk-notes-none-text = What door staff write down for the information desk is shown here.
desk-notes-done = Done

# What doors took and could not be entered
desk-kept-title = Could not be entered
desk-kept-lead = Scans and other entries from doors that could not be saved as they came. Nothing of it counts until you enter it.
desk-kept-none = Nothing is waiting
desk-kept-none-text = What a door recorded and Hazir could not enter appears here, with the reason.
desk-kept-todo = Could not be entered: { $count }
desk-kept-full = This device has left { $count } entries here, as many as it may, and keeps the rest: { $devices }. Enter or put away some of them to make room.
desk-kept-more = The oldest { $count } are shown.
desk-kept-enter = Enter
desk-kept-away = Put away
desk-kept-enter-title = Enter what a door recorded
desk-kept-enter-lead = Correct what is wrong, then enter it. It counts from the time it was recorded.
desk-kept-entered-scan = Entered. Result: { $verdict }.
desk-kept-entered-walk-in = Registered: { $name }.
desk-kept-entered-act = Entered.
desk-kept-still = This still cannot be entered. { $reason }
desk-kept-gone = A colleague has already dealt with this.
desk-kept-away-said = Put away.
desk-kept-enter-all = Enter the { $count } from devices whose pairing had ended
desk-kept-entered-all = Entered: { $count }.
desk-kept-no-time = time unknown
desk-kept-at = Time it was recorded
desk-kept-code = Code on the badge
desk-kept-reason = Reason
desk-kept-words = Note
desk-kept-choose = Choose a checkpoint
desk-kept-kind-in = Scan, in
desk-kept-kind-out = Scan, out
desk-kept-kind-scan = Scan
desk-kept-kind-walk-in = Registration at the door
desk-kept-kind-undo = Undo a scan
desk-kept-kind-badge-lost = Lost badge
desk-kept-kind-note = Note
desk-kept-kind-print = Print a badge
desk-kept-kind-other = Unknown entry
desk-kept-why-id = It came without an id of its own.
desk-kept-why-time = It came with no time.
desk-kept-why-checkpoint = It does not say at which checkpoint.
desk-kept-why-direction = It does not say whether the person came in or went out.
desk-kept-why-subject = It does not say clearly whom it is about.
desk-kept-why-code = What was read is too long for a badge code.
desk-kept-why-other-checkpoint = The device does not work at a checkpoint of this name. The checkpoint may have been renamed.
desk-kept-why-only-in = People only come in at this checkpoint.
desk-kept-why-only-out = People only go out at this checkpoint.
desk-kept-why-not-paired-yet = The device was not paired yet at that time.
desk-kept-why-ended = The pairing of the device had ended by then.
desk-kept-why-revoked = The pairing of the device was revoked before this was sent.
desk-kept-why-walk-in-waits = The registration of this person is waiting here too. Enter that first.
desk-kept-why-act = It does not say what was done.
desk-kept-why-no-scan = The scan to undo was not found.
desk-kept-why-reason = No reason was given.
desk-kept-why-nobody = The person it names is not registered.
desk-kept-why-empty = The note is empty.
desk-kept-why-long = The text is longer than 500 characters.
desk-kept-why-id-taken = Another entry has the same id.
desk-kept-why-closed = None of the device’s checkpoints was open at that time.
desk-kept-why-other-people = None of the device’s checkpoints is for this person.
desk-kept-why-not-confirmed = Only a confirmed registration has a badge.
desk-kept-why-walk-ins = Registration at the door is switched off in the settings.
desk-kept-why-mistyped = The name, e-mail address or country is missing or mistyped.
desk-kept-why-print = This person has no badge to print.
