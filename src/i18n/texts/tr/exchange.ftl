# Lists in and out

exchange-file-empty = Dosyada kimse yok.
exchange-file-not-utf8 = Dosya UTF-8 değil. Elektronik tablo programında “CSV UTF-8” biçimini seçin ya da XLSX olarak kaydedin.
exchange-file-unreadable = Dosya ne CSV ne XLSX ne de JSON listesi.
exchange-columns-missing = Şu sütunlar eksik: { $columns }.
exchange-would-add = { $count ->
    [0] Kimse eklenmeyecek.
   *[other] { $count } kişi eklenecek.
}
exchange-added = { $count ->
    [0] Kimse eklenmedi.
   *[other] { $count } kişi eklendi.
}
exchange-waitlisted = Tüm yerler dolu olduğu için { $count } kişi bekleme listesine alınıyor.
exchange-known = { $count } kişi zaten kayıtlı, olduğu gibi kalıyor.
exchange-new-categories = Forumda şu kategoriler yeni: { $names }.
exchange-refused = { $count } satır alınmadı.
exchange-stopped = İçe aktarma dosyanın sonuna varmadan durdu.
exchange-stopped-unsure = Sonraki satırların kaydedilip kaydedilmediğini öğrenemedik.
exchange-again = Aynı dosyayı yeniden yükleyin: zararı yoktur, kayıtlı olanlar olduğu gibi kalır.
exchange-row = Satır { $row }: { $reason }
exchange-row-named = Satır { $row }, { $name }: { $reason }
exchange-row-name = ad eksik ya da çok uzun.
exchange-row-email = e-posta adresi hatalı.
exchange-row-organisation = e-posta adresi yoksa kurum gereklidir.
exchange-row-country = ülke ne AZ gibi bir kod ne de bildiğimiz bir ad.
exchange-row-phone = telefon numarası rakamlarla yazılmamış.
exchange-row-state = durum pending, confirmed, waitlisted, declined ya da withdrawn olmalı.
exchange-row-too-long = bir metin çok uzun.
exchange-row-known = bu kişi zaten kayıtlı, olduğu gibi kalıyor. Başka biriyse another sütununa yes yazın.
exchange-row-twice = aynı kişi daha önceki bir satırda var. Başka biriyse another sütununa yes yazın.
import-title = İçe aktarma
import-intro = Bir kişi listesi yükleyin. Kayıtlı olanlar olduğu gibi kalır; aynı dosya iki kez yüklenebilir.
import-columns = Sütunlar: name ve country ile email ya da organisation gereklidir; dışa aktarmamızın diğer sütunları istenen sırada olabilir.
import-file = Dosya
import-file-hint = CSV, XLSX ya da JSON, en çok 20 MB
import-mail = Her yeni kişiye kaydıyla ilgili e-posta gönder
import-check = Yalnızca denetle
import-run = İçe aktar
import-file-missing = Bir dosya seçin.
import-refused-title = Düzeltilecek satırlar
import-left-out-title = Dışarıda kalan satırlar
import-row-head = Satır
import-name-head = Ad
import-why-head = Ne düzeltilmeli
import-left-out-why-head = Neden
import-waiting = Liste sırasını bekliyor. Bu sayfayı kapatabilirsiniz: liste yine de içe aktarılır.
import-running = Liste içe aktarılıyor. Bu sayfayı kapatabilirsiniz: aktarma sürer.
import-checking = Liste denetleniyor.
import-progress = Satırlar: { $number_done } / { $number_total }
import-cancelled = İçe aktarma iptal edildi. Eklenmiş olanlar kalır.
import-gone = İçe aktarmanın sonucu bir gün saklanır ve artık yok.
job-waiting = Sırasını bekliyor
job-cancelled = İptal edildi
job-cancel = İptal et
import-back = Listeye dön
