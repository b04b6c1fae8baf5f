# Un e-mail à beaucoup de monde : écrit par les organisateurs, refusable par qui le lit.

desk-tab-mailings = Envois groupés

mailing-new = Écrire à plusieurs
mailing-write-to = { $count ->
    [one] Écrire à { $count } personne
   *[other] Écrire à ces { $count } personnes
}
mailing-none = Aucun envoi groupé
mailing-none-text = Un e-mail pour beaucoup de monde : choisissez à qui, écrivez, regardez-le comme on le lira, puis envoyez.
mailing-subject = Objet
mailing-body = Texte
mailing-body-hint = Une ligne vide commence un paragraphe. Ceci est rempli pour chaque personne : { $fields }.
mailing-by = Écrit par
mailing-when = Quand
mailing-people = Personnes
mailing-of = { $done } sur { $people }
mailing-draft = Brouillon
mailing-sending = En cours d’envoi
mailing-stopped = Arrêté
mailing-done = Envoyé
mailing-held = Arrêté

mailing-whom = À qui ?
mailing-came = Aux entrées
mailing-came-yes = Présence
mailing-came-no = Absence
mailing-count-again = Recompter
mailing-fit = { $count ->
    [0] Personne ne correspond.
    [one] { $count } personne le recevra.
   *[other] { $count } personnes le recevront.
}
mailing-unsubscribed = { $count ->
    [one] { $count } autre ne veut plus de nouvelles de ce forum et n’en reçoit pas.
   *[other] { $count } autres ne veulent plus de nouvelles de ce forum et n’en reçoivent pas.
}
mailing-complained = { $count ->
    [one] { $count } autre a signalé un de nos e-mails comme indésirable et ne reçoit plus d’envois groupés.
   *[other] { $count } autres ont signalé un de nos e-mails comme indésirable et ne reçoivent plus d’envois groupés.
}
mailing-readers = { $language } : { $count }
mailing-readers-too = { $language } : { $count }. Rien n’est écrit dans leur langue ; ils le lisent dans celle-ci : { $first }.
mailing-states = Par état : { $states }
mailing-list = Ouvrir cette liste

mailing-about = De quoi s’agit-il ?
mailing-about-news = Des nouvelles : ce qui peut les intéresser, comme une invitation ou une enquête. Chaque e-mail a un lien pour ne plus en recevoir, et qui l’a suivi n’en reçoit plus.
mailing-about-registration = De leur inscription : ce qu’il faut savoir pour venir, comme un nouveau lieu ou une nouvelle heure. Tout le monde le reçoit.
mailing-about-missing = Choisissez de quoi il s’agit : des nouvelles, ou leur inscription.
mailing-shows-page = Avec le bouton « Ouvrir ma page »
mailing-shows-page-hint = Il mène chaque personne à sa propre page seulement, et change à chaque e-mail.
mailing-words = Commencer avec les mots de
mailing-words-none = Une salutation seule
mailing-words-take = Reprendre ces mots
mailing-words-hint = Ils sont mis dans chaque langue où vous n’avez encore rien écrit vous-même.
mailing-text-in = Langue : { $language }
mailing-text-first = Le lisent tous ceux dans la langue desquels rien n’est écrit.
mailing-text-empty = Laissé vide, ses lecteurs reçoivent le texte dans cette langue : { $language }.
mailing-save = Enregistrer et regarder
mailing-edit = Modifier
mailing-delete = Jeter le brouillon
mailing-first-missing = Écrivez d’abord l’objet et le texte dans cette langue : { $language }. Le lisent tous ceux dans la langue desquels rien n’est écrit.
mailing-half = L’objet et le texte vont ensemble : écrivez les deux, ou laissez les deux vides.
mailing-personal = Il contient un lien personnel ou un code de badge. Dans un e-mail à plusieurs, il donnerait à tous la page ou le badge d’une personne. Retirez-le : le bouton « Ouvrir ma page » donne à chacun la sienne.
mailing-field-unknown = « { $name } » ne peut pas être rempli. Choisissez dans la liste ci-dessus ou, pour l’accolade elle-même, écrivez-la deux fois.
mailing-field-not-here = « { $name } » ouvre la page d’une seule personne et n’a pas sa place dans un e-mail à plusieurs. Le bouton « Ouvrir ma page » donne à chacun la sienne.
mailing-brace-open = Une accolade est ouverte et non fermée avant « { $words } ». Fermez-la ou, pour l’accolade elle-même, écrivez-la deux fois.
mailing-brace-close = Une accolade est fermée sans avoir été ouverte après « { $words } ». Ouvrez-la ou, pour l’accolade elle-même, écrivez-la deux fois.
mailing-frozen = Il est parti et ne peut plus être modifié.

mailing-preview = Comme on le lira
mailing-preview-as = Comme { $name } le lira
mailing-preview-next = Comme quelqu’un d’autre le lira
mailing-preview-mail = Le voir comme e-mail
mailing-test = M’envoyer un essai
mailing-test-hint = Un par langue, à { $email }. Ses liens mènent à la page du forum, et à celle de personne d’autre.
mailing-test-sent = L’essai est en route vers vous.
mailing-send-title = Envoyer
mailing-send-hint = Une fois parti, la liste et le texte restent tels quels. Chacun reçoit un seul e-mail, quel que soit le nombre de clics. Qui annule avant son tour n’est pas servi.
mailing-send-count = Pour l’envoyer, tapez le nombre de personnes : { $count }
mailing-send = { $count ->
    [one] Envoyer à { $count } personne
   *[other] Envoyer à { $count } personnes
}
mailing-send-wrong = Ce n’est pas le nombre. Il part maintenant à { $count } : regardez encore une fois, puis tapez ce nombre.
mailing-saved = Enregistré. Rien n’est encore parti.

mailing-progress = Où en est l’envoi
mailing-accepted = remis
mailing-waiting = en attente
mailing-undelivered = non remis
mailing-left-out = laissés de côté
mailing-left-out-hint = Sont laissés de côté ceux qui ont annulé, ont été refusés ou ne veulent plus de nouvelles avant leur tour.
mailing-stop = Arrêter
mailing-stop-hint = Les e-mails que le serveur a déjà ne peuvent pas être repris.
mailing-go-on = Continuer
mailing-reload = Montrer l’état actuel
mailing-messages = Ouvrir les e-mails
mailing-wording = Ce qu’il dit
mailing-of-one = Les e-mails d’un seul envoi groupé.

mailing-leave = Ne plus recevoir de nouvelles de ce forum
unsubscribe-title = Ne plus recevoir de nouvelles ?
unsubscribe-text = Vous ne recevrez plus de nouvelles de « { $forum } ». Les e-mails sur votre propre inscription arriveront toujours.
unsubscribe-button = Ne plus recevoir de nouvelles
unsubscribe-done-title = Les nouvelles sont arrêtées
unsubscribe-done-text = Vous ne recevez plus de nouvelles de « { $forum } ». Les e-mails sur votre propre inscription arrivent toujours.
unsubscribe-again = Recevoir de nouveau des nouvelles
unsubscribed-since = Ne veut plus de nouvelles depuis le { $moment }. Les e-mails sur sa propre inscription arrivent toujours. La personne seule peut en redemander : sur sa page, ou par le lien d’une nouvelle déjà reçue.
complained-since = A signalé un de nos e-mails comme indésirable le { $moment } : les envois groupés ne vont plus à cette adresse. Les e-mails sur sa propre inscription arrivent toujours. La personne seule peut redemander les envois groupés : sur sa page, ou par le lien d’une nouvelle déjà reçue.
unsubscribed-mine = Vous ne recevez pas de nouvelles de ce forum, seulement les e-mails sur votre inscription.
