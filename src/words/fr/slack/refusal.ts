export const refusal = {
  admin: 'un administrateur',
  only: {
    request_changes: 'Les modifications de ce bon ne peuvent être demandées que par {people}.',
    resubmit: 'Ce bon ne peut être modifié et renvoyé que par {people}.',
    edit: 'Ce bon ne peut être modifié que par {people}.',
    hand_over: 'Ce bon ne peut être transféré que par {people}.',
    approve: 'Ce bon ne peut être approuvé que par {people}.',
    reject: 'Ce bon ne peut être rejeté que par {people}.',
    withdraw: 'Ce bon ne peut être retiré que par {people}.',
    assign: 'L’équipe de ce bon ne peut être affectée que par {people}.',
    confirm: 'Un compte rendu de ce bon ne peut être créé que par {people}.',
    close: 'Ce bon ne peut être clôturé que par {people}.',
    reopen: 'Ce bon ne peut être rouvert que par {people}.',
  },
  members:
    'Seuls les membres à part entière de cet espace de travail peuvent soumettre des bons d’intervention. Demandez à l’un d’eux de le faire pour vous.',
  nobody: 'Vous ne pouvez pas effectuer cette action sur ce bon.',
  left: '{name} a mis fin à votre affectation à ce bon.',
  ownOrder:
    'Vous ne pouvez pas approuver votre propre bon. Un autre responsable ou un administrateur peut l’approuver.',
  undecided:
    '{limit, plural, one {Vous avez déjà un bon en attente de décision. C’est le maximum par personne.} other {Vous avez déjà # bons en attente de décision. C’est le maximum par personne.}} Demandez aux responsables de décider, ou retirez les bons dont vous n’avez plus besoin. Soumettez ensuite celui-ci. Votre brouillon est enregistré.',
  stands: {
    submit: '{order} est en attente d’approbation. Soumis par {name}.',
    request_changes: '{name} a déjà demandé des modifications pour {order}.',
    resubmit: '{order} est en attente d’approbation. Modifié et renvoyé par {name}.',
    edit: '{order} est en attente d’approbation. Modifié par {name}.',
    hand_over: '{name} a transféré {order} à un autre responsable.',
    approve: '{name} a déjà approuvé {order}.',
    reject: '{name} a déjà rejeté {order}.',
    withdraw: '{name} a déjà retiré {order}.',
    assign: '{order} est déjà approuvé. {name} a affecté l’équipe.',
    confirm_partial: '{order} est déjà approuvé. {name} a envoyé un compte rendu.',
    confirm_final: '{name} a déjà clôturé {order} avec le compte rendu final.',
    close: '{name} a déjà clôturé {order}.',
    close_not_performed: '{name} a déjà clôturé {order} comme non réalisé.',
    reopen: '{name} a déjà rouvert {order}.',
  },
  unchanged: 'Rien n’a été modifié.',
  edited:
    '{name} a modifié ce bon pendant que ce formulaire était ouvert. Vérifiez le bon tel qu’il est maintenant, puis réessayez.',
  plan: {
    changed:
      '{name} a modifié l’équipe ou la planification pendant que ce formulaire était ouvert, et vos modifications sont incompatibles avec les siennes. Rien n’a été modifié.',
    now: 'Planification actuelle :',
    crew: 'Intervenants : {names}',
    coordinator: 'Coordination : {name}',
    noCoordinator: 'Coordination : non attribuée',
    start: 'Début prévu : {date}',
    noStart: 'Début prévu : non défini',
    again: 'Rouvrez le formulaire pour décider.',
  },
  noCrew: 'Choisissez au moins un intervenant.',
  overLimit: 'Ce bon s’élève à {net} HT. Vous pouvez approuver jusqu’à {limit}.',
  otherCurrency: 'Ce bon s’élève à {net} HT. Votre plafond de {limit} ne vaut pas pour une autre devise.',
  notListed: 'Vous ne figurez plus dans la liste des responsables.',
  enough:
    '{count, plural, one {{names} peut l’approuver. Sélectionnez « {button} » pour transférer le bon.} other {Peuvent l’approuver : {names}. Sélectionnez « {button} » pour transférer le bon à l’une de ces personnes.}}',
  nobodyEnough:
    'Personne dans la liste des responsables ne peut approuver ce montant, mais tout administrateur le peut. Sélectionnez « {button} » pour transférer le bon à un administrateur.',
  notSupervisor: '{name} ne figure pas dans la liste des responsables. Choisissez quelqu’un d’autre.',
  sameSupervisor: '{name} est déjà responsable de ce bon. Choisissez quelqu’un d’autre.',
  lacking: {
    title: 'Ce bon ne peut pas encore être clôturé.',
    photos: 'Joignez au moins une photo.',
    checklist:
      'Saisissez {count, plural, one {le résultat de # point} many {les résultats de # points} other {les résultats de # points}} de la liste de contrôle : {lines}.',
    acceptance: 'Le client doit accepter les travaux.',
  },
  notAsOrdered:
    'La version {version, number} diffère du bon approuvé : le bon ne peut donc pas être clôturé comme conforme. Choisissez « {outcome} ».',
} as const;
