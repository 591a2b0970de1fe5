export const imports = {
  open: 'Importar, exportar',
  templateOf: 'Plantilla: {kind}',
  exportOf: 'Exportar: {kind}',
  title: 'Importar de un archivo',
  submit: 'Leer archivo',
  kind: {
    client: 'Clientes',
    site: 'Ubicaciones',
    item: 'Catálogo',
  },
  kindLabel: 'Qué contiene el archivo',
  fileLabel: 'Archivo CSV',
  fileHint:
    'Hasta {lines, number} líneas, la primera con los nombres de las columnas. No se cambia nada hasta que pulses Aplicar. Las celdas vacías no cambian nada.',
  templateComment:
    '*{kind}*: un archivo con los nombres de las columnas. Complétalo en una hoja de cálculo, guárdalo como CSV y pulsa *{button}*.',
  exported: '*{kind}*: {n, plural, one {# línea} many {# de líneas} other {# líneas}}.',
  exporting: '*{kind}*: recibirás el archivo por mensaje directo.',
  exportFailed: 'No se pudo crear o enviar el archivo. Inténtalo de nuevo.',
  started: 'Se está leyendo *{file}*. Recibirás por mensaje directo lo que cambiaría.',
  reading: '*{kind}*: se está leyendo *{file}* …',
  planned: '*{kind}*: se ha leído *{file}*. Todavía no se ha cambiado nada.',
  add: '{n, plural, one {# línea nueva} many {# de líneas nuevas} other {# líneas nuevas}}',
  change: '{n, plural, one {# con cambios} many {# con cambios} other {# con cambios}}',
  same: '{n, plural, one {# sin cambios} many {# sin cambios} other {# sin cambios}}',
  wrong: '{n, plural, one {# con errores, omitida} many {# con errores, omitidas} other {# con errores, omitidas}}',
  moved:
    '{n, plural, one {# omitida: el registro cambió después de leer el archivo} many {# omitidas: los registros cambiaron después de leer el archivo} other {# omitidas: los registros cambiaron después de leer el archivo}}',
  done: '{n, plural, one {# línea importada} many {# de líneas importadas} other {# líneas importadas}}',
  apply: 'Aplicar',
  cancel: 'Cancelar importación',
  result: 'Líneas en un archivo',
  applying: '*{kind}*: *{file}*: {n, number} de {all, number} líneas …',
  applied: '*{kind}*: se ha importado *{file}*.',
  cancelled: '*{kind}*: se canceló la importación de *{file}*. No se ha cambiado nada.',
  refused: '*{kind}*: no se puede leer *{file}*. No se ha cambiado nada.',
  nothing: 'No contiene nada nuevo.',
  unknown:
    '{n, plural, one {Se ha omitido esta columna: {columns}} many {Se han omitido estas columnas: {columns}} other {Se han omitido estas columnas: {columns}}}',
  missing:
    '{n, plural, one {No hay ninguna columna para {columns}} many {No hay columnas para {columns}} other {No hay columnas para {columns}}}. Comprueba los nombres de la primera línea.',
  windows: 'El archivo no está en UTF-8; se ha leído como Windows-1252. Comprueba letras como á, é y ñ.',
  numbered:
    '{n, plural, one {# línea coincide} many {# líneas coinciden} other {# líneas coinciden}} por el nombre con un registro que aún no tiene número, que recibirá el suyo. Comprueba que sean los mismos.',
  doubt: {
    namesake:
      '{n, plural, one {# línea (línea {lines}) es nueva y lleva} many {# líneas (líneas {lines}) son nuevas y llevan} other {# líneas (líneas {lines}) son nuevas y llevan}} el nombre de un registro con otro número. Comprueba que no sean los mismos.',
    negative:
      '{n, plural, one {# línea (línea {lines}) tiene} many {# líneas (líneas {lines}) tienen} other {# líneas (líneas {lines}) tienen}} un precio inferior a cero. Comprueba que sean descuentos.',
  },
  line: 'Línea {line, number}: {problem}',
  changing: 'Línea {line, number}: {name}: {changes}',
  moreChanges:
    '{n, plural, one {# línea más con cambios} many {# de líneas más con cambios} other {# líneas más con cambios}}: consulta “{button}”.',
  moreColumns:
    '{n, plural, one {Se ha omitido # columna más} many {Se han omitido # de columnas más} other {Se han omitido # columnas más}}.',
  more: '{n, plural, one {# línea más} many {# de líneas más} other {# líneas más}} con errores: consulta el archivo.',
  notYours: 'Solo la oficina y los administradores pueden importar y exportar.',
  resultComment: 'Cada línea de *{file}* con su resultado.',
  resultName: '{file} – resultado de la importación.csv',
  resultGone: 'Las líneas se conservan 30 días; este archivo se importó antes.',
  outcome: {
    head: 'Resultado',
    add: 'se agregará',
    change: 'se cambiará',
    same: 'sin cambios',
    wrong: 'no se toma',
    added: 'agregada',
    changed: 'cambiada',
    moved: 'no se toma: cambió entretanto',
  },
  lineHead: 'Línea',
  changesHead: 'Valores o cambios',
  problemHead: 'Error',
  problem: {
    empty: 'Está vacío.',
    too_large: 'Ocupa más de {size}. Divídelo e importa las partes.',
    not_text: 'No es un archivo CSV. En tu hoja de cálculo, elige «Guardar como» y «CSV UTF-8».',
    too_many_lines: 'Tiene más de {lines, number} líneas. Divídelo e importa las partes.',
    too_many_columns:
      'La primera línea tiene más de {columns, number} columnas, o ninguna separada por coma, punto y coma o tabulador.',
    quote_open: 'Una comilla de la línea {line, number} o anterior no se cierra.',
    quote_within:
      'La línea {line, number} tiene una comilla dentro de un texto. Escríbela doble y pon todo el texto entre comillas.',
    line_too_long: 'La línea {line, number} es demasiado larga.',
    column_missing:
      '{n, plural, one {Falta esta columna: {columns}.} many {Faltan estas columnas: {columns}.} other {Faltan estas columnas: {columns}.}} La primera línea debe nombrar las columnas.',
    column_twice: 'La columna {heading} aparece dos veces.',
    gone: 'El archivo ya no está o la app no puede verlo. Súbelo de nuevo.',
    notTheirs: 'Solo se puede importar un archivo que hayas subido tú.',
  },
  mistake: {
    client: 'no hay ningún cliente {client}',
    clients: 'hay varios clientes {client}; indica el número',
    language: '{value} no es un idioma de la app ({all})',
    active: '{value} no es ni sí ni no',
    kind: '{value} no es un tipo de partida ({all})',
    field: '{column}: {problem}',
    twice: 'igual que la línea {line, number}',
    several: 'varios registros tienen este nombre; indica el número del que quieres',
    unnumbered:
      '“{name}” está registrado sin número y con otros datos; si es el mismo, asígnale allí primero el número {number}; si no, usa otro nombre',
    cells:
      'tiene {n, number} celdas, pero la primera línea nombra {columns, plural, one {# columna} many {# columnas} other {# columnas}}; pon entre comillas el texto que contenga un separador',
    taken: 'otro registro tiene el número {number}',
  },
} as const;
