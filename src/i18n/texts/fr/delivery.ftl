delivery-deferred = Reporté
delivery-returned = Revenu
delivery-next-try = Prochain essai : { $moment }
delivery-perhaps-taken = La liaison a été coupée une fois l’e-mail transmis : le serveur l’a peut-être déjà. Il repart tel quel, sous le même numéro, pour qu’un second exemplaire ne passe pas pour un nouveau.
delivery-came-back = Signalé ensuite :
delivery-silent-title = Certains serveurs de messagerie ne répondent pas en ce moment
delivery-silent-lead = Les e-mails qui leur sont destinés attendent et repartiront d’eux-mêmes. Tous les autres partent comme d’habitude.
delivery-silent-one = { $domain } : pas de réponse depuis le { $moment } ; e-mails en attente : { $count }
delivery-link = Qui n’a pas d’adresse valable ?
delivery-title = Sans adresse valable
delivery-lead = Ces personnes n’ont pas d’adresse valable : appelez-les.
delivery-count = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
delivery-trouble = La boîte des e-mails revenus ne peut pas être lue en ce moment.
delivery-trouble-since = Depuis le { $moment }. Les personnes dont l’e-mail est revenu entre-temps manquent ici ; elles s’ajouteront d’elles-mêmes dès que la boîte pourra être lue :
delivery-none = On peut écrire à tout le monde
delivery-none-text = Les personnes dont le dernier e-mail est refusé ou revient apparaissent ici, avec leur téléphone et la raison.
delivery-in-list = Les voir dans les inscriptions
delivery-no-address = Sans adresse valable
delivery-todo-unreachable = { $count ->
    [one] { $count } personne sans adresse valable : à appeler
   *[other] { $count } personnes sans adresse valable : à appeler
}
delivery-why = Raison
delivery-no-phone = Pas de téléphone
delivery-correct = Corriger en { $email } et renvoyer
delivery-person = Les e-mails n’arrivent pas à cette personne : appelez-la.
delivery-no-mailbox = Cette boîte n’existe pas. Demandez la bonne adresse.
delivery-no-domain = Ce qui suit le @ n’existe pas. Demandez la bonne adresse.
delivery-full = La boîte est pleine. Demandez d’y faire de la place, ou une autre adresse.
delivery-closed = La boîte est fermée. Demandez une autre adresse.
delivery-unwanted = Leur serveur a pris l’e-mail pour du courrier indésirable. Demandez une autre adresse, ou l’autorisation de nos e-mails.
delivery-silent = Leur serveur ne répond pas. Réessayez plus tard, ou demandez une autre adresse.
delivery-too-large = L’e-mail est trop lourd pour cette boîte. Demandez une autre adresse.
delivery-other = Leur serveur a refusé l’e-mail.
delivery-question = Vouliez-vous écrire { $email } ?
delivery-question-text = Vous avez écrit { $email }. La confirmation et le badge partent à cette adresse.
delivery-question-yes = Oui, { $email }
delivery-question-no = Non, l’adresse que j’ai écrite est juste
