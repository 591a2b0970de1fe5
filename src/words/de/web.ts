export const web = {
  notFound: {
    title: 'Hier gibt es nichts',
    text: 'Diese Adresse führt nirgendwohin. Bitte prüfen Sie, ob Sie den vollständigen Link geöffnet haben.',
  },
  limited: {
    title: 'Zu viele Versuche',
    text: 'Bitte warten Sie eine Minute und versuchen Sie es dann erneut.',
  },
  trouble: {
    title: 'Zurzeit nicht verfügbar',
    text: 'Bei uns ist etwas schiefgelaufen. Es wurde nichts geändert. Bitte versuchen Sie es in einer Minute erneut.',
  },
  verify: {
    title: 'Dokument prüfen',
    label: 'Prüfcode',
    hint: 'Steht unten auf jeder Seite, zum Beispiel SO-000012-1-7F3K-9QXM-2PDA',
    check: 'Prüfen',
    genuine: 'Echt',
    document: '{order}, Version {version, number}',
    issued: 'Ausgestellt am {when}',
    issuedBy: 'Ausgestellt von {company}, {when}',
    workCopy: 'Arbeitskopie ohne Preise',
    current: 'Das ist die aktuelle Version',
    superseded: 'Ersetzt durch Version {version, number}, ausgestellt am {when}',
    compare:
      'Der Code zeigt, dass dieses Dokument ausgestellt wurde. Ob auf dem Papier seitdem etwas geändert wurde, zeigt er nicht. Verlangen Sie im Zweifel eine Kopie.',
    compareWith:
      'Der Code zeigt, dass dieses Dokument ausgestellt wurde. Ob auf dem Papier seitdem etwas geändert wurde, zeigt er nicht. Verlangen Sie im Zweifel eine Kopie von {company}.',
    notGenuine: 'Nicht echt',
    checkCharacters:
      'Hier wurde kein Dokument mit diesem Code ausgestellt. Vergleichen Sie den Code Zeichen für Zeichen mit dem Papier: 8 und B, 5 und S sowie 2 und Z sind leicht zu verwechseln. I, L, O und U kommen in den letzten zwölf Zeichen nie vor. Stimmt alles überein, ist das Dokument nicht echt oder wurde anderswo ausgestellt.',
    lost: 'Beim Wiederherstellen einer Sicherung sind einige Einträge verloren gegangen. Stammt das Dokument aus dieser Zeit, fragen Sie bitte den Aussteller.',
    altered: 'Nicht bestätigt',
    alteredText:
      'Ein Dokument mit diesem Code wurde ausgestellt, sein Eintrag wurde danach aber geändert. Verlangen Sie eine Kopie vom Aussteller.',
  },
} as const;
