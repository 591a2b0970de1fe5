export const issued = {
  comment: '*{number} v{version}* {title}',
  alt: '{number} version {version}\u00a0: {title}, pour {client}',
} as const;
