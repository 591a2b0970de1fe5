export const away = {
  title: 'Ausencia',
  heading: 'Tus preferencias',
  set: 'Indicar ausencia',
  change: 'Cambiar',
  back: 'Ya volví',
  here: 'Mientras estés ausente, otra persona puede decidir sobre tus órdenes.',
  until: 'Estás ausente (hasta {date}). Las solicitudes de tu decisión también llegan a {name}.',
  digest: {
    on: 'Recibes un resumen las mañanas laborables.',
    off: 'No recibes un resumen las mañanas laborables.',
    turnOn: 'Activar resumen',
    turnOff: 'Desactivar resumen',
  },
  standIn: {
    named:
      '{name} estará ausente (hasta {date}) y te nombró suplente. Desde ahora, las solicitudes de su decisión también llegan a ti.',
    namedPlain:
      '{name} estará ausente y te nombró suplente. Desde ahora, las solicitudes de su decisión también llegan a ti.',
    waiting:
      '{count, plural, =0 {Ahora no hay nada pendiente.} one {Ya hay # orden pendiente:} other {Ya hay # órdenes pendientes:}}',
    ended:
      'Tu suplencia de {name} terminó. Las nuevas solicitudes de su decisión ya no llegarán a ti. Sobre las que ya recibiste todavía puedes decidir.',
  },
  last: 'Ausente hasta (último día)',
  substitute: 'Las decisiones van a',
  save: 'Guardar',
  past: 'Elige hoy o un día posterior.',
  far: 'Tu ausencia duraría más de un año (hasta {date}).',
  both: '{name} también está ausente (hasta {date}). Las solicitudes esperarían hasta que alguien vuelva o un recordatorio llegue a otras personas.',
  yourself: 'Elige a otra persona, no a ti.',
  cannot: '{name} no puede decidir sobre órdenes. Elige a otra persona.',
  membersOnly: 'Solo los miembros de este espacio de trabajo pueden ceder decisiones.',
  meanwhile: 'Tus preferencias cambiaron en otra ventana. Ábrelas otra vez para verlas.',
} as const;
