# Sözlük, her yerde aynı:
#   forum · mekân (site) · oturum (session) · program
#   delege · kategori · kayıt (registration) · kuruluş (organisation) · heyet (delegation) · irtibat kişisi (focal point)
#   yaka kartı (badge) · kod · giriş (door) · geçiş noktası (checkpoint) · cihaz · düzenleyici paneli (desk) · e-posta (message)
#   giriş yapmak / çıkış yapmak (sign in, out) · yer (place) · e-posta
# Durumlar: onay bekliyor · onaylandı · bekleme listesinde · reddedildi · iptal edildi (withdrawn)
# Hitap: metinde "siz" (yazın, gösterin); düğmelerde kısa buyruk (Gönder, Kaydı iptal et).

site-name = Hazır
languages-label = Dil
page-skip = İçeriğe geç
answer-yes = Evet
answer-no = Hayır

state-pending = Onay bekliyor
state-confirmed = Onaylandı
state-waitlisted = Bekleme listesinde
state-declined = Reddedildi
state-withdrawn = İptal edildi
