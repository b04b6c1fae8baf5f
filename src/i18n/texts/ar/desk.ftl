desk-title = لوحة المنظمين
