door-title = Giriş
