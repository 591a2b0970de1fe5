export const verify = {
  genuine: '*Auténtico.* {facts}',
  version: 'Es la *versión {version, number} de {order}*, emitida el {date}.',
  versionTitle: 'Es la *versión {version, number} de {order}*, {title}, emitida el {date}.',
  current: 'Es la versión *vigente*.',
  superseded: 'Fue *reemplazada* por la versión {version, number}, emitida el {date}.',
  supersededPdf: 'Fue *reemplazada* por la versión {version, number}, emitida el {date} ({pdf}).',
  approved: 'Aprobada por {name}, {date}.',
  state: 'La orden ahora está como “{state}”.',
  compare:
    'El código indica que este documento se emitió. Para comprobar que nada más cambió en el papel, compáralo con {pdf} ({file}).',
  askToCompare:
    'El código indica que este documento se emitió. Para comprobar que nada más cambió en el papel, pide a alguien de la orden que lo compare con el PDF.',
  notGenuine: '*No es auténtico.* Ningún documento emitido tiene el código `{code}`.',
  notGenuineUnless:
    '*No es auténtico*, salvo que se haya emitido {spans}: entonces se restauró una copia de seguridad y se perdieron los registros de ese período. Ningún documento conocido tiene el código `{code}`.',
  checkCharacters:
    'Primero compara cada carácter con el papel: 8 y B, 5 y S, 2 y Z, y al principio el número de orden y de versión. Los últimos doce caracteres nunca incluyen I, L, O ni U. Si todo coincide, el papel no es un documento de este espacio de trabajo o fue alterado.',
  altered:
    '*No se puede confirmar.* Se emitió un documento con el código `{code}`, pero después se modificó su registro en la base de datos. Compara el papel con el PDF del canal de la orden y pide a quien administra esta aplicación que lo investigue.',
  noCode:
    'Escribe el código que aparece al pie de cualquier página del documento, por ejemplo `/service-order verify SO-000012-1-7F3K-9QXM-2PDA`. Para comprobar un PDF en Slack, usa *Verify document* en el menú de su mensaje.',
  notACode: '“{typed}” no es un código de verificación.',
  span: 'entre {from} y {until}',
  noFile:
    'Este mensaje no tiene ningún archivo. Usa *Verify document* en un mensaje con un PDF. Para comprobar un código impreso, escribe `/service-order verify`.',
  file: {
    genuine: '“{file}”: *auténtico*, idéntico byte por byte al emitido. {facts}',
    unknown:
      '“{file}”: *no es auténtico*. No es idéntico, byte por byte, a ningún documento emitido aquí. Puede ser otro archivo, o uno alterado o guardado de nuevo. Busca el PDF en el canal de la orden.',
    unknownUnless:
      '“{file}”: *no es auténtico*, salvo que se haya emitido {spans}: entonces se restauró una copia de seguridad y se perdieron los registros de ese período. No es idéntico, byte por byte, a ningún documento conocido emitido aquí. Puede ser otro archivo, o uno alterado o guardado de nuevo. Busca el PDF en el canal de la orden.',
    noPdf: '“{file}”: no es un PDF y, por tanto, no es un documento emitido aquí.',
    tooLarge: '“{file}”: más grande que cualquier documento emitido aquí.',
    gone: '“{file}”: no se puede comprobar. Se eliminó o está en una conversación sin la aplicación. Publícalo en un canal con la aplicación, como el de la orden, e inténtalo allí de nuevo.',
    notNow: '“{file}”: Slack no entregó el archivo en este momento. Inténtalo de nuevo en un minuto.',
  },
  membersOnly:
    'Las órdenes de servicio son solo para los miembros de este espacio de trabajo. Pide ayuda a uno de ellos.',
} as const;
