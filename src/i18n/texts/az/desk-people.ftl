# Təşkilatçı paneli: daxil olmaq, hesabın forumları, forumun adamları.

desk-sign-out = Çıx
desk-tab-overview = İcmal
desk-tab-registrations = Qeydiyyatlar
desk-tab-messages = Məktublar
desk-tab-sites = Məkanlar
desk-tab-sessions = Proqram
desk-tab-categories = Kateqoriyalar
desk-tab-checkpoints = Keçid məntəqələri
desk-tab-devices = Cihazlar
desk-tab-texts = Mətnlər
desk-tab-settings = Ayarlar
desk-tab-people = Komanda

desk-sign-in-title = Panelə daxil olun
desk-sign-in-email = E-poçt
desk-sign-in-password = Parol
desk-sign-in-button = Daxil ol
desk-sign-in-wrong = E-poçt və parol uyğun gəlmir. Hər ikisini yoxlayıb yenidən cəhd edin.
desk-sign-in-password-set = Parolunuz təyin edildi. İndi onunla daxil olun.
desk-sign-in-forgotten = Parolunuz hələ yoxdur və ya yadınızdan çıxıb? Hazır sisteminin sahibi sizə yeni keçid göndərə bilər.

desk-password-title = Parolunuzu təyin edin
desk-password-for = { $email } hesabı üçün.
desk-password-new = Yeni parol
desk-password-hint = Ən azı 12 simvol. Qısa bir cümləni yadda saxlamaq asan, tapmaq çətindir.
desk-password-button = Parolu təyin et
desk-password-too-short = Ən azı { $count } simvol yazın. Qısa bir cümlə yaxşı olar.
desk-password-too-long = Ən çoxu { $count } simvol yazın.
desk-password-personal = İçində e-poçt ünvanınız olmayan parol seçin: ilk olaraq onu yoxlayırlar.
desk-password-simple = Parol axtaranlar ilk növbədə bunu yoxlayır. Özünüzə məxsus bir şey seçin.
desk-password-gone-title = Bu keçid artıq işləmir
desk-password-gone-text = Ondan artıq istifadə olunub və ya vaxtı bitib. Hazır sisteminin sahibindən yenisini istəyin.

desk-home-title = Forumlarınız
desk-home-new = Yeni forum
desk-home-accounts = Hesablar
desk-home-registered = { $count } qeydiyyat
desk-home-confirmed = { $count } təsdiqlənib
desk-home-hidden = Hələ dərc olunmayıb
desk-home-empty-title = Hələ forum yoxdur
desk-home-empty-create = İlkini yaradın: başlamaq üçün ad, günlər və məkan kifayətdir.
desk-home-empty-ask = Təşkilatçıdan hesabınıza forum üçün giriş verməsini xahiş edin.
