mail-greeting = Salam, { $name }!
mail-unnamed = iştirakçı
mail-unnamed-organisation = təşkilatınız

mail-confirmed-subject = Yeriniz təsdiqləndi: { $forum }
mail-confirmed-heading = Yeriniz təsdiqləndi
mail-confirmed-body = “{ $forum }” üçün qeydiyyatdan keçdiniz. Girişdə bu məktubu göstərin və ya öz səhifənizi açın: kod sizin bejinizdir, onu telefondan da, kağızdan da oxumaq olur.
mail-approved-body = Təşkilatçılar “{ $forum }” üçün qeydiyyatınızı təsdiqlədi. Girişdə bu məktubu göstərin və ya öz səhifənizi açın: kod sizin bejinizdir, onu telefondan da, kağızdan da oxumaq olur.

mail-pending-subject = Qeydiyyatınızı aldıq: { $forum }
mail-pending-heading = Qeydiyyatınızı aldıq
mail-pending-body = “{ $forum }” üçün qeydiyyatdan keçdiyinizə görə təşəkkür edirik. Təşkilatçılar hər qeydiyyata özləri baxır və qərar verən kimi sizə yazacaqlar. O vaxta qədər başqa heç nə etmək lazım deyil.

mail-waitlisted-subject = Gözləmə siyahısındasınız: { $forum }
mail-waitlisted-heading = Gözləmə siyahısındasınız
mail-waitlisted-body = Hazırda “{ $forum }” üçün bütün yerlər tutulub və siz gözləmə siyahısındasınız. Yer boşalıb növbəniz çatan kimi sizə yazacağıq. Xahiş edirik, o vaxta qədər yola çıxmayın.

mail-declined-subject = Qeydiyyatınız barədə: { $forum }
mail-declined-heading = Sizə yer ayıra bilmirik
mail-declined-body = “{ $forum }” ilə maraqlandığınıza görə təşəkkür edirik. Təəssüf ki, təşkilatçılar bu dəfə sizə yer ayıra bilmir.
mail-declined-reason = Təşkilatçıların qeydi:

mail-withdrawn-subject = Qeydiyyatınız ləğv olundu: { $forum }
mail-withdrawn-heading = Qeydiyyatınız ləğv olundu
mail-withdrawn-body = “{ $forum }” üçün qeydiyyatınız ləğv olundu; bejiniz vardısa, daha etibarlı deyil. Planlarınız dəyişsə, yenidən qeydiyyatdan keçə bilərsiniz.
mail-withdrawn-button = Yenidən qeydiyyatdan keç

mail-freed-subject = Sizin üçün yer var: { $forum }
mail-freed-heading = Sizin üçün yer var
mail-freed-body = “{ $forum }” üçün bir yer boşaldı və o yer sizindir. Kod sizin bejinizdir: girişdə bu məktubu göstərin və ya öz səhifənizi açın. Gələ bilməyəcəksinizsə, səhifənizdə qeydiyyatı ləğv edin ki, yer növbədə gözləyənə qalsın.

mail-reissued-subject = Yeni bejiniz: { $forum }
mail-reissued-heading = Yeni bejiniz hazırdır
mail-reissued-body = “{ $forum }” üçün bejinizin kodu dəyişdi. Köhnə kod daha etibarlı deyil, girişdə yalnız bu kodu göstərin.

mail-again-subject = Bejiniz: { $forum }
mail-again-heading = Bejinizi yenidən göndəririk
mail-again-body = “{ $forum }” üçün artıq qeydiyyatdan keçmisiniz, ona görə bejinizi yenidən göndəririk. Kod əvvəlki koddur. Məlumatlarınızda nəsə dəyişibsə, öz səhifənizdə düzəldin.

mail-new-address-subject = Yeni ünvanınızı təsdiqləyin: { $forum }
mail-new-address-heading = Yeni ünvanınızı təsdiqləyin
mail-new-address-body = Bu ünvan “{ $forum }” barədə məktublar üçün göstərilib. Ünvanın sizin olduğunu təsdiqləyin; o vaxta qədər məktublar köhnə ünvana gedəcək.
mail-new-address-button = Bu ünvanı təsdiqlə
mail-new-address-note = Link { $hours ->
    [one] bir
   *[other] { $hours }
} saat işləyir. Bunu siz istəməmisinizsə, heç nə etməyin: heç nə dəyişməyəcək.

mail-old-address-subject = Ünvanınız dəyişdi: { $forum }
mail-old-address-heading = Ünvanınız dəyişdi
mail-old-address-body = “{ $forum }” üçün qeydiyyatınız barədə məktublar indi başqa ünvana gedir, bu ünvana daha gəlməyəcək. Bunu siz etməmisinizsə, təşkilatçılara bildirin.

mail-changed-subject = Vaxt və ya məkan dəyişdi: { $forum }
mail-changed-heading = Vaxt və ya məkan dəyişdi
mail-changed-body = “{ $forum }” üçün vaxt və ya məkan dəyişdi. Yeni məlumat aşağıdadır, əlavədəki təqvim faylı əvvəlkini əvəz edir. Qeydiyyatınız və bejiniz olduğu kimi qalır.

mail-still-subject = Gəlirsiniz? { $forum }
mail-still-heading = Gəlirsiniz?
mail-still-body = “{ $forum }” üçün yeriniz var, başqaları isə yer gözləyir. Bir gün ərzində səhifənizi açın: təşkilatçılar gələcəyinizi bundan biləcək. Açmasanız, yeriniz növbədəki şəxsə veriləcək. Gələ bilmirsinizsə, orada qeydiyyatı ləğv edin.

mail-reminder-subject = Tezliklə: { $forum }
mail-reminder-heading = Tezliklə görüşərik
mail-reminder-body = “{ $forum }” tezliklə başlayır, sizi səbirsizliklə gözləyirik. Bejiniz əlinizin altında olsun: o, səhifənizdədir, telefondan da, kağızdan da oxunur. Gələ bilməyəcəksinizsə, səhifənizdə qeydiyyatı ləğv edin ki, yeriniz başqasına qalsın.

mail-last-subject = Yola çıxmazdan əvvəl: { $forum }
mail-last-heading = Yola çıxmazdan əvvəl
mail-last-body = “{ $forum }” başlamaq üzrədir: { $dates }, { $place }. Xahiş edirik, proqramın başlanmasından bir az əvvəl gəlin və girişdə bejinizi hazır saxlayın.

mail-thanks-subject = Gəldiyiniz üçün təşəkkür edirik: { $forum }
mail-thanks-heading = Gəldiyiniz üçün təşəkkür edirik
mail-thanks-body = “{ $forum }” iştirakçısı olduğunuz üçün təşəkkür edirik. Sizi aramızda görməyə şad olduq, yenidən görüşmək ümidi ilə.

mail-password-subject = Parolunuzu təyin edin: Hazır
mail-password-heading = Parolunuzu təyin edin
mail-password-body = Bu linklə təşkilatçı panelindəki hesabınız üçün parol seçirsiniz. Link { $hours ->
    [one] bir
   *[other] { $hours }
} saat ərzində bir dəfə işləyir.
mail-password-button = Parol seç
mail-password-note = Bu məktubu gözləmirdinizsə, ona fikir verməyin. Məktub olmadan linkdən heç kim istifadə edə bilməz.
mail-access-subject = { $forum }: panelə giriş icazəniz var
mail-access-heading = Giriş icazəniz var
mail-access-body = İndi təşkilatçı panelində işləyə bilərsiniz: { $forum }. Artıq istifadə etdiyiniz e-poçt və parolla daxil olun.
mail-access-button = Panelə keç
mail-access-note = Bu məktubu gözləmirdinizsə, ona fikir verməyin.

mail-when = Nə vaxt
mail-when-from = { $dates }, saat { $time }
mail-where = Harada
mail-name = Bejdəki ad
mail-badge-alt = Bejinizin QR kodu: { $code }
mail-badge-hint = Şəkil görünmür? O, əlavədə də var; girişdə kodu əl ilə yazmaq da olar.
mail-calendar-hint = Tarixlər təqvim faylı kimi əlavə olunub.
mail-page-button = Səhifəmi aç
mail-page-hint = Səhifənizdə məlumatlarınızı düzəldə, ünvanı dəyişə və ya qeydiyyatı ləğv edə bilərsiniz. Link yalnız sizin üçündür, xahiş edirik, heç kimə verməyin.
mail-shared-address = { $count ->
    [one] Bu e-poçt ünvanı ilə 1 nəfər qeydiyyatdan keçib.
   *[other] Bu e-poçt ünvanı ilə { $count } nəfər qeydiyyatdan keçib, hər birinin öz səhifəsi var.
} Bu məktub həmin şəxs üçündür: { $name }.
mail-latin-note = Zəhmət olmasa, səhifənizdə adınızı pasportdakı kimi latın hərfləri ilə də yazın: girişdə onunla tutuşdurulur.
mail-footer-why = Bu məktubu ona görə alırsınız ki, “{ $forum }” üçün qeydiyyatda bu ünvan yazılıb.
mail-footer-contact = Sualınız var? Yazın: { $contact }
