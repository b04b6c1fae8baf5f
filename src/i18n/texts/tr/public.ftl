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
