error-not-found-title = Belə səhifə yoxdur
error-not-found-text = Ünvanı yoxlayın və ya forumların siyahısından başlayın.

error-form-old-title = Formanın vaxtı bitib
error-form-old-text = Geri qayıdın, səhifəni yeniləyin və bir də göndərin. Heç nə dəyişməyib.
error-forbidden-title = Bu səhifəyə icazəniz yoxdur
error-forbidden-text = İcazə almaq üçün forumun təşkilatçısına müraciət edin.
error-not-paired-title = Bu cihaz qoşulmayıb
error-not-paired-text = Təşkilatçılardan yeni qoşulma linki və ya QR kod istəyin və onu bu cihazda açın.
error-too-many-title = Həddindən artıq sorğu
error-too-many-text = Bir dəqiqə gözləyib yenidən cəhd edin.
error-too-large-title = Həcmi çox böyükdür
error-too-large-text = Daha kiçik fayl və ya daha qısa mətn göndərin.
error-broken-title = Bizdə nasazlıq baş verdi
error-broken-text = Göndərdikləriniz saxlanılmadı. Geri qayıdıb bir dəqiqədən sonra yenidən göndərin: yazdıqlarınız brauzerdə qalıb.
error-unsure-title = Saxlanılıb-saxlanılmadığını öyrənə bilmədik
error-unsure-text = Göndərdikləriniz tam və ya qismən saxlanılmış ola bilər. Geri qayıdıb bir dəqiqədən sonra yenidən göndərin: yenidən göndərməyin zərəri yoxdur, yazdıqlarınız brauzerdə qalıb.
error-away-text = Bir dəqiqədən sonra yenidən cəhd edin. Heç nə dəyişdirilmədi.
error-not-understood-title = Sorğu oxunmadı
error-not-understood-text = Geri qayıdıb yenidən cəhd edin.
error-home = Bütün forumlar

error-before-title = Xəta:
