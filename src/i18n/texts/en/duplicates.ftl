# The desk: registrations that seem to be of one person.

desk-duplicates-title = Perhaps the same person
desk-duplicates-lead = Each entry is two registrations that seem to be of one person. Open both and withdraw one of them, or say that they are two people.
desk-duplicates-none = Nobody seems to be registered twice
desk-duplicates-none-text = When two registrations look like one person’s, they are shown here.
desk-duplicates-one = Registered first
desk-duplicates-other = Registered later
desk-duplicates-why = What they share, beside the name
desk-duplicates-phone = the telephone number
desk-duplicates-mailbox = the name in the e-mail address
desk-duplicates-organisation = the organisation
desk-duplicates-country = the country
desk-duplicates-apart = Two people
desk-duplicates-perhaps = Perhaps the same person:
desk-duplicates-all = All such registrations
desk-duplicates-link = Registered twice?
desk-duplicates-looking = We are comparing the registrations. This takes a few seconds.
desk-duplicates-before = We are comparing the registrations again. Below is the last result, of { $time }.
desk-duplicates-again = Look again
