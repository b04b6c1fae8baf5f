# L’espace d’organisation : connexion, forums d’un compte, personnes d’un forum.

desk-sign-out = Se déconnecter
desk-tab-overview = Vue d’ensemble
desk-tab-registrations = Inscriptions
desk-tab-messages = E-mails
desk-tab-sites = Lieux
desk-tab-sessions = Programme
desk-tab-categories = Catégories
desk-tab-checkpoints = Points de contrôle
desk-tab-devices = Appareils
desk-tab-texts = Textes
desk-tab-settings = Réglages
desk-tab-people = Équipe
desk-room-people = Participants
desk-room-mail = Messagerie
desk-room-print = Impression
desk-room-doors = Entrées
desk-room-forum = Forum
desk-room-pages = Pages de cette partie

desk-sign-in-title = Connexion à l’espace d’organisation
desk-sign-in-email = E-mail
desk-sign-in-password = Mot de passe
desk-sign-in-button = Se connecter
desk-sign-in-wrong = L’e-mail et le mot de passe ne correspondent pas. Vérifiez les deux et réessayez.
desk-sign-in-again = Cette page est restée ouverte trop longtemps, ou le navigateur ne garde pas les cookies. Saisissez encore une fois votre mot de passe.
desk-sign-in-password-set = Votre mot de passe est enregistré. Connectez-vous avec lui.
desk-sign-in-forgotten = Pas encore de mot de passe, ou oublié ? Un compte propriétaire de ce Hazir peut vous envoyer un nouveau lien.
desk-sign-in-old = Cette page est restée ouverte trop longtemps. Saisissez à nouveau votre mot de passe.
desk-sign-in-file = Votre connexion avait expiré et le fichier n’a pas pu être conservé. Connectez-vous, puis choisissez-le à nouveau.
desk-in-place-text = Votre connexion a expiré. Rien de votre saisie n’est perdu : connectez-vous ici, et elle sera envoyée.
desk-in-place-button = Se connecter et envoyer
desk-in-place-forbidden = Ce compte n’en a pas le droit. Connectez-vous avec un autre.

desk-password-title = Choisissez votre mot de passe
desk-password-for = Pour le compte { $email }.
desk-password-new = Nouveau mot de passe
desk-password-hint = Au moins 12 caractères. Une courte phrase est facile à retenir et difficile à deviner.
desk-password-button = Enregistrer le mot de passe
desk-password-too-short = Écrivez au moins { $count } caractères. Une courte phrase convient bien.
desk-password-too-long = Écrivez au plus { $count } caractères.
desk-password-personal = Choisissez-en un sans votre adresse e-mail : c’est la première chose que l’on essaie.
desk-password-simple = C’est l’un des premiers que l’on essaie. Choisissez quelque chose de bien à vous.
desk-password-gone-title = Ce lien n’est plus valable
desk-password-gone-text = Il a déjà servi, ou son délai est passé. Demandez-en un nouveau à un compte propriétaire de ce Hazir.

desk-home-title = Vos forums
desk-home-new = Nouveau forum
desk-home-accounts = Comptes
desk-home-registered = { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
desk-home-confirmed = confirmées : { $count }
desk-home-hidden = Pas encore publié
desk-home-empty-title = Pas encore de forum
desk-home-empty-create = Créez le premier : un titre, des dates et un lieu suffisent pour commencer.
desk-home-empty-ask = Demandez à l’équipe d’organisation de donner à votre compte l’accès à un forum.

desk-overview-registered = inscriptions
desk-overview-confirmed = confirmées
desk-overview-hall = dans la salle
desk-overview-countries-present = pays présents
desk-overview-undecided = { $count ->
    [0] Aucune n’attend de décision
    [one] { $count } attend une décision
   *[other] { $count } attendent une décision
}
desk-overview-of-places = sur { $count } places
desk-overview-no-limit = places sans limite
desk-overview-came = { $count ->
    [0] Personne n’est encore là
    [one] { $count } personne est venue
   *[other] { $count } personnes sont venues
}
desk-bounds-between = connu à ce stade ; en réalité entre { $number_low } et { $number_high }
desk-bounds-at-least = connu à ce stade ; en réalité { $number_low } ou plus
desk-bounds-unknown = connu à ce stade
desk-bounds-why = Pas encore compté dans la salle : { $list }
desk-bounds-silent = { $device } (sans nouvelles depuis { $time })
desk-bounds-silent-queue = { $count ->
    [one] { $device } (sans nouvelles depuis { $time }, { $count } lecture à envoyer)
   *[other] { $device } (sans nouvelles depuis { $time }, { $count } lectures à envoyer)
}
desk-bounds-held-back = { $count ->
    [one] { $device } ({ $count } lecture à envoyer, signalé à { $time })
   *[other] { $device } ({ $count } lectures à envoyer, signalé à { $time })
}
desk-bounds-kept = { $count ->
    [one] { $count } lecture non saisie
   *[other] { $count } lectures non saisies
}
desk-bounds-more = et { $count } de plus
desk-overview-of-countries = sur { $count } pays inscrits
desk-overview-stale = Ces chiffres sont arrêtés : la connexion est perdue. Rechargez la page quand elle revient.
desk-overview-todo = En attente de votre part
desk-overview-todo-nothing = Rien ne vous attend.
desk-overview-todo-notes = Notes venues des entrées : { $count }
desk-overview-todo-pending = { $count ->
    [one] { $count } inscription à décider
   *[other] { $count } inscriptions à décider
}
desk-overview-todo-messages = { $count ->
    [one] { $count } e-mail n’a pas pu être remis
   *[other] { $count } e-mails n’ont pas pu être remis
}
desk-overview-todo-waiting = { $count ->
    [one] { $count } personne sur liste d’attente
   *[other] { $count } personnes sur liste d’attente
}
desk-overview-todo-conflicts = { $count ->
    [one] { $count } désaccord entre entrées
   *[other] { $count } désaccords entre entrées
}
desk-overview-todo-silent = Sans nouvelles depuis plus de cinq minutes, avec des lectures à envoyer : { $devices }
desk-overview-categories = Catégories
desk-overview-category = Catégorie
desk-overview-countries = Pays
desk-overview-country = Pays
desk-overview-registered-head = Inscriptions
desk-overview-confirmed-head = Confirmées
desk-overview-hall-head = Dans la salle
desk-overview-countries-all = Tous les pays
desk-overview-countries-none = Aucune inscription pour l’instant.
desk-overview-countries-summary = Dans la salle : { $count } pays sur { $number_all } inscrits.

desk-people-add = Ajouter une inscription
desk-people-import = Importer
desk-people-export = Exporter cette liste :
desk-people-search = Nom, organisation, e-mail ou code du badge
desk-people-state = État
desk-people-category = Catégorie
desk-people-country = Pays
desk-people-site = Lieu
desk-people-at = À l’intérieur
desk-people-hall = Dans la salle
desk-people-sort = Ordre
desk-people-newest = Les plus récentes d’abord
desk-people-oldest = Les plus anciennes d’abord
desk-people-by-name = Par nom
desk-people-any = Tout
desk-people-live = Toutes sauf annulées
desk-people-show = Afficher
desk-people-count = { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
desk-people-found = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats, les meilleurs d’abord
}
desk-people-best = Les { $count } meilleurs résultats sont affichés. Écrivez davantage du nom pour trouver une personne.
desk-people-none = Aucune inscription pour l’instant
desk-people-none-text = Diffusez l’adresse du formulaire, ajoutez vous-même la première, ou importez une liste.
desk-people-none-found = Personne ne correspond
desk-people-none-found-text = Essayez une autre graphie, moins de lettres ou un autre choix.
desk-people-all = Afficher toutes les inscriptions
desk-people-choose = Choisir { $name }
desk-people-confirm-chosen = Confirmer la sélection
desk-people-confirmed = { $count ->
    [one] { $count } inscription a été confirmée.
   *[other] { $count } inscriptions ont été confirmées.
}
desk-people-chosen-none = Personne n’a été choisi : cochez des personnes qui attendent une décision.
desk-people-decided = { $count ->
    [one] { $count } personne choisie n’attendait plus de décision.
   *[other] { $count } personnes choisies n’attendaient plus de décision.
}
desk-people-full = { $count ->
    [one] Pour { $count } personne, il ne restait plus de place.
   *[other] Pour { $count } personnes, il ne restait plus de place.
}
desk-people-pages = Pages de la liste
desk-people-next = Page suivante
desk-people-before = Page précédente

desk-person-name = Nom
desk-person-name-hint = Tel qu’il doit figurer sur le badge
desk-person-native-name = Nom dans sa propre écriture
desk-person-email = E-mail
desk-person-phone = Téléphone
desk-person-phone-hint = Avec l’indicatif du pays, par exemple +994 50 123 45 67
desk-person-organisation = Organisation
desk-person-position = Fonction
desk-person-language = Langue des e-mails
desk-person-access = Besoins pour participer
desk-person-invite-again = Accord pour de futures invitations
desk-person-food = Repas
desk-person-registered = Date d’inscription
desk-person-optional = facultatif
desk-person-choose = À choisir
desk-person-decide = Décision
desk-person-confirm = Confirmer
desk-person-waitlist = Mettre sur liste d’attente
desk-person-decline = Refuser
desk-person-decline-ask = Refuser …
desk-person-words = Quelques mots à la personne
desk-person-words-hint = Ils partent avec l’e-mail et restent dans l’historique.
desk-person-withdraw = Annuler l’inscription
desk-person-withdraw-ask = Annuler au nom de la personne …
desk-person-withdraw-text = La place se libère, le badge n’ouvre plus aucune entrée et la personne en est informée. Pour revenir, il faudra une nouvelle inscription.
desk-person-withdrawn-text = Cette inscription a été annulée. Pour venir tout de même, il faut s’inscrire à nouveau ; la même adresse peut servir.
desk-person-data = Données
desk-person-correct = Corriger
desk-person-change-email = Changer l’e-mail
desk-person-resend = Renvoyer l’e-mail
desk-person-badge = Badge
desk-person-badge-show = Afficher le code
desk-person-badge-ask = Nouveau badge …
desk-person-badge-text = Le badge actuel sera refusé à toutes les entrées, et la personne reçoit le nouveau par e-mail.
desk-person-badge-new = Remplacer le badge
desk-person-badge-not-confirmed = Seule une inscription confirmée a un badge. Confirmez-la d’abord.
desk-person-scans = Aux entrées
desk-person-scans-none = Pas encore de lecture.
desk-person-scan-admitted = Entrée
desk-person-scan-left = Sortie
desk-person-history = Historique
desk-person-messages = E-mails
desk-person-messages-none = Aucun pour l’instant.
desk-person-full = Il ne reste plus de place, dans le forum ou dans cette catégorie. Augmentez le nombre de places, ou attendez qu’une place se libère.
desk-person-not-from = Cette inscription a été annulée entre-temps ; elle ne peut plus être modifiée ainsi.
desk-person-already = C’était déjà fait ; rien n’a changé.
desk-person-same = Rien n’était différent ; rien n’a changé.
desk-person-moved-up = { $count ->
    [one] { $count } personne de la liste d’attente a obtenu une place et en est informée.
   *[other] { $count } personnes de la liste d’attente ont obtenu une place et en sont informées.
}
desk-person-done-confirmed = Inscription confirmée. Le badge part par e-mail.
desk-person-done-declined = Inscription refusée. La personne en est informée par e-mail.
desk-person-done-waitlisted = Inscription mise sur liste d’attente. La personne en est informée par e-mail.
desk-person-done-withdrawn = Inscription annulée. La personne en est informée par e-mail.
desk-person-done-untold = Enregistré. Il n’y a pas d’adresse e-mail : veuillez prévenir la personne.
desk-person-done-badge = Le nouveau badge est valable et part par e-mail ; l’ancien est refusé.
desk-person-done-sent = L’e-mail est en route.
desk-person-sent-already = Un e-mail vient de partir vers cette personne. Attendez une demi-minute avant d’en envoyer un autre.
desk-person-done-corrected = Enregistré. Le badge reste valable.
desk-person-done-email = L’adresse est changée. La nouvelle reçoit l’e-mail avec la page personnelle, dont l’ancien lien ne fonctionne plus.
desk-person-done-added = Inscription ajoutée.
desk-person-added-waiting = Inscription ajoutée, mais il ne restait plus de place : elle est sur liste d’attente.
desk-person-errors = Vérifiez ces champs
desk-person-correct-title = Corriger : { $name }
desk-person-save = Enregistrer
desk-person-cancel = Retour
desk-person-category-full = Cette catégorie n’a plus de place.
desk-person-name-taken = Il y a déjà une inscription à ce nom avec cette adresse e-mail.
desk-person-email-title = Changer l’e-mail : { $name }
desk-person-email-now = Actuellement : { $email }
desk-person-email-new = Nouvelle adresse
desk-person-email-hint = Elle sert aussitôt. L’ancienne adresse est avertie, et la page personnelle passe à un nouveau lien.
desk-person-email-save = Changer l’adresse
desk-person-email-taken = Il y a déjà une inscription à ce nom avec cette adresse e-mail.
desk-person-known = Une personne de ce nom est déjà inscrite : avec cette adresse e-mail ou pour cette organisation.
desk-person-known-open = C’est la même personne : ouvrir cette inscription
desk-person-known-another = C’est une autre personne : l’ajouter
desk-person-email-none = Peut rester vide. Dans ce cas, aucun e-mail n’est envoyé.
desk-person-new-state = État
desk-person-new-confirmed = Confirmer aussitôt
desk-person-new-pending = Décider plus tard
desk-person-new-mail = Informer la personne par e-mail
desk-person-was-registered = Inscription
desk-person-was-imported = Importée d’une liste
desk-person-was-corrected = Données corrigées
desk-person-was-email-asked = Autre adresse e-mail demandée
desk-person-was-email-changed = Adresse e-mail changée
desk-person-was-badge-issued = Nouveau badge émis
desk-person-was-badge-revoked = Badge révoqué
desk-person-was-asked = Venue demandée par e-mail
desk-person-was-sent-again = E-mail renvoyé
desk-person-by-delegate = la personne elle-même
desk-person-by-system = Hazir
desk-person-by-command = l’exploitation du serveur
desk-person-by-door = une entrée
desk-person-acts = En dehors des lectures
desk-person-act-walk-in = Inscription à l’entrée
desk-person-act-undo = Lecture annulée
desk-person-act-badge-lost = Badge perdu, un nouveau émis
desk-person-act-note = Note pour l’accueil
desk-person-scan-undone = annulée

desk-message-to = À
desk-message-subject = Objet
desk-message-written = Écrit
desk-message-words = Réponse du serveur de messagerie
desk-message-accepted = Accepté
desk-message-waiting = En attente
desk-message-refused = Refusé
desk-message-failed = Abandonné
desk-message-undelivered = Non remis
desk-message-attempts = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}
desk-message-again = Réessayer
desk-message-done-again = L’e-mail repart.
mail-held = En attente de vous
mail-held-network = { $count ->
    [one] { $count } e-mail vous attend : plus de { $limit } inscriptions sont venues d’un même réseau en une heure.
   *[other] { $count } e-mails vous attendent : plus de { $limit } inscriptions sont venues d’un même réseau en une heure.
}
mail-held-all = { $count ->
    [one] { $count } e-mail vous attend : plus de { $limit } inscriptions sont arrivées en une heure.
   *[other] { $count } e-mails vous attendent : plus de { $limit } inscriptions sont arrivées en une heure.
}
mail-held-text = Les inscriptions sont enregistrées. Regardez les noms : si ce sont des personnes, laissez partir les e-mails ; si un programme les a inventées, refusez ou annulez-les d’abord.
mail-held-list = Voir ces e-mails
mail-let-go = Tout laisser partir
mail-let-go-done = { $count ->
    [one] { $count } e-mail est en route.
   *[other] { $count } e-mails sont en route.
}
mail-held-todo = { $count ->
    [one] { $count } e-mail attend que vous le laissiez partir
   *[other] { $count } e-mails attendent que vous les laissiez partir
}
desk-message-none = Aucun e-mail ici
desk-message-none-text = Dès la première inscription, chaque e-mail apparaît ici avec la réponse du serveur de messagerie.
desk-message-none-so = Aucun n’est dans cet état.
desk-message-trouble = Les e-mails ne peuvent pas partir en ce moment.
desk-message-trouble-since = Depuis le { $moment }. Ils attendent et partiront d’eux-mêmes quand le serveur de messagerie répondra :

# Conflicts between doors
desk-conflicts-title = Désaccords entre entrées
desk-conflicts-lead = Ce que les entrées ont fait hors connexion et que l’équipe n’aurait pas décidé : entrées accordées deux fois, accordées par erreur ou refusées par erreur. Seuls les passages réels comptent ; rien n’a été annulé. Examinez chaque cas, puis classez-le.
desk-conflicts-none = Aucun désaccord
desk-conflicts-none-text = Si deux entrées hors connexion laissent passer le même badge, laissent passer une personne qui devait attendre ou refusent une personne autorisée, cela apparaît ici.
desk-conflicts-person = Personne
desk-conflicts-door = Point de contrôle
desk-conflicts-later = Entrée accordée
desk-conflicts-earlier = Compte
desk-conflicts-unknown = Badge inconnu
desk-conflicts-look = Examiné
desk-conflicts-at-the-door = À l’entrée
desk-conflicts-turned-away = Entrée refusée
desk-notes-title = Notes venues des entrées
desk-notes-none = Aucune note
desk-notes-none-text = Ce que l’équipe des entrées écrit pour l’accueil apparaît ici.
desk-notes-done = Traité

# Ce que les entrées ont relevé et qui n’a pas pu être saisi
desk-kept-title = Non saisi
desk-kept-lead = Lectures et autres relevés des entrées qui n’ont pas pu être enregistrés tels quels. Rien n’en compte tant que vous ne les avez pas saisis.
desk-kept-none = Rien n’attend
desk-kept-none-text = Ce qu’une entrée a relevé et que Hazir n’a pas pu saisir apparaît ici, avec la raison.
desk-kept-todo = Non saisi : { $count }
desk-kept-full = Cet appareil a laissé ici { $count } relevés, le maximum, et garde le reste : { $devices }. Saisissez ou classez-en une partie pour faire de la place.
desk-kept-more = Les { $count } plus anciens sont affichés.
desk-kept-enter = Saisir
desk-kept-away = Classer
desk-kept-enter-title = Saisir le relevé d’une entrée
desk-kept-enter-lead = Corrigez ce qui est faux, puis saisissez. Le relevé compte à partir de l’heure où il a été fait.
desk-kept-entered-scan = Saisie effectuée. Résultat : { $verdict }.
desk-kept-entered-walk-in = Inscription effectuée : { $name }.
desk-kept-entered-act = Saisie effectuée.
desk-kept-still = La saisie reste impossible. { $reason }
desk-kept-gone = Une autre personne de l’équipe s’en est déjà occupée.
desk-kept-away-said = Relevé classé.
desk-kept-enter-all = Saisir ceux des appareils dont l’association avait pris fin : { $count }
desk-kept-entered-all = Saisies effectuées : { $count }.
desk-kept-no-time = heure inconnue
desk-kept-at = Heure du relevé
desk-kept-code = Code du badge
desk-kept-reason = Raison
desk-kept-words = Note
desk-kept-choose = Choisir un point de contrôle
desk-kept-kind-in = Lecture, entrée
desk-kept-kind-out = Lecture, sortie
desk-kept-kind-scan = Lecture
desk-kept-kind-walk-in = Inscription sur place
desk-kept-kind-undo = Annulation d’une lecture
desk-kept-kind-badge-lost = Badge perdu
desk-kept-kind-note = Note
desk-kept-kind-print = Impression d’un badge
desk-kept-kind-other = Relevé inconnu
desk-kept-why-id = Le relevé est arrivé sans identifiant propre.
desk-kept-why-time = L’heure n’est pas indiquée.
desk-kept-why-checkpoint = Le point de contrôle n’est pas indiqué.
desk-kept-why-direction = Il n’est pas dit s’il s’agit d’une entrée ou d’une sortie.
desk-kept-why-subject = Il n’est pas dit clairement de qui il s’agit.
desk-kept-why-code = Le texte lu est trop long pour un code de badge.
desk-kept-why-other-checkpoint = L’appareil ne travaille pas à un point de contrôle de ce nom. Le point a peut-être été renommé.
desk-kept-why-only-in = Ce point de contrôle ne sert qu’à l’entrée.
desk-kept-why-only-out = Ce point de contrôle ne sert qu’à la sortie.
desk-kept-why-not-paired-yet = L’appareil n’était pas encore associé à ce moment-là.
desk-kept-why-ended = L’association de l’appareil avait alors pris fin.
desk-kept-why-revoked = L’association de l’appareil a été révoquée avant l’envoi.
desk-kept-why-walk-in-waits = L’inscription de cette personne attend ici aussi. Saisissez-la d’abord.
desk-kept-why-act = Il n’est pas dit ce qui a été fait.
desk-kept-why-no-scan = La lecture à annuler est introuvable.
desk-kept-why-reason = Aucune raison n’est indiquée.
desk-kept-why-nobody = La personne indiquée n’a pas d’inscription.
desk-kept-why-empty = La note est vide.
desk-kept-why-long = Le texte dépasse 500 caractères.
desk-kept-why-id-taken = Un autre relevé porte le même identifiant.
desk-kept-why-closed = Aucun point de contrôle de l’appareil n’était ouvert à ce moment-là.
desk-kept-why-other-people = Aucun point de contrôle de l’appareil ne concerne cette personne.
desk-kept-why-not-confirmed = Seule une inscription confirmée donne droit à un badge.
desk-kept-why-walk-ins = L’inscription sur place est désactivée dans les réglages.
desk-kept-why-mistyped = Le nom, l’adresse e-mail ou le pays manque ou est mal écrit.
desk-kept-why-print = Cette personne n’a pas de badge à imprimer.
