export const refusal = {
  admin: 'um administrador',
  only: {
    request_changes: 'Somente {people} pode solicitar alterações nesta ordem.',
    resubmit: 'Somente {people} pode editar e reenviar esta ordem.',
    edit: 'Somente {people} pode editar esta ordem.',
    hand_over: 'Somente {people} pode transferir esta ordem.',
    approve: 'Somente {people} pode aprovar esta ordem.',
    reject: 'Somente {people} pode rejeitar esta ordem.',
    withdraw: 'Somente {people} pode retirar esta ordem.',
    assign: 'Somente {people} pode atribuir a equipe desta ordem.',
    confirm: 'Somente {people} pode criar uma confirmação desta ordem.',
    close: 'Somente {people} pode encerrar esta ordem.',
    reopen: 'Somente {people} pode reabrir esta ordem.',
  },
  members:
    'Somente membros plenos deste workspace podem enviar ordens de serviço. Peça a um deles que faça isso por você.',
  nobody: 'Você não pode fazer isso com esta ordem.',
  left: '{name} removeu você desta ordem.',
  ownOrder: 'Você não pode aprovar sua própria ordem. Outro supervisor ou um administrador pode aprová-la.',
  undecided:
    '{limit, plural, one {Você já tem uma ordem aguardando decisão. Esse é o limite por pessoa.} other {Você já tem # ordens aguardando decisão. Esse é o limite por pessoa.}} Peça aos supervisores que decidam, ou retire as ordens de que não precisa mais. Depois envie esta. Seu rascunho está salvo.',
  stands: {
    submit: '{order} está aguardando aprovação. Foi enviada por {name}.',
    request_changes: '{name} já solicitou alterações em {order}.',
    resubmit: '{order} está aguardando aprovação. {name} editou e reenviou a ordem.',
    edit: '{order} está aguardando aprovação. {name} editou a ordem.',
    hand_over: '{name} transferiu {order} para outro supervisor.',
    approve: '{name} já aprovou {order}.',
    reject: '{name} já rejeitou {order}.',
    withdraw: '{name} já retirou {order}.',
    assign: '{order} já foi aprovada. {name} atribuiu a equipe.',
    confirm_partial: '{order} já foi aprovada. {name} confirmou serviços nela.',
    confirm_final: '{name} já concluiu {order} com a confirmação final.',
    close: '{name} já encerrou {order}.',
    close_not_performed: '{name} já encerrou {order} como não realizada.',
    reopen: '{name} já reabriu {order}.',
  },
  unchanged: 'Nada foi alterado.',
  edited:
    '{name} editou esta ordem enquanto este formulário estava aberto. Confira a ordem como está agora e tente novamente.',
  plan: {
    changed:
      '{name} alterou a equipe ou a programação enquanto este formulário estava aberto, e o que você preencheu entra em conflito com isso. Nada foi alterado.',
    now: 'A programação agora é:',
    crew: 'Profissionais de campo: {names}',
    coordinator: 'Coordenação: {name}',
    noCoordinator: 'Sem coordenação',
    start: 'Início programado: {date}',
    noStart: 'Sem início programado',
    again: 'Abra o formulário novamente para decidir.',
  },
  noCrew: 'Escolha pelo menos um profissional de campo.',
  overLimit: 'Esta ordem soma {net} sem impostos. Você pode aprovar até {limit}.',
  otherCurrency: 'Esta ordem soma {net} sem impostos. Seu limite de {limit} não vale para outra moeda.',
  notListed: 'Você não está mais na lista de supervisores.',
  enough:
    '{count, plural, one {{names} pode aprová-la. Selecione “{button}” para transferir a ordem.} other {Podem aprová-la: {names}. Selecione “{button}” para transferir a ordem a uma dessas pessoas.}}',
  nobodyEnough:
    'Ninguém na lista de supervisores pode aprovar esse valor, mas qualquer administrador pode. Selecione “{button}” para transferir a ordem a um administrador.',
  notSupervisor: '{name} não está na lista de supervisores. Escolha outra pessoa.',
  sameSupervisor: '{name} já supervisiona esta ordem. Escolha outra pessoa.',
  lacking: {
    title: 'Esta ordem ainda não pode ser encerrada.',
    photos: 'Anexe pelo menos uma foto.',
    checklist:
      'Informe {count, plural, one {o resultado de # ponto} many {os resultados de # pontos} other {os resultados de # pontos}} da lista de verificação: {lines}.',
    acceptance: 'O cliente precisa aceitar o trabalho.',
  },
  notAsOrdered:
    'A versão {version, number} é diferente da ordem aprovada, por isso não é possível encerrar conforme a ordem. Escolha “{outcome}”.',
} as const;
