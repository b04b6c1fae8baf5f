# The desk: signing in, the forums of an account, and the people of a forum.

desk-sign-out = Sign out
desk-tab-overview = Overview
desk-tab-registrations = Registrations
desk-tab-messages = Messages
desk-tab-sites = Sites
desk-tab-sessions = Programme
desk-tab-categories = Categories
desk-tab-checkpoints = Checkpoints
desk-tab-devices = Devices
desk-tab-texts = Texts
desk-tab-settings = Settings
desk-tab-people = Team

desk-sign-in-title = Sign in to the desk
desk-sign-in-email = E-mail
desk-sign-in-password = Password
desk-sign-in-button = Sign in
desk-sign-in-wrong = E-mail and password do not match. Check both and try again.
desk-sign-in-password-set = Your password is set. Now sign in with it.
desk-sign-in-forgotten = No password yet, or forgotten? An owner of this Hazir can send you a new link.

desk-password-title = Set your password
desk-password-for = For the account { $email }.
desk-password-new = New password
desk-password-hint = At least 12 characters. A short sentence is easy to remember and hard to guess.
desk-password-button = Set the password
desk-password-too-short = Make it at least { $count } characters long. A short sentence does well.
desk-password-too-long = Make it at most { $count } characters long.
desk-password-personal = Choose one without your e-mail address in it: that is tried first.
desk-password-simple = This one is tried first by everybody who guesses. Choose something of your own.
desk-password-gone-title = This link no longer works
desk-password-gone-text = It was used already, or its time is up. Ask an owner of this Hazir for a new one.

desk-home-title = Your forums
desk-home-new = New forum
desk-home-accounts = Accounts
desk-home-registered = { $count } registered
desk-home-confirmed = { $count } confirmed
desk-home-hidden = Not published yet
desk-home-empty-title = No forums yet
desk-home-empty-create = Create the first one: title, days and place are enough to begin.
desk-home-empty-ask = Ask an organizer to give your account access to a forum.
