badge-title = Yaka kartınız

delegate-confirmed-text = Yeriniz onaylandı. Bu sayfayı ya da e-postayı yanınızda getirin: yaka kartı ekrandan da kâğıttan da okunur.
delegate-pending-text = Düzenleyiciler her kaydı kendileri inceliyor. Karar verir vermez size yazacaklar.
delegate-waitlisted-text = Şu anda bütün yerler dolu. Bir yer açılıp sıra size geldiğinde hemen haber veririz. Lütfen ondan önce yola çıkmayın.
delegate-declined-text = Ne yazık ki düzenleyiciler bu kez size yer ayıramıyor.
delegate-declined-words = Düzenleyicilerin notu:
delegate-withdrawn-text = Kaydınız iptal edildi. Planınız değişirse yeniden kaydolabilirsiniz.
delegate-newer-text = O günden sonra yeniden kaydoldunuz: bu, eski sayfanız.
delegate-newer = Yeni sayfamı aç
delegate-code = Yaka kartının kodu
delegate-qr = Yaka kartınızın karekodu
delegate-data = Bilgilerim
delegate-calendar = Takvimime ekle
delegate-calendar-google = Google Takvim’e ekle
delegate-calendar-outlook = Outlook takvimine ekle
delegate-picture = Yaka kartını resim olarak kaydet
delegate-correct = Bilgilerimi düzelt
delegate-email = E-postamı değiştir
delegate-resend = Bana yeniden gönder
delegate-withdraw = Kaydı iptal et
delegate-again = Yeniden kaydol

delegate-show = Girişte göster
delegate-show-back = Sayfama dön
delegate-wallet-apple = Apple Cüzdan’a ekle
delegate-wallet-google = Google Cüzdan’a ekle
delegate-wallet-void = Apple Cüzdan’daki kartı geçersiz kıl
delegate-offline = İnternet yokken
delegate-kept = Yaka kartınız bu cihazda saklanıyor; bu sayfa internetsiz de açılır. Forumdan bir gün önce bir kez daha açın: kopya en yenisi olsun.
delegate-kept-remove = Bu cihazdan kaldır
delegate-not-kept = Bu cihazda saklarsanız yaka kartınız internetsiz de açılır. Lütfen başkalarının da kullandığı bir bilgisayarda saklamayın.
delegate-kept-keep = Yaka kartımı burada sakla
delegate-copy = Bu, cihazda saklanan bir kopya: yaka kartınız { $moment } ({ $zone }) itibarıyla böyleydi. Sonradan değişenler burada yok.
delegate-copy-again = İnterneti yeniden dene
delegate-copy-removed = Kaldırıldı. Bu sayfayı kapattığınızda cihazda ondan bir şey kalmaz.

wallet-description = Yaka kartı: { $forum }
wallet-note = Bu kart kendiliğinden değişmez. Yaka kartınız yenilenirse ya da adınız düzeltilirse kendi sayfanızdan bir kez daha ekleyin.

delegate-saved = Kaydedildi. Yaka kartınız aynı kaldı.
delegate-saved-plain = Kaydedildi.
delegate-same = Fark yoktu, hiçbir şey değişmedi.
delegate-sent = Gönderildi. E-postanızı kontrol edin.
delegate-sent-often = Bu saat içinde size birkaç kez yazdık. İstenmeyen klasörünü kontrol edin ya da daha sonra yeniden deneyin.
delegate-email-asked = Yeni adrese bir bağlantı gönderdik. Onu açana kadar eskisi geçerli.
delegate-email-changed = Yeni adresiniz onaylandı. Artık oraya yazacağız. Bu sayfanın artık yeni bir bağlantısı var ve onu oraya gönderdik; eskisi artık çalışmıyor.
delegate-old = Bu sayfa çok uzun süre açık kaldı. Lütfen düğmeye bir kez daha basın.

delegate-correct-note = Yaka kartınız aynı kalır: düzeltilen bir ad onu geçersiz kılmaz.
delegate-save = Kaydet
delegate-keep = Olduğu gibi kalsın
delegate-category-full = Bu kategoride yer kalmadı.
delegate-name-taken = Bu adda biri bu e-posta adresiyle zaten kayıtlı.
delegate-latin-ask = Latin harfleriyle adınız eksik. Girişte pasaportla karşılaştırılır.
delegate-latin-add = Adı Latin harfleriyle ekle

delegate-email-note = Yeni adrese bir bağlantı göndeririz. Onu açana kadar eskisi geçerli.
delegate-email-label = Yeni e-posta adresi
delegate-email-send = Bağlantıyı gönder
delegate-email-same = Bu zaten şu anki adresiniz.
delegate-email-many = Şu anda çok fazla e-posta gönderiliyor. Yazdıklarınız duruyor: bir saat sonra yeniden gönderin.
delegate-email-confirm = Yeni adresi onayla
delegate-email-confirm-text = Forumla ilgili e-postalar bundan sonra { $address } adresine gelecek.
delegate-email-gone = Bu bağlantı artık çalışmıyor
delegate-email-gone-text = Daha önce kullanılmış ya da bir günü geçmiş. Sayfanızı önceki bir e-postadan açıp yeni bir bağlantı isteyin.
delegate-email-taken = Bu adres kullanılamıyor
delegate-email-taken-text = Aynı adda biri bu foruma bu adresle kayıtlı. O kişi sizseniz kaydınız zaten var.

delegate-withdraw-title = Kaydınız iptal edilsin mi?
delegate-withdraw-place = Yeriniz bir başkasına verilir ve yaka kartınız geçersiz olur.
delegate-withdraw-waiting = Kaydınız sona erer ve bekleme listesinden çıkarsınız.
delegate-withdraw-why = Nedenini yazabilir misiniz?

delegate-lost-title = Bu bağlantı çalışmıyor
delegate-lost-text = Belki yarım kopyalanmıştır: e-postadan bir kez daha açın. E-posta artık sizde değilse aynı adresle yeniden kaydolun, bağlantıyı yine göndeririz.
