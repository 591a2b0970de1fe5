export const channel = {
  moved: {
    deleted:
      'O canal anterior de {order}, {channel}, foi excluído, por isso a ordem continua aqui. Para ver o histórico completo, digite `/service-order history {order}`.',
    deletedBy:
      '{name} excluiu o canal anterior de {order}, {channel}, por isso a ordem continua aqui. Para ver o histórico completo, digite `/service-order history {order}`.',
    abandoned: 'O app não está mais em {channel}, por isso {order} continua neste novo canal.',
    abandonedBy: 'O app não está mais em {channel}. {name} abriu este novo canal, onde {order} continua.',
    archived: '{channel} foi arquivado, por isso {order} continua aqui. Você ainda pode ler o canal antigo.',
    archivedBy: '{name} arquivou {channel}, por isso {order} continua aqui. Você ainda pode ler o canal antigo.',
  },
  superseded:
    '*Substituída* pela v{version, number}. Para ver todas as versões, digite `/service-order history {order}`.',
  notAdded: 'O Slack não permitiu que o app adicionasse estas pessoas a este canal: {people}. Adicione-as manualmente.',
  preview: 'Esta é uma prévia: não é possível remover os dados de localização do original.',
  withheld: {
    damaged:
      '{file} não foi publicado aqui: o arquivo está danificado e não é possível remover os dados de localização. Anexe a foto novamente.',
    format:
      '{file} não foi publicado aqui: não é possível remover os dados de localização deste arquivo {format}. Publique-o em JPEG ou PNG.',
  },
  unprinted: {
    title: '*Fotos não impressas*',
    line: '• {file}: {why}',
    more: '… e mais {count, number}. O PDF lista todas.',
  },
} as const;
