export const issued = {
  alt: '{number} versión {version}: {title}, para {client}',
  thread: '{order}: {title}, para {client}. Sus documentos con precios se publican en este hilo.',
  newest:
    '{order}: {title}, para {client}. El documento con precios más reciente es la versión {version, number}. Las versiones anteriores quedan reemplazadas.',
  first: '{order}, versión 1, con precios.',
  next: '{order}, versión {version, number}, con precios. Sustituye a las versiones anteriores.',
  replaced: '{file} fue sustituido por la versión {version, number}.',
  photosGone:
    '{file} ya no se puede enviar tal como se emitió: {count, plural, one {# de sus fotos ya no está} many {# de sus fotos ya no están} other {# de sus fotos ya no están}} en Slack y la aplicación no conservó el archivo.',
  changed: '{file} ya no se puede enviar tal como se emitió: ya no está en Slack y la aplicación no lo conservó.',
} as const;
