export const issued = {
  comment: '*{number} v{version}* {title}',
  alt: '{number} versão {version}: {title}, para {client}',
} as const;
