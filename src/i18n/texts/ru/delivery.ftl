delivery-deferred = Отложено
delivery-returned = Вернулось
delivery-next-try = Следующая попытка: { $moment }
delivery-perhaps-taken = Связь прервалась, когда письмо уже было передано: возможно, сервер его принял. Оно уйдёт ещё раз как то же самое письмо, и вторую копию не примут за новое.
delivery-came-back = Сообщено позже:
delivery-link = У кого нет рабочего адреса?
delivery-title = Нет рабочего адреса
delivery-lead = У этих людей нет рабочего адреса: позвоните им.
delivery-count = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
delivery-none = Написать можно всем
delivery-none-text = Здесь появятся те, чьё последнее письмо отклонено или вернулось, с телефоном и причиной.
delivery-in-list = Показать в списке регистраций
delivery-no-address = Нет рабочего адреса
delivery-todo-unreachable = { $count ->
    [one] { $count } человек без рабочего адреса: позвоните
    [few] { $count } человека без рабочего адреса: позвоните
   *[many] { $count } человек без рабочего адреса: позвоните
}
delivery-why = Причина
delivery-no-phone = Телефон не указан
delivery-correct = Исправить на { $email } и отправить снова
delivery-person = Письма до этого человека не доходят: позвоните.
delivery-no-mailbox = Такого почтового ящика нет. Спросите верный адрес.
delivery-no-domain = Части адреса после @ не существует. Спросите верный адрес.
delivery-full = Ящик переполнен. Попросите освободить место или дать другой адрес.
delivery-closed = Ящик закрыт. Попросите другой адрес.
delivery-unwanted = Почтовый сервер получателя счёл письмо нежелательным. Попросите другой адрес или разрешить приём наших писем.
delivery-silent = Почтовый сервер получателя не отвечает. Попробуйте позже или попросите другой адрес.
delivery-too-large = Письмо слишком велико для этого ящика. Попросите другой адрес.
delivery-other = Почтовый сервер получателя отклонил письмо.
delivery-question = Вы имели в виду { $email }?
delivery-question-text = Вы написали { $email }. На этот адрес придут подтверждение и бейдж.
delivery-question-yes = Да, { $email }
delivery-question-no = Нет, написанный адрес верен
