error-not-found-title = Belə səhifə yoxdur
error-not-found-text = Ünvanı yoxlayın və ya forumların siyahısından başlayın.
