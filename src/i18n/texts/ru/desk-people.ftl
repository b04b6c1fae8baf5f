# Кабинет организатора: вход, форумы учётной записи, люди форума.

desk-sign-out = Выйти
desk-tab-overview = Обзор
desk-tab-registrations = Регистрации
desk-tab-messages = Письма
desk-tab-sites = Площадки
desk-tab-sessions = Программа
desk-tab-categories = Категории
desk-tab-checkpoints = Пункты прохода
desk-tab-devices = Устройства
desk-tab-texts = Тексты
desk-tab-settings = Настройки
desk-tab-people = Команда

desk-sign-in-title = Вход в кабинет организатора
desk-sign-in-email = Эл. почта
desk-sign-in-password = Пароль
desk-sign-in-button = Войти
desk-sign-in-wrong = Адрес или пароль не подходит. Проверьте оба и попробуйте снова.
desk-sign-in-password-set = Пароль задан. Теперь войдите с ним.
desk-sign-in-forgotten = Ещё нет пароля или он забыт? Владелец этого Hazir может прислать новую ссылку.

desk-password-title = Задайте пароль
desk-password-for = Для учётной записи { $email }.
desk-password-new = Новый пароль
desk-password-hint = Не меньше 12 знаков. Короткую фразу легко запомнить и трудно угадать.
desk-password-button = Задать пароль
desk-password-too-short = Нужно не меньше { $count } знаков. Подойдёт короткая фраза.
desk-password-too-long = Нужно не больше { $count } знаков.
desk-password-personal = Выберите пароль без вашего адреса эл. почты: его проверяют первым.
desk-password-simple = Такой пароль подбирают в первую очередь. Придумайте что-то своё.
desk-password-gone-title = Эта ссылка больше не действует
desk-password-gone-text = Она уже использована, или её срок истёк. Попросите новую у владельца этого Hazir.

desk-home-title = Ваши форумы
desk-home-new = Новый форум
desk-home-accounts = Учётные записи
desk-home-registered = { $count ->
    [one] { $count } регистрация
    [few] { $count } регистрации
   *[many] { $count } регистраций
}
desk-home-confirmed = подтверждено: { $count }
desk-home-hidden = Ещё не опубликован
desk-home-empty-title = Форумов пока нет
desk-home-empty-create = Создайте первый: для начала достаточно названия, дат и места.
desk-home-empty-ask = Попросите организатора дать вашей учётной записи доступ к форуму.
