# Çok kişiye e-posta: masada yazılır, okuyan istemezse bitirir.

desk-tab-mailings = Toplu e-posta

mailing-new = Çok kişiye yaz
mailing-write-to = Bu { $count } kişiye yaz
mailing-none = Henüz toplu e-posta yok
mailing-none-text = Çok kişiye tek e-posta: kime gideceğini seçin, yazın, onların göreceği gibi bakın, sonra gönderin.
mailing-subject = Konu
mailing-body = Metin
mailing-body-hint = Boş satır yeni paragraf açar. Bunlar her kişi için ayrı doldurulur: { $fields }.
mailing-by = Yazan
mailing-when = Ne zaman
mailing-people = Kişi
mailing-of = { $people } kişiden { $done }
mailing-draft = Taslak
mailing-sending = Gönderiliyor
mailing-stopped = Durduruldu
mailing-done = Gönderildi
mailing-held = Durduruldu

mailing-whom = Kime yazılıyor?
mailing-came = Girişlerde
mailing-came-yes = Geldi
mailing-came-no = Gelmedi
mailing-count-again = Yeniden say
mailing-fit = { $count ->
    [0] Buna uyan kimse yok.
   *[other] { $count } kişiye gidecek.
}
mailing-unsubscribed = { $count } kişi daha bu forumun haberlerini istemiyor, onlara gitmez.
mailing-complained = { $count } kişi daha bir e-postamızı spam olarak bildirdi, onlara toplu e-posta gitmez.
mailing-readers = { $language }: { $count }
mailing-readers-too = { $language }: { $count }. Kendi dillerinde metin olmadığı için şu dilde okuyacaklar: { $first }.
mailing-states = Duruma göre: { $states }
mailing-list = Bu listeyi aç

mailing-about = Ne hakkında?
mailing-about-news = Haber: davet ya da anket gibi, bilmek isteyebilecekleri şeyler. Her e-postada bu tür e-postaları bitiren bir bağlantı vardır; bitirenlere gitmez.
mailing-about-registration = Kayıtları hakkında: yeni yer ya da saat gibi, gelmek için bilmeleri gerekenler. Hepsine gider.
mailing-about-missing = Ne hakkında olduğunu seçin: haber mi, kayıtları mı.
mailing-shows-page = “Sayfamı aç” düğmesiyle
mailing-shows-page-hint = Düğme herkesi yalnızca kendi sayfasına götürür, her e-postada başkadır.
mailing-words = Şu e-postanın sözleriyle başla
mailing-words-none = Yalnızca selamlama
mailing-words-take = Bu sözleri al
mailing-words-hint = Henüz kendiniz bir şey yazmadığınız her dile konur.
mailing-text-in = Dil: { $language }
mailing-text-first = Kendi dilinde metin olmayan herkes bunu okur.
mailing-text-empty = Boş kalırsa bu dilde okuyanlara şu dildeki metin gider: { $language }.
mailing-save = Kaydet ve bak
mailing-edit = Değiştir
mailing-delete = Taslağı at
mailing-first-missing = Önce şu dilde konu ve metin yazın: { $language }. Kendi dilinde metin olmayan herkes onu okuyacak.
mailing-half = Konu ve metin birlikte olmalı: ikisini de yazın ya da ikisini de boş bırakın.
mailing-personal = Metinde birinin kişisel bağlantısı ya da yaka kartı kodu var. Çok kişiye giden bir e-postada bu, o kişinin sayfasını ya da kartını herkese vermek olur. Onu çıkarın; “Sayfamı aç” düğmesi herkese kendi sayfasını verir.
mailing-field-unknown = “{ $name }” doldurulabilen bir alan değil. Yukarıdakilerden birini seçin ya da ayracın kendisi için onu iki kez yazın.
mailing-field-not-here = “{ $name }” tek bir kişinin sayfasını açar, çok kişiye giden bir e-postada olamaz. “Sayfamı aç” düğmesi herkese kendi sayfasını verir.
mailing-brace-open = “{ $words }” sözlerinden önce bir ayraç açılmış ama kapanmamış. Kapatın ya da ayracın kendisi için onu iki kez yazın.
mailing-brace-close = “{ $words }” sözlerinden sonra bir ayraç kapanmış ama açılmamış. Açın ya da ayracın kendisi için onu iki kez yazın.
mailing-frozen = Gönderildiği için artık değiştirilemez.

mailing-preview = Nasıl okunuyor
mailing-preview-as = { $name } böyle okuyor
mailing-preview-next = Başkası nasıl okuyor
mailing-preview-mail = E-posta olarak gör
mailing-test = Bana deneme gönder
mailing-test-hint = Her dilde bir tane, { $email } adresine. Bağlantıları kimsenin sayfasına değil, forumun sayfasına götürür.
mailing-test-sent = Deneme size doğru yolda.
mailing-send-title = Gönder
mailing-send-hint = Gönderildikten sonra liste ve metin olduğu gibi kalır. Kaç kez basarsanız basın herkese tek e-posta gider. Sırası gelmeden kaydını iptal edene gitmez.
mailing-send-count = Göndermek için kişi sayısını yazın: { $count }
mailing-send = { $count } kişiye gönder
mailing-send-wrong = Sayı bu değil. Şimdi { $count } kişiye gidiyor: bir kez daha bakın, sonra bu sayıyı yazın.
mailing-saved = Kaydedildi. Henüz hiçbir şey gönderilmedi.

mailing-progress = Ne kadarı gitti
mailing-accepted = teslim edildi
mailing-waiting = bekliyor
mailing-undelivered = teslim edilemedi
mailing-left-out = dışarıda kaldı
mailing-left-out-hint = Sırası gelmeden kaydını iptal eden, reddedilen ya da bu tür e-postaları bitirenler dışarıda kalır.
mailing-stop = Durdur
mailing-stop-hint = E-posta sunucusuna verilmiş olanlar geri alınamaz.
mailing-go-on = Devam et
mailing-reload = Şimdiki durumu göster
mailing-messages = E-postaları aç
mailing-wording = Ne yazıyor
mailing-of-one = Tek bir toplu e-postanın e-postaları.

mailing-leave = Bu forumdan artık haber gelmesin
unsubscribe-title = Haberleri durdurmak istiyor musunuz?
unsubscribe-text = “{ $forum }” haberleri artık size gelmeyecek. Kendi kaydınızla ilgili e-postalar gelmeye devam eder.
unsubscribe-button = Haberleri durdur
unsubscribe-done-title = Haberler durduruldu
unsubscribe-done-text = “{ $forum }” haberleri artık size gelmiyor. Kendi kaydınızla ilgili e-postalar gelmeye devam eder.
unsubscribe-again = Haberler yine gelsin
unsubscribed-since = { $moment } tarihinden beri haber istemiyor. Kendi kaydıyla ilgili e-postalar gitmeye devam eder. Haberleri yalnızca kendisi yeniden isteyebilir: kendi sayfasında ya da aldığı bir haberdeki bağlantıyla.
complained-since = { $moment } tarihinde bir e-postamızı spam olarak bildirdi: bu adrese artık toplu e-posta gitmiyor. Kendi kaydıyla ilgili e-postalar gitmeye devam eder. Toplu e-postaları yalnızca kendisi yeniden isteyebilir: kendi sayfasında ya da aldığı bir haberdeki bağlantıyla.
unsubscribed-mine = Bu forumun haberleri size gelmiyor, yalnızca kendi kaydınızla ilgili e-postalar geliyor.
