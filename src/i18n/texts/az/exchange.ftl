# Lists in and out

exchange-file-empty = Faylda heç kim yoxdur.
exchange-file-not-utf8 = Fayl UTF-8 kodlaşdırmasında deyil. Cədvəl proqramında “CSV UTF-8” formatını seçin və ya faylı XLSX kimi saxlayın.
exchange-file-unreadable = Fayl nə CSV, nə XLSX, nə də JSON siyahısıdır.
exchange-columns-missing = Bu sütunlar çatışmır: { $columns }.
exchange-would-add = { $count ->
    [0] Heç kim əlavə olunmayacaq.
   *[other] { $count } nəfər əlavə olunacaq.
}
exchange-added = { $count ->
    [0] Heç kim əlavə olunmadı.
   *[other] { $count } nəfər əlavə olundu.
}
exchange-waitlisted = Onlardan { $count } nəfər gözləmə siyahısına düşür, çünki bütün yerlər tutulub.
exchange-known = { $count } nəfər artıq qeydiyyatdadır və olduğu kimi qalır.
exchange-new-categories = Forumda bu kateqoriyalar yenidir: { $names }.
exchange-refused = { $count } sətir qəbul olunmadı.
exchange-stopped = İdxal faylın sonuna çatmadan dayandı.
exchange-stopped-unsure = Növbəti sətirlərin saxlanılıb-saxlanılmadığını öyrənə bilmədik.
exchange-again = Eyni faylı yenidən yükləyin: bunun zərəri yoxdur, artıq qeydiyyatda olanlar olduğu kimi qalır.
exchange-row = Sətir { $row }: { $reason }
exchange-row-named = Sətir { $row }, { $name }: { $reason }
exchange-row-name = ad yoxdur və ya çox uzundur.
exchange-row-email = e-poçt ünvanı düzgün deyil.
exchange-row-organisation = e-poçt ünvanı yoxdursa, təşkilat lazımdır.
exchange-row-country = ölkə nə AZ kimi koddur, nə də tanıdığımız addır.
exchange-row-phone = telefon nömrəsi rəqəmlərlə yazılmayıb.
exchange-row-state = vəziyyət pending, confirmed, waitlisted, declined və ya withdrawn olmalıdır.
exchange-row-too-long = mətn çox uzundur.
exchange-row-known = bu şəxs artıq qeydiyyatdadır və olduğu kimi qalır. Başqa şəxsdirsə, another sütununa yes yazın.
exchange-row-twice = eyni şəxs əvvəlki sətirdə var. Başqa şəxsdirsə, another sütununa yes yazın.
import-title = İdxal
import-intro = İştirakçıların siyahısını daxil edin. Artıq qeydiyyatda olanlar olduğu kimi qalır, ona görə eyni faylı iki dəfə də yükləmək olar.
import-columns = Sütunlar: name və country, həmçinin email və ya organisation vacibdir; ixracımızın digər sütunları istənilən ardıcıllıqla ola bilər.
import-file = Fayl
import-file-hint = CSV, XLSX və ya JSON, 20 MB-a qədər
import-mail = Hər yeni şəxsə qeydiyyatı barədə məktub göndər
import-check = Yalnız yoxla
import-run = İdxal et
import-file-missing = Fayl seçin.
import-refused-title = Düzəldiləcək sətirlər
import-left-out-title = Kənarda qalan sətirlər
import-row-head = Sətir
import-name-head = Ad
import-why-head = Nə düzəldilməlidir
import-left-out-why-head = Səbəb
import-waiting = Siyahı növbəsini gözləyir. Bu səhifəni bağlaya bilərsiniz: siyahı yenə də idxal olunacaq.
import-running = Siyahı idxal olunur. Bu səhifəni bağlaya bilərsiniz: idxal davam edəcək.
import-checking = Siyahı yoxlanılır.
import-progress = Sətirlər: { $number_done } / { $number_total }
import-cancelled = İdxal ləğv edildi. Artıq əlavə olunanlar qalır.
import-gone = İdxalın nəticəsi bir gün saxlanılır və artıq silinib.
job-waiting = Növbəsini gözləyir
job-cancelled = Ləğv edilib
job-cancel = Ləğv et
import-back = Siyahıya qayıt
