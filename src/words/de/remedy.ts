export const remedy = {
  channel_gone:
    'Der Channel wurde gelöscht oder archiviert, oder die App wurde daraus entfernt. Channel wiederherstellen oder App wieder hinzufügen, dann erneut versuchen.',
  limited_access:
    'Der Channel ist auf bestimmte Personen beschränkt, und die App gehört nicht dazu. Bitte einen Inhaber oder Administrator des Workspace, der App Zugriff zu geben, oder öffne einen neuen Channel für den Auftrag. Dann erneut versuchen.',
  no_permission:
    'Der App fehlt dafür die Berechtigung. Prüfe, ob sie Mitglied des Channels ist („/invite @Service Orders“ im Channel eingeben) und alle Scopes aus slack-manifest.yml hat. Fehlen Scopes, installiere die App neu. Dann erneut versuchen.',
  file_unseen:
    'Die App kann diese Datei nicht sehen. Teile sie im Channel des Auftrags, oder füge die App dem Channel hinzu, in dem die Datei liegt. Dann erneut versuchen.',
  channel_setting:
    'Eine Einstellung des Channels oder Workspace erlaubt der App nicht, dort zu posten. Bitte jemanden, der den Channel verwaltet, es zu erlauben. Dann erneut versuchen.',
  not_for_enterprise:
    'Slack bietet dies für Workspaces einer Enterprise-Organisation nicht an. Frage einen Administrator der Organisation, ob es erlaubt werden kann. Dann erneut versuchen.',
  fixed_message:
    'Slack lässt die App diese Nachricht nicht ändern. Prüfe die Workspace-Einstellung zum Bearbeiten von Nachrichten. Dann erneut versuchen.',
  gone_message:
    'Die Nachricht wurde in Slack gelöscht, oder die App kann sie nicht sehen. Ihr Inhalt steht im Verlauf des Auftrags. Prüfe den Channel. Dann erneut versuchen.',
  file_gone:
    'Die Datei ist nicht mehr in Slack: Jemand hat sie gelöscht, oder Slack hat den Upload verloren. Prüfe, ob der Workspace freien Speicher hat und Uploads erlaubt. Dann erneut versuchen.',
  canvases_off:
    'Canvas sind in diesem Workspace deaktiviert. Bitte einen Inhaber des Workspace, sie zu aktivieren. Dann erneut versuchen.',
  person_out:
    'Die App kann diese Person weder hinzufügen noch anschreiben: Das Konto ist deaktiviert, eingeschränkt, ein Bot oder außerhalb des Workspace. Prüfe das Konto oder wähle jemand anderen. Dann erneut versuchen.',
  shared_out:
    'Der Channel wird mit einer anderen Organisation geteilt, die dies nicht erlaubt. Beende das Teilen oder bitte die Inhaber, es zu erlauben. Dann erneut versuchen.',
  our_fault:
    'Slack hat nicht angenommen, was die App gesendet hat. Das ist ein Fehler der App. Melde ihn mit der Zeile aus dem Log und versuche es erneut, sobald die App aktualisiert ist.',
  too_old: 'Slack unterstützt nicht mehr, was die App nutzt. Aktualisiere die App. Dann erneut versuchen.',
  setting:
    'Eine Workspace-Einstellung erlaubt dies Apps nicht. Bitte einen Inhaber des Workspace, es zu erlauben. Dann erneut versuchen.',
  setting_remove_people:
    'Eine Workspace-Einstellung erlaubt Apps nicht, diese Person aus dem Channel zu entfernen. Bitte einen Inhaber des Workspace, es zu erlauben. Dann erneut versuchen.',
  setting_create_channels:
    'Eine Workspace-Einstellung erlaubt Apps nicht, Channels zu erstellen. Bitte einen Inhaber des Workspace, es zu erlauben. Dann erneut versuchen.',
  setting_archive:
    'Eine Workspace-Einstellung erlaubt Apps nicht, diesen Channel zu archivieren. Bitte einen Inhaber des Workspace, es zu erlauben. Dann erneut versuchen.',
  setting_uploads:
    'Eine Workspace-Einstellung erlaubt Apps nicht, Dateien hochzuladen. Bitte einen Inhaber des Workspace, es zu erlauben. Dann erneut versuchen.',
  setting_only_images:
    'Eine Workspace-Einstellung erlaubt Apps nur, Bilder hochzuladen, die App muss aber PDFs hochladen. Bitte einen Inhaber des Workspace, sie zu erlauben. Dann erneut versuchen.',
  setting_pdf:
    'Eine Workspace-Einstellung erlaubt Apps nicht, PDF-Dateien hochzuladen. Bitte einen Inhaber des Workspace, es zu erlauben. Dann erneut versuchen.',
  setting_size:
    'Eine Workspace-Einstellung erlaubt Apps nicht, so große Dateien hochzuladen. Bitte einen Inhaber des Workspace, es zu erlauben. Dann erneut versuchen.',
  messages_tab:
    'Der Nachrichten-Tab der App ist deaktiviert. Aktiviere ihn in den Einstellungen der App (App Home). Dann erneut versuchen.',
  storage_full:
    'Der Dateispeicher des Workspace ist voll. Lösche alte Dateien oder wechsle den Tarif. Dann erneut versuchen.',
  too_many_pins:
    'Der Channel hat zu viele angepinnte Elemente oder Lesezeichen. Entferne einige. Dann erneut versuchen.',
  fault: 'Die App konnte dies nicht ausführen. Der Fehler steht im Log. Dann erneut versuchen.',
  missing_scope:
    'Der App fehlt der Scope {scope}. Füge ihn hinzu (er steht in slack-manifest.yml) und installiere die App neu. Dann erneut versuchen.',
  missing_some_scope:
    'Der App fehlt ein weiterer Scope, den das Log nennt. Füge ihn hinzu (er steht in slack-manifest.yml) und installiere die App neu. Dann erneut versuchen.',
  undocumented:
    'Slack hat „{code}“ geantwortet. Sieh in docs/operations.md nach und behebe die Ursache. Dann erneut versuchen.',
  unreadable_row: 'In der Datenbank steht etwas, das die App nicht lesen kann: {problem}',
  no_order: 'Der zugehörige Auftrag {order} ist nicht in der Datenbank. Bitte melden.',
  no_channel: 'Der Channel des Auftrags wurde nie geöffnet. Versuche zuerst erneut, was davor fehlgeschlagen ist.',
  name_taken:
    'Alle für diesen Auftrag versuchten Channel-Namen sind vergeben. Benenne die alten Channels um. Dann erneut versuchen.',
  app_removed:
    'Die App ist nicht mehr in #{channel}. Gib in diesem Channel „/invite @Service Orders“ ein, dann geht es von selbst weiter. Oder öffne einen neuen Channel für den Auftrag.',
  app_shut_out:
    'Die App kann #{channel} nicht sehen: Sie wurde daraus entfernt, oder der Channel wurde archiviert oder gelöscht. Gibt es den Channel noch, gib dort „/invite @Service Orders“ ein, dann geht es von selbst weiter. Sonst öffne einen neuen Channel für den Auftrag.',
  cannot_remove:
    'Die App ist nicht mehr in #{channel} und kann daher Personen, die den Auftrag verlassen haben, nicht entfernen. Gib in diesem Channel „/invite @Service Orders“ ein, dann geht es von selbst weiter.',
  not_added:
    'Slack ließ die App diese Personen nicht zu #{channel} hinzufügen: {people}. Prüfe ihre Konten und die Workspace-Einstellungen für Einladungen. Dann erneut versuchen. Oder füge sie selbst hinzu.',
  not_removed:
    'Slack ließ die App diese Personen nicht aus #{channel} entfernen, obwohl sie nicht mehr am Auftrag beteiligt sind: {people}. Bitte einen Inhaber des Workspace, Apps das Entfernen von Personen aus geschlossenen Channels zu erlauben. Dann erneut versuchen. Oder entferne sie selbst. Sollen solche Personen im Channel bleiben, nutze die Einstellung channel.keepMembers.',
  not_shared:
    'Slack hat {file} zweimal angenommen, aber nie in #{channel} gepostet. Prüfe, ob in diesem Channel Dateien gepostet werden können und der Workspace freien Speicher hat. Dann erneut versuchen, um die Datei noch einmal hochzuladen.',
  fixed_card:
    'Slack lässt die App ihre Karte in #{channel} nicht ändern, daher ist die Karte veraltet. Die App postet höchstens einmal am Tag eine neue, und jede Änderung wird weiterhin im Channel gepostet. Prüfe die Workspace-Einstellung zum Bearbeiten von Nachrichten. Dann erneut versuchen.',
  upload_elsewhere:
    'Slack hat eine Upload-Adresse genannt, die nicht zu Slack gehört oder zu einer anderen weiterleitet. Prüfe SLACK_API_URL und Proxys dazwischen. Dann erneut versuchen.',
  pdf_failed:
    'Dieses PDF ist nach {attempts, plural, one {# Versuch} other {# Versuchen}} fehlgeschlagen. Andere Aufträge sind nicht betroffen. Das Log nennt den Fehler: Behebe ihn oder aktualisiere die App. Dann erneut versuchen.',
} as const;
