error-not-found-title = هذه الصفحة غير موجودة
error-not-found-text = يُرجى التحقق من العنوان أو البدء من قائمة المنتديات.
