export const forms = {
  title: {
    submit: 'Neuer Serviceauftrag',
    edit: 'Auftrag bearbeiten',
    hand_over: 'Auftrag übergeben',
    approve: 'Auftrag genehmigen',
    request_changes: 'Änderungen anfordern',
    reject: 'Auftrag ablehnen',
    resubmit: 'Auftrag neu einreichen',
    withdraw: 'Auftrag zurückziehen',
    dispute: 'Mehrkosten beanstanden',
    confirm: 'Rückmeldung erfassen',
    close: 'Auftrag abschließen',
    assign: 'Team zuweisen',
    reopen: 'Auftrag wieder öffnen',
    item: 'Position',
  },
  button: {
    submit: 'Neuer Serviceauftrag',
    edit: 'Bearbeiten',
    hand_over: 'Übergeben',
    approve: 'Genehmigen',
    request_changes: 'Änderungen anfordern',
    reject: 'Ablehnen',
    resubmit: 'Bearbeiten und neu einreichen',
    withdraw: 'Zurückziehen',
    dispute: 'Beanstanden',
    confirm: 'Rückmeldung erfassen',
    close: 'Auftrag abschließen',
    assign: 'Team zuweisen',
    reopen: 'Wieder öffnen',
  },
  send: {
    submit: 'Auftrag einreichen',
    edit: 'Änderungen senden',
    hand_over: 'Übergeben',
    approve: 'Genehmigen',
    request_changes: 'Änderungen anfordern',
    reject: 'Ablehnen',
    resubmit: 'Neu einreichen',
    withdraw: 'Zurückziehen',
    dispute: 'Beanstanden',
    confirm: 'Rückmeldung senden',
    close: 'Auftrag abschließen',
    assign: 'Team zuweisen',
    reopen: 'Wieder öffnen',
    item: 'Position speichern',
  },
  copy: {
    button: 'In neuen Auftrag kopieren',
    copied: 'Kopiert aus {order}. Die Termine sind neu, Anhänge wurden nicht kopiert.',
    unlisted: '{name} kann hier nicht um Genehmigung gebeten werden. Prüfe, wer als Supervisor eingetragen ist.',
  },
  control: { next: 'Weiter', cancel: 'Abbrechen', back: 'Zurück', startOver: 'Neu beginnen' },
  page: {
    place: 'Seite {page, number} von {pages, number}',
    restored: 'Dein Entwurf wurde wiederhergestellt. Falls Dateien fehlen, bitte noch einmal anhängen.',
    keptCurrency:
      'Die Preise in diesem Auftrag bleiben wie eingegeben in {kept}. Der Workspace verwendet jetzt {newer}. Zum Umstellen auf {newer} bitte die Preise entfernen oder einen neuen Auftrag beginnen.',
    check: '*Bitte prüfen*',
    proceed: 'Wenn das so stimmt, bitte *{button}* drücken.',
    fixFirst: '*Bitte zuerst korrigieren*',
    attached: 'Bisher angehängt: {files}',
  },
  others: '{count, plural, one {# weitere} other {# weitere}}',
  moreLines: '… und {count, plural, one {# weitere} other {# weitere}}',
  draft: {
    kept: 'Dein Entwurf ist gespeichert: *{form}*. Zum Fortfahren das Formular erneut öffnen.',
    keptFor: 'Dein Entwurf ist gespeichert: *{form}* für {order}. Zum Fortfahren das Formular erneut öffnen.',
    pricesLost:
      'Die Preise in diesem Entwurf wurden entfernt, weil ein Update der App ihre Nachkommastellen nicht ermitteln konnte. Bitte noch einmal eingeben.',
    newerVersion:
      'Version {version, number} wurde ausgestellt, nachdem du begonnen hast. Deine Eingaben bleiben erhalten und gelten jetzt für die neueste Version.',
    issuedBy: '{name} hat Version {version, number} ausgestellt, während dieses Formular geöffnet war.',
    applied:
      'Deine Eingaben bleiben erhalten und gelten jetzt für die neueste Version. Bitte prüfen und das Formular noch einmal senden. Geändert hat sich:',
  },
  files: {
    unreadable:
      'Die App kann {files} nicht lesen, weil sie nicht in dieser Unterhaltung ist. Bitte benötigte Dateien unter „{field}“ anhängen.',
  },
  notice: {
    title: {
      order: 'Serviceauftrag',
      refused: 'Nicht möglich',
      outdated: 'Veraltet',
      sent: 'Bereits gesendet',
      currency: 'Währung geändert',
    },
    oldApp: 'Dieses Formular stammt aus einer älteren Version der App. Bitte schließen und erneut öffnen.',
    unknownPerson: 'Dein Konto konnte gerade nicht ermittelt werden. Bitte gleich noch einmal versuchen.',
    noOrder: 'Diesen Serviceauftrag gibt es nicht, oder du hast keinen Zugriff darauf.',
    gone: 'Dieses Formular wurde bereits gesendet oder an anderer Stelle neu begonnen. Bitte schließen und erneut öffnen.',
    itemGone:
      'Das Formular zu dieser Position wurde bereits gesendet oder an anderer Stelle neu begonnen. Bitte schließen und erneut öffnen.',
    restarted: 'Dieses Formular wurde an anderer Stelle neu begonnen. Zum Fortfahren bitte erneut öffnen.',
    sent: 'Du hast dieses Formular bereits gesendet. {order} hat jetzt den Status „{state}“. Es wurde nichts doppelt ausgeführt.',
    accepted: 'Sie haben die Mehrkosten von {order} akzeptiert. Der Auftrag hat jetzt den Status „{state}“.',
    currency:
      'Dieser Auftrag verwendet jetzt {now}, der Preis wurde aber in {before} eingegeben. Bitte die Position mit einem Preis in {now} noch einmal hinzufügen.',
    inactiveItems:
      '{n, plural, one {{items} ist im Katalog nicht mehr aktiv. Bitte eine andere Position auswählen oder diese entfernen} other {Im Katalog nicht mehr aktiv: {items}. Bitte andere Positionen auswählen oder diese entfernen}} und das Formular noch einmal senden.',
    tooManyItems:
      'Ein Auftrag kann höchstens {max, number} Positionen haben. Bitte {surplus, plural, one {# Position} other {# Positionen}} entfernen und das Formular noch einmal senden.',
    tooMuch:
      'Die Auftragssumme darf höchstens {limit} betragen. Bitte kleinere Mengen oder niedrigere Preise eingeben und das Formular noch einmal senden.',
  },
} as const;
