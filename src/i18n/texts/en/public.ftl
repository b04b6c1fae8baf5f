forums-title = Forums
places-left = { $count ->
    [0] No places left
    [one] One place left
   *[other] { $count } places left
}

form-name-missing = Write the name as it should stand on the badge.
form-name-no-letters = A name needs at least one letter.
form-too-long = Please shorten this to { $count } characters.
form-phone-wrong = Write the phone number with digits, for example +994 50 123 45 67.
form-country-missing = Choose a country.
form-organisation-missing = Write the organisation you come from.
form-category-missing = Choose a category.
form-sites-missing = Choose at least one place.
form-email-missing = Write an e-mail address: the confirmation goes there.
form-email-no-at = The address has no @ sign. Example: aysel@example.org
form-email-space = There is a space inside the address. Example: aysel@example.org
form-email-no-domain = The part after the @ is not complete. Example: aysel@example.org
form-email-not-latin = The part before the @ may only have Latin letters. Example: aysel@example.org
form-email-wrong = This address cannot be right. Example: aysel@example.org
