error-not-found-title = Cette page n’existe pas
error-not-found-text = Vérifiez l’adresse, ou repartez de la liste des forums.
