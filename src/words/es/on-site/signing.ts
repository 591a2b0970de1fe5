export const signing = {
  title: 'Firma del cliente',
  link: 'Aquí el cliente puede firmar {order}, versión {version, number}: abre la página en este teléfono y pásaselo, o envíale este enlace. Hasta {until} funciona una sola vez. Cualquier enlace anterior de esta orden deja de funcionar.\n{link}',
  orderOnly: 'Aún no se confirmó ningún trabajo: el cliente firma la orden, no el trabajo.',
  open: 'Abrir página de firma',
  withdraw: 'Anular enlace',
  withdrawn: 'El enlace para firmar {order} ya no funciona.',
  off: 'Aquí no hay páginas de firma. Pide a quien administra esta app que configure PUBLIC_URL.',
  notNow: 'El cliente no puede firmar esta orden ahora: no está aprobada ni completada.',
  reopened:
    'Esta orden se reabrió y desde entonces no se ha informado nada. Confirma primero el trabajo o cierra la orden; después el cliente puede firmarla.',
} as const;
