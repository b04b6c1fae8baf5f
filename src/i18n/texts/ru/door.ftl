door-title = Вход
