# Mail to many: written at the desk, ended by its readers.

desk-tab-mailings = Mailings

mailing-new = Write to many
mailing-write-to = { $count ->
    [one] Write to this one person
   *[other] Write to these { $count }
}
mailing-none = No mailings yet
mailing-none-text = One e-mail to many people: choose whom, write it, look at it as they will see it, then send it.
mailing-subject = Subject
mailing-body = Text
mailing-body-hint = A blank line begins a new paragraph. These are filled in for each person: { $fields }.
mailing-by = Written by
mailing-when = When
mailing-people = People
mailing-of = { $done } of { $people }
mailing-draft = Draft
mailing-sending = Being sent
mailing-stopped = Stopped
mailing-done = Sent
mailing-held = Stopped

mailing-whom = Whom is it for?
mailing-came = At the entrances
mailing-came-yes = Was there
mailing-came-no = Was not there
mailing-count-again = Count again
mailing-fit = { $count ->
    [0] Nobody fits that.
    [one] It goes to one person.
   *[other] It goes to { $count } people.
}
mailing-unsubscribed = { $count ->
    [one] One more wants no news of this forum and gets none.
   *[other] { $count } more want no news of this forum and get none.
}
mailing-complained = { $count ->
    [one] One more reported an e-mail of ours as spam and gets no mailings.
   *[other] { $count } more reported an e-mail of ours as spam and get no mailings.
}
mailing-readers = { $language }: { $count }
mailing-readers-too = { $language }: { $count }. Nothing is written in their language, so they read it in { $first }.
mailing-states = By state: { $states }
mailing-list = Open this list

mailing-about = What is it?
mailing-about-news = News: what they may like to know, such as an invitation or a survey. Each e-mail has a link to end such e-mails, and whoever has ended them gets none.
mailing-about-registration = About their registration: what they must know in order to come, such as a new place or hour. It goes to all of them.
mailing-about-missing = Choose what it is: news, or about their registration.
mailing-shows-page = With the button “Open my page”
mailing-shows-page-hint = It leads each person to their own page alone, and is different in every e-mail.
mailing-words = Begin with the words of
mailing-words-none = A greeting alone
mailing-words-take = Take these words
mailing-words-hint = They are put in wherever you have written nothing of your own yet, in each language.
mailing-text-in = In { $language }
mailing-text-first = Everybody reads this in whose language nothing is written.
mailing-text-empty = Left empty, its readers get the text in { $language }.
mailing-save = Save and look at it
mailing-edit = Change it
mailing-delete = Throw the draft away
mailing-first-missing = Write subject and text in { $language } first: they are for everybody in whose language nothing is written.
mailing-half = Subject and text belong together: write both, or leave both empty.
mailing-personal = There is a personal link or a badge code in it. In an e-mail to many it would give everybody that one person’s page or badge. Take it out; the button “Open my page” gives each person their own.
mailing-field-unknown = “{ $name }” is nothing that can be filled in. Choose from the list above, or write two braces for one.
mailing-field-not-here = “{ $name }” opens one person’s page and cannot be used in an e-mail to many. The button “Open my page” gives each person their own.
mailing-brace-open = A brace is opened and not closed before “{ $words }”. Close it, or write two braces for one.
mailing-brace-close = A brace is closed and was not opened after “{ $words }”. Open it, or write two braces for one.
mailing-frozen = It was sent, so it can no longer be changed.

mailing-preview = How it reads
mailing-preview-as = As { $name } reads it
mailing-preview-next = As somebody else reads it
mailing-preview-mail = See it as an e-mail
mailing-test = Send me a test
mailing-test-hint = One in each language, to { $email }. Its links lead to the forum’s page, not to anybody’s own.
mailing-test-sent = The test is on its way to you.
mailing-send-title = Send it
mailing-send-hint = Once sent, list and wording stay as they are. Everybody gets one e-mail, however often you click. Whoever withdraws before their turn is left out.
mailing-send-count = To send it, type the number of people: { $count }
mailing-send = { $count ->
    [one] Send to one person
   *[other] Send to { $count } people
}
mailing-send-wrong = That is not the number. It goes to { $count } now: look at it once more, then type that number.
mailing-saved = Saved. Nothing is sent yet.

mailing-progress = Progress
mailing-accepted = delivered
mailing-waiting = waiting
mailing-undelivered = not delivered
mailing-left-out = left out
mailing-left-out-hint = Left out are those who withdrew, were declined or ended such e-mails before their turn came.
mailing-stop = Stop
mailing-stop-hint = E-mails that the mail server already has cannot be taken back.
mailing-go-on = Continue
mailing-reload = Reload
mailing-messages = Open the e-mails
mailing-wording = What it says
mailing-of-one = The e-mails of one mailing.

mailing-leave = No more news of this forum
unsubscribe-title = Stop receiving news?
unsubscribe-text = You will no longer receive news about “{ $forum }”. E-mails about your own registration will still come.
unsubscribe-button = Stop news
unsubscribe-done-title = News stopped
unsubscribe-done-text = You no longer receive news about “{ $forum }”. E-mails about your own registration will still come.
unsubscribe-again = Send me news again
unsubscribed-since = Has not wanted news since { $moment }. E-mails about their own registration still come. Only they can ask for news again: on their own page, or with the link in any news they received.
complained-since = Reported one of our e-mails as spam on { $moment }: mailings no longer go to this address. E-mails about their own registration still come. Only they can ask for mailings again: on their own page, or with the link in any news they received.
unsubscribed-mine = You receive no news about this forum, only e-mails about your own registration.
