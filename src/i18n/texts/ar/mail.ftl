mail-greeting = تحية طيبة { $name }،

mail-confirmed-subject = تم تأكيد المقعد: { $forum }
mail-confirmed-heading = تم تأكيد المقعد
mail-confirmed-body = تم التسجيل في «{ $forum }». يُرجى إبراز هذه الرسالة أو فتح الصفحة الشخصية عند المدخل: الرمز هو الشارة، ويُقرأ من الهاتف ومن الورق.
mail-approved-body = أكّد المنظمون التسجيل في «{ $forum }». يُرجى إبراز هذه الرسالة أو فتح الصفحة الشخصية عند المدخل: الرمز هو الشارة، ويُقرأ من الهاتف ومن الورق.

mail-pending-subject = وصلنا التسجيل: { $forum }
mail-pending-heading = وصلنا التسجيل
mail-pending-body = شكرًا على التسجيل في «{ $forum }». ينظر المنظمون في كل تسجيل بأنفسهم، وسيصل الرد برسالة فور اتخاذ القرار. لا حاجة إلى أي إجراء آخر حتى ذلك الحين.

mail-waitlisted-subject = التسجيل على قائمة الانتظار: { $forum }
mail-waitlisted-heading = التسجيل على قائمة الانتظار
mail-waitlisted-body = جميع مقاعد «{ $forum }» مشغولة حاليًا، والتسجيل على قائمة الانتظار. عندما يتوفر مقعد ويحين الدور، تصل رسالة منا في الحال. يُرجى عدم السفر قبل ذلك.

mail-declined-subject = بشأن التسجيل: { $forum }
mail-declined-heading = يتعذر علينا توفير مقعد
mail-declined-body = شكرًا على الاهتمام بالمشاركة في «{ $forum }». نأسف، فقد تعذر على المنظمين توفير مقعد هذه المرة.
mail-declined-reason = إضافة من المنظمين:

mail-withdrawn-subject = تم سحب التسجيل: { $forum }
mail-withdrawn-heading = تم سحب التسجيل
mail-withdrawn-body = تم سحب التسجيل في «{ $forum }»، ولم تعد الشارة، إن وُجدت، صالحة للدخول. يمكن التسجيل من جديد عند تغيّر الخطط.
mail-withdrawn-button = التسجيل من جديد

mail-freed-subject = توفّر مقعد: { $forum }
mail-freed-heading = توفّر مقعد
mail-freed-body = توفّر مقعد في «{ $forum }» وهو محجوز الآن بهذا التسجيل. الرمز هو الشارة: يُرجى إبراز هذه الرسالة أو فتح الصفحة الشخصية عند المدخل. عند تعذّر الحضور، يُرجى سحب التسجيل من الصفحة الشخصية لإتاحة المقعد لمن يلي في القائمة.

mail-reissued-subject = الشارة الجديدة: { $forum }
mail-reissued-heading = هذه هي الشارة الجديدة
mail-reissued-body = لشارة «{ $forum }» رمز جديد. لم يعد الرمز القديم صالحًا للدخول، فيُرجى استعمال هذا الرمز وحده.

mail-again-subject = الشارة: { $forum }
mail-again-heading = هذه هي الشارة مرة أخرى
mail-again-body = التسجيل في «{ $forum }» موجود لدينا، ولذلك نرسل الشارة مرة أخرى. الرمز هو نفسه. إن تغيّر شيء من البيانات، يمكن تصحيحه في الصفحة الشخصية.

mail-new-address-subject = تأكيد العنوان الجديد: { $forum }
mail-new-address-heading = تأكيد العنوان الجديد
mail-new-address-body = من الآن ستصل رسائل «{ $forum }» إلى هذا العنوان بعد تأكيده. وحتى ذلك الحين، يذهب كل شيء إلى العنوان القديم.
mail-new-address-button = تأكيد هذا العنوان
mail-new-address-note = يعمل الرابط مدة { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}. من لم يطلب ذلك لا يحتاج إلى فعل شيء، ولن يتغير شيء.

mail-old-address-subject = تم تغيير العنوان: { $forum }
mail-old-address-heading = تم تغيير العنوان
mail-old-address-body = صارت رسائل التسجيل في «{ $forum }» تُرسل إلى عنوان آخر، ولن تصل إلى هذا العنوان بعد الآن. إن كان هذا التغيير غير مقصود، يُرجى إبلاغ المنظمين.

mail-password-subject = اختيار كلمة المرور في حاضر
mail-password-heading = اختيار كلمة المرور
mail-password-body = بهذا الرابط يمكن اختيار كلمة المرور للحساب في لوحة المنظمين. يعمل الرابط مرة واحدة خلال { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}.
mail-password-button = اختيار كلمة المرور
mail-password-note = إن كانت هذه الرسالة غير متوقعة، فيمكن تجاهلها. لا يستطيع أحد استعمال الرابط بدونها.

mail-when = الموعد
mail-when-from = { $dates }، من الساعة { $time }
mail-where = المكان
mail-name = الاسم على الشارة
mail-badge-alt = رمز QR للشارة
mail-badge-hint = الصورة لا تظهر؟ هي مرفقة أيضًا، ويمكن كتابة الرمز يدويًا عند المدخل.
mail-calendar-hint = المواعيد مرفقة في ملف تقويم.
mail-page-button = فتح صفحتي
mail-page-hint = في الصفحة الشخصية يمكن تصحيح البيانات أو تغيير العنوان أو سحب التسجيل. الرابط شخصي، فيُرجى عدم مشاركته مع أحد.
mail-footer-why = وصلت هذه الرسالة لأن هذا العنوان كُتب عند التسجيل في «{ $forum }».
mail-footer-contact = للأسئلة تُرجى الكتابة إلى { $contact }
