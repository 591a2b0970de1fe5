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

export const photos = {
  offered:
    '{count, plural, one {# photo du canal n’est pas encore dans le bon.} other {# photos du canal ne sont pas encore dans le bon.}} Choisissez ce que montre une photo, ou saisissez une légende, pour l’inclure.',
  newest: 'Les {count, number} plus récentes figurent ici.',
  own: 'Indiquez ce que montrent vos photos. Vous pouvez laisser vide.',
  line: '{place, number}. {file} · {name}, {when}',
  ownLine: '{place, number}. {file}',
  shownLine: '{place, number}. {file} · {shown}',
  included: '*Photos\u00a0:* {count, number}',
  open: '<{link}|Ouvrir>',
  shows: 'Photo {place, number}\u00a0: {file}',
  caption: 'Légende de la photo {place, number}',
  kind: { before: 'Avant', after: 'Après', part: 'Pièce' },
  plain: 'Photo',
  leave: 'Ne pas inclure',
  captioned: '{shows}\u00a0: {caption}',
  adding:
    '{count, plural, one {Cette photo fera partie du bon. Elle sera imprimée} other {Ces photos feront partie du bon. Elles seront imprimées}} avec le prochain compte rendu ou à la clôture du bon.',
  wrong: {
    channel: 'Ce n’est pas le canal d’un bon d’intervention. Utilisez ce raccourci sur un message du canal d’un bon.',
    none: 'Ce message n’a pas de fichiers. Utilisez ce raccourci sur un message avec des photos.',
    known: '{count, plural, one {Cette photo est} other {Ces photos sont}} déjà dans le bon\u00a0: {files}.',
    notImage: 'Seules des photos peuvent être ajoutées. Pas une image\u00a0: {files}.',
    deleted: 'Supprimé dans Slack\u00a0: {files}.',
    external: 'Conservé hors de Slack\u00a0: {files}. Publiez la photo elle-même.',
    elsewhere:
      'Appartient à une autre organisation\u00a0: {files}. Demandez à quelqu’un de cet espace de travail d’en publier une copie.',
    tooLarge: 'Plus de 20 Mo\u00a0: {files}. Publiez une copie plus petite.',
    unreadable: 'Illisible pour l’application\u00a0: {files}. Publiez une nouvelle copie.',
    broken: 'Fichier endommagé ou image que l’application ne peut pas lire\u00a0: {files}. Publiez la photo à nouveau.',
    title: 'Ajout impossible',
  },
} as const;
