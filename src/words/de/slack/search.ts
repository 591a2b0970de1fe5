export const search = {
  title: 'Aufträge suchen',
  submit: 'Suchen',
  close: 'Schließen',
  label: 'Wörter oder eine Nummer',
  hint: 'Aus Titel, Kunde, Einsatzort, Beschreibung, Positionen oder Namen. Das letzte Wort kann unvollständig sein.',
  noWords: 'Gib ein Wort oder eine Nummer ein. Nach Sonderzeichen allein kann nicht gesucht werden.',
  tooManyWords: 'Das ist zu viel für eine Suche. Verwende weniger Wörter.',
  usage:
    'Gib ein, wonach du suchst, zum Beispiel `/service-order suchen pumpe acme`: Wörter aus Titel, Kunde, Einsatzort, Beschreibung, Positionen oder Namen oder eine Nummer. Das letzte Wort kann unvollständig sein.',
  none: 'Kein Auftrag, auf den du Zugriff hast, enthält alle Wörter aus „{words}“. Versuche es mit weniger Wörtern oder nur dem Anfang des letzten.',
  found: {
    all: 'Alle Aufträge mit „{words}“',
    newest: 'Neueste Aufträge mit „{words}“',
    older: 'Aufträge vor {order} mit „{words}“',
  },
  text: '{head}: {orders}',
  older: 'Ältere',
  thereIsMore:
    'Es gibt ältere Aufträge. Grenze die Suche mit einem weiteren Wort ein oder blättere mit *Suchen* im Home-Tab der App.',
  more: '… und {count, number} weitere. Grenze die Suche mit einem weiteren Wort ein oder nutze *Suchen* im Home-Tab der App.',
  membersOnly: 'Nur Mitglieder dieses Workspace können Serviceaufträge suchen.',
  outdated: 'Schließe dieses Fenster und suche erneut.',
} as const;
