# Files that somebody brings, and what keeps them from being read

file-too-large = Fayl { $most } MB-dan böyükdür.
file-other-format = Bu, XLS və ya ODS faylıdır, yaxud parolla qorunur. Onu cədvəl proqramında açın və parolsuz XLSX, yaxud “CSV UTF-8” kimi saxlayın.
file-json = JSON { $line }-ci sətrin { $column }-ci simvolundan oxunmur: obyektlər siyahısı olmalıdır.
file-nested = Sətir { $row }: “{ $column }” sahəsində siyahı və ya obyekt var. Orada mətn və ya ədəd olmalıdır.
file-order = Sətir { $row } özündən sonrakı sətirdən sonra gəlir: fayl zədələnib.
file-rows = Siyahıda ən çox { $most } sətir ola bilər. Bu siyahı { $row } nömrəli sətirdə bu həddi aşır.
file-columns = Siyahıda ən çox { $most } sütun ola bilər. Sətir { $row }-də { $column } sütununda məlumat var.
file-cells = Siyahıda ən çox { $most } dolu xana ola bilər. Sətir { $row }-də bu hədd aşılır.
file-cell = Sətir { $row }, sütun { $column }: xanada ən çox { $most } simvol ola bilər, burada isə daha çoxdur. Bəlkə dırnaq işarəsi bağlanmayıb.
file-text = Siyahıda ən çox { $most } MB mətn ola bilər. Sətir { $row }-də bu hədd aşılır.
file-unpacked = Arxivdən çıxarılanda fayl { $most } MB-dan böyük olur: “{ $part }” bu həddi aşır.
file-parts = Cədvəl faylı ən çox { $most } hissədən ibarət ola bilər. Bu fayl daha çoxundan ibarətdir.
file-categories = Siyahı ən çox { $most } yeni kateqoriya gətirə bilər. Sətir { $row }-də bu hədd aşılır: bəlkə başqa sütun “category” adlanır.
file-memory = Bu faylı açmaq üçün { $megabytes } MB-dan çox yaddaş lazımdır. Yalnız siyahını, şəkilsiz və formatsız, “CSV UTF-8” kimi saxlayın.
file-time = Bu faylı açmaq { $seconds } saniyədən çox çəkir. Yalnız siyahını, şəkilsiz və formatsız, “CSV UTF-8” kimi saxlayın.
file-not-now = Faylı indi açmaq mümkün olmadı. Yenidən cəhd edin.
file-more-rows = Daha { $count } sətir burada göstərilmir.
file-pixels = Şəkil { $width } × { $height } pikseldir. Ümumilikdə ən çox { $most } piksel qəbul olunur: 300 dpi-də A4.
file-deep = Sətir { $line }: elementlər { $most } qatdan çox iç-içədir. Rəsm proqramında bəzi qrupları açın.
file-elements = Şəkildə { $most }-dən çox element var. Onu rəsm proqramında sadələşdirin.
file-filters = Sətir { $line }: şəkildə { $most }-dən çox filtr var. Kölgə və bulanıqlıqları silin və ya PNG kimi saxlayın.
file-drawing-memory = Bu şəkli çəkmək üçün { $megabytes } MB-dan çox yaddaş lazımdır. Onu sadələşdirin və ya PNG kimi saxlayın.
file-drawing-time = Bu şəkli çəkmək { $seconds } saniyədən çox çəkir. Onu sadələşdirin və ya PNG kimi saxlayın.
