# Words, the same everywhere:
#   forum · site (its place in a city) · session (an item of the programme) · programme
#   delegate · category · registration · organisation · delegation · focal point
#   badge · code · door · checkpoint · device · desk · message
#   sign in, sign out (never "log in") · place (never "seat") · e-mail
# States: awaiting confirmation · confirmed · on the waiting list · declined · withdrawn

site-name = Hazir
languages-label = Language
page-skip = Skip to the content
answer-yes = Yes
answer-no = No

state-pending = Awaiting confirmation
state-confirmed = Confirmed
state-waitlisted = On the waiting list
state-declined = Declined
state-withdrawn = Withdrawn
