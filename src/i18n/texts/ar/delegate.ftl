badge-title = شارتك
