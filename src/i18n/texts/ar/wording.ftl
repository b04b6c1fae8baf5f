desk-tab-wording = نصوص الرسائل
desk-wording-lead = ما يقرؤه الناس في كل رسالة. حيث لا يوجد للمنتدى نص خاص به، يبقى نص «حاضر».
desk-wording-occasion = الرسالة
desk-wording-languages = اللغات
desk-wording-own = نص خاص
desk-wording-pending = الاستلام
desk-wording-pending-when = عندما يسجّل شخص ويبقى القرار للمنظمين.
desk-wording-confirmed = التأكيد
desk-wording-confirmed-when = عندما يحصل شخص على مقعد.
desk-wording-waitlisted = قائمة الانتظار
desk-wording-waitlisted-when = عندما تُشغل جميع المقاعد.
desk-wording-declined = الاعتذار
desk-wording-declined-when = عندما يعتذر المنظمون. يُضاف السبب المكتوب هناك.
desk-wording-changed = التغيير
desk-wording-changed-when = عندما يتغيّر الموعد أو المكان وتُبلغون أصحاب المقاعد. يُرفق ملف التقويم الجديد.
desk-wording-reminder = التذكير
desk-wording-last = آخر المعلومات
desk-wording-thanks = الشكر
desk-wording-many-when = عندما تكتبون إلى كثيرين معًا وتبدؤون بهذا النص.
desk-wording-is-own = هذا نص المنتدى الخاص.
desk-wording-is-ours = هذا نص «حاضر»؛ إذا حفظتم نصًا غيره، يُستعمل نصكم.
desk-wording-subject = الموضوع
desk-wording-heading = العنوان
desk-wording-body = النص
desk-wording-body-hint = السطر الفارغ يبدأ فقرة جديدة. عناوين الويب تصبح روابط.
desk-wording-fields = ما يُملأ تلقائيًا
desk-wording-fields-hint = تُكتب هذه الحقول مع قوسيها، ويقرأ كل شخص ما يخصه. لكتابة القوس نفسه يُكتب مرتين.
desk-wording-field-name = اسم الشخص
desk-wording-field-forum = عنوان المنتدى
desk-wording-field-dates = الأيام التي يحضر فيها الشخص
desk-wording-field-place = المكان وعنوانه
desk-wording-field-organisation = منظمة الشخص
desk-wording-field-category = الفئة، مثل مندوب
desk-wording-field-country = بلد الشخص
desk-wording-field-link = عنوان صفحة الشخص
desk-wording-preview = كيف تبدو
desk-wording-examples = الشخص حقيقي، أما الشارة والرابط فمثال.
desk-wording-person = عرضها كما يراها
desk-wording-show = عرض ما كتبته
desk-wording-show-text = عرض كنص بسيط
desk-wording-test-hint = تحمل رسالة التجربة النص المحفوظ، لآخر من سجّل.
desk-wording-test = إرسال تجربة إلى { $email }
desk-wording-ours = العودة إلى نص «حاضر»
desk-wording-ours-sure = يُحذف عندها نص المنتدى الخاص بهذه الرسالة وهذه اللغة.
desk-wording-said-ours = عاد استعمال نص «حاضر».
desk-wording-said-tested = رسالة التجربة في الطريق.
desk-wording-missing = يُرجى كتابة شيء هنا.
desk-wording-unknown = لا يوجد حقل { $field }. يُرجى استعمال أحد حقول القائمة.
desk-wording-not-here = لا يمكن أن يرد { $field } في هذه الرسالة.
desk-wording-unclosed = القوس في { $words } غير مغلق. يُرجى إغلاقه أو كتابته مرتين.
desk-wording-unopened = القوس في { $words } لا يغلق شيئًا. يُرجى حذفه أو كتابته مرتين.
desk-moved-title = مواعيد جديدة
desk-moved-count = { $n ->
    [zero] لا أحد لديه
    [one] لدى شخص واحد
    [two] لدى شخصين
    [few] لدى { $n } أشخاص
    [many] لدى { $n } شخصًا
   *[other] لدى { $n } شخص
} المواعيد القديمة في التقويم.
desk-moved-telling = يجري الإبلاغ، وبقي: { $n }
desk-moved-how-far = كم بقي؟
desk-moved-tell = إبلاغهم الآن
desk-moved-what = ماذا سيُكتب لهم؟
desk-moved-text = تصل كل شخص رسالة واحدة فيها المواعيد الجديدة وملف تقويم جديد.
desk-moved-words = عرض نص هذه الرسالة
desk-moved-none = لدى الجميع المواعيد كما هي الآن.
desk-moved-said = يجري الإبلاغ: تصل كل شخص رسالة واحدة.
