delivery-deferred = Postponed
delivery-returned = Came back
delivery-next-try = Next attempt: { $moment }
delivery-perhaps-taken = The connection broke after the e-mail was handed over: the server may already have it. It goes out once more as the same e-mail, so that a second copy can be told from a new one.
delivery-came-back = Reported afterwards:
delivery-silent-title = Some mail servers do not answer at the moment
delivery-silent-lead = E-mails for them wait and are tried again by themselves. All other e-mails go out as usual.
delivery-silent-one = { $domain }: no answer since { $moment }; e-mails waiting: { $count }
delivery-link = Who has no working address?
delivery-title = No working address
delivery-lead = These people have no working address: call them.
delivery-count = { $count ->
    [one] One person
   *[other] { $count } people
}
delivery-trouble = The mailbox for returned e-mails cannot be read at the moment.
delivery-trouble-since = Since { $moment }. Anyone whose e-mail has come back meanwhile is missing here, and is added by itself when the mailbox can be read again:
delivery-none = Everybody can be written to
delivery-none-text = Whoever’s last e-mail was refused or came back is shown here, with the phone number and the reason.
delivery-in-list = Show them in the registrations
delivery-no-address = No working address
delivery-todo-unreachable = { $count ->
    [one] One person without a working address: call
   *[other] { $count } people without a working address: call them
}
delivery-why = Why
delivery-no-phone = No phone number
delivery-correct = Correct to { $email } and send again
delivery-person = E-mails do not reach this person: call.
delivery-no-mailbox = There is no such mailbox. Ask for the right address.
delivery-no-domain = The part after the @ does not exist. Ask for the right address.
delivery-full = The mailbox is full. Ask to make room, or for another address.
delivery-closed = The mailbox is closed. Ask for another address.
delivery-unwanted = Their mail server took it for spam. Ask for another address, or ask their office to let our e-mails in.
delivery-silent = Their mail server does not answer. Try again later, or ask for another address.
delivery-too-large = The e-mail is too large for that mailbox. Ask for another address.
delivery-other = Their mail server refused it.
delivery-question = Did you mean { $email }?
delivery-question-text = You wrote { $email }. Your confirmation and your badge go to this address.
delivery-question-yes = Yes, { $email }
delivery-question-no = No, it is right as written
