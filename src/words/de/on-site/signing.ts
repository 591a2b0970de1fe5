export const signing = {
  title: 'Kunde unterschreibt',
  link: 'Hier kann der Kunde {order}, Version {version, number}, unterschreiben: Öffne die Seite auf diesem Handy und gib es weiter, oder schicke dem Kunden diesen Link. Er funktioniert einmal, bis {until}.\n{link}',
  open: 'Signaturseite öffnen',
  off: 'Signaturseiten sind hier nicht eingerichtet. Bitte die Person, die die App betreibt, PUBLIC_URL zu setzen.',
  notNow: 'Der Kunde kann diesen Auftrag jetzt nicht unterschreiben: Er ist weder genehmigt noch abgeschlossen.',
} as const;
