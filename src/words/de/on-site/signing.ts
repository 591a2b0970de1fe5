export const signing = {
  title: 'Kunde unterschreibt',
  link: 'Hier kann der Kunde {order}, Version {version, number}, unterschreiben: Öffne die Seite auf diesem Handy und gib es weiter, oder schicke dem Kunden diesen Link. Er funktioniert einmal, bis {until}. Ein etwaiger früherer Link zu diesem Auftrag funktioniert nicht mehr.\n{link}',
  orderOnly: 'Es wurde noch keine Arbeit bestätigt: Der Kunde unterschreibt den Auftrag, nicht die Arbeit.',
  open: 'Signaturseite öffnen',
  withdraw: 'Link zurückziehen',
  withdrawn: 'Der Link zum Unterschreiben von {order} funktioniert nicht mehr.',
  off: 'Signaturseiten sind hier nicht eingerichtet. Bitte die Person, die die App betreibt, PUBLIC_URL zu setzen.',
  notNow: 'Der Kunde kann diesen Auftrag jetzt nicht unterschreiben: Er ist weder genehmigt noch abgeschlossen.',
  reopened:
    'Dieser Auftrag wurde wieder geöffnet, und seitdem wurde nichts gemeldet. Bestätige zuerst die Arbeit oder schließe den Auftrag ab, dann kann der Kunde unterschreiben.',
} as const;
