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
  tooLarge: {
    title: 'Demasiados datos',
    text: 'Los datos son demasiado grandes. No se firmó nada. Acórtelos o firme con su nombre escrito.',
  },
  notAForm: {
    title: 'No se puede leer',
    text: 'Lo que se envió no es el formulario de esta página. No se firmó nada. Vuelva a abrir el enlace.',
  },
  brokenOff: { title: 'La conexión se interrumpió' },
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
  sign: {
    title: 'Firmar: {document}',
    intro: 'Revise los datos siguientes. Puede firmar al final de la página.',
    changed:
      'Esta orden cambió desde que recibió el enlace. Está viendo la versión {version, number}, que es la actual.',
    overtaken:
      'La orden cambió mientras esta página estaba abierta. No se firmó nada. Revise la versión {version, number} y vuelva a firmar.',
    heading: 'Firmar',
    name: 'Su nombre completo',
    position: 'Cargo (opcional)',
    positionHint: 'Su función, por ejemplo, responsable de mantenimiento',
    reservations: 'Reservas (opcional)',
    reservationsHint: 'Lo que no está como debería. Figura en el documento.',
    signature: 'Firma',
    drawn: 'Dibujar mi firma',
    typed: 'Firmar con mi nombre escrito',
    pad: 'Recuadro para su firma',
    padHint: 'Dibuje su firma en el recuadro con el dedo, un lápiz o el ratón.',
    clear: 'Borrar',
    withoutScript: 'Sin JavaScript, firma con su nombre escrito.',
    consentWork:
      'Doy mi conformidad con este trabajo en nombre de {client}, con las reservas que he escrito en este formulario, si las hay. Mi nombre, mi firma y la hora figurarán en el documento.',
    consentOrder:
      'Doy mi conformidad con esta orden en nombre de {client}, con las reservas que he escrito en este formulario, si las hay. Mi nombre, mi firma y la hora figurarán en el documento.',
    problems: 'Corrija lo siguiente:',
    error: {
      name: 'Escriba su nombre completo.',
      consent: 'Marque la casilla para firmar.',
      drawing: 'Dibuje su firma o elija “{option}”.',
      unreadable: 'No se puede leer esta firma. Dibújela otra vez o elija “{option}”.',
    },
    send: 'Firmar',
    sending: 'Enviando…',
    lost: 'Se perdió la conexión, así que no es seguro que su firma haya llegado. Elija “{button}” otra vez: nada se firma dos veces.',
    privacy: 'Esta página no usa cookies ni comparte nada con terceros.',
    accepted: {
      title: 'Aceptado: versión {version, number}',
      text: '{order}, versión {signed, number}, está firmada. El documento con la firma es la versión {version, number}.',
      newer: 'Después se emitió una versión más reciente: la {version, number}.',
      askToSign: 'Para firmarla, pida un enlace nuevo.',
      reopened: 'La orden se reabrió después y el trabajo continúa.',
    },
    signedBy: 'Firmado por {name}, {when}.',
    already: {
      title: 'Ya está firmado',
      notRecorded: 'Ya firmado por {name}, {when}; lo que usted escribió no se registró.',
    },
    notSigned: 'No se firmó nada.',
    expired: {
      title: 'Este enlace venció',
      text: 'Los enlaces para firmar valen siete días. Pida uno nuevo.',
      textOf: 'Los enlaces para firmar valen siete días. Pida uno nuevo a {company}.',
    },
    withdrawn: {
      title: 'Este enlace ya no funciona',
      text: 'Se anuló o se sustituyó por uno más reciente. Pida uno nuevo.',
      textOf: 'Se anuló o se sustituyó por uno más reciente. Pida uno nuevo a {company}.',
    },
    reopened: {
      title: 'El trabajo continúa',
      text: 'La orden se reabrió después de la versión {version, number} y desde entonces no se ha informado nada. Cuando haya una versión nueva, podrá firmarla en este enlace.',
    },
    contact: '¿Preguntas? {contact}',
    contactOf: '¿Preguntas? {company}: {contact}',
    copy: {
      title: 'Su copia',
      download: 'Descargar {file} ({size})',
      until: 'Disponible aquí hasta el {when}.',
      making: 'El documento firmado se está preparando. Vuelva a cargar esta página en un minuto.',
      reload: 'Volver a cargar',
      sent: 'Recibirá el documento firmado de la empresa.',
      sentBy: 'Recibirá el documento firmado de {company}.',
      ask: 'Pida una copia del documento firmado.',
      askOf: 'Pida a {company} una copia del documento firmado.',
      busy: {
        title: 'Demasiadas descargas a la vez',
        text: 'Espere un minuto e inténtelo de nuevo.',
      },
    },
    photosNotShown:
      '{count, plural, one {# foto no se muestra aquí; se indica abajo.} many {# fotos no se muestran aquí; se indican abajo.} other {# fotos no se muestran aquí; se indican abajo.}}',
    closed: {
      title: 'Esta orden no se puede firmar ahora',
      text: 'Ya no está disponible para firmar. Consulte a quien le dio el enlace.',
    },
    unknown: { title: 'Este enlace no es válido', text: 'Compruebe que abrió el enlace completo o pida uno nuevo.' },
  },
} as const;
