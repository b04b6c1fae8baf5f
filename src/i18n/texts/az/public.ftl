forums-title = Forumlar
places-left = { $count ->
    [0] Yer qalmayıb
   *[other] { $count } yer qalıb
}
