export const verify = {
  genuine: '*Echt.* {facts}',
  version: 'Dies ist *{order} Version {version, number}*, ausgestellt {date}.',
  versionTitle: 'Dies ist *{order} Version {version, number}*, {title}, ausgestellt {date}.',
  current: 'Es ist die *aktuelle* Version.',
  superseded: '*Ersetzt* durch Version {version, number}, ausgestellt {date}.',
  supersededPdf: '*Ersetzt* durch Version {version, number}, ausgestellt {date} ({pdf}).',
  workCopy: 'Es ist ein Arbeitsexemplar: Es enthält keine Preise.',
  approved: 'Genehmigt von {name}, {date}.',
  extraAccepted: 'Mehrkosten akzeptiert von {name}, {date}.',
  extraNotAccepted: 'Es kostet mehr als genehmigt, und die Mehrkosten waren bei der Ausstellung nicht akzeptiert.',
  signed: 'Für den Kunden hat {name} Version {version, number} unterschrieben, {date}.',
  state: 'Der Auftrag hat jetzt den Status „{state}“.',
  compare:
    'Der Code zeigt, dass dieses Dokument ausgestellt wurde. Ob sonst nichts auf dem Papier geändert wurde, zeigt der Vergleich mit {pdf} ({file}).',
  askToCompare:
    'Der Code zeigt, dass dieses Dokument ausgestellt wurde. Ob sonst nichts auf dem Papier geändert wurde, kann jemand, der am Auftrag beteiligt ist, durch Vergleich mit dem PDF prüfen.',
  notGenuine: '*Nicht echt.* Kein ausgestelltes Dokument hat den Code `{code}`.',
  notGenuineUnless:
    '*Nicht echt*, außer es wurde {spans} ausgestellt: Damals wurde eine Sicherung wiederhergestellt, und die Aufzeichnungen aus dieser Zeit fehlen. Kein bekanntes Dokument hat den Code `{code}`.',
  checkCharacters:
    'Vergleiche zuerst jedes Zeichen mit dem Papier: 8 und B, 5 und S, 2 und Z sowie am Anfang die Auftrags- und Versionsnummer. I, L, O und U kommen in den letzten zwölf Zeichen nicht vor. Stimmt alles überein, ist das Papier kein Dokument dieses Workspace, oder es wurde verändert.',
  altered:
    '*Nicht bestätigbar.* Mit dem Code `{code}` wurde ein Dokument ausgestellt, sein Eintrag in der Datenbank wurde danach aber geändert. Vergleiche das Papier mit dem PDF im Channel des Auftrags und lass den Fall von der Person prüfen, die diese App betreibt.',
  noCode:
    'Gib den Code ein, der unten auf jeder Seite des Dokuments steht, zum Beispiel `/service-order prüfen SO-000012-1-7F3K-9QXM-2PDA`. Ein PDF in Slack prüfst du mit *Verify document* im Menü seiner Nachricht.',
  notACode: '„{typed}“ ist kein Prüfcode.',
  span: 'zwischen {from} und {until}',
  noFile:
    'Diese Nachricht hat keine Datei. Nutze *Verify document* bei einer Nachricht mit einem PDF. Einen gedruckten Code prüfst du mit `/service-order prüfen`.',
  file: {
    genuine: '„{file}“: *echt*, Byte für Byte wie ausgestellt. {facts}',
    unknown:
      '„{file}“: *nicht echt*. Die Datei stimmt nicht Byte für Byte mit einem hier ausgestellten Dokument überein. Möglicherweise ist es eine andere Datei, oder sie wurde verändert oder neu gespeichert. Das PDF steht im Channel des Auftrags.',
    unknownUnless:
      '„{file}“: *nicht echt*, außer die Datei wurde {spans} ausgestellt: Damals wurde eine Sicherung wiederhergestellt, und die Aufzeichnungen aus dieser Zeit fehlen. Die Datei stimmt nicht Byte für Byte mit einem bekannten, hier ausgestellten Dokument überein. Möglicherweise ist es eine andere Datei, oder sie wurde verändert oder neu gespeichert. Das PDF steht im Channel des Auftrags.',
    noPdf: '„{file}“: kein PDF und daher kein hier ausgestelltes Dokument.',
    tooLarge: '„{file}“: größer als jedes hier ausgestellte Dokument.',
    gone: '„{file}“: kann nicht geprüft werden. Die Datei wurde gelöscht oder ist in einer Unterhaltung ohne die App. Poste sie in einem Channel mit der App, etwa dem des Auftrags, und versuche es dort erneut.',
    notNow: '„{file}“: Slack hat die Datei gerade nicht bereitgestellt. Versuche es in einer Minute erneut.',
  },
  membersOnly: 'Serviceaufträge sind nur für Mitglieder dieses Workspace. Wende dich an eines von ihnen.',
} as const;
