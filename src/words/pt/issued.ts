export const issued = {
  alt: '{number} versão {version}: {title}, para {client}',
} as const;
