# What every form of the desk says.
desk-edit-saved = Saved.
desk-edit-file-again = The file could not be kept with the form. Please choose it again.
desk-outside-title = Please check these days.
desk-outside-site = { $name }: { $days }, outside the days of the forum ({ $bounds }).
desk-outside-session = { $name }: { $days }, outside the days of { $site } ({ $bounds }).
desk-outside-door = { $name }: { $days }, outside the days of its site and of the forum ({ $bounds }).
desk-edit-deleted = Deleted.
desk-accounts-many = Very many such e-mails went out within the hour, so this one was not sent. Try again later; hazir account add prints a link at once.
desk-edit-save = Save
desk-edit-change = Edit
desk-edit-delete = Delete
desk-edit-delete-sure = What is deleted cannot be brought back.
desk-edit-errors = Not saved yet
desk-edit-optional = optional
desk-edit-cancel = Back without saving
desk-edit-slug = Short name
desk-edit-slug-hint = Appears in lists and scanners: small Latin letters, digits and hyphens. If left empty, it is made from the name.
desk-edit-slug-wrong = Use small Latin letters, digits and single hyphens, at most 40 characters.
desk-edit-slug-taken = This short name is already in use. Choose another.
desk-edit-name = Name
desk-edit-name-missing = Write the name in at least one language.
desk-edit-number-wrong = Write a whole number in digits, such as 500, or leave it empty.
desk-edit-no-limit = Left empty: no limit
desk-edit-date-missing = Choose a date.
desk-edit-dates-order = The last day is before the first.
desk-edit-time-missing = Choose a date and a time.
desk-edit-time-skipped = This time does not exist: the clocks are put forward over it. Choose another.
desk-edit-time-twice = This time comes twice: the clocks are put back over it. Choose another.
desk-edit-time-order = The end must come after the beginning.
desk-edit-times-zone = All times are those of { $zone }.
desk-edit-zone = Time zone
desk-edit-zone-wrong = Choose a time zone from the list, such as Asia/Baku.
desk-edit-first-day = First day
desk-edit-last-day = Last day
desk-edit-colour = Colour
desk-edit-colour-wrong = Choose a colour.
desk-edit-choice-missing = Choose one of these.
desk-edit-site = Venue

# A new forum.
desk-new-title = New forum
desk-new-lead = The forum starts with one venue, seven categories and a checkpoint for each day. You can change all of it afterwards.
desk-new-slug = Address of the forum
desk-new-slug-hint = Small Latin letters, digits and hyphens, such as gsnp-2025
desk-new-slug-reserved = Hazir needs this address for itself. Choose another.
desk-new-slug-taken = Another forum has this address. Choose another.
desk-new-name = Title
desk-new-name-hint = In the first of the languages below
desk-new-name-missing = Write the title of the forum.
desk-new-languages = Languages of its texts, in order
desk-new-languages-hint = Where a text is missing in a language, the first of these that has it is shown.
desk-new-languages-missing = Choose at least one language.
desk-new-languages-none = none
desk-new-site = Venue
desk-new-site-hint = The building, such as Baku Congress Center
desk-new-city = City
desk-new-site-default = Main venue
desk-new-checkpoint = Main entrance, day { $n }
desk-new-long = A forum lasts at most 60 days. For a longer one, make several.
desk-new-publish = Publish the forum and open registration at once
desk-new-create = Create the forum

desk-category-delegate = Delegate
desk-category-head = Head of delegation
desk-category-observer = Observer
desk-category-speaker = Speaker
desk-category-guest = Guest
desk-category-media = Media
desk-category-staff = Staff

# Settings of a forum.
desk-settings-opens = Registration opens
desk-settings-opens-hint = Left empty: as soon as everyone can see the forum
desk-settings-closes = Registration closes
desk-settings-closes-hint = Left empty: it stays open
desk-settings-capacity = Capacity
desk-settings-capacity-hint = Left empty: no limit. Whoever registers after the last place goes on the waiting list.
desk-settings-asks = Days until people are asked whether they are coming
desk-settings-asks-hint = While others wait, whoever has had a place for so many days and never opened their own page is asked once by e-mail, and loses the place a day later. A badge that was printed or scanned counts as a yes. Left empty: nobody is asked.
desk-settings-approval = Confirmation
desk-settings-approval-at-once = At once, while there are places
desk-settings-approval-by-desk = By the organizers
desk-settings-walk-ins = Walk-ins at the door
desk-settings-walk-ins-hint = People who come without being registered. Door staff ask for a name, an e-mail and a country.
desk-settings-walk-ins-no = Not registered at the door
desk-settings-walk-ins-pending = Registered, the organizers decide
desk-settings-walk-ins-confirmed = Registered and confirmed at once
desk-settings-strict = Strict doors: phones hold no list of names
desk-settings-strict-hint = Each entry opens only with its badge’s code, so a lost phone reveals nobody. Names can then be found only while the phone is online.
desk-settings-brand = Give the forum a colour of its own
desk-settings-brand-weak = Text on this colour is hard to read. Choose a darker or a lighter one.
desk-settings-contact = Contact e-mail
desk-settings-contact-hint = Shown on the forum’s page; answers to its e-mails go there.
desk-settings-qn = Offer Northern Cyprus in the list of countries
desk-settings-qn-hint = It has no ISO code; lists and exports write it as QN.
desk-settings-published = Everyone can see the forum
desk-settings-published-hint = People can register only while this is ticked, and between the times above.

# Texts of a forum.
desk-texts-about = About the forum
desk-texts-who = Who may come
desk-texts-privacy = Privacy text
desk-texts-privacy-hint = People agree to this when they register: who sees their data, what for, and when it is deleted.

# Sites.
desk-sites-lead = Where the forum takes place. Each venue has its own dates and time zone.
desk-sites-add = Add a venue
desk-sites-address = Address
desk-sites-city = City
desk-sites-dates = Dates
desk-sites-used = Sessions, checkpoints or people belong to this venue, so it stays. Move them to another one first.
desk-sites-last = A forum needs at least one venue.

# The programme.
desk-sessions-add = Add a session
desk-sessions-empty = The programme is empty
desk-sessions-empty-text = Add the first session. The forum’s page shows the programme day by day.
desk-sessions-name = Title
desk-sessions-name-missing = Write the title in at least one language.
desk-sessions-details = Details
desk-sessions-starts = Begins
desk-sessions-ends = Ends
desk-sessions-zone-hint = In the time of the venue
desk-sessions-inside = Inside

# Categories.
desk-categories-add = Add a category
desk-categories-quota = Quota
desk-categories-taken = Places taken
desk-categories-approval-forum = As in the forum’s settings
desk-categories-on-form = Offered on the form
desk-categories-on-form-label = Offer this category on the registration form
desk-categories-position = Position in lists
desk-categories-position-hint = Small numbers come first.
desk-categories-none-on-form = No category is offered on the form, so nobody can register.
desk-categories-used = People are registered in this category, or a checkpoint names it, so it stays. Change those first.
desk-categories-last = A forum needs at least one category.

# Checkpoints.
desk-checkpoints-lead = A checkpoint is a door for a place and a time. It says who may pass.
desk-checkpoints-add = Add a checkpoint
desk-checkpoints-empty = No checkpoints yet
desk-checkpoints-empty-text = Add the first one; devices are paired to checkpoints.
desk-checkpoints-open = Open
desk-checkpoints-always = Always
desk-checkpoints-opens = Opens
desk-checkpoints-closes = Closes
desk-checkpoints-times-hint = Left empty: no limit. In the time of the venue, or else of the forum.
desk-checkpoints-site-any = The whole forum
desk-checkpoints-session = Door of a session
desk-checkpoints-session-none = No session
desk-checkpoints-session-hint = Name, venue and hours are the session’s where you leave them empty: open from 30 minutes before it begins to its end. If the session is moved, its door moves with it.
desk-checkpoints-direction = Direction
desk-checkpoints-direction-in = In
desk-checkpoints-direction-out = Out
desk-checkpoints-direction-both = In and out
desk-checkpoints-capacity = People inside at once
desk-checkpoints-who = Who may pass
desk-checkpoints-who-hint = None ticked: everyone with a valid badge
desk-checkpoints-everyone = Everyone
desk-checkpoints-used = This checkpoint has scanned badges, or a device serves it, so it stays: what happened at a door is kept.
desk-checkpoints-kind = What passing means
desk-checkpoints-kind-hint = Attendance: a day for the certificate of attendance, and present in the hall. Entry: present in the hall only. Neither: counted at this checkpoint alone.
desk-checkpoints-kind-attendance = Attendance
desk-checkpoints-kind-entry = Entry
desk-checkpoints-kind-neither = Neither, such as a bus
# Rehearsal of a checkpoint.
desk-rehearsal-title = Rehearsal
desk-rehearsal-link = Rehearse this checkpoint
desk-rehearsal-lead = Try the door before it opens, with its real phones and with test badges. Nothing counts. It ends by itself after four hours, and before the door opens.
desk-rehearsal-real = While it runs, everything scanned at this checkpoint is rehearsed, real badges too: nobody is counted as inside.
desk-rehearsal-start = Start the rehearsal
desk-rehearsal-in-use = { $count ->
    [one] One person is inside, so this door is in use. Rehearse when it is empty, or at another checkpoint.
   *[other] { $count } people are inside, so this door is in use. Rehearse when it is empty, or at another checkpoint.
}
desk-rehearsal-runs = Running
desk-rehearsal-until = Until
desk-rehearsal-over = Over
desk-rehearsal-end = End the rehearsal
desk-rehearsal-badges = Test badges to print
desk-rehearsal-badges-lead = Nobody’s badges. The door should show the word below the name; a badge that passes is welcome the first time and already in the second. They work until the rehearsal ends.
desk-rehearsal-expected = To be shown: { $verdict }
desk-rehearsal-report = Report
desk-rehearsal-none = Nothing has been scanned yet.
desk-rehearsal-device = Device
desk-rehearsal-scans = Scans
desk-rehearsal-best = In the fastest minute
desk-rehearsal-failed = Wrong or unknown
desk-rehearsal-gap = Seconds between scans (median)
desk-rehearsal-itself = Answered offline
desk-rehearsal-mistaken = Answered wrongly
desk-rehearsal-unknown = Unknown codes
desk-rehearsal-again = Reload
desk-rehearsal-back = Back to the checkpoint
desk-rehearsal-open = This door is open. A rehearsal would keep whoever comes now from being counted.
desk-rehearsal-hours-first = A rehearsal can begin once the checkpoint has opening hours and is not open yet.
desk-rehearsal-hours-link = Set the opening hours
desk-rehearsal-overview = Rehearsal at { $door }: nothing scanned there counts.

# Devices.
desk-devices-lead = A link turns a phone into a door. Nobody needs an account for that.
desk-devices-add = Add a device
desk-devices-empty = No devices yet
desk-devices-empty-text = Add the first one and open its link on the phone at the door.
desk-devices-first-checkpoint = Devices are paired to checkpoints. Add a checkpoint first.
desk-devices-name = Name of the device
desk-devices-name-hint = So that you know which one it is, such as “Main entrance, phone 2”
desk-devices-name-missing = Give the device a name.
desk-devices-checkpoints = Checkpoints it serves
desk-devices-checkpoints-missing = Choose at least one checkpoint.
desk-devices-until = Works until
desk-devices-until-past = This time has passed. Choose a later one.
desk-devices-until-latest = A device ends with its forum: { $time } at the latest.
desk-devices-bearer = Also make a token for a scanner without a browser
desk-devices-create = Make the pairing link
desk-devices-seen = Last contact
desk-devices-never = Never
desk-devices-ago-now = just now
desk-devices-ago-minutes = { $count ->
    [one] one minute ago
   *[other] { $count } minutes ago
}
desk-devices-ago-hours = { $count ->
    [one] one hour ago
   *[other] { $count } hours ago
}
desk-devices-ago-days = { $count ->
    [one] one day ago
   *[other] { $count } days ago
}
desk-devices-signs = The device says
desk-devices-queue-none = Nothing is waiting to be sent
desk-devices-queue = Scans to send: { $count }
desk-devices-silent = Silent, with scans to send: { $count }
desk-devices-camera-works = Camera works
desk-devices-camera-stalled = The camera’s picture is frozen
desk-devices-camera-refused = Camera not allowed
desk-devices-camera-none = No camera
desk-devices-camera-not-ready = Camera not ready
desk-devices-battery = Battery { $percent }%
desk-devices-battery-charging = Battery { $percent }%, charging
desk-devices-battery-low = Battery low: { $percent }%
desk-devices-page-new = Newest page
desk-devices-page-old = Old page: it renews itself when nobody is scanning
desk-devices-alone = Last offline since
desk-devices-made-by = Made by
desk-devices-made-by-command = no account (command line)
desk-devices-link-made-by = Latest link made by
desk-devices-state = State
desk-devices-state-waiting = Waiting to be paired
desk-devices-state-expired = Link has expired
desk-devices-state-paired = Paired
desk-devices-state-over = Time is up
desk-devices-state-revoked = Revoked
desk-devices-link-title = Open this on the device
desk-devices-link-text = Point the phone’s camera at the code, or open the address. It works for one device, until { $time }.
desk-devices-link-qr = QR code of the pairing link
desk-devices-link-short = The link is shown for ten minutes and only to you. You can make a new one at any time.
desk-devices-token-title = Token for the scanner
desk-devices-token-text = Enter it in the scanner now: it will not be shown again.
desk-devices-renew = Make a new pairing link
desk-devices-renew-text = An earlier link no longer works. The phone that opens the new one takes over from the phone before it.
desk-devices-revoke = Revoke the device
desk-devices-revoke-text = It stops at once. What it has scanned stays.
desk-devices-revoke-kept = What it has not sent yet can be handed in for seven days and then appears under “Could not be entered”.

# Who may do what.
desk-role-owner = Owner
desk-role-organizer = Organizer
desk-role-registrar = Registrar
desk-role-viewer = Viewer
desk-role-door = Door
desk-role-owner-may = has every forum and all accounts
desk-role-organizer-may = changes the forum and gives access to it
desk-role-registrar-may = corrects registrations and decides on them, and pairs devices
desk-role-viewer-may = sees and exports the registrations, without badge codes and needs
desk-role-door-may = pairs devices and sees the counters

desk-access-lead = Who may do what at this forum. Owners have every forum and are not listed here.
desk-access-empty = Nobody but the owners has access yet.
desk-access-add = Give access
desk-access-email = E-mail
desk-access-email-hint = Whoever has no account gets one. An e-mail says how to sign in.
desk-access-role = Role
desk-access-change = Change
desk-access-take = Remove
desk-access-given = Access is given, and the invitation is on its way by e-mail.
desk-access-again = This person has this role already. The invitation is on its way by e-mail once more.
desk-access-own = You cannot change your own access. Ask another organizer.
desk-access-given-by = Given by { $who }, { $when }
desk-access-given-by-command = Given on the command line, { $when }

desk-accounts-title = Accounts
desk-accounts-lead = Everyone who may sign in to the desk.
desk-accounts-account = Account
desk-accounts-add = Add an account
desk-accounts-kind = What it may do
desk-accounts-kind-owner = Owner: every forum and all accounts
desk-accounts-kind-none = Only the forums it is given later, under Team
desk-accounts-taken = This address has an account already.
desk-accounts-forums = Forums
desk-accounts-every = Every forum
desk-accounts-none = None yet
desk-accounts-state-active = In use
desk-accounts-state-new = No password yet
desk-accounts-state-shut = Shut out
desk-accounts-invited = Link sent by { $who }, works until { $time }
desk-accounts-link-until = The link works until { $time }
desk-accounts-disable = Shut out
desk-accounts-enable = Let in again
desk-accounts-link = Send a password link
desk-accounts-make-owner = Make an owner
desk-accounts-end-owner = End ownership
desk-accounts-sent = A link to set the password is on its way by e-mail.
desk-accounts-last-owner = This is the last owner who can sign in. Make another account an owner first.
desk-made-title = What this account made still works
desk-made-lead = Nothing has changed yet. First decide about what { $who } made: take it over, or end it.
desk-made-invitations = Invitations of the last three days
desk-made-take-over = Take over and continue
desk-made-take-over-text = Everything goes on, in your name from now on.
desk-made-end = End and continue
desk-made-end-text = The devices stop at once, and invitation links that nobody has used stop working. What was scanned stays.
desk-made-cancel = Change nothing
