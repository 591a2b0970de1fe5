export const issued = {
  alt: '{number} versão {version}: {title}, para {client}',
  thread: '{order}: {title}, para {client}. Os documentos com preços são publicados nesta conversa.',
  newest:
    '{order}: {title}, para {client}. O documento com preços mais recente é a versão {version, number}. As versões anteriores foram substituídas.',
  first: '{order}, versão 1, com preços.',
  next: '{order}, versão {version, number}, com preços. Substitui as versões anteriores.',
  replaced: '{file} foi substituído pela versão {version, number}.',
  photosGone:
    'Não é mais possível enviar {file} tal como foi emitido: {count, plural, one {# de suas fotos não está} many {# de suas fotos não estão} other {# de suas fotos não estão}} mais no Slack, e o app não guardou o arquivo.',
  changed: 'Não é mais possível enviar {file} tal como foi emitido: ele não está mais no Slack, e o app não o guardou.',
} as const;
