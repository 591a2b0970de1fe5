export const command = {
  name: {
    new: 'nueva',
    list: 'lista',
    show: 'ver',
    find: 'buscar',
    history: 'historial',
    verify: 'verificar',
    settings: 'configuración',
    help: 'ayuda',
  },
  help: {
    heading: 'Puedes escribir lo siguiente:',
    new: '`/service-order` o `/service-order {name}` – crear una orden de servicio',
    list: '`/service-order {name} [estado]` – tus órdenes, por ejemplo `{name} {status}`',
    show: '`/service-order {name} SO-12` – una orden tal como está ahora',
    find: '`/service-order {name} bomba acme` – órdenes con estas palabras, las más recientes primero',
    history: '`/service-order {name} SO-12` – quién hizo qué y cuándo, con todos los PDF',
    verify:
      '`/service-order {name} SO-000012-1-7F3K-9QXM-2PDA` – si un documento impreso es auténtico y está vigente. El código está al pie de cada página.',
    settings: '`/service-order {name}` – la configuración, para administradores',
    help: '`/service-order {name}` – esta lista',
    short: '`/so` es la forma corta de `/service-order`.',
    english: 'También funcionan estas palabras: {names}.',
  },
  unknown: 'No existe el comando “{typed}”.',
  unknownStatus: 'No existe el estado “{typed}”. Usa uno de estos: {statuses}.',
  noNumber: 'Escribe un número de orden, por ejemplo SO-12.',
  notNumber: '“{typed}” no es un número de orden. Escribe uno como SO-12.',
  noOrder:
    'La orden {order} no existe o no tienes acceso a ella. Para ver tus órdenes, escribe `/service-order {list}`.',
  outsider: 'Las órdenes de servicio son solo para las personas de este espacio de trabajo. Pide ayuda a una de ellas.',
} as const;
