export const tell = {
  lead: {
    request: '{order} : {name} demande votre approbation pour {title}.',
    request_priced: '{order} : {name} demande votre approbation pour {title} ({amount}).',
    again: '{order} : {name} a renvoyé {title} et demande votre approbation.',
    again_priced: '{order} : {name} a renvoyé {title} ({amount}) et demande votre approbation.',
    took_over: '{order}\u00a0: {name} vous a transféré {title}. Vous en êtes maintenant responsable.',
    handed_over: '{order}\u00a0: {name} a transféré {title} à {to}.',
    edited: '{order}\u00a0: {name} a modifié {title} et demande votre approbation.',
    edited_priced: '{order}\u00a0: {name} a modifié {title} ({amount}) et demande votre approbation.',
    passed: '{order}\u00a0: {name} vous a transféré {title} et demande votre approbation.',
    passed_priced: '{order}\u00a0: {name} vous a transféré {title} ({amount}) et demande votre approbation.',
    passed_on: '{order}\u00a0: {name} a transféré {title} à {to} et demande votre approbation.',
    passed_on_priced: '{order}\u00a0: {name} a transféré {title} ({amount}) à {to} et demande votre approbation.',
    changes_requested: '{order} : {name} a demandé des modifications pour {title}. Modifiez et renvoyez le bon.',
    approved: '{order} : {name} a approuvé {title}.',
    rejected: '{order} : {name} a rejeté {title}.',
    withdrawn: '{order} : {name} a retiré {title}.',
    crew_joined: '{order} : {name} vous a confié {title}.',
    crew_left: '{order} : {name} a mis fin à votre affectation à {title}.',
    confirmed: '{order} : {name} a envoyé un compte rendu pour {title}.',
    confirmed_settles:
      '{order}\u00a0: {name} a envoyé un compte rendu pour {title} dans la limite du montant approuvé. La contestation est réglée.',
    extra_cost:
      '{order}\u00a0: {title} coûte plus que ce qui a été approuvé. {name} a envoyé un compte rendu, et le surcoût attend votre décision.',
    extra_cost_priced:
      '{order}\u00a0: {difference} au-dessus du montant approuvé pour {title}. {name} a envoyé un compte rendu, et le surcoût attend votre décision.',
    extra_accepted: '{order}\u00a0: {name} a accepté le surcoût de {title}.',
    extra_disputed: '{order}\u00a0: {name} a contesté le surcoût de {title}. Envoyez un nouveau compte rendu.',
    held: '{order}\u00a0: {name} a suspendu {title}.',
    hold_changed: '{order}\u00a0: {name} a modifié la suspension de {title}.',
    resumed: '{order}\u00a0: {name} a repris {title}. Le bon n’est plus suspendu.',
    rescheduled: '{order}\u00a0: {name} a replanifié {title}.',
    closed: '{order} : {name} a clôturé {title} : « {state} ».',
    closed_settles:
      '{order}\u00a0: {name} a clôturé {title} dans la limite du montant approuvé\u00a0: «\u00a0{state}\u00a0». La contestation est réglée.',
    signed: '{order}\u00a0: {name} a signé {title}.',
    signed_reservations: '{order}\u00a0: {name} a signé {title} avec réserves.',
    reopened: '{order} : {name} a rouvert {title}. Les travaux reprennent.',
    request_instead: '{order} : {name} ne peut plus se prononcer sur {title}. Veuillez le faire à sa place.',
    supervisor_gone_submitted:
      '{order} : {name} ne peut plus se prononcer sur {title}. Les administrateurs ont été invités à le faire. Vous pouvez aussi retirer le bon et en soumettre un nouveau à un autre responsable.',
    supervisor_gone:
      '{order} : {name} ne peut plus se prononcer sur {title}. Choisissez un autre responsable lorsque vous modifierez et renverrez le bon.',
    requester_gone:
      '{order} : {name} ne peut plus modifier et renvoyer {title}. Retirez le bon et demandez à quelqu’un d’autre d’en soumettre un nouveau.',
    coordinator_gone:
      '{order} : {name} ne peut plus coordonner {title}. Affectez une autre personne à la coordination.',
    crew_gone: '{order} : {name} ne peut plus intervenir sur {title}. Affectez quelqu’un d’autre.',
    channel_lost:
      '{order} : l’application n’a plus accès au canal du bon {title} et ne peut plus y publier. Pour rétablir l’accès, saisissez « /invite @Service Orders » dans ce canal. Si le canal n’existe plus, un administrateur peut en ouvrir un nouveau dans l’onglet Accueil de l’application.',
    channel_shared:
      '{order} : le canal du bon {title} est désormais partagé avec une autre organisation. Ses membres peuvent tout y lire, y compris les prix et les PDF, mais ne peuvent pas modifier le bon. Si vous ne le souhaitez pas, cessez de partager le canal.',
  },
  standIn: {
    until:
      'La décision vous est demandée pour la suppléance de {name}. Fin de l’absence\u00a0: {date}. Vous pourrez encore décider après cette date.',
    away: 'En l’absence de {name}, la décision vous est demandée.',
    substitute: 'La décision vous a été demandée pour la suppléance de {name}, et vous pouvez encore décider.',
    unanswered: '{name} n’a pas encore décidé\u00a0: la demande vous est donc aussi adressée.',
    limit: '{name} ne peut pas approuver ce montant\u00a0: la décision vous est donc demandée.',
    before:
      'On vous a déjà demandé de prendre le relais de {name} pour ce bon\u00a0: la demande vous est donc de nouveau adressée.',
  },
  decidedFor: 'Décision prise en suppléance de {name}.',
  amount: {
    net: '{net} HT',
    tax: '{gross} TTC',
  },
  extra: '*Nouveau total* {net} HT\n*Approuvé* {approved} HT, couvre jusqu’à {covered}',
  covers: '*{button}* couvre jusqu’à {covers} HT',
  start: 'Début : {date}',
  channel: 'Canal : {channel}',
  namedChannel: 'Canal : #{name} ({channel})',
  job: '*Lieu d’intervention* {location}\n*Début* {date}',
  jobContact: '*Lieu d’intervention* {location}\n*Début* {date}\n*Contact sur place* {contact}',
  settled: {
    approve: '*Approuvé* par {name} · {date}',
    reject: '*Rejeté* par {name} · {date}',
    request_changes: '*Modifications demandées* par {name} · {date}',
    withdraw: '*Retiré* par {name} · {date}',
    resubmit: '*Renvoyé* par {name} · {date}',
    edit: '*Modifié* par {name} · {date}',
    hand_over: '*Transféré* à {to} par {name} · {date}',
    accept_extra: '*Surcoût accepté* par {name} · {date}',
    dispute_extra: '*Surcoût contesté* par {name} · {date}',
    assign: '*Équipe affectée* par {name} · {date}',
    closed: '*Clôturé* par {name} · {date}',
  },
} as const;
