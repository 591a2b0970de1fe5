export const away = {
  title: 'Abwesenheit',
  heading: 'Deine Einstellungen',
  set: 'Abwesenheit eintragen',
  change: 'Ändern',
  back: 'Ich bin zurück',
  here: 'Während du abwesend bist, kann jemand anderes über deine Aufträge entscheiden.',
  until: 'Du bist bis {date} abwesend. Anfragen an dich gehen auch an {name}.',
  digest: {
    on: 'Du bekommst an Arbeitstagen morgens eine Übersicht.',
    off: 'Du bekommst morgens keine Übersicht.',
    turnOn: 'Übersicht einschalten',
    turnOff: 'Übersicht ausschalten',
  },
  standIn: {
    named:
      '{name} ist bis {date} abwesend und hat dich als Vertretung eingetragen. Anfragen an {name} gehen ab jetzt auch an dich.',
    namedPlain:
      '{name} ist abwesend und hat dich als Vertretung eingetragen. Anfragen an {name} gehen ab jetzt auch an dich.',
    waiting:
      '{count, plural, =0 {Zurzeit wartet nichts.} one {# Auftrag wartet bereits:} other {# Aufträge warten bereits:}}',
    ended:
      'Du vertrittst {name} nicht mehr. Neue Anfragen an {name} gehen nicht mehr an dich. Über Anfragen, die du schon hast, kannst du noch entscheiden.',
  },
  last: 'Abwesend bis (letzter Tag)',
  substitute: 'Entscheidungen gehen an',
  save: 'Speichern',
  past: 'Wähle heute oder einen späteren Tag.',
  far: 'Du wärst über ein Jahr lang abwesend, bis {date}.',
  both: '{name} ist ebenfalls abwesend, bis {date}. Anfragen würden warten, bis jemand zurück ist oder eine Erinnerung andere fragt.',
  yourself: 'Wähle jemand anderen als dich selbst.',
  cannot: '{name} kann nicht über Aufträge entscheiden. Wähle jemand anderen.',
  membersOnly: 'Nur Mitglieder dieses Workspace können Entscheidungen abgeben.',
  meanwhile: 'Deine Einstellungen wurden in einem anderen Fenster geändert. Öffne dies noch einmal, um sie zu sehen.',
} as const;
