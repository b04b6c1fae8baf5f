forums-title = Forumlar
places-left = { $count ->
    [0] Yer qalmayıb
   *[other] { $count } yer qalıb
}

form-name-missing = Adınızı bejdə görünəcəyi kimi yazın.
form-name-no-letters = Adda heç olmasa bir hərf olmalıdır.
form-too-long = Mətni { $count } simvola qədər qısaldın.
form-phone-wrong = Telefon nömrəsini rəqəmlərlə yazın, məsələn: +994 50 123 45 67.
form-country-missing = Ölkəni seçin.
form-organisation-missing = Hansı təşkilatdan olduğunuzu yazın.
form-category-missing = Kateqoriyanı seçin.
form-sites-missing = Heç olmasa bir məkan seçin.
form-email-missing = E-poçt ünvanınızı yazın: təsdiq həmin ünvana gələcək.
form-email-no-at = Ünvanda @ işarəsi yoxdur, məsələn: aysel@example.org
form-email-space = Ünvanın içində boşluq var, məsələn: aysel@example.org
form-email-no-domain = @ işarəsindən sonrakı hissə yarımçıqdır, məsələn: aysel@example.org
form-email-not-latin = @ işarəsindən əvvəl yalnız latın hərfləri ola bilər, məsələn: aysel@example.org
form-email-wrong = Ünvanda səhv var, düzgün nümunə: aysel@example.org

forums-lead = Proqramla tanış olmaq və qeydiyyatdan keçmək üçün forumu seçin.
forums-none-title = Hələ forum yoxdur
forums-none-text = Təşkilatçı forumu dərc edən kimi burada görünəcək.

forum-when = Nə vaxt
forum-where = Harada
forum-registration = Qeydiyyat
forum-open = Qeydiyyat açıqdır
forum-closed = Qeydiyyat bağlanıb
forum-not-yet = Qeydiyyat hələ açılmayıb
forum-full = Bütün yerlər tutulub
forum-opens = Açılır: { $moment } ({ $zone })
forum-until = Son tarix: { $moment } ({ $zone })
forum-closed-since = Bağlanıb: { $moment } ({ $zone })
forum-waiting = Yenə də qeydiyyatdan keçə bilərsiniz: gözləmə siyahısına düşəcəksiniz, yer boşalanda sizə yazacağıq.
forum-register = Qeydiyyatdan keç
forum-join-waiting = Gözləmə siyahısına yazıl
forum-who = Kimlər iştirak edə bilər
forum-programme = Proqram
forum-sites = Məkanlar
forum-times = Saatlar yerli vaxtladır ({ $zone }).
forum-times-each = Saatlar hər məkanın öz yerli vaxtı ilədir.
forum-back = Forum səhifəsinə qayıt
forum-contact = Sualınız var? Yazın:

privacy-title = Məlumatlarınızdan necə istifadə edirik
privacy-what = Yalnız foruma lazım olanı soruşuruq: adınız bej üçün, e-poçtunuz təsdiq üçün, ölkəniz və təşkilatınız iştirakçılar siyahısı üçün.
privacy-who = Yazdıqlarınızı bu forumun təşkilatçıları görür. Girişdəki əməkdaşlar isə yalnız adınızı, təşkilatınızı, ölkənizi və kateqoriyanızı görür.
privacy-rights = Məktubunuzdakı keçidlə məlumatlarınıza istənilən vaxt baxa, onları düzəldə və ya qeydiyyatı ləğv edə bilərsiniz.

form-title = Qeydiyyat
form-in-short = Qısaca
form-errors-title = Bunlara bir də baxın
form-optional = istəyə bağlı
form-name-label = Ad və soyad
form-name-hint = Bejdə necə yazılsın
form-native-label = Öz əlifbanızda adınız
form-native-hint = Məsələn: Şəhla, Шахла, شهلا
form-email-label = E-poçt
form-email-hint = Təsdiq bu ünvana gələcək
form-phone-label = Telefon
form-phone-hint = Ölkə kodu ilə, məsələn: +994 50 123 45 67
form-country-label = Ölkə
form-country-pick = Ölkəni seçin
form-organisation-label = Təşkilat
form-position-label = Vəzifə
form-category-label = Kim kimi iştirak edirsiniz
form-sites-label = Harada olacaqsınız?
form-language-label = Məktublarımızın dili
form-access-label = İştirakınız üçün nə lazımdır
form-access-hint = Əlil arabası üçün yer, jest dili və ya başqa bir şey. Yalnız təşkilatçılar görür.
form-food-label = Qida
form-food-hint = Nə yemirsiniz
form-consent-label = Məlumatlarımın bu forum üçün istifadəsinə razıyam.
form-consent-link = Məlumatlarınızdan necə istifadə edirik (yeni vərəqdə açılır)
form-consent-missing = Razılığınız olmadan sizi qeydiyyata ala bilmirik.
form-send = Qeydiyyatdan keç
form-old = Bu səhifə çox uzun müddət açıq qalıb. Yazdıqlarınız itməyib: bir də göndərin.
form-too-many = Şəbəkənizdən həddən artıq qeydiyyat gəlir. Yazdıqlarınız itməyib: bir dəqiqə gözləyib yenidən göndərin.

registered-title = Poçtunuza baxın
registered-text = Göstərdiyiniz ünvana yazdıq. Məktubda qeydiyyatınızın vəziyyəti və şəxsi səhifənizin keçidi var: orada məlumatlarınızı düzəldə və ya qeydiyyatı ləğv edə bilərsiniz.
registered-full = Hazırda bütün yerlər tutulub. Gözləmə siyahısındasınızsa, məktubda yazılıb.
registered-nothing = Məktub gəlməyib?
registered-spam = Adətən bir dəqiqəyə gəlir. Spam qovluğuna da baxın.
registered-slip = Ünvanda səhv olub? Düzgün ünvanla yenidən qeydiyyatdan keçin.
registered-write = On dəqiqədən sonra da yoxdursa, yazın:
