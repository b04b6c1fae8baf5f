mail-greeting = تحية طيبة { $name }،
mail-unnamed = إلى المشارك
mail-unnamed-organisation = منظمتك

mail-confirmed-subject = تم تأكيد مقعدك: { $forum }
mail-confirmed-heading = تم تأكيد مقعدك
mail-confirmed-body = تم تسجيلك في «{ $forum }». عند المدخل يُرجى إبراز هذه الرسالة أو فتح صفحتك: الرمز هو شارتك، ويُقرأ من الهاتف ومن الورق.
mail-approved-body = أكّد المنظمون تسجيلك في «{ $forum }». عند المدخل يُرجى إبراز هذه الرسالة أو فتح صفحتك: الرمز هو شارتك، ويُقرأ من الهاتف ومن الورق.

mail-pending-subject = وصلنا طلب تسجيلك: { $forum }
mail-pending-heading = وصلنا طلب تسجيلك
mail-pending-body = شكرًا على تسجيلك في «{ $forum }». ينظر المنظمون في كل طلب بأنفسهم، وستصلك رسالة فور اتخاذ القرار. لا حاجة إلى أي إجراء آخر حتى ذلك الحين.

mail-waitlisted-subject = تسجيلك على قائمة الانتظار: { $forum }
mail-waitlisted-heading = تسجيلك على قائمة الانتظار
mail-waitlisted-body = جميع مقاعد «{ $forum }» مشغولة حاليًا، وتسجيلك على قائمة الانتظار. عندما يتوفر مقعد ويحين دورك، تصلك رسالة منا في الحال. يُرجى عدم السفر قبل ذلك.

mail-declined-subject = بشأن تسجيلك: { $forum }
mail-declined-heading = يتعذر علينا توفير مقعد لك
mail-declined-body = شكرًا على اهتمامك بالمشاركة في «{ $forum }». نأسف، فقد تعذّر على المنظمين توفير مقعد لك هذه المرة.
mail-declined-reason = ملاحظة من المنظمين:

mail-withdrawn-subject = تم إلغاء تسجيلك: { $forum }
mail-withdrawn-heading = تم إلغاء تسجيلك
mail-withdrawn-body = تم إلغاء تسجيلك في «{ $forum }»، ولم تعد شارتك، إن وُجدت، صالحة للدخول. يمكنك التسجيل من جديد إذا تغيّرت خططك.
mail-withdrawn-button = التسجيل من جديد

mail-freed-subject = أصبح لك مقعد: { $forum }
mail-freed-heading = أصبح لك مقعد
mail-freed-body = توفّر مقعد في «{ $forum }» وأصبح محجوزًا باسمك. الرمز هو شارتك: عند المدخل يُرجى إبراز هذه الرسالة أو فتح صفحتك. إذا تعذّر حضورك، يُرجى إلغاء التسجيل من صفحتك ليصبح المقعد متاحًا لغيرك.

mail-reissued-subject = شارتك الجديدة: { $forum }
mail-reissued-heading = هذه شارتك الجديدة
mail-reissued-body = لشارتك في «{ $forum }» رمز جديد. لم يعد الرمز القديم صالحًا للدخول، فيُرجى استعمال هذا الرمز وحده.

mail-again-subject = شارتك: { $forum }
mail-again-heading = هذه شارتك مرة أخرى
mail-again-body = تسجيلك في «{ $forum }» موجود لدينا، لذلك نعيد إرسال شارتك. الرمز هو نفسه لم يتغير. إذا تغيّر شيء من بياناتك، فيمكنك تصحيحه في صفحتك.

mail-new-address-subject = تأكيد عنوانك الجديد: { $forum }
mail-new-address-heading = تأكيد عنوانك الجديد
mail-new-address-body = أُعطي هذا العنوان لاستلام رسائل «{ $forum }». يُرجى تأكيد أنه لك؛ وحتى ذلك الحين تذهب الرسائل إلى العنوان السابق.
mail-new-address-button = تأكيد هذا العنوان
mail-new-address-note = يعمل الرابط مدة { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}. إذا لم يكن هذا الطلب منك، فلا داعي لأي إجراء، ولن يتغير شيء.

mail-old-address-subject = تم تغيير عنوانك: { $forum }
mail-old-address-heading = تم تغيير عنوانك
mail-old-address-body = صارت رسائل تسجيلك في «{ $forum }» تُرسل إلى عنوان آخر، ولن تصل إلى هذا العنوان بعد الآن. إذا لم يكن هذا التغيير منك، يُرجى إبلاغ المنظمين.

mail-changed-subject = تغيّر الموعد أو المكان: { $forum }
mail-changed-heading = تغيّر الموعد أو المكان
mail-changed-body = تغيّر موعد «{ $forum }» أو مكانه. التفاصيل الجديدة أدناه، وملف التقويم المرفق يحلّ محل الملف السابق. يبقى تسجيلك وشارتك كما هما.

mail-still-subject = هل نتوقع حضورك؟ { $forum }
mail-still-heading = هل نتوقع حضورك؟
mail-still-body = لك مقعد في «{ $forum }»، وينتظر غيرك مقعدًا. يُرجى فتح صفحتك خلال يوم واحد، فبذلك يتأكد حضورك لدى المنظمين. وإلا انتقل مقعدك إلى من يليك. إذا تعذّر حضورك، يُرجى إلغاء التسجيل هناك.

mail-reminder-subject = قريبًا: { $forum }
mail-reminder-heading = نلتقي قريبًا
mail-reminder-body = يبدأ «{ $forum }» قريبًا، ويسعدنا حضورك. يُرجى إبقاء شارتك في متناول اليد: هي في صفحتك، وتُقرأ من الهاتف ومن الورق. إذا تعذّر حضورك، يُرجى إلغاء التسجيل من صفحتك ليصبح المقعد متاحًا لغيرك.

mail-last-subject = قبل الانطلاق: { $forum }
mail-last-heading = قبل الانطلاق
mail-last-body = يوشك «{ $forum }» أن يبدأ: { $dates }، { $place }. يُرجى الحضور قبل بداية البرنامج بقليل، وإبقاء الشارة جاهزة عند المدخل.

mail-thanks-subject = شكرًا على حضورك: { $forum }
mail-thanks-heading = شكرًا على حضورك
mail-thanks-body = شكرًا على مشاركتك في «{ $forum }». سعدنا بوجودك معنا، ونأمل أن نلتقي من جديد.

mail-password-subject = اختيار كلمة المرور: حاضر
mail-password-heading = اختيار كلمة المرور
mail-password-body = بهذا الرابط يمكنك اختيار كلمة المرور لحسابك في لوحة المنظمين. يعمل الرابط مرة واحدة خلال { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}.
mail-password-button = اختيار كلمة المرور
mail-password-note = إذا لم تكن هذه الرسالة متوقعة، فيمكنك تجاهلها. لا يستطيع أحد استعمال الرابط بدونها.
mail-access-subject = { $forum }: يمكنك الآن دخول لوحة المنظمين
mail-access-heading = مُنحت لك الصلاحية
mail-access-body = يمكنك الآن العمل في لوحة المنظمين: { $forum }. يُرجى تسجيل الدخول بالبريد الإلكتروني وكلمة المرور المعتادين.
mail-access-button = إلى لوحة المنظمين
mail-access-note = إذا لم تكن هذه الرسالة متوقعة، فيمكنك تجاهلها.

mail-when = الموعد
mail-when-from = { $dates }، من الساعة { $time }
mail-where = المكان
mail-name = الاسم على الشارة
mail-badge-alt = رمز QR لشارتك: { $code }
mail-badge-hint = الصورة لا تظهر؟ هي مرفقة أيضًا، ويمكن كتابة الرمز يدويًا عند المدخل.
mail-calendar-hint = المواعيد مرفقة في ملف تقويم.
mail-page-button = فتح صفحتي
mail-page-hint = في صفحتك يمكنك تصحيح بياناتك أو تغيير عنوانك أو إلغاء تسجيلك. الرابط لك وحدك، فيُرجى عدم مشاركته مع أحد.
mail-shared-address = { $count ->
    [one] سُجّل بعنوان البريد الإلكتروني هذا شخص واحد.
    [two] سُجّل بعنوان البريد الإلكتروني هذا شخصان، ولكل منهما صفحة.
    [few] سُجّل بعنوان البريد الإلكتروني هذا { $count } أشخاص، ولكل منهم صفحة.
    [many] سُجّل بعنوان البريد الإلكتروني هذا { $count } شخصًا، ولكل منهم صفحة.
   *[other] سُجّل بعنوان البريد الإلكتروني هذا { $count } شخص، ولكل منهم صفحة.
} هذه الرسالة تخص: { $name }.
mail-latin-note = يُرجى إضافة اسمك بالحروف اللاتينية كما في جواز السفر في صفحتك، لمطابقته عند المدخل.
mail-footer-why = وصلت هذه الرسالة لأن هذا العنوان كُتب عند التسجيل في «{ $forum }».
mail-footer-contact = للأسئلة تُرجى الكتابة إلى { $contact }
