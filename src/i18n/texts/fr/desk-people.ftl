# L’espace d’organisation : connexion, forums d’un compte, personnes d’un forum.

desk-sign-out = Se déconnecter
desk-tab-overview = Vue d’ensemble
desk-tab-registrations = Inscriptions
desk-tab-messages = Messages
desk-tab-sites = Lieux
desk-tab-sessions = Programme
desk-tab-categories = Catégories
desk-tab-checkpoints = Points de contrôle
desk-tab-devices = Appareils
desk-tab-texts = Textes
desk-tab-settings = Réglages
desk-tab-people = Équipe

desk-sign-in-title = Connexion à l’espace d’organisation
desk-sign-in-email = E-mail
desk-sign-in-password = Mot de passe
desk-sign-in-button = Se connecter
desk-sign-in-wrong = L’e-mail et le mot de passe ne correspondent pas. Vérifiez les deux et réessayez.
desk-sign-in-password-set = Votre mot de passe est enregistré. Connectez-vous avec lui.
desk-sign-in-forgotten = Pas encore de mot de passe, ou oublié ? Un compte propriétaire de ce Hazir peut vous envoyer un nouveau lien.

desk-password-title = Choisissez votre mot de passe
desk-password-for = Pour le compte { $email }.
desk-password-new = Nouveau mot de passe
desk-password-hint = Au moins 12 caractères. Une courte phrase est facile à retenir et difficile à deviner.
desk-password-button = Enregistrer le mot de passe
desk-password-too-short = Écrivez au moins { $count } caractères. Une courte phrase convient bien.
desk-password-too-long = Écrivez au plus { $count } caractères.
desk-password-personal = Choisissez-en un sans votre adresse e-mail : c’est la première chose que l’on essaie.
desk-password-simple = C’est l’un des premiers que l’on essaie. Choisissez quelque chose de bien à vous.
desk-password-gone-title = Ce lien n’est plus valable
desk-password-gone-text = Il a déjà servi, ou son délai est passé. Demandez-en un nouveau à un compte propriétaire de ce Hazir.

desk-home-title = Vos forums
desk-home-new = Nouveau forum
desk-home-accounts = Comptes
desk-home-registered = { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
desk-home-confirmed = confirmées : { $count }
desk-home-hidden = Pas encore publié
desk-home-empty-title = Pas encore de forum
desk-home-empty-create = Créez le premier : un titre, des dates et un lieu suffisent pour commencer.
desk-home-empty-ask = Demandez à l’équipe d’organisation de donner à votre compte l’accès à un forum.
