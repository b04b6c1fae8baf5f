mail-greeting = Salam, { $name }!
