# المسرد، واحد في كل مكان:
#   منتدى · مكان (site) · جلسة (session) · برنامج
#   مندوب (delegate) · فئة (category) · تسجيل · منظمة (organisation) · وفد (delegation) · جهة التنسيق (focal point)
#   شارة (badge) · رمز (code) · مدخل (door) · نقطة تحقق (checkpoint) · جهاز · لوحة المنظمين (desk) · رسالة (message)
#   تسجيل الدخول / الخروج (sign in, out) · مقعد (place) · بريد إلكتروني
# الحالات: قيد التأكيد · مؤكد · على قائمة الانتظار · مرفوض · ملغى (وصفًا للتسجيل لا للشخص)
# المخاطبة: بالمصدر («إرسال»، «يُرجى كتابة…») لا بأمر المذكر أو المؤنث، وبالكاف («شارتك»، «يمكنك») فهي في الكتابة للجميع.

site-name = حاضر
languages-label = اللغة
page-skip = الانتقال إلى المحتوى
answer-yes = نعم
answer-no = لا

state-pending = قيد التأكيد
state-confirmed = مؤكد
state-waitlisted = على قائمة الانتظار
state-declined = مرفوض
state-withdrawn = ملغى
