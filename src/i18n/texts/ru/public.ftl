forums-title = Форумы
places-left = { $count ->
    [0] Мест не осталось
    [one] Осталось { $count } место
    [few] Осталось { $count } места
   *[many] Осталось { $count } мест
}

form-name-missing = Укажите имя так, как оно должно стоять на бейдже.
form-name-no-letters = В имени должна быть хотя бы одна буква.
form-too-long = Сократите текст до { $count } знаков.
form-phone-wrong = Укажите номер телефона цифрами, например: +994 50 123 45 67.
form-country-missing = Выберите страну.
form-organisation-missing = Укажите организацию, от которой вы приезжаете.
form-category-missing = Выберите категорию.
form-sites-missing = Выберите хотя бы одну площадку.
form-email-missing = Укажите адрес эл. почты: на него придёт подтверждение.
form-email-no-at = В адресе нет знака @. Пример: aysel@example.org
form-email-space = Внутри адреса есть пробел. Пример: aysel@example.org
form-email-no-domain = Часть после @ неполная. Пример: aysel@example.org
form-email-not-latin = Перед @ допустимы только латинские буквы. Пример: aysel@example.org
form-email-wrong = В адресе ошибка. Пример: aysel@example.org
