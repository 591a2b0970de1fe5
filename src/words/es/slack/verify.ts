export const verify = {
  genuine: '*Auténtico.* {facts}',
  version: 'Es la *versión {version, number} de {order}* (emisión: {date}).',
  versionTitle: 'Es la *versión {version, number} de {order}*, {title} (emisión: {date}).',
  current: 'Es la versión *vigente*.',
  superseded: 'Fue *reemplazada* por la versión {version, number} (emisión: {date}).',
  supersededPdf: 'Fue *reemplazada* por la versión {version, number} (emisión: {date}; {pdf}).',
  workCopy: 'Es una copia de trabajo: no lleva precios.',
  approved: 'Aprobada por {name} ({date}).',
  extraAccepted: 'Costo adicional aprobado por {name} ({date}).',
  extraNotAccepted: 'Cuesta más de lo aprobado, y al emitirse no se había aprobado el costo adicional.',
  signed: 'En nombre del cliente, {name} firmó la versión {version, number} ({date}).',
  state: 'Estado actual de la orden: “{state}”.',
  compare:
    'El código indica que este documento se emitió. Para comprobar que no se cambió nada más en el papel, compáralo con {pdf} ({file}).',
  askToCompare:
    'El código indica que este documento se emitió. Para comprobar que no se cambió nada más en el papel, pide a alguien de la orden que lo compare con el PDF.',
  notGenuine: '*No es auténtico.* Ningún documento emitido tiene el código `{code}`.',
  notGenuineUnless:
    '*No es auténtico*, salvo que se haya emitido {spans}: los registros de ese período se perdieron al restaurar una copia de seguridad. Ningún documento conocido tiene el código `{code}`.',
  checkCharacters:
    'Primero compara con el papel, carácter por carácter, el código que ingresaste, incluidos los números de orden y de versión del principio. Es fácil confundir 8 y B, 5 y S, o 2 y Z. Los últimos doce caracteres nunca incluyen I, L, O ni U. Si todo coincide, el papel no es un documento de este espacio de trabajo o fue alterado.',
  altered:
    '*No se puede confirmar.* Se emitió un documento con el código `{code}`, pero después se modificó su registro en la base de datos. Compara el papel con el PDF del canal de la orden y pide a quien administra la aplicación que lo investigue.',
  noCode:
    'Escribe el código que aparece al pie de cualquier página del documento, por ejemplo `/service-order verificar SO-000012-1-7F3K-9QXM-2PDA`. Para comprobar un PDF en Slack, usa *Verify document* en el menú de su mensaje.',
  notACode: '“{typed}” no es un código de verificación.',
  span: 'entre {from} y {until}',
  noFile:
    'Este mensaje no tiene ningún archivo. Usa *Verify document* en un mensaje con un PDF. Para comprobar un código impreso, escribe `/service-order verificar` y el código.',
  file: {
    genuine: '“{file}”: *auténtico*, copia exacta del documento emitido. {facts}',
    unknown:
      '“{file}”: *no es auténtico*. No coincide exactamente con ningún documento emitido aquí. Puede ser otro archivo, o uno alterado o guardado de nuevo. Busca el PDF original en el canal de la orden.',
    unknownUnless:
      '“{file}”: *no es auténtico*, salvo que se haya emitido {spans}: los registros de ese período se perdieron al restaurar una copia de seguridad. No coincide exactamente con ningún documento que conste como emitido aquí. Puede ser otro archivo, o uno alterado o guardado de nuevo. Busca el PDF original en el canal de la orden.',
    noPdf: '“{file}”: no es un PDF, así que no es un documento emitido aquí.',
    tooLarge: '“{file}”: es más grande que cualquier documento emitido aquí.',
    gone: '“{file}”: no se puede comprobar. Se eliminó o está en una conversación en la que no está la aplicación. Publícalo en un canal en el que sí esté, como el de la orden, e inténtalo allí de nuevo.',
    notNow: '“{file}”: Slack no entregó el archivo en este momento. Inténtalo de nuevo en un minuto.',
  },
  membersOnly:
    'Las órdenes de servicio son solo para los miembros de este espacio de trabajo. Pide ayuda a uno de ellos.',
} as const;
