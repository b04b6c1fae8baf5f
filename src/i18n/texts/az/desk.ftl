desk-title = Təşkilatçı paneli
