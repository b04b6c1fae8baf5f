door-title = Entrée
