export const forms = {
  title: {
    submit: 'Nueva orden de servicio',
    edit: 'Editar orden',
    hand_over: 'Transferir orden',
    approve: 'Aprobar orden',
    request_changes: 'Solicitar cambios',
    reject: 'Rechazar orden',
    resubmit: 'Editar y reenviar',
    withdraw: 'Retirar orden',
    confirm: 'Crear confirmación',
    close: 'Cerrar orden',
    assign: 'Asignar personal',
    reopen: 'Reabrir orden',
    item: 'Línea',
  },
  button: {
    submit: 'Nueva orden de servicio',
    edit: 'Editar',
    hand_over: 'Transferir',
    approve: 'Aprobar',
    request_changes: 'Solicitar cambios',
    reject: 'Rechazar',
    resubmit: 'Editar y reenviar',
    withdraw: 'Retirar',
    confirm: 'Crear confirmación',
    close: 'Cerrar orden',
    assign: 'Asignar personal',
    reopen: 'Reabrir',
  },
  send: {
    submit: 'Enviar orden',
    edit: 'Enviar cambios',
    hand_over: 'Transferir',
    approve: 'Aprobar',
    request_changes: 'Solicitar cambios',
    reject: 'Rechazar',
    resubmit: 'Reenviar orden',
    withdraw: 'Retirar',
    confirm: 'Enviar confirmación',
    close: 'Cerrar orden',
    assign: 'Asignar personal',
    reopen: 'Reabrir',
    item: 'Guardar línea',
  },
  copy: {
    button: 'Copiar a nueva orden',
    copied: 'Copiada de {order}. Las fechas son nuevas y los archivos adjuntos no se copiaron.',
    unlisted: 'No se puede pedir a {name} que apruebe esta. Revisa quién figura como supervisor.',
  },
  control: { next: 'Siguiente', cancel: 'Cancelar', back: 'Atrás', startOver: 'Empezar de nuevo' },
  page: {
    place: 'Página {page, number} de {pages, number}',
    restored: 'Recuperamos tu borrador. Si faltan archivos, vuelve a adjuntarlos.',
    keptCurrency:
      'Los precios de esta orden están en {kept}, la moneda en que se ingresaron. El espacio de trabajo ahora usa {newer}. Para usar {newer}, elimina los precios o empieza una orden nueva.',
    check: '*Revisa lo siguiente*',
    proceed: 'Si todo es correcto, presiona *{button}*.',
    fixFirst: '*Corrige esto primero*',
    attached: 'Adjuntos hasta ahora: {files}',
  },
  others: '{count, plural, one {# más} other {# más}}',
  moreLines: '… y {count, plural, one {# más} other {# más}}',
  draft: {
    kept: 'Guardamos tu borrador: *{form}*. Vuelve a abrir el formulario para continuar.',
    keptFor: 'Guardamos tu borrador: *{form}* ({order}). Vuelve a abrir el formulario para continuar.',
    pricesLost:
      'Los precios de este borrador se eliminaron porque, al actualizarse, la aplicación no pudo determinar sus decimales. Ingrésalos de nuevo.',
    newerVersion:
      'Después de que empezaste, se emitió la versión {version, number}. Conservamos lo que ingresaste y lo aplicamos a la última versión.',
    issuedBy: '{name} emitió la versión {version, number} mientras este formulario estaba abierto.',
    applied:
      'Conservamos lo que ingresaste y lo aplicamos a la última versión. Revísalo y vuelve a enviar el formulario. Esto cambió:',
  },
  files: {
    unreadable:
      'La aplicación no puede leer {files} porque no está en esa conversación. Adjunta los archivos que necesites en “{field}”.',
  },
  notice: {
    title: {
      order: 'Orden de servicio',
      refused: 'Acción no permitida',
      outdated: 'Desactualizado',
      sent: 'Ya se envió',
      currency: 'Cambió la moneda',
    },
    oldApp: 'Este formulario es de una versión anterior de la aplicación. Ciérralo y vuelve a abrirlo.',
    unknownPerson: 'No pudimos identificarte. Inténtalo de nuevo en un momento.',
    noOrder: 'Esta orden de servicio no existe o no tienes acceso a ella.',
    gone: 'Este formulario ya se envió o se reinició en otro lugar. Ciérralo y vuelve a abrirlo.',
    itemGone: 'El formulario de esta línea ya se envió o se reinició en otro lugar. Ciérralo y vuelve a abrirlo.',
    restarted: 'Este formulario se reinició en otro lugar. Vuelve a abrirlo para continuar.',
    sent: 'Ya enviaste este formulario. Estado actual de {order}: “{state}”. No se duplicó nada.',
    currency:
      'Esta orden ahora usa {now}, pero el precio se ingresó en {before}. Agrega la línea de nuevo con su precio en {now}.',
    inactiveItems:
      '{n, plural, one {{items} ya no está activo en el catálogo. Elige otro artículo o elimínalo,} many {Ya no están activos en el catálogo: {items}. Elige otros artículos o elimínalos,} other {Ya no están activos en el catálogo: {items}. Elige otros artículos o elimínalos,}} y vuelve a enviar el formulario.',
    tooManyItems:
      'Una orden puede tener hasta {max, number} líneas. Elimina {surplus, plural, one {# línea} other {# líneas}} y vuelve a enviar el formulario.',
    tooMuch:
      'El total de la orden no puede superar {limit}. Ingresa cantidades o precios menores y vuelve a enviar el formulario.',
  },
} as const;
