# Sözlük, hər yerdə eyni:
#   forum · məkan (site) · sessiya (session) · proqram
#   nümayəndə (delegate) · kateqoriya · qeydiyyat (registration) · təşkilat · nümayəndə heyəti (delegation) · əlaqələndirici (focal point)
#   bej (badge) · kod · giriş (door) · keçid məntəqəsi (checkpoint) · cihaz · təşkilatçı paneli (desk) · məktub (message)
#   daxil olmaq / çıxmaq (sign in, out) · yer (place) · e-poçt
# Hallar: təsdiq gözləyir · təsdiqlənib · gözləmə siyahısında · rədd edilib · ləğv edilib (withdrawn)
# Müraciət: mətndə "siz" (yazın, göstərin); düymələrdə qısa əmr (Göndər, Qeydiyyatı ləğv et).

site-name = Hazır
languages-label = Dil
page-skip = Məzmuna keç
answer-yes = Bəli
answer-no = Xeyr

state-pending = Təsdiq gözləyir
state-confirmed = Təsdiqlənib
state-waitlisted = Gözləmə siyahısında
state-declined = Rədd edilib
state-withdrawn = Ləğv edilib
