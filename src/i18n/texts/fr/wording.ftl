desk-tab-wording = Textes des e-mails
desk-wording-lead = Ce que l’on lit dans chaque e-mail. Là où le forum n’a pas de texte à lui, celui de Hazir reste.
desk-wording-occasion = E-mail
desk-wording-languages = Langues
desk-wording-own = propre
desk-wording-pending = Reçue
desk-wording-pending-when = Quand quelqu’un s’inscrit et que l’équipe doit encore décider.
desk-wording-confirmed = Confirmée
desk-wording-confirmed-when = Quand quelqu’un obtient une place.
desk-wording-waitlisted = Liste d’attente
desk-wording-waitlisted-when = Quand toutes les places sont prises.
desk-wording-declined = Refusée
desk-wording-declined-when = Quand l’équipe refuse. La raison indiquée est ajoutée.
desk-wording-changed = Modification
desk-wording-changed-when = Quand les horaires ou le lieu changent et que vous prévenez les personnes qui ont une place. Le nouveau fichier de calendrier est joint.
desk-wording-reminder = Rappel
desk-wording-last = Dernières informations
desk-wording-thanks = Remerciements
desk-wording-many-when = Quand vous écrivez à beaucoup de monde en partant de ce texte.
desk-wording-is-own = C’est le texte propre du forum.
desk-wording-is-ours = C’est le texte de Hazir ; si vous en enregistrez un autre, c’est le vôtre qui sert.
desk-wording-subject = Objet
desk-wording-heading = Titre
desk-wording-body = Texte
desk-wording-body-hint = Une ligne vide commence un paragraphe. Les adresses web deviennent des liens.
desk-wording-fields = Ce qui est rempli
desk-wording-fields-hint = Écrivez ces champs avec leurs accolades ; chaque personne lit le sien. Pour l’accolade elle-même, écrivez-la deux fois.
desk-wording-field-name = le nom de la personne
desk-wording-field-forum = le titre du forum
desk-wording-field-dates = les jours où la personne vient
desk-wording-field-place = le lieu et son adresse
desk-wording-field-organisation = l’organisation de la personne
desk-wording-field-category = la catégorie, par exemple délégué
desk-wording-field-country = le pays de la personne
desk-wording-field-link = l’adresse de la page de la personne
desk-wording-preview = L’apparence
desk-wording-examples = La personne est réelle ; le badge et le lien sont des exemples.
desk-wording-person = Montrer pour
desk-wording-show = Montrer ce que j’ai écrit
desk-wording-show-text = Montrer en texte simple
desk-wording-test-hint = L’essai contient le texte enregistré, pour la dernière personne inscrite.
desk-wording-test = Envoyer un essai à { $email }
desk-wording-ours = Revenir au texte de Hazir
desk-wording-ours-sure = Le texte propre du forum pour cet e-mail et cette langue sera perdu.
desk-wording-said-ours = Le texte de Hazir sert de nouveau.
desk-wording-said-tested = L’essai est en route.
desk-wording-missing = Écrivez quelque chose ici.
desk-wording-unknown = Il n’y a pas de champ { $field }. Prenez-en un de la liste.
desk-wording-not-here = { $field } ne peut pas figurer dans cet e-mail.
desk-wording-unclosed = L’accolade dans { $words } n’est pas fermée. Fermez-la ou écrivez-la deux fois.
desk-wording-unopened = L’accolade dans { $words } ne ferme rien. Enlevez-la ou écrivez-la deux fois.
desk-moved-title = Nouveaux horaires
desk-moved-count = { $n ->
    [one] { $n } personne a encore
   *[other] { $n } personnes ont encore
} les anciens horaires dans leur calendrier.
desk-moved-telling = { $n ->
    [one] Les personnes sont prévenues : il en reste une.
   *[other] Les personnes sont prévenues : il en reste { $n }.
}
desk-moved-how-far = Voir où cela en est
desk-moved-tell = Les prévenir maintenant
desk-moved-what = Que vont-elles lire ?
desk-moved-text = Chaque personne reçoit un seul e-mail, avec les nouveaux horaires et un nouveau fichier de calendrier.
desk-moved-words = Voir le texte de cet e-mail
desk-moved-none = Tout le monde a les horaires actuels.
desk-moved-said = Les personnes sont prévenues : chacune reçoit un e-mail.
