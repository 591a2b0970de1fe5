export const review = {
  requested: 'Fecha solicitada',
  noItems: '*Líneas* ninguna',
  forClient: '*Para el cliente.* Revisa estos datos antes de dar la conformidad.',
  total: '*Total* {amount}',
  totalWithTax: '*Total* {net} neto, {gross} con impuestos',
  version: '*Versión {next, number} comparada con la versión {base, number}*',
  difference: '*Diferencia neta:* {amount}',
  staysOpen: 'La orden sigue abierta. Puede haber más confirmaciones.',
  closes: 'Al enviar esto, la orden se cierra como “{outcome}”.',
  extra:
    'El total es de {net} neto, {difference} sobre el monto aprobado. Se le pedirá a {name} que lo acepte. La orden sigue abierta y el trabajo puede continuar.',
  extraFinal:
    'El total es de {net} neto, {difference} sobre el monto aprobado. Se le pedirá a {name} que lo acepte, y con eso la orden se cierra como “{outcome}”. Hasta entonces sigue abierta.',
  extraHidden:
    'El total supera lo aprobado. Se le pedirá a {name} que lo acepte. La orden sigue abierta y el trabajo puede continuar.',
  extraFinalHidden:
    'El total supera lo aprobado. Se le pedirá a {name} que lo acepte, y con eso la orden se cierra. Hasta entonces sigue abierta.',
  extraAlso: 'La solicitud también irá a {names}.',
  extraAway: '{name} está ausente (hasta {date}) y por ahora no se le pedirá a nadie más.',
  extraBothAway: '{name} está ausente (hasta {date}), y su suplente, {substitute}, también. Se les pedirá a ambos.',
  extraAlsoAsked: '{name} está ausente (hasta {date}). También se le pedirá a {substitute}.',
  extraTooLow:
    '{count, plural, one {{names} no puede aceptar este monto.} other {{names} no pueden aceptar este monto.}}',
  extraTakers:
    '{count, plural, =0 {Tendrá que decidir un administrador.} one {{names} puede aceptarlo.} other {Pueden aceptarlo: {names}.}}',
  question: {
    similar:
      '{order} tiene el mismo título, cliente y ubicación (enviada por {name}, {date}). Comprueba que no sea el mismo trabajo.',
    similarHidden:
      'Otra orden tiene el mismo título, cliente y ubicación (enviada por {name}, {date}). Comprueba que no sea el mismo trabajo.',
    overLimit: 'Esta orden suma {net} netos, más de lo que puede aprobar {name}.',
    otherCurrency: 'Esta orden suma {net} netos. El límite de {name} es en {limits} y no vale para otra moneda.',
    notListed: '{name} no está en la lista de supervisores y no puede aprobar esta orden de {net} netos.',
    theyCan: '{count, plural, one {{names} puede aprobarla.} other {Pueden aprobarla: {names}.}}',
    adminCan:
      'Nadie más de la lista de supervisores puede aprobarla por ahora. Un administrador sí, y el supervisor puede transferírsela.',
    supervisorsAway:
      '{name} está ausente (hasta {date}), y su suplente, {substitute}, también. Considera elegir a otro supervisor.',
    supervisorAway:
      '{name} está ausente (hasta {date}). También se le pedirá a {substitute}, que puede decidir en su lugar.',
    substituteTooLow:
      '{name} está ausente (hasta {date}). También se le pedirá a {substitute}, que no puede aprobar este monto. Considera elegir a otro supervisor.',
    supervisorAwayAlone:
      '{name} está ausente (hasta {date}) y no se le pedirá a nadie más. Considera elegir a otro supervisor.',
    noItems: 'Esta orden no tiene líneas.',
    thousands: '{item}: {line}. El precio tiene tres decimales. Comprueba que no se trate de miles.',
    muchOfIt: '{item}: {line}. La cantidad es inusualmente grande. Comprueba que sea correcta.',
    requestedPast: 'El inicio solicitado ({date}) ya pasó.',
    requestedFar: 'Falta más de un año para el inicio solicitado ({date}).',
    requestedLong: 'Hay {days, plural, one {# día} other {# días}} entre el inicio y el fin solicitados.',
    plannedPast: 'El inicio programado ({date}) ya pasó.',
    plannedFar: 'Falta más de un año para el inicio programado ({date}).',
    plannedOnHold:
      'El inicio programado ({date}) es anterior al fin de la espera ({until}). La orden sigue en espera hasta entonces.',
    holdFar: 'La orden quedaría en espera más de un año (hasta {date}).',
    holdPastStart:
      'El inicio programado ({start}) es anterior al fin de la espera ({date}). No cambia hasta que se reprograme la orden.',
    beforeStart: 'El trabajo terminaría antes del inicio programado ({date}). Nadie lo ha iniciado todavía.',
    workHours: 'El trabajo duró {hours, plural, one {# hora} other {# horas}} ({start} – {end}).',
    workDays: 'El trabajo duró {days, plural, one {# día} other {# días}} ({start} – {end}).',
    startedEarly: 'El trabajo empezó ({date}) antes de que se aprobara la orden ({approved}).',
    endedEarly: 'El trabajo terminó ({date}) antes de que se aprobara la orden ({approved}).',
    endedBeforeReport:
      'El fin del trabajo ({date}) es anterior al que indica la versión {version, number} ({reported}).',
    refusedAfterSigning:
      '{name} dio su conformidad con la versión {version, number} con su firma ({date}). Comprueba que el cliente ahora no la da.',
    typeChanged:
      'El tipo de orden “{name}” cambió mientras tanto. Esta orden conserva los campos que viste. Para usar los nuevos, elige “{none}” en *{label}* y luego vuelve a elegir el tipo.',
    typeInactive: 'El tipo de orden “{name}” ya no se usa. Esta orden conserva sus campos de todos modos.',
    unused: 'Completaste *{label}*, pero no corresponde según tus otras respuestas. No se enviará.',
  },
} as const;
