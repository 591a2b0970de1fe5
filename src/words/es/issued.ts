export const issued = {
  comment: '*{number} v{version}* {title}',
  alt: '{number} versión {version}: {title}, para {client}',
} as const;
