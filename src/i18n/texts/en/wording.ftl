desk-tab-wording = E-mail texts
desk-wording-lead = What people read in each e-mail. Where the forum has no words of its own, Hazir’s are used.
desk-wording-occasion = E-mail
desk-wording-languages = Languages
desk-wording-own = own
desk-wording-pending = Received
desk-wording-pending-when = When somebody registers and the organizers are still to decide.
desk-wording-confirmed = Confirmed
desk-wording-confirmed-when = When somebody gets a place.
desk-wording-waitlisted = Waiting list
desk-wording-waitlisted-when = When all places are taken.
desk-wording-declined = Declined
desk-wording-declined-when = When the organizers decline. The reason given there is added.
desk-wording-changed = Changed
desk-wording-changed-when = When times or place move and you tell those who have a place. The new calendar file is attached.
desk-wording-reminder = Reminder
desk-wording-last = Last information
desk-wording-thanks = Thanks
desk-wording-many-when = When you write to many at once and begin with this text.
desk-wording-is-own = These are the forum’s own words.
desk-wording-is-ours = These are Hazir’s words; once you save others, yours are used.
desk-wording-subject = Subject
desk-wording-heading = Heading
desk-wording-body = Text
desk-wording-body-hint = A blank line begins a new paragraph. Addresses that begin with https:// become links.
desk-wording-fields = What is filled in
desk-wording-fields-hint = Write these with their braces; each person reads their own. For a brace itself, write it twice.
desk-wording-field-name = the person’s name
desk-wording-field-forum = the title of the forum
desk-wording-field-dates = the days the person comes
desk-wording-field-place = the venue and its address
desk-wording-field-organisation = the person’s organisation
desk-wording-field-category = the category, such as delegate
desk-wording-field-country = the person’s country
desk-wording-field-link = the address of the person’s own page
desk-wording-preview = How it looks
desk-wording-examples = The person is real; the badge and the link are examples.
desk-wording-person = Shown for
desk-wording-show = Show what I wrote
desk-wording-show-text = Show as plain text
desk-wording-test-hint = The test is what is saved, for the newest person.
desk-wording-test = Send a test to { $email }
desk-wording-ours = Back to Hazir’s words
desk-wording-ours-sure = The forum’s own words for this e-mail and language will then be gone.
desk-wording-said-ours = Hazir’s words are used again.
desk-wording-said-tested = The test is on its way.
desk-wording-missing = Write something here.
desk-wording-unknown = There is no field { $field }. Use one of those in the list.
desk-wording-not-here = { $field } cannot be used in this e-mail.
desk-wording-unclosed = The brace in { $words } is not closed. Close it, or write the brace twice.
desk-wording-unopened = The brace in { $words } closes nothing. Remove it, or write it twice.
desk-moved-title = New times
desk-moved-count = { $n ->
    [one] { $n } person has
   *[other] { $n } people have
} the old times in their calendar.
desk-moved-telling = { $n ->
    [one] They are being told: one person is still to come.
   *[other] They are being told: { $n } people are still to come.
}
desk-moved-how-far = See the progress
desk-moved-tell = Tell them now
desk-moved-what = What will they be told?
desk-moved-text = They get an e-mail with the new times and a new calendar file, each person once.
desk-moved-words = See the text of this e-mail
desk-moved-none = Everybody has the times as they are now.
desk-moved-said = They are being told: each gets one e-mail.
