forums-title = Forumlar
places-left = { $count ->
    [0] Yer kalmadı
   *[other] { $count } yer kaldı
}

form-name-missing = Adınızı yaka kartında görüneceği gibi yazın.
form-name-no-letters = Adda en az bir harf olmalı.
form-too-long = Lütfen { $count } karaktere kadar kısaltın.
form-phone-wrong = Telefon numarasını rakamlarla yazın, örneğin: +994 50 123 45 67.
form-country-missing = Bir ülke seçin.
form-organisation-missing = Hangi kuruluştan geldiğinizi yazın.
form-category-missing = Bir kategori seçin.
form-sites-missing = En az bir mekân seçin.
form-email-missing = E-posta adresinizi yazın: onay oraya gelecek.
form-email-no-at = Adreste @ işareti yok. Örnek: aysel@example.org
form-email-space = Adresin içinde boşluk var. Örnek: aysel@example.org
form-email-no-domain = @ işaretinden sonraki bölüm eksik. Örnek: aysel@example.org
form-email-not-latin = @ işaretinden önce yalnızca Latin harfleri olabilir. Örnek: aysel@example.org
form-email-wrong = Bu adres doğru görünmüyor. Örnek: aysel@example.org

forums-lead = Programı görmek ve kaydolmak için bir forum seçin.
forums-none-title = Henüz forum yok
forums-none-text = Bir düzenleyici forum yayımladığında burada görünür.

forum-when = Ne zaman
forum-where = Nerede
forum-registration = Kayıt
forum-open = Kayıt açık
forum-closed = Kayıt kapandı
forum-not-yet = Kayıt henüz açılmadı
forum-full = Bütün yerler doldu
forum-opens = Açılış: { $moment } ({ $zone })
forum-until = Son tarih: { $moment } ({ $zone })
forum-closed-since = Kapanış: { $moment } ({ $zone })
forum-waiting = Yine de kaydolabilirsiniz: bekleme listesine girersiniz, yer açıldığında size yazarız.
forum-register = Kaydol
forum-join-waiting = Bekleme listesine katıl
forum-who = Kimler katılabilir
forum-programme = Program
forum-sites = Mekânlar
forum-times = Saatler yerel saattir ({ $zone }).
forum-times-each = Saatler her mekânın yerel saatidir.
forum-back = Forum sayfasına dön
forum-contact = Sorunuz mu var? Yazın:

privacy-title = Bilgilerinizi nasıl kullanıyoruz
privacy-what = Yalnızca foruma gerekeni soruyoruz: adınız yaka kartı için, e-postanız onay için, ülkeniz ve kuruluşunuz katılımcı listesi için.
privacy-who = Yazdıklarınızı bu forumun düzenleyicileri görür. Girişteki görevliler yalnızca adınızı, kuruluşunuzu, ülkenizi ve kategorinizi görür.
privacy-rights = E-postanızdaki bağlantıyla bilgilerinizi dilediğiniz zaman görebilir, düzeltebilir ya da kaydınızı iptal edebilirsiniz.

form-title = Kayıt
form-in-short = Kısaca
form-errors-title = Lütfen bunlara bir daha bakın
form-optional = isteğe bağlı
form-name-label = Ad ve soyad
form-name-hint = Yaka kartında nasıl yazılsın
form-native-label = Kendi alfabenizle adınız
form-native-hint = Örneğin: Şəhla, Шахла, شهلا
form-email-label = E-posta
form-email-hint = Onay bu adrese gelecek
form-phone-label = Telefon
form-phone-hint = Ülke koduyla, örneğin: +994 50 123 45 67
form-country-label = Ülke
form-country-pick = Ülke seçin
form-organisation-label = Kuruluş
form-position-label = Görev
form-category-label = Hangi sıfatla katılıyorsunuz
form-sites-label = Nerede olacaksınız?
form-language-label = E-postalarımızın dili
form-access-label = Katılmak için neye ihtiyacınız var
form-access-hint = Tekerlekli sandalye yeri, işaret dili ya da başka bir şey. Yalnızca düzenleyiciler görür.
form-food-label = Yemek
form-food-hint = Ne yemiyorsunuz
form-consent-label = Bilgilerimin bu forum için kullanılmasını kabul ediyorum.
form-consent-link = Bilgilerinizi nasıl kullanıyoruz (yeni sekmede açılır)
form-consent-missing = Onayınız olmadan sizi kaydedemiyoruz.
form-send = Kaydol
form-old = Bu sayfa çok uzun süre açık kaldı. Yazdıklarınız duruyor: lütfen bir kez daha gönderin.
form-too-many = Ağınızdan çok fazla kayıt geliyor. Yazdıklarınız duruyor: bir dakika bekleyip yeniden gönderin.

registered-title = E-postanıza bakın
registered-text = Verdiğiniz adrese yazdık. E-postada kaydınızın durumu ve kendi sayfanızın bağlantısı var; orada bilgilerinizi düzeltebilir ya da kaydınızı iptal edebilirsiniz.
registered-full = Şu anda bütün yerler dolu. Bekleme listesindeyseniz e-postada yazıyor.
registered-nothing = E-posta gelmedi mi?
registered-spam = Genellikle bir dakikada gelir. Spam klasörüne de bakın.
registered-slip = Adreste hata mı vardı? Doğru adresle yeniden kaydolun.
registered-write = On dakika sonra hâlâ yoksa yazın:
