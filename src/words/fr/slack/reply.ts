export const reply = {
  nowIs: 'Le statut de {order} est maintenant «\u00a0{state}\u00a0».',
  /** The shortcut “Add to service order”. */
  oldButton: 'Ce bouton vient d’une ancienne version de l’application. Rouvrez le bon depuis l’onglet Accueil.',
  storage:
    'Action impossible : le stockage de l’application est indisponible pour l’instant (référence {reference}). Rien n’a été modifié. Laissez les formulaires ouverts tels quels et réessayez dans une minute. Si le problème persiste, prévenez la personne qui gère l’application.',
  fault: {
    unchanged:
      'Un problème est survenu de notre côté (référence {reference}). Rien n’a été modifié. Veuillez réessayer.',
    unsure:
      'Un problème est survenu de notre côté (référence {reference}). Vérifiez si l’action a abouti. Sinon, veuillez réessayer.',
  },
  stranger: {
    notUnderstood:
      'Slack a envoyé quelque chose que cette application ne comprend pas. Rien n’a été modifié. Veuillez réessayer.',
    otherWorkspace:
      'Les bons d’intervention sont réservés aux personnes de l’espace de travail auquel ils appartiennent. Demandez de l’aide à l’un de ses membres.',
  },
} as const;
