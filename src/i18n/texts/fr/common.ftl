# Glossaire, le même partout :
#   forum · lieu (site) · séance (session) · programme
#   délégué(e), mieux : personne, membre de délégation · catégorie · inscription (registration) · organisation · délégation · point focal
#   badge · code · entrée (door) · point de contrôle (checkpoint) · appareil · espace d’organisation (desk) · message
#   se connecter / se déconnecter (sign in, out) · place · e-mail
# États : en attente de confirmation · confirmée · sur liste d’attente · refusée · annulée (l’inscription, jamais la personne)
# On vouvoie, sans accord avec le genre de la personne ; boutons à l’infinitif. Espace avant : ; ? ! et dans « » (rendue insécable à la compilation).

site-name = Hazir
languages-label = Langue
page-skip = Aller au contenu
answer-yes = Oui
answer-no = Non

state-pending = En attente de confirmation
state-confirmed = Confirmée
state-waitlisted = Sur liste d’attente
state-declined = Refusée
state-withdrawn = Annulée
