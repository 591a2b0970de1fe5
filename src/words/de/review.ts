export const review = {
  requested: 'Wunschtermin',
  noItems: '*Positionen* keine',
  forClient: '*Für den Kunden.* Bitte vor der Abnahme prüfen.',
  total: '*Summe* {amount}',
  totalWithTax: '*Summe* {net} netto, {gross} brutto',
  version: '*Version {next, number} im Vergleich zu Version {base, number}*',
  difference: '*Nettoabweichung:* {amount}',
  staysOpen: 'Der Auftrag bleibt offen. Weitere Rückmeldungen sind möglich.',
  closes: 'Mit dem Senden erhält der Auftrag den Status „{outcome}“.',
  extra:
    'Das ergibt {net} netto, {difference} über dem genehmigten Betrag. {name} muss das akzeptieren. Der Auftrag bleibt offen, und die Arbeit kann weitergehen.',
  extraFinal:
    'Das ergibt {net} netto, {difference} über dem genehmigten Betrag. {name} muss das akzeptieren; damit erhält der Auftrag den Status „{outcome}“. Bis dahin bleibt er offen.',
  extraHidden:
    'Das ergibt mehr, als genehmigt ist. {name} muss das akzeptieren. Der Auftrag bleibt offen, und die Arbeit kann weitergehen.',
  extraFinalHidden:
    'Das ergibt mehr, als genehmigt ist. {name} muss das akzeptieren; damit wird der Auftrag abgeschlossen. Bis dahin bleibt er offen.',
  extraAlso: 'Die Anfrage geht auch an {names}.',
  extraAway: '{name} ist bis {date} abwesend, und vorerst wird niemand sonst gefragt.',
  extraBothAway: '{name} ist bis {date} abwesend, {substitute} als Vertretung ebenfalls. Gefragt werden beide.',
  extraAlsoAsked: '{name} ist bis {date} abwesend. {substitute} wird ebenfalls gefragt.',
  extraTooLow:
    '{count, plural, one {{names} kann diesen Betrag nicht akzeptieren.} other {{names} können diesen Betrag nicht akzeptieren.}}',
  extraTakers:
    '{count, plural, =0 {Ein Administrator muss entscheiden.} one {{names} kann ihn akzeptieren.} other {Akzeptieren können ihn: {names}.}}',
  question: {
    similar:
      '{order} hat denselben Titel, Kunden und Einsatzort. Eingereicht von {name}, {date}. Bitte prüfen, ob es sich um denselben Auftrag handelt.',
    similarHidden:
      'Ein anderer Auftrag hat denselben Titel, Kunden und Einsatzort. Eingereicht von {name}, {date}. Bitte prüfen, ob es sich um denselben Auftrag handelt.',
    overLimit: 'Dieser Auftrag beläuft sich auf {net} netto. Das ist mehr, als {name} genehmigen kann.',
    otherCurrency:
      'Dieser Auftrag beläuft sich auf {net} netto. Das Limit von {name} gilt in {limits} und nicht für eine andere Währung.',
    notListed:
      '{name} steht nicht auf der Liste der Supervisoren und kann diesen Auftrag über {net} netto nicht genehmigen.',
    theyCan: '{count, plural, one {{names} kann ihn genehmigen.} other {Genehmigen können ihn: {names}.}}',
    adminCan:
      'Niemand sonst auf der Liste der Supervisoren kann ihn zurzeit genehmigen. Ein Administrator kann es, und der Supervisor kann ihm den Auftrag übergeben.',
    supervisorsAway:
      '{name} ist bis {date} abwesend, {substitute} als Vertretung ebenfalls. Vielleicht passt ein anderer Supervisor besser.',
    supervisorAway:
      '{name} ist bis {date} abwesend. {substitute} wird ebenfalls gefragt und kann stattdessen entscheiden.',
    substituteTooLow:
      '{name} ist bis {date} abwesend. {substitute} wird ebenfalls gefragt, kann diesen Betrag aber nicht genehmigen. Vielleicht passt ein anderer Supervisor besser.',
    supervisorAwayAlone:
      '{name} ist bis {date} abwesend, und niemand sonst wird gefragt. Vielleicht passt ein anderer Supervisor besser.',
    noItems: 'Dieser Auftrag hat keine Positionen.',
    thousands: '{item}: {line}. Der Preis hat drei Nachkommastellen. Bitte prüfen, ob Tausender gemeint sind.',
    muchOfIt: '{item}: {line}. Das ist eine ungewöhnlich große Menge. Bitte prüfen, ob sie stimmt.',
    requestedPast: 'Der gewünschte Start liegt in der Vergangenheit: {date}.',
    requestedFar: 'Der gewünschte Start liegt mehr als ein Jahr in der Zukunft: {date}.',
    requestedLong: 'Das gewünschte Ende liegt {days, plural, one {# Tag} other {# Tage}} nach dem Start.',
    plannedPast: 'Der geplante Start liegt in der Vergangenheit: {date}.',
    plannedFar: 'Der geplante Start liegt mehr als ein Jahr in der Zukunft: {date}.',
    plannedOnHold:
      'Der geplante Start ({date}) liegt vor dem Ende der Unterbrechung ({until}). Der Auftrag bleibt bis dahin unterbrochen.',
    holdFar: 'Der Auftrag wäre über ein Jahr lang unterbrochen, bis {date}.',
    holdPastStart:
      'Der geplante Start ({start}) liegt vor dem Ende der Unterbrechung ({date}). Er bleibt, bis der Termin verlegt wird.',
    beforeStart: 'Die Arbeit würde vor dem geplanten Start enden: {date}. Noch hat sie niemand begonnen.',
    workHours: 'Die Arbeit hat {hours, plural, one {# Stunde} other {# Stunden}} gedauert: {start} – {end}.',
    workDays: 'Die Arbeit hat {days, plural, one {# Tag} other {# Tage}} gedauert: {start} – {end}.',
    startedEarly: 'Der Arbeitsbeginn liegt vor der Genehmigung des Auftrags. Beginn: {date}. Genehmigung: {approved}.',
    endedEarly: 'Das Arbeitsende liegt vor der Genehmigung des Auftrags. Ende: {date}. Genehmigung: {approved}.',
    endedBeforeReport:
      'Das Arbeitsende liegt vor dem in Version {version, number} gemeldeten Ende. Jetzt: {date}. Gemeldet: {reported}.',
    refusedAfterSigning:
      '{name} hat Version {version, number} mit Unterschrift abgenommen: {date}. Bitte prüfen, ob der Kunde die Abnahme jetzt verweigert.',
    typeChanged:
      'Die Auftragsart „{name}“ wurde inzwischen geändert. Für diesen Auftrag gelten die angezeigten Felder. Für die neuen bitte unter *{label}* „{none}“ und dann die Auftragsart erneut wählen.',
    typeInactive: 'Die Auftragsart „{name}“ wird nicht mehr verwendet. Für diesen Auftrag gelten ihre Felder trotzdem.',
    unused: '*{label}* ist ausgefüllt, passt aber nicht zu den anderen Angaben und wird nicht gesendet.',
  },
} as const;
