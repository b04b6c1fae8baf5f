error-not-found-title = Böyle bir sayfa yok
error-not-found-text = Adresi denetleyin ya da forum listesinden başlayın.
