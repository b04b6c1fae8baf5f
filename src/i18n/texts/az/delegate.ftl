badge-title = Bejiniz

delegate-confirmed-text = Yeriniz təsdiqlənib. Bu səhifəni və ya məktubu özünüzlə gətirin: bej həm ekrandan, həm də kağızdan oxunur.
delegate-pending-text = Təşkilatçılar hər qeydiyyata özləri baxır. Qərar verilən kimi sizə yazacaqlar.
delegate-waitlisted-text = Hazırda bütün yerlər tutulub. Yer boşalıb növbə sizə çatanda dərhal xəbər verəcəyik. Ondan əvvəl yola çıxmayın.
delegate-declined-text = Təəssüf ki, bu dəfə təşkilatçılar sizə yer ayıra bilmir.
delegate-declined-words = Təşkilatçıların qeydi:
delegate-withdrawn-text = Qeydiyyatınız ləğv olunub. Planlarınız dəyişsə, yenidən qeydiyyatdan keçə bilərsiniz.
delegate-newer-text = Sonradan yenidən qeydiyyatdan keçmisiniz: bu, köhnə səhifənizdir.
delegate-newer = Yeni səhifəmi aç
delegate-code = Bejin kodu
delegate-qr = Bejinizin QR kodu
delegate-data = Məlumatlarım
delegate-calendar = Təqvimə əlavə et
delegate-calendar-google = Google Təqvimə əlavə et
delegate-calendar-outlook = Outlook təqviminə əlavə et
delegate-picture = Beji şəkil kimi saxla
delegate-correct = Məlumatlarımı düzəlt
delegate-email = E-poçtumu dəyiş
delegate-resend = Mənə yenidən göndər
delegate-withdraw = Qeydiyyatı ləğv et
delegate-again = Yenidən qeydiyyatdan keç

delegate-show = Girişdə göstər
delegate-show-back = Səhifəmə qayıt
delegate-wallet-apple = Apple Wallet-ə əlavə et
delegate-wallet-google = Google Wallet-ə əlavə et
delegate-wallet-void = Apple Wallet-dəki bileti etibarsız et
delegate-offline = İnternet olmayanda
delegate-kept = Bejiniz bu cihazda saxlanılıb, səhifə internetsiz də açılır. Forumdan bir gün əvvəl onu bir də açın: onda surət ən təzəsi olar.
delegate-kept-remove = Bu cihazdan sil
delegate-not-kept = Bu cihazda saxlasanız, bejiniz internetsiz də açılar. Başqalarının da işlətdiyi kompüterdə saxlamayın.
delegate-kept-keep = Bejimi burada saxla
delegate-copy = Bu, cihazda saxlanılan surətdir: bejiniz { $moment } ({ $zone }) tarixində belə idi. Sonrakı dəyişikliklər burada yoxdur.
delegate-copy-again = İnterneti yenidən yoxla
delegate-copy-removed = Silindi. Səhifəni bağlayandan sonra bu cihazda ondan heç nə qalmır.

wallet-description = Bej: { $forum }
wallet-note = Bu bilet özü yenilənmir. Bejiniz əvəz olunsa və ya adınız düzəldilsə, onu öz səhifənizdən bir də əlavə edin.

delegate-saved = Yadda saxlanıldı. Bejiniz əvvəlki kimidir.
delegate-saved-plain = Yadda saxlanıldı.
delegate-same = Fərq yox idi, ona görə heç nə dəyişmədi.
delegate-sent = Göndərildi. E-poçtunuzu yoxlayın.
delegate-sent-often = Bu saat ərzində sizə bir neçə dəfə yazmışıq. Spam qovluğuna baxın və ya bir az sonra yenidən cəhd edin.
delegate-email-asked = Yeni ünvana link göndərdik. Onu açana qədər köhnə ünvan qüvvədə qalır.
delegate-email-changed = Yeni ünvanınız təsdiqləndi. Bundan sonra ora yazacağıq. Bu səhifənin indi yeni linki var və onu ora göndərdik; köhnə link artıq işləmir.
delegate-old = Bu səhifə çox uzun müddət açıq qalıb. Düyməni bir də basın.

delegate-correct-note = Bejiniz dəyişmir: adın düzəldilməsi onu etibarsız etmir.
delegate-save = Yadda saxla
delegate-keep = Olduğu kimi qalsın
delegate-category-full = Bu kateqoriyada yer qalmayıb.
delegate-name-taken = Bu adda şəxs bu e-poçt ünvanı ilə artıq qeydiyyatdadır.
delegate-latin-ask = Latın hərfləri ilə adınız yoxdur. Girişdə o, pasportla tutuşdurulur.
delegate-latin-add = Adı latın hərfləri ilə əlavə et

delegate-email-note = Yeni ünvana link göndəririk. Onu açana qədər köhnə ünvan qüvvədə qalır.
delegate-email-label = Yeni e-poçt ünvanı
delegate-email-send = Linki göndər
delegate-email-same = Bu, elə indiki ünvanınızdır.
delegate-email-many = Hazırda həddən artıq məktub göndərilir. Yazdıqlarınız itməyib: bir saatdan sonra yenidən göndərin.
delegate-email-confirm = Yeni ünvanı təsdiqlə
delegate-email-confirm-text = Forumla bağlı məktublar bundan sonra { $address } ünvanına gələcək.
delegate-email-gone = Bu link artıq işləmir
delegate-email-gone-text = O, artıq istifadə olunub, ya da üstündən bir gündən çox keçib. Əvvəlki məktubdan səhifənizi açıb yeni link istəyin.
delegate-email-taken = Bu ünvan istifadə oluna bilməz
delegate-email-taken-text = Bu foruma həmin ünvanla eyni adda qeydiyyat var. O sizsinizsə, qeydiyyatınız artıq mövcuddur.

delegate-withdraw-title = Qeydiyyatı ləğv edirsiniz?
delegate-withdraw-place = Yeriniz başqasına veriləcək, bejiniz isə etibarsız olacaq.
delegate-withdraw-waiting = Qeydiyyatınız bitəcək və daha yer gözləməyəcəksiniz.
delegate-withdraw-why = Səbəbini bizə yaza bilərsiniz?

delegate-lost-title = Bu link işləmir
delegate-lost-text = Bəlkə yarımçıq köçürülüb: onu məktubdan bir də açın. Məktub itibsə, eyni ünvanla yenidən qeydiyyatdan keçin, linki sizə təkrar göndərəcəyik.
