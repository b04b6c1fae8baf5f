desk-title = Düzenleyici paneli
