export const away = {
  title: 'Ausência',
  heading: 'Suas preferências',
  set: 'Informar ausência',
  change: 'Alterar',
  back: 'Voltei',
  here: 'Enquanto você estiver ausente, outra pessoa pode decidir sobre suas ordens.',
  until: 'Sua ausência termina: {date}. Os pedidos de decisão também vão para {name}.',
  digest: {
    on: 'Você recebe um resumo nas manhãs de dias úteis.',
    off: 'Você não recebe um resumo nas manhãs de dias úteis.',
    turnOn: 'Ativar resumo',
    turnOff: 'Desativar resumo',
  },
  standIn: {
    named:
      '{name} estará ausente até {date} e indicou você como suplente. A partir de agora, os pedidos de decisão também vêm para você.',
    namedPlain:
      '{name} estará ausente e indicou você como suplente. A partir de agora, os pedidos de decisão também vêm para você.',
    waiting:
      '{count, plural, =0 {Nada está pendente agora.} one {# ordem já está pendente:} other {# ordens já estão pendentes:}}',
    ended:
      'Sua suplência de {name} terminou. Os novos pedidos de decisão não virão mais para você. Sobre os que você já recebeu, ainda pode decidir.',
  },
  last: 'Ausente até (último dia)',
  substitute: 'As decisões vão para',
  save: 'Salvar',
  past: 'Escolha hoje ou um dia posterior.',
  far: 'Você ficaria ausente por mais de um ano, até {date}.',
  both: '{name} também estará ausente até {date}. Os pedidos esperariam até que alguém volte ou um lembrete chegue a outras pessoas.',
  yourself: 'Escolha outra pessoa que não seja você.',
  cannot: '{name} não pode decidir sobre ordens. Escolha outra pessoa.',
  membersOnly: 'Somente membros deste workspace podem passar suas decisões.',
  meanwhile: 'Suas preferências mudaram em outra janela. Abra de novo para vê-las.',
} as const;
