export const issued = {
  alt: '{number} version {version}\u00a0: {title}, pour {client}',
} as const;
