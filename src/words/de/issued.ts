export const issued = {
  alt: '{number} Version {version}: {title}, für {client}',
} as const;
