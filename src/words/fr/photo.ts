export const photo = {
  gone: 'Le fichier a été supprimé, ou l’application n’y a pas accès.',
  unavailable: 'Le fichier n’a pas pu être lu à temps.',
  not_a_picture: 'Le fichier n’est pas une image que l’application sait lire.',
  unsupported: 'Les images {kind} ne peuvent pas être imprimées. La photo peut être publiée à nouveau en JPEG ou PNG.',
  damaged: 'Le fichier est endommagé. La photo peut être publiée à nouveau.',
  too_large:
    'La photo fait {megapixels, number} mégapixels, la limite est de {limit, number}. Une copie plus petite peut être publiée.',
  undecodable:
    'La lecture de la photo demande trop de mémoire ou de temps. Elle peut être publiée à nouveau en JPEG simple.',
  skipped: 'La lecture d’autres photos du document a pris trop de temps.',
  too_many: 'Le document contient plus de photos qu’il ne peut en imprimer.',
  without_photos: 'Le document n’a pu être créé que sans ses photos.',
  repeated: 'La même photo est déjà imprimée.',
} as const;
