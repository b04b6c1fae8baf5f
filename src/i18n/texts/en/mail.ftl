mail-greeting = Hello { $name },
