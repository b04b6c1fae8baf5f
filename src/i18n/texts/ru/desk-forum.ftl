desk-edit-saved = Сохранено.
desk-edit-deleted = Удалено.
desk-edit-save = Сохранить
desk-edit-change = Изменить
desk-edit-delete = Удалить
desk-edit-delete-sure = Удалённое не вернуть.
desk-edit-errors = Пока не сохранено
desk-edit-optional = необязательно
desk-edit-cancel = Назад без сохранения
desk-edit-slug = Краткое имя
desk-edit-slug-hint = Видно в списках и сканерах: строчные латинские буквы, цифры и дефисы. Если оставить пустым, получится из названия.
desk-edit-slug-wrong = Используйте строчные латинские буквы, цифры и одиночные дефисы, не больше 40 знаков.
desk-edit-slug-taken = Это краткое имя уже занято. Выберите другое.
desk-edit-name = Название
desk-edit-name-missing = Укажите название хотя бы на одном языке.
desk-edit-number-wrong = Укажите целое число цифрами, например 500, или оставьте поле пустым.
desk-edit-no-limit = Если пусто: без ограничения
desk-edit-date-missing = Выберите дату.
desk-edit-dates-order = Последний день раньше первого.
desk-edit-time-missing = Выберите дату и время.
desk-edit-time-skipped = Такого времени нет: в этот час часы переводят вперёд. Выберите другое.
desk-edit-time-twice = Это время наступает дважды: в этот час часы переводят назад. Выберите другое.
desk-edit-time-order = Конец должен быть позже начала.
desk-edit-times-zone = Всё время указано по поясу { $zone }.
desk-edit-zone = Часовой пояс
desk-edit-zone-wrong = Выберите часовой пояс из списка, например Asia/Baku.
desk-edit-first-day = Первый день
desk-edit-last-day = Последний день
desk-edit-colour = Цвет
desk-edit-colour-wrong = Выберите цвет.
desk-edit-choice-missing = Выберите один из вариантов.
desk-edit-site = Площадка

desk-new-title = Новый форум
desk-new-lead = У форума сразу будут одна площадка, семь категорий и пункт прохода на каждый день. Всё это можно изменить потом.
desk-new-slug = Адрес форума
desk-new-slug-hint = Строчные латинские буквы, цифры и дефисы, например gsnp-2025
desk-new-slug-reserved = Этот адрес нужен самому Hazir. Выберите другой.
desk-new-slug-taken = Этот адрес занят другим форумом. Выберите другой.
desk-new-name = Заголовок
desk-new-name-hint = На первом из языков ниже
desk-new-name-missing = Укажите заголовок форума.
desk-new-languages = Языки текстов по порядку
desk-new-languages-hint = Если на каком-то языке текста нет, показывается первый из этих, на котором он есть.
desk-new-languages-missing = Выберите хотя бы один язык.
desk-new-languages-none = нет
desk-new-site = Место проведения
desk-new-site-hint = Здание, например Бакинский конгресс-центр
desk-new-city = Город
desk-new-site-default = Основная площадка
desk-new-checkpoint = Главный вход, день { $n }
desk-new-long = Форум длится не больше 60 дней. Для более долгого создайте несколько.
desk-new-publish = Опубликовать форум и сразу открыть регистрацию
desk-new-create = Создать форум

desk-category-delegate = Делегат
desk-category-head = Глава делегации
desk-category-observer = Наблюдатель
desk-category-speaker = Докладчик
desk-category-guest = Гость
desk-category-media = Пресса
desk-category-staff = Организаторы

desk-settings-opens = Начало регистрации
desk-settings-opens-hint = Если пусто: как только форум станет виден всем
desk-settings-closes = Конец регистрации
desk-settings-closes-hint = Если пусто: остаётся открытой
desk-settings-capacity = Число мест
desk-settings-capacity-hint = Если пусто: без ограничения. После последнего места люди попадают в лист ожидания.
desk-settings-approval = Подтверждение
desk-settings-approval-at-once = Сразу, пока есть места
desk-settings-approval-by-desk = Решают организаторы
desk-settings-walk-ins = Регистрация на входе
desk-settings-walk-ins-hint = Для тех, кто пришёл без регистрации. Сотрудник на входе спрашивает имя, адрес и страну.
desk-settings-walk-ins-no = На входе не регистрируют
desk-settings-walk-ins-pending = Регистрируют, решают организаторы
desk-settings-walk-ins-confirmed = Регистрируют и сразу подтверждают
desk-settings-strict = Строгий вход: в телефонах нет списка имён
desk-settings-strict-hint = Каждая запись открывается только кодом своего бейджа, потерянный телефон никого не выдаст. Поиск по имени тогда работает только при связи.
desk-settings-brand = Дать форуму собственный цвет
desk-settings-brand-weak = Текст на этом цвете трудно читать. Выберите темнее или светлее.
desk-settings-contact = Эл. почта для связи
desk-settings-contact-hint = Показывается на странице форума; сюда приходят ответы на его письма.
desk-settings-qn = Предлагать Северный Кипр в списке стран
desk-settings-qn-hint = Кода ISO у него нет; в списках и экспорте пишется QN.
desk-settings-published = Форум виден всем
desk-settings-published-hint = Регистрация возможна, только пока стоит эта отметка и в указанные выше сроки.

desk-texts-about = О форуме
desk-texts-who = Кто может приехать
desk-texts-privacy = О персональных данных
desk-texts-privacy-hint = С этим соглашаются при регистрации: кто и зачем видит данные и когда их удалят.

desk-sites-lead = Где проходит форум. У каждой площадки свои даты и часовой пояс.
desk-sites-add = Добавить площадку
desk-sites-address = Адрес
desk-sites-city = Город
desk-sites-dates = Даты
desk-sites-used = С этой площадкой связаны сессии, пункты прохода или люди, поэтому она остаётся. Сначала переведите их на другую.
desk-sites-last = Форуму нужна хотя бы одна площадка.

desk-sessions-add = Добавить сессию
desk-sessions-empty = Программа пуста
desk-sessions-empty-text = Добавьте первую сессию. На странице форума программа показана по дням.
desk-sessions-name = Заголовок
desk-sessions-name-missing = Укажите заголовок хотя бы на одном языке.
desk-sessions-details = Подробности
desk-sessions-starts = Начало
desk-sessions-ends = Конец
desk-sessions-zone-hint = По времени площадки
desk-sessions-inside = Внутри

desk-categories-add = Добавить категорию
desk-categories-quota = Квота
desk-categories-taken = Занято мест
desk-categories-approval-forum = Как в настройках форума
desk-categories-on-form = Есть в форме
desk-categories-on-form-label = Предлагать эту категорию в форме регистрации
desk-categories-position = Место в списках
desk-categories-position-hint = Меньшие числа идут первыми.
desk-categories-none-on-form = В форме не предлагается ни одна категория, поэтому никто не может зарегистрироваться.
desk-categories-used = В этой категории есть регистрации или её называет пункт прохода, поэтому она остаётся. Сначала измените их.
desk-categories-last = Форуму нужна хотя бы одна категория.

desk-checkpoints-lead = Пункт прохода — это вход в определённом месте и в определённое время. Он решает, кто может пройти.
desk-checkpoints-add = Добавить пункт
desk-checkpoints-empty = Пунктов прохода пока нет
desk-checkpoints-empty-text = Добавьте первый: устройства подключаются к пунктам прохода.
desk-checkpoints-open = Открыт
desk-checkpoints-always = Всегда
desk-checkpoints-opens = Открывается
desk-checkpoints-closes = Закрывается
desk-checkpoints-times-hint = Если пусто: без ограничения. По времени площадки, а без неё по времени форума.
desk-checkpoints-site-any = Весь форум
desk-checkpoints-session = Вход на сессию
desk-checkpoints-session-none = Не на сессию
desk-checkpoints-session-hint = Пустые название, площадка и часы берутся у сессии: вход открыт за 30 минут до начала и до её конца. Если сессию перенести, перенесётся и вход.
desk-checkpoints-direction = Направление
desk-checkpoints-direction-in = Вход
desk-checkpoints-direction-out = Выход
desk-checkpoints-direction-both = Вход и выход
desk-checkpoints-capacity = Сколько человек внутри одновременно
desk-checkpoints-who = Кто может пройти
desk-checkpoints-who-hint = Ничего не отмечено: все с действительным бейджем
desk-checkpoints-everyone = Все
desk-checkpoints-used = На этом пункте уже считывали бейджи или к нему подключено устройство, поэтому он остаётся: всё, что было на входе, хранится.
desk-rehearsal-title = Репетиция
desk-rehearsal-link = Отрепетировать этот пункт
desk-rehearsal-lead = Опробуйте вход до открытия: с настоящими телефонами и пробными бейджами. Ничего не засчитывается. Репетиция сама закончится через четыре часа и не позже открытия входа.
desk-rehearsal-real = Пока она идёт, всё считанное на этом пункте — репетиция, настоящие бейджи тоже: никто не считается вошедшим.
desk-rehearsal-start = Начать репетицию
desk-rehearsal-in-use = { $count ->
    [one] Внутри { $count } человек: вход работает. Репетируйте, когда там никого нет, или на другом пункте.
    [few] Внутри { $count } человека: вход работает. Репетируйте, когда там никого нет, или на другом пункте.
   *[other] Внутри { $count } человек: вход работает. Репетируйте, когда там никого нет, или на другом пункте.
}
desk-rehearsal-runs = Идёт
desk-rehearsal-until = До
desk-rehearsal-over = Закончилась
desk-rehearsal-end = Закончить репетицию
desk-rehearsal-badges = Пробные бейджи для печати
desk-rehearsal-badges-lead = Это ничьи бейджи. Вход должен показать слово под именем; бейдж, с которым проходят, в первый раз пропускают, во второй он уже внутри. Они действуют до конца репетиции.
desk-rehearsal-expected = Должно быть: { $verdict }
desk-rehearsal-report = Отчёт
desk-rehearsal-none = Пока ничего не считано.
desk-rehearsal-device = Устройство
desk-rehearsal-scans = Считываний
desk-rehearsal-best = За самую быструю минуту
desk-rehearsal-failed = Ошибок и неизвестных
desk-rehearsal-gap = Секунд между считываниями (медиана)
desk-rehearsal-itself = Ответило само
desk-rehearsal-mistaken = Ответило неверно
desk-rehearsal-unknown = Неизвестных кодов
desk-rehearsal-again = Обновить
desk-rehearsal-back = К пункту прохода

desk-devices-lead = Телефон становится входом по ссылке. Учётная запись для этого не нужна.
desk-devices-add = Добавить устройство
desk-devices-empty = Устройств пока нет
desk-devices-empty-text = Добавьте первое и откройте его ссылку на телефоне у входа.
desk-devices-first-checkpoint = Устройства подключаются к пунктам прохода. Сначала добавьте пункт.
desk-devices-name = Имя устройства
desk-devices-name-hint = Чтобы его узнавать, например «Главный вход, телефон 2»
desk-devices-name-missing = Дайте устройству имя.
desk-devices-checkpoints = Его пункты прохода
desk-devices-checkpoints-missing = Выберите хотя бы один пункт.
desk-devices-until = Работает до
desk-devices-until-past = Это время уже прошло. Выберите более позднее.
desk-devices-bearer = Создать также ключ для сканера без браузера
desk-devices-create = Создать ссылку для подключения
desk-devices-seen = Последняя связь
desk-devices-never = Ещё не было
desk-devices-ago-now = только что
desk-devices-ago-minutes = { $count ->
    [one] { $count } минуту назад
    [few] { $count } минуты назад
   *[other] { $count } минут назад
}
desk-devices-ago-hours = { $count ->
    [one] { $count } час назад
    [few] { $count } часа назад
   *[other] { $count } часов назад
}
desk-devices-ago-days = { $count ->
    [one] { $count } день назад
    [few] { $count } дня назад
   *[other] { $count } дней назад
}
desk-devices-signs = Устройство сообщает
desk-devices-queue-none = Всё отправлено
desk-devices-queue = Ждут отправки: { $count }
desk-devices-silent = Молчит, ждут отправки: { $count }
desk-devices-camera-works = Камера работает
desk-devices-camera-stalled = Картинка камеры застыла
desk-devices-camera-refused = Камера не разрешена
desk-devices-camera-none = Камеры нет
desk-devices-camera-not-ready = Камера не готова
desk-devices-battery = Заряд { $percent } %
desk-devices-battery-charging = Заряд { $percent } %, заряжается
desk-devices-battery-low = Батарея садится: { $percent } %
desk-devices-page-new = Новейшая страница
desk-devices-page-old = Старая страница: обновится сама, когда никто не считывает бейджи
desk-devices-alone = Последний раз без связи с
desk-devices-state = Состояние
desk-devices-state-waiting = Ждёт подключения
desk-devices-state-expired = Срок ссылки истёк
desk-devices-state-paired = Подключено
desk-devices-state-over = Срок истёк
desk-devices-state-revoked = Отключено
desk-devices-link-title = Откройте это на устройстве
desk-devices-link-text = Наведите камеру телефона на код или откройте адрес. Действует для одного устройства до: { $time }.
desk-devices-link-qr = QR-код ссылки для подключения
desk-devices-link-short = Ссылка видна десять минут и только вам. Новую можно создать в любое время.
desk-devices-token-title = Ключ для сканера
desk-devices-token-text = Введите его в сканер сейчас: больше он не покажется.
desk-devices-renew = Создать новую ссылку
desk-devices-renew-text = Прежняя ссылка перестаёт работать. Телефон, открывший новую, заменяет прежний.
desk-devices-revoke = Отключить устройство
desk-devices-revoke-text = Оно перестаёт работать сразу. Считанное сохраняется.

desk-role-owner = Владелец
desk-role-organizer = Организатор
desk-role-registrar = Регистратор
desk-role-viewer = Просмотр
desk-role-door = Вход
desk-role-owner-may = все форумы и все учётные записи
desk-role-organizer-may = меняет форум и даёт к нему доступ
desk-role-registrar-may = исправляет регистрации и решает по ним
desk-role-viewer-may = видит и экспортирует регистрации
desk-role-door-may = подключает устройства и видит счётчики

desk-access-lead = Кто и что может делать на этом форуме. У владельцев есть все форумы, здесь они не указаны.
desk-access-empty = Пока доступ есть только у владельцев.
desk-access-add = Дать доступ
desk-access-email = Эл. почта
desk-access-email-hint = Если учётной записи нет, она создаётся, и на адрес уходит письмо для установки пароля.
desk-access-role = Роль
desk-access-change = Изменить
desk-access-take = Отозвать
desk-access-given = Доступ предоставлен.
desk-access-mailed = Доступ предоставлен, ссылка для установки пароля отправлена по эл. почте.
desk-access-own = Свой доступ изменить нельзя. Попросите другого организатора.
desk-access-owner = Это учётная запись владельца: ей и так доступны все форумы.
desk-access-shut = Эта учётная запись закрыта. Открыть её может владелец.

desk-accounts-title = Учётные записи
desk-accounts-lead = Все, кто может войти в кабинет организатора.
desk-accounts-account = Учётная запись
desk-accounts-add = Добавить учётную запись
desk-accounts-kind = Что она может
desk-accounts-kind-owner = Владелец: все форумы и все учётные записи
desk-accounts-kind-none = Только форумы, которые дадут позже в разделе «Команда»
desk-accounts-taken = У этого адреса уже есть учётная запись.
desk-accounts-forums = Форумы
desk-accounts-every = Все форумы
desk-accounts-none = Пока нет
desk-accounts-state-active = Действует
desk-accounts-state-new = Пароля ещё нет
desk-accounts-state-shut = Закрыта
desk-accounts-disable = Закрыть
desk-accounts-enable = Открыть снова
desk-accounts-link = Отправить ссылку для пароля
desk-accounts-make-owner = Сделать владельцем
desk-accounts-end-owner = Снять права владельца
desk-accounts-sent = Ссылка для установки пароля отправлена по эл. почте.
desk-accounts-last-owner = Это последний владелец, который может войти. Сначала сделайте владельцем другую учётную запись.
