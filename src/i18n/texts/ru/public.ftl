forums-title = Форумы
places-left = { $count ->
    [0] Мест не осталось
    [one] Осталось { $count } место
    [few] Осталось { $count } места
   *[many] Осталось { $count } мест
}
