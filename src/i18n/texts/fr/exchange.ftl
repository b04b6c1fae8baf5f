# Lists in and out

exchange-file-empty = Le fichier ne contient personne.
exchange-file-not-utf8 = Le fichier n’est pas en UTF-8. Dans le tableur, choisissez « CSV UTF-8 » ou enregistrez-le en XLSX.
exchange-file-unreadable = Le fichier n’est ni un CSV, ni un XLSX, ni une liste JSON.
exchange-columns-missing = Il manque ces colonnes : { $columns }.
exchange-would-add = { $count ->
    [0] Personne ne serait ajouté.
    [one] Une personne serait ajoutée.
   *[other] { $count } personnes seraient ajoutées.
}
exchange-added = { $count ->
    [0] Personne n’a été ajouté.
    [one] Une personne a été ajoutée.
   *[other] { $count } personnes ont été ajoutées.
}
exchange-waitlisted = { $count ->
    [one] L’une d’elles passe en liste d’attente, toutes les places étant prises.
   *[other] { $count } d’entre elles passent en liste d’attente, toutes les places étant prises.
}
exchange-known = { $count ->
    [one] 1 personne est déjà inscrite et le reste telle quelle.
   *[other] { $count } personnes sont déjà inscrites et le restent telles quelles.
}
exchange-new-categories = Ces catégories sont nouvelles dans le forum : { $names }.
exchange-refused = { $count ->
    [one] Une ligne n’a pas été reprise.
   *[other] { $count } lignes n’ont pas été reprises.
}
exchange-stopped = L’importation s’est arrêtée avant la fin du fichier.
exchange-stopped-unsure = Nous n’avons pas pu savoir si les lignes suivantes ont été enregistrées.
exchange-again = Chargez de nouveau le même fichier : c’est sans risque, les personnes déjà inscrites restent telles quelles.
exchange-row = Ligne { $row } : { $reason }
exchange-row-named = Ligne { $row }, { $name } : { $reason }
exchange-row-name = le nom est absent ou trop long.
exchange-row-email = l’adresse e-mail est incorrecte.
exchange-row-organisation = sans adresse e-mail, l’organisation est nécessaire.
exchange-row-country = le pays n’est ni un code comme AZ, ni un nom connu.
exchange-row-phone = le numéro de téléphone n’est pas écrit en chiffres.
exchange-row-state = l’état doit être pending, confirmed, waitlisted, declined ou withdrawn.
exchange-row-too-long = un texte est trop long.
exchange-row-known = cette personne est déjà inscrite et le reste telle quelle. S’il s’agit d’une autre, écrivez yes dans une colonne « another ».
exchange-row-twice = la même personne figure dans une ligne précédente. S’il s’agit d’une autre, écrivez yes dans une colonne « another ».
import-title = Importation
import-intro = Chargez une liste de personnes. Celles qui sont déjà inscrites restent telles quelles : le même fichier peut être chargé deux fois.
import-columns = Colonnes : name et country sont nécessaires, avec email ou organisation ; les autres colonnes de notre export peuvent figurer dans n’importe quel ordre.
import-file = Fichier
import-file-hint = CSV, XLSX ou JSON, 20 Mo au plus
import-mail = Envoyer à chaque nouvelle personne l’e-mail de son inscription
import-check = Vérifier seulement
import-run = Importer
import-file-missing = Choisissez un fichier.
import-refused-title = Lignes à corriger
import-left-out-title = Lignes laissées de côté
import-row-head = Ligne
import-name-head = Nom
import-why-head = À corriger
import-left-out-why-head = Motif
import-waiting = La liste attend son tour. Vous pouvez fermer cette page : elle sera importée de toute façon.
import-running = La liste est en cours d’importation. Vous pouvez fermer cette page : l’importation continue.
import-checking = La liste est en cours de vérification.
import-progress = Lignes : { $number_done } sur { $number_total }
import-cancelled = L’importation a été annulée. Les personnes déjà ajoutées restent.
import-gone = Le résultat d’une importation est gardé un jour et n’est plus là.
job-waiting = En attente de son tour
job-cancelled = Annulé
job-cancel = Annuler
import-back = Retour à la liste
