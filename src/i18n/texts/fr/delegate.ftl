badge-title = Votre badge
