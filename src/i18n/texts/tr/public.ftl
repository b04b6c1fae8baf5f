forums-title = Forumlar
places-left = { $count ->
    [0] Yer kalmadı
   *[other] { $count } yer kaldı
}
