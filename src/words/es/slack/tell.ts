export const tell = {
  lead: {
    request: '{order}: {name} solicita tu aprobación para {title}.',
    request_priced: '{order}: {name} solicita tu aprobación para {title} ({amount}).',
    again: '{order}: {name} reenvió {title} y solicita tu aprobación.',
    again_priced: '{order}: {name} reenvió {title} ({amount}) y solicita tu aprobación.',
    took_over: '{order}: {name} te transfirió {title}. Ahora la supervisas tú.',
    handed_over: '{order}: {name} transfirió {title} a {to}.',
    edited: '{order}: {name} editó {title} y solicita tu aprobación.',
    edited_priced: '{order}: {name} editó {title} ({amount}) y solicita tu aprobación.',
    passed: '{order}: {name} te transfirió {title} y solicita tu aprobación.',
    passed_priced: '{order}: {name} te transfirió {title} ({amount}) y solicita tu aprobación.',
    changes_requested: '{order}: {name} solicitó cambios en {title}. Edita y reenvía la orden.',
    approved: '{order}: {name} aprobó {title}.',
    rejected: '{order}: {name} rechazó {title}.',
    withdrawn: '{order}: {name} retiró {title}.',
    crew_joined: '{order}: {name} te asignó a {title}.',
    crew_left: '{order}: {name} te quitó de {title}.',
    confirmed: '{order}: {name} confirmó trabajo realizado en {title}.',
    confirmed_settles:
      '{order}: {name} confirmó trabajo realizado en {title} dentro del monto aprobado. Con esto, la objeción queda resuelta.',
    extra_cost:
      '{order}: {title} cuesta más de lo aprobado. {name} confirmó trabajo realizado, y tienes que decidir sobre el costo adicional.',
    extra_cost_priced:
      '{order}: {difference} sobre el monto aprobado de {title}. {name} confirmó trabajo realizado, y tienes que decidir sobre el costo adicional.',
    extra_accepted: '{order}: {name} aceptó el costo adicional de {title}.',
    extra_disputed: '{order}: {name} objetó el costo adicional de {title}. Crea otra confirmación.',
    held: '{order}: {name} puso {title} en espera.',
    resumed: '{order}: {name} reanudó {title}. El trabajo continúa.',
    rescheduled: '{order}: {name} reprogramó {title}.',
    closed: '{order}: {name} cerró {title} como “{state}”.',
    closed_settles:
      '{order}: {name} cerró {title} como “{state}”, dentro del monto aprobado. Con esto, la objeción queda resuelta.',
    signed: '{order}: {name} firmó {title}.',
    signed_reservations: '{order}: {name} firmó {title} con reservas.',
    reopened: '{order}: {name} reabrió {title}. El trabajo continúa.',
    request_instead: '{order}: {name} ya no puede decidir sobre {title}. Decide tú en su lugar.',
    supervisor_gone_submitted:
      '{order}: {name} ya no puede decidir sobre {title}. Se pidió a los administradores que decidan. También puedes retirar la orden y enviar una nueva a otro supervisor.',
    supervisor_gone:
      '{order}: {name} ya no puede decidir sobre {title}. Elige a otro supervisor al editar y reenviar la orden.',
    requester_gone:
      '{order}: {name} ya no puede editar y reenviar {title}. Retira la orden y pide a otra persona que envíe una nueva.',
    coordinator_gone: '{order}: {name} ya no puede coordinar {title}. Asigna a otro coordinador.',
    crew_gone: '{order}: {name} ya no puede trabajar en {title}. Asigna a otra persona.',
    channel_lost:
      '{order}: La aplicación no tiene acceso al canal de {title} y no puede publicar allí. Para recuperar el acceso, escribe “/invite @Service Orders” en ese canal. Si el canal ya no existe, un administrador puede abrir uno nuevo en la pestaña Inicio de la aplicación.',
    channel_shared:
      '{order}: El canal de {title} ahora está compartido con otra organización. Las personas de esa organización pueden leer todo lo que hay en el canal, incluidos los precios y los PDF, pero no pueden cambiar la orden. Si no quieres esto, deja de compartir el canal.',
  },
  standIn: {
    until: '{name} está ausente (hasta {date}); por eso te pedimos que decidas en su lugar.',
    away: '{name} está ausente; por eso te pedimos que decidas en su lugar.',
    unanswered: '{name} todavía no decidió; por eso también te preguntamos a ti.',
  },
  amount: {
    net: '{net} neto',
    tax: '{gross} con impuestos',
  },
  extra: '*Nuevo total* {net} neto\n*Aprobado* {approved} neto, cubre hasta {covered}',
  start: 'Inicio: {date}',
  channel: 'Canal: {channel}',
  namedChannel: 'Canal: #{name} ({channel})',
  job: '*Ubicación del servicio* {location}\n*Inicio* {date}',
  jobContact: '*Ubicación del servicio* {location}\n*Inicio* {date}\n*Contacto en el sitio* {contact}',
  settled: {
    approve: '*Aprobada* por {name} · {date}',
    reject: '*Rechazada* por {name} · {date}',
    request_changes: '*Cambios solicitados* por {name} · {date}',
    withdraw: '*Retirada* por {name} · {date}',
    resubmit: '*Reenviada* por {name} · {date}',
    edit: '*Editada* por {name} · {date}',
    hand_over: '*Transferida* por {name} · {date}',
    accept_extra: '*Costo adicional aceptado* por {name} · {date}',
    dispute_extra: '*Costo adicional objetado* por {name} · {date}',
    assign: '*Personal asignado* por {name} · {date}',
    closed: '*Cerrada* por {name} · {date}',
  },
} as const;
