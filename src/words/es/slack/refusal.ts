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
} as const;
