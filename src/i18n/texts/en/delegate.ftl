badge-title = Your badge
