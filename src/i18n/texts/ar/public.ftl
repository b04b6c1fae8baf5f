forums-title = المنتديات
places-left = { $count ->
    [zero] لم تبقَ مقاعد
    [one] بقي مقعد واحد
    [two] بقي مقعدان
    [few] بقيت { $count } مقاعد
    [many] بقي { $count } مقعدًا
   *[other] بقي { $count } مقعد
}
