mail-greeting = Merhaba { $name },
