export const issued = {
  alt: '{number} versão {version}: {title}, para {client}',
  thread: '{order}: {title}, para {client}. Os documentos com preços são publicados nesta conversa.',
  newest:
    '{order}: {title}, para {client}. O documento com preços mais recente é a versão {version, number}. As versões anteriores foram substituídas.',
  first: '{order}, versão 1, com preços.',
  next: '{order}, versão {version, number}, com preços. Substitui as versões anteriores.',
} as const;
