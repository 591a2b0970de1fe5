export const forms = {
  title: {
    submit: 'Nova ordem de serviço',
    edit: 'Editar ordem',
    hand_over: 'Transferir ordem',
    approve: 'Aprovar ordem',
    request_changes: 'Solicitar alterações',
    reject: 'Rejeitar ordem',
    resubmit: 'Editar e reenviar',
    withdraw: 'Retirar ordem',
    confirm: 'Criar confirmação',
    close: 'Encerrar ordem',
    assign: 'Atribuir equipe',
    reopen: 'Reabrir ordem',
    item: 'Item',
  },
  button: {
    submit: 'Nova ordem de serviço',
    edit: 'Editar',
    hand_over: 'Transferir',
    approve: 'Aprovar',
    request_changes: 'Solicitar alterações',
    reject: 'Rejeitar',
    resubmit: 'Editar e reenviar',
    withdraw: 'Retirar',
    confirm: 'Criar confirmação',
    close: 'Encerrar ordem',
    assign: 'Atribuir equipe',
    reopen: 'Reabrir',
  },
  send: {
    submit: 'Enviar ordem',
    edit: 'Enviar alterações',
    hand_over: 'Transferir',
    approve: 'Aprovar',
    request_changes: 'Solicitar alterações',
    reject: 'Rejeitar',
    resubmit: 'Reenviar ordem',
    withdraw: 'Retirar',
    confirm: 'Enviar confirmação',
    close: 'Encerrar ordem',
    assign: 'Atribuir equipe',
    reopen: 'Reabrir',
    item: 'Salvar item',
  },
  copy: {
    button: 'Copiar para nova ordem',
    copied: 'Copiada de {order}. As datas são novas e os anexos não foram copiados.',
    unlisted: 'Não é possível pedir a {name} que aprove esta. Confira quem consta como supervisor.',
  },
  control: { next: 'Avançar', cancel: 'Cancelar', back: 'Voltar', startOver: 'Recomeçar' },
  page: {
    place: 'Página {page, number} de {pages, number}',
    restored: 'Recuperamos seu rascunho. Se faltarem arquivos, anexe-os novamente.',
    keptCurrency:
      'Os preços desta ordem estão em {kept}, a moeda em que foram informados. O workspace agora usa {newer}. Para usar {newer}, remova os preços ou comece uma nova ordem.',
    check: '*Verifique*',
    proceed: 'Se estiver correto, clique em *{button}*.',
    fixFirst: '*Corrija isto primeiro*',
    attached: 'Anexados até agora: {files}',
  },
  others: '{count, plural, one {mais #} other {mais #}}',
  moreLines: '… e {count, plural, one {mais #} other {mais #}}',
  draft: {
    kept: 'Salvamos seu rascunho: *{form}*. Abra o formulário novamente para continuar.',
    keptFor: 'Salvamos seu rascunho: *{form}* de {order}. Abra o formulário novamente para continuar.',
    pricesLost:
      'Os preços deste rascunho foram removidos porque uma atualização do app não conseguiu determinar as casas decimais. Informe-os novamente.',
    newerVersion:
      'A versão {version, number} foi emitida depois que você começou. Mantivemos o que você preencheu e aplicamos à versão mais recente.',
    issuedBy: '{name} emitiu a versão {version, number} enquanto este formulário estava aberto.',
    applied:
      'Mantivemos o que você preencheu e aplicamos à versão mais recente. Verifique e envie o formulário novamente. O que mudou:',
  },
  files: {
    unreadable:
      'O app não consegue ler {files} porque não está nessa conversa. Anexe os arquivos necessários em “{field}”.',
  },
  notice: {
    title: {
      order: 'Ordem de serviço',
      refused: 'Ação não permitida',
      outdated: 'Desatualizado',
      sent: 'Já enviado',
      currency: 'Moeda alterada',
    },
    oldApp: 'Este formulário é de uma versão anterior do app. Feche-o e abra-o novamente.',
    unknownPerson: 'Não foi possível identificar você agora. Tente novamente em instantes.',
    noOrder: 'Esta ordem de serviço não existe ou você não tem acesso a ela.',
    gone: 'Este formulário já foi enviado ou foi reiniciado em outro lugar. Feche-o e abra-o novamente.',
    itemGone: 'O formulário deste item já foi enviado ou foi reiniciado em outro lugar. Feche-o e abra-o novamente.',
    restarted: 'Este formulário foi reiniciado em outro lugar. Abra-o novamente para continuar.',
    sent: 'Você já enviou este formulário. {order} agora está como “{state}”. Nada foi duplicado.',
    currency:
      'Esta ordem agora usa {now}, mas o preço foi informado em {before}. Adicione o item novamente com o preço em {now}.',
    inactiveItems:
      '{n, plural, one {{items} não está mais ativo no catálogo. Escolha outro item ou remova este} many {Não estão mais ativos no catálogo: {items}. Escolha outros itens ou remova estes} other {Não estão mais ativos no catálogo: {items}. Escolha outros itens ou remova estes}} e envie o formulário novamente.',
    tooManyItems:
      'Uma ordem pode ter até {max, number} itens. Remova {surplus, plural, one {# item} other {# itens}} e envie o formulário novamente.',
    tooMuch:
      'O total da ordem não pode passar de {limit}. Informe quantidades ou preços menores e envie o formulário novamente.',
  },
} as const;
