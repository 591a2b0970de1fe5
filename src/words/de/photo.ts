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
