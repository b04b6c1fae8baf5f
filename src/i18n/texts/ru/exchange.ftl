# Lists in and out

exchange-file-empty = В файле никого нет.
exchange-file-not-utf8 = Файл не в кодировке UTF-8. В табличной программе выберите «CSV UTF-8» или сохраните как XLSX.
exchange-file-unreadable = Файл не похож ни на CSV, ни на XLSX, ни на список JSON.
exchange-columns-missing = Не хватает столбцов: { $columns }.
exchange-would-add = { $count ->
    [0] Никто не будет добавлен.
    [one] Будет добавлен { $count } человек.
    [few] Будет добавлено { $count } человека.
   *[many] Будет добавлено { $count } человек.
}
exchange-added = { $count ->
    [0] Никто не добавлен.
    [one] Добавлен { $count } человек.
    [few] Добавлено { $count } человека.
   *[many] Добавлено { $count } человек.
}
exchange-waitlisted = Из них в лист ожидания, поскольку все места заняты: { $count }.
exchange-known = Уже зарегистрированы и остаются без изменений: { $count }.
exchange-new-categories = Новые категории форума: { $names }.
exchange-refused = { $count ->
    [one] Не принята { $count } строка.
    [few] Не приняты { $count } строки.
   *[many] Не принято { $count } строк.
}
exchange-stopped = Импорт остановился, не дойдя до конца файла.
exchange-stopped-unsure = Не удалось выяснить, сохранены ли следующие строки.
exchange-again = Загрузите тот же файл ещё раз: это не повредит, те, кто уже зарегистрирован, остаются без изменений.
exchange-row = Строка { $row }: { $reason }
exchange-row-named = Строка { $row }, { $name }: { $reason }
exchange-row-name = имя не указано или слишком длинное.
exchange-row-email = адрес эл. почты указан с ошибкой.
exchange-row-organisation = без адреса эл. почты нужна организация.
exchange-row-country = страна указана не кодом вроде AZ и не известным нам названием.
exchange-row-phone = номер телефона записан не цифрами.
exchange-row-state = состояние должно быть pending, confirmed, waitlisted, declined или withdrawn.
exchange-row-too-long = текст слишком длинный.
exchange-row-known = этот человек уже зарегистрирован и остаётся без изменений. Если это другой человек, напишите yes в столбце another.
exchange-row-twice = этот же человек есть в строке выше. Если это другой человек, напишите yes в столбце another.
import-title = Импорт
import-intro = Загрузите список людей. Те, кто уже зарегистрирован, остаются без изменений, поэтому один и тот же файл можно загрузить дважды.
import-columns = Столбцы: нужны name и country, а также email или organisation; остальные столбцы нашего экспорта могут идти в любом порядке.
import-file = Файл
import-file-hint = CSV, XLSX или JSON, до 20 МБ
import-mail = Отправить каждому новому участнику письмо о регистрации
import-check = Только проверить
import-run = Импортировать
import-file-missing = Выберите файл.
import-refused-title = Строки, которые нужно исправить
import-left-out-title = Пропущенные строки
import-row-head = Строка
import-name-head = Имя
import-why-head = Что исправить
import-left-out-why-head = Причина
import-waiting = Список ждёт своей очереди. Эту страницу можно закрыть: он всё равно будет импортирован.
import-running = Список импортируется. Эту страницу можно закрыть: импорт продолжится.
import-checking = Список проверяется.
import-progress = Строки: { $number_done } из { $number_total }
import-cancelled = Импорт отменён. Те, кого успели добавить, остаются.
import-gone = Результат импорта хранится сутки, и его больше нет.
job-waiting = Ждёт своей очереди
job-cancelled = Отменено
job-cancel = Отменить
import-back = Назад к списку
