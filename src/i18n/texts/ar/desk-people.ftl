# لوحة المنظمين: تسجيل الدخول، ومنتديات الحساب، وأشخاص المنتدى.

desk-sign-out = تسجيل الخروج
desk-tab-overview = نظرة عامة
desk-tab-registrations = التسجيلات
desk-tab-messages = الرسائل
desk-tab-sites = الأماكن
desk-tab-sessions = البرنامج
desk-tab-categories = الفئات
desk-tab-checkpoints = نقاط التحقق
desk-tab-devices = الأجهزة
desk-tab-texts = النصوص
desk-tab-settings = الإعدادات
desk-tab-people = الفريق

desk-sign-in-title = الدخول إلى لوحة المنظمين
desk-sign-in-email = البريد الإلكتروني
desk-sign-in-password = كلمة المرور
desk-sign-in-button = تسجيل الدخول
desk-sign-in-wrong = البريد الإلكتروني وكلمة المرور غير متطابقين. يُرجى التحقق منهما والمحاولة مرة أخرى.
desk-sign-in-password-set = تم تعيين كلمة المرور. يمكنك الآن تسجيل الدخول بها.
desk-sign-in-forgotten = لا توجد كلمة مرور بعد أو نُسيت؟ يستطيع مالك هذه النسخة من حاضر إرسال رابط جديد إليك.

desk-password-title = تعيين كلمة المرور
desk-password-for = للحساب { $email }.
desk-password-new = كلمة المرور الجديدة
desk-password-hint = 12 حرفًا على الأقل. الجملة القصيرة يسهل تذكرها ويصعب تخمينها.
desk-password-button = تعيين كلمة المرور
desk-password-too-short = الحد الأدنى لعدد الأحرف: { $count }. جملة قصيرة تفي بالغرض.
desk-password-too-long = الحد الأقصى لعدد الأحرف: { $count }.
desk-password-personal = يُرجى اختيار كلمة مرور لا تتضمن بريدك الإلكتروني: فهو أول ما يُجرَّب.
desk-password-simple = هذه أول ما يجربه من يحاول التخمين. يُرجى اختيار شيء خاص بك.
desk-password-gone-title = لم يعد هذا الرابط صالحًا
desk-password-gone-text = سبق استخدامه أو انتهت مدته. يُرجى طلب رابط جديد من مالك هذه النسخة من حاضر.

desk-home-title = منتدياتك
desk-home-new = منتدى جديد
desk-home-accounts = الحسابات
desk-home-registered = التسجيلات: { $count }
desk-home-confirmed = المؤكد منها: { $count }
desk-home-hidden = لم يُنشر بعد
desk-home-empty-title = لا منتديات بعد
desk-home-empty-create = يمكنك إنشاء الأول: يكفي للبداية العنوان والأيام والمكان.
desk-home-empty-ask = يُرجى طلب منح حسابك الوصول إلى منتدى من أحد المنظمين.
