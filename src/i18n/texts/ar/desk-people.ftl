# لوحة المنظمين: تسجيل الدخول، ومنتديات الحساب، وأشخاص المنتدى.

desk-sign-out = تسجيل الخروج
desk-tab-overview = نظرة عامة
desk-tab-registrations = التسجيلات
desk-tab-messages = البريد الإلكتروني
desk-tab-sites = الأماكن
desk-tab-sessions = البرنامج
desk-tab-categories = الفئات
desk-tab-checkpoints = نقاط التحقق
desk-tab-devices = الأجهزة
desk-tab-texts = النصوص
desk-tab-settings = الإعدادات
desk-tab-people = الفريق
desk-room-people = المشاركون
desk-room-mail = المراسلات
desk-room-print = الطباعة
desk-room-doors = المداخل
desk-room-forum = المنتدى
desk-room-pages = صفحات هذا القسم

desk-sign-in-title = الدخول إلى لوحة المنظمين
desk-sign-in-email = البريد الإلكتروني
desk-sign-in-password = كلمة المرور
desk-sign-in-button = تسجيل الدخول
desk-sign-in-wrong = البريد الإلكتروني وكلمة المرور غير متطابقين. يُرجى التحقق منهما والمحاولة مرة أخرى.
desk-sign-in-again = بقيت هذه الصفحة مفتوحة مدة طويلة، أو أن المتصفح لا يحفظ ملفات تعريف الارتباط. يُرجى إدخال كلمة المرور مرة أخرى.
desk-sign-in-password-set = تم تعيين كلمة المرور. يمكنك الآن تسجيل الدخول بها.
desk-sign-in-forgotten = لا توجد كلمة مرور بعد أو نُسيت؟ يستطيع مالك هذه النسخة من حاضر إرسال رابط جديد إليك.
desk-sign-in-old = بقيت هذه الصفحة مفتوحة مدة طويلة جدًا. يُرجى كتابة كلمة المرور مرة أخرى.
desk-sign-in-file = انتهت صلاحية تسجيل الدخول ولم يُحفظ الملف. يُرجى تسجيل الدخول ثم اختيار الملف مرة أخرى.
desk-in-place-text = انتهت صلاحية تسجيل الدخول. لم يضِع شيء مما كتبته: يُرجى تسجيل الدخول هنا وسيُرسَل.
desk-in-place-button = تسجيل الدخول والإرسال
desk-in-place-forbidden = لا يملك هذا الحساب صلاحية لذلك. يُرجى الدخول بحساب آخر.

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
desk-home-empty-ask = يُرجى طلب منح حسابك صلاحية لمنتدى من أحد المنظمين.

desk-overview-registered = إجمالي التسجيلات
desk-overview-confirmed = تسجيلات مؤكدة
desk-overview-hall = في القاعة
desk-overview-countries-present = البلدان الحاضرة
desk-overview-undecided = { $count ->
    [0] لا شيء ينتظر القرار
   *[other] في انتظار القرار: { $count }
}
desk-overview-of-places = من أصل { $count } مقعد
desk-overview-no-limit = بلا حد للمقاعد
desk-overview-came = { $count ->
    [0] لم يحضر أحد بعد
   *[other] حضر حتى الآن: { $count }
}
desk-bounds-between = المعلوم حتى الآن؛ والعدد الفعلي بين { $number_low } و{ $number_high }
desk-bounds-at-least = المعلوم حتى الآن؛ والعدد الفعلي { $number_low } على الأقل
desk-bounds-unknown = المعلوم حتى الآن
desk-bounds-why = لم يُحتسب بعد ضمن من في القاعة: { $list }
desk-bounds-silent = { $device } (صامت منذ { $time })
desk-bounds-silent-queue = { $count ->
    [one] { $device } (صامت منذ { $time }، قراءة واحدة لم تُرسل)
    [two] { $device } (صامت منذ { $time }، قراءتان لم تُرسلا)
    [few] { $device } (صامت منذ { $time }، { $count } قراءات لم تُرسل)
    [many] { $device } (صامت منذ { $time }، { $count } قراءة لم تُرسل)
   *[other] { $device } (صامت منذ { $time }، { $count } قراءة لم تُرسل)
}
desk-bounds-held-back = { $count ->
    [one] { $device } (قراءة واحدة لم تُرسل، آخر خبر: { $time })
    [two] { $device } (قراءتان لم تُرسلا، آخر خبر: { $time })
    [few] { $device } ({ $count } قراءات لم تُرسل، آخر خبر: { $time })
    [many] { $device } ({ $count } قراءة لم تُرسل، آخر خبر: { $time })
   *[other] { $device } ({ $count } قراءة لم تُرسل، آخر خبر: { $time })
}
desk-bounds-kept = { $count ->
    [one] قراءة واحدة تعذّر إدخالها
    [two] قراءتان تعذّر إدخالهما
    [few] { $count } قراءات تعذّر إدخالها
    [many] { $count } قراءة تعذّر إدخالها
   *[other] { $count } قراءة تعذّر إدخالها
}
desk-bounds-more = وغيرها: { $count }
desk-overview-of-countries = البلدان المسجلة: { $count }
desk-overview-stale = توقفت هذه الأرقام: انقطع الاتصال. يُرجى تحديث الصفحة عند عودته.
desk-overview-todo = في انتظارك
desk-overview-todo-nothing = لا شيء في انتظارك.
desk-overview-todo-notes = ملاحظات من المداخل: { $count }
desk-overview-todo-pending = تسجيلات تنتظر القرار: { $count }
desk-overview-todo-messages = رسائل تعذر تسليمها: { $count }
desk-overview-todo-waiting = على قائمة الانتظار: { $count }
desk-overview-todo-conflicts = حالات تعارض بين المداخل: { $count }
desk-overview-todo-silent = صامت منذ أكثر من خمس دقائق ولديه قراءات لم تُرسل: { $devices }
desk-overview-categories = الفئات
desk-overview-category = الفئة
desk-overview-countries = البلدان
desk-overview-country = البلد
desk-overview-registered-head = التسجيلات
desk-overview-confirmed-head = المؤكدة
desk-overview-hall-head = في القاعة
desk-overview-countries-all = كل البلدان
desk-overview-countries-none = لا تسجيلات بعد.
desk-overview-countries-summary = البلدان الحاضرة في القاعة: { $count }، والمسجلة: { $number_all }.

desk-people-add = إضافة تسجيل
desk-people-import = استيراد
desk-people-export = تصدير هذه القائمة:
desk-people-search = الاسم أو المنظمة أو البريد الإلكتروني أو رمز الشارة
desk-people-state = الحالة
desk-people-category = الفئة
desk-people-country = البلد
desk-people-site = المكان
desk-people-at = في الداخل الآن
desk-people-hall = في القاعة
desk-people-sort = الترتيب
desk-people-newest = الأحدث أولًا
desk-people-oldest = الأقدم أولًا
desk-people-by-name = حسب الاسم
desk-people-any = الكل
desk-people-live = الكل ما عدا الملغى
desk-people-show = عرض
desk-people-count = عدد التسجيلات: { $count }
desk-people-found = النتائج: { $count }، الأقرب أولًا
desk-people-best = تُعرض أقرب { $count } نتيجة. لإيجاد شخص بعينه يُرجى كتابة حروف أكثر من الاسم.
desk-people-none = لا تسجيلات بعد
desk-people-none-text = يمكنك نشر عنوان الاستمارة، أو إضافة التسجيل الأول بنفسك، أو استيراد قائمة.
desk-people-none-found = لا أحد يطابق ذلك
desk-people-none-found-text = يُرجى تجربة كتابة أخرى أو حروف أقل أو اختيار آخر.
desk-people-all = عرض كل التسجيلات
desk-people-choose = اختيار { $name }
desk-people-confirm-chosen = تأكيد كل المختار
desk-people-confirmed = التسجيلات التي تم تأكيدها: { $count }.
desk-people-chosen-none = لم يُختر أحد: يُرجى الاختيار ممن ينتظرون القرار.
desk-people-decided = لم يعودوا ينتظرون القرار من بين المختارين: { $count }.
desk-people-full = لم يبقَ مقعد لعدد: { $count }.
desk-people-pages = صفحات القائمة
desk-people-next = الصفحة التالية
desk-people-before = الصفحة السابقة

desk-person-name = الاسم
desk-person-name-hint = كما ينبغي أن يظهر على الشارة
desk-person-native-name = الاسم بالكتابة الأصلية
desk-person-email = البريد الإلكتروني
desk-person-phone = الهاتف
desk-person-phone-hint = مع رمز البلد، مثل ⁦+994 50 123 45 67⁩
desk-person-organisation = المنظمة
desk-person-position = المنصب
desk-person-language = لغة الرسائل
desk-person-access = احتياجات المشاركة
desk-person-invite-again = الموافقة على دعوات لاحقة
desk-person-food = الطعام
desk-person-registered = تاريخ التسجيل
desk-person-optional = اختياري
desk-person-choose = يُرجى الاختيار
desk-person-decide = القرار
desk-person-confirm = تأكيد
desk-person-waitlist = إلى قائمة الانتظار
desk-person-decline = رفض
desk-person-decline-ask = رفض …
desk-person-words = كلمات إلى صاحب التسجيل
desk-person-words-hint = تُرسل مع الرسالة وتبقى في السجل.
desk-person-withdraw = إلغاء التسجيل
desk-person-withdraw-ask = الإلغاء نيابةً عن صاحب التسجيل …
desk-person-withdraw-text = يصبح المقعد شاغرًا، ولا تعود الشارة صالحة عند أي مدخل، وتُرسل رسالة بذلك. وتلزم للعودة عملية تسجيل جديدة.
desk-person-withdrawn-text = أُلغي هذا التسجيل. يمكن التسجيل من جديد لمن يرغب في الحضور، وبالعنوان نفسه.
desk-person-data = البيانات
desk-person-correct = تصحيح
desk-person-change-email = تغيير البريد الإلكتروني
desk-person-resend = إعادة إرسال الرسالة
desk-person-badge = الشارة
desk-person-badge-show = عرض الرمز
desk-person-badge-ask = شارة جديدة …
desk-person-badge-text = تُرفض الشارة الحالية عند كل المداخل من الآن، وتُرسل الجديدة بالبريد الإلكتروني.
desk-person-badge-new = استبدال الشارة
desk-person-badge-not-confirmed = الشارة للتسجيل المؤكد فقط. يُرجى تأكيده أولًا.
desk-person-scans = عند المداخل
desk-person-scans-none = لم تُقرأ الشارة بعد.
desk-person-scan-admitted = دخول
desk-person-scan-left = خروج
desk-person-history = السجل
desk-person-messages = الرسائل
desk-person-messages-none = لا شيء بعد.
desk-person-full = لم يبقَ مقعد في المنتدى أو في هذه الفئة. يمكن زيادة عدد المقاعد أو انتظار مقعد شاغر.
desk-person-not-from = أُلغي هذا التسجيل في هذه الأثناء، فلا يمكن تغييره هكذا.
desk-person-already = تم ذلك من قبل، ولم يتغير شيء.
desk-person-same = لا فرق، فلم يتغير شيء.
desk-person-moved-up = من حصلوا على مقاعد من قائمة الانتظار: { $count }، وأُرسلت إليهم رسائل.
desk-person-done-confirmed = تم التأكيد. الشارة في الطريق بالبريد الإلكتروني.
desk-person-done-declined = تم الرفض. تُرسل رسالة بذلك إلى صاحب التسجيل.
desk-person-done-waitlisted = التسجيل الآن على قائمة الانتظار. تُرسل رسالة بذلك.
desk-person-done-withdrawn = تم الإلغاء. تُرسل رسالة بذلك إلى صاحب التسجيل.
desk-person-done-untold = تم الحفظ. لا يوجد بريد إلكتروني: يُرجى إبلاغ الشخص.
desk-person-done-badge = الشارة الجديدة صالحة وفي الطريق بالبريد الإلكتروني، والقديمة مرفوضة.
desk-person-done-sent = الرسالة في الطريق.
desk-person-sent-already = أُرسلت للتو رسالة إلى صاحب هذا التسجيل. يُرجى الانتظار نصف دقيقة لإرسال أخرى.
desk-person-done-corrected = تم الحفظ. تبقى الشارة صالحة.
desk-person-done-email = تغير العنوان. يصل إلى العنوان الجديد رابط الصفحة الشخصية، ولم يعد الرابط القديم يعمل.
desk-person-done-added = تمت إضافة التسجيل.
desk-person-added-waiting = تمت إضافة التسجيل، لكن لم يبقَ مقعد، فهو على قائمة الانتظار.
desk-person-errors = يُرجى مراجعة ما يلي
desk-person-correct-title = تصحيح: { $name }
desk-person-save = حفظ
desk-person-cancel = رجوع
desk-person-category-full = لم يبقَ مقعد في هذه الفئة.
desk-person-name-taken = يوجد تسجيل بهذا الاسم وبعنوان البريد الإلكتروني هذا.
desk-person-email-title = تغيير البريد الإلكتروني: { $name }
desk-person-email-now = الحالي: { $email }
desk-person-email-new = العنوان الجديد
desk-person-email-hint = يُستخدم على الفور. تصل رسالة بالتغيير إلى العنوان القديم، وتنتقل الصفحة الشخصية إلى رابط جديد.
desk-person-email-save = تغيير العنوان
desk-person-email-taken = يوجد تسجيل بهذا الاسم وبعنوان البريد الإلكتروني ذاك.
desk-person-known = يوجد شخص مسجّل بهذا الاسم: بعنوان البريد الإلكتروني هذا أو من هذه المنظمة.
desk-person-known-open = الشخص نفسه: فتح ذلك التسجيل
desk-person-known-another = شخص آخر: إضافته
desk-person-email-none = يمكن تركه فارغًا، وعندها لا تُرسل رسائل.
desk-person-new-state = الحالة
desk-person-new-confirmed = تأكيد على الفور
desk-person-new-pending = ترك القرار لوقت لاحق
desk-person-new-mail = إرسال رسالة إلى صاحب التسجيل
desk-person-was-registered = تم التسجيل
desk-person-was-imported = استُورد من قائمة
desk-person-was-corrected = تم التصحيح
desk-person-was-email-asked = طُلب عنوان بريد آخر
desk-person-was-email-changed = تغيّر عنوان البريد الإلكتروني
desk-person-was-badge-issued = صدرت شارة جديدة
desk-person-was-badge-revoked = أُلغيت الشارة
desk-person-was-asked = سُئل بالبريد الإلكتروني عن الحضور
desk-person-was-sent-again = أُعيد إرسال الرسالة
desk-person-by-delegate = صاحب التسجيل
desk-person-by-system = حاضر
desk-person-by-command = مشغل الخادم
desk-person-by-door = المدخل
desk-person-acts = إلى جانب القراءات
desk-person-act-walk-in = تسجيل عند المدخل
desk-person-act-undo = التراجع عن القراءة
desk-person-act-badge-lost = فُقدت الشارة وصدرت أخرى
desk-person-act-note = ملاحظة لمكتب الاستعلامات
desk-person-scan-undone = أُلغي

desk-message-to = إلى
desk-message-subject = الموضوع
desk-message-written = كُتبت في
desk-message-words = رد خادم البريد
desk-message-accepted = قُبلت
desk-message-waiting = في الانتظار
desk-message-refused = رُفضت
desk-message-failed = تعذر إرسالها
desk-message-undelivered = لم تُسلم
desk-message-attempts = المحاولات: { $count }
desk-message-again = محاولة أخرى
desk-message-done-again = الرسالة في الطريق من جديد.
mail-held = في انتظارك
mail-held-network = رسائل في انتظارك: { $count }. خلال ساعة وصل من شبكة واحدة أكثر من { $limit } تسجيل.
mail-held-all = رسائل في انتظارك: { $count }. خلال ساعة وصل أكثر من { $limit } تسجيل.
mail-held-text = التسجيلات محفوظة. يُرجى النظر في الأسماء: إن كانوا أشخاصًا فعليين فأرسل الرسائل، وإن اختلقها برنامج فارفض التسجيلات أو اسحبها أولًا.
mail-held-list = عرض هذه الرسائل
mail-let-go = إرسالها كلها
mail-let-go-done = رسائل في الطريق: { $count }.
mail-held-todo = رسائل تنتظر موافقتك على إرسالها: { $count }
desk-message-none = لا رسائل هنا
desk-message-none-text = حالما يسجل أحد تظهر هنا كل رسالة مع رد خادم البريد.
desk-message-none-so = لا رسائل بهذه الحالة.
desk-message-trouble = لا تخرج الرسائل في الوقت الحالي.
desk-message-trouble-since = منذ { $moment }. تنتظر الرسائل وتُرسل تلقائيًا حالما يرد خادم البريد:

# Conflicts between doors
desk-conflicts-title = تعارض بين المداخل
desk-conflicts-lead = ما جرى عند المداخل وهي بلا اتصال وكان الفريق سيقرر غيره: دخول مكرر، أو دخول بالخطأ، أو منع بالخطأ. لا يُحتسب إلا من مرّ، ولم يُلغَ شيء. يُرجى النظر في كل حالة ثم إغلاقها.
desk-conflicts-none = لا تعارض
desk-conflicts-none-text = إذا سمح مدخلان بلا اتصال بدخول شارة واحدة، أو بدخول من كان عليه الانتظار، أو مُنع من يحق له الدخول، ظهر ذلك هنا.
desk-conflicts-person = الشخص
desk-conflicts-door = نقطة التحقق
desk-conflicts-later = سُمح بالدخول
desk-conflicts-earlier = المحتسبة
desk-conflicts-unknown = شارة غير معروفة
desk-conflicts-look = تم الاطلاع
desk-conflicts-at-the-door = عند المدخل
desk-conflicts-turned-away = لم يُسمح بالدخول
desk-notes-title = ملاحظات من المداخل
desk-notes-none = لا ملاحظات
desk-notes-none-text = ما يكتبه فريق المدخل لمكتب الاستعلامات يظهر هنا.
desk-notes-done = تم

# ما سجّلته المداخل وتعذّر إدخاله
desk-kept-title = ما تعذّر إدخاله
desk-kept-lead = قراءات وتسجيلات أخرى من المداخل تعذّر حفظها كما وصلت. لا يُحتسب منها شيء قبل إدخالها.
desk-kept-none = لا شيء ينتظر
desk-kept-none-text = يظهر هنا ما سُجّل عند مدخل وتعذّر إدخاله، مع السبب.
desk-kept-todo = ما تعذّر إدخاله: { $count }
desk-kept-full = ترك هذا الجهاز هنا العدد الأقصى ({ $count }) ويحتفظ بالباقي: { $devices }. يُرجى إدخال بعضها أو وضعه جانبًا لإفساح المجال.
desk-kept-more = تظهر الأقدم فقط، وعددها { $count }.
desk-kept-enter = إدخال
desk-kept-away = وضع جانبًا
desk-kept-enter-title = إدخال ما سُجّل عند مدخل
desk-kept-enter-lead = يُرجى تصحيح الخطأ ثم الإدخال. يُحتسب من وقت تسجيله.
desk-kept-entered-scan = تم الإدخال. النتيجة: { $verdict }.
desk-kept-entered-walk-in = تم التسجيل: { $name }.
desk-kept-entered-act = تم الإدخال.
desk-kept-still = ما زال إدخال هذا متعذّرًا. { $reason }
desk-kept-gone = سبق أن عالج أحد أعضاء الفريق هذا.
desk-kept-away-said = وُضع جانبًا.
desk-kept-enter-all = إدخال ما ورد من أجهزة انتهى إقرانها: { $count }
desk-kept-entered-all = تم الإدخال: { $count }.
desk-kept-no-time = الوقت غير معروف
desk-kept-at = وقت التسجيل
desk-kept-code = الرمز على الشارة
desk-kept-reason = السبب
desk-kept-words = الملاحظة
desk-kept-choose = اختيار نقطة التحقق
desk-kept-kind-in = قراءة، دخول
desk-kept-kind-out = قراءة، خروج
desk-kept-kind-scan = قراءة
desk-kept-kind-walk-in = التسجيل في الموقع
desk-kept-kind-undo = التراجع عن قراءة
desk-kept-kind-badge-lost = شارة مفقودة
desk-kept-kind-note = ملاحظة
desk-kept-kind-print = طباعة شارة
desk-kept-kind-other = تسجيل غير معروف
desk-kept-why-id = وصل بلا معرّف خاص به.
desk-kept-why-time = لم يُذكر الوقت.
desk-kept-why-checkpoint = لم تُذكر نقطة التحقق.
desk-kept-why-direction = لم يُذكر هل هو دخول أم خروج.
desk-kept-why-subject = لا يتضح لمن هذا.
desk-kept-why-code = ما قُرئ أطول من رمز شارة.
desk-kept-why-other-checkpoint = لا يعمل الجهاز عند نقطة تحقق بهذا الاسم. ربما تغيّر اسم النقطة.
desk-kept-why-only-in = نقطة التحقق هذه للدخول فقط.
desk-kept-why-only-out = نقطة التحقق هذه للخروج فقط.
desk-kept-why-not-paired-yet = لم يكن الجهاز مقترنًا بعد حينها.
desk-kept-why-ended = كان إقران الجهاز قد انتهى حينها.
desk-kept-why-revoked = أُلغي إقران الجهاز قبل إرسال هذا.
desk-kept-why-walk-in-waits = تسجيل هذا الشخص ينتظر هنا أيضًا. يُرجى إدخاله أولًا.
desk-kept-why-act = لم يُذكر ما الذي جرى.
desk-kept-why-no-scan = لم يُعثر على القراءة المطلوب التراجع عنها.
desk-kept-why-reason = لم يُذكر السبب.
desk-kept-why-nobody = الشخص المذكور غير مسجّل.
desk-kept-why-empty = الملاحظة فارغة.
desk-kept-why-long = النص أطول من 500 حرف.
desk-kept-why-id-taken = المعرّف نفسه لتسجيل آخر.
desk-kept-why-closed = لم تكن أي من نقاط التحقق لهذا الجهاز مفتوحة حينها.
desk-kept-why-other-people = لا تخص أي من نقاط التحقق لهذا الجهاز هذا الشخص.
desk-kept-why-not-confirmed = لا شارة إلا لتسجيل مؤكد.
desk-kept-why-walk-ins = التسجيل في الموقع متوقف في الإعدادات.
desk-kept-why-mistyped = الاسم أو البريد الإلكتروني أو البلد ناقص أو مكتوب خطأً.
desk-kept-why-print = لا شارة لهذا الشخص لطباعتها.
