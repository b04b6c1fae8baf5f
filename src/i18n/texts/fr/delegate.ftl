badge-title = Votre badge

delegate-confirmed-text = Votre place est confirmée. Apportez cette page ou l’e-mail : le badge se lit à l’écran comme sur papier.
delegate-pending-text = L’équipe d’organisation lit elle-même chaque inscription. Elle vous écrira dès que sa décision sera prise.
delegate-waitlisted-text = Toutes les places sont prises pour le moment. Dès qu’une place se libère et que votre tour vient, nous vous prévenons. Ne vous mettez pas en route avant.
delegate-declined-text = Nous le regrettons : cette fois, l’équipe d’organisation ne peut pas vous proposer de place.
delegate-declined-words = Un mot de l’équipe d’organisation :
delegate-withdrawn-text = Votre inscription est annulée. Si vos projets changent, vous pouvez vous inscrire à nouveau.
delegate-newer-text = Une nouvelle inscription a été faite depuis : cette page est l’ancienne.
delegate-newer = Ouvrir ma nouvelle page
delegate-code = Code du badge
delegate-qr = Code QR de votre badge
delegate-data = Mes données
delegate-calendar = Ajouter à mon agenda
delegate-calendar-google = Ajouter à Google Agenda
delegate-calendar-outlook = Ajouter à Outlook
delegate-picture = Enregistrer le badge en image
delegate-correct = Corriger mes données
delegate-email = Changer d’adresse e-mail
delegate-resend = Me le renvoyer par e-mail
delegate-withdraw = Annuler mon inscription
delegate-again = S’inscrire à nouveau

delegate-show = Montrer à l’entrée
delegate-show-back = Retour à ma page
delegate-wallet-apple = Ajouter à Apple Cartes
delegate-wallet-google = Ajouter à Google Wallet
delegate-wallet-void = Rendre la carte inactive dans Apple Cartes
delegate-offline = Hors connexion
delegate-kept = Votre badge est gardé sur cet appareil : cette page s’ouvre aussi hors connexion. Ouvrez-la encore une fois la veille du forum, pour que la copie soit à jour.
delegate-kept-remove = Retirer de cet appareil
delegate-not-kept = Gardé sur cet appareil, votre badge s’ouvre aussi hors connexion. À éviter sur un ordinateur que d’autres utilisent.
delegate-kept-keep = Garder mon badge ici
delegate-copy = Ceci est une copie gardée sur l’appareil : votre badge tel qu’il était le { $moment } ({ $zone }). Ce qui a changé depuis n’y figure pas.
delegate-copy-again = Réessayer en ligne
delegate-copy-removed = C’est retiré. Une fois cette page fermée, il n’en reste rien sur cet appareil.

wallet-description = Badge : { $forum }
wallet-note = Cette carte ne se met pas à jour d’elle-même. Si votre badge est remplacé ou votre nom corrigé, ajoutez-la de nouveau depuis votre page.

delegate-saved = Enregistré. Votre badge reste le même.
delegate-saved-plain = Enregistré.
delegate-same = Rien n’était différent ; rien n’a changé.
delegate-sent = Envoyé. Consultez vos e-mails.
delegate-sent-often = Nous vous avons écrit plusieurs fois depuis une heure. Consultez le dossier du courrier indésirable ou réessayez plus tard.
delegate-email-asked = Nous avons envoyé un lien à la nouvelle adresse. L’ancienne reste valable tant que vous ne l’avez pas ouvert.
delegate-email-changed = Votre nouvelle adresse est confirmée. Nous y écrirons désormais. Cette page a un nouveau lien, que nous y avons envoyé ; l’ancien ne fonctionne plus.
delegate-old = Cette page est restée ouverte très longtemps. Appuyez encore une fois sur le bouton.

delegate-correct-note = Votre badge reste le même : corriger un nom ne l’invalide jamais.
delegate-save = Enregistrer
delegate-keep = Laisser tel quel
delegate-category-full = Il ne reste plus de place dans cette catégorie.
delegate-name-taken = Il y a déjà une inscription à ce nom avec cette adresse e-mail.
delegate-latin-ask = Votre nom en lettres latines manque. À l’entrée, il est comparé au passeport.
delegate-latin-add = Ajouter le nom en lettres latines

delegate-email-note = Nous envoyons un lien à la nouvelle adresse. L’ancienne reste valable tant que vous ne l’avez pas ouvert.
delegate-email-label = Nouvelle adresse e-mail
delegate-email-send = Envoyer le lien
delegate-email-same = C’est déjà votre adresse actuelle.
delegate-email-many = Un très grand nombre d’e-mails part en ce moment. Rien de votre saisie n’est perdu : renvoyez-la dans une heure.
delegate-email-confirm = Confirmer la nouvelle adresse
delegate-email-confirm-text = Désormais, les e-mails du forum iront à cette adresse : { $address }
delegate-email-gone = Ce lien ne fonctionne plus
delegate-email-gone-text = Il a déjà servi, ou il a plus d’un jour. Ouvrez votre page depuis un e-mail précédent et demandez un nouveau lien.
delegate-email-taken = Cette adresse ne peut pas être utilisée
delegate-email-taken-text = Il y a déjà une inscription à ce forum au même nom avec cette adresse. S’il s’agit de vous, l’inscription existe déjà.

delegate-withdraw-title = Annuler votre inscription ?
delegate-withdraw-place = Votre place ira à quelqu’un d’autre et votre badge ne sera plus valable.
delegate-withdraw-waiting = Votre inscription prend fin et vous n’attendez plus de place.
delegate-withdraw-why = Souhaitez-vous nous dire pourquoi ?

delegate-lost-title = Ce lien ne fonctionne pas
delegate-lost-text = Il a peut-être été coupé : ouvrez-le de nouveau depuis l’e-mail. Si vous n’avez plus l’e-mail, inscrivez-vous encore une fois avec la même adresse, et nous vous renverrons le lien.
