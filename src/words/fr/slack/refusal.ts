export const refusal = {
  admin: 'un administrateur de l’espace de travail',
  only: {
    request_changes: 'Les modifications de ce bon ne peuvent être demandées que par {people}.',
    resubmit: 'Ce bon ne peut être modifié et renvoyé que par {people}.',
    approve: 'Ce bon ne peut être approuvé que par {people}.',
    reject: 'Ce bon ne peut être rejeté que par {people}.',
    withdraw: 'Ce bon ne peut être retiré que par {people}.',
    assign: 'L’équipe de ce bon ne peut être affectée que par {people}.',
    confirm: 'Un compte rendu de ce bon ne peut être créé que par {people}.',
    close: 'Ce bon ne peut être clôturé que par {people}.',
    reopen: 'Ce bon ne peut être rouvert que par {people}.',
  },
  members:
    'Seuls les membres à part entière de cet espace de travail peuvent envoyer des bons d’intervention. Demandez à l’un d’eux de le faire pour vous.',
  nobody: 'Vous ne pouvez pas faire cela avec ce bon.',
  left: '{name} vous a retiré de ce bon.',
  ownOrder:
    'Vous ne pouvez pas approuver votre propre bon. Une autre personne responsable ou un administrateur de l’espace de travail peut l’approuver.',
  undecided:
    '{limit, plural, one {Vous avez déjà un bon en attente de décision. C’est le maximum par personne.} other {Vous avez déjà # bons en attente de décision. C’est le maximum par personne.}} Demandez aux responsables de décider, ou retirez les bons dont vous n’avez plus besoin. Envoyez ensuite celui-ci. Votre brouillon est enregistré.',
  stands: {
    submit: '{order} est en attente d’approbation. Envoyé par {name}.',
    request_changes: '{name} a déjà demandé des modifications de {order}.',
    resubmit: '{order} est en attente d’approbation. Modifié et renvoyé par {name}.',
    approve: '{name} a déjà approuvé {order}.',
    reject: '{name} a déjà rejeté {order}.',
    withdraw: '{name} a déjà retiré {order}.',
    assign: '{order} est déjà approuvé. {name} a affecté l’équipe.',
    confirm_partial: '{order} est déjà approuvé. {name} a rendu compte de travaux.',
    confirm_final: '{name} a déjà terminé {order} avec le compte rendu final.',
    close: '{name} a déjà clôturé {order}.',
    close_not_performed: '{name} a déjà clôturé {order} comme non réalisé.',
    reopen: '{name} a déjà rouvert {order}.',
  },
  unchanged: 'Rien n’a été modifié.',
  resubmitted:
    '{name} a modifié et renvoyé ce bon pendant que ce formulaire était ouvert. Vérifiez le bon tel qu’il est maintenant, puis décidez à nouveau.',
  plan: {
    changed:
      '{name} a modifié l’équipe ou la planification pendant que ce formulaire était ouvert, et vos modifications ne sont pas compatibles. Rien n’a été modifié.',
    now: 'La planification est maintenant :',
    crew: 'Intervenants : {names}',
    coordinator: 'Coordination : {name}',
    noCoordinator: 'Pas de coordination',
    start: 'Début prévu : {date}',
    noStart: 'Pas de début prévu',
    again: 'Ouvrez à nouveau le formulaire pour décider.',
  },
  noCrew: 'Choisissez au moins un intervenant.',
  notAsOrdered:
    'La version {version, number} diffère du bon approuvé : il ne peut pas être clôturé comme conforme. Choisissez « {outcome} ».',
} as const;
