export const refusal = {
  admin: 'ein Administrator',
  only: {
    request_changes: 'Nur {people} kann für diesen Auftrag Änderungen anfordern.',
    resubmit: 'Nur {people} kann diesen Auftrag bearbeiten und neu einreichen.',
    edit: 'Nur {people} kann diesen Auftrag bearbeiten.',
    hand_over: 'Nur {people} kann diesen Auftrag übergeben.',
    approve: 'Nur {people} kann diesen Auftrag genehmigen.',
    reject: 'Nur {people} kann diesen Auftrag ablehnen.',
    withdraw: 'Nur {people} kann diesen Auftrag zurückziehen.',
    assign: 'Nur {people} kann diesem Auftrag ein Team zuweisen.',
    confirm: 'Nur {people} kann für diesen Auftrag eine Rückmeldung erfassen.',
    close: 'Nur {people} kann diesen Auftrag abschließen.',
    reopen: 'Nur {people} kann diesen Auftrag wieder öffnen.',
    start_work: 'Nur {people} kann die Arbeit an diesem Auftrag starten.',
    hold: 'Nur {people} kann diesen Auftrag unterbrechen.',
    resume: 'Nur {people} kann diesen Auftrag fortsetzen.',
    reschedule: 'Nur {people} kann diesen Auftrag neu terminieren.',
    accept_extra: 'Nur {people} kann über die Mehrkosten dieses Auftrags entscheiden.',
    add_photos: 'Nur {people} kann diesem Auftrag Fotos hinzufügen.',
    ask_to_sign: 'Nur {people} kann den Kunden um die Unterschrift bitten.',
  },
  members:
    'Nur Vollmitglieder dieses Workspace können Serviceaufträge einreichen. Ein Vollmitglied kann das für dich übernehmen.',
  nobody: 'Das ist bei diesem Auftrag nicht möglich.',
  relieved: 'Du vertrittst {name} nicht mehr. Entscheiden kannst du nur noch über Anfragen, die du schon hattest.',
  left: '{name} hat dich von diesem Auftrag abgezogen.',
  ownOrder:
    'Du kannst deinen eigenen Auftrag nicht genehmigen. Das kann ein anderer Supervisor oder ein Administrator tun.',
  undecided:
    '{limit, plural, one {Du hast bereits einen Auftrag, der auf eine Entscheidung wartet. Mehr sind pro Person nicht möglich.} other {Du hast bereits # Aufträge, die auf eine Entscheidung warten. Mehr sind pro Person nicht möglich.}} Frag bei den Supervisoren nach oder zieh Aufträge zurück, die nicht mehr gebraucht werden. Danach kannst du diesen Auftrag senden. Dein Entwurf ist gespeichert.',
  stands: {
    submit: '{order} wartet auf Genehmigung. {name} hat den Auftrag eingereicht.',
    request_changes: '{name} hat für {order} bereits Änderungen angefordert.',
    resubmit: '{order} wartet auf Genehmigung. {name} hat den Auftrag bearbeitet und neu eingereicht.',
    edit: '{order} wartet auf Genehmigung. {name} hat den Auftrag bearbeitet.',
    hand_over: '{name} hat {order} an einen anderen Supervisor übergeben.',
    approve: '{name} hat {order} bereits genehmigt.',
    reject: '{name} hat {order} bereits abgelehnt.',
    withdraw: '{name} hat {order} bereits zurückgezogen.',
    assign: '{order} ist bereits genehmigt. {name} hat das Team zugewiesen.',
    confirm_partial: '{order} ist bereits genehmigt. {name} hat eine Rückmeldung erfasst.',
    confirm_final: '{name} hat {order} mit der Endrückmeldung bereits abgeschlossen.',
    close: '{name} hat {order} bereits abgeschlossen.',
    close_not_performed: '{name} hat {order} bereits als nicht ausgeführt abgeschlossen.',
    reopen: '{name} hat {order} bereits wieder geöffnet.',
    start_work: '{name} hat die Arbeit an {order} bereits gestartet.',
    hold: '{name} hat {order} unterbrochen.',
    resume: '{name} hat {order} fortgesetzt.',
    reschedule: '{name} hat {order} neu terminiert.',
    accept_extra: '{name} hat die Mehrkosten von {order} bereits akzeptiert.',
    accept_final: '{name} hat die Mehrkosten von {order} akzeptiert, damit ist der Auftrag abgeschlossen.',
    dispute_extra: '{name} hat die Mehrkosten von {order} bereits beanstandet.',
    add_photos: '{name} hat {order} Fotos hinzugefügt.',
    sign: '{name} hat {order} für den Kunden unterschrieben.',
    remind: '{order} wartet noch.',
  },
  unchanged: 'Es wurde nichts geändert.',
  edited:
    '{name} hat diesen Auftrag bearbeitet, während dieses Formular geöffnet war. Bitte den Auftrag prüfen, wie er jetzt ist, und es dann erneut versuchen.',
  plan: {
    changed:
      '{name} hat Team oder Termin geändert, während dieses Formular geöffnet war, und deine Änderungen passen nicht dazu. Es wurde nichts geändert.',
    now: 'So ist es jetzt geplant:',
    crew: 'Servicekräfte: {names}',
    coordinator: 'Disposition: {name}',
    noCoordinator: 'Keine Disposition',
    start: 'Geplanter Start: {date}',
    noStart: 'Kein geplanter Start',
    again: 'Bitte das Formular erneut öffnen und entscheiden.',
  },
  noCrew: 'Bitte mindestens eine Servicekraft wählen.',
  overLimit: 'Dieser Auftrag beläuft sich auf {net} netto. Du kannst bis {limit} genehmigen.',
  otherCurrency:
    'Dieser Auftrag beläuft sich auf {net} netto. Dein Limit von {limit} gilt nicht für eine andere Währung.',
  notListed: 'Du stehst nicht auf der Liste der Supervisoren.',
  enough:
    '{count, plural, one {{names} kann ihn genehmigen. Mit „{button}“ gibst du den Auftrag weiter.} other {Genehmigen können ihn: {names}. Mit „{button}“ gibst du den Auftrag weiter.}}',
  nobodyEnough:
    'Niemand sonst auf der Liste der Supervisoren kann diesen Betrag zurzeit genehmigen, aber jeder Administrator kann es. Mit „{button}“ gibst du den Auftrag an einen Administrator weiter.',
  notSupervisor: '{name} steht nicht auf der Liste der Supervisoren. Bitte jemand anderen wählen.',
  sameSupervisor: '{name} ist bereits Supervisor dieses Auftrags. Bitte jemand anderen wählen.',
  lacking: {
    title: 'Der Auftrag lässt sich noch nicht abschließen.',
    photos: 'Bitte mindestens ein Foto anhängen.',
    checklist:
      'Bitte die Ergebnisse von {count, plural, one {# Punkt der Checkliste} other {# Punkten der Checkliste}} angeben: {lines}.',
    acceptance: 'Der Kunde muss die Arbeiten abnehmen.',
  },
  notAsOrdered:
    'Version {version, number} weicht vom genehmigten Auftrag ab und lässt sich nicht als „wie beauftragt“ abschließen. Bitte „{outcome}“ wählen.',
  extraCost:
    'Dieser Auftrag kostet {difference} mehr als genehmigt ({approved} netto). {name} muss das akzeptieren, bevor der Auftrag abgeschlossen werden kann. Du kannst ihn unterbrechen oder als nicht ausgeführt abschließen.',
  extraCostHidden:
    'Dieser Auftrag kostet mehr als genehmigt. {name} muss das akzeptieren, bevor der Auftrag abgeschlossen werden kann. Du kannst ihn unterbrechen oder als nicht ausgeführt abschließen.',
  extraDisputed:
    'Dieser Auftrag kostet {difference} mehr als genehmigt ({approved} netto), und {name} hat das beanstandet. Erfasse eine neue Rückmeldung, unterbrich den Auftrag oder schließe ihn als nicht ausgeführt ab.',
  extraDisputedHidden:
    'Dieser Auftrag kostet mehr als genehmigt, und {name} hat das beanstandet. Erfasse eine neue Rückmeldung, unterbrich den Auftrag oder schließe ihn als nicht ausgeführt ab.',
  noQuestion: 'Zu den Kosten dieses Auftrags ist nichts zu entscheiden.',
  questionNewer:
    '{name} hat inzwischen eine neue Rückmeldung erfasst, und die Mehrkosten sind andere als die, nach denen du gefragt wurdest. Prüfe sie, wie sie jetzt sind, und entscheide dann.',
  questionSettled:
    '{name} hat inzwischen eine neue Rückmeldung erfasst, und {order} kostet nicht mehr als genehmigt. Es gibt nichts mehr zu entscheiden.',
  upToTooLow: 'Der Auftrag kostet bereits {net} netto. Gib mindestens diesen Betrag ein.',
  started: 'Die Arbeit an diesem Auftrag wurde bereits gestartet ({date}).',
  startedBy: '{name} hat die Arbeit an diesem Auftrag bereits gestartet ({date}).',
  onHold: '{name} hat diesen Auftrag inzwischen unterbrochen. Sieh ihn dir noch einmal an und versuche es dann erneut.',
  notOnHold: 'Dieser Auftrag ist nicht mehr unterbrochen.',
  signed: '{name} hat diese Version bereits für den Kunden unterschrieben.',
  notDue: 'Diese Erinnerung ist nicht mehr fällig.',
  photosKnown: 'Diese Fotos sind schon im Auftrag.',
} as const;
