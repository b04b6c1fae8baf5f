# Lists in and out

exchange-file-empty = لا يوجد أحد في الملف.
exchange-file-not-utf8 = الملف ليس بترميز UTF-8. يُرجى اختيار «CSV UTF-8» في برنامج الجداول أو الحفظ بصيغة XLSX.
exchange-file-unreadable = الملف ليس CSV ولا XLSX ولا قائمة JSON.
exchange-columns-missing = تنقص هذه الأعمدة: { $columns }.
exchange-would-add = { $count ->
    [0] لن يُضاف أحد.
    [one] سيُضاف شخص واحد.
    [two] سيُضاف شخصان.
    [few] سيُضاف { $count } أشخاص.
    [many] سيُضاف { $count } شخصًا.
   *[other] سيُضاف { $count } شخص.
}
exchange-added = { $count ->
    [0] لم يُضف أحد.
    [one] أُضيف شخص واحد.
    [two] أُضيف شخصان.
    [few] أُضيف { $count } أشخاص.
    [many] أُضيف { $count } شخصًا.
   *[other] أُضيف { $count } شخص.
}
exchange-waitlisted = منهم على قائمة الانتظار لأن جميع المقاعد مشغولة: { $count }.
exchange-known = أشخاص مسجّلون من قبل ويبقون كما هم: { $count }.
exchange-new-categories = فئات جديدة في المنتدى: { $names }.
exchange-refused = { $count ->
    [zero] لم يُرفض أي صف.
    [one] لم يُقبل صف واحد.
    [two] لم يُقبل صفان.
    [few] لم تُقبل { $count } صفوف.
    [many] لم يُقبل { $count } صفًا.
   *[other] لم يُقبل { $count } صف.
}
exchange-stopped = توقّف الاستيراد قبل نهاية الملف.
exchange-stopped-unsure = تعذّرت معرفة ما إذا كانت الصفوف التالية قد حُفظت.
exchange-again = يُرجى إدخال الملف نفسه مرة أخرى: لا ضرر من ذلك، ومن سبق تسجيله يبقى كما هو.
exchange-row = الصف { $row }: { $reason }
exchange-row-named = الصف { $row }، { $name }: { $reason }
exchange-row-name = الاسم ناقص أو طويل جدًا.
exchange-row-email = عنوان البريد الإلكتروني غير صحيح.
exchange-row-organisation = من دون بريد إلكتروني تلزم المنظمة.
exchange-row-country = البلد ليس رمزًا مثل AZ ولا اسمًا نعرفه.
exchange-row-phone = رقم الهاتف غير مكتوب بالأرقام.
exchange-row-state = ينبغي أن تكون الحالة إحدى هذه الكلمات: pending، confirmed، waitlisted، declined، withdrawn.
exchange-row-too-long = أحد النصوص طويل جدًا.
exchange-row-known = هذا الشخص مسجّل من قبل ويبقى كما هو. وإن كان شخصًا آخر فتُكتب yes في عمود another.
exchange-row-twice = الشخص نفسه في صف سابق. وإن كان شخصًا آخر فتُكتب yes في عمود another.
import-title = استيراد
import-intro = يُدخل هنا ملف بقائمة الأشخاص. من سبق تسجيله يبقى كما هو، ولذلك يمكن إدخال الملف نفسه مرتين.
import-columns = الأعمدة اللازمة: name، country، ومعهما email أو organisation. ويمكن أن توجد سائر أعمدة التصدير بأي ترتيب.
import-file = الملف
import-file-hint = CSV أو XLSX أو JSON، حتى 20 ميغابايت
import-mail = إرسال رسالة التسجيل إلى كل شخص جديد
import-check = فحص فقط
import-run = استيراد
import-file-missing = يُرجى اختيار ملف.
import-refused-title = صفوف تحتاج إلى تصحيح
import-left-out-title = صفوف لم تُدخل
import-row-head = الصف
import-name-head = الاسم
import-why-head = ما ينبغي تصحيحه
import-left-out-why-head = السبب
import-waiting = القائمة في انتظار دورها. يمكن إغلاق هذه الصفحة، وستُستورد القائمة على أي حال.
import-running = يجري استيراد القائمة. يمكن إغلاق هذه الصفحة، وسيستمر الاستيراد.
import-checking = يجري فحص القائمة.
import-progress = الصفوف: { $number_done } من { $number_total }
import-cancelled = أُلغي الاستيراد. من أُضيف قبل ذلك يبقى.
import-gone = تُحفظ نتيجة الاستيراد يومًا واحدًا ولم تعد موجودة.
job-waiting = في انتظار دوره
job-cancelled = أُلغي
job-cancel = إلغاء
import-back = العودة إلى القائمة
