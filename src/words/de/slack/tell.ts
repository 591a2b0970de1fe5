export const tell = {
  lead: {
    request: '{order}: {name} bittet um Genehmigung für {title}.',
    request_priced: '{order}: {name} bittet um Genehmigung für {title} ({amount}).',
    again: '{order}: {name} hat {title} neu eingereicht und bittet um Genehmigung.',
    again_priced: '{order}: {name} hat {title} ({amount}) neu eingereicht und bittet um Genehmigung.',
    took_over: '{order}: {name} hat dir {title} übergeben. Du bist jetzt Supervisor.',
    handed_over: '{order}: {name} hat {title} an {to} übergeben.',
    edited: '{order}: {name} hat {title} bearbeitet und bittet um Genehmigung.',
    edited_priced: '{order}: {name} hat {title} ({amount}) bearbeitet und bittet um Genehmigung.',
    passed: '{order}: {name} hat dir {title} übergeben und bittet um Genehmigung.',
    passed_priced: '{order}: {name} hat dir {title} ({amount}) übergeben und bittet um Genehmigung.',
    passed_on: '{order}: {name} hat {title} an {to} übergeben und bittet dich um Genehmigung.',
    passed_on_priced: '{order}: {name} hat {title} ({amount}) an {to} übergeben und bittet dich um Genehmigung.',
    changes_requested: '{order}: {name} hat Änderungen an {title} angefordert. Bitte bearbeiten und neu einreichen.',
    approved: '{order}: {name} hat {title} genehmigt.',
    rejected: '{order}: {name} hat {title} abgelehnt.',
    withdrawn: '{order}: {name} hat {title} zurückgezogen.',
    crew_joined: '{order}: {name} hat dir {title} zugewiesen.',
    crew_left: '{order}: {name} hat dich von {title} abgezogen.',
    confirmed: '{order}: {name} hat eine Rückmeldung zu {title} erfasst.',
    confirmed_settles:
      '{order}: {name} hat eine Rückmeldung zu {title} im Rahmen des genehmigten Betrags erfasst. Die Beanstandung ist damit erledigt.',
    extra_cost:
      '{order}: {title} kostet mehr als genehmigt. {name} hat eine Rückmeldung erfasst, und du musst über die Mehrkosten entscheiden.',
    extra_cost_priced:
      '{order}: {difference} über dem genehmigten Betrag für {title}. {name} hat eine Rückmeldung erfasst, und du musst über die Mehrkosten entscheiden.',
    extra_accepted: '{order}: {name} hat die Mehrkosten von {title} akzeptiert.',
    extra_disputed: '{order}: {name} hat die Mehrkosten von {title} beanstandet. Erfasse eine neue Rückmeldung.',
    held: '{order}: {name} hat {title} unterbrochen.',
    hold_changed: '{order}: {name} hat die Unterbrechung von {title} geändert.',
    resumed: '{order}: {name} hat {title} fortgesetzt. Der Auftrag ist nicht mehr unterbrochen.',
    rescheduled: '{order}: {name} hat den Termin von {title} verlegt.',
    closed: '{order}: {name} hat {title} abgeschlossen: „{state}“.',
    closed_settles:
      '{order}: {name} hat {title} im Rahmen des genehmigten Betrags abgeschlossen: „{state}“. Die Beanstandung ist damit erledigt.',
    signed: '{order}: {name} hat {title} unterschrieben.',
    signed_reservations: '{order}: {name} hat {title} mit Vorbehalten unterschrieben.',
    reopened: '{order}: {name} hat {title} wieder geöffnet. Die Arbeit geht weiter.',
    request_instead: '{order}: {name} kann über {title} nicht mehr entscheiden. Bitte übernimm die Entscheidung.',
    supervisor_gone_submitted:
      '{order}: {name} kann über {title} nicht mehr entscheiden. Stattdessen wurden die Administratoren um eine Entscheidung gebeten. Du kannst den Auftrag auch zurückziehen und einen neuen bei einem anderen Supervisor einreichen.',
    supervisor_gone:
      '{order}: {name} kann über {title} nicht mehr entscheiden. Bitte bearbeiten, einen anderen Supervisor wählen und neu einreichen.',
    requester_gone:
      '{order}: {name} kann {title} nicht mehr bearbeiten und neu einreichen. Zieh den Auftrag zurück und lass jemand anderen einen neuen einreichen.',
    coordinator_gone: '{order}: {name} kann {title} nicht mehr disponieren. Bitte die Disposition neu zuweisen.',
    crew_gone: '{order}: {name} kann nicht mehr an {title} arbeiten. Bitte jemand anderen zuweisen.',
    channel_lost:
      '{order}: Die App hat keinen Zugriff auf den Channel von {title} und kann dort nichts posten. Gib in diesem Channel „/invite @Service Orders“ ein, um den Zugriff wiederherzustellen. Gibt es den Channel nicht mehr, kann ein Administrator im Home-Tab der App einen neuen öffnen.',
    channel_shared:
      '{order}: Der Channel von {title} wird jetzt mit einer anderen Organisation geteilt. Deren Mitglieder können darin alles lesen, auch Preise und PDFs, aber den Auftrag nicht ändern. Ist das nicht gewollt, beende das Teilen des Channels.',
  },
  standIn: {
    until:
      'Du wurdest als Vertretung von {name} gefragt (Abwesenheit bis {date}). Du kannst hierüber auch danach noch entscheiden.',
    away: '{name} war abwesend, daher wirst du um die Entscheidung gebeten.',
    substitute: 'Du wurdest als Vertretung von {name} gefragt und kannst hierüber noch entscheiden.',
    unanswered: '{name} hat noch nicht entschieden, daher wirst auch du gefragt.',
    limit: '{name} kann diesen Betrag nicht genehmigen, daher wirst du um die Entscheidung gebeten.',
    before:
      'Du wurdest bei diesem Auftrag schon einmal gebeten, für {name} einzuspringen, daher wirst du wieder gefragt.',
  },
  decidedFor: 'In Vertretung von {name} entschieden.',
  amount: {
    net: '{net} netto',
    tax: '{gross} brutto',
  },
  extra: '*Neue Summe* {net} netto\n*Genehmigt* {approved} netto, deckt bis zu {covered} ab',
  covers: '*{button}* deckt bis zu {covers} netto ab',
  start: 'Start: {date}',
  channel: 'Channel: {channel}',
  namedChannel: 'Channel: #{name} ({channel})',
  job: '*Einsatzort* {location}\n*Start* {date}',
  jobContact: '*Einsatzort* {location}\n*Start* {date}\n*Kontakt vor Ort* {contact}',
  settled: {
    approve: '*Genehmigt* von {name} · {date}',
    reject: '*Abgelehnt* von {name} · {date}',
    request_changes: '*Änderungen angefordert* von {name} · {date}',
    withdraw: '*Zurückgezogen* von {name} · {date}',
    resubmit: '*Neu eingereicht* von {name} · {date}',
    edit: '*Bearbeitet* von {name} · {date}',
    hand_over: '*Übergeben* an {to} von {name} · {date}',
    accept_extra: '*Mehrkosten akzeptiert* von {name} · {date}',
    dispute_extra: '*Mehrkosten beanstandet* von {name} · {date}',
    assign: '*Team zugewiesen* von {name} · {date}',
    closed: '*Abgeschlossen* von {name} · {date}',
  },
} as const;
