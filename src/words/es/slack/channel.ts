export const channel = {
  moved: {
    deleted:
      'El canal anterior de {order}, {channel}, se eliminó, así que la orden continúa aquí. Para ver todo su historial, escribe `/service-order history {order}`.',
    deletedBy:
      '{name} eliminó el canal anterior de {order}, {channel}, así que la orden continúa aquí. Para ver todo su historial, escribe `/service-order history {order}`.',
    abandoned: 'La aplicación ya no está en {channel}, así que {order} continúa en este canal nuevo.',
    abandonedBy: 'La aplicación ya no está en {channel}. {name} abrió este canal nuevo, donde continúa {order}.',
    archived: '{channel} se archivó, así que {order} continúa aquí. Todavía puedes leer el canal anterior.',
    archivedBy: '{name} archivó {channel}, así que {order} continúa aquí. Todavía puedes leer el canal anterior.',
  },
  superseded:
    '*Reemplazada* por la v{version, number}. Para ver todas las versiones, escribe `/service-order history {order}`.',
  notAdded: 'Slack no permitió que la aplicación agregara a estas personas a este canal: {people}. Agrégalas tú.',
  preview: 'Esta es una vista previa: no se pueden quitar los datos de ubicación del original.',
  withheld: {
    damaged:
      '{file} no se publicó aquí: el archivo está dañado y no se pueden quitar sus datos de ubicación. Vuelve a adjuntar la foto.',
    format:
      '{file} no se publicó aquí: no se pueden quitar los datos de ubicación de este archivo {format}. Publícalo en JPEG o PNG.',
  },
  unprinted: {
    title: '*Fotos no impresas*',
    line: '• {file}: {why}',
    more: '… y {count, number} más. Todas figuran en el PDF.',
  },
} as const;
