error-not-found-title = Такой страницы нет
error-not-found-text = Проверьте адрес или начните со списка форумов.
