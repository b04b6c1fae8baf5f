error-not-found-title = هذه الصفحة غير موجودة
error-not-found-text = يُرجى التحقق من العنوان أو البدء من قائمة المنتديات.

error-form-old-title = انتهت صلاحية هذه الاستمارة
error-form-old-text = ارجع إلى الخلف وحدّث الصفحة ثم أرسلها مرة أخرى. لم يتغير شيء.
error-forbidden-title = هذا القسم غير متاح لك
error-forbidden-text = اطلب الوصول من منظمي المنتدى.
error-not-paired-title = هذا الجهاز غير مقترن
error-not-paired-text = اطلب من مكتب التسجيل رابط اقتران جديدًا أو رمز QR وافتحه على هذا الجهاز.
error-too-many-title = طلبات كثيرة جدًا
error-too-many-text = يُرجى الانتظار دقيقة ثم المحاولة من جديد.
error-too-large-title = الحجم أكبر من المسموح
error-too-large-text = أرسل ملفًا أصغر أو نصًا أقصر.
error-broken-title = حدث عطل من جانبنا
error-broken-text = لم يُحفظ ما أرسلته. ارجع إلى الخلف وأعد الإرسال بعد دقيقة: ما كتبته لا يزال في المتصفح.
error-not-understood-title = تعذّرت قراءة الطلب
error-not-understood-text = ارجع إلى الخلف وحاول مرة أخرى.
error-home = إلى قائمة المنتديات
