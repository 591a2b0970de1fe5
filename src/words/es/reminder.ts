export const reminder = {
  visit: {
    line: '{date} · {order} {title} · {client}',
    channel: 'Canal: {channel}',
    contact: 'Contacto en el sitio: {contact}',
  },
  lead: {
    decision: 'Recordatorio: {order} {title} espera tu aprobación (desde {date}).',
    changes: 'Recordatorio: {order} {title} espera tus cambios (desde {date}).',
    extra_cost: 'Recordatorio: el costo adicional de {order} {title} espera tu decisión (desde {date}).',
    start:
      'Recordatorio: {order} {title} debería haber empezado ({date}). Empieza el trabajo, pon la orden en espera o pide que se reprograme.',
    end: 'Recordatorio: {order} {title} debería haber terminado ({date}). Cierra la orden o ponla en espera.',
  },
  list: 'Recordatorio: {count, plural, one {# orden te espera} other {# órdenes te esperan}}.',
  row: '{order} {title} · {client}',
  rowAmount: '{order} {title} · {client} · {amount}',
  waits: {
    decision: 'Espera tu aprobación desde {date}',
    changes: 'Espera tus cambios desde {date}',
    extra_cost: 'El costo adicional espera tu decisión desde {date}',
    start: 'Debería haber empezado: {date}',
    end: 'Debería haber terminado: {date}',
  },
  late: {
    changes: 'Cambios solicitados: {date}',
    start: 'Debería haber empezado: {date}',
    end: 'Debería haber terminado: {date}',
  },
  more: '{count, plural, one {# orden más} other {# órdenes más}} en la pestaña Inicio de la aplicación',
  digest: {
    title: 'Tus órdenes de servicio de hoy',
    visits: 'Tus visitas de hoy',
    decisions: 'Esperan tu decisión',
    late: 'Con retraso',
    text: '{part}: {orders}',
    optOut: 'Puedes desactivar este mensaje en la pestaña Inicio de la aplicación.',
  },
} as const;
