badge-title = شارتك

delegate-confirmed-text = مقعدك مؤكد. يُرجى إحضار هذه الصفحة أو الرسالة: تُقرأ الشارة من الشاشة ومن الورق.
delegate-pending-text = ينظر المنظمون بأنفسهم في كل تسجيل، وسيكتبون إليك فور اتخاذ القرار.
delegate-waitlisted-text = جميع المقاعد مشغولة حاليًا. حين يشغر مقعد ويحين دورك سنخبرك فورًا. يُرجى عدم السفر قبل ذلك.
delegate-declined-text = نأسف: تعذّر على المنظمين هذه المرة تخصيص مقعد لك.
delegate-declined-words = ملاحظة من المنظمين:
delegate-withdrawn-text = أُلغي تسجيلك. يمكنك التسجيل من جديد إذا تغيّرت خططك.
delegate-newer-text = لك تسجيل أحدث، وهذه صفحتك السابقة.
delegate-newer = فتح صفحتي الجديدة
delegate-code = رمز الشارة
delegate-qr = رمز QR لشارتك
delegate-data = بياناتي
delegate-calendar = إضافة إلى تقويمي
delegate-calendar-google = إضافة إلى تقويم Google
delegate-calendar-outlook = إضافة إلى تقويم Outlook
delegate-picture = حفظ الشارة كصورة
delegate-correct = تصحيح بياناتي
delegate-email = تغيير بريدي الإلكتروني
delegate-resend = إرسالها إليّ مرة أخرى
delegate-withdraw = إلغاء التسجيل
delegate-again = التسجيل من جديد

delegate-show = عرض الشارة عند المدخل
delegate-show-back = العودة إلى صفحتي
delegate-wallet-apple = إضافة إلى Apple Wallet
delegate-wallet-google = إضافة إلى محفظة Google
delegate-wallet-void = إبطال البطاقة في Apple Wallet
delegate-offline = بلا إنترنت
delegate-kept = شارتك محفوظة على هذا الجهاز، وتُفتح هذه الصفحة بلا إنترنت أيضًا. يُرجى فتحها مرة أخرى في اليوم السابق للمنتدى لتكون النسخة هي الأحدث.
delegate-kept-remove = إزالتها من هذا الجهاز
delegate-not-kept = إذا حُفظت شارتك على هذا الجهاز فستُفتح بلا إنترنت أيضًا. يُرجى عدم حفظها على حاسوب يستعمله غيرك.
delegate-kept-keep = حفظ شارتي هنا
delegate-copy = هذه نسخة محفوظة على الجهاز: هكذا كانت شارتك في { $moment } ({ $zone }). ما تغيّر بعد ذلك ليس فيها.
delegate-copy-again = إعادة محاولة الاتصال
delegate-copy-removed = تمت الإزالة. بعد إغلاق هذه الصفحة لا يبقى منها شيء على هذا الجهاز.

wallet-description = شارة: { $forum }
wallet-note = لا تُحدَّث هذه البطاقة تلقائيًا. إذا استُبدلت شارتك أو صُحّح اسمك، يُرجى إضافتها مرة أخرى من صفحتك.

delegate-saved = تم الحفظ. شارتك كما كانت.
delegate-saved-plain = تم الحفظ.
delegate-same = لا فرق، فلم يتغير شيء.
delegate-sent = تم الإرسال إلى بريدك الإلكتروني.
delegate-sent-often = كتبنا إليك عدة مرات خلال هذه الساعة. قد تكون الرسالة في مجلد الرسائل غير المرغوب فيها، ويمكنك المحاولة لاحقًا.
delegate-email-asked = أرسلنا رابطًا إلى العنوان الجديد. يبقى العنوان القديم إلى أن يُفتح ذلك الرابط.
delegate-email-changed = تم تأكيد عنوانك الجديد، وسنكتب إليه من الآن فصاعدًا. لهذه الصفحة الآن رابط جديد أرسلناه إليه، ولم يعد الرابط القديم يعمل.
delegate-old = بقيت هذه الصفحة مفتوحة مدة طويلة جدًا. يُرجى الضغط على الزر مرة أخرى.

delegate-correct-note = تبقى شارتك كما هي: تصحيح الاسم لا يبطلها.
delegate-save = حفظ
delegate-keep = إبقاؤها كما هي
delegate-category-full = لم تبقَ مقاعد في هذه الفئة.
delegate-name-taken = يوجد تسجيل بهذا الاسم وبعنوان البريد الإلكتروني هذا.
delegate-latin-ask = اسمك بالحروف اللاتينية ناقص. تجري مطابقته مع جواز السفر عند المدخل.
delegate-latin-add = إضافة الاسم بالحروف اللاتينية

delegate-email-note = نرسل رابطًا إلى العنوان الجديد. يبقى العنوان القديم إلى أن يُفتح ذلك الرابط.
delegate-email-label = عنوان البريد الإلكتروني الجديد
delegate-email-send = إرسال الرابط
delegate-email-same = هذا هو عنوانك الحالي.
delegate-email-many = تُرسل الآن رسائل كثيرة جدًا. لم يضِع شيء مما كتبته: يُرجى إرساله مرة أخرى بعد ساعة.
delegate-email-confirm = تأكيد العنوان الجديد
delegate-email-confirm-text = تصل رسائل المنتدى من الآن فصاعدًا إلى هذا العنوان: { $address }
delegate-email-gone = لم يعد هذا الرابط صالحًا
delegate-email-gone-text = استُخدم من قبل أو مضى عليه أكثر من يوم. يمكنك فتح صفحتك من رسالة سابقة وطلب رابط جديد.
delegate-email-taken = لا يمكن استعمال هذا العنوان
delegate-email-taken-text = يوجد في هذا المنتدى تسجيل بالاسم نفسه وبهذا العنوان. وإن كان التسجيل لك فهو قائم.

delegate-withdraw-title = إلغاء التسجيل؟
delegate-withdraw-place = يذهب مقعدك إلى غيرك، ولا تعود شارتك صالحة للدخول.
delegate-withdraw-waiting = ينتهي تسجيلك ويُرفع من قائمة الانتظار.
delegate-withdraw-why = هل يمكنك ذكر السبب؟

delegate-lost-title = هذا الرابط لا يعمل
delegate-lost-text = ربما نقص جزء منه: يُرجى فتحه من الرسالة مرة أخرى. وإن لم تعد الرسالة لديك فيمكنك التسجيل من جديد بالعنوان نفسه لنرسل الرابط إليك ثانية.
