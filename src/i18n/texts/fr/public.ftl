forums-title = Forums
places-left = { $count ->
    [0] Il ne reste plus de place
    [one] Il reste une place
   *[other] Il reste { $count } places
}
