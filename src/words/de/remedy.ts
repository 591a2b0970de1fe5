export const remedy = {
  channel_gone:
    'Der Channel wurde gelöscht oder archiviert, oder die App wurde daraus entfernt. Hebe die Archivierung auf oder füge die App wieder hinzu und versuche es danach erneut.',
  limited_access:
    'Der Channel ist auf bestimmte Personen beschränkt, und die App gehört nicht dazu. Lass ihr von einem Workspace-Inhaber oder -Administrator Zugriff geben oder öffne einen neuen Channel für den Auftrag. Versuche es danach erneut.',
  no_permission:
    'Der App fehlt dafür die Berechtigung. Prüfe, ob sie Mitglied des Channels ist (gib dort „/invite @Service Orders“ ein) und alle Scopes aus slack-manifest.yml hat. Fehlen Scopes, installiere die App neu. Versuche es danach erneut.',
  file_unseen:
    'Die App kann diese Datei nicht sehen. Teile sie im Channel des Auftrags oder füge die App dem Channel hinzu, in dem die Datei liegt. Versuche es danach erneut.',
  channel_setting:
    'Laut einer Einstellung des Channels oder Workspace darf die App dort nicht posten. Wer den Channel verwaltet, kann das erlauben. Versuche es danach erneut.',
  not_for_enterprise:
    'Slack bietet dies für Workspaces einer Enterprise-Organisation nicht an. Frage einen Administrator der Organisation, ob es erlaubt werden kann. Versuche es danach erneut.',
  fixed_message:
    'Slack lässt die App diese Nachricht nicht ändern. Prüfe die Workspace-Einstellung zum Bearbeiten von Nachrichten. Versuche es danach erneut.',
  gone_message:
    'Die Nachricht wurde in Slack gelöscht, oder die App kann sie nicht sehen. Was darin stand, steht im Verlauf des Auftrags. Prüfe den Channel. Versuche es danach erneut.',
  file_gone:
    'Die Datei ist nicht mehr in Slack: Jemand hat sie gelöscht, oder Slack hat den Upload verloren. Prüfe, ob der Workspace freien Speicher hat und Uploads erlaubt. Versuche es danach erneut.',
  canvases_off:
    'Canvas sind in diesem Workspace deaktiviert. Ein Workspace-Inhaber kann sie aktivieren. Versuche es danach erneut.',
  person_out:
    'Die App kann diese Person weder hinzufügen noch anschreiben: Das Konto ist deaktiviert, eingeschränkt, ein Bot oder außerhalb des Workspace. Prüfe das Konto oder wähle jemand anderen. Versuche es danach erneut.',
  shared_out:
    'Der Channel wird mit einer anderen Organisation geteilt, die dies nicht erlaubt. Beende das Teilen oder frage die Inhaber, ob sie es erlauben. Versuche es danach erneut.',
  our_fault:
    'Slack hat nicht angenommen, was die App gesendet hat. Das ist ein Fehler der App. Melde ihn mit der Zeile aus dem Log und versuche es erneut, sobald die App aktualisiert ist.',
  too_old: 'Slack unterstützt nicht mehr, was die App nutzt. Aktualisiere die App. Versuche es danach erneut.',
  setting:
    'Laut einer Workspace-Einstellung dürfen Apps das nicht. Ein Workspace-Inhaber kann das erlauben. Versuche es danach erneut.',
  setting_remove_people:
    'Laut einer Workspace-Einstellung dürfen Apps diese Person nicht aus dem Channel entfernen. Ein Workspace-Inhaber kann das erlauben. Versuche es danach erneut.',
  setting_create_channels:
    'Laut einer Workspace-Einstellung dürfen Apps keine Channels erstellen. Ein Workspace-Inhaber kann das erlauben. Versuche es danach erneut.',
  setting_archive:
    'Laut einer Workspace-Einstellung dürfen Apps diesen Channel nicht archivieren. Ein Workspace-Inhaber kann das erlauben. Versuche es danach erneut.',
  setting_uploads:
    'Laut einer Workspace-Einstellung dürfen Apps keine Dateien hochladen. Ein Workspace-Inhaber kann das erlauben. Versuche es danach erneut.',
  setting_only_images:
    'Laut einer Workspace-Einstellung dürfen Apps nur Bilder hochladen, die App muss aber PDFs hochladen. Ein Workspace-Inhaber kann PDFs erlauben. Versuche es danach erneut.',
  setting_pdf:
    'Laut einer Workspace-Einstellung dürfen Apps keine PDF-Dateien hochladen. Ein Workspace-Inhaber kann das erlauben. Versuche es danach erneut.',
  setting_size:
    'Laut einer Workspace-Einstellung dürfen Apps keine so großen Dateien hochladen. Ein Workspace-Inhaber kann das erlauben. Versuche es danach erneut.',
  messages_tab:
    'Der Nachrichten-Tab der App ist deaktiviert. Aktiviere ihn in den Einstellungen der App (App Home). Versuche es danach erneut.',
  storage_full:
    'Der Dateispeicher des Workspace ist voll. Lösche alte Dateien oder wechsle den Tarif. Versuche es danach erneut.',
  too_many_pins:
    'Der Channel hat zu viele angepinnte Elemente oder Lesezeichen. Entferne einige. Versuche es danach erneut.',
  fault: 'Die App konnte dies nicht ausführen. Sieh im Log nach dem Fehler und versuche es danach erneut.',
  missing_scope:
    'Der App fehlt der Scope {scope}. Füge ihn hinzu (er steht in slack-manifest.yml) und installiere die App neu. Versuche es danach erneut.',
  missing_some_scope:
    'Der App fehlt ein weiterer Scope, den das Log nennt. Füge ihn hinzu (er steht in slack-manifest.yml) und installiere die App neu. Versuche es danach erneut.',
  undocumented:
    'Slack hat „{code}“ geantwortet. Sieh in docs/operations.md nach und behebe die Ursache. Versuche es danach erneut.',
  unreadable_row: 'In der Datenbank steht etwas, das die App nicht lesen kann: {problem}',
  no_order: 'Der zugehörige Auftrag {order} ist nicht in der Datenbank. Bitte melden.',
  no_channel: 'Der Channel des Auftrags wurde nie geöffnet. Versuche zuerst erneut, was davor fehlgeschlagen ist.',
  name_taken:
    'Alle für diesen Auftrag versuchten Channel-Namen sind vergeben. Benenne die alten Channels um. Versuche es danach erneut.',
  app_removed:
    'Die App ist nicht mehr in #{channel}. Gib in diesem Channel „/invite @Service Orders“ ein, dann geht es von selbst weiter. Oder öffne einen neuen Channel für den Auftrag.',
  app_shut_out:
    'Die App kann #{channel} nicht sehen, weil sie daraus entfernt oder der Channel archiviert oder gelöscht wurde. Gibt es den Channel noch, gib dort „/invite @Service Orders“ ein, dann geht es von selbst weiter. Sonst öffne einen neuen Channel für den Auftrag.',
  cannot_remove:
    'Die App ist nicht mehr in #{channel} und kann daher Personen, die den Auftrag verlassen haben, nicht entfernen. Gib in diesem Channel „/invite @Service Orders“ ein, dann geht es von selbst weiter.',
  not_added:
    'Slack hat nicht zugelassen, dass die App diese Personen zu #{channel} hinzufügt: {people}. Prüfe ihre Konten und die Workspace-Einstellungen für Einladungen. Versuche es danach erneut oder füge sie selbst hinzu.',
  not_removed:
    'Slack hat nicht zugelassen, dass die App diese Personen aus #{channel} entfernt, obwohl sie nicht mehr am Auftrag beteiligt sind: {people}. Ein Workspace-Inhaber kann Apps erlauben, Personen aus geschlossenen Channels zu entfernen. Versuche es danach erneut oder entferne sie selbst. Sollen solche Personen im Channel bleiben, nutze die Einstellung channel.keepMembers.',
  not_shared:
    'Slack hat {file} zweimal angenommen, aber nie in #{channel} gepostet. Prüfe, ob in diesem Channel Dateien gepostet werden können und der Workspace freien Speicher hat. Versuche es danach erneut, um die Datei noch einmal hochzuladen.',
  fixed_card:
    'Slack lässt die App ihre Karte in #{channel} nicht ändern, daher ist die Karte veraltet. Die App postet höchstens einmal am Tag eine neue, und jede Änderung wird weiterhin im Channel gepostet. Prüfe die Workspace-Einstellung zum Bearbeiten von Nachrichten. Versuche es danach erneut.',
  upload_elsewhere:
    'Slack hat eine Upload-Adresse genannt, die nicht zu Slack gehört oder zu einer anderen weiterleitet. Prüfe SLACK_API_URL und alle Proxys dazwischen. Versuche es danach erneut.',
  pdf_failed:
    'Dieses PDF ist nach {attempts, plural, one {# Versuch} other {# Versuchen}} fehlgeschlagen. Andere Aufträge sind nicht betroffen. Das Log nennt den Fehler: Behebe ihn oder aktualisiere die App. Versuche es danach erneut.',
  office_channel:
    'Die App kann im Channel für Dokumente mit Preisen ({channel}) nicht posten, weil sie kein Mitglied ist oder der Channel archiviert oder gelöscht wurde. Gib in diesem Channel „/invite @Service Orders“ ein oder wähle in den Einstellungen einen anderen. Versuche es dann erneut.',
  office_channel_open:
    'Das Dokument mit Preisen wurde nicht in {channel} gepostet, weil dieser Channel offen ist. Wähle in den Einstellungen einen geschlossenen Channel. Versuche es dann erneut.',
  office_channel_shared:
    'Das Dokument mit Preisen wurde nicht in {channel} gepostet, weil dieser Channel mit einer anderen Organisation geteilt wird. Wähle in den Einstellungen einen anderen Channel. Versuche es dann erneut.',
  files_not_kept:
    'Der Dateispeicher (FILES_URL) nimmt keine Dateien an, und nichts wird ausgestellt, was nicht aufbewahrt werden kann. Den Grund nennt das Log: Er ist voll, nicht erreichbar oder verweigert der App den Zugriff. Sobald die Ursache behoben ist, geht es von selbst weiter.',
} as const;
