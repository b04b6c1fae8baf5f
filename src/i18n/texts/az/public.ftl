forums-title = Forumlar
places-left = { $count ->
    [0] Yer qalmayıb
   *[other] { $count } yer qalıb
}

form-name-missing = Adınızı bejdə görünəcəyi kimi yazın.
form-name-no-letters = Adda heç olmasa bir hərf olmalıdır.
form-too-long = Mətni { $count } simvola qədər qısaldın.
form-phone-wrong = Telefon nömrəsini rəqəmlərlə yazın, məsələn: +994 50 123 45 67.
form-country-missing = Ölkəni seçin.
form-organisation-missing = Hansı təşkilatdan olduğunuzu yazın.
form-category-missing = Kateqoriyanı seçin.
form-sites-missing = Heç olmasa bir məkan seçin.
form-email-missing = E-poçt ünvanınızı yazın: təsdiq həmin ünvana gələcək.
form-email-no-at = Ünvanda @ işarəsi yoxdur, məsələn: aysel@example.org
form-email-space = Ünvanın içində boşluq var, məsələn: aysel@example.org
form-email-no-domain = @ işarəsindən sonrakı hissə yarımçıqdır, məsələn: aysel@example.org
form-email-not-latin = @ işarəsindən əvvəl yalnız latın hərfləri ola bilər, məsələn: aysel@example.org
form-email-wrong = Ünvanda səhv var, düzgün nümunə: aysel@example.org
