mail-greeting = Hello { $name },
mail-unnamed = participant
mail-unnamed-organisation = your organisation

mail-confirmed-subject = Your place is confirmed: { $forum }
mail-confirmed-heading = Your place is confirmed
mail-confirmed-body = You are registered for “{ $forum }”. Bring this e-mail or open your page at the door: the code is your badge, read from your phone or from paper.
mail-approved-body = The organizers have confirmed your registration for “{ $forum }”. Bring this e-mail or open your page at the door: the code is your badge, read from your phone or from paper.

mail-pending-subject = We have received your registration: { $forum }
mail-pending-heading = We have received your registration
mail-pending-body = Thank you for registering for “{ $forum }”. The organizers read every registration themselves and will write to you as soon as they have decided. There is nothing more to do until then.

mail-waitlisted-subject = You are on the waiting list: { $forum }
mail-waitlisted-heading = You are on the waiting list
mail-waitlisted-body = All places at “{ $forum }” are taken for now, and you are on the waiting list. When a place becomes free and it is your turn, you will hear from us at once. Please do not set out before that.

mail-declined-subject = Your registration: { $forum }
mail-declined-heading = We cannot offer you a place
mail-declined-body = Thank you for your interest in “{ $forum }”. We are sorry: this time the organizers cannot offer you a place.
mail-declined-reason = The organizers add:

mail-withdrawn-subject = Your registration has been withdrawn: { $forum }
mail-withdrawn-heading = Your registration has been withdrawn
mail-withdrawn-body = Your registration for “{ $forum }” has been withdrawn; if you had a badge, it no longer works. If your plans change, you can register again.
mail-withdrawn-button = Register again

mail-freed-subject = A place is yours: { $forum }
mail-freed-heading = A place is yours
mail-freed-body = A place at “{ $forum }” has become free, and it is yours. The code is your badge: bring this e-mail or open your page at the door. If you can no longer come, please withdraw on your page, so that the next person can.

mail-reissued-subject = Your new badge: { $forum }
mail-reissued-heading = Here is your new badge
mail-reissued-body = Your badge for “{ $forum }” has a new code. The old one no longer works, so please use only this one.

mail-again-subject = Your badge: { $forum }
mail-again-heading = Here is your badge again
mail-again-body = You are already registered for “{ $forum }”, so here is your badge again. The code is the one you had. If any of your details have changed, correct them on your page.

mail-new-address-subject = Confirm your new address: { $forum }
mail-new-address-heading = Confirm your new address
mail-new-address-body = This address was given for e-mails about “{ $forum }”. Please confirm that it is yours; until then, everything goes to the old one.
mail-new-address-button = Confirm this address
mail-new-address-note = The link works for { $hours ->
    [one] one hour
   *[other] { $hours } hours
}. If you did not ask for this, do nothing and nothing will change.

mail-old-address-subject = Your address was changed: { $forum }
mail-old-address-heading = Your address was changed
mail-old-address-body = E-mails about your registration for “{ $forum }” now go to another address, and no longer to this one. If that was not you, please tell the organizers.

mail-changed-subject = New times or venue: { $forum }
mail-changed-heading = New times or venue
mail-changed-body = “{ $forum }” has new times or another venue. The new details are below, and the calendar file attached replaces the one you had. Your registration and your badge stay as they are.

mail-still-subject = Are you coming? { $forum }
mail-still-heading = Are you coming?
mail-still-body = You have a place at “{ $forum }”, and others are waiting for one. Please open your page within a day: that tells the organizers that you are coming. Otherwise your place goes to the next person. If you cannot come, please withdraw there.

mail-reminder-subject = Soon: { $forum }
mail-reminder-heading = See you soon
mail-reminder-body = “{ $forum }” begins soon, and we look forward to seeing you. Have your badge at hand: it is on your page, and it works from the phone and from paper. If you can no longer come, please withdraw on your page, so that somebody else gets your place.

mail-last-subject = Before you set out: { $forum }
mail-last-heading = Before you set out
mail-last-body = “{ $forum }” is about to begin: { $dates }, { $place }. Please come a little earlier than the programme begins, and have your badge ready at the door.

mail-thanks-subject = Thank you for coming: { $forum }
mail-thanks-heading = Thank you for coming
mail-thanks-body = Thank you for being part of “{ $forum }”. It was good to have you with us, and we hope to see you again.

mail-password-subject = Set your password for Hazir
mail-password-heading = Set your password
mail-password-body = With this link you choose the password for your account at the organizers’ desk. It works once, within { $hours ->
    [one] one hour
   *[other] { $hours } hours
}.
mail-password-button = Choose a password
mail-password-note = If you did not expect this e-mail, you can ignore it. Nobody can use the link without it.
mail-access-subject = You have access to the desk: { $forum }
mail-access-heading = You have access
mail-access-body = You can now work at the organizers’ desk: { $forum }. Sign in with the e-mail address and password you already use.
mail-access-button = To the desk
mail-access-note = If you did not expect this e-mail, you can ignore it.

mail-when = When
mail-when-from = { $dates }, from { $time }
mail-where = Where
mail-name = Name on the badge
mail-badge-alt = QR code of your badge: { $code }
mail-badge-hint = No picture? It is attached as well, and the code can also be typed in at the door.
mail-calendar-hint = The dates are attached as a calendar file.
mail-page-button = Open my page
mail-page-hint = On your page you can correct your data, change your address or withdraw. The link is for you alone, please do not pass it on.
mail-shared-address = { $count ->
    [one] One person is registered with this e-mail address.
   *[other] { $count } people are registered with this e-mail address, each with a page of their own.
} This e-mail is for { $name }.
mail-latin-note = Please add your name in Latin letters, as in the passport, on your page: it is compared at the door.
mail-footer-why = You get this e-mail because this address was given when registering for “{ $forum }”.
mail-footer-contact = Questions? Write to { $contact }
