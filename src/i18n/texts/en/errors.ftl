error-not-found-title = There is no such page
error-not-found-text = Check the address, or begin at the list of forums.
