export const reminder = {
  visit: {
    line: '{date} · {order} {title} · {client}',
    channel: 'Canal: {channel}',
    contact: 'Contato no local: {contact}',
  },
  lead: {
    decision: 'Lembrete: {order} {title} aguarda sua aprovação desde {date}.',
    changes: 'Lembrete: {order} {title} aguarda suas alterações desde {date}.',
    extra_cost: 'Lembrete: o custo adicional de {order} {title} aguarda sua decisão desde {date}.',
    start:
      'Lembrete: {order} {title} deveria ter começado ({date}). Inicie o trabalho, coloque a ordem em espera ou peça que ela seja reagendada.',
    end: 'Lembrete: {order} {title} deveria ter terminado ({date}). Encerre a ordem ou coloque-a em espera.',
  },
  list: 'Lembrete: {count, plural, one {# ordem aguarda} other {# ordens aguardam}} você.',
  row: '{order} {title} · {client}',
  rowAmount: '{order} {title} · {client} · {amount}',
  waits: {
    decision: 'Aguarda sua aprovação desde {date}',
    changes: 'Aguarda suas alterações desde {date}',
    extra_cost: 'O custo adicional aguarda sua decisão desde {date}',
    start: 'Deveria ter começado: {date}',
    end: 'Deveria ter terminado: {date}',
  },
  late: {
    changes: 'Alterações solicitadas: {date}',
    start: 'Deveria ter começado: {date}',
    end: 'Deveria ter terminado: {date}',
  },
  more: '{count, plural, one {# outra ordem} other {# outras ordens}} na guia Início do app',
  digest: {
    title: 'Suas ordens de serviço de hoje',
    visits: 'Suas visitas de hoje',
    decisions: 'Aguardam sua decisão',
    late: 'Em atraso',
    text: '{part}: {orders}',
    optOut: 'Você pode desativar esta mensagem na guia Início do app.',
  },
} as const;
