door-title = المدخل
