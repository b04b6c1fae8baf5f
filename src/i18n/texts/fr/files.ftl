# Files that somebody brings, and what keeps them from being read

file-too-large = Le fichier dépasse { $most } Mo.
file-other-format = C’est un fichier XLS ou ODS, ou protégé par un mot de passe. Ouvrez-le dans un tableur et enregistrez-le sans mot de passe en XLSX ou en « CSV UTF-8 ».
file-json = Le JSON est illisible à partir de la ligne { $line }, colonne { $column } : il doit être une liste d’objets.
file-nested = Ligne { $row } : « { $column } » contient une liste ou un objet. Il faut un texte ou un nombre.
file-order = La ligne { $row } vient après une ligne suivante : le fichier est abîmé.
file-rows = Une liste peut avoir { $most } lignes. Celle-ci continue à partir de la ligne { $row }.
file-columns = Une liste peut avoir { $most } colonnes. À la ligne { $row }, la colonne { $column } est remplie.
file-cells = Une liste peut avoir { $most } cellules remplies. À la ligne { $row }, il y en a davantage.
file-cell = Ligne { $row }, colonne { $column } : une cellule peut contenir { $most } caractères, et celle-ci en contient davantage. Un guillemet n’est peut-être pas fermé.
file-text = Une liste peut contenir { $most } Mo de texte. À la ligne { $row }, il y en a davantage.
file-unpacked = Décompressé, le fichier dépasse { $most } Mo : « { $part } » va au-delà.
file-parts = Un classeur peut comporter { $most } parties. Celui-ci en a davantage.
file-categories = Une liste peut apporter { $most } nouvelles catégories. À la ligne { $row }, il y en a davantage : une autre colonne s’appelle peut-être « category ».
file-memory = Ouvrir ce fichier demande plus de { $megabytes } Mo de mémoire. Enregistrez la liste seule, sans images ni mise en forme, en « CSV UTF-8 ».
file-time = Ouvrir ce fichier prend plus de { $seconds } s. Enregistrez la liste seule, sans images ni mise en forme, en « CSV UTF-8 ».
file-not-now = Le fichier n’a pas pu être ouvert à l’instant. Veuillez réessayer.
file-more-rows = { $count ->
    [one] Une autre ligne n’est pas citée ici.
   *[other] { $count } autres lignes ne sont pas citées ici.
}
file-pixels = L’image a { $width } × { $height } pixels. Au plus { $most } pixels en tout sont acceptés : un A4 à 300 dpi.
file-deep = Ligne { $line } : des éléments sont imbriqués sur plus de { $most } niveaux. Dissociez-en quelques-uns dans votre logiciel de dessin.
file-elements = L’image compte plus de { $most } éléments. Simplifiez-la dans votre logiciel de dessin.
file-filters = Ligne { $line } : l’image compte plus de { $most } filtres. Retirez les ombres et les flous, ou enregistrez-la en PNG.
file-drawing-memory = Dessiner cette image demande plus de { $megabytes } Mo de mémoire. Simplifiez-la, ou enregistrez-la en PNG.
file-drawing-time = Dessiner cette image prend plus de { $seconds } s. Simplifiez-la, ou enregistrez-la en PNG.
