export const photo = {
  gone: 'El archivo se eliminó o la aplicación no tiene acceso a él.',
  unavailable: 'El archivo no se pudo leer a tiempo.',
  not_a_picture: 'El archivo no es una imagen que la aplicación pueda leer.',
  unsupported: 'Las imágenes {kind} no se pueden imprimir. La foto se puede publicar de nuevo en JPEG o PNG.',
  damaged: 'El archivo está dañado. La foto se puede publicar de nuevo.',
  too_large:
    'La foto tiene {megapixels, number} megapíxeles y el límite es {limit, number}. Se puede publicar una copia más pequeña.',
  undecodable: 'Leer la foto requiere demasiada memoria o tiempo. Se puede publicar de nuevo como JPEG sencillo.',
  skipped: 'La lectura de otras fotos del documento tardó demasiado.',
  too_many: 'El documento tiene más fotos de las que se pueden imprimir.',
  without_photos: 'El documento solo se pudo crear sin sus fotos.',
  repeated: 'La misma foto ya está impresa.',
} as const;

export const photos = {
  offered:
    '{count, plural, one {# foto del canal aún no está en la orden.} other {# fotos del canal aún no están en la orden.}} Elige qué muestra una foto, o escribe una leyenda, para incluirla.',
  newest: 'Aquí figuran las {count, number} más recientes.',
  own: 'Indica qué muestran tus fotos. Puedes dejarlo vacío.',
  line: '{place, number}. {file} · {name}, {when}',
  ownLine: '{place, number}. {file}',
  shownLine: '{place, number}. {file} · {shown}',
  included: '*Fotos:* {count, number}',
  open: '<{link}|Abrir>',
  shows: 'Foto {place, number}: {file}',
  caption: 'Leyenda de la foto {place, number}',
  kind: { before: 'Antes', after: 'Después', part: 'Pieza' },
  plain: 'Foto',
  leave: 'No incluir',
  captioned: '{shows}: {caption}',
  adding:
    '{count, plural, one {Esta foto pasa a ser parte de la orden. Se imprime} other {Estas fotos pasan a ser parte de la orden. Se imprimen}} con la próxima confirmación o al cerrar la orden.',
  wrong: {
    channel:
      'Este no es el canal de una orden de servicio. Usa este acceso directo en un mensaje del canal de una orden.',
    none: 'Este mensaje no tiene archivos. Usa este acceso directo en un mensaje con fotos.',
    known: '{count, plural, one {Esta foto ya está} other {Estas fotos ya están}} en la orden: {files}.',
    notImage: 'Solo se pueden agregar fotos. No es una imagen: {files}.',
    deleted: 'Se eliminó en Slack: {files}.',
    external: 'Está fuera de Slack: {files}. Publica la foto misma.',
    elsewhere:
      'Pertenece a otra organización: {files}. Pide a alguien de este espacio de trabajo que publique una copia.',
    tooLarge: 'Supera los 20 MB: {files}. Publica una copia más pequeña.',
    unreadable: 'La aplicación no puede leer: {files}. Publica otra copia.',
    broken: 'Dañado, o no es una imagen que la aplicación pueda leer: {files}. Publica la foto de nuevo.',
    title: 'No se puede agregar',
  },
} as const;
