badge-title = Ваш бейдж
