desk-title = Desk
