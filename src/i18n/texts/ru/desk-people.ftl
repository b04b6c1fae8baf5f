# Кабинет организатора: вход, форумы учётной записи, люди форума.

desk-sign-out = Выйти
desk-tab-overview = Обзор
desk-tab-registrations = Регистрации
desk-tab-messages = Эл. почта
desk-tab-sites = Площадки
desk-tab-sessions = Программа
desk-tab-categories = Категории
desk-tab-checkpoints = Пункты прохода
desk-tab-devices = Устройства
desk-tab-texts = Тексты
desk-tab-settings = Настройки
desk-tab-people = Команда
desk-room-people = Участники
desk-room-mail = Переписка
desk-room-print = Печать
desk-room-doors = Входы
desk-room-forum = Форум
desk-room-pages = Страницы этого раздела

desk-sign-in-title = Вход в кабинет организатора
desk-sign-in-email = Эл. почта
desk-sign-in-password = Пароль
desk-sign-in-button = Войти
desk-sign-in-wrong = Адрес или пароль не подходит. Проверьте оба и попробуйте снова.
desk-sign-in-again = Страница была открыта слишком долго, или браузер не хранит cookie. Введите пароль ещё раз.
desk-sign-in-password-set = Пароль задан. Теперь войдите с ним.
desk-sign-in-forgotten = Ещё нет пароля или он забыт? Владелец этого Hazir может прислать новую ссылку.
desk-sign-in-old = Страница была открыта слишком долго. Введите пароль ещё раз.
desk-sign-in-file = Срок входа истёк, и файл не сохранён. Войдите и выберите файл ещё раз.
desk-in-place-text = Срок входа истёк. Всё введённое сохранилось: войдите здесь, и оно будет отправлено.
desk-in-place-button = Войти и отправить
desk-in-place-forbidden = У этой учётной записи нет на это прав. Войдите с другой.

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

desk-overview-registered = зарегистрировано
desk-overview-confirmed = подтверждено
desk-overview-hall = в зале
desk-overview-countries-present = стран присутствует
desk-overview-undecided = { $count ->
    [0] Все решения приняты
    [one] { $count } ждёт решения
    [few] { $count } ждут решения
   *[many] { $count } ждут решения
}
desk-overview-of-places = мест всего: { $count }
desk-overview-no-limit = число мест не ограничено
desk-overview-came = { $count ->
    [0] Пока никто не пришёл
    [one] Пришёл { $count } человек
    [few] Пришли { $count } человека
   *[many] Пришло { $count } человек
}
desk-bounds-between = известно на сейчас; на самом деле от { $number_low } до { $number_high }
desk-bounds-at-least = известно на сейчас; на самом деле не меньше { $number_low }
desk-bounds-unknown = известно на сейчас
desk-bounds-why = В число тех, кто в зале, ещё не вошли: { $list }
desk-bounds-silent = { $device } (молчит с { $time })
desk-bounds-silent-queue = { $count ->
    [one] { $device } (молчит с { $time }, не отправлено { $count } считывание)
    [few] { $device } (молчит с { $time }, не отправлены { $count } считывания)
   *[many] { $device } (молчит с { $time }, не отправлено { $count } считываний)
}
desk-bounds-held-back = { $count ->
    [one] { $device } (не отправлено { $count } считывание, по данным на { $time })
    [few] { $device } (не отправлены { $count } считывания, по данным на { $time })
   *[many] { $device } (не отправлено { $count } считываний, по данным на { $time })
}
desk-bounds-kept = { $count ->
    [one] { $count } считывание, которое не удалось внести
    [few] { $count } считывания, которые не удалось внести
   *[many] { $count } считываний, которые не удалось внести
}
desk-bounds-more = и ещё { $count }
desk-overview-of-countries = всего зарегистрировано стран: { $count }
desk-overview-stale = Цифры не обновляются: нет связи. Обновите страницу, когда связь появится.
desk-overview-todo = Ждёт вас
desk-overview-todo-nothing = Срочных дел нет.
desk-overview-todo-notes = Заметки со входов: { $count }
desk-overview-todo-pending = { $count ->
    [one] { $count } регистрация ждёт решения
    [few] { $count } регистрации ждут решения
   *[many] { $count } регистраций ждут решения
}
desk-overview-todo-messages = { $count ->
    [one] { $count } письмо не доставлено
    [few] { $count } письма не доставлены
   *[many] { $count } писем не доставлено
}
desk-overview-todo-waiting = В листе ожидания: { $count }
desk-overview-todo-conflicts = { $count ->
    [one] { $count } расхождение между входами
    [few] { $count } расхождения между входами
   *[many] { $count } расхождений между входами
}
desk-overview-todo-silent = Молчит больше пяти минут, а считывания не отправлены: { $devices }
desk-overview-categories = Категории
desk-overview-category = Категория
desk-overview-countries = Страны
desk-overview-country = Страна
desk-overview-registered-head = Регистрации
desk-overview-confirmed-head = Подтверждено
desk-overview-hall-head = В зале
desk-overview-countries-all = Все страны
desk-overview-countries-none = Регистраций пока нет.
desk-overview-countries-summary = Стран в зале: { $count }, зарегистрировано: { $number_all }.

desk-people-add = Добавить регистрацию
desk-people-import = Импорт
desk-people-export = Экспорт этого списка:
desk-people-search = Имя, организация, эл. почта или код бейджа
desk-people-state = Состояние
desk-people-category = Категория
desk-people-country = Страна
desk-people-site = Площадка
desk-people-at = Сейчас внутри
desk-people-hall = В зале
desk-people-sort = Порядок
desk-people-newest = Сначала новые
desk-people-oldest = Сначала старые
desk-people-by-name = По имени
desk-people-any = Все
desk-people-live = Все, кроме отменённых
desk-people-show = Показать
desk-people-count = { $count ->
    [one] { $count } регистрация
    [few] { $count } регистрации
   *[many] { $count } регистраций
}
desk-people-found = Найдено: { $count }, лучшие сначала
desk-people-best = Показаны лучшие совпадения, всего { $count }. Чтобы найти одного человека, напишите больше букв имени.
desk-people-none = Регистраций пока нет
desk-people-none-text = Разошлите адрес формы, добавьте первую регистрацию здесь или импортируйте список.
desk-people-none-found = Никто не подходит
desk-people-none-found-text = Попробуйте другое написание, меньше букв или другой выбор.
desk-people-all = Показать все регистрации
desk-people-choose = Выбрать: { $name }
desk-people-confirm-chosen = Подтвердить выбранные
desk-people-confirmed = { $count ->
    [one] Подтверждена { $count } регистрация.
    [few] Подтверждены { $count } регистрации.
   *[many] Подтверждено { $count } регистраций.
}
desk-people-chosen-none = Никто не выбран: отметьте тех, кто ещё ждёт решения.
desk-people-decided = Уже не ждали решения: { $count }.
desk-people-full = Не хватило мест: { $count }.
desk-people-pages = Страницы списка
desk-people-next = Следующая страница
desk-people-before = Предыдущая страница

desk-person-name = Имя и фамилия
desk-person-name-hint = Так, как должно быть на бейдже
desk-person-native-name = Имя на родном языке
desk-person-email = Эл. почта
desk-person-phone = Телефон
desk-person-phone-hint = С кодом страны, например +994 50 123 45 67
desk-person-organisation = Организация
desk-person-position = Должность
desk-person-language = Язык писем
desk-person-access = Что нужно для участия
desk-person-invite-again = Согласие на новые приглашения
desk-person-food = Питание
desk-person-registered = Дата регистрации
desk-person-optional = необязательно
desk-person-choose = Выберите
desk-person-decide = Решение
desk-person-confirm = Подтвердить
desk-person-waitlist = В лист ожидания
desk-person-decline = Отклонить
desk-person-decline-ask = Отклонить …
desk-person-words = Несколько слов этому человеку
desk-person-words-hint = Они уйдут с письмом и останутся в истории.
desk-person-withdraw = Отменить регистрацию
desk-person-withdraw-ask = Отменить за этого человека …
desk-person-withdraw-text = Место освободится, бейдж перестанет действовать на всех входах, человек получит письмо. Чтобы вернуться, понадобится новая регистрация.
desk-person-withdrawn-text = Эта регистрация отменена. Чтобы всё-таки прийти, нужно зарегистрироваться снова; адрес может быть тем же.
desk-person-data = Данные
desk-person-correct = Исправить
desk-person-change-email = Изменить адрес
desk-person-resend = Отправить письмо ещё раз
desk-person-badge = Бейдж
desk-person-badge-show = Показать код
desk-person-badge-ask = Новый бейдж …
desk-person-badge-text = Нынешний бейдж перестанет действовать на всех входах, новый придёт человеку письмом.
desk-person-badge-new = Заменить бейдж
desk-person-badge-not-confirmed = Бейдж бывает только у подтверждённой регистрации. Сначала подтвердите её.
desk-person-scans = На входах
desk-person-scans-none = Считываний ещё не было.
desk-person-scan-admitted = Вход
desk-person-scan-left = Выход
desk-person-history = История
desk-person-messages = Письма
desk-person-messages-none = Пока нет.
desk-person-full = Мест не осталось: в форуме или в этой категории. Увеличьте число мест или дождитесь, пока одно освободится.
desk-person-not-from = Эта регистрация тем временем отменена, поэтому такое изменение невозможно.
desk-person-already = Это уже было сделано; ничего не изменилось.
desk-person-same = Отличий нет, поэтому ничего не изменилось.
desk-person-moved-up = Получили места из листа ожидания: { $count }; письма отправлены.
desk-person-done-confirmed = Подтверждено. Бейдж отправлен письмом.
desk-person-done-declined = Отклонено. Письмо об этом отправлено.
desk-person-done-waitlisted = Теперь в листе ожидания. Письмо об этом отправлено.
desk-person-done-withdrawn = Отменено. Письмо об этом отправлено.
desk-person-done-untold = Сохранено. Адреса эл. почты нет: пожалуйста, сообщите человеку сами.
desk-person-done-badge = Новый бейдж действует и отправлен письмом; старый больше не действует.
desk-person-done-sent = Письмо отправляется.
desk-person-sent-already = Письмо этому человеку только что отправлено. Подождите полминуты, чтобы отправить ещё одно.
desk-person-done-corrected = Сохранено. Бейдж остаётся действительным.
desk-person-done-email = Адрес изменён. На новый отправлено письмо с личной страницей; прежняя ссылка больше не действует.
desk-person-done-added = Регистрация добавлена.
desk-person-added-waiting = Регистрация добавлена, но мест не осталось: она в листе ожидания.
desk-person-errors = Проверьте эти поля
desk-person-correct-title = Исправление: { $name }
desk-person-save = Сохранить
desk-person-cancel = Не сохранять
desk-person-category-full = В этой категории мест не осталось.
desk-person-name-taken = С этим адресом эл. почты уже есть регистрация на такое имя.
desk-person-email-title = Смена адреса: { $name }
desk-person-email-now = Сейчас: { $email }
desk-person-email-new = Новый адрес
desk-person-email-hint = Начнёт действовать сразу. На прежний адрес уйдёт сообщение о смене, личная страница получит новую ссылку.
desk-person-email-save = Изменить адрес
desk-person-email-taken = С этим адресом эл. почты уже есть регистрация на такое имя.
desk-person-known = Человек с таким именем уже зарегистрирован: с этим адресом эл. почты или из этой организации.
desk-person-known-open = Это тот же человек: открыть регистрацию
desk-person-known-another = Это другой человек: добавить
desk-person-email-none = Можно оставить пустым. Тогда писем не будет.
desk-person-new-state = Состояние
desk-person-new-confirmed = Подтвердить сразу
desk-person-new-pending = Решить позже
desk-person-new-mail = Сообщить человеку письмом
desk-person-was-registered = Регистрация
desk-person-was-imported = Импорт из списка
desk-person-was-corrected = Исправление
desk-person-was-email-asked = Запрошена смена адреса эл. почты
desk-person-was-email-changed = Адрес эл. почты изменён
desk-person-was-badge-issued = Выдан новый бейдж
desk-person-was-badge-revoked = Бейдж аннулирован
desk-person-was-asked = Спросили по эл. почте, придёт ли
desk-person-was-sent-again = Письмо отправлено ещё раз
desk-person-by-delegate = человек сам
desk-person-by-system = Hazir
desk-person-by-command = оператор сервера
desk-person-by-door = вход
desk-person-acts = Кроме считывания
desk-person-act-walk-in = Регистрация на входе
desk-person-act-undo = Считывание отменено
desk-person-act-badge-lost = Бейдж утерян, выдан новый
desk-person-act-note = Заметка для стойки информации
desk-person-scan-undone = отменено

desk-message-to = Кому
desk-message-subject = Тема
desk-message-written = Написано
desk-message-words = Ответ почтового сервера
desk-message-accepted = Принято
desk-message-waiting = Ждёт отправки
desk-message-refused = Отвергнуто
desk-message-failed = Не удалось
desk-message-undelivered = Не доставлено
desk-message-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
   *[many] { $count } попыток
}
desk-message-again = Попробовать снова
desk-message-done-again = Письмо отправляется ещё раз.
mail-held = Ждёт вас
mail-held-network = Писем, которые ждут вас: { $count }. За час из одной сети пришло больше { $limit } регистраций.
mail-held-all = Писем, которые ждут вас: { $count }. За час пришло больше { $limit } регистраций.
mail-held-text = Регистрации сохранены. Посмотрите на имена: если это люди, отправьте письма; если их выдумала программа, сначала отклоните или отмените эти регистрации.
mail-held-list = Показать эти письма
mail-let-go = Отправить все
mail-let-go-done = { $count ->
    [one] { $count } письмо отправляется.
    [few] { $count } письма отправляются.
   *[many] { $count } писем отправляются.
}
mail-held-todo = Писем, которые ждут вашего решения: { $count }
desk-message-none = Писем здесь нет
desk-message-none-text = Как только появится регистрация, каждое письмо будет показано здесь с ответом почтового сервера.
desk-message-none-so = В этом состоянии писем нет.
desk-message-trouble = Сейчас письма не уходят.
desk-message-trouble-since = С { $moment }. Они ждут и уйдут сами, когда почтовый сервер снова ответит:

# Conflicts between doors
desk-conflicts-title = Расхождения между входами
desk-conflicts-lead = Что входы сделали без связи, а команда решила бы иначе: кто пропущен дважды, пропущен по ошибке или не пропущен по ошибке. Считаются только прошедшие, ничего не отменено. Посмотрите каждое и закройте.
desk-conflicts-none = Расхождений нет
desk-conflicts-none-text = Если два входа без связи пропустят один бейдж, пропустят того, кто должен был подождать, или не пропустят того, кому можно войти, это появится здесь.
desk-conflicts-person = Человек
desk-conflicts-door = Пункт прохода
desk-conflicts-later = Проход разрешён
desk-conflicts-earlier = Считается
desk-conflicts-unknown = Неизвестный бейдж
desk-conflicts-look = Просмотрено
desk-conflicts-at-the-door = На входе
desk-conflicts-turned-away = Проход не разрешён
desk-notes-title = Заметки со входов
desk-notes-none = Заметок нет
desk-notes-none-text = Здесь появляется то, что сотрудники на входе пишут для стойки информации.
desk-notes-done = Сделано

# Что принято на входах и не удалось внести
desk-kept-title = Не удалось внести
desk-kept-lead = Считывания и другие записи со входов, которые не удалось сохранить в том виде, в каком они пришли. Пока вы их не внесёте, они не учитываются.
desk-kept-none = Ничего не ждёт
desk-kept-none-text = Здесь появляется то, что записано на входе и что Hazir не смог внести, с указанием причины.
desk-kept-todo = Не удалось внести: { $count }
desk-kept-full = Это устройство оставило здесь предельное число записей ({ $count }) и хранит остальные у себя: { $devices }. Чтобы освободить место, внесите или отложите часть записей.
desk-kept-more = Показаны самые ранние записи: { $count }.
desk-kept-enter = Внести
desk-kept-away = Отложить
desk-kept-enter-title = Внести запись со входа
desk-kept-enter-lead = Исправьте ошибку и внесите запись. Она учитывается с того времени, когда сделана.
desk-kept-entered-scan = Внесено. Результат: { $verdict }.
desk-kept-entered-walk-in = Зарегистрировано: { $name }.
desk-kept-entered-act = Внесено.
desk-kept-still = Внести по-прежнему не удаётся. { $reason }
desk-kept-gone = Этой записью уже занимается кто-то из коллег.
desk-kept-away-said = Отложено.
desk-kept-enter-all = Внести записи с устройств, чьё подключение закончилось: { $count }
desk-kept-entered-all = Внесено: { $count }.
desk-kept-no-time = время неизвестно
desk-kept-at = Время записи
desk-kept-code = Код на бейдже
desk-kept-reason = Причина
desk-kept-words = Заметка
desk-kept-choose = Выберите пункт прохода
desk-kept-kind-in = Считывание, вход
desk-kept-kind-out = Считывание, выход
desk-kept-kind-scan = Считывание
desk-kept-kind-walk-in = Регистрация на месте
desk-kept-kind-undo = Отмена считывания
desk-kept-kind-badge-lost = Утерянный бейдж
desk-kept-kind-note = Заметка
desk-kept-kind-print = Печать бейджа
desk-kept-kind-other = Неизвестная запись
desk-kept-why-id = Запись пришла без собственного идентификатора.
desk-kept-why-time = Время не указано.
desk-kept-why-checkpoint = Не указан пункт прохода.
desk-kept-why-direction = Не указано, вход это или выход.
desk-kept-why-subject = Неясно, о ком эта запись.
desk-kept-why-code = Считанный текст слишком длинный для кода бейджа.
desk-kept-why-other-checkpoint = Устройство не работает на пункте прохода с таким названием. Возможно, пункт переименован.
desk-kept-why-only-in = Этот пункт прохода открыт только на вход.
desk-kept-why-only-out = Этот пункт прохода открыт только на выход.
desk-kept-why-not-paired-yet = К этому времени устройство ещё не было подключено.
desk-kept-why-ended = К этому времени срок подключения устройства закончился.
desk-kept-why-revoked = Подключение устройства отозвано до отправки этой записи.
desk-kept-why-walk-in-waits = Регистрация этого человека тоже ждёт здесь. Сначала внесите её.
desk-kept-why-act = Не указано, что сделано.
desk-kept-why-no-scan = Считывание, которое нужно отменить, не найдено.
desk-kept-why-reason = Причина не указана.
desk-kept-why-nobody = Указанного человека нет среди регистраций.
desk-kept-why-empty = Заметка пуста.
desk-kept-why-long = Текст длиннее 500 знаков.
desk-kept-why-id-taken = Такой же идентификатор есть у другой записи.
desk-kept-why-closed = В это время ни один пункт прохода устройства не был открыт.
desk-kept-why-other-people = Ни один пункт прохода устройства не предназначен для этого человека.
desk-kept-why-not-confirmed = Бейдж есть только у подтверждённой регистрации.
desk-kept-why-walk-ins = Регистрация на месте отключена в настройках.
desk-kept-why-mistyped = Имя, адрес эл. почты или страна не указаны или указаны с ошибкой.
desk-kept-why-print = У этого человека нет бейджа для печати.
