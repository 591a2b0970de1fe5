/** The fields of the settings: what they are called, what they hold, and what is wrong with it. */
export const settingFields = {
  label: {
    company: {
      name: 'Nombre de la empresa',
      taxId: 'N.º de identificación fiscal',
      address: 'Dirección',
      phone: 'Teléfono',
      email: 'Correo electrónico',
      logo: 'Logotipo',
    },
    money: { currency: 'Moneda', taxRate: 'Impuesto' },
    document: {
      pageSize: 'Papel',
      locale: 'Idioma y formatos de los documentos',
      timeZone: 'Zona horaria de los documentos',
      accentColor: 'Color de los títulos',
      terms: 'Términos y condiciones',
    },
    workspace: { locale: 'Idioma de los canales' },
    channel: {
      private: 'Quién puede abrir el canal de una orden',
      keepMembers: 'Quienes dejan una orden',
      archiveAfterDays: 'Archivar los canales después de',
    },
    roles: { admins: 'Administradores de la aplicación', office: 'Oficina', supervisors: 'Supervisores' },
    approval: { allowOwn: 'Órdenes propias', undecidedPerPerson: 'Órdenes pendientes de aprobación por solicitante' },
    changes: {
      tolerance: 'Tolerancia en porcentaje',
      toleranceAmount: 'Tolerancia como monto',
    },
    hours: { zone: 'Zona horaria de la oficina', week: 'Horario de oficina', holidays: 'Días no laborables' },
    reminders: {
      decision: 'Aprobación: horas',
      changes: 'Cambios solicitados: horas',
      extraCost: 'Costo adicional: horas',
      start: 'Inicio sin trabajo: horas',
      end: 'Fin sin cierre: horas',
      again: 'Segundo recordatorio: días hábiles',
      escalation: 'A quién se pregunta si nadie responde',
      digest: 'Resumen de la mañana',
    },
    prices: { visibleTo: 'Quién ve los precios', channel: 'Canal para documentos con precios' },
    records: { freeClients: 'Clientes y sedes sin registrar', freeItems: 'Artículos fuera del catálogo' },
  },
  groups: '{label}: grupos de usuarios',
  hint: {
    company: {
      name: 'Aparece en todos los documentos.',
      taxId: 'Tal como debe aparecer en los documentos, con el prefijo del país si lo hay.',
      logo: 'PNG, JPEG o SVG, de hasta 1 MB.',
    },
    money: {
      currency: 'Tres letras, por ejemplo EUR.',
      taxRate: 'Un porcentaje, por ejemplo 19 u 8.875. Se imprime como “{example}”.',
    },
    document: {
      timeZone:
        'Por ejemplo {zone}. Si dejas el campo vacío, cada documento usa la zona horaria de quien aprobó la orden.',
      accentColor: 'Por ejemplo #1f4e79. Si dejas el campo vacío, se usa el azul de la aplicación.',
      terms: 'Se imprimen al final de cada documento.',
    },
    channel: {
      archiveAfterDays:
        'Días después de completarse una orden o de cerrarse como no realizada, de {min, number} a {max, number}.',
    },
    roles: {
      admins:
        'Además de los administradores y propietarios del espacio de trabajo. Pueden hacer lo que hace un supervisor, en todas las órdenes.',
      office:
        'Ve todas las órdenes y todos los precios, mantiene los clientes, las ubicaciones y el catálogo, y los importa desde archivos. Si dejas el campo vacío, solo lo hacen los administradores.',
    },
    approval: {
      undecidedPerPerson: 'Un límite para que nadie llene los pendientes de los demás.',
    },
    changes: {
      tolerance:
        'Cuánto puede exceder un total lo aprobado antes de preguntar al supervisor. Si dejas vacíos los dos campos, se pregunta por todo exceso.',
      toleranceAmount: 'Neto, en {currency}. Si ambas están definidas, se aplica la menor.',
    },
    hours: {
      zone: 'Por ejemplo {zone}. Si dejas el campo vacío, se usa la zona horaria de los documentos, o UTC si no hay ninguna.',
      week: 'Por ejemplo: {example}. Los recordatorios y los plazos cuentan solo estas horas. Si dejas el campo vacío, cuentan día y noche.',
      holidays: 'Un día por línea, con nombre o sin él, por ejemplo: 2026-12-25 Navidad',
    },
    reminders: {
      decision: 'Horas de oficina tras las que se le recuerda al supervisor. 0 significa nunca.',
      changes: 'Se le recuerda al solicitante.',
      extraCost: 'Se le recuerda al supervisor.',
      start: 'Se le recuerda al personal y al coordinador.',
      end: 'Se le recuerda al personal y al coordinador.',
      again:
        'Entonces también se pregunta a otra persona: un suplente o las personas de la página siguiente. 0 significa nunca.',
      escalation:
        'Se les pregunta con el segundo recordatorio de una decisión si nadie suple al supervisor. Quien no puede aprobar la orden queda fuera.',
      digest:
        'Un mensaje en las mañanas laborables con las visitas del día y lo pendiente. Cada quien puede desactivarlo en Inicio.',
    },
    prices: {
      visibleTo: 'Se aplica a las órdenes nuevas.',
      channel:
        'Si dejas el campo vacío, los documentos van al solicitante y al supervisor. Si el canal es privado, agrega primero la aplicación.',
    },
    records: {
      freeClients: 'Mientras no haya ningún cliente registrado, los clientes siempre se escriben como texto.',
      freeItems: 'Quienes no ven los precios siempre pueden añadir líneas sin precio.',
    },
  },
  choice: {
    document: { pageSize: { A4: 'A4', LETTER: 'Carta' } },
    channel: {
      private: { yes: 'Privado (solo quienes participan en la orden)', no: 'Público (todo el espacio de trabajo)' },
      keepMembers: { yes: 'Siguen en su canal', no: 'Salen de su canal' },
    },
    approval: { allowOwn: { yes: 'Los supervisores pueden aprobar las suyas', no: 'Nadie aprueba las suyas' } },
    reminders: {
      digest: {
        yes: 'Se envía',
        no: 'No se envía',
      },
    },
    prices: { visibleTo: { everybody: 'Todos', office: 'Solo la oficina' } },
    records: {
      freeClients: { yes: 'Se pueden escribir en las órdenes', no: 'No se pueden escribir en las órdenes' },
      freeItems: { yes: 'Se pueden añadir a las órdenes', no: 'No se pueden añadir a las órdenes' },
    },
  },
  value: {
    days: '{count, plural, one {# día} other {# días}}',
    hours: '{count, plural, =0 {Nunca} one {# hora} other {# horas}}',
    workingDays: '{count, plural, =0 {Nunca} one {Tras # día hábil} other {Tras # días hábiles}}',
    currency: '{code} ({name})',
    logo: 'Definido',
    otherLogo: 'Otro logotipo',
    office: 'Solo administradores',
    supervisors: 'Todos los miembros, por cualquier monto',
    anyAmount: 'cualquier monto',
    upTo: 'hasta {amount}',
    limited: '{name} ({limit})',
    emptyGroup: '{name} (sin miembros)',
    goneGroup: '{name} (desactivado o eliminado)',
    documentsZone: '{zone} (la de los documentos)',
    always: 'Día y noche',
    day: '{day} ({name})',
    zone: 'Zona horaria de quien aprueba',
    people: 'Ninguno (van al solicitante y al supervisor)',
    usual: 'Estándar',
    more: '{count, plural, one {# más} other {# más}}',
  },
  error: {
    tooLong: 'Usa hasta {max, number} caracteres.',
    email: 'Ingresa un correo electrónico como oficina@example.com.',
    tolerance: 'Ingresa un porcentaje de 0 a {max, number}, o deja el campo vacío.',
    currency: 'Ingresa un código de moneda como EUR, USD o MXN.',
    zone: 'Ingresa una zona horaria como Europe/Madrid o America/Bogota.',
    week: {
      day: '“{text}” no es un día de la semana. Ingresa días y horas como “lun–vie 08:00–17:00”.',
      time: '“{text}” no se puede leer como horario. Ingrésalo como “08:00–12:00, 13:00–17:00”.',
      backwards: '“{text}” termina antes de empezar. Las horas después de medianoche pertenecen al día siguiente.',
      many: 'Un día puede tener hasta {max, number} tramos: {text}',
    },
    date: 'Empieza cada línea con una fecha como 2026-12-25. No se puede leer: “{text}”',
    dates: 'Ingresa hasta {max, number} días. Quita los que ya pasaron.',
    color: 'Ingresa un color como #1f4e79.',
    contrast:
      'Este color es demasiado claro para papel blanco: su contraste es de {ratio}:1 y debe ser de {least}:1 como mínimo.',
    count: 'Ingresa un número entero de {min, number} a {max, number}.',
    people: 'Elige hasta {max, number} personas y grupos.',
    amount: 'Ingresa un monto como 5000, o deja el campo vacío para cualquier monto.',
    toleranceAmount: 'Ingresa un monto como 500, o deja el campo vacío.',
    invalid: 'Este valor no se puede usar. Elige otro.',
    nobody: 'Elige al menos una persona o un grupo.',
    members: 'Aquí solo puede haber miembros de pleno derecho. Quita a {names}.',
    guest: 'Los supervisores deben ser miembros de pleno derecho. Quita a {names}.',
  },
} as const;
