export const search = {
  title: 'Buscar órdenes',
  submit: 'Buscar',
  close: 'Cerrar',
  label: 'Palabras o un número',
  hint: 'Del título, el cliente, la ubicación, la descripción, las líneas o los nombres. La última palabra puede estar incompleta.',
  noWords: 'Ingresa una palabra o un número. No se puede buscar solo por símbolos.',
  tooManyWords: 'Es demasiado para una sola búsqueda. Usa menos palabras.',
  usage:
    'Escribe qué buscar, por ejemplo `/service-order buscar bomba acme`. Usa palabras del título, el cliente, la ubicación, la descripción, las líneas o los nombres, o un número. La última palabra puede estar incompleta.',
  none: 'Ninguna orden a la que tienes acceso contiene todas estas palabras: “{words}”. Prueba con menos palabras o solo con el comienzo de la última.',
  found: {
    all: 'Todas las órdenes con “{words}”',
    newest: 'Órdenes más recientes con “{words}”',
    older: 'Órdenes anteriores a {order} con “{words}”',
  },
  text: '{head}: {orders}',
  older: 'Más antiguas',
  thereIsMore:
    'Hay órdenes más antiguas. Agrega una palabra para acotar la búsqueda, o usa *Buscar* en la pestaña Inicio de la aplicación para recorrerlas.',
  more: '… y {count, number} más. Agrega una palabra para acotar la búsqueda, o usa *Buscar* en la pestaña Inicio de la aplicación.',
  membersOnly: 'Solo los miembros de este espacio de trabajo pueden buscar órdenes de servicio.',
  outdated: 'Cierra esta ventana y busca de nuevo.',
} as const;
