export const web = {
  notFound: {
    title: 'Aquí no hay nada',
    text: 'Esta dirección no lleva a ninguna parte. Compruebe que abrió el enlace completo.',
  },
  limited: {
    title: 'Demasiados intentos',
    text: 'Espere un minuto y vuelva a intentarlo.',
  },
  trouble: {
    title: 'No disponible en este momento',
    text: 'Algo falló de nuestro lado. No se cambió nada. Vuelva a intentarlo en un minuto.',
  },
  verify: {
    title: 'Verificar un documento',
    label: 'Código de verificación',
    hint: 'Al pie de cada página, por ejemplo SO-000012-1-7F3K-9QXM-2PDA',
    check: 'Verificar',
    genuine: 'Auténtico',
    document: '{order}, versión {version, number}',
    issued: 'Emitido el {when}',
    issuedBy: 'Emitido por {company}, {when}',
    workCopy: 'Copia de trabajo sin precios',
    current: 'Es la versión actual',
    superseded: 'Reemplazado por la versión {version, number}, emitida el {when}',
    compare:
      'El código muestra que este documento fue emitido. No muestra si después se cambió algo en el papel. Si tiene dudas, pida una copia.',
    compareWith:
      'El código muestra que este documento fue emitido. No muestra si después se cambió algo en el papel. Si tiene dudas, pida una copia a {company}.',
    notGenuine: 'No es auténtico',
    checkCharacters:
      'Aquí no se emitió ningún documento con este código. Compare el código con el papel, carácter por carácter: es fácil confundir 8 y B, 5 y S, y 2 y Z. Los últimos doce caracteres nunca incluyen I, L, O ni U. Si todo coincide, el documento no es auténtico o se emitió en otro lugar.',
    lost: 'Algunos registros se perdieron al restaurar una copia de seguridad. Si el documento es de esa época, consulte a quien lo emitió.',
    altered: 'No se puede confirmar',
    alteredText:
      'Se emitió un documento con este código, pero su registro se modificó después. Pida una copia a quien lo emitió.',
  },
} as const;
