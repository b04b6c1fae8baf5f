# Düzenleyici paneli: giriş, hesabın forumları, forumun insanları.

desk-sign-out = Çıkış yap
desk-tab-overview = Genel bakış
desk-tab-registrations = Kayıtlar
desk-tab-messages = İletiler
desk-tab-sites = Mekânlar
desk-tab-sessions = Program
desk-tab-categories = Kategoriler
desk-tab-checkpoints = Geçiş noktaları
desk-tab-devices = Cihazlar
desk-tab-texts = Metinler
desk-tab-settings = Ayarlar
desk-tab-people = Ekip

desk-sign-in-title = Panele giriş yapın
desk-sign-in-email = E-posta
desk-sign-in-password = Parola
desk-sign-in-button = Giriş yap
desk-sign-in-wrong = E-posta ile parola eşleşmiyor. İkisini de denetleyip yeniden deneyin.
desk-sign-in-password-set = Parolanız belirlendi. Şimdi onunla giriş yapın.
desk-sign-in-forgotten = Parolanız yok mu ya da unuttunuz mu? Hazır sisteminin sahibi size yeni bir bağlantı gönderebilir.

desk-password-title = Parolanızı belirleyin
desk-password-for = { $email } hesabı için.
desk-password-new = Yeni parola
desk-password-hint = En az 12 karakter. Kısa bir cümle kolay hatırlanır, zor tahmin edilir.
desk-password-button = Parolayı belirle
desk-password-too-short = En az { $count } karakter yazın. Kısa bir cümle uygundur.
desk-password-too-long = En çok { $count } karakter yazın.
desk-password-personal = İçinde e-posta adresiniz olmayan bir parola seçin: ilk o denenir.
desk-password-simple = Tahmin edenler ilk bunu dener. Size özgü bir şey seçin.
desk-password-gone-title = Bu bağlantı artık geçerli değil
desk-password-gone-text = Daha önce kullanılmış ya da süresi dolmuş. Hazır sisteminin sahibinden yenisini isteyin.

desk-home-title = Forumlarınız
desk-home-new = Yeni forum
desk-home-accounts = Hesaplar
desk-home-registered = { $count } kayıt
desk-home-confirmed = { $count } onaylı
desk-home-hidden = Henüz yayımlanmadı
desk-home-empty-title = Henüz forum yok
desk-home-empty-create = İlkini oluşturun: başlamak için ad, günler ve mekân yeter.
desk-home-empty-ask = Hesabınıza bir foruma erişim verilmesi için düzenleyicilere başvurun.
