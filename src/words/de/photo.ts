export const photo = {
  gone: 'Die Datei wurde gelöscht, oder die App hat keinen Zugriff darauf.',
  unavailable: 'Die Datei konnte nicht rechtzeitig gelesen werden.',
  not_a_picture: 'Die Datei ist kein Bild, das die App lesen kann.',
  unsupported: '{kind}-Bilder können nicht gedruckt werden. Das Foto kann als JPEG oder PNG neu gepostet werden.',
  damaged: 'Die Datei ist beschädigt. Das Foto kann neu gepostet werden.',
  too_large:
    'Das Foto hat {megapixels, number} Megapixel, erlaubt sind {limit, number}. Eine kleinere Kopie kann gepostet werden.',
  undecodable:
    'Das Lesen des Fotos braucht zu viel Speicher oder Zeit. Es kann als einfaches JPEG neu gepostet werden.',
  skipped: 'Das Lesen anderer Fotos des Dokuments hat zu lange gedauert.',
  too_many: 'Das Dokument hat mehr Fotos, als gedruckt werden können.',
  without_photos: 'Das Dokument konnte nur ohne Fotos erstellt werden.',
} as const;
