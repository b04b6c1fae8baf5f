forums-title = Forums
places-left = { $count ->
    [0] No places left
    [one] One place left
   *[other] { $count } places left
}

form-name-missing = Write the name as it should stand on the badge.
form-name-no-letters = A name needs at least one letter.
form-too-long = Please shorten this to { $count } characters.
form-phone-wrong = Write the phone number with digits, for example +994 50 123 45 67.
form-country-missing = Choose a country.
form-organisation-missing = Write the organisation you come from.
form-category-missing = Choose a category.
form-sites-missing = Choose at least one place.
form-email-missing = Write an e-mail address: the confirmation goes there.
form-email-no-at = The address has no @ sign. Example: aysel@example.org
form-email-space = There is a space inside the address. Example: aysel@example.org
form-email-no-domain = The part after the @ is not complete. Example: aysel@example.org
form-email-not-latin = The part before the @ may only have Latin letters. Example: aysel@example.org
form-email-wrong = This address cannot be right. Example: aysel@example.org

forums-lead = Choose a forum to see its programme and to register.
forums-none-title = No forum here yet
forums-none-text = When an organizer publishes one, it appears here.

forum-when = When
forum-where = Where
forum-registration = Registration
forum-open = Registration is open
forum-closed = Registration is closed
forum-not-yet = Registration is not open yet
forum-full = All places are taken
forum-opens = Opens on { $moment } ({ $zone })
forum-until = Until { $moment } ({ $zone })
forum-closed-since = Closed since { $moment } ({ $zone })
forum-waiting = You can still register: you go on the waiting list, and hear from us when a place becomes free.
forum-register = Register
forum-join-waiting = Join the waiting list
forum-who = Who may come
forum-programme = Programme
forum-sites = Places
forum-times = Times are local ({ $zone }).
forum-times-each = Times are local to each place.
forum-back = Back to the forum
forum-contact = Questions? Write to

privacy-title = How we use your data
privacy-what = We ask for what the forum needs: your name for the badge, your e-mail for the confirmation, your country and organisation for the list of participants.
privacy-who = The organizers of this forum see what you write. At the door, staff see your name, organisation, country and category, and nothing more.
privacy-rights = By the link in your e-mail you can see and correct your data at any time, or withdraw.

form-title = Register
form-in-short = In short
form-errors-title = Please look at this again
form-optional = optional
form-name-label = Name
form-name-hint = As it should stand on your badge
form-native-label = Name in your own script
form-native-hint = For example Şəhla, Шахла, شهلا
form-email-label = E-mail
form-email-hint = Your confirmation comes to this address
form-phone-label = Phone
form-phone-hint = With the country code, for example +994 50 123 45 67
form-country-label = Country
form-country-pick = Choose a country
form-organisation-label = Organisation
form-position-label = Position
form-category-label = You come as
form-sites-label = Where will you be?
form-language-label = Language of our e-mails
form-access-label = What you need to take part
form-access-hint = A wheelchair place, sign language or anything else. Only the organizers see it.
form-food-label = Food
form-food-hint = What you do not eat
form-consent-label = I agree that my data is used for this forum.
form-consent-link = How we use your data (opens in a new tab)
form-consent-missing = Without your consent we cannot register you.
form-send = Register
form-old = This page was open for a very long time. Nothing you typed is lost: please send it once more.
form-too-many = Very many registrations are coming from your network. Nothing you typed is lost: wait a minute and send it again.

registered-title = Look into your mail
registered-text = We have written to the address you gave. The e-mail says how your registration stands and has the link to your own page, where you can correct your data or withdraw.
registered-full = All places are taken at the moment. If you are on the waiting list, the e-mail says so.
registered-nothing = Nothing there?
registered-spam = It usually comes within a minute. Look into the spam folder, too.
registered-slip = A mistake in the address? Register once more with the right one.
registered-write = Still nothing after ten minutes? Write to
