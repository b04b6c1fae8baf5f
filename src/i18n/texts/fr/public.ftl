forums-title = Forums
places-left = { $count ->
    [0] Il ne reste plus de place
    [one] Il reste une place
   *[other] Il reste { $count } places
}

form-name-missing = Écrivez le nom tel qu’il doit figurer sur le badge.
form-name-no-letters = Un nom comporte au moins une lettre.
form-too-long = Limitez ce texte à { $count } caractères.
form-phone-wrong = Écrivez le numéro en chiffres, par exemple +994 50 123 45 67.
form-country-missing = Choisissez un pays.
form-organisation-missing = Indiquez l’organisation que vous représentez.
form-category-missing = Choisissez une catégorie.
form-sites-missing = Choisissez au moins un lieu.
form-email-missing = Indiquez une adresse e-mail : la confirmation y sera envoyée.
form-email-no-at = Il manque le signe @. Exemple : aysel@example.org
form-email-space = L’adresse contient une espace. Exemple : aysel@example.org
form-email-no-domain = La partie après le @ est incomplète. Exemple : aysel@example.org
form-email-not-latin = Avant le @, seules les lettres latines sont possibles. Exemple : aysel@example.org
form-email-wrong = Cette adresse semble incorrecte. Exemple : aysel@example.org

forums-lead = Choisissez un forum pour voir son programme et vous inscrire.
forums-none-title = Aucun forum pour le moment
forums-none-text = Dès que l’équipe d’organisation en publie un, il apparaît ici.

forum-when = Quand
forum-where = Où
forum-registration = Inscription
forum-open = Les inscriptions sont ouvertes
forum-closed = Les inscriptions sont closes
forum-not-yet = Les inscriptions ne sont pas encore ouvertes
forum-full = Toutes les places sont prises
forum-opens = Ouverture le { $moment } ({ $zone })
forum-until = Jusqu’au { $moment } ({ $zone })
forum-closed-since = Closes depuis le { $moment } ({ $zone })
forum-waiting = Vous pouvez tout de même vous inscrire : vous serez sur liste d’attente, et nous vous écrirons dès qu’une place se libère.
forum-register = S’inscrire
forum-join-waiting = S’inscrire sur la liste d’attente
forum-who = Qui peut venir
forum-programme = Programme
forum-sites = Lieux
forum-times = Les heures sont locales ({ $zone }).
forum-times-each = Les heures sont celles de chaque lieu.
forum-back = Retour au forum
forum-contact = Une question ? Écrivez à

privacy-title = Comment nous utilisons vos données
privacy-what = Nous ne demandons que ce dont le forum a besoin : votre nom pour le badge, votre e-mail pour la confirmation, votre pays et votre organisation pour la liste des personnes inscrites.
privacy-who = L’équipe d’organisation de ce forum voit ce que vous écrivez. À l’entrée, on ne voit que votre nom, votre organisation, votre pays et votre catégorie.
privacy-rights = Le lien reçu par e-mail vous permet à tout moment de voir et de corriger vos données, ou d’annuler votre inscription.

form-title = Inscription
form-in-short = En bref
form-errors-title = Quelques points à revoir
form-optional = facultatif
form-name-label = Nom complet
form-name-hint = Tel qu’il doit figurer sur votre badge
form-native-label = Nom dans votre écriture
form-native-hint = Par exemple Şəhla, Шахла, شهلا
form-email-label = E-mail
form-email-hint = La confirmation sera envoyée à cette adresse
form-phone-label = Téléphone
form-phone-hint = Avec l’indicatif du pays, par exemple +994 50 123 45 67
form-country-label = Pays
form-country-pick = Choisissez un pays
form-organisation-label = Organisation
form-position-label = Fonction
form-category-label = À quel titre venez-vous
form-sites-label = Où serez-vous ?
form-language-label = Langue de nos e-mails
form-access-label = Ce qu’il vous faut pour participer
form-access-hint = Une place pour fauteuil roulant, la langue des signes, autre chose. Seule l’équipe d’organisation le voit.
form-food-label = Repas
form-food-hint = Ce que vous ne mangez pas
form-consent-label = J’accepte que mes données soient utilisées pour ce forum.
form-consent-link = Comment nous utilisons vos données (nouvel onglet)
form-consent-missing = Sans votre accord, l’inscription n’est pas possible.
form-send = S’inscrire
form-old = Cette page est restée ouverte très longtemps. Rien de votre saisie n’est perdu : envoyez-la encore une fois.
form-too-many = Un très grand nombre d’inscriptions arrive de votre réseau. Rien de votre saisie n’est perdu : patientez une minute et renvoyez-la.

registered-title = Regardez vos e-mails
registered-text = Nous avons écrit à l’adresse indiquée. L’e-mail dit où en est votre inscription et contient le lien vers votre page, où vous pouvez corriger vos données ou annuler votre inscription.
registered-full = Toutes les places sont prises pour le moment. Si vous êtes sur liste d’attente, l’e-mail le dit.
registered-nothing = Rien reçu ?
registered-spam = L’e-mail arrive en général dans la minute. Regardez aussi dans les indésirables.
registered-slip = Une erreur dans l’adresse ? Inscrivez-vous de nouveau avec la bonne.
registered-write = Toujours rien après dix minutes ? Écrivez à
