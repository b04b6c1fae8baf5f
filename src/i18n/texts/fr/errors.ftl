error-not-found-title = Cette page n’existe pas
error-not-found-text = Vérifiez l’adresse, ou repartez de la liste des forums.

error-form-old-title = Ce formulaire a expiré
error-form-old-text = Revenez en arrière, rechargez la page et renvoyez-le. Rien n’a été modifié.
error-forbidden-title = Vous n’avez pas accès à cette page
error-forbidden-text = Demandez l’accès à l’équipe d’organisation du forum.
error-not-paired-title = Cet appareil n’est pas associé
error-not-paired-text = Demandez à l’équipe d’organisation un nouveau lien ou code QR d’association et ouvrez-le sur cet appareil.
error-too-many-title = Trop de demandes à la fois
error-too-many-text = Patientez une minute, puis réessayez.
error-too-large-title = C’est trop volumineux
error-too-large-text = Envoyez un fichier plus petit ou un texte plus court.
error-broken-title = Une panne s’est produite de notre côté
error-broken-text = Votre envoi n’a pas été enregistré. Revenez en arrière et renvoyez-le dans une minute : votre saisie est toujours dans le navigateur.
error-unsure-title = Nous n’avons pas pu savoir si l’envoi a été enregistré
error-unsure-text = Votre envoi a peut-être été enregistré, en tout ou en partie. Revenez en arrière et renvoyez-le dans une minute : le renvoyer est sans risque, et votre saisie est toujours dans le navigateur.
error-away-text = Veuillez réessayer dans une minute. Rien n’a été modifié.
error-not-understood-title = La demande n’a pas pu être lue
error-not-understood-text = Revenez en arrière et réessayez.
error-home = Tous les forums

error-before-title = Erreur :
