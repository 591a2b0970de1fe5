export const notice = {
  close: 'Cerrar',
  typed: '*Lo que ingresaste*',
  moreParagraphs: '… y {count, plural, one {# párrafo más} other {# párrafos más}}',
  notOpened: {
    late: 'Slack no abrió “{form}” a tiempo. No se cambió nada. Inténtalo de nuevo.',
    trouble:
      'Slack tiene problemas o está muy ocupado, y es posible que “{form}” no se haya abierto. No se cambió nada. Inténtalo de nuevo en un minuto.',
    shut: 'Slack no acepta solicitudes de la aplicación en este momento ({code}), así que “{form}” no se abrió. No se cambió nada. Avisa a un administrador del espacio de trabajo.',
    fault: '“{form}” no se pudo abrir ({code}). No se cambió nada. Avisa a un administrador del espacio de trabajo.',
  },
  more: '… y {count, number} más',
  loadingPage: 'Cargando esta página… Si no aparece, presiona *Continuar*. Lo que ingresaste está guardado.',
  continue: 'Continuar',
  loadingRest: 'Cargando el resto…',
} as const;
