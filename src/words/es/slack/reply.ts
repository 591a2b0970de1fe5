export const reply = {
  nowIs: 'El estado de {order} ahora es “{state}”.',
  /** The shortcut “Add to service order”. */
  oldButton: 'Este botón es de una versión anterior de la aplicación. Vuelve a abrir la orden desde la pestaña Inicio.',
  storage:
    'No pudimos hacerlo porque el almacenamiento de la aplicación no está disponible en este momento (referencia {reference}). No se cambió nada. Si tienes un formulario abierto, no lo cierres e inténtalo de nuevo en un minuto. Si sigue pasando, avisa a quien administra la aplicación.',
  fault: {
    unchanged: 'Algo salió mal de nuestro lado (referencia {reference}). No se cambió nada. Inténtalo de nuevo.',
    unsure:
      'Algo salió mal de nuestro lado (referencia {reference}). Comprueba si la acción se realizó. Si no, inténtalo de nuevo.',
  },
  stranger: {
    notUnderstood: 'Slack envió algo que esta aplicación no entiende. No se cambió nada. Inténtalo de nuevo.',
    otherWorkspace:
      'Las órdenes de servicio son solo para las personas del espacio de trabajo al que pertenecen. Pide ayuda a una de ellas.',
  },
} as const;
