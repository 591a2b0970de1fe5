export const signing = {
  title: 'Firma del cliente',
  link: 'Aquí el cliente puede firmar {order}, versión {version, number}: abre la página en este teléfono y pásaselo, o envíale este enlace. Hasta {until} funciona una sola vez.\n{link}',
  open: 'Abrir página de firma',
  off: 'Aquí no hay páginas de firma. Pide a quien administra esta app que configure PUBLIC_URL.',
  notNow: 'El cliente no puede firmar esta orden ahora: no está aprobada ni completada.',
} as const;
