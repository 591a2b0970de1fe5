export const photo = {
  gone: 'Die Datei wurde gelöscht, oder die App hat keinen Zugriff darauf.',
  unavailable: 'Die Datei konnte nicht rechtzeitig gelesen werden.',
  not_a_picture: 'Die Datei ist kein Bild, das die App lesen kann.',
  unsupported: '{kind}-Bilder können nicht gedruckt werden. Bitte das Foto als JPEG oder PNG erneut posten.',
  damaged: 'Die Datei ist beschädigt. Bitte das Foto erneut posten.',
  too_large:
    'Das Foto hat {megapixels, number} Megapixel, erlaubt sind höchstens {limit, number}. Bitte eine kleinere Kopie posten.',
  undecodable: 'Das Lesen des Fotos braucht zu viel Speicher oder Zeit. Bitte als einfaches JPEG erneut posten.',
  skipped: 'Das Lesen anderer Fotos des Dokuments hat zu lange gedauert.',
  too_many: 'Das Dokument hat mehr Fotos, als gedruckt werden können.',
  without_photos: 'Das Dokument konnte nur ohne Fotos erstellt werden.',
  repeated: 'Dasselbe Foto ist schon gedruckt.',
} as const;

export const photos = {
  offered:
    '{count, plural, one {# Foto aus dem Channel ist noch nicht im Auftrag.} other {# Fotos aus dem Channel sind noch nicht im Auftrag.}} Wähle aus, was ein Foto zeigt, oder schreib eine Bildunterschrift, um es aufzunehmen.',
  newest: 'Hier stehen die neuesten {count, number}.',
  own: 'Gib an, was deine Fotos zeigen. Du kannst das leer lassen.',
  line: '{place, number}. {file} · {name}, {when}',
  ownLine: '{place, number}. {file}',
  shownLine: '{place, number}. {file} · {shown}',
  included: '*Fotos:* {count, number}',
  open: '<{link}|Öffnen>',
  shows: 'Foto {place, number}: {file}',
  caption: 'Bildunterschrift zu Foto {place, number}',
  kind: { before: 'Vorher', after: 'Nachher', part: 'Teil' },
  plain: 'Foto',
  leave: 'Nicht aufnehmen',
  captioned: '{shows}: {caption}',
  adding:
    '{count, plural, one {Dieses Foto wird Teil des Auftrags. Gedruckt wird es} other {Diese Fotos werden Teil des Auftrags. Gedruckt werden sie}} mit der nächsten Rückmeldung oder beim Abschluss.',
  wrong: {
    channel:
      'Das ist nicht der Channel eines Serviceauftrags. Nutze diese Aktion bei einer Nachricht im Channel eines Auftrags.',
    none: 'Diese Nachricht hat keine Dateien. Nutze diese Aktion bei einer Nachricht mit Fotos.',
    known: '{count, plural, one {Dieses Foto ist} other {Diese Fotos sind}} schon im Auftrag: {files}.',
    notImage: 'Nur Fotos können hinzugefügt werden. Kein Bild: {files}.',
    deleted: 'In Slack gelöscht: {files}.',
    external: 'Liegt außerhalb von Slack: {files}. Poste das Foto selbst.',
    elsewhere: 'Gehört einer anderen Organisation: {files}. Bitte jemanden aus diesem Workspace, eine Kopie zu posten.',
    tooLarge: 'Größer als 20 MB: {files}. Poste eine kleinere Kopie.',
    unreadable: 'Für die App nicht lesbar: {files}. Poste eine neue Kopie.',
    broken: 'Beschädigt, oder kein Bild, das die App lesen kann: {files}. Poste das Foto noch einmal.',
    title: 'Nicht hinzugefügt',
  },
} as const;
