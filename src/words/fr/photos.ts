export const photos = {
  offered:
    '{count, plural, one {# photo du canal n’est pas encore dans le bon.} other {# photos du canal ne sont pas encore dans le bon.}} Choisissez ce que montre une photo pour l’inclure.',
  newest: 'Les {count, number} plus récentes figurent ici.',
  own: 'Indiquez ce que montrent vos photos. Vous pouvez laisser vide.',
  line: '{place, number}. {file} · {name}, {when}',
  ownLine: '{place, number}. {file}',
  open: '<{link}|Ouvrir>',
  shows: 'Photo {place, number}\u00a0: {file}',
  caption: 'Légende de la photo {place, number}',
  kind: { before: 'Avant', after: 'Après', part: 'Pièce' },
  plain: 'Photo',
  leave: 'Ne pas inclure',
  captioned: '{shows}\u00a0: {caption}',
  adding: '{count, plural, one {Cette photo fera} other {Ces photos feront}} partie du bon et du prochain document.',
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
    title: 'Ajout impossible',
  },
} as const;
