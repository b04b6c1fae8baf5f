badge-title = Your badge

delegate-confirmed-text = Your place is confirmed. Bring this page or the e-mail: the badge is read from the screen and from paper.
delegate-pending-text = The organizers read every registration themselves. They will write to you as soon as they have decided.
delegate-waitlisted-text = All places are taken for now. When one becomes free and it is your turn, we will write to you at once. Please do not set out before that.
delegate-declined-text = We are sorry: this time the organizers cannot offer you a place.
delegate-declined-words = The organizers add:
delegate-withdrawn-text = Your registration has been withdrawn. If your plans change, you can register again.
delegate-newer-text = You have registered again since then: this is your old page.
delegate-newer = Open my new page
delegate-code = Badge code
delegate-qr = QR code of your badge
delegate-data = My data
delegate-calendar = Add to my calendar
delegate-calendar-google = Add to Google Calendar
delegate-calendar-outlook = Add to Outlook
delegate-picture = Save the badge as a picture
delegate-correct = Correct my data
delegate-email = Change my e-mail
delegate-resend = Send it to me again
delegate-withdraw = Withdraw
delegate-again = Register again

delegate-show = Show at the door
delegate-show-back = Back to my page
delegate-wallet-apple = Add to Apple Wallet
delegate-wallet-google = Add to Google Wallet
delegate-wallet-void = Make the pass invalid in Apple Wallet
delegate-offline = Offline
delegate-kept = Your badge is saved on this device, and this page also opens offline. Open it again the day before the forum, so that the copy is up to date.
delegate-kept-remove = Remove from this device
delegate-not-kept = If you save your badge on this device, it also opens offline. Please do not save it on a computer that others use.
delegate-kept-keep = Keep my badge here
delegate-copy = This is a copy saved on this device: your badge as it was on { $moment } ({ $zone }). Later changes are not in it.
delegate-copy-again = Try to go online again
delegate-copy-removed = Removed. Once you close this page, nothing of it is left on this device.

wallet-description = Badge for { $forum }
wallet-note = A pass does not update by itself. If your badge is replaced or your name is corrected, add it again from your own page.

delegate-saved = Saved. Your badge is the same as before.
delegate-saved-plain = Saved.
delegate-same = Nothing was different, so nothing was changed.
delegate-sent = Sent. Check your e-mail.
delegate-sent-often = We have written to you several times this hour. Check your spam folder, or try again later.
delegate-email-asked = We have sent a link to the new address. The old one stays in use until you open that link.
delegate-email-changed = Your new address is confirmed. From now on we will write to it. This page has a new link now, which we have sent there; the old one no longer works.
delegate-old = This page has been open for a very long time. Please press the button once more.

delegate-correct-note = Your badge stays the same: a corrected name never makes it invalid.
delegate-save = Save
delegate-keep = Leave it as it is
delegate-category-full = No place is left in this category.
delegate-name-taken = Somebody with this name is already registered with this e-mail address.
delegate-latin-ask = Your name in Latin letters is missing. At the door it is compared with the passport.
delegate-latin-add = Add the name in Latin letters

delegate-email-note = We will send a link to the new address. The old one stays in use until you open that link.
delegate-email-label = New e-mail address
delegate-email-send = Send the link
delegate-email-same = This is the address you already have.
delegate-email-many = Very many e-mails are going out at the moment. Nothing you typed is lost: please send it again in an hour.
delegate-email-confirm = Confirm the new address
delegate-email-confirm-text = From now on, e-mails about the forum go to this address: { $address }
delegate-email-gone = This link no longer works
delegate-email-gone-text = It has already been used, or it is older than a day. Open your page from an earlier e-mail and ask for a new link.
delegate-email-taken = This address cannot be used
delegate-email-taken-text = Somebody with the same name is registered for this forum with this address. If that is you, the registration is there already.

delegate-withdraw-title = Withdraw from the forum?
delegate-withdraw-place = Your place goes to somebody else, and your badge will no longer work.
delegate-withdraw-waiting = Your registration ends, and you will no longer be waiting for a place.
delegate-withdraw-why = Would you tell us why?

delegate-lost-title = This link does not work
delegate-lost-text = It may have been cut off: open it from the e-mail again. If you no longer have the e-mail, register again with the same address, and we will send you the link.
