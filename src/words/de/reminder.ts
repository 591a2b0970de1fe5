export const reminder = {
  visit: {
    line: '{date} · {order} {title} · {client}',
    channel: 'Channel: {channel}',
    contact: 'Kontakt vor Ort: {contact}',
  },
  lead: {
    decision: 'Erinnerung: {order} {title} wartet seit {date} auf deine Genehmigung.',
    changes: 'Erinnerung: {order} {title} wartet seit {date} auf deine Änderungen.',
    extra_cost: 'Erinnerung: Die Mehrkosten von {order} {title} warten seit {date} auf deine Entscheidung.',
    start:
      'Erinnerung: {order} {title} hätte am {date} beginnen sollen. Beginne die Arbeit, unterbrich den Auftrag oder lass ihn neu terminieren.',
    end: 'Erinnerung: {order} {title} hätte bis {date} fertig sein sollen. Schließe den Auftrag ab oder unterbrich ihn.',
  },
  list: 'Erinnerung: {count, plural, one {# Auftrag wartet} other {# Aufträge warten}} auf dich.',
  row: '{order} {title} · {client}',
  rowAmount: '{order} {title} · {client} · {amount}',
  waits: {
    decision: 'Wartet seit {date} auf deine Genehmigung',
    changes: 'Wartet seit {date} auf deine Änderungen',
    extra_cost: 'Mehrkosten warten seit {date} auf deine Entscheidung',
    start: 'Hätte am {date} beginnen sollen',
    end: 'Hätte bis {date} fertig sein sollen',
  },
  late: {
    changes: 'Änderungen angefordert am {date}',
    start: 'Hätte am {date} beginnen sollen',
    end: 'Hätte bis {date} fertig sein sollen',
  },
  more: '{count, plural, one {# weiterer Auftrag} other {# weitere Aufträge}} im Home-Tab der App',
  digest: {
    title: 'Deine Serviceaufträge heute',
    visits: 'Deine Einsätze heute',
    decisions: 'Warten auf deine Entscheidung',
    late: 'Überfällig',
    text: '{part}: {orders}',
    optOut: 'Du kannst diese Nachricht im Home-Tab der App abschalten.',
  },
} as const;
