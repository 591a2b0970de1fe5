export const tell = {
  lead: {
    request: '{order}: {name} bittet um Genehmigung für {title}.',
    request_priced: '{order}: {name} bittet um Genehmigung für {title} ({amount}).',
    again: '{order}: {name} hat {title} neu eingereicht und bittet um Genehmigung.',
    again_priced: '{order}: {name} hat {title} ({amount}) neu eingereicht und bittet um Genehmigung.',
    changes_requested: '{order}: {name} hat Änderungen an {title} angefordert. Bitte bearbeiten und neu einreichen.',
    approved: '{order}: {name} hat {title} genehmigt.',
    rejected: '{order}: {name} hat {title} abgelehnt.',
    withdrawn: '{order}: {name} hat {title} zurückgezogen.',
    crew_joined: '{order}: {name} hat dir {title} zugewiesen.',
    crew_left: '{order}: {name} hat dich von {title} abgezogen.',
    confirmed: '{order}: {name} hat eine Rückmeldung zu {title} erfasst.',
    closed: '{order}: {name} hat {title} abgeschlossen: „{state}“.',
    reopened: '{order}: {name} hat {title} wieder geöffnet. Die Arbeit geht weiter.',
    request_instead: '{order}: {name} kann über {title} nicht mehr entscheiden. Bitte übernimm die Entscheidung.',
    supervisor_gone_submitted:
      '{order}: {name} kann über {title} nicht mehr entscheiden. Stattdessen wurden die Workspace-Administratoren um eine Entscheidung gebeten. Du kannst den Auftrag auch zurückziehen und einen neuen bei einem anderen Supervisor einreichen.',
    supervisor_gone:
      '{order}: {name} kann über {title} nicht mehr entscheiden. Bitte bearbeiten, einen anderen Supervisor wählen und neu einreichen.',
    requester_gone:
      '{order}: {name} kann {title} nicht mehr bearbeiten und neu einreichen. Zieh den Auftrag zurück und lass jemand anderen einen neuen einreichen.',
    coordinator_gone: '{order}: {name} kann {title} nicht mehr disponieren. Bitte die Disposition neu zuweisen.',
    crew_gone: '{order}: {name} kann nicht mehr an {title} arbeiten. Bitte jemand anderen zuweisen.',
    channel_lost:
      '{order}: Die App hat keinen Zugriff auf den Channel von {title} und kann dort nichts posten. Gib in diesem Channel „/invite @Service Orders“ ein, um den Zugriff wiederherzustellen. Gibt es den Channel nicht mehr, kann ein Workspace-Administrator im Home-Tab der App einen neuen öffnen.',
    channel_shared:
      '{order}: Der Channel von {title} wird jetzt mit einer anderen Organisation geteilt. Deren Mitglieder können darin alles lesen, auch Preise und PDFs, aber den Auftrag nicht ändern. Ist das nicht gewollt, beende das Teilen des Channels.',
  },
  amount: {
    net: '{net} netto',
    tax: '{gross} brutto',
  },
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
    assign: '*Team zugewiesen* von {name} · {date}',
    closed: '*Abgeschlossen* von {name} · {date}',
  },
} as const;
