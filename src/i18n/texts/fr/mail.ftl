mail-greeting = Bonjour { $name },
