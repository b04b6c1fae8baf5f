mail-greeting = Merhaba { $name },
mail-unnamed = katılımcı
mail-unnamed-organisation = kuruluşunuz

mail-confirmed-subject = Yeriniz onaylandı: { $forum }
mail-confirmed-heading = Yeriniz onaylandı
mail-confirmed-body = “{ $forum }” için kaydınız tamamlandı. Girişte bu e-postayı gösterin ya da sayfanızı açın: kod, yaka kartınızdır; telefondan da kâğıttan da okunur.
mail-approved-body = Düzenleyiciler “{ $forum }” kaydınızı onayladı. Girişte bu e-postayı gösterin ya da sayfanızı açın: kod, yaka kartınızdır; telefondan da kâğıttan da okunur.

mail-pending-subject = Kaydınızı aldık: { $forum }
mail-pending-heading = Kaydınızı aldık
mail-pending-body = “{ $forum }” için kaydolduğunuz için teşekkür ederiz. Düzenleyiciler her kaydı kendileri inceliyor ve karar verir vermez size yazacak. O zamana kadar yapmanız gereken bir şey yok.

mail-waitlisted-subject = Bekleme listesindesiniz: { $forum }
mail-waitlisted-heading = Bekleme listesindesiniz
mail-waitlisted-body = “{ $forum }” için şu an bütün yerler dolu, bekleme listesindesiniz. Yer açılıp sıra size gelince hemen haber vereceğiz. Lütfen o zamana kadar yola çıkmayın.

mail-declined-subject = Kaydınız hakkında: { $forum }
mail-declined-heading = Size yer ayıramıyoruz
mail-declined-body = “{ $forum }” için gösterdiğiniz ilgiye teşekkür ederiz. Ne yazık ki düzenleyiciler bu kez size yer ayıramıyor.
mail-declined-reason = Düzenleyicilerin notu:

mail-withdrawn-subject = Kaydınız iptal edildi: { $forum }
mail-withdrawn-heading = Kaydınız iptal edildi
mail-withdrawn-body = “{ $forum }” kaydınız iptal edildi; yaka kartınız vardıysa artık geçerli değil. Planınız değişirse yeniden kaydolabilirsiniz.
mail-withdrawn-button = Yeniden kaydol

mail-freed-subject = Size yer açıldı: { $forum }
mail-freed-heading = Size yer açıldı
mail-freed-body = “{ $forum }” için bir yer açıldı ve bu yer sizin. Kod, yaka kartınızdır: girişte bu e-postayı gösterin ya da sayfanızı açın. Gelemeyecekseniz sayfanızdan kaydınızı iptal edin ki yer sıradaki kişiye kalsın.

mail-reissued-subject = Yeni yaka kartınız: { $forum }
mail-reissued-heading = Yeni yaka kartınız
mail-reissued-body = “{ $forum }” yaka kartınızın kodu yenilendi. Eski kod artık geçerli değil, lütfen yalnızca bunu kullanın.

mail-again-subject = Yaka kartınız: { $forum }
mail-again-heading = Yaka kartınızı yeniden gönderiyoruz
mail-again-body = “{ $forum }” için zaten kaydınız var, bu yüzden yaka kartınızı yeniden gönderiyoruz. Kod aynı. Bilgilerinizde değişen bir şey varsa sayfanızda düzeltin.

mail-new-address-subject = Yeni adresinizi onaylayın: { $forum }
mail-new-address-heading = Yeni adresinizi onaylayın
mail-new-address-body = “{ $forum }” ile ilgili e-postalar için bu adres verildi. Adresin size ait olduğunu onaylayın; o zamana kadar e-postalar eski adrese gider.
mail-new-address-button = Bu adresi onayla
mail-new-address-note = Bağlantı { $hours ->
    [one] bir
   *[other] { $hours }
} saat geçerlidir. Bunu siz istemediyseniz hiçbir şey yapmayın: hiçbir şey değişmez.

mail-old-address-subject = Adresiniz değişti: { $forum }
mail-old-address-heading = Adresiniz değişti
mail-old-address-body = “{ $forum }” kaydınızla ilgili e-postalar artık başka bir adrese gidiyor, bu adrese gelmeyecek. Bunu siz yapmadıysanız lütfen düzenleyicilere bildirin.

mail-changed-subject = Saatler ya da mekân değişti: { $forum }
mail-changed-heading = Saatler ya da mekân değişti
mail-changed-body = “{ $forum }” için saatler ya da mekân değişti. Son durum aşağıda; ekteki takvim dosyası öncekinin yerine geçer. Kaydınız ve yaka kartınız olduğu gibi kalıyor.

mail-still-subject = Geliyor musunuz? { $forum }
mail-still-heading = Geliyor musunuz?
mail-still-body = “{ $forum }” için yeriniz var, başkaları ise yer bekliyor. Lütfen bir gün içinde sayfanızı açın: düzenleyiciler geleceğinizi böyle öğrenir. Açmazsanız yeriniz sıradaki kişiye verilir. Gelemeyecekseniz kaydınızı oradan iptal edin.

mail-reminder-subject = Az kaldı: { $forum }
mail-reminder-heading = Yakında görüşüyoruz
mail-reminder-body = “{ $forum }” yakında başlıyor, sizi görmeyi dört gözle bekliyoruz. Yaka kartınız elinizin altında olsun: sayfanızda duruyor, telefondan da kâğıttan da okunur. Gelemeyecekseniz sayfanızdan kaydınızı iptal edin ki yeriniz başkasına kalsın.

mail-last-subject = Yola çıkmadan önce: { $forum }
mail-last-heading = Yola çıkmadan önce
mail-last-body = “{ $forum }” başlamak üzere: { $dates }, { $place }. Lütfen program başlamadan biraz önce gelin ve girişte yaka kartınızı hazır bulundurun.

mail-thanks-subject = Geldiğiniz için teşekkürler: { $forum }
mail-thanks-heading = Geldiğiniz için teşekkürler
mail-thanks-body = “{ $forum }” katılımcısı olduğunuz için teşekkür ederiz. Sizi aramızda görmek güzeldi, yeniden görüşmek dileğiyle.

mail-password-subject = Parolanızı belirleyin: Hazır
mail-password-heading = Parolanızı belirleyin
mail-password-body = Bu bağlantıyla düzenleyici panelindeki hesabınız için parola belirlersiniz. Bağlantı { $hours ->
    [one] bir
   *[other] { $hours }
} saat içinde bir kez çalışır.
mail-password-button = Parola belirle
mail-password-note = Bu e-postayı beklemiyorduysanız dikkate almayın. E-posta olmadan bağlantıyı kimse kullanamaz.
mail-access-subject = { $forum }: panele erişiminiz var
mail-access-heading = Erişiminiz var
mail-access-body = Artık düzenleyici panelinde çalışabilirsiniz: { $forum }. Kullandığınız e-posta ve parolayla giriş yapın.
mail-access-button = Panele git
mail-access-note = Bu e-postayı beklemiyorduysanız dikkate almayın.

mail-when = Ne zaman
mail-when-from = { $dates }, saat { $time }
mail-where = Nerede
mail-name = Yaka kartındaki ad
mail-badge-alt = Yaka kartınızın karekodu: { $code }
mail-badge-hint = Resim görünmüyor mu? Ekte de var; kod girişte elle de yazılabilir.
mail-calendar-hint = Tarihler takvim dosyası olarak ektedir.
mail-page-button = Sayfamı aç
mail-page-hint = Sayfanızda bilgilerinizi düzeltebilir, adresinizi değiştirebilir ya da kaydınızı iptal edebilirsiniz. Bağlantı yalnızca sizin için, lütfen kimseyle paylaşmayın.
mail-shared-address = { $count ->
    [one] Bu e-posta adresiyle 1 kişi kayıtlı.
   *[other] Bu e-posta adresiyle { $count } kişi kayıtlı; her birinin kendi sayfası var.
} Bu e-posta şu kişi içindir: { $name }.
mail-latin-note = Lütfen sayfanızda adınızı pasaporttaki gibi Latin harfleriyle de yazın: girişte onunla karşılaştırılır.
mail-footer-why = Bu e-postayı, “{ $forum }” kaydında bu adres verildiği için alıyorsunuz.
mail-footer-contact = Sorunuz mu var? Yazın: { $contact }
