desk-title = Espace d’organisation
