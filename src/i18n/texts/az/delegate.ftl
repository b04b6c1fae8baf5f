badge-title = Bejiniz
