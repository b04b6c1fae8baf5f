mail-greeting = Здравствуйте, { $name }!
