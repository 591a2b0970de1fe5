export const issued = {
  alt: '{number} version {version}\u00a0: {title}, pour {client}',
  thread: '{order} : {title}, pour {client}. Les documents avec prix sont publiés dans ce fil.',
  newest:
    '{order} : {title}, pour {client}. Le document avec prix le plus récent est la version {version, number}. Les versions précédentes sont remplacées.',
  first: '{order}, version 1, avec prix.',
  next: '{order}, version {version, number}, avec prix. Elle remplace les versions précédentes.',
} as const;
