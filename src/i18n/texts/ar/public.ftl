forums-title = المنتديات
places-left = { $count ->
    [zero] لم تبقَ مقاعد
    [one] بقي مقعد واحد
    [two] بقي مقعدان
    [few] بقيت { $count } مقاعد
    [many] بقي { $count } مقعدًا
   *[other] بقي { $count } مقعد
}

form-name-missing = اكتب الاسم كما ينبغي أن يظهر على البطاقة.
form-name-no-letters = يجب أن يحتوي الاسم على حرف واحد على الأقل.
form-too-long = يُرجى الاختصار إلى { $count } حرف كحد أقصى.
form-phone-wrong = اكتب رقم الهاتف بالأرقام، مثل: ‎+994 50 123 45 67.
form-country-missing = اختر البلد.
form-organisation-missing = اكتب اسم المنظمة التي تمثلها.
form-category-missing = اختر الفئة.
form-sites-missing = اختر مكانًا واحدًا على الأقل.
form-email-missing = اكتب عنوان البريد الإلكتروني: سيصل التأكيد إليه.
form-email-no-at = العنوان ينقصه رمز @، مثال: aysel@example.org
form-email-space = توجد مسافة داخل العنوان، مثال: aysel@example.org
form-email-no-domain = الجزء الذي يلي @ غير مكتمل، مثال: aysel@example.org
form-email-not-latin = لا تُقبل قبل رمز @ إلا الأحرف اللاتينية، مثال: aysel@example.org
form-email-wrong = هذا العنوان غير صحيح، مثال: aysel@example.org
