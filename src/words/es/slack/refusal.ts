export const refusal = {
  admin: 'un administrador',
  only: {
    request_changes: 'Los cambios en esta orden solo los puede solicitar {people}.',
    resubmit: 'Esta orden solo la puede editar y reenviar {people}.',
    edit: 'Esta orden solo la puede editar {people}.',
    hand_over: 'Esta orden solo la puede transferir {people}.',
    approve: 'Esta orden solo la puede aprobar {people}.',
    reject: 'Esta orden solo la puede rechazar {people}.',
    withdraw: 'Esta orden solo la puede retirar {people}.',
    assign: 'El personal de esta orden solo lo puede asignar {people}.',
    confirm: 'Las confirmaciones de esta orden solo las puede crear {people}.',
    close: 'Esta orden solo la puede cerrar {people}.',
    reopen: 'Esta orden solo la puede reabrir {people}.',
    start_work: 'El trabajo de esta orden solo lo puede iniciar {people}.',
    hold: 'Esta orden solo la puede poner en espera {people}.',
    resume: 'Esta orden solo la puede reanudar {people}.',
    reschedule: 'Esta orden solo la puede reprogramar {people}.',
    accept_extra: 'Sobre el costo adicional de esta orden solo puede decidir {people}.',
  },
  members:
    'Solo los miembros de pleno derecho de este espacio de trabajo pueden enviar órdenes de servicio. Pide a uno de ellos que lo haga por ti.',
  nobody: 'No puedes hacer eso con esta orden.',
  left: '{name} te quitó de esta orden.',
  ownOrder: 'No puedes aprobar tu propia orden. Otro supervisor o un administrador puede aprobarla.',
  undecided:
    '{limit, plural, one {Ya tienes una orden pendiente de aprobación. Es el máximo por persona.} other {Ya tienes # órdenes pendientes de aprobación. Es el máximo por persona.}} Pide a los supervisores que decidan, o retira las órdenes que ya no necesites. Luego envía esta. Tu borrador está guardado.',
  stands: {
    submit: '{order} está pendiente de aprobación. La envió {name}.',
    request_changes: '{name} ya solicitó cambios en {order}.',
    resubmit: '{order} está pendiente de aprobación. {name} la editó y la reenvió.',
    edit: '{order} está pendiente de aprobación. {name} la editó.',
    hand_over: '{name} transfirió {order} a otro supervisor.',
    approve: '{name} ya aprobó {order}.',
    reject: '{name} ya rechazó {order}.',
    withdraw: '{name} ya retiró {order}.',
    assign: '{order} ya está aprobada. {name} asignó personal.',
    confirm_partial: '{order} ya está aprobada. {name} confirmó trabajo realizado.',
    confirm_final: '{name} ya completó {order} con la confirmación final.',
    close: '{name} ya cerró {order}.',
    close_not_performed: '{name} ya cerró {order} como no realizada.',
    reopen: '{name} ya reabrió {order}.',
    start_work: '{name} ya inició el trabajo de {order}.',
    hold: '{name} puso {order} en espera.',
    resume: '{name} reanudó {order}.',
    reschedule: '{name} reprogramó {order}.',
    accept_extra: '{name} ya aceptó el costo adicional de {order}.',
    accept_final: '{name} aceptó el costo adicional de {order} y con eso la orden quedó cerrada.',
    dispute_extra: '{name} ya objetó el costo adicional de {order}.',
    remind: '{order} sigue pendiente.',
  },
  unchanged: 'No se cambió nada.',
  edited:
    '{name} editó esta orden mientras este formulario estaba abierto. Revisa la orden tal como está ahora y vuelve a intentarlo.',
  plan: {
    changed:
      '{name} cambió el personal o la programación mientras este formulario estaba abierto, y eso entra en conflicto con tus cambios. No se guardó nada.',
    now: 'Programación actual:',
    crew: 'Personal de campo: {names}',
    coordinator: 'Coordinador: {name}',
    noCoordinator: 'Sin coordinador',
    start: 'Inicio programado: {date}',
    noStart: 'Sin inicio programado',
    again: 'Vuelve a abrir el formulario para hacer tus cambios.',
  },
  noCrew: 'Elige al menos a una persona como personal de campo.',
  overLimit: 'Esta orden suma {net} netos. Puedes aprobar hasta {limit}.',
  otherCurrency: 'Esta orden suma {net} netos. Tu límite de {limit} no vale para otra moneda.',
  notListed: 'Ya no estás en la lista de supervisores.',
  enough:
    '{count, plural, one {{names} puede aprobarla. Elige “{button}” para transferirla.} other {Pueden aprobarla: {names}. Elige “{button}” para transferirla a una de estas personas.}}',
  nobodyEnough:
    'Nadie de la lista de supervisores puede aprobar este monto, pero cualquier administrador sí. Elige “{button}” para transferirla a un administrador.',
  notSupervisor: '{name} no está en la lista de supervisores. Elige a otra persona.',
  sameSupervisor: '{name} ya supervisa esta orden. Elige a otra persona.',
  lacking: {
    title: 'Esta orden aún no se puede cerrar.',
    photos: 'Adjunta al menos una foto.',
    checklist:
      'Ingresa {count, plural, one {el resultado de # punto} many {los resultados de # puntos} other {los resultados de # puntos}} de la lista de verificación: {lines}.',
    acceptance: 'Se necesita la conformidad del cliente.',
  },
  notAsOrdered:
    'La versión {version, number} difiere de la orden aprobada, así que la orden no se puede cerrar como completada según lo pedido. Elige “{outcome}”.',
  extraCost:
    'Esta orden cuesta {difference} más de lo aprobado ({approved} neto). {name} tiene que aceptarlo para que se pueda completar. Puedes ponerla en espera o cerrarla como no realizada.',
  extraCostHidden:
    'Esta orden cuesta más de lo aprobado. {name} tiene que aceptarlo para que se pueda completar. Puedes ponerla en espera o cerrarla como no realizada.',
  extraDisputed:
    'Esta orden cuesta {difference} más de lo aprobado ({approved} neto) y {name} lo objetó. Crea otra confirmación, ponla en espera o ciérrala como no realizada.',
  extraDisputedHidden:
    'Esta orden cuesta más de lo aprobado y {name} lo objetó. Crea otra confirmación, ponla en espera o ciérrala como no realizada.',
  noQuestion: 'No hay nada que decidir sobre el costo de esta orden.',
  questionNewer:
    '{name} confirmó trabajo otra vez, y el costo adicional ya no es el que se te consultó. Revísalo como está ahora y decide después.',
  questionSettled:
    '{name} confirmó trabajo otra vez, y {order} ya no cuesta más de lo aprobado. No queda nada por decidir.',
  upToTooLow: 'La orden ya cuesta {net} neto. Ingresa ese monto o uno mayor.',
  started: 'El trabajo de esta orden ya se inició ({date}).',
  onHold: 'Mientras tanto, {name} puso esta orden en espera. Revisa cómo está ahora y vuelve a intentarlo.',
  notOnHold: 'Esta orden ya no está en espera.',
  notDue: 'Este recordatorio ya no corresponde.',
} as const;
