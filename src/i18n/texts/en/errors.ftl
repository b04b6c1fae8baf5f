error-not-found-title = There is no such page
error-not-found-text = Check the address, or start from the list of forums.

error-form-old-title = This form has expired
error-form-old-text = Go back, load the page again and send it once more. Nothing was changed.
error-forbidden-title = You have no access to this page
error-forbidden-text = Ask an organizer of the forum for access.
error-not-paired-title = This device is not paired
error-not-paired-text = Ask the organizers for a new pairing link or QR code, and open it on this device.
error-too-many-title = Too many requests at once
error-too-many-text = Please wait a minute and try again.
error-too-large-title = That is too large
error-too-large-text = Send a smaller file, or less text.
error-broken-title = Something went wrong on our side
error-broken-text = What you sent was not saved. Go back and send it again in a minute: the browser still has what you typed.
error-unsure-title = We could not find out whether it was saved
error-unsure-text = What you sent may have been saved, or only a part of it. Go back and send it again in a minute: sending it again does no harm, and the browser still has what you typed.
error-away-text = Please try again in a minute. Nothing was changed.
error-not-understood-title = This request could not be read
error-not-understood-text = Go back and try again.
error-home = All forums

# Before the title of a page that could not do what was asked
error-before-title = Error:
