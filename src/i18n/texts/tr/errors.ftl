error-not-found-title = Böyle bir sayfa yok
error-not-found-text = Adresi denetleyin ya da forum listesinden başlayın.

error-form-old-title = Bu formun süresi doldu
error-form-old-text = Geri dönün, sayfayı yenileyin ve bir kez daha gönderin. Hiçbir şey değişmedi.
error-forbidden-title = Bu sayfaya erişiminiz yok
error-forbidden-text = Erişim için forumun düzenleyicilerine başvurun.
error-not-paired-title = Bu cihaz eşleştirilmemiş
error-not-paired-text = Düzenleyicilerden yeni bir eşleştirme bağlantısı ya da karekod isteyin ve bu cihazda açın.
error-too-many-title = Çok fazla istek var
error-too-many-text = Lütfen bir dakika bekleyip yeniden deneyin.
error-too-large-title = Boyutu çok büyük
error-too-large-text = Daha küçük bir dosya ya da daha kısa bir metin gönderin.
error-broken-title = Bizde bir aksaklık oldu
error-broken-text = Gönderdikleriniz kaydedilmedi. Geri dönün ve bir dakika sonra yeniden gönderin: yazdıklarınız tarayıcıda duruyor.
error-unsure-title = Kaydedilip kaydedilmediğini öğrenemedik
error-unsure-text = Gönderdikleriniz tümüyle ya da kısmen kaydedilmiş olabilir. Geri dönün ve bir dakika sonra yeniden gönderin: yeniden göndermenin zararı yoktur, yazdıklarınız tarayıcıda duruyor.
error-away-text = Lütfen bir dakika sonra yeniden deneyin. Hiçbir şey değiştirilmedi.
error-not-understood-title = İstek okunamadı
error-not-understood-text = Geri dönüp yeniden deneyin.
error-home = Bütün forumlar

error-before-title = Hata:
