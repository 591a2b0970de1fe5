export const channel = {
  moved: {
    deleted:
      'Der bisherige Channel von {order}, {channel}, wurde gelöscht. Der Auftrag läuft hier weiter. Den ganzen Verlauf zeigt `/service-order history {order}`.',
    deletedBy:
      '{name} hat den bisherigen Channel von {order}, {channel}, gelöscht. Der Auftrag läuft hier weiter. Den ganzen Verlauf zeigt `/service-order history {order}`.',
    abandoned: 'Die App ist nicht mehr in {channel}. {order} läuft in diesem neuen Channel weiter.',
    abandonedBy:
      'Die App ist nicht mehr in {channel}. {name} hat diesen neuen Channel geöffnet, in dem {order} weiterläuft.',
    archived: '{channel} wurde archiviert. {order} läuft hier weiter. Der alte Channel bleibt lesbar.',
    archivedBy: '{name} hat {channel} archiviert. {order} läuft hier weiter. Der alte Channel bleibt lesbar.',
  },
  superseded: '*Ersetzt* durch v{version, number}. Alle Versionen zeigt `/service-order history {order}`.',
  notAdded:
    'Slack hat nicht zugelassen, dass die App diese Personen zum Channel hinzufügt: {people}. Bitte selbst hinzufügen.',
  preview: 'Dies ist eine Vorschau: Die Standortdaten lassen sich nicht aus dem Original entfernen.',
  withheld: {
    damaged:
      '{file} wurde hier nicht gepostet: Die Datei ist beschädigt, daher lassen sich die Standortdaten nicht entfernen. Hänge das Foto erneut an.',
    format:
      '{file} wurde hier nicht gepostet: Die Standortdaten lassen sich aus dieser {format}-Datei nicht entfernen. Poste sie als JPEG oder PNG.',
  },
  unprinted: {
    title: '*Nicht gedruckte Fotos*',
    line: '• {file}: {why}',
    more: '… und {count, number} weitere. Das PDF enthält alle.',
  },
} as const;
