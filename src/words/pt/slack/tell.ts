export const tell = {
  lead: {
    request: '{order}: {name} solicita sua aprovação para {title}.',
    request_priced: '{order}: {name} solicita sua aprovação para {title} ({amount}).',
    again: '{order}: {name} reenviou {title} e solicita sua aprovação.',
    again_priced: '{order}: {name} reenviou {title} ({amount}) e solicita sua aprovação.',
    took_over: '{order}: {name} transferiu {title} para você. Agora você supervisiona a ordem.',
    handed_over: '{order}: {name} transferiu {title} para {to}.',
    edited: '{order}: {name} editou {title} e solicita sua aprovação.',
    edited_priced: '{order}: {name} editou {title} ({amount}) e solicita sua aprovação.',
    passed: '{order}: {name} transferiu {title} para você e solicita sua aprovação.',
    passed_priced: '{order}: {name} transferiu {title} ({amount}) para você e solicita sua aprovação.',
    passed_on: '{order}: {name} transferiu {title} para {to} e solicita sua aprovação.',
    passed_on_priced: '{order}: {name} transferiu {title} ({amount}) para {to} e solicita sua aprovação.',
    changes_requested: '{order}: {name} solicitou alterações em {title}. Edite e reenvie a ordem.',
    approved: '{order}: {name} aprovou {title}.',
    rejected: '{order}: {name} rejeitou {title}.',
    withdrawn: '{order}: {name} retirou {title}.',
    crew_joined: '{order}: {name} atribuiu {title} a você.',
    crew_left: '{order}: {name} removeu você de {title}.',
    confirmed: '{order}: {name} confirmou serviços em {title}.',
    confirmed_settles:
      '{order}: {name} confirmou serviços em {title} dentro do valor aprovado. Isso resolve a contestação.',
    extra_cost:
      '{order}: {title} custa mais do que foi aprovado. {name} confirmou serviços, e o custo adicional precisa da sua decisão.',
    extra_cost_priced:
      '{order}: {difference} acima do valor aprovado para {title}. {name} confirmou serviços, e o custo adicional precisa da sua decisão.',
    extra_accepted: '{order}: {name} aceitou o custo adicional de {title}.',
    extra_disputed: '{order}: {name} contestou o custo adicional de {title}. Crie outra confirmação.',
    held: '{order}: {name} colocou {title} em espera.',
    hold_changed: '{order}: {name} alterou a espera de {title}.',
    resumed: '{order}: {name} retomou {title}. Não está mais em espera.',
    rescheduled: '{order}: {name} reagendou {title}.',
    closed: '{order}: {name} encerrou {title} como “{state}”.',
    closed_settles:
      '{order}: {name} encerrou {title} como “{state}”, dentro do valor aprovado. Isso resolve a contestação.',
    signed: '{order}: {name} assinou {title}.',
    signed_reservations: '{order}: {name} assinou {title} com ressalvas.',
    reopened: '{order}: {name} reabriu {title}. O serviço continua.',
    request_instead: '{order}: {name} não pode mais decidir sobre {title}. A decisão agora cabe a você.',
    supervisor_gone_submitted:
      '{order}: {name} não pode mais decidir sobre {title}. A decisão agora cabe aos administradores. Você também pode retirar a ordem e enviar uma nova a outro supervisor.',
    supervisor_gone:
      '{order}: {name} não pode mais decidir sobre {title}. Escolha outro supervisor ao editar e reenviar a ordem.',
    requester_gone:
      '{order}: {name} não pode mais editar e reenviar {title}. Retire a ordem e peça a outra pessoa que envie uma nova.',
    coordinator_gone: '{order}: {name} não pode mais coordenar {title}. Escolha outra pessoa para a coordenação.',
    crew_gone: '{order}: {name} não pode mais trabalhar em {title}. Atribua a ordem a outra pessoa.',
    channel_lost:
      '{order}: o app não tem acesso ao canal de {title} e não pode publicar nele. Para restaurar o acesso, digite “/invite @Service Orders” nesse canal. Se o canal não existir mais, um administrador pode abrir um novo na guia Início do app.',
    channel_shared:
      '{order}: o canal de {title} agora é compartilhado com outra organização. Os membros dela podem ler tudo o que há nele, incluindo preços e PDFs, mas não podem alterar a ordem. Se não quiser isso, pare de compartilhar o canal.',
  },
  standIn: {
    until:
      'A decisão foi pedida a você como suplente de {name} (ausência até {date}). Você também pode decidir depois disso.',
    away: 'Na ausência de {name}, a decisão foi pedida a você.',
    substitute: 'A decisão foi pedida a você como suplente de {name}, e você ainda pode decidir.',
    unanswered: '{name} ainda não decidiu; por isso, a decisão foi pedida também a você.',
    limit: '{name} não pode aprovar este valor; por isso, a decisão foi pedida a você.',
    before:
      'Já pedimos que você assumisse esta ordem no lugar de {name}; por isso, a decisão foi pedida a você de novo.',
  },
  decidedFor: 'Decisão tomada como suplente de {name}.',
  amount: {
    net: '{net} sem impostos',
    tax: '{gross} com impostos',
  },
  extra: '*Novo total* {net} sem impostos\n*Aprovado* {approved} sem impostos, cobre até {covered}',
  covers: '*{button}* cobre até {covers} sem impostos',
  start: 'Início: {date}',
  channel: 'Canal: {channel}',
  namedChannel: 'Canal: #{name} ({channel})',
  job: '*Local do serviço* {location}\n*Início* {date}',
  jobContact: '*Local do serviço* {location}\n*Início* {date}\n*Contato no local* {contact}',
  settled: {
    approve: '*Aprovada* por {name} · {date}',
    reject: '*Rejeitada* por {name} · {date}',
    request_changes: '*Alterações solicitadas* por {name} · {date}',
    withdraw: '*Retirada* por {name} · {date}',
    resubmit: '*Reenviada* por {name} · {date}',
    edit: '*Editada* por {name} · {date}',
    hand_over: '*Transferida* para {to} por {name} · {date}',
    accept_extra: '*Custo adicional aceito* por {name} · {date}',
    dispute_extra: '*Custo adicional contestado* por {name} · {date}',
    assign: '*Equipe atribuída* por {name} · {date}',
    closed: '*Encerrada* por {name} · {date}',
  },
} as const;
