export const reminder = {
  visit: {
    line: '{date} · {order} {title} · {client}',
    channel: 'Canal : {channel}',
    contact: 'Contact sur place : {contact}',
  },
  lead: {
    decision: 'Rappel : {order} {title} attend votre approbation depuis {date}.',
    changes: 'Rappel : {order} {title} attend vos modifications depuis {date}.',
    extra_cost: 'Rappel : le surcoût de {order} {title} attend votre décision depuis {date}.',
    start:
      'Rappel : {order} {title} aurait dû commencer ({date}). Commencez le travail, suspendez le bon ou faites-le replanifier.',
    end: 'Rappel : {order} {title} aurait dû être terminé ({date}). Clôturez le bon ou suspendez-le.',
  },
  list: 'Rappel : {count, plural, one {# bon vous attend} other {# bons vous attendent}}.',
  row: '{order} {title} · {client}',
  rowAmount: '{order} {title} · {client} · {amount}',
  waits: {
    decision: 'Attend votre approbation depuis {date}',
    changes: 'Attend vos modifications depuis {date}',
    extra_cost: 'Surcoût en attente de votre décision depuis {date}',
    start: 'Aurait dû commencer : {date}',
    end: 'Aurait dû être terminé : {date}',
  },
  late: {
    changes: 'Modifications demandées : {date}',
    start: 'Aurait dû commencer : {date}',
    end: 'Aurait dû être terminé : {date}',
  },
  more: '{count, plural, one {# autre bon} other {# autres bons}} dans l’onglet Accueil de l’application',
  digest: {
    title: 'Vos bons de service du jour',
    visits: 'Vos visites du jour',
    decisions: 'En attente de votre décision',
    late: 'En retard',
    text: '{part} : {orders}',
    optOut: 'Vous pouvez désactiver ce message dans l’onglet Accueil de l’application.',
  },
} as const;
