export const issued = {
  alt: '{number} versión {version}: {title}, para {client}',
  thread: '{order}: {title}, para {client}. Sus documentos con precios se publican en este hilo.',
  newest:
    '{order}: {title}, para {client}. El documento con precios más reciente es la versión {version, number}. Las versiones anteriores quedan reemplazadas.',
  first: '{order}, versión 1, con precios.',
  next: '{order}, versión {version, number}, con precios. Sustituye a las versiones anteriores.',
} as const;
