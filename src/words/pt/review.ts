export const review = {
  requested: 'Data solicitada',
  noItems: '*Itens* nenhum',
  forClient: '*Para o cliente.* Confira antes de aceitar.',
  total: '*Total* {amount}',
  totalWithTax: '*Total* {net} sem impostos, {gross} com impostos',
  version: '*Versão {next, number} comparada com a versão {base, number}*',
  difference: '*Diferença sem impostos:* {amount}',
  staysOpen: 'A ordem continua aberta. Pode haver outras confirmações.',
  closes: 'O envio encerra a ordem como “{outcome}”.',
  extra:
    'O total é de {net} sem impostos, {difference} acima do valor aprovado. {name} precisará aceitar isso. A ordem continua aberta, e o serviço pode prosseguir.',
  extraFinal:
    'O total é de {net} sem impostos, {difference} acima do valor aprovado. {name} precisará aceitar isso, o que encerra a ordem como “{outcome}”. Até lá, ela continua aberta.',
  extraHidden:
    'O total passa do que foi aprovado. {name} precisará aceitar isso. A ordem continua aberta, e o serviço pode prosseguir.',
  extraFinalHidden:
    'O total passa do que foi aprovado. {name} precisará aceitar isso, o que encerra a ordem. Até lá, ela continua aberta.',
  extraAlso: 'O pedido também irá para {names}.',
  extraAway: '{name} estará ausente até {date}, e por enquanto ninguém mais será consultado.',
  extraBothAway: '{name} estará ausente até {date}, e {substitute}, suplente, também. O pedido irá para ambos.',
  extraAlsoAsked: '{name} estará ausente até {date}. O pedido também irá para {substitute}.',
  extraTooLow:
    '{count, plural, one {{names} não pode aceitar este valor.} other {{names} não podem aceitar este valor.}}',
  extraTakers:
    '{count, plural, =0 {Um administrador precisará decidir.} one {{names} pode aceitá-lo.} other {Podem aceitá-lo: {names}.}}',
  question: {
    similar:
      '{order} tem o mesmo título, cliente e local. Enviada por {name}: {date}. Verifique se não é o mesmo serviço.',
    similarHidden:
      'Outra ordem tem o mesmo título, cliente e local. Enviada por {name}: {date}. Verifique se não é o mesmo serviço.',
    overLimit: 'Esta ordem soma {net} sem impostos, mais do que {name} pode aprovar.',
    otherCurrency: 'Esta ordem soma {net} sem impostos. O limite de {name} é em {limits} e não vale para outra moeda.',
    notListed: '{name} não está na lista de supervisores e não pode aprovar esta ordem de {net} sem impostos.',
    theyCan: '{count, plural, one {{names} pode aprová-la.} other {Podem aprová-la: {names}.}}',
    adminCan:
      'Mais ninguém na lista de supervisores pode aprová-la no momento. Um administrador pode, e o supervisor pode transferi-la para ele.',
    supervisorsAway:
      '{name} estará ausente até {date}, e {substitute}, suplente, também. Considere escolher outro supervisor.',
    supervisorAway:
      '{name} estará ausente até {date}. O pedido também irá para {substitute}, que pode decidir em seu lugar.',
    substituteTooLow:
      '{name} estará ausente até {date}. O pedido também irá para {substitute}, que não pode aprovar este valor. Considere escolher outro supervisor.',
    supervisorAwayAlone:
      '{name} estará ausente até {date}, e ninguém mais será consultado. Considere escolher outro supervisor.',
    noItems: 'Esta ordem não tem itens.',
    thousands: '{item}: {line}. O preço tem três casas decimais. Verifique se você não quis dizer milhares.',
    muchOfIt: '{item}: {line}. A quantidade é muito grande. Verifique se está correta.',
    requestedPast: 'O início solicitado já passou: {date}.',
    requestedFar: 'Falta mais de um ano para o início solicitado: {date}.',
    requestedLong: 'O término solicitado é {days, plural, one {# dia} other {# dias}} depois do início.',
    plannedPast: 'O início programado já passou: {date}.',
    plannedFar: 'Falta mais de um ano para o início programado: {date}.',
    plannedOnHold:
      'O início programado ({date}) é anterior ao fim da espera ({until}). A ordem continua em espera até lá.',
    holdFar: 'A ordem ficaria em espera por mais de um ano, até {date}.',
    holdPastStart:
      'O início programado ({start}) é anterior ao fim da espera ({date}). Não muda até que a ordem seja reagendada.',
    beforeStart: 'O serviço terminaria antes do início programado: {date}. Ninguém o iniciou ainda.',
    workHours: 'O serviço durou {hours, plural, one {# hora} other {# horas}}: {start} – {end}.',
    workDays: 'O serviço durou {days, plural, one {# dia} other {# dias}}: {start} – {end}.',
    startedEarly: 'O serviço começou antes da aprovação da ordem. Início: {date}. Aprovação: {approved}.',
    endedEarly: 'O serviço terminou antes da aprovação da ordem. Término: {date}. Aprovação: {approved}.',
    endedBeforeReport:
      'O término é anterior ao informado na versão {version, number}. Agora: {date}. Antes: {reported}.',
    refusedAfterSigning:
      '{name} aceitou a versão {version, number} com sua assinatura: {date}. Verifique se o cliente agora recusa o serviço.',
    typeChanged:
      'O tipo de ordem “{name}” mudou nesse meio-tempo. Esta ordem mantém os campos que você viu. Para usar os novos, escolha “{none}” em *{label}* e depois o tipo novamente.',
    typeInactive: 'O tipo de ordem “{name}” não está mais em uso. Esta ordem mantém os campos dele mesmo assim.',
    unused: 'Você preencheu *{label}*, mas esse campo não se aplica às suas outras respostas. Ele não será enviado.',
  },
} as const;
