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
