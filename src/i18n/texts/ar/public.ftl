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
