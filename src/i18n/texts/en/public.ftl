forums-title = Forums
places-left = { $count ->
    [0] No places left
    [one] One place left
   *[other] { $count } places left
}
