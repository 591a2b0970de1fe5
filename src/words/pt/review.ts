export const review = {
  requested: 'Data solicitada',
  noItems: '*Itens* nenhum',
  total: '*Total* {amount}',
  totalWithTax: '*Total* {net} sem impostos, {gross} com impostos',
  version: '*Versão {next, number} comparada com a versão {base, number}*',
  difference: '*Diferença sem impostos:* {amount}',
  staysOpen: 'A ordem continua aberta. Pode haver outras confirmações.',
  closes: 'Ao enviar, a ordem será encerrada como “{outcome}”.',
  question: {
    similar:
      '{order} tem o mesmo título, cliente e local. Enviada por {name}: {date}. Verifique se não é o mesmo trabalho.',
    similarHidden:
      'Outra ordem tem o mesmo título, cliente e local. Enviada por {name}: {date}. Verifique se não é o mesmo trabalho.',
    noItems: 'Esta ordem não tem itens.',
    thousands: '{item}: {line}. O preço tem três casas decimais. Verifique se não são milhares.',
    requestedPast: 'O início solicitado já passou: {date}.',
    requestedFar: 'Falta mais de um ano para o início solicitado: {date}.',
    requestedLong: 'O término solicitado é {days, plural, one {# dia} other {# dias}} depois do início.',
    plannedPast: 'O início programado já passou: {date}.',
    plannedFar: 'Falta mais de um ano para o início programado: {date}.',
    workHours: 'O trabalho durou {hours, plural, one {# hora} other {# horas}}: {start} – {end}.',
    workDays: 'O trabalho durou {days, plural, one {# dia} other {# dias}}: {start} – {end}.',
    startedEarly: 'O trabalho começou antes da aprovação da ordem. Início: {date}. Aprovação: {approved}.',
    endedEarly: 'O trabalho terminou antes da aprovação da ordem. Término: {date}. Aprovação: {approved}.',
    endedBeforeReport:
      'O trabalho terminou antes do término informado na versão {version, number}. Agora: {date}. Versão: {reported}.',
    unused: 'Você preencheu *{label}*, mas isso não se aplica às suas outras respostas. Não será enviado.',
  },
} as const;
