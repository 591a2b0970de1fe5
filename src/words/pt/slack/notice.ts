export const notice = {
  close: 'Fechar',
  typed: '*O que você digitou*',
  moreParagraphs: '… e mais {count, plural, one {# parágrafo} other {# parágrafos}}',
  notOpened: {
    late: 'O Slack não abriu “{form}” a tempo. Nada foi alterado. Tente novamente.',
    trouble:
      'O Slack está com problemas ou muito ocupado, e “{form}” pode não ter aberto. Nada foi alterado. Tente novamente em um minuto.',
    shut: 'O Slack não está aceitando solicitações do app agora ({code}), por isso “{form}” não abriu. Nada foi alterado. Avise um administrador do workspace.',
    fault: 'Não foi possível abrir “{form}” ({code}). Nada foi alterado. Avise um administrador do workspace.',
  },
  more: '… e mais {count, number}',
  loadingPage: 'Carregando esta página… Se ela não aparecer, selecione *Continuar*. O que você digitou está salvo.',
  continue: 'Continuar',
  loadingRest: 'Carregando o restante…',
} as const;
