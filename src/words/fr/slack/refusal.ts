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
    start_work: 'Le travail ne peut être démarré que par {people}.',
    hold: 'Ce bon ne peut être suspendu que par {people}.',
    resume: 'Ce bon ne peut être repris que par {people}.',
    reschedule: 'Ce bon ne peut être replanifié que par {people}.',
    accept_extra: 'Le surcoût de ce bon ne peut être accepté ou contesté que par {people}.',
    add_photos: 'Des photos ne peuvent être ajoutées à ce bon que par {people}.',
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
    start_work: '{name} a déjà démarré le travail pour {order}.',
    hold: '{name} a suspendu {order}.',
    resume: '{name} a repris {order}.',
    reschedule: '{name} a replanifié {order}.',
    accept_extra: '{name} a déjà accepté le surcoût de {order}.',
    accept_final: '{name} a accepté le surcoût de {order}, ce qui a clôturé le bon.',
    dispute_extra: '{name} a déjà contesté le surcoût de {order}.',
    add_photos: '{name} a ajouté des photos à {order}.',
    remind: '{order} est toujours en attente.',
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
  extraCost:
    'Ce bon coûte {difference} de plus que ce qui a été approuvé ({approved} HT). {name} doit l’accepter avant qu’il puisse être terminé. Vous pouvez le suspendre ou le clôturer comme non réalisé.',
  extraCostHidden:
    'Ce bon coûte plus que ce qui a été approuvé. {name} doit l’accepter avant qu’il puisse être terminé. Vous pouvez le suspendre ou le clôturer comme non réalisé.',
  extraDisputed:
    'Ce bon coûte {difference} de plus que ce qui a été approuvé ({approved} HT), et {name} l’a contesté. Envoyez un nouveau compte rendu, suspendez le bon ou clôturez-le comme non réalisé.',
  extraDisputedHidden:
    'Ce bon coûte plus que ce qui a été approuvé, et {name} l’a contesté. Envoyez un nouveau compte rendu, suspendez le bon ou clôturez-le comme non réalisé.',
  noQuestion: 'Aucune décision n’est attendue sur le coût de ce bon.',
  questionNewer:
    '{name} a envoyé un nouveau compte rendu, et le surcoût n’est plus celui qui vous a été soumis. Vérifiez-le tel qu’il est maintenant, puis décidez.',
  questionSettled:
    '{name} a envoyé un nouveau compte rendu, et {order} ne coûte plus davantage que ce qui a été approuvé. Il n’y a plus rien à décider.',
  upToTooLow: 'Le bon coûte déjà {net} HT. Saisissez au moins ce montant.',
  started: 'Le travail pour ce bon a déjà été démarré ({date}).',
  onHold: '{name} a suspendu ce bon entre-temps. Vérifiez où il en est, puis réessayez.',
  notOnHold: 'Ce bon n’est plus suspendu.',
  notDue: 'Ce rappel n’est plus d’actualité.',
  photosKnown: 'Ces photos sont déjà dans le bon.',
} as const;
