export const refusal = {
  onlyThey: {
    submit: 'Action réservée à {people} : soumettre des bons d’intervention.',
    request_changes: 'Action réservée à {people} : demander des modifications de ce bon.',
    resubmit: 'Action réservée à {people} : modifier et renvoyer ce bon.',
    approve: 'Action réservée à {people} : approuver ce bon.',
    reject: 'Action réservée à {people} : rejeter ce bon.',
    withdraw: 'Action réservée à {people} : retirer ce bon.',
    assign: 'Action réservée à {people} : affecter l’équipe de ce bon.',
    confirm: 'Action réservée à {people} : créer un compte rendu de ce bon.',
    close: 'Action réservée à {people} : clôturer ce bon.',
    reopen: 'Action réservée à {people} : rouvrir ce bon.',
  },
  admin: 'un administrateur de l’espace de travail',
  nobody: 'Pour l’instant, personne sur ce bon ne peut le faire.',
  notMember:
    'Seuls les membres à part entière de cet espace de travail peuvent soumettre des bons d’intervention. Adressez-vous à un collègue qui l’est.',
  left: '{what}. Vous ne participez plus à ce bon.',
  ownOrder:
    'Vous ne pouvez pas approuver votre propre bon. Un autre responsable ou un administrateur de l’espace de travail peut le faire.',
  tooManyUndecided:
    'Vous avez déjà {count, plural, one {# bon} other {# bons}} en attente d’approbation, le maximum par personne. Demandez aux responsables de décider, ou retirez les bons devenus inutiles, puis envoyez celui-ci. Votre brouillon est enregistré.',
  wrongState: '{what}. Le bon a maintenant le statut « {state} ». Rien n’a été modifié.',
  staleSubmission:
    'Le bon a changé pendant que ce formulaire était ouvert : {what}. Consultez-le, puis décidez de nouveau.',
  staleVersion: '{name} a émis la version {version, number} pendant que ce formulaire était ouvert.',
  stalePlan:
    'Le planning a changé pendant que ce formulaire était ouvert et vos modifications le contredisent : {what}. Rien n’a été modifié. Ouvrez de nouveau le formulaire pour faire vos modifications.',
  plan: 'Planning actuel\nIntervenants : {crew}\nCoordination : {coordinator}\nDébut prévu : {start}',
  notSet: 'non défini',
  noCrew: 'Choisissez au moins un intervenant.',
  notAsOrdered: 'La version {version, number} diffère du bon approuvé. Choisissez plutôt « {outcome} ».',
} as const;
