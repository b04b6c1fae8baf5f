desk-edit-saved = تم الحفظ.
desk-edit-file-again = تعذّر حفظ الملف مع الاستمارة. يُرجى اختياره مرة أخرى.
desk-outside-title = يُرجى التحقق من هذه الأيام.
desk-outside-site = { $name }: { $days }، خارج أيام المنتدى ({ $bounds }).
desk-outside-session = { $name }: { $days }، خارج أيام المكان: { $site } ({ $bounds }).
desk-outside-door = { $name }: { $days }، خارج أيام المكان والمنتدى ({ $bounds }).
desk-edit-deleted = تم الحذف.
desk-accounts-many = أُرسلت خلال هذه الساعة رسائل كثيرة جدًا من هذا النوع، فلم تُرسل هذه. يُرجى المحاولة لاحقًا، والأمر hazir account add يعطي الرابط فورًا.
desk-edit-save = حفظ
desk-edit-change = تعديل
desk-edit-delete = حذف
desk-edit-delete-sure = ما يُحذف لا يمكن استرجاعه.
desk-edit-errors = لم يُحفظ بعد
desk-edit-optional = اختياري
desk-edit-cancel = رجوع دون حفظ
desk-edit-slug = الاسم المختصر
desk-edit-slug-hint = يظهر في القوائم وأجهزة القراءة: حروف لاتينية صغيرة وأرقام وشرطات. إن تُرك فارغًا أُخذ من الاسم.
desk-edit-slug-wrong = يُرجى استخدام حروف لاتينية صغيرة وأرقام وشرطات مفردة، بحد أقصى 40 حرفًا.
desk-edit-slug-taken = هذا الاسم المختصر مستخدم من قبل. يُرجى اختيار غيره.
desk-edit-name = الاسم
desk-edit-name-missing = يُرجى كتابة الاسم بلغة واحدة على الأقل.
desk-edit-number-wrong = يُرجى كتابة عدد صحيح بالأرقام، مثل 500، أو ترك الحقل فارغًا.
desk-edit-no-limit = إن تُرك فارغًا: بلا حد
desk-edit-date-missing = يُرجى اختيار تاريخ.
desk-edit-dates-order = اليوم الأخير قبل اليوم الأول.
desk-edit-time-missing = يُرجى اختيار التاريخ والوقت.
desk-edit-time-skipped = هذا الوقت غير موجود: تُقدَّم الساعة فيه. يُرجى اختيار وقت آخر.
desk-edit-time-twice = هذا الوقت يتكرر مرتين: تُؤخَّر الساعة فيه. يُرجى اختيار وقت آخر.
desk-edit-time-order = يجب أن تكون النهاية بعد البداية.
desk-edit-times-zone = كل الأوقات بتوقيت { $zone }.
desk-edit-zone = المنطقة الزمنية
desk-edit-zone-wrong = يُرجى اختيار منطقة زمنية من القائمة، مثل Asia/Baku.
desk-edit-first-day = اليوم الأول
desk-edit-last-day = اليوم الأخير
desk-edit-colour = اللون
desk-edit-colour-wrong = يُرجى اختيار لون.
desk-edit-choice-missing = يُرجى اختيار أحد هذه الخيارات.
desk-edit-site = المكان

desk-new-title = منتدى جديد
desk-new-lead = يبدأ المنتدى بمكان واحد وسبع فئات ونقطة تحقق لكل يوم. يمكن تغيير ذلك كله لاحقًا.
desk-new-slug = عنوان المنتدى
desk-new-slug-hint = حروف لاتينية صغيرة وأرقام وشرطات، مثل gsnp-2025
desk-new-slug-reserved = هذا العنوان محجوز لنظام حاضر. يُرجى اختيار غيره.
desk-new-slug-taken = هذا العنوان لمنتدى آخر. يُرجى اختيار غيره.
desk-new-name = العنوان
desk-new-name-hint = بأول اللغات أدناه
desk-new-name-missing = يُرجى كتابة عنوان المنتدى.
desk-new-languages = لغات النصوص بالترتيب
desk-new-languages-hint = إذا غاب نص بلغة ما، عُرض بأول هذه اللغات التي كُتب بها.
desk-new-languages-missing = يُرجى اختيار لغة واحدة على الأقل.
desk-new-languages-none = لا شيء
desk-new-site = المكان
desk-new-site-hint = المبنى، مثل مركز باكو للمؤتمرات
desk-new-city = المدينة
desk-new-site-default = المقر الرئيسي
desk-new-checkpoint = المدخل الرئيسي، اليوم { $n }
desk-new-long = أقصى مدة للمنتدى 60 يومًا. لمدة أطول يمكن إنشاء عدة منتديات.
desk-new-publish = نشر المنتدى وفتح التسجيل فورًا
desk-new-create = إنشاء المنتدى

desk-category-delegate = مندوب
desk-category-head = رئاسة الوفد
desk-category-observer = مراقب
desk-category-speaker = متحدث
desk-category-guest = ضيف
desk-category-media = إعلام
desk-category-staff = فريق التنظيم

desk-settings-opens = بدء التسجيل
desk-settings-opens-hint = إن تُرك فارغًا: فور ظهور المنتدى للجميع
desk-settings-closes = انتهاء التسجيل
desk-settings-closes-hint = إن تُرك فارغًا: يبقى مفتوحًا
desk-settings-capacity = عدد المقاعد
desk-settings-capacity-hint = إن تُرك فارغًا: بلا حد. بعد آخر مقعد يُضاف من يسجل إلى قائمة الانتظار.
desk-settings-asks = عدد الأيام قبل السؤال عن الحضور
desk-settings-asks-hint = ما دام غيره ينتظر، تُرسل رسالة واحدة إلى من له مقعد منذ هذا العدد من الأيام ولم يفتح صفحته قط، ثم ينتقل مقعده بعد يوم. والشارة المطبوعة أو الممسوحة تُعد تأكيدًا. إن تُرك فارغًا: لا يُسأل أحد.
desk-settings-approval = التأكيد
desk-settings-approval-at-once = فورًا ما دامت هناك مقاعد
desk-settings-approval-by-desk = بقرار من المنظمين
desk-settings-walk-ins = التسجيل عند المدخل
desk-settings-walk-ins-hint = لمن يحضر دون تسجيل. يسأل فريق المدخل عن الاسم والبريد الإلكتروني والبلد.
desk-settings-walk-ins-no = لا تسجيل عند المدخل
desk-settings-walk-ins-pending = يُسجَّلون، والقرار للمنظمين
desk-settings-walk-ins-confirmed = يُسجَّلون ويُؤكَّد حضورهم فورًا
desk-settings-strict = مداخل صارمة: لا قائمة أسماء في الهواتف
desk-settings-strict-hint = لا يُفتح أي سجل إلا برمز شارته، فلا يكشف هاتف ضائع أحدًا. ولا يعمل البحث بالاسم عندئذٍ إلا مع الاتصال.
desk-settings-brand = لون خاص بالمنتدى
desk-settings-brand-weak = تصعب قراءة النص على هذا اللون. يُرجى اختيار لون أغمق أو أفتح.
desk-settings-contact = بريد التواصل
desk-settings-contact-hint = يظهر في صفحة المنتدى، وإليه تصل الردود على رسائله.
desk-settings-qn = عرض شمال قبرص في قائمة البلدان
desk-settings-qn-hint = ليس لها رمز ISO، وتُكتب QN في القوائم والملفات المصدَّرة.
desk-settings-published = المنتدى ظاهر للجميع
desk-settings-published-hint = التسجيل ممكن ما دام هذا الخيار محددًا وضمن الأوقات أعلاه.

desk-texts-about = عن المنتدى
desk-texts-who = لمن هذا المنتدى
desk-texts-privacy = نص الخصوصية
desk-texts-privacy-hint = يوافق عليه كل من يسجل: من يطلع على البيانات ولماذا ومتى تُحذف.

desk-sites-lead = حيث يُعقد المنتدى. لكل مكان تواريخه ومنطقته الزمنية.
desk-sites-add = إضافة مكان
desk-sites-address = العنوان
desk-sites-city = المدينة
desk-sites-dates = التواريخ
desk-sites-used = ترتبط بهذا المكان جلسات أو نقاط تحقق أو أشخاص، ولذلك يبقى. يُرجى نقل ذلك إلى مكان آخر أولًا.
desk-sites-last = يحتاج المنتدى إلى مكان واحد على الأقل.

desk-sessions-add = إضافة جلسة
desk-sessions-empty = البرنامج فارغ
desk-sessions-empty-text = يُرجى إضافة الجلسة الأولى. تعرض صفحة المنتدى البرنامج يومًا بيوم.
desk-sessions-name = العنوان
desk-sessions-name-missing = يُرجى كتابة العنوان بلغة واحدة على الأقل.
desk-sessions-details = التفاصيل
desk-sessions-starts = البداية
desk-sessions-ends = النهاية
desk-sessions-zone-hint = بتوقيت المكان
desk-sessions-inside = في الداخل

desk-categories-add = إضافة فئة
desk-categories-quota = الحصة
desk-categories-taken = المقاعد المشغولة
desk-categories-approval-forum = كما في إعدادات المنتدى
desk-categories-on-form = معروضة في الاستمارة
desk-categories-on-form-label = عرض هذه الفئة في استمارة التسجيل
desk-categories-position = الترتيب في القوائم
desk-categories-position-hint = الأعداد الأصغر تأتي أولًا.
desk-categories-none-on-form = لا تعرض الاستمارة أي فئة، فلا يمكن لأحد التسجيل.
desk-categories-used = في هذه الفئة تسجيلات، أو تذكرها نقطة تحقق، ولذلك تبقى. يُرجى تغيير ذلك أولًا.
desk-categories-last = يحتاج المنتدى إلى فئة واحدة على الأقل.

desk-checkpoints-lead = نقطة التحقق مدخل لمكان ووقت معيّنين، وهي التي تحدد من يمكنه المرور.
desk-checkpoints-add = إضافة نقطة تحقق
desk-checkpoints-empty = لا نقاط تحقق بعد
desk-checkpoints-empty-text = يُرجى إضافة الأولى، فالأجهزة تُقرن بنقاط التحقق.
desk-checkpoints-open = مفتوحة
desk-checkpoints-always = دائمًا
desk-checkpoints-opens = تفتح
desk-checkpoints-closes = تغلق
desk-checkpoints-times-hint = إن تُرك فارغًا: بلا حد. بتوقيت المكان، وإلا فبتوقيت المنتدى.
desk-checkpoints-site-any = المنتدى كله
desk-checkpoints-session = مدخل جلسة
desk-checkpoints-session-none = بلا جلسة
desk-checkpoints-session-hint = ما يُترك فارغًا من الاسم والمكان والأوقات يؤخذ من الجلسة: يُفتح قبل بدايتها بثلاثين دقيقة ويُغلق عند نهايتها. وإذا نُقلت الجلسة نُقل مدخلها معها.
desk-checkpoints-direction = الاتجاه
desk-checkpoints-direction-in = دخول
desk-checkpoints-direction-out = خروج
desk-checkpoints-direction-both = دخول وخروج
desk-checkpoints-capacity = عدد من في الداخل في وقت واحد
desk-checkpoints-who = من يمكنه المرور
desk-checkpoints-who-hint = إن لم يُحدد شيء: كل من يحمل شارة صالحة
desk-checkpoints-everyone = الجميع
desk-checkpoints-used = قُرئت شارات عند هذه النقطة أو يخدمها جهاز، ولذلك تبقى: ما حدث عند المدخل يُحفظ.
desk-checkpoints-kind = معنى المرور
desk-checkpoints-kind-hint = حضور: يوم في شهادة الحضور ووجود في القاعة. دخول: وجود في القاعة فقط. لا هذا ولا ذاك: يُحتسب عند نقطة التحقق هذه وحدها.
desk-checkpoints-kind-attendance = حضور
desk-checkpoints-kind-entry = دخول
desk-checkpoints-kind-neither = لا هذا ولا ذاك، كالحافلة
desk-rehearsal-title = تجربة
desk-rehearsal-link = تجربة نقطة التحقق هذه
desk-rehearsal-lead = يُرجى تجربة المدخل قبل افتتاحه بهواتفه الحقيقية وبشارات تجريبية. لا يُحتسب شيء. تنتهي التجربة وحدها بعد أربع ساعات، وقبل افتتاح المدخل على أبعد تقدير.
desk-rehearsal-real = ما دامت التجربة جارية فكل ما يُقرأ عند هذه النقطة تجربة، والشارات الحقيقية أيضًا: لا يُحتسب أحد داخلًا.
desk-rehearsal-start = بدء التجربة
desk-rehearsal-in-use = في الداخل أشخاص ({ $count })، فهذا المدخل قيد الاستعمال. يُرجى إجراء التجربة حين يخلو، أو عند نقطة أخرى.
desk-rehearsal-runs = جارية
desk-rehearsal-until = حتى
desk-rehearsal-over = انتهت
desk-rehearsal-end = إنهاء التجربة
desk-rehearsal-badges = شارات تجريبية للطباعة
desk-rehearsal-badges-lead = هذه الشارات ليست لأحد. على المدخل أن يعرض الكلمة المكتوبة تحت الاسم؛ والشارة التي تمر يُرحَّب بها في المرة الأولى، وفي الثانية يكون قد سبق دخولها. تعمل حتى تنتهي التجربة.
desk-rehearsal-expected = المتوقع: { $verdict }
desk-rehearsal-report = تقرير
desk-rehearsal-none = لم يُقرأ شيء بعد.
desk-rehearsal-device = الجهاز
desk-rehearsal-scans = القراءات
desk-rehearsal-best = في أسرع دقيقة
desk-rehearsal-failed = خطأ أو غير معروف
desk-rehearsal-gap = الثواني بين قراءتين (الوسيط)
desk-rehearsal-itself = أجاب وحده
desk-rehearsal-mistaken = أجاب خطأً
desk-rehearsal-unknown = رموز غير معروفة
desk-rehearsal-again = تحديث
desk-rehearsal-back = العودة إلى نقطة التحقق
desk-rehearsal-open = هذا المدخل مفتوح، والتجربة تحول دون احتساب من يحضر الآن.
desk-rehearsal-hours-first = يمكن أن تبدأ التجربة متى حُدّدت ساعات نقطة التحقق ولم تُفتح بعد.
desk-rehearsal-hours-link = تحديد ساعات الفتح
desk-rehearsal-overview = تجربة جارية عند «{ $door }»: لا يُحتسب ما يُقرأ هناك.

desk-devices-lead = يصبح الهاتف مدخلًا برابط. لا يحتاج أحد إلى حساب لذلك.
desk-devices-add = إضافة جهاز
desk-devices-empty = لا أجهزة بعد
desk-devices-empty-text = يُرجى إضافة الأول وفتح رابطه على الهاتف عند المدخل.
desk-devices-first-checkpoint = تُقرن الأجهزة بنقاط التحقق. يُرجى إضافة نقطة تحقق أولًا.
desk-devices-name = اسم الجهاز
desk-devices-name-hint = لتمييزه عن غيره، مثل «المدخل الرئيسي، الهاتف 2»
desk-devices-name-missing = يُرجى تسمية الجهاز.
desk-devices-checkpoints = نقاط التحقق التي يخدمها
desk-devices-checkpoints-missing = يُرجى اختيار نقطة تحقق واحدة على الأقل.
desk-devices-until = يعمل حتى
desk-devices-until-past = هذا الوقت مضى. يُرجى اختيار وقت لاحق.
desk-devices-bearer = إنشاء مفتاح أيضًا لقارئ بلا متصفح
desk-devices-create = إنشاء رابط الاقتران
desk-devices-seen = آخر اتصال
desk-devices-never = لم يتصل بعد
desk-devices-ago-now = الآن
desk-devices-ago-minutes = { $count ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
desk-devices-ago-hours = { $count ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
desk-devices-ago-days = { $count ->
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}
desk-devices-signs = ما يقوله الجهاز
desk-devices-queue-none = لا شيء ينتظر الإرسال
desk-devices-queue = قراءات تنتظر الإرسال: { $count }
desk-devices-silent = صامت، وقراءات تنتظر الإرسال: { $count }
desk-devices-camera-works = الكاميرا تعمل
desk-devices-camera-stalled = صورة الكاميرا متجمدة
desk-devices-camera-refused = الكاميرا غير مسموح بها
desk-devices-camera-none = لا توجد كاميرا
desk-devices-camera-not-ready = الكاميرا غير جاهزة
desk-devices-battery = البطارية { $percent }%
desk-devices-battery-charging = البطارية { $percent }%، قيد الشحن
desk-devices-battery-low = البطارية ضعيفة: { $percent }%
desk-devices-page-new = أحدث صفحة
desk-devices-page-old = صفحة قديمة: تتجدد وحدها حين لا يقرأ أحد شارة
desk-devices-alone = آخر انقطاع عن الخادم
desk-devices-state = الحالة
desk-devices-state-waiting = في انتظار الاقتران
desk-devices-state-expired = انتهت صلاحية الرابط
desk-devices-state-paired = مقترن
desk-devices-state-over = انتهت مدته
desk-devices-state-revoked = ملغى
desk-devices-link-title = يُفتح هذا على الجهاز
desk-devices-link-text = يُرجى توجيه كاميرا الهاتف إلى الرمز أو فتح العنوان. صالح لجهاز واحد، حتى { $time }.
desk-devices-link-qr = رمز QR لرابط الاقتران
desk-devices-link-short = يظهر الرابط عشر دقائق ولك وحدك. يمكن إنشاء رابط جديد في أي وقت.
desk-devices-token-title = مفتاح القارئ
desk-devices-token-text = يُرجى إدخاله في القارئ الآن، فلن يظهر مرة أخرى.
desk-devices-renew = إنشاء رابط اقتران جديد
desk-devices-renew-text = يتوقف الرابط السابق. والهاتف الذي يفتح الرابط الجديد يحل محل الهاتف الذي قبله.
desk-devices-revoke = إلغاء الجهاز
desk-devices-revoke-text = يتوقف فورًا. ويبقى ما قرأه.
desk-devices-revoke-kept = يمكن تسليم ما لم يُرسَل بعد خلال سبعة أيام، ويظهر ضمن «ما تعذّر إدخاله».

desk-role-owner = المالك
desk-role-organizer = تنظيم
desk-role-registrar = تسجيل
desk-role-viewer = اطلاع
desk-role-door = مدخل
desk-role-owner-may = له كل المنتديات وكل الحسابات
desk-role-organizer-may = تغيير المنتدى ومنح الوصول إليه
desk-role-registrar-may = تصحيح التسجيلات والبت فيها
desk-role-viewer-may = الاطلاع على التسجيلات وتصديرها
desk-role-door-may = إقران الأجهزة والاطلاع على العدادات

desk-access-lead = من يمكنه فعل ماذا في هذا المنتدى. للمالكين كل المنتديات، ولا يُذكرون هنا.
desk-access-empty = لا صلاحية لأحد بعد سوى المالكين.
desk-access-add = منح الصلاحية
desk-access-email = البريد الإلكتروني
desk-access-email-hint = العنوان الذي لا حساب له يُنشأ له حساب، وتصله رسالة لتعيين كلمة المرور.
desk-access-role = الدور
desk-access-change = تغيير
desk-access-take = سحب
desk-access-given = مُنحت الصلاحية.
desk-access-mailed = مُنحت الصلاحية، ورابط تعيين كلمة المرور في الطريق بالبريد الإلكتروني.
desk-access-own = لا يمكنك تغيير صلاحيتك. يُرجى طلب ذلك من شخص آخر من المنظمين.
desk-access-owner = هذا حساب مالك: له كل المنتديات من قبل.
desk-access-shut = أُغلق هذا الحساب. يمكن لأحد المالكين فتحه من جديد.

desk-accounts-title = الحسابات
desk-accounts-lead = كل من يمكنه تسجيل الدخول إلى لوحة المنظمين.
desk-accounts-account = الحساب
desk-accounts-add = إضافة حساب
desk-accounts-kind = ما يمكنه فعله
desk-accounts-kind-owner = مالك: كل المنتديات وكل الحسابات
desk-accounts-kind-none = المنتديات التي تُمنح لاحقًا في «الفريق» فقط
desk-accounts-taken = لهذا العنوان حساب من قبل.
desk-accounts-forums = المنتديات
desk-accounts-every = كل المنتديات
desk-accounts-none = لا شيء بعد
desk-accounts-state-active = مستخدم
desk-accounts-state-new = بلا كلمة مرور بعد
desk-accounts-state-shut = مغلق
desk-accounts-disable = إغلاق
desk-accounts-enable = فتح من جديد
desk-accounts-link = إرسال رابط كلمة المرور
desk-accounts-make-owner = منح الملكية
desk-accounts-end-owner = إنهاء الملكية
desk-accounts-sent = رابط تعيين كلمة المرور في الطريق بالبريد الإلكتروني.
desk-accounts-last-owner = هذا آخر مالك يمكنه تسجيل الدخول. يُرجى منح الملكية لحساب آخر أولًا.
