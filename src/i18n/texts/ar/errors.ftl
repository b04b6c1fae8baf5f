error-not-found-title = هذه الصفحة غير موجودة
error-not-found-text = يُرجى التحقق من العنوان أو البدء من قائمة المنتديات.

error-form-old-title = انتهت صلاحية هذه الاستمارة
error-form-old-text = يُرجى الرجوع وتحديث الصفحة ثم الإرسال مرة أخرى. لم يتغير شيء.
error-forbidden-title = هذه الصفحة غير متاحة لك
error-forbidden-text = يُرجى طلب الوصول من منظمي المنتدى.
error-not-paired-title = هذا الجهاز غير مقترن
error-not-paired-text = يُرجى طلب رابط اقتران جديد أو رمز QR من المنظمين وفتحه على هذا الجهاز.
error-too-many-title = طلبات كثيرة جدًا
error-too-many-text = يُرجى الانتظار دقيقة ثم المحاولة من جديد.
error-too-large-title = الحجم أكبر من المسموح
error-too-large-text = يُرجى إرسال ملف أصغر أو نص أقصر.
error-broken-title = حدث عطل من جانبنا
error-broken-text = لم يُحفظ ما أرسلته. يُرجى الرجوع وإعادة الإرسال بعد دقيقة: ما كتبته لا يزال في المتصفح.
error-unsure-title = تعذّرت معرفة ما إذا كان الحفظ قد تم
error-unsure-text = ربما حُفظ ما أرسلته كله أو بعضه. يُرجى الرجوع وإعادة الإرسال بعد دقيقة: لا ضرر من إعادة الإرسال، وما كتبته لا يزال في المتصفح.
error-away-text = يُرجى المحاولة مرة أخرى بعد دقيقة. لم يتغيّر شيء.
error-not-understood-title = تعذّرت قراءة الطلب
error-not-understood-text = يُرجى الرجوع والمحاولة مرة أخرى.
error-home = كل المنتديات

error-before-title = خطأ:
