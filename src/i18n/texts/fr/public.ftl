forums-title = Forums
places-left = { $count ->
    [0] Il ne reste plus de place
    [one] Il reste une place
   *[other] Il reste { $count } places
}

form-name-missing = Écrivez le nom tel qu’il doit figurer sur le badge.
form-name-no-letters = Un nom comporte au moins une lettre.
form-too-long = Limitez ce texte à { $count } caractères.
form-phone-wrong = Écrivez le numéro en chiffres, par exemple +994 50 123 45 67.
form-country-missing = Choisissez un pays.
form-organisation-missing = Indiquez l’organisation que vous représentez.
form-category-missing = Choisissez une catégorie.
form-sites-missing = Choisissez au moins un lieu.
form-email-missing = Indiquez une adresse e-mail : la confirmation y sera envoyée.
form-email-no-at = Il manque le signe @. Exemple : aysel@example.org
form-email-space = L’adresse contient une espace. Exemple : aysel@example.org
form-email-no-domain = La partie après le @ est incomplète. Exemple : aysel@example.org
form-email-not-latin = Avant le @, seules les lettres latines sont possibles. Exemple : aysel@example.org
form-email-wrong = Cette adresse semble incorrecte. Exemple : aysel@example.org
