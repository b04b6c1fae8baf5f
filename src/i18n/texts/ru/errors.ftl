error-not-found-title = Такой страницы нет
error-not-found-text = Проверьте адрес или начните со списка форумов.

error-form-old-title = Срок действия формы истёк
error-form-old-text = Вернитесь назад, обновите страницу и отправьте ещё раз. Ничего не изменилось.
error-forbidden-title = Нет доступа к этой странице
error-forbidden-text = Попросите доступ у организатора форума.
error-not-paired-title = Это устройство не подключено
error-not-paired-text = Попросите у организаторов новую ссылку или QR-код для подключения и откройте на этом устройстве.
error-too-many-title = Слишком много запросов
error-too-many-text = Подождите минуту и попробуйте снова.
error-too-large-title = Слишком большой объём
error-too-large-text = Отправьте файл поменьше или сократите текст.
error-broken-title = У нас произошёл сбой
error-broken-text = Отправленное не сохранено. Вернитесь назад и через минуту отправьте снова: введённое осталось в браузере.
error-not-understood-title = Запрос не удалось прочитать
error-not-understood-text = Вернитесь назад и попробуйте снова.
error-home = Все форумы

error-before-title = Ошибка:
