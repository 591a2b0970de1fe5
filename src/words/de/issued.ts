export const issued = {
  comment: '*{number} v{version}* {title}',
  alt: '{number} Version {version}: {title}, für {client}',
} as const;
