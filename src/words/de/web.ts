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
  tooLarge: {
    title: 'Zu viele Daten',
    text: 'Ihre Eingaben sind zu umfangreich. Es wurde nichts unterschrieben. Bitte kürzen Sie sie, oder unterschreiben Sie mit Ihrem eingegebenen Namen.',
  },
  notAForm: {
    title: 'Nicht lesbar',
    text: 'Was gesendet wurde, ist nicht das Formular dieser Seite. Es wurde nichts unterschrieben. Bitte öffnen Sie den Link erneut.',
  },
  brokenOff: { title: 'Die Verbindung wurde unterbrochen' },
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
  sign: {
    title: 'Unterschreiben: {document}',
    intro: 'Bitte prüfen Sie die folgenden Angaben. Am Ende der Seite können Sie unterschreiben.',
    changed:
      'Dieser Auftrag wurde geändert, seit Sie den Link erhalten haben. Sie sehen Version {version, number}, die aktuelle.',
    overtaken:
      'Der Auftrag wurde geändert, während diese Seite geöffnet war. Es wurde nichts unterschrieben. Bitte prüfen Sie Version {version, number} und unterschreiben Sie erneut.',
    heading: 'Unterschreiben',
    name: 'Ihr vollständiger Name',
    position: 'Funktion (optional)',
    positionHint: 'Ihre Aufgabe, zum Beispiel Hausverwaltung',
    reservations: 'Vorbehalte (optional)',
    reservationsHint: 'Was nicht so ist, wie es sein sollte. Steht auf dem Dokument.',
    signature: 'Unterschrift',
    drawn: 'Unterschrift zeichnen',
    typed: 'Mit eingegebenem Namen unterschreiben',
    pad: 'Feld für Ihre Unterschrift',
    padHint: 'Zeichnen Sie Ihre Unterschrift mit dem Finger, einem Stift oder der Maus in das Feld.',
    clear: 'Löschen',
    withoutScript: 'Ohne JavaScript unterschreiben Sie mit Ihrem eingegebenen Namen.',
    consentWork:
      'Ich nehme diese Arbeiten im Namen von {client} ab, gegebenenfalls mit den Vorbehalten, die ich in diesem Formular eingetragen habe. Mein Name, meine Unterschrift und der Zeitpunkt stehen auf dem Dokument.',
    consentOrder:
      'Ich stimme diesem Auftrag im Namen von {client} zu, gegebenenfalls mit den Vorbehalten, die ich in diesem Formular eingetragen habe. Mein Name, meine Unterschrift und der Zeitpunkt stehen auf dem Dokument.',
    problems: 'Bitte korrigieren Sie Folgendes:',
    error: {
      name: 'Bitte geben Sie Ihren vollständigen Namen ein.',
      consent: 'Bitte setzen Sie das Häkchen, um zu unterschreiben.',
      drawing: 'Zeichnen Sie Ihre Unterschrift, oder wählen Sie „{option}“.',
      unreadable: 'Diese Unterschrift ist nicht lesbar. Zeichnen Sie sie erneut, oder wählen Sie „{option}“.',
    },
    send: 'Unterschreiben',
    sending: 'Wird gesendet …',
    lost: 'Die Verbindung ist abgebrochen. Ob Ihre Unterschrift angekommen ist, ist nicht sicher. Wählen Sie noch einmal „{button}“: Nichts wird doppelt unterschrieben.',
    privacy: 'Diese Seite setzt keine Cookies und gibt nichts an Dritte weiter.',
    accepted: {
      title: 'Angenommen: Version {version, number}',
      text: '{order}, Version {signed, number}, ist unterschrieben. Das Dokument mit der Unterschrift ist Version {version, number}.',
      newer: 'Seitdem wurde eine neuere Version ausgestellt: Version {version, number}.',
      askToSign: 'Wenn Sie diese unterschreiben möchten, lassen Sie sich einen neuen Link geben.',
      reopened: 'Der Auftrag wurde seitdem wieder geöffnet; die Arbeiten gehen weiter.',
    },
    signedBy: 'Unterschrieben von {name}, {when}.',
    already: {
      title: 'Bereits unterschrieben',
      notRecorded: 'Bereits unterschrieben von {name}, {when}; Ihre Eingaben wurden nicht übernommen.',
    },
    notSigned: 'Es wurde nichts unterschrieben.',
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Links zum Unterschreiben gelten sieben Tage. Bitte lassen Sie sich einen neuen geben.',
      textOf: 'Links zum Unterschreiben gelten sieben Tage. Bitte lassen Sie sich von {company} einen neuen geben.',
    },
    withdrawn: {
      title: 'Dieser Link funktioniert nicht mehr',
      text: 'Er wurde zurückgezogen oder durch einen neueren ersetzt. Bitte lassen Sie sich einen neuen geben.',
      textOf:
        'Er wurde zurückgezogen oder durch einen neueren ersetzt. Bitte lassen Sie sich von {company} einen neuen geben.',
    },
    reopened: {
      title: 'Die Arbeiten gehen weiter',
      text: 'Der Auftrag wurde nach Version {version, number} wieder geöffnet, und seitdem wurde nichts gemeldet. Sobald es eine neue Version gibt, können Sie sie unter diesem Link unterschreiben.',
    },
    contact: 'Fragen? {contact}',
    contactOf: 'Fragen? {company}: {contact}',
    copy: {
      title: 'Ihr Exemplar',
      download: '{file} herunterladen ({size})',
      until: 'Hier verfügbar bis {when}.',
      making: 'Das unterschriebene Dokument wird gerade erstellt. Laden Sie diese Seite in einer Minute neu.',
      reload: 'Neu laden',
      sent: 'Das unterschriebene Dokument erhalten Sie vom Unternehmen.',
      sentBy: 'Das unterschriebene Dokument erhalten Sie von {company}.',
      ask: 'Bitte lassen Sie sich eine Kopie des unterschriebenen Dokuments geben.',
      askOf: 'Bitte lassen Sie sich von {company} eine Kopie des unterschriebenen Dokuments geben.',
      busy: {
        title: 'Zu viele Downloads gleichzeitig',
        text: 'Bitte warten Sie eine Minute, und versuchen Sie es dann erneut.',
      },
    },
    photosNotShown:
      '{count, plural, one {# Foto wird hier nicht gezeigt; es ist unten genannt.} other {# Fotos werden hier nicht gezeigt; sie sind unten genannt.}}',
    closed: {
      title: 'Dieser Auftrag kann jetzt nicht unterschrieben werden',
      text: 'Er steht nicht mehr zur Unterschrift bereit. Bitte fragen Sie, wer Ihnen den Link gegeben hat.',
    },
    unknown: {
      title: 'Dieser Link ist ungültig',
      text: 'Bitte prüfen Sie, ob Sie den vollständigen Link geöffnet haben, oder lassen Sie sich einen neuen geben.',
    },
  },
} as const;
