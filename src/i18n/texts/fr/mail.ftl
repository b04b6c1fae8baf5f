mail-greeting = Bonjour { $name },
mail-unnamed = à vous
mail-unnamed-organisation = votre organisation

mail-confirmed-subject = Votre place est confirmée : { $forum }
mail-confirmed-heading = Votre place est confirmée
mail-confirmed-body = Votre inscription à « { $forum } » est confirmée. À l’entrée, présentez cet e-mail ou ouvrez votre page : le code est votre badge, il se lit sur un téléphone comme sur papier.
mail-approved-body = L’équipe d’organisation a confirmé votre inscription à « { $forum } ». À l’entrée, présentez cet e-mail ou ouvrez votre page : le code est votre badge, il se lit sur un téléphone comme sur papier.

mail-pending-subject = Nous avons bien reçu votre inscription : { $forum }
mail-pending-heading = Nous avons bien reçu votre inscription
mail-pending-body = Merci pour votre inscription à « { $forum } ». L’équipe d’organisation lit elle-même chaque demande et vous écrira dès que sa décision sera prise. D’ici là, il n’y a rien d’autre à faire.

mail-waitlisted-subject = Vous êtes sur la liste d’attente : { $forum }
mail-waitlisted-heading = Vous êtes sur la liste d’attente
mail-waitlisted-body = Pour le moment, toutes les places de « { $forum } » sont prises et vous êtes sur la liste d’attente. Dès qu’une place se libère et que vient votre tour, nous vous écrivons. Merci de ne pas prendre la route avant.

mail-declined-subject = Votre inscription : { $forum }
mail-declined-heading = Nous ne pouvons pas vous proposer de place
mail-declined-body = Merci de l’intérêt que vous portez à « { $forum } ». Nous le regrettons : cette fois, l’équipe d’organisation ne peut pas vous proposer de place.
mail-declined-reason = Un mot de l’équipe d’organisation :

mail-withdrawn-subject = Votre inscription est annulée : { $forum }
mail-withdrawn-heading = Votre inscription est annulée
mail-withdrawn-body = Votre inscription à « { $forum } » est annulée ; votre badge, si vous en aviez un, n’est plus valable. Si vos projets changent, vous pouvez vous inscrire à nouveau.
mail-withdrawn-button = S’inscrire à nouveau

mail-freed-subject = Une place s’est libérée pour vous : { $forum }
mail-freed-heading = Une place s’est libérée pour vous
mail-freed-body = Une place s’est libérée à « { $forum } » et elle est à vous. Le code est votre badge : à l’entrée, présentez cet e-mail ou ouvrez votre page. Si vous ne pouvez plus venir, annulez votre inscription sur votre page pour laisser la place à la personne suivante.

mail-reissued-subject = Votre nouveau badge : { $forum }
mail-reissued-heading = Voici votre nouveau badge
mail-reissued-body = Votre badge pour « { $forum } » porte un nouveau code. L’ancien n’est plus valable : merci de n’utiliser que celui-ci.

mail-again-subject = Votre badge : { $forum }
mail-again-heading = Voici à nouveau votre badge
mail-again-body = Vous avez déjà une inscription à « { $forum } » : voici donc à nouveau votre badge. Le code n’a pas changé. Si vos données ont changé, corrigez-les sur votre page.

mail-new-address-subject = Confirmez votre nouvelle adresse : { $forum }
mail-new-address-heading = Confirmez votre nouvelle adresse
mail-new-address-body = Cette adresse a été indiquée pour les e-mails concernant « { $forum } ». Confirmez qu’elle est bien à vous ; d’ici là, tout continue d’arriver à l’ancienne.
mail-new-address-button = Confirmer cette adresse
mail-new-address-note = Le lien fonctionne pendant { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}. Si la demande ne vient pas de vous, ne faites rien : rien ne changera.

mail-old-address-subject = Votre adresse a changé : { $forum }
mail-old-address-heading = Votre adresse a changé
mail-old-address-body = Les e-mails concernant votre inscription à « { $forum } » vont maintenant à une autre adresse et n’arriveront plus ici. Si la demande ne vient pas de vous, merci de prévenir l’équipe d’organisation.

mail-changed-subject = Horaires ou lieu modifiés : { $forum }
mail-changed-heading = Les horaires ou le lieu ont changé
mail-changed-body = « { $forum } » a de nouveaux horaires ou un autre lieu. Tout est indiqué ci-dessous, et le fichier de calendrier joint remplace le précédent. Votre inscription et votre badge restent valables.

mail-still-subject = Venez-vous ? { $forum }
mail-still-heading = Venez-vous ?
mail-still-body = Vous avez une place à « { $forum } », et d’autres personnes en attendent une. Ouvrez votre page d’ici un jour : l’équipe d’organisation saura ainsi que vous venez. Sinon, votre place ira à la personne suivante. Si vous ne pouvez pas venir, annulez-y votre inscription.

mail-reminder-subject = Bientôt : { $forum }
mail-reminder-heading = À bientôt
mail-reminder-body = « { $forum } » commence bientôt et nous avons hâte de vous accueillir. Gardez votre badge à portée de main : il est sur votre page et se lit sur un téléphone comme sur papier. Si vous ne pouvez plus venir, annulez votre inscription sur votre page pour laisser la place à quelqu’un d’autre.

mail-last-subject = Avant de partir : { $forum }
mail-last-heading = Avant de partir
mail-last-body = « { $forum } » va commencer : { $dates }, { $place }. Merci d’arriver un peu avant le début du programme et de préparer votre badge pour l’entrée.

mail-thanks-subject = Merci de votre venue : { $forum }
mail-thanks-heading = Merci de votre venue
mail-thanks-body = Merci d’avoir participé à « { $forum } ». Nous avons été heureux de vous accueillir et espérons vous revoir.

mail-password-subject = Choisissez votre mot de passe pour Hazir
mail-password-heading = Choisissez votre mot de passe
mail-password-body = Ce lien vous permet de choisir le mot de passe de votre compte dans l’espace d’organisation. Il fonctionne une seule fois, pendant { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}.
mail-password-button = Choisir un mot de passe
mail-password-note = Si vous n’attendiez pas cet e-mail, vous pouvez l’ignorer. Sans lui, personne ne peut utiliser le lien.
mail-access-subject = { $forum } : vous avez accès à l’espace d’organisation
mail-access-heading = Vous avez accès
mail-access-body = Vous pouvez désormais travailler dans l’espace d’organisation : { $forum }. Connectez-vous avec votre adresse e-mail et votre mot de passe habituels.
mail-access-button = Vers l’espace d’organisation
mail-access-note = Si vous n’attendiez pas cet e-mail, vous pouvez l’ignorer.

mail-when = Quand
mail-when-from = { $dates }, à partir de { $time }
mail-where = Où
mail-name = Nom sur le badge
mail-badge-alt = Code QR de votre badge : { $code }
mail-badge-hint = Pas d’image ? Elle est aussi en pièce jointe, et le code peut se saisir à l’entrée.
mail-calendar-hint = Les dates sont jointes dans un fichier de calendrier.
mail-page-button = Ouvrir ma page
mail-page-hint = Sur votre page, vous pouvez corriger vos données, changer d’adresse ou annuler votre inscription. Le lien est pour vous seulement : merci de ne pas le transmettre.
mail-shared-address = { $count ->
    [one] Une personne est inscrite avec cette adresse e-mail.
   *[other] { $count } personnes sont inscrites avec cette adresse e-mail, chacune avec sa propre page.
} Cet e-mail concerne l’inscription au nom de { $name }.
mail-latin-note = Ajoutez sur votre page votre nom en lettres latines, tel qu’il figure sur le passeport : il est comparé à l’entrée.
mail-footer-why = Vous recevez cet e-mail parce que cette adresse a été donnée lors de l’inscription à « { $forum } ».
mail-footer-contact = Des questions ? Écrivez à { $contact }
