# رسالة إلى كثيرين: يكتبها المنظمون، ولمن يقرؤها أن يوقفها.

desk-tab-mailings = الرسائل الجماعية

mailing-new = رسالة إلى كثيرين
mailing-write-to = مراسلة من في هذه القائمة: { $count }
mailing-none = لا رسائل جماعية بعد
mailing-none-text = رسالة واحدة إلى كثيرين: اختيار من تصلهم، ثم كتابتها، ثم النظر إليها كما سيرونها، ثم إرسالها.
mailing-subject = الموضوع
mailing-body = النص
mailing-body-hint = السطر الفارغ يبدأ فقرة جديدة. ويُملأ لكل شخص ما يخصه: { $fields }.
mailing-by = بقلم
mailing-when = الوقت
mailing-people = الأشخاص
mailing-of = { $done } من { $people }
mailing-draft = مسودة
mailing-sending = قيد الإرسال
mailing-stopped = متوقفة
mailing-done = أُرسلت
mailing-held = متوقفة

mailing-whom = إلى من؟
mailing-came = عند المداخل
mailing-came-yes = حضور
mailing-came-no = غياب
mailing-count-again = إعادة العدّ
mailing-fit = { $count ->
    [0] لا أحد يطابق هذا الاختيار.
   *[other] عدد من ستصلهم: { $count }
}
mailing-unsubscribed = ومن لا يريدون أخبار هذا المنتدى فلا تصلهم: { $count }
mailing-complained = ومن أبلغوا عن إحدى رسائلنا بوصفها بريدًا مزعجًا فلا تصلهم الرسائل الجماعية: { $count }
mailing-readers = { $language }: { $count }
mailing-readers-too = { $language }: { $count }. لا نص بلغتهم، فسيقرؤونها بهذه اللغة: { $first }.
mailing-states = بحسب الحالة: { $states }
mailing-list = فتح هذه القائمة

mailing-about = عمّ تتحدث الرسالة؟
mailing-about-news = أخبار: ما قد يهمهم، كدعوة أو استبيان. في كل رسالة رابط لإيقاف هذه الرسائل، ومن أوقفها لا تصله.
mailing-about-registration = عن تسجيلهم: ما لا بد أن يعرفوه كي يحضروا، كمكان جديد أو ساعة جديدة. تصل الجميع.
mailing-about-missing = يُرجى اختيار موضوع الرسالة: أخبار، أو عن تسجيلهم.
mailing-shows-page = مع زر «فتح صفحتي»
mailing-shows-page-hint = يفتح لكل شخص صفحته وحدها، وهو مختلف في كل رسالة.
mailing-words = البدء بكلمات رسالة
mailing-words-none = تحية فقط
mailing-words-take = أخذ هذه الكلمات
mailing-words-hint = توضع في كل لغة لم تكتب بها شيئًا بنفسك بعد.
mailing-text-in = اللغة: { $language }
mailing-text-first = يقرأ هذا كل من لا نص بلغته.
mailing-text-empty = إذا تُرك فارغًا وصل قراء هذه اللغة النص بهذه اللغة: { $language }.
mailing-save = حفظ ومعاينة
mailing-edit = تعديل
mailing-delete = حذف المسودة
mailing-first-missing = يُرجى أولًا كتابة الموضوع والنص بهذه اللغة: { $language }. سيقرؤهما كل من لا نص بلغته.
mailing-half = الموضوع والنص معًا: إما كتابتهما كليهما أو تركهما فارغين.
mailing-personal = في النص رابط شخصي أو رمز شارة. وفي رسالة إلى كثيرين يفتح ذلك للجميع صفحة شخص واحد أو شارته. يُرجى حذفه؛ فزر «فتح صفحتي» يعطي كل شخص صفحته.
mailing-field-unknown = «{ $name }» ليس مما يُملأ. يُرجى الاختيار من القائمة أعلاه، أو كتابة القوس مرتين إذا كان مقصودًا بذاته.
mailing-field-not-here = «{ $name }» يفتح صفحة شخص واحد ولا مكان له في رسالة إلى كثيرين. زر «فتح صفحتي» يعطي كل شخص صفحته.
mailing-brace-open = فُتح قوس ولم يُغلق قبل «{ $words }». يُرجى إغلاقه، أو كتابته مرتين إذا كان مقصودًا بذاته.
mailing-brace-close = أُغلق قوس لم يُفتح بعد «{ $words }». يُرجى فتحه، أو كتابته مرتين إذا كان مقصودًا بذاته.
mailing-frozen = أُرسلت الرسالة، فلا يمكن تعديلها.

mailing-preview = كيف تُقرأ
mailing-preview-as = هكذا تصل إلى { $name }
mailing-preview-next = كيف تصل إلى شخص آخر
mailing-preview-mail = عرضها كرسالة بريد
mailing-test = إرسال تجربة إليّ
mailing-test-hint = واحدة بكل لغة إلى { $email }. روابطها تفتح صفحة المنتدى، لا صفحة أحد.
mailing-test-sent = التجربة في الطريق إليك.
mailing-send-title = الإرسال
mailing-send-hint = بعد الإرسال تبقى القائمة والنص كما هما. تصل كل شخص رسالة واحدة مهما تكرر الضغط. ومن ألغى تسجيله قبل دوره فلا تصله.
mailing-send-count = للإرسال يُرجى كتابة عدد الأشخاص: { $count }
mailing-send = إرسال. عدد الأشخاص: { $count }
mailing-send-wrong = العدد غير ذلك. ستصل الآن إلى هذا العدد: { $count }. يُرجى النظر مرة أخرى ثم كتابته.
mailing-saved = حُفظت. لم يُرسل شيء بعد.

mailing-progress = ما أُنجز
mailing-accepted = سُلمت
mailing-waiting = في الانتظار
mailing-undelivered = لم تُسلم
mailing-left-out = استُثنوا
mailing-left-out-hint = يُستثنى من ألغى تسجيله أو رُفض أو أوقف هذه الرسائل قبل دوره.
mailing-stop = إيقاف
mailing-stop-hint = ما تسلمه خادم البريد لا يمكن استرجاعه.
mailing-go-on = متابعة
mailing-reload = عرض الحالة الآن
mailing-messages = فتح الرسائل
mailing-wording = ما تقوله
mailing-of-one = رسائل رسالة جماعية واحدة.

mailing-leave = إيقاف أخبار هذا المنتدى
unsubscribe-title = إيقاف الأخبار؟
unsubscribe-text = لن تصلك أخبار «{ $forum }» بعد الآن. أما الرسائل عن تسجيلك فستبقى تصلك.
unsubscribe-button = إيقاف الأخبار
unsubscribe-done-title = توقفت الأخبار
unsubscribe-done-text = لم تعد تصلك أخبار «{ $forum }». أما الرسائل عن تسجيلك فتبقى تصلك.
unsubscribe-again = أريد الأخبار من جديد
unsubscribed-since = لا يريد الأخبار منذ { $moment }. أما الرسائل عن تسجيله فتبقى تصله. وهو وحده من يطلب الأخبار من جديد: في صفحته، أو بالرابط في أي خبر وصله.
complained-since = أُبلغ عن إحدى رسائلنا من هذا العنوان بوصفها بريدًا مزعجًا، { $moment }، فلم تعد الرسائل الجماعية تُرسل إليه. أما الرسائل عن تسجيله فتبقى تصله. وهو وحده من يطلب الرسائل الجماعية من جديد: في صفحته، أو بالرابط في أي خبر وصله.
unsubscribed-mine = لا تصلك أخبار هذا المنتدى، بل الرسائل عن تسجيلك وحدها.
