forums-title = المنتديات
places-left = { $count ->
    [zero] لم تبقَ مقاعد
    [one] بقي مقعد واحد
    [two] بقي مقعدان
    [few] بقيت { $count } مقاعد
    [many] بقي { $count } مقعدًا
   *[other] بقي { $count } مقعد
}

form-name-missing = يُرجى كتابة الاسم كما ينبغي أن يظهر على الشارة.
form-name-no-letters = ينبغي أن يحتوي الاسم على حرف واحد على الأقل.
form-too-long = النص طويل، الحد الأقصى لعدد الأحرف: { $count }.
form-phone-wrong = يُرجى كتابة رقم الهاتف بالأرقام، مثل: ‎+994 50 123 45 67.
form-country-missing = يُرجى اختيار البلد.
form-organisation-missing = يُرجى كتابة اسم منظمتك.
form-category-missing = يُرجى اختيار الفئة.
form-sites-missing = يُرجى اختيار مكان واحد على الأقل.
form-email-missing = يُرجى كتابة عنوان البريد الإلكتروني: سيصل التأكيد إليه.
form-email-no-at = العنوان ينقصه رمز @، مثال: aysel@example.org
form-email-space = توجد مسافة داخل العنوان، مثال: aysel@example.org
form-email-no-domain = الجزء الذي يلي @ غير مكتمل، مثال: aysel@example.org
form-email-not-latin = لا تُقبل قبل رمز @ إلا الأحرف اللاتينية، مثال: aysel@example.org
form-email-wrong = هذا العنوان غير صحيح، مثال: aysel@example.org

forums-lead = يمكنك اختيار منتدى للاطلاع على برنامجه والتسجيل فيه.
forums-none-title = لا منتديات بعد
forums-none-text = يظهر المنتدى هنا فور أن ينشره المنظمون.

forum-when = الموعد
forum-where = المكان
forum-registration = التسجيل
forum-open = التسجيل مفتوح
forum-closed = التسجيل مغلق
forum-not-yet = لم يُفتح التسجيل بعد
forum-full = جميع المقاعد مشغولة
forum-opens = يُفتح في { $moment } ({ $zone })
forum-until = حتى { $moment } ({ $zone })
forum-closed-since = مغلق منذ { $moment } ({ $zone })
forum-waiting = لا يزال التسجيل ممكنًا على قائمة الانتظار، وسنكتب إليك حين يشغر مقعد.
forum-register = التسجيل
forum-join-waiting = الانضمام إلى قائمة الانتظار
forum-who = لمن هذا المنتدى
forum-programme = البرنامج
forum-sites = الأماكن
forum-times = الأوقات بالتوقيت المحلي ({ $zone }).
forum-times-each = الأوقات بالتوقيت المحلي لكل مكان.
forum-back = العودة إلى المنتدى
forum-contact = لديك سؤال؟ العنوان للمراسلة:

privacy-title = كيف نستخدم بياناتك
privacy-what = لا نسأل إلا عمّا يحتاج إليه المنتدى: الاسم للشارة، والبريد الإلكتروني للتأكيد، والبلد والمنظمة لقائمة المشاركين.
privacy-who = يطّلع منظمو هذا المنتدى على بياناتك. أما العاملون عند المدخل فلا يرون إلا الاسم والمنظمة والبلد والفئة.
privacy-rights = عبر الرابط في رسالتك يمكنك في أي وقت الاطلاع على بياناتك أو تصحيحها أو إلغاء التسجيل.

form-title = التسجيل
form-in-short = باختصار
form-errors-title = يُرجى مراجعة ما يلي
form-optional = اختياري
form-name-label = الاسم الكامل
form-name-hint = كما ينبغي أن يظهر على الشارة
form-native-label = الاسم بكتابتك الأصلية
form-native-hint = مثل: Şəhla أو Шахла أو شهلا
form-email-label = البريد الإلكتروني
form-email-hint = يصل التأكيد إلى هذا العنوان
form-phone-label = الهاتف
form-phone-hint = مع رمز البلد، مثل: ‎+994 50 123 45 67
form-country-label = البلد
form-country-pick = اختيار البلد
form-organisation-label = المنظمة
form-position-label = المنصب
form-category-label = صفة المشاركة
form-sites-label = أين ستكون مشاركتك؟
form-language-label = لغة رسائلنا
form-access-label = احتياجاتك للمشاركة
form-access-hint = مكان لكرسي متحرك أو لغة الإشارة أو غير ذلك. لا يراه إلا المنظمون.
form-food-label = الطعام
form-food-hint = أطعمة ينبغي تجنبها
form-consent-label = أوافق على استخدام بياناتي لهذا المنتدى.
form-consent-link = كيف نستخدم بياناتك (في علامة تبويب جديدة)
form-consent-missing = لا يمكن التسجيل من دون موافقتك.
form-send = تسجيل
form-old = بقيت هذه الصفحة مفتوحة مدة طويلة جدًا. لم يضِع شيء مما كتبته: يُرجى إرساله مرة أخرى.
form-too-many = تصل تسجيلات كثيرة جدًا من شبكتك. لم يضِع شيء مما كتبته: يُرجى الانتظار دقيقة ثم الإرسال من جديد.

registered-title = يُرجى تفقّد بريدك الإلكتروني
registered-text = كتبنا إلى العنوان الذي أدخلته. في الرسالة حالة تسجيلك ورابط صفحتك الخاصة، وفيها يمكنك تصحيح بياناتك أو إلغاء التسجيل.
registered-full = جميع المقاعد مشغولة حاليًا. وإن كان تسجيلك على قائمة الانتظار فالرسالة تذكر ذلك.
registered-nothing = لم تصل الرسالة؟
registered-spam = تصل عادةً خلال دقيقة. قد تكون في مجلد الرسائل غير المرغوب فيها.
registered-slip = هل في العنوان خطأ؟ يمكنك التسجيل من جديد بالعنوان الصحيح.
registered-write = لم يصل شيء بعد عشر دقائق؟ العنوان للمراسلة:
