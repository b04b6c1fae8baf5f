mail-greeting = تحية طيبة { $name }،
