/** The fields of the settings: what they are called, what they hold, and what is wrong with it. */
export const settingFields = {
  label: {
    company: {
      name: 'Name des Unternehmens',
      taxId: 'Steuernr./USt-IdNr.',
      address: 'Anschrift',
      phone: 'Telefon',
      email: 'E-Mail',
      logo: 'Firmenlogo',
    },
    money: { currency: 'Währung', taxRate: 'Steuer' },
    document: {
      pageSize: 'Papier',
      locale: 'Sprache und Formate der Dokumente',
      timeZone: 'Zeitzone der Dokumente',
      accentColor: 'Farbe der Überschriften',
      terms: 'Geschäftsbedingungen',
    },
    workspace: { locale: 'Sprache der Channels' },
    channel: {
      private: 'Wer den Channel eines Auftrags öffnen kann',
      keepMembers: 'Wer einen Auftrag verlässt',
      archiveAfterDays: 'Channels archivieren nach',
    },
    roles: { admins: 'Administratoren der App', office: 'Büro', supervisors: 'Supervisoren' },
    approval: { allowOwn: 'Eigene Aufträge', undecidedPerPerson: 'Aufträge in Genehmigung je anfordernder Person' },
    changes: {
      tolerance: 'Toleranz in Prozent',
      toleranceAmount: 'Toleranz als Betrag',
    },
    hours: { zone: 'Zeitzone des Büros', week: 'Geschäftszeiten', holidays: 'Freie Tage' },
    reminders: {
      decision: 'Genehmigung: Stunden',
      changes: 'Angeforderte Änderungen: Stunden',
      extraCost: 'Mehrkosten: Stunden',
      start: 'Beginn ohne Arbeit: Stunden',
      end: 'Ende ohne Abschluss: Stunden',
      again: 'Zweite Erinnerung: Arbeitstage',
      escalation: 'Gefragt, wenn niemand antwortet',
      digest: 'Morgendliche Übersicht',
    },
    prices: { visibleTo: 'Wer Preise sieht', channel: 'Channel für Dokumente mit Preisen' },
    records: { freeClients: 'Nicht erfasste Kunden und Standorte', freeItems: 'Positionen außerhalb des Katalogs' },
  },
  groups: '{label}: Benutzergruppen',
  hint: {
    company: {
      name: 'Steht auf jedem Dokument.',
      taxId: 'So, wie sie auf Dokumenten stehen muss, gegebenenfalls mit Länderkürzel.',
      logo: 'PNG, JPEG oder SVG, bis 1 MB.',
    },
    money: {
      currency: 'Drei Buchstaben, zum Beispiel EUR.',
      taxRate: 'Ein Prozentsatz, zum Beispiel 19 oder 8,875. Gedruckt wird „{example}“.',
    },
    document: {
      timeZone:
        'Zum Beispiel {zone}. Bleibt das Feld leer, gilt die Zeitzone der Person, die den Auftrag genehmigt hat.',
      accentColor: 'Zum Beispiel #1f4e79. Bleibt das Feld leer, gilt das Blau der App.',
      terms: 'Stehen am Ende jedes Dokuments.',
    },
    channel: {
      archiveAfterDays:
        'Tage nach Abschluss eines Auftrags, auch eines nicht ausgeführten, von {min, number} bis {max, number}.',
    },
    roles: {
      admins:
        'Zusätzlich zu Administratoren und Inhabern des Workspace. Diese Personen können bei jedem Auftrag alles, was ein Supervisor kann.',
      office:
        'Sieht jeden Auftrag und jeden Preis, pflegt Kunden, Einsatzorte und den Katalog und importiert sie aus Dateien. Bleibt das Feld leer, tun das nur Administratoren.',
    },
    approval: {
      undecidedPerPerson: 'Eine Grenze, damit niemand allen anderen die Liste füllt.',
    },
    changes: {
      tolerance:
        'Wie weit eine Summe die Genehmigung überschreiten darf, bevor der Supervisor gefragt wird. Sind beide Felder leer, wird bei jeder Überschreitung gefragt.',
      toleranceAmount: 'Netto, in {currency}. Ist beides gesetzt, gilt der kleinere Wert.',
    },
    hours: {
      zone: 'Zum Beispiel {zone}. Bleibt das Feld leer, gilt die Zeitzone der Dokumente oder, wenn keine festgelegt ist, UTC.',
      week: 'Zum Beispiel: {example}. Erinnerungen und Fristen zählen nur diese Stunden. Bleibt das Feld leer, zählen sie Tag und Nacht.',
      holidays: 'Ein Tag je Zeile, mit oder ohne Namen, zum Beispiel: 2026-12-25 Weihnachten',
    },
    reminders: {
      decision: 'Geschäftsstunden, nach denen der Supervisor erinnert wird. 0 bedeutet nie.',
      changes: 'Erinnert die Person, die den Auftrag erstellt hat.',
      extraCost: 'Erinnert den Supervisor.',
      start: 'Erinnert das Team und die Koordination.',
      end: 'Erinnert das Team und die Koordination.',
      again:
        'Dann wird auch jemand anderes gefragt: eine Vertretung oder die Personen auf der nächsten Seite. 0 bedeutet nie.',
      escalation:
        'Diese Personen werden mit der zweiten Erinnerung an eine Entscheidung gefragt, wenn niemand den Supervisor vertritt. Wer den Auftrag nicht genehmigen kann, wird ausgelassen.',
      digest:
        'Eine Nachricht an Arbeitstagen mit den Einsätzen des Tages und allem, was wartet. Alle können sie für sich in Home ausschalten.',
    },
    prices: {
      visibleTo: 'Gilt für neue Aufträge.',
      channel:
        'Bleibt das Feld leer, gehen die Dokumente an die anfordernde Person und den Supervisor. Ist der Channel geschlossen, füge zuerst die App hinzu.',
    },
    records: {
      freeClients: 'Solange kein Kunde erfasst ist, werden Kunden immer als Text eingetragen.',
      freeItems: 'Wer keine Preise sieht, kann immer Positionen ohne Preis hinzufügen.',
    },
  },
  choice: {
    document: { pageSize: { A4: 'A4', LETTER: 'US-Letter' } },
    channel: {
      private: { yes: 'Geschlossen (nur wer am Auftrag beteiligt ist)', no: 'Offen (alle im Workspace)' },
      keepMembers: { yes: 'Bleibt im Channel', no: 'Wird aus dem Channel entfernt' },
    },
    approval: {
      allowOwn: { yes: 'Supervisoren können eigene genehmigen', no: 'Niemand genehmigt eigene' },
    },
    reminders: {
      digest: {
        yes: 'Wird gesendet',
        no: 'Wird nicht gesendet',
      },
    },
    prices: { visibleTo: { everybody: 'Alle', office: 'Nur das Büro' } },
    records: {
      freeClients: { yes: 'Können in Aufträge eingetragen werden', no: 'Können nicht in Aufträge eingetragen werden' },
      freeItems: { yes: 'Können zu Aufträgen hinzugefügt werden', no: 'Können nicht zu Aufträgen hinzugefügt werden' },
    },
  },
  value: {
    days: '{count, plural, one {# Tag} other {# Tagen}}',
    hours: '{count, plural, =0 {Nie} one {# Stunde} other {# Stunden}}',
    workingDays: '{count, plural, =0 {Nie} one {Nach # Arbeitstag} other {Nach # Arbeitstagen}}',
    currency: '{code} ({name})',
    logo: 'Vorhanden',
    otherLogo: 'Anderes Logo',
    office: 'Nur Administratoren',
    supervisors: 'Jedes Vollmitglied, für jeden Betrag',
    anyAmount: 'jeder Betrag',
    upTo: 'bis {amount}',
    limited: '{name} ({limit})',
    emptyGroup: '{name} (ohne Mitglieder)',
    goneGroup: '{name} (deaktiviert oder gelöscht)',
    documentsZone: '{zone} (wie bei Dokumenten)',
    always: 'Tag und Nacht',
    day: '{day} ({name})',
    zone: 'Zeitzone der genehmigenden Person',
    people: 'Keiner (sie gehen an die anfordernde Person und den Supervisor)',
    usual: 'Vorgabe',
    more: '{count, plural, one {# weitere} other {# weitere}}',
  },
  error: {
    tooLong: 'Höchstens {max, number} Zeichen.',
    email: 'Bitte eine E-Mail-Adresse wie buero@example.com eingeben.',
    tolerance: 'Bitte einen Prozentsatz von 0 bis {max, number} eingeben oder das Feld leer lassen.',
    currency: 'Bitte einen Währungscode wie EUR, USD oder CHF eingeben.',
    zone: 'Bitte eine Zeitzone wie Europe/Berlin oder Europe/Zurich eingeben.',
    week: {
      day: '„{text}“ ist kein Wochentag. Bitte Tage und Zeiten wie „Mo–Fr 08:00–17:00“ eingeben.',
      time: '„{text}“ ist keine lesbare Zeit. Bitte Zeiten wie „08:00–12:00, 13:00–17:00“ eingeben.',
      backwards: '„{text}“ endet vor dem Beginn. Zeiten nach Mitternacht gehören zum nächsten Tag.',
      many: 'Ein Tag kann höchstens {max, number} Zeiträume haben: {text}',
    },
    date: 'Jede Zeile muss mit einem Datum wie 2026-12-25 beginnen. Nicht lesbar ist: „{text}“',
    dates: 'Bitte höchstens {max, number} Tage eingeben und vergangene entfernen.',
    color: 'Bitte eine Farbe wie #1f4e79 eingeben.',
    contrast:
      'Diese Farbe ist zu hell für weißes Papier: Der Kontrast ist {ratio}:1 und muss mindestens {least}:1 sein.',
    count: 'Bitte eine ganze Zahl von {min, number} bis {max, number} eingeben.',
    people: 'Bitte höchstens {max, number} Personen und Gruppen wählen.',
    amount: 'Bitte einen Betrag wie 5000 eingeben oder das Feld für jeden Betrag leer lassen.',
    toleranceAmount: 'Bitte einen Betrag wie 500 eingeben oder das Feld leer lassen.',
    invalid: 'Dieser Wert ist nicht möglich. Bitte einen anderen wählen.',
    nobody: 'Bitte mindestens eine Person oder Gruppe wählen.',
    members: 'Hier können nur Vollmitglieder stehen. Bitte entfernen: {names}.',
    guest: 'Supervisoren müssen Vollmitglieder sein. Bitte entfernen: {names}.',
  },
} as const;
