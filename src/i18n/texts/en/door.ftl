# The door: pairing, the scan page, verdicts. The words of a verdict are read from two metres away: one or two words.

door-title = Door

# Pairing
door-pair-title = Make this device a door
door-pair-text = This device will scan badges for “{ $forum }”.
door-pair-where = Where
door-pair-until = Until
door-pair-button = Make this device a door
door-pair-gone-title = This link no longer works
door-pair-gone-text = A pairing link works once and for a short time. Ask the organizers for a new one.
door-leave-title = Leave this door
door-leave-text = This device will no longer scan badges. To come back it needs a new link from the organizers.
door-leave-button = Leave this door
door-leave-back = Back to scanning

# Scan page
door-inside-label = Inside
door-picture-label = The camera’s picture
door-code-label = Or type the code
door-code-hint = It is printed below the QR code.
door-code-button = Check
door-search-label = No badge? Search by name
door-search-hint = As you hear it: three letters are enough.
door-search-button = Search
door-walk-in-title = Not registered? Register here
door-walk-in-name = Name as it should appear on the badge
door-walk-in-email = E-mail
door-walk-in-organisation = Organisation (where there is no e-mail)
door-walk-in-country = Country
door-walk-in-button = Register and admit
door-walk-in-known = Registered already. Is this the person?
door-walk-in-another = Somebody else of this name: register
door-walk-in-refused = Not registered: { $name }
door-direction-label = Direction
door-direction-in = In
door-direction-out = Out
door-settings = Checkpoint and camera
door-checkpoint-label = Checkpoint
door-camera-label = Camera
door-light-button = Light
door-sound-button = Sound
door-again-button = Try again
door-recent-title = Last scans
door-next-button = Next badge
door-close-button = Close

# What the camera says of itself
door-camera-asking = Please allow the camera.
door-camera-refused = The camera is not allowed. Tap the icon beside the address, allow the camera, then “Try again”. Typed codes work meanwhile.
door-camera-none = No camera was found. Type the code, or search the name.
door-camera-insecure = The camera works over https only. Type the code, or search the name.
door-camera-busy = Another program is using the camera. Close it; this page keeps trying.
door-camera-loading = One moment, the reader is loading…
door-camera-unreadable = The reader could not be loaded. Load the page again; typed codes work meanwhile.
door-camera-stalled = The picture froze. Restarting the camera…
door-camera-scanning = Hold the code inside the frame.

# The line to the server
door-connection-ok = Connected
door-connection-waiting = Waiting: { $tally }
door-connection-lost = The server does not answer · waiting: { $tally }
door-connection-alone = Offline since { $time } · to send: { $tally }

# Name search
door-found = Found: { $tally }
door-found-nobody = Nobody found. Try the family name, or fewer letters.
door-found-no-answer = The server does not answer. Try again in a moment.
door-found-arrived = came in { $time }
door-ask-in-title = Admit this person?
door-ask-in-button = Admit
door-ask-out-title = Is this person leaving?
door-ask-out-button = Leaving
door-ask-cancel = Go back
door-more-button = More
door-more-title = What would you like to do?
door-undo-button = Undo this scan
door-undo-title = Undo this scan?
door-undo-why = Why
door-undo-person = Wrong person
door-undo-stayed = Did not pass
door-undo-mistake = Scanned by mistake
door-undone-word = Undone
door-undone-advice = This scan no longer counts. The organizers can see who undid it and why.
door-lost-button = Badge lost
door-lost-title = Replace the lost badge?
door-lost-text = The old badge will no longer work. The new one goes out by e-mail at once.
door-lost-yes = Replace
door-lost-done = New badge
door-lost-done-text = It has been sent by e-mail. They can also photograph it from this screen.
door-lost-later-word = Will be replaced
door-lost-later-advice = This phone is offline. The new badge will be issued as soon as it is back online; until then, admit the person by name.
door-note-button = Write a note
door-note-title = Note for the information desk
door-note-label = What should they know?
door-note-send = Leave the note
door-noted-word = Noted
door-noted-advice = The information desk can see it.
door-group-button = Delegation: { $tally }
door-group-title = Who is here?
door-group-by = Delegation of
door-group-organisation = Organisation
door-group-country = Country
door-group-all = Tick all
door-group-in = Admit: { $tally }
door-group-out = Leaving: { $tally }
door-group-done = { $passed } of { $tally }

# Verdicts: a word, and what to do next
door-verdict-admitted-word = Welcome
door-verdict-admitted-advice = Ready for the next badge.
door-verdict-already-in-word = Already in
door-verdict-already-in-advice = Compare the name with an identity document. If it differs, send the person to the information desk.
door-verdict-already-in-first = Came in: { $time }, { $device }. Compare the name with an identity document. If it differs, send the person to the information desk.
door-verdict-left-word = Goodbye
door-verdict-left-advice = Counted out. Ready for the next badge.
door-verdict-revoked-word = Old badge
door-verdict-revoked-advice = A newer badge replaced this one. Ask for the latest e-mail, or search the name.
door-verdict-not-confirmed-word = Not confirmed
door-verdict-not-confirmed-advice = This registration has not been confirmed. Send the person to the information desk.
door-verdict-wrong-day-word = Another day
door-verdict-wrong-day-advice = This door is not open for this badge now. Check the programme together, or send the person to the information desk.
door-verdict-wrong-place-word = Another venue
door-verdict-wrong-place-advice = This badge is for another venue of the forum. Send the person to the information desk.
door-verdict-wrong-category-word = Another door
door-verdict-wrong-category-advice = This category does not enter here. Show the way to the right door.
door-verdict-full-word = Full
door-verdict-full-advice = There is no place left. Please wait until somebody leaves.
door-verdict-unknown-word = Unknown
door-verdict-unknown-advice = Not a badge of this forum. Scan again, or search the name.
door-verdict-failed-word = Could not check
door-verdict-failed-advice = Scan again, or search the name. If that does not help, load the page again.
# Above every verdict while the checkpoint is tried out
door-rehearsal = Rehearsal
# Why not, with the facts, and what to do next. A time stands with its date: 28 April, 09:12.
door-reason-replaced = This badge was replaced on { $time }. Ask for the newest one, or send the person to the information desk.
door-reason-pending = This registration has not been decided on yet. Send the person to the information desk.
door-reason-waitlisted = This person is on the waiting list. Send the person to the information desk, where they know whether a place is free.
door-reason-declined = This registration was declined. Send the person to the information desk.
door-reason-withdrawn = This registration was withdrawn. Send the person to the information desk.
door-reason-opens = This door opens on { $time }. Check the programme together, or send the person to the information desk.
door-reason-closed = This door has been closed since { $time }. Check the programme together, or send the person to the information desk.
door-reason-sites = This badge is for: { $sites }. Show the way, or send the person to the information desk.
door-reason-categories = Only these may enter here: { $categories }. Show the way to the right door.
door-reason-full = { $inside } of { $capacity } are inside. Please wait until somebody leaves.
door-reason-more = These characters are not enough to tell whose badge it is. Type more of the code.

# No verdict yet
door-checking-word = One moment
door-checking-advice = Asking the server…
door-waiting-word = No answer yet
door-waiting-advice = The server does not answer. The scan is kept and sent again until it does; do not close this page.
door-stopped-word = Pairing ended
door-stopped-advice = The organizers have ended the pairing of this device. Ask for a new link.
door-over-advice = The time of this device is over. To go on, ask the organizers for a new link.
door-kept-word = Not entered yet
door-kept-advice = This could not be entered. Nothing is lost: the organizers can see it and will see to it.
door-ended-title = This device’s time is over
door-ended-text = It no longer lets anyone in. What it scanned before is being sent to the organizers; the list of people has been deleted from it. To continue, ask the organizers for a new link.
door-ended-waiting = Still to be sent: { $tally }. Keep this page open.
door-ended-sent = Everything has been sent. You may close this page.
door-unsent-word = Not yet
door-unsent-advice = Scans on this phone are still waiting to be sent. Leave once the line at the top says that nothing is waiting.

# Refusals of a page
door-code-missing = Type the code of the badge.

# The top line, and what is asked of a phone that was left on Out
door-still-out = Out for ten minutes. Are people arriving?
door-still-out-in = Change to In
door-still-out-stay = Stay on Out
door-expected = Expected here: { $came } of { $expected }
door-battery = Battery { $percent }%. Please charge this phone.
door-clock-ahead = This phone’s clock is { $minutes } min fast. Hazir uses the server’s time.
door-clock-behind = This phone’s clock is { $minutes } min slow. Hazir uses the server’s time.
door-clock-unsure = This phone’s clock may be wrong. Connect it to the network, and it will be checked.

# Out, of somebody who had not come in
door-not-inside-word = Was not inside
door-not-inside-advice = Nothing to count out. Ready for the next badge.

# A name in Latin letters that nobody gave: ours, to compare with a passport
door-latin-is-ours = { $name } (our transliteration)

# After a whole delegation has passed
door-undo-these = Undo these { $tally }

# The sheet of a person
door-sheet-way = Today at the entrances
door-sheet-inside = Inside since { $time }
door-sheet-undo = Undo “{ $what }, { $time }”
door-sheet-undone = undone
door-sheet-here = this phone
door-place-gone = This checkpoint has been renamed or is no longer yours. Check where you are, then try again.
