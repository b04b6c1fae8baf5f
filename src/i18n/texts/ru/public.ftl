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

forums-lead = Выберите форум, чтобы посмотреть программу и зарегистрироваться.
forums-none-title = Форумов пока нет
forums-none-text = Как только организатор опубликует форум, он появится здесь.

forum-when = Когда
forum-where = Где
forum-registration = Регистрация
forum-open = Регистрация открыта
forum-closed = Регистрация закрыта
forum-not-yet = Регистрация ещё не открыта
forum-full = Все места заняты
forum-opens = Откроется { $moment } ({ $zone })
forum-until = До { $moment } ({ $zone })
forum-closed-since = Закрыта с { $moment } ({ $zone })
forum-waiting = Зарегистрироваться всё же можно: вы попадёте в лист ожидания, и мы напишем, когда освободится место.
forum-register = Зарегистрироваться
forum-join-waiting = Встать в лист ожидания
forum-who = Кто может участвовать
forum-programme = Программа
forum-sites = Площадки
forum-times = Время местное ({ $zone }).
forum-times-each = Время — местное для каждой площадки.
forum-back = Назад к форуму
forum-contact = Есть вопросы? Пишите:

privacy-title = Как мы используем ваши данные
privacy-what = Мы спрашиваем только то, что нужно форуму: имя для бейджа, адрес эл. почты для подтверждения, страну и организацию для списка участников.
privacy-who = То, что вы укажете, видят организаторы этого форума. Сотрудники на входе видят только имя, организацию, страну и категорию.
privacy-rights = По ссылке из письма можно в любой момент посмотреть и исправить свои данные или отменить регистрацию.

form-title = Регистрация
form-in-short = Коротко
form-errors-title = Посмотрите, пожалуйста, ещё раз
form-optional = необязательно
form-name-label = Имя и фамилия
form-name-hint = Как написать на бейдже
form-native-label = Имя на родном языке
form-native-hint = Например: Şəhla, Шахла, شهلا
form-email-label = Эл. почта
form-email-hint = На этот адрес придёт подтверждение
form-phone-label = Телефон
form-phone-hint = С кодом страны, например: +994 50 123 45 67
form-country-label = Страна
form-country-pick = Выберите страну
form-organisation-label = Организация
form-position-label = Должность
form-category-label = В каком качестве вы участвуете
form-sites-label = Где вы будете?
form-language-label = Язык наших писем
form-access-label = Что вам нужно для участия
form-access-hint = Место для кресла-коляски, жестовый язык или что-то ещё. Это увидят только организаторы.
form-food-label = Питание
form-food-hint = Чего вы не едите
form-consent-label = Я даю согласие на использование моих данных для этого форума.
form-consent-link = Как мы используем ваши данные (в новой вкладке)
form-consent-missing = Без вашего согласия зарегистрировать вас нельзя.
form-send = Зарегистрироваться
form-old = Эта страница была открыта очень долго. Всё введённое сохранилось: отправьте ещё раз.
form-too-many = Из вашей сети приходит очень много регистраций. Всё введённое сохранилось: подождите минуту и отправьте снова.

registered-title = Проверьте почту
registered-text = Мы написали на указанный адрес. В письме — состояние вашей регистрации и ссылка на вашу страницу: там можно исправить данные или отменить регистрацию.
registered-full = Сейчас все места заняты. Если вы в листе ожидания, об этом сказано в письме.
registered-nothing = Письма нет?
registered-spam = Обычно оно приходит за минуту. Загляните и в папку «Спам».
registered-slip = В адресе была ошибка? Зарегистрируйтесь ещё раз с правильным.
registered-write = Нет и через десять минут? Пишите:
