export const issued = {
  alt: '{number} versión {version}: {title}, para {client}',
} as const;
