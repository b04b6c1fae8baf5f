# Çox adama məktub: paneldə yazılır, oxuyanlar ondan imtina edə bilir.

desk-tab-mailings = Toplu məktublar

mailing-new = Çox adama yaz
mailing-write-to = Bu { $count } nəfərə yaz
mailing-none = Hələ toplu məktub yoxdur
mailing-none-text = Çox adama bir məktub: kimə gedəcəyini seçin, yazın, onların görəcəyi kimi baxın, sonra göndərin.
mailing-subject = Mövzu
mailing-body = Mətn
mailing-body-hint = Boş sətir yeni abzas açır. Bunlar hər kəs üçün ayrıca doldurulur: { $fields }.
mailing-by = Kim yazıb
mailing-when = Nə vaxt
mailing-people = Nəfər
mailing-of = { $people } nəfərdən { $done }
mailing-draft = Qaralama
mailing-sending = Göndərilir
mailing-stopped = Dayandırılıb
mailing-done = Göndərilib
mailing-held = Dayandırılıb

mailing-whom = Kimə yazılır?
mailing-came = Girişdə
mailing-came-yes = Gəlib
mailing-came-no = Gəlməyib
mailing-count-again = Yenidən say
mailing-fit = { $count ->
    [0] Bu seçimə uyğun heç kim yoxdur.
   *[other] { $count } nəfərə gedəcək.
}
mailing-unsubscribed = Daha { $count } nəfər bu forumun xəbərlərindən imtina edib, onlara getmir.
mailing-complained = Daha { $count } nəfər məktubumuzu spam kimi bildirib, onlara kütləvi məktub getmir.
mailing-readers = { $language }: { $count }
mailing-readers-too = { $language }: { $count }. Onların dilində mətn yazılmayıb, ona görə bu dildə oxuyacaqlar: { $first }.
mailing-states = Vəziyyətə görə: { $states }
mailing-list = Bu siyahını aç

mailing-about = Məktub nə barədədir?
mailing-about-news = Xəbər: dəvət və ya sorğu kimi, bilmələri xoş olan şeylər. Hər məktubda belə məktublardan imtina linki var, imtina edənlərə getmir.
mailing-about-registration = Qeydiyyatları barədə: yeni məkan və ya saat kimi, gəlmək üçün bilməli olduqları şeylər. Hamısına gedir.
mailing-about-missing = Nə barədə olduğunu seçin: xəbər, yoxsa qeydiyyatları.
mailing-shows-page = “Səhifəmi aç” düyməsi ilə
mailing-shows-page-hint = Düymə hər kəsi yalnız öz səhifəsinə aparır, hər məktubda başqadır.
mailing-words = Bu məktubun sözləri ilə başla
mailing-words-none = Yalnız salamlama
mailing-words-take = Bu sözləri götür
mailing-words-hint = Hələ özünüzdən heç nə yazmadığınız hər dilə yazılır.
mailing-text-in = Dil: { $language }
mailing-text-first = Öz dilində mətn olmayan hər kəs bunu oxuyur.
mailing-text-empty = Boş qalsa, bu dildə oxuyanlara həmin mətn gedir: { $language }.
mailing-save = Yadda saxla və bax
mailing-edit = Dəyişdir
mailing-delete = Qaralamanı at
mailing-first-missing = Əvvəlcə bu dildə mövzunu və mətni yazın: { $language }. Onu öz dilində mətn olmayan hər kəs oxuyacaq.
mailing-half = Mövzu və mətn bir yerdə olmalıdır: ikisini də yazın və ya ikisini də boş saxlayın.
mailing-personal = Mətndə kiminsə şəxsi linki və ya bej kodu var. Çox adama gedən məktubda o, həmin adamın səhifəsini və ya bejini hamıya vermiş olar. Onu çıxarın; “Səhifəmi aç” düyməsi hər kəsə öz səhifəsini verir.
mailing-field-unknown = “{ $name }” doldurula bilən sahə deyil. Yuxarıdakılardan birini seçin; mötərizənin özü lazımdırsa, onu iki dəfə yazın.
mailing-field-not-here = “{ $name }” bir nəfərin səhifəsini açır və çox adama gedən məktubda ola bilməz. “Səhifəmi aç” düyməsi hər kəsə öz səhifəsini verir.
mailing-brace-open = “{ $words }” sözlərindən əvvəl mötərizə açılıb, bağlanmayıb. Onu bağlayın; mötərizənin özü lazımdırsa, iki dəfə yazın.
mailing-brace-close = “{ $words }” sözlərindən sonra mötərizə bağlanıb, amma açılmayıb. Onu açın; mötərizənin özü lazımdırsa, iki dəfə yazın.
mailing-frozen = Məktub göndərilib, daha dəyişdirmək olmur.

mailing-preview = Necə oxunur
mailing-preview-as = { $name } belə oxuyur
mailing-preview-next = Başqası necə oxuyur
mailing-preview-mail = Məktub kimi bax
mailing-test = Mənə sınaq göndər
mailing-test-hint = Hər dildə bir məktub bu ünvana: { $email }. Linkləri kiminsə səhifəsinə deyil, forumun səhifəsinə aparır.
mailing-test-sent = Sınaq məktubu sizə yola düşdü.
mailing-send-title = Göndər
mailing-send-hint = Göndəriləndən sonra siyahı və mətn olduğu kimi qalır. Neçə dəfə bassanız da, hər kəsə bir məktub gedir. Növbəsi çatana qədər qeydiyyatını ləğv edənə getmir.
mailing-send-count = Göndərmək üçün nəfərlərin sayını yazın: { $count }
mailing-send = { $count } nəfərə göndər
mailing-send-wrong = Say düz gəlmir. İndi { $count } nəfərə gedir: bir də baxın, sonra bu sayı yazın.
mailing-saved = Yadda saxlanıldı. Hələ heç nə göndərilməyib.

mailing-progress = Nə qədər gedib
mailing-accepted = çatdırılıb
mailing-waiting = gözləyir
mailing-undelivered = çatdırılmayıb
mailing-left-out = buraxılıb
mailing-left-out-hint = Növbəsi çatana qədər qeydiyyatını ləğv edən, rədd edilən və ya belə məktublardan imtina edənlər buraxılır.
mailing-stop = Dayandır
mailing-stop-hint = Poçt serverinə artıq verilmiş məktubları geri qaytarmaq olmur.
mailing-go-on = Davam et
mailing-reload = İndiki vəziyyəti göstər
mailing-messages = Məktubları aç
mailing-wording = Nə yazılıb
mailing-of-one = Bir toplu məktubun məktubları.

mailing-leave = Bu forumdan daha xəbər göndərməyin
unsubscribe-title = Xəbərləri dayandırırsınız?
unsubscribe-text = “{ $forum }” barədə xəbərlər sizə daha gəlməyəcək. Öz qeydiyyatınız barədə məktublar gəlməyə davam edəcək.
unsubscribe-button = Xəbərləri dayandır
unsubscribe-done-title = Xəbərlər dayandırıldı
unsubscribe-done-text = “{ $forum }” barədə xəbərlər sizə daha gəlmir. Öz qeydiyyatınız barədə məktublar gəlməyə davam edir.
unsubscribe-again = Xəbərlər yenə gəlsin
unsubscribed-since = { $moment } tarixindən xəbər istəmir. Öz qeydiyyatı barədə məktublar gəlməyə davam edir. Xəbərləri yalnız özü yenidən istəyə bilər: öz səhifəsində və ya aldığı xəbərdəki linklə.
complained-since = { $moment } tarixində məktubumuzu spam kimi bildirib: bu ünvana daha kütləvi məktub getmir. Öz qeydiyyatı barədə məktublar gəlməyə davam edir. Kütləvi məktubları yalnız özü yenidən istəyə bilər: öz səhifəsində və ya aldığı xəbərdəki linklə.
unsubscribed-mine = Bu forumun xəbərləri sizə gəlmir, yalnız öz qeydiyyatınız barədə məktublar gəlir.
