# Files that somebody brings, and what keeps them from being read

file-too-large = Dosya { $most } MB’tan büyük.
file-other-format = Bu bir XLS ya da ODS dosyası ya da parolalı bir dosya. Elektronik tablo programında açıp parolasız XLSX ya da “CSV UTF-8” olarak kaydedin.
file-json = JSON, { $line }. satırın { $column }. karakterinden sonra okunamıyor: bir nesne listesi olmalı.
file-nested = Satır { $row }: “{ $column }” alanında bir liste ya da nesne var. Metin ya da sayı olmalı.
file-order = Satır { $row } kendinden sonraki bir satırın ardından geliyor: dosya bozuk.
file-rows = Bir listede en çok { $most } satır olabilir. Bu liste { $row }. satırda sınırı aşıyor.
file-columns = Bir listede en çok { $most } sütun olabilir. { $row }. satırda { $column } sütunu dolu.
file-cells = Bir listede en çok { $most } dolu hücre olabilir. { $row }. satırda bu sınır aşılıyor.
file-cell = Satır { $row }, sütun { $column }: bir hücrede en çok { $most } karakter olabilir, burada daha fazlası var. Belki bir tırnak işareti kapatılmamıştır.
file-text = Bir listede en çok { $most } MB metin olabilir. { $row }. satırda bu sınır aşılıyor.
file-unpacked = Dosya açıldığında { $most } MB’ı aşıyor: sınırı “{ $part }” geçiyor.
file-parts = Bir elektronik tablo en çok { $most } parçadan oluşabilir. Bunda daha fazlası var.
file-categories = Bir liste en çok { $most } yeni kategori getirebilir. { $row }. satırda bu sınır aşılıyor: belki başka bir sütunun adı “category”.
file-memory = Bu dosyayı açmak { $megabytes } MB’tan fazla bellek istiyor. Yalnızca listeyi, görselsiz ve biçimsiz, “CSV UTF-8” olarak kaydedin.
file-time = Bu dosyayı açmak { $seconds } saniyeden uzun sürüyor. Yalnızca listeyi, görselsiz ve biçimsiz, “CSV UTF-8” olarak kaydedin.
file-not-now = Dosya şu anda açılamadı. Lütfen yeniden deneyin.
file-more-rows = { $count } satır daha burada gösterilmiyor.
file-pixels = Görsel { $width } × { $height } piksel. Toplam en çok { $most } piksel alınır: 300 dpi’de A4.
file-deep = Satır { $line }: öğeler { $most } kattan fazla iç içe. Çizim programınızda bazı grupları çözün.
file-elements = Görselde { $most } öğeden fazlası var. Çizim programınızda sadeleştirin.
file-filters = Satır { $line }: görselde { $most } filtreden fazlası var. Gölgeleri ve bulanıklıkları kaldırın ya da PNG olarak kaydedin.
file-drawing-memory = Bu görseli çizmek { $megabytes } MB’tan fazla bellek istiyor. Sadeleştirin ya da PNG olarak kaydedin.
file-drawing-time = Bu görseli çizmek { $seconds } saniyeden uzun sürüyor. Sadeleştirin ya da PNG olarak kaydedin.
