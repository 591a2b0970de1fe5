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
    start_work: 'Somente {people} pode iniciar o serviço desta ordem.',
    hold: 'Somente {people} pode colocar esta ordem em espera.',
    resume: 'Somente {people} pode retomar esta ordem.',
    reschedule: 'Somente {people} pode reagendar esta ordem.',
    accept_extra: 'Somente {people} pode decidir sobre o custo adicional desta ordem.',
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
    start_work: '{name} já iniciou o serviço de {order}.',
    hold: '{name} colocou {order} em espera.',
    resume: '{name} retomou {order}.',
    reschedule: '{name} reagendou {order}.',
    accept_extra: '{name} já aceitou o custo adicional de {order}.',
    accept_final: '{name} aceitou o custo adicional de {order}, e com isso a ordem foi encerrada.',
    dispute_extra: '{name} já contestou o custo adicional de {order}.',
    remind: '{order} continua pendente.',
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
  extraCost:
    'Esta ordem custa {difference} a mais do que foi aprovado ({approved} sem impostos). {name} precisa aceitar isso antes que ela possa ser concluída. Você pode colocá-la em espera ou encerrá-la como não realizada.',
  extraCostHidden:
    'Esta ordem custa mais do que foi aprovado. {name} precisa aceitar isso antes que ela possa ser concluída. Você pode colocá-la em espera ou encerrá-la como não realizada.',
  extraDisputed:
    'Esta ordem custa {difference} a mais do que foi aprovado ({approved} sem impostos), e {name} contestou isso. Crie outra confirmação, coloque a ordem em espera ou encerre-a como não realizada.',
  extraDisputedHidden:
    'Esta ordem custa mais do que foi aprovado, e {name} contestou isso. Crie outra confirmação, coloque a ordem em espera ou encerre-a como não realizada.',
  noQuestion: 'Não há nada a decidir sobre o custo desta ordem.',
  questionNewer:
    '{name} confirmou serviços de novo, e o custo adicional não é mais o que foi apresentado a você. Confira como está agora e depois decida.',
  questionSettled:
    '{name} confirmou serviços de novo, e {order} não custa mais do que foi aprovado. Não há mais nada a decidir.',
  upToTooLow: 'A ordem já custa {net} sem impostos. Informe esse valor ou mais.',
  started: 'O serviço desta ordem já foi iniciado ({date}).',
  onHold: '{name} colocou esta ordem em espera nesse meio-tempo. Veja como ela está agora e tente novamente.',
  notOnHold: 'Esta ordem não está mais em espera.',
  notDue: 'Este lembrete não é mais necessário.',
} as const;
