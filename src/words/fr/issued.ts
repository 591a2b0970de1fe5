export const issued = {
  alt: '{number} version {version}\u00a0: {title}, pour {client}',
  thread: '{order} : {title}, pour {client}. Les documents avec prix sont publiés dans ce fil.',
  newest:
    '{order} : {title}, pour {client}. Le document avec prix le plus récent est la version {version, number}. Les versions précédentes sont remplacées.',
  first: '{order}, version 1, avec prix.',
  next: '{order}, version {version, number}, avec prix. Elle remplace les versions précédentes.',
  replaced: '{file} a été remplacé par la version {version, number}.',
  photosGone:
    '{file} ne peut plus être envoyé tel qu’il a été émis : {count, plural, one {# de ses photos n’est plus} many {# de ses photos ne sont plus} other {# de ses photos ne sont plus}} dans Slack, et l’application n’a pas conservé le fichier.',
  changed:
    '{file} ne peut plus être envoyé tel qu’il a été émis : il n’est plus dans Slack, et l’application ne l’a pas conservé.',
} as const;
