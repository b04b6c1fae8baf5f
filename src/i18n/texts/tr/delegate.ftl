badge-title = Yaka kartınız
